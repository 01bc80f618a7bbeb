"""What happened with a lead, account, contact or opportunity, newest first: all of it, of some kinds, or with some words."""

from collections.abc import Collection, Iterable
from contextlib import closing
from itertools import islice

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import ActivityKind
from crm.errors import NotYours
from crm.models import Activity, Block, OnBlocks
from crm.rules.folding import fold
from crm.store.blocks import Subject, find_subject
from crm.store.subjects import on_subject

_READ_AT_ONCE = 200


def entries(
    session: Session,
    subject: Subject,
    *,
    kinds: Collection[ActivityKind] = (),
    words: str = "",
    limit: int,
    offset: int = 0,
) -> list[Activity]:
    """A page. kinds: only these, all where empty. words: each must stand in it, accents and capitals apart."""
    query = _of(subject, kinds).order_by(Activity.happened_at.desc(), Activity.id.desc())
    asked = fold(words).split()
    if not asked:
        return list(session.scalars(query.limit(limit).offset(offset)))
    rows = session.scalars(query.execution_options(yield_per=_READ_AT_ONCE))
    with closing(rows):
        return list(islice(_with_words(rows, asked), offset, offset + limit))


def get_entry(session: Session, access: Access, entry_id: int) -> tuple[Activity, Subject]:
    """With what it is shown as. Raises NotYours where it stands on nothing that the member may see."""
    entry = session.get(Activity, (access.workspace_id, entry_id))
    subject = seen_from(session, access, entry) if entry is not None else None
    if entry is None or entry.deleted_at is not None or subject is None:
        raise NotYours
    return entry, subject


def seen_from(session: Session, access: Access, row: OnBlocks) -> Subject | None:
    """What a row is shown as; else the first of the others that it is seen from and that the member may see."""
    ids = [row.block_id, *(getattr(row, f"{block.value}_id") for block in Block)]
    for id in dict.fromkeys(ids):
        subject = find_subject(session, access, id) if id is not None else None
        if subject is not None:
            return subject
    return None


def _of(subject: Subject, kinds: Collection[ActivityKind]) -> Select[Activity]:
    query = select(Activity).where(on_subject(Activity, subject), Activity.deleted_at.is_(None))
    return query.where(Activity.kind.in_(kinds)) if kinds else query


def _with_words(rows: Iterable[Activity], asked: list[str]) -> Iterable[Activity]:
    for row in rows:
        said = fold(f"{row.subject or ''} {row.text}")
        if all(word in said for word in asked):
            yield row
