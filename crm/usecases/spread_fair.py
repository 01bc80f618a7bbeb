"""After an event: what is still open is spread over the next working days, 🔥 first."""

from dataclasses import dataclass
from datetime import date

from crm.models import Fair, FollowUp
from crm.rules.calendar import WorkCalendar
from crm.rules.digest_time import digest_day_from
from crm.rules.local_time import local_day, to_instant, to_wall
from crm.rules.ring import NOON
from crm.rules.spread import spread
from crm.store.fair_summary import open_leads
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Work


@dataclass(frozen=True, slots=True)
class Spread:
    """count: leads that were given a day."""

    count: int
    first: date
    last: date


def first_spread_day(who: Who, work: Work) -> date:
    """Today while the morning lasts, else the next working day; not while the member is away."""
    wall = to_wall(work.now, who.zone)
    calendar: WorkCalendar = who.calendar
    day = local_day(work.now, who.zone)
    if wall.time() >= NOON:
        day = calendar.next_working_day(day)
    return digest_day_from(day, calendar, who.member.away_until)


def spread_fair(work: Work, who: Who, fair: Fair) -> Spread | None:
    """A follow-up on a day for each open lead that the member holds, twenty a day. None where nothing is open (any more)."""
    leads = open_leads(work.session, fair, who.member.id)
    days = spread(leads, lambda lead: lead.hot, first_spread_day(who, work), who.calendar)
    if not days:
        return None
    note_turn(work, who.access, "turn-spread", fair.id)
    for day in days:
        for lead in day.leads:
            work.session.add(
                FollowUp(
                    workspace_id=lead.workspace_id,
                    id=work.ids(),
                    lead_id=lead.id,
                    member_id=who.member.id,
                    created_by=who.member.id,
                    action="",
                    reason=fair.name,
                    day=day.day,
                    clock=None,
                    zone=str(who.zone),
                    due_at=to_instant(day.day, who.digest_at, who.zone),
                    created_at=work.now,
                )
            )
            lead.cadence_day = None
    work.session.flush()
    return Spread(len(leads), days[0].day, days[-1].day)
