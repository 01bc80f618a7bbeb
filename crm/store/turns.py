"""Turns that changed something: written by use cases, found again by undo."""

from typing import Any

from sqlalchemy import ColumnElement, Select, exists, func, select
from sqlalchemy.orm import aliased

from crm.access import Access
from crm.errors import NotYours
from crm.models import Activity, Change, Turn
from crm.store.recorder import CREATED
from crm.store.work import Work

UNDONE = "turn-undone"
"""What a turn is called that only takes an earlier one back."""
OWN_MAIL = "turn-own-mail"
"""What a turn is called that only tells which mail is ours."""
_GIVE_WAY = (UNDONE, OWN_MAIL)


def note_turn(work: Work, access: Access, what: str, about_id: int | None = None) -> Turn:
    """Names what this turn did. what: a key of the catalogue ("turn-captured").

    The first name given stays; but what a turn took back, or learned, only to do another thing gives way to that.
    about_id: of the row of a building block, or the event, that it is about.
    """
    if work.turn is None:
        work.turn = Turn(
            workspace_id=access.workspace_id,
            id=work.turn_id,
            member_id=access.member_id,
            at=work.now,
            what=what,
            about_id=about_id,
        )
        work.session.add(work.turn)
    elif work.turn.what in _GIVE_WAY and what != UNDONE:
        work.turn.what, work.turn.about_id = what, about_id
    return work.turn


def get_turn(work: Work, access: Access, turn_id: int) -> Turn:
    """A turn of one's own, or of the team for those who lead it. Raises NotYours."""
    turn = work.session.get(Turn, (access.workspace_id, turn_id))
    if turn is None or not (turn.member_id == access.member_id or access.leads_others):
        raise NotYours
    return turn


def turn_that_made(work: Work, row: Activity) -> Turn | None:
    """The turn in which it came to be; None where the journal does not say."""
    made = select(Change.turn_id).where(
        Change.workspace_id == row.workspace_id,
        Change.entity == row.__tablename__,
        Change.entity_id == row.id,
        Change.field == CREATED,
    )
    query = select(Turn).where(Turn.workspace_id == row.workspace_id, Turn.id.in_(made))
    return work.session.scalars(query).first()


def activities_made(workspace_id: int, turn_id: int) -> Select[int]:
    """The ids of the activities that a turn made."""
    return select(Change.entity_id).where(
        Change.workspace_id == workspace_id,
        Change.turn_id == turn_id,
        Change.entity == Activity.__tablename__,
        Change.field == CREATED,
    )


def last_turn(work: Work, access: Access) -> Turn | None:
    """The newest turn of this member that can be undone."""
    return work.session.scalars(
        select(Turn)
        .where(
            Turn.workspace_id == access.workspace_id,
            Turn.member_id == access.member_id,
            Turn.undone_by.is_(None),
            Turn.what != UNDONE,
            Turn.id != work.turn_id,
        )
        .order_by(Turn.id.desc())
        .limit(1)
    ).first()


def takes_back(change: Any) -> ColumnElement[bool]:
    """Where it only reverses what the turn took back before it did another thing. change: Change, or an alias of it."""
    turn, taken = aliased(Turn), aliased(Change)
    return exists().where(
        turn.workspace_id == change.workspace_id,
        turn.id == change.turn_id,
        taken.workspace_id == turn.workspace_id,
        taken.turn_id == turn.undoes,
        taken.entity_id == change.entity_id,
        taken.field.in_((change.field, CREATED)),
    )


def count_changed(work: Work, turn: Turn, entity: str, field: str | None = None) -> int:
    """How many rows of a table the turn made or changed; field: only those of which it changed that column."""
    query = select(func.count(Change.entity_id.distinct())).where(
        Change.workspace_id == turn.workspace_id, Change.turn_id == turn.id, Change.entity == entity
    )
    if field is not None:
        query = query.where(Change.field == field)
    return work.session.scalar(query) or 0
