"""What activities, follow-ups and files are shown as, in SQL and in bulk; OnBlocks says the same of a single row."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction
from crm.models import Account, Activity, Block, Contact, Lead, OnBlocks, Reach
from crm.rules.owing import UNANSWERED
from crm.store.blocks import MODELS, Subject, at_own_account

_MOST_TRIES = 50


def on_subject(kind: type[Any], subject: Subject) -> ColumnElement[bool]:
    """The rows that stand on a subject, or are seen from it: of an OnBlocks table, or its ways to be reached."""
    column = getattr(kind, f"{subject.__tablename__}_id")
    return and_(kind.workspace_id == subject.workspace_id, column == subject.id)


def shown_as(kind: type[Any], block: Block) -> ColumnElement[bool]:
    """Whether a row is shown as one of that block: OnBlocks.block, as a condition."""
    no_person = kind.contact_id.is_(None)
    is_lead = and_(no_person, kind.lead_id.is_not(None), kind.account_id.is_(None))
    came_along = and_(no_person, or_(kind.lead_id.is_(None), kind.account_id.is_not(None)))
    match block:
        case Block.CONTACT:
            return kind.contact_id.is_not(None)  # type: ignore[no-any-return]
        case Block.LEAD:
            return is_lead
        case Block.OPPORTUNITY:
            return and_(came_along, kind.opportunity_id.is_not(None))
        case Block.ACCOUNT:
            return and_(came_along, kind.opportunity_id.is_(None))


def is_there(kind: type[Any]) -> ColumnElement[bool]:
    """Whether what the row is shown as is there, and not deleted."""
    return or_(*(and_(shown_as(kind, block), _row_of(kind, block).exists()) for block in Block))


def with_subjects(query: Select[Any], kind: type[Any], access: Access) -> Select[Any]:
    """Joins what the rows are shown as, as far as the member may see it."""
    for block, model in MODELS.items():
        query = query.outerjoin(model, and_(_same(kind, block), model.deleted_at.is_(None)))
    there = case(*((shown_as(kind, block), model.id) for block, model in MODELS.items()))
    query = query.where(there.is_not(None))
    if access.sees_team:
        return query
    holder = case(*((shown_as(kind, block), model.holder_id) for block, model in MODELS.items()))
    theirs = and_(shown_as(kind, Block.CONTACT), at_own_account(access))
    return query.where(or_(holder == access.member_id, theirs))


def subjects_of(session: Session, rows: Iterable[OnBlocks]) -> dict[tuple[Block, int], Subject]:
    """What rows of one or several workspaces are shown as, by (block, id); deleted ones are left out. A query a block."""
    wanted: dict[Block, set[tuple[int, int]]] = defaultdict(set)
    for row in rows:
        wanted[row.block].add((row.workspace_id, row.block_id))  # type: ignore[attr-defined]
    found: dict[tuple[Block, int], Subject] = {}
    for block, keys in wanted.items():
        kind = MODELS[block]
        query = select(kind).where(
            kind.workspace_id.in_({workspace_id for workspace_id, _ in keys}),
            kind.id.in_([id for _, id in keys]),
            kind.deleted_at.is_(None),
        )
        found |= {(block, row.id): row for row in session.scalars(query)}
    return found


def reaches_of_all(session: Session, subjects: Sequence[Subject]) -> dict[int, list[Reach]]:
    """Ways to reach leads, contacts and accounts, by their id, in the order they came."""
    found: dict[int, list[Reach]] = defaultdict(list)
    for kind, name in ((Lead, "lead_id"), (Contact, "contact_id"), (Account, "account_id")):
        ids = [subject.id for subject in subjects if isinstance(subject, kind)]
        if not ids:
            continue
        workspaces = {subject.workspace_id for subject in subjects}
        query = select(Reach).where(
            Reach.workspace_id.in_(workspaces), getattr(Reach, name).in_(ids), Reach.deleted_at.is_(None)
        )
        for reach in sorted(session.scalars(query), key=lambda reach: reach.id):
            found[getattr(reach, name)].append(reach)
    return found


def tries_of(session: Session, subject: Subject) -> int:
    """How often we tried without an answer since we last reached them; for a lead, since they last came to us."""
    if isinstance(subject, Lead):
        return subject.tries
    calls = select(Activity.outcome).where(
        on_subject(Activity, subject),
        Activity.kind == ActivityKind.CALL,
        Activity.direction == Direction.OUT,
        Activity.deleted_at.is_(None),
    )
    latest = session.scalars(
        calls.order_by(Activity.happened_at.desc(), Activity.id.desc()).limit(_MOST_TRIES)
    )
    return len(list(takewhile(lambda outcome: outcome in UNANSWERED, latest)))


def is_hot() -> ColumnElement[bool]:
    """Of what `with_subjects` joined: leads and contacts may be 🔥."""
    return or_(Lead.hot.is_(True), Contact.hot.is_(True))


def _same(kind: type[Any], block: Block) -> ColumnElement[bool]:
    model = MODELS[block]
    return and_(model.workspace_id == kind.workspace_id, model.id == getattr(kind, f"{block.value}_id"))


def _row_of(kind: type[Any], block: Block) -> Select[Any]:
    model = MODELS[block]
    return select(model.id).where(_same(kind, block), model.deleted_at.is_(None)).correlate(kind)
