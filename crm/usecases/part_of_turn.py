"""What is said by a button of a card belongs to the turn that the card tells of: one Undo takes back the whole of it."""

from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy import select

from crm.access import Access
from crm.models import Change, Lead, Turn
from crm.store.turns import UNDONE
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


@contextmanager
def part_of_turn(work: Work, turn: Turn | None) -> Iterator[None]:
    """What changes within is recorded as a part of that earlier turn; None: of the turn in hand."""
    if turn is None:
        yield
        return
    work.session.flush()
    in_hand = work.turn_id, work.turn
    work.turn_id, work.turn = turn.id, turn
    yield
    work.session.flush()
    work.turn_id, work.turn = in_hand
