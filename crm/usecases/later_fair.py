"""[Later] under what an event brought: it comes up once more, on the member's next working day."""

from datetime import date

from sqlalchemy import delete

from crm.models import Fair, Unasked
from crm.rules.calendar import ONE_DAY
from crm.rules.digest_time import digest_day_from
from crm.rules.local_time import local_day
from crm.store.members import Who
from crm.store.unasked import FAIR_LATER
from crm.store.work import Work


def later_fair(work: Work, who: Who, fair: Fair) -> date:
    """The day on which it comes, at the digest hour. A second tap changes nothing."""
    day = digest_day_from(local_day(work.now, who.zone) + ONE_DAY, who.calendar, who.member.away_until)
    work.session.execute(
        delete(Unasked).where(
            Unasked.workspace_id == fair.workspace_id,
            Unasked.member_id == who.member.id,
            Unasked.kind == FAIR_LATER,
            Unasked.about == fair.id,
        )
    )
    work.session.add(
        Unasked(
            workspace_id=fair.workspace_id,
            id=work.ids(),
            member_id=who.member.id,
            day=day,
            kind=FAIR_LATER,
            about=fair.id,
        )
    )
    fair.closed_at = None
    return day
