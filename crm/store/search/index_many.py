"""The index for many rows at once: a few statements for all of them, where one row's would be some for each."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import bindparam, delete, exists, select
from sqlalchemy.orm import Session

from crm.models import Block
from crm.models.search import Indexed, Posting, Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.store.search.findable import Findable
from crm.store.search.index import (
    INSERT_INDEXED,
    POSTINGS,
    indexed_row,
    insert_new,
    learn_words,
    posting_rows,
)
from crm.store.search.shared import share, unshare
from crm.store.search.terms import is_word, terms_of
from crm.store.work import Work

_VARIANTS: Any = WordVariant.__table__
_DROP_POSTING = delete(POSTINGS).where(
    POSTINGS.c.workspace_id == bindparam("ws"),
    POSTINGS.c.term == bindparam("t"),
    POSTINGS.c.block == bindparam("b"),
    POSTINGS.c.entity_id == bindparam("e"),
)
_DROP_VARIANT = delete(_VARIANTS).where(
    _VARIANTS.c.workspace_id == bindparam("ws"),
    _VARIANTS.c.variant == bindparam("v"),
    _VARIANTS.c.word == bindparam("w"),
)


def index_many_new(work: Work, findables: Sequence[Findable]) -> None:
    """Of one workspace; none of them was ever indexed."""
    if not findables:
        return
    postings: list[dict[str, Any]] = []
    rows: list[dict[str, Any]] = []
    said: set[str] = set()
    for findable in findables:
        terms = terms_of(findable)
        said |= {term for term in terms if is_word(term)}
        postings += posting_rows(findable, terms)
        rows.append(indexed_row(findable, terms))
    learn_words(work.session, findables[0].workspace_id, sorted(said))
    connection = work.session.connection()
    if postings:
        postings.sort(key=lambda row: (row["term"], row["entity_id"]))
        connection.execute(insert_new(work.session, POSTINGS), postings)
    connection.execute(INSERT_INDEXED, rows)
    contacts = [findable.id for findable in findables if findable.block is Block.CONTACT]
    if contacts:
        share(work.session, findables[0].workspace_id, contacts)


def remove_many(session: Session, workspace_id: int, ids: Sequence[int]) -> None:
    """Out of the index; words that no other row has leave the vocabulary too."""
    mine = (Indexed.workspace_id == workspace_id, Indexed.entity_id.in_(ids))
    found = session.execute(select(Indexed.block, Indexed.entity_id, Indexed.terms).where(*mine)).all()
    if not found:
        return
    postings: list[dict[str, Any]] = [
        {"ws": workspace_id, "t": term, "b": row.block, "e": row.entity_id}
        for row in found
        for term in row.terms.split()
    ]
    postings.sort(key=lambda posting: posting["t"])
    session.connection().execute(_DROP_POSTING, postings)
    unshare(session, workspace_id, ids)
    session.execute(delete(Indexed).where(*mine).execution_options(synchronize_session=False))
    words = {posting["t"] for posting in postings if is_word(posting["t"])}
    _forget_words(session, workspace_id, sorted(words))


def _forget_words(session: Session, workspace_id: int, words: Sequence[str]) -> None:
    held = exists().where(Posting.workspace_id == workspace_id, Posting.term == Word.text)
    gone = list(
        session.scalars(
            select(Word.text).where(Word.workspace_id == workspace_id, Word.text.in_(words), ~held)
        )
    )
    if not gone:
        return
    session.execute(
        delete(Word)
        .where(Word.workspace_id == workspace_id, Word.text.in_(gone))
        .execution_options(synchronize_session=False)
    )
    pairs: list[dict[str, Any]] = [
        {"ws": workspace_id, "v": variant, "w": word}
        for word in gone
        for variant in one_letter_deletions(word)
    ]
    if pairs:
        pairs.sort(key=lambda pair: pair["v"])
        session.connection().execute(_DROP_VARIANT, pairs)
