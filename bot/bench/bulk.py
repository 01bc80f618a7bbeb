"""Filling tables many rows a statement, where the use cases would take hours."""

from collections.abc import Iterable
from typing import Any

from crm.models import Indexed, Posting, Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.store.database import Database
from crm.store.search.findable import Findable
from crm.store.search.index import indexed_row, posting_rows
from crm.store.search.terms import is_word, terms_of
from crm.store.work import Session


def insert_rows(session: Session, table: type[Any], rows: Iterable[dict[str, Any]]) -> None:
    values = list(rows)
    if values:
        session.connection().execute(table.__table__.insert(), values)


def use_a_large_cache(database: Database) -> None:
    """SQLite only, for the connection that is open: a hundred thousand rows then go into the file once."""
    if database.is_sqlite:
        with database.engine.connect() as connection:
            connection.exec_driver_sql("PRAGMA cache_size = -2000000")


def index_rows(session: Session, findables: Iterable[Findable], words: set[str]) -> None:
    """As crm/store/search/index.py does it, for one workspace. words: those that are there already; the new ones are added."""
    postings, indexed, new, workspace_id = [], [], set(), 0
    for findable in findables:
        workspace_id = findable.workspace_id
        terms = terms_of(findable)
        postings += posting_rows(findable, terms)
        indexed.append(indexed_row(findable, terms))
        new |= {term for term in terms if is_word(term)} - words
    words |= new
    variants = sorted((variant, known) for known in new for variant in one_letter_deletions(known))
    insert_rows(session, Word, ({"workspace_id": workspace_id, "text": known} for known in sorted(new)))
    insert_rows(
        session,
        WordVariant,
        ({"workspace_id": workspace_id, "variant": variant, "word": known} for variant, known in variants),
    )
    insert_rows(session, Posting, sorted(postings, key=lambda row: (row["term"], row["entity_id"])))
    insert_rows(session, Indexed, indexed)
