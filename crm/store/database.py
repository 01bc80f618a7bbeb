"""The database: one writer on SQLite, a pool on PostgreSQL, the same sessions for both."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, make_url, text
from sqlalchemy.engine import URL
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.orm import Session as Session
from sqlalchemy.orm import sessionmaker
from sqlalchemy.orm.exc import StaleDataError
from sqlalchemy.pool import QueuePool

from crm.store.recorder import record_changes

OLDEST_SQLITE = (3, 35, 0)  # RETURNING
_SQLITE_BUSY_SECONDS = 5
_LOG_BUSY_MILLISECONDS = 200
_CONFLICTS = ("40001", "40P01")
_SQLITE_AWAY = {
    sqlite3.SQLITE_BUSY,
    sqlite3.SQLITE_LOCKED,
    sqlite3.SQLITE_NOMEM,
    sqlite3.SQLITE_READONLY,
    sqlite3.SQLITE_IOERR,
    sqlite3.SQLITE_CORRUPT,
    sqlite3.SQLITE_FULL,
    sqlite3.SQLITE_CANTOPEN,
    sqlite3.SQLITE_PROTOCOL,
    sqlite3.SQLITE_NOTADB,
}


class DatabaseAwayError(Exception):
    """The database is unreachable, locked, full or misnamed. Says so in one line, without the password."""


def is_conflict(error: BaseException) -> bool:
    """True where somebody else changed the same rows at the same moment: the same work, done again, will do."""
    if isinstance(error, StaleDataError):
        return True
    return isinstance(error, DBAPIError) and getattr(error.orig, "sqlstate", None) in _CONFLICTS


def is_away(error: BaseException) -> bool:
    """True where the database, not the entry in hand, is at fault: away, locked, full, restarting.

    Also for what went wrong only afterwards: a full SQLite has rolled back by itself, and knows no savepoint any more.
    """
    return _says_away(error) or (error.__context__ is not None and is_away(error.__context__))


def _says_away(error: BaseException) -> bool:
    if isinstance(error, DatabaseAwayError | PoolTimeoutError):
        return True
    if not isinstance(error, DBAPIError) or is_conflict(error):
        return False
    if isinstance(error.orig, sqlite3.Error):
        return (getattr(error.orig, "sqlite_errorcode", 0) & 0xFF) in _SQLITE_AWAY
    return isinstance(error, OperationalError) or error.connection_invalidated


def parse_url(url: str) -> URL:
    """Plain sqlite:/// and postgresql:// URLs as well as those that name a driver.

    Raises DatabaseAwayError for anything else.
    """
    try:
        parsed = make_url(url)
    except ArgumentError:
        raise DatabaseAwayError(
            "DATABASE_URL is not a database URL (sqlite:///… or postgresql://…)"
        ) from None
    if parsed.drivername in ("postgresql", "postgres"):
        return parsed.set(drivername="postgresql+psycopg")
    if parsed.get_backend_name() not in ("sqlite", "postgresql"):
        raise DatabaseAwayError("DATABASE_URL must be sqlite:///… or postgresql://…")
    return parsed


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DatabaseAwayError(f"the database's folder cannot be made: {error.strerror}") from None


class Database:
    """`begin()` gives a session that commits at the end; `read()` one that can only read."""

    def __init__(self, url: str, *, pool_size: int = 6) -> None:
        self.url = parse_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        if self.is_sqlite:
            if sqlite3.sqlite_version_info < OLDEST_SQLITE:
                raise DatabaseAwayError(
                    f"SQLite {'.'.join(map(str, OLDEST_SQLITE))} or newer is needed, this is {sqlite3.sqlite_version}"
                )
            if self.url.database and self.url.database != ":memory:":
                _make_folder(Path(self.url.database).parent)
            self.engine = self._sqlite_engine(pool_size=1, read_only=False)
            self._readers = self._sqlite_engine(pool_size=4, read_only=True)
        else:
            self.engine = create_engine(
                self.url,
                pool_size=pool_size,
                max_overflow=2,
                pool_pre_ping=True,
                hide_parameters=True,
                connect_args={"connect_timeout": 5},
            )
            self._readers = self.engine
        self._sessions = sessionmaker(self.engine, expire_on_commit=False, autoflush=False)
        self._read_sessions = sessionmaker(self._readers, expire_on_commit=False, autoflush=False)
        event.listen(self._sessions, "before_flush", record_changes)

    def _sqlite_engine(self, *, pool_size: int, read_only: bool) -> Engine:
        engine = create_engine(
            self.url,
            poolclass=QueuePool,
            pool_size=pool_size,
            max_overflow=0,
            hide_parameters=True,
            connect_args={
                "isolation_level": None,
                "check_same_thread": False,
                "timeout": _SQLITE_BUSY_SECONDS,
            },
        )

        @event.listens_for(engine, "connect")
        def prepare(connection: Any, _: Any) -> None:
            cursor = connection.cursor()
            cursor.execute("PRAGMA foreign_keys = ON")
            cursor.execute("PRAGMA journal_mode = WAL")
            cursor.execute("PRAGMA synchronous = FULL")
            cursor.execute("PRAGMA cache_size = -65536")
            cursor.execute("PRAGMA secure_delete = ON")
            if read_only:
                cursor.execute("PRAGMA query_only = ON")
            cursor.close()

        def begin(dbapi_connection: Any) -> None:
            dbapi_connection.execute("BEGIN" if read_only else "BEGIN IMMEDIATE")

        # not the engine's "begin" event: where there is one, every statement is announced, at two per cent of a turn
        engine.dialect.do_begin = begin  # type: ignore[method-assign]
        return engine

    @contextmanager
    def begin(self) -> Iterator[Session]:
        """A session in one transaction: committed at the end, rolled back on any exception."""
        with self._sessions() as session, session.begin():
            yield session

    @contextmanager
    def read(self) -> Iterator[Session]:
        """A session for lists and reports; writing through it fails."""
        with self._read_sessions() as session:
            if not self.is_sqlite:
                session.execute(text("SET TRANSACTION READ ONLY"))
            yield session

    @contextmanager
    def snapshot(self) -> Iterator[Connection]:
        """A connection that only reads, and sees one moment however long it lasts; nobody waits for it."""
        with self._readers.connect() as connection:
            if not self.is_sqlite:
                connection.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
            yield connection

    @contextmanager
    def rebuilding(self) -> Iterator[Connection]:
        """A connection in one transaction in which tables may be made anew: what refers to them is checked at its end.

        SQLite copies a table to change it, and would take the rows of the old one for deleted.
        """
        with self.engine.connect() as connection:
            if not self.is_sqlite:
                with connection.begin():
                    yield connection
                return
            raw = connection.connection.driver_connection
            assert raw is not None
            raw.execute("PRAGMA foreign_keys = OFF")
            try:
                with connection.begin():
                    yield connection
                    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
                        raise DatabaseAwayError(
                            "the database has rows that refer to nothing; nothing was changed"
                        )
            finally:
                raw.execute("PRAGMA foreign_keys = ON")

    def empty_log(self) -> None:
        """SQLite keeps pages as they were in its write-ahead log until that is emptied: what was erased goes from there too.

        Raises DatabaseAwayError while somebody reads an older moment (a backup, an export): then it cannot be done.
        Nothing on PostgreSQL: its server vacuums and recycles by itself.
        """
        if not self.is_sqlite:
            return
        pooled = self._readers.raw_connection()
        try:
            connection = pooled.driver_connection
            assert connection is not None
            # who waits for readers keeps the writer waiting as well
            connection.execute(f"PRAGMA busy_timeout = {_LOG_BUSY_MILLISECONDS}")
            busy, _, _ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            connection.execute(f"PRAGMA busy_timeout = {_SQLITE_BUSY_SECONDS * 1000}")
        finally:
            pooled.close()
        if busy:
            raise DatabaseAwayError("the write-ahead log is being read")

    def check(self) -> None:
        """Raises DatabaseAwayError when the database cannot be reached or written."""
        try:
            with self.engine.begin() as connection:
                connection.execute(text("SELECT 1"))
        except (DBAPIError, sqlite3.Error) as error:
            reason = str(getattr(error, "orig", error)).strip().splitlines()[0]
            raise DatabaseAwayError(f"the database cannot be used: {reason}") from None

    def close(self) -> None:
        self.engine.dispose()
        self._readers.dispose()
