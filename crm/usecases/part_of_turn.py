"""What is said by a button of a card belongs to the turn that the card tells of: one Undo takes back the whole of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import literal, select, union_all

from crm.access import Access
from crm.models import Activity, Change, File, FollowUp, Lead, Turn
from crm.store.plans import unindexed
from crm.store.turns import UNDONE, turn_that_made
from crm.store.work import Work


def turn_of_conversion(work: Work, access: Access, lead: Lead) -> Turn | None:
    """The member's own turn in which the lead converted, None where a colleague or an import did it."""
    query = (
        select(Turn)
        .join(Change, (Change.workspace_id == Turn.workspace_id) & (Change.turn_id == Turn.id))
        .where(
            Change.workspace_id == access.workspace_id,
            Change.entity_id == lead.id,
            Change.field == "converted_at",
            Turn.member_id == access.member_id,
            Turn.undone_by.is_(None),
            Turn.import_id.is_(None),
            Turn.what != UNDONE,
        )
        .order_by(Turn.id.desc())
        .limit(1)
    )
    return work.session.scalar(query)


def turn_of_quote(work: Work, access: Access, quote: Activity) -> Turn | None:
    """The member's own turn in which it was logged, as long as nothing has happened since with it, its lead or its
    opportunity: that would be lost with it, or stand in its way."""
    turn = turn_that_made(work, quote)
    if turn is None or turn.member_id != access.member_id:
        return None
    if turn.undone_by is not None or turn.import_id is not None:
        return None
    subjects = [id for id in (quote.lead_id, quote.opportunity_id) if id is not None]
    themselves = (select(literal(id)) for id in (quote.id, *subjects))
    on_them = (
        select(kind.id).where(kind.workspace_id == access.workspace_id, place.in_(subjects))
        for kind in (Activity, FollowUp, File)
        for place in (kind.lead_id, kind.opportunity_id)
    )
    since = select(Change.id).where(
        Change.workspace_id == access.workspace_id,
        unindexed(Change.turn_id) > turn.id,
        Change.entity_id.in_(union_all(*themselves, *on_them)),
    )
    return turn if work.session.scalar(since.limit(1)) is None else None


@contextmanager
def part_of_turn(work: Work, turn: Turn | None) -> Iterator[None]:
    """What changes within is recorded as a part of that earlier turn; None: of the turn in hand."""
    if turn is None:
        yield
        return
    work.session.flush()
    in_hand = work.turn_id, work.turn
    work.turn_id, work.turn = turn.id, turn
    try:
        yield
        work.session.flush()
    finally:
        work.turn_id, work.turn = in_hand
