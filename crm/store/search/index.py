"""Keeping the index: written in the transaction of the change itself, in few statements."""

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from sqlalchemy import Table, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Block, Lead, Reach
from crm.models.search import Indexed, Posting, Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.store.search.findable import Findable, of_lead
from crm.store.search.shared import share, unshare
from crm.store.search.terms import is_word, terms_of
from crm.store.work import Work

_WORDS: Any = Word.__table__
_VARIANTS: Any = WordVariant.__table__
POSTINGS: Any = Posting.__table__
_INDEXED: Any = Indexed.__table__
_SEPARATOR = " "
_KNOWN_WORDS = select(_WORDS.c.text).where(
    _WORDS.c.workspace_id == bindparam("workspace"), _WORDS.c.text.in_(bindparam("words", expanding=True))
)
INSERT_INDEXED = insert(_INDEXED)
_INSERT_NEW: dict[tuple[str, str], Any] = {
    (name, table.name): dialect.insert(table).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
    for table in (_WORDS, _VARIANTS, POSTINGS)
}


def index_new_lead(work: Work, lead: Lead, reaches: Sequence[Reach]) -> None:
    """For a lead that was never indexed."""
    index_new(work, of_lead(lead, reaches))


def index_lead(work: Work, lead: Lead, reaches: Sequence[Reach]) -> None:
    """Brings the index up to what the lead is now; new leads too."""
    index(work, of_lead(lead, reaches))


def index_new(work: Work, findable: Findable) -> None:
    """For a row that was never indexed."""
    _add(work.session, findable)
    _share(work.session, [findable])


def _add(session: Session, findable: Findable) -> None:
    terms = terms_of(findable)
    _add_postings(session, findable, terms)
    session.connection().execute(INSERT_INDEXED, indexed_row(findable, terms))


def index(work: Work, *findables: Findable) -> None:
    """Brings the index up to what the rows of a workspace are now; new ones too. Words that no row has any more leave
    the vocabulary."""
    for findable in findables:
        _bring_up(work.session, findable)
    _share(work.session, findables)


def _bring_up(session: Session, findable: Findable) -> None:
    key = _Key(findable.workspace_id, findable.block, findable.id)
    known = _indexed(session, key)
    if known is None:
        _add(session, findable)
        return
    there, holder_id = known
    terms = terms_of(findable)
    if holder_id != findable.holder_id:
        moved = _postings_of(update(POSTINGS), key, there & terms)
        session.execute(moved.values(holder_id=findable.holder_id))
    _drop_postings(session, key, there - terms)
    forget_words(session, key.workspace_id, [term for term in there - terms if is_word(term)])
    _add_postings(session, findable, terms - there)
    if there != terms or holder_id != findable.holder_id:
        session.execute(
            _row_of(update(_INDEXED), key).values(
                terms=_SEPARATOR.join(sorted(terms)), holder_id=findable.holder_id
            )
        )


def remove(work: Work, workspace_id: int, block: Block, id: int) -> None:
    """Out of the index; words that no other row has leave the vocabulary too."""
    session = work.session
    key = _Key(workspace_id, block, id)
    known = _indexed(session, key)
    if known is None:
        return
    terms = known[0]
    _drop_postings(session, key, terms)
    session.execute(_row_of(delete(_INDEXED), key))
    if block is Block.CONTACT:
        unshare(session, workspace_id, [id])
    forget_words(session, workspace_id, [term for term in terms if is_word(term)])


def _share(session: Session, findables: Sequence[Findable]) -> None:
    contacts = [findable.id for findable in findables if findable.block is Block.CONTACT]
    if contacts:
        share(session, findables[0].workspace_id, contacts)


class _Key(NamedTuple):
    workspace_id: int
    block: Block
    id: int


def _indexed(session: Session, key: _Key) -> tuple[set[str], int] | None:
    row = session.execute(_row_of(select(_INDEXED.c.terms, _INDEXED.c.holder_id), key)).first()
    return (set(row.terms.split(_SEPARATOR)) - {""}, row.holder_id) if row else None


def _add_postings(session: Session, findable: Findable, terms: Iterable[str]) -> None:
    terms = sorted(terms)
    if not terms:
        return
    learn_words(session, findable.workspace_id, [term for term in terms if is_word(term)])
    session.connection().execute(insert_new(session, POSTINGS), posting_rows(findable, terms))


def posting_rows(findable: Findable, terms: Iterable[str]) -> list[dict[str, Any]]:
    """What POSTINGS holds of a row."""
    return [
        {
            "workspace_id": findable.workspace_id,
            "term": term,
            "block": findable.block,
            "entity_id": findable.id,
            "holder_id": findable.holder_id,
        }
        for term in terms
    ]


def indexed_row(findable: Findable, terms: Iterable[str]) -> dict[str, Any]:
    """For INSERT_INDEXED."""
    return {
        "workspace_id": findable.workspace_id,
        "entity_id": findable.id,
        "block": findable.block,
        "holder_id": findable.holder_id,
        "terms": _SEPARATOR.join(sorted(terms)),
    }


def learn_words(session: Session, workspace_id: int, words: Sequence[str]) -> None:
    """Variants are written for words that the workspace has not seen before."""
    connection = session.connection()
    known = set(connection.execute(_KNOWN_WORDS, {"workspace": workspace_id, "words": list(words)}).scalars())
    new = [word for word in words if word not in known]
    if not new:
        return
    rows = [{"workspace_id": workspace_id, "text": word} for word in new]
    connection.execute(insert_new(session, _WORDS), rows)
    variants = [
        {"workspace_id": workspace_id, "variant": variant, "word": word}
        for word in new
        for variant in sorted(one_letter_deletions(word))
    ]
    if variants:
        connection.execute(insert_new(session, _VARIANTS), variants)


def forget_words(session: Session, workspace_id: int, words: Sequence[str]) -> None:
    """Those of them that no row has any more leave the vocabulary."""
    for word in words:
        held = exists().where(Posting.workspace_id == workspace_id, Posting.term == word)
        if session.scalar(select(held)):
            continue
        session.execute(delete(_WORDS).where(_WORDS.c.workspace_id == workspace_id, _WORDS.c.text == word))
        for variant in one_letter_deletions(word):
            session.execute(
                delete(_VARIANTS).where(
                    _VARIANTS.c.workspace_id == workspace_id,
                    _VARIANTS.c.variant == variant,
                    _VARIANTS.c.word == word,
                )
            )


def _drop_postings(session: Session, key: _Key, terms: Iterable[str]) -> None:
    terms = list(terms)
    if terms:
        session.execute(_postings_of(delete(POSTINGS), key, terms))


def _postings_of(statement: Any, key: _Key, terms: Iterable[str]) -> Any:
    return statement.where(
        POSTINGS.c.workspace_id == key.workspace_id,
        POSTINGS.c.block == key.block,
        POSTINGS.c.entity_id == key.id,
        POSTINGS.c.term.in_(list(terms)),
    )


def _row_of(statement: Any, key: _Key) -> Any:
    return statement.where(_INDEXED.c.workspace_id == key.workspace_id, _INDEXED.c.entity_id == key.id)


def insert_new(session: Session, table: Table) -> Any:
    return _INSERT_NEW[session.get_bind().dialect.name, table.name]
