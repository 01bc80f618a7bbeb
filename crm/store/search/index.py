"""Keeping the index: written in the transaction of the change itself, in few statements."""

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Table, bindparam, delete, exists, insert, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Lead, Reach
from crm.models.search import IndexedLead, Posting, Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.store.search.terms import is_word, keys_of, words_of
from crm.store.work import Work

_WORDS: Any = Word.__table__
_VARIANTS: Any = WordVariant.__table__
_POSTINGS: Any = Posting.__table__
_LEADS: Any = IndexedLead.__table__
_SEPARATOR = " "
_KNOWN_WORDS = select(_WORDS.c.text).where(
    _WORDS.c.workspace_id == bindparam("workspace"), _WORDS.c.text.in_(bindparam("words", expanding=True))
)
_INSERT_NEW: dict[tuple[str, str], Any] = {
    (name, table.name): dialect.insert(table).on_conflict_do_nothing()
    for name, dialect in (("sqlite", sqlite), ("postgresql", postgresql))
    for table in (_WORDS, _VARIANTS, _POSTINGS)
}


def index_new_lead(work: Work, lead: Lead, reaches: Sequence[Reach]) -> None:
    """For a lead that was never indexed."""
    terms = words_of(lead, reaches) | keys_of(lead, reaches)
    _add_postings(work.session, lead, terms)
    row = {
        "workspace_id": lead.workspace_id,
        "lead_id": lead.id,
        "holder_id": lead.holder_id,
        "terms": _SEPARATOR.join(sorted(terms)),
    }
    work.session.connection().execute(insert(_LEADS), row)


def index_lead(work: Work, lead: Lead, reaches: Sequence[Reach]) -> None:
    """Brings the index up to what the lead is now; new leads too."""
    session = work.session
    key = {"workspace_id": lead.workspace_id, "lead_id": lead.id}
    known = _indexed(session, lead.workspace_id, lead.id)
    if known is None:
        index_new_lead(work, lead, reaches)
        return
    there, holder_id = known
    terms = words_of(lead, reaches) | keys_of(lead, reaches)
    if holder_id != lead.holder_id:
        session.execute(_postings_of(update(_POSTINGS), key, there & terms).values(holder_id=lead.holder_id))
    _drop_postings(session, key, there - terms)
    _add_postings(session, lead, terms - there)
    if there != terms or holder_id != lead.holder_id:
        session.execute(
            _row_of(update(_LEADS), key).values(
                terms=_SEPARATOR.join(sorted(terms)), holder_id=lead.holder_id
            )
        )


def remove_lead(work: Work, workspace_id: int, lead_id: int) -> None:
    """Out of the index; words that no other lead has leave the vocabulary too."""
    session = work.session
    known = _indexed(session, workspace_id, lead_id)
    if known is None:
        return
    key = {"workspace_id": workspace_id, "lead_id": lead_id}
    terms = known[0]
    _drop_postings(session, key, terms)
    session.execute(_row_of(delete(_LEADS), key))
    forget_words(session, workspace_id, [term for term in terms if is_word(term)])


def _indexed(session: Session, workspace_id: int, lead_id: int) -> tuple[set[str], int] | None:
    row = session.execute(
        select(_LEADS.c.terms, _LEADS.c.holder_id).where(
            _LEADS.c.workspace_id == workspace_id, _LEADS.c.lead_id == lead_id
        )
    ).first()
    return (set(row.terms.split(_SEPARATOR)) - {""}, row.holder_id) if row else None


def _add_postings(session: Session, lead: Lead, terms: Iterable[str]) -> None:
    terms = sorted(terms)
    if not terms:
        return
    _learn_words(session, lead.workspace_id, [term for term in terms if is_word(term)])
    rows = [
        {"workspace_id": lead.workspace_id, "term": term, "lead_id": lead.id, "holder_id": lead.holder_id}
        for term in terms
    ]
    session.connection().execute(_insert_new(session, _POSTINGS), rows)


def _learn_words(session: Session, workspace_id: int, words: Sequence[str]) -> None:
    """Variants are written for words that the workspace has not seen before."""
    connection = session.connection()
    known = set(connection.execute(_KNOWN_WORDS, {"workspace": workspace_id, "words": list(words)}).scalars())
    new = [word for word in words if word not in known]
    if not new:
        return
    rows = [{"workspace_id": workspace_id, "text": word} for word in new]
    connection.execute(_insert_new(session, _WORDS), rows)
    variants = [
        {"workspace_id": workspace_id, "variant": variant, "word": word}
        for word in new
        for variant in sorted(one_letter_deletions(word))
    ]
    if variants:
        connection.execute(_insert_new(session, _VARIANTS), variants)


def forget_words(session: Session, workspace_id: int, words: Sequence[str]) -> None:
    """Those of them that no lead has any more leave the vocabulary."""
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


def _drop_postings(session: Session, key: dict[str, int], terms: Iterable[str]) -> None:
    terms = list(terms)
    if terms:
        session.execute(_postings_of(delete(_POSTINGS), key, terms))


def _postings_of(statement: Any, key: dict[str, int], terms: Iterable[str]) -> Any:
    return statement.where(
        _POSTINGS.c.workspace_id == key["workspace_id"],
        _POSTINGS.c.lead_id == key["lead_id"],
        _POSTINGS.c.term.in_(list(terms)),
    )


def _row_of(statement: Any, key: dict[str, int]) -> Any:
    return statement.where(_LEADS.c.workspace_id == key["workspace_id"], _LEADS.c.lead_id == key["lead_id"])


def _insert_new(session: Session, table: Table) -> Any:
    return _INSERT_NEW[session.get_bind().dialect.name, table.name]
