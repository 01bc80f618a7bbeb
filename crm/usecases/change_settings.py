"""A member's own settings, and the workspace's, which only its owner changes."""

from datetime import date, time

from crm.access import Access, Visibility
from crm.errors import Refused
from crm.rules.cadence import Cadence
from crm.rules.conversion import Formal, Opens
from crm.rules.visibility import may_set_workspace
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.move_zone import reschedule_member, reschedule_team

Hours = tuple[time, time]
"""Start and end of a working day, wall clock."""


def set_language(who: Who, language: str) -> None:
    """language: of the catalogue."""
    who.member.language = language


def set_own_zone(work: Work, who: Who, zone: str | None) -> None:
    """zone: an IANA name; None: as the workspace."""
    who.member.zone = zone
    reschedule_member(work, who)


def set_own_country(work: Work, who: Who, country: str | None) -> None:
    """country: ISO 3166 alpha-2; None: as the workspace. A region of another country goes with it."""
    if country != who.member.country:
        who.member.region = None
    who.member.country = country
    reschedule_member(work, who)


def set_own_region(work: Work, who: Who, region: str | None) -> None:
    """region: a code of public_holidays.known_regions; None: as the workspace."""
    who.member.region = region
    if region is not None:
        who.member.country = who.country
    reschedule_member(work, who)


def set_own_hours(work: Work, who: Who, hours: Hours | None) -> None:
    """None: as the workspace."""
    who.member.work_start, who.member.work_end = hours or (None, None)
    reschedule_member(work, who)


def set_digest_hour(work: Work, who: Who, clock: time | None) -> None:
    """None: as the workspace."""
    who.member.digest_at = clock
    reschedule_member(work, who)


def set_away(work: Work, who: Who, until: date | None) -> None:
    """until: the last day away; None: not away."""
    who.member.away_until = until
    reschedule_member(work, who)


def set_cadence(work: Work, access: Access, who: Who, cadence: Cadence) -> None:
    """Raises Refused("not-allowed") for anybody but the owner."""
    _check_owner(access)
    who.workspace.cadence = ",".join(map(str, cadence.steps))
    reschedule_team(work, access)


def set_visibility(access: Access, who: Who, visibility: Visibility) -> None:
    """Raises Refused("not-allowed") for anybody but the owner."""
    _check_owner(access)
    who.workspace.visibility = visibility


def set_formal(access: Access, who: Who, formal: Formal) -> None:
    """Raises Refused("not-allowed") for anybody but the owner."""
    _check_owner(access)
    who.workspace.formal = formal


def set_opens(access: Access, who: Who, opens: Opens) -> None:
    """Raises Refused("not-allowed") for anybody but the owner."""
    _check_owner(access)
    who.workspace.opens = opens


def set_up(
    work: Work,
    who: Who,
    *,
    zone: str | None = None,
    country: str | None = None,
    region: str | None = None,
    hours: Hours | None = None,
    visibility: Visibility | None = None,
) -> None:
    """What holds for everybody who set nothing else; None leaves it as it is. Again: changes it.

    Raises Refused("not-allowed") for anybody but the owner.
    """
    _check_owner(who.access)
    workspace = who.workspace
    workspace.zone = zone or workspace.zone
    if country is not None and country != workspace.country:
        workspace.country, workspace.region = country, None
    workspace.region = region or workspace.region
    if hours is not None:
        workspace.work_start, workspace.work_end = hours
    workspace.visibility = visibility or workspace.visibility
    workspace.set_up_at = work.now
    reschedule_team(work, who.access)


def _check_owner(access: Access) -> None:
    if not may_set_workspace(access):
        raise Refused("not-allowed")
