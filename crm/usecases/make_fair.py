"""An event (a fair, a conference): made once for the team, ended early where it ends early."""

from dataclasses import dataclass
from datetime import date

from crm.access import Access
from crm.errors import DoneAlready, NotYours, Refused
from crm.models import Fair
from crm.rules.calendar import ONE_DAY
from crm.rules.folding import fold
from crm.rules.local_time import local_day
from crm.store.fairs import fair_named
from crm.store.gazetteer import forget_gazetteer
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import replan_fair

LONGEST_DAYS = 60


@dataclass(frozen=True, slots=True)
class MadeFair:
    """known: a colleague had made it already; its last day and country are as said now."""

    fair: Fair
    known: bool


def make_fair(work: Work, who: Who, name: str, last_day: date, country: str | None) -> MadeFair:
    """country: ISO 3166 alpha-2, None where it is not known.

    Raises Refused("event-past"), and Refused("event-too-long") for one that would hold the cadence for months.
    """
    access = who.access
    today = local_day(work.now, who.zone)
    if last_day < today:
        raise Refused("event-past")
    if (last_day - today).days > LONGEST_DAYS:
        raise Refused("event-too-long", days=LONGEST_DAYS)
    note_turn(work, access, "turn-event")
    fair = fair_named(work.session, access, name)
    if fair is not None and fair.last_day >= today:
        fair.country = country or fair.country
        _end_on(work, fair, last_day)
        return MadeFair(fair, known=True)
    fair = Fair(
        workspace_id=access.workspace_id,
        id=work.ids(),
        name=name[:200],
        key=fold(name)[:200],
        country=country,
        last_day=last_day,
        created_by=access.member_id,
        created_at=work.now,
    )
    work.session.add(fair)
    forget_gazetteer(access.workspace_id)
    return MadeFair(fair, known=False)


def get_fair(work: Work, access: Access, fair_id: int) -> Fair:
    """Raises NotYours."""
    fair = work.session.get(Fair, (access.workspace_id, fair_id))
    if fair is None or fair.deleted_at is not None:
        raise NotYours
    return fair


def end_fair(work: Work, who: Who, fair: Fair) -> None:
    """It ended yesterday: the cadence goes on, and the summary comes. By whoever made it, or leads the team.

    Raises DoneAlready("event-over") where it has ended already, and Refused("not-allowed").
    """
    today = local_day(work.now, who.zone)
    if fair.last_day < today:
        raise DoneAlready("event-over")
    if fair.created_by != who.member.id and not who.access.leads_others:
        raise Refused("not-allowed")
    note_turn(work, who.access, "turn-event")
    _end_on(work, fair, today - ONE_DAY)


def _end_on(work: Work, fair: Fair, last_day: date) -> None:
    if fair.last_day != last_day:
        fair.last_day = last_day
        replan_fair(work, fair)
