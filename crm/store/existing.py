"""A database that is there already: for commands that look, and must not make one by looking."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from crm.store.database import Database, DatabaseAwayError, parse_url
from crm.store.migrate import is_current


def must_exist(url: str) -> None:
    """Raises DatabaseAwayError where the URL names a SQLite file that is not there, or no database at all."""
    parsed = parse_url(url)
    if parsed.get_backend_name() == "sqlite" and not Path(parsed.database or "").exists():
        raise DatabaseAwayError(f"there is no database at {parsed.database} yet; `handslag run` makes it")


@contextmanager
def existing(url: str) -> Iterator[Database]:
    """Raises DatabaseAwayError where it is not there, cannot be used, or is not migrated."""
    must_exist(url)
    database = Database(url)
    try:
        database.check()
        if not is_current(database):
            raise DatabaseAwayError("the database is not up to date; `handslag migrate` brings it there")
        yield database
    finally:
        database.close()
