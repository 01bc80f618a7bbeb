"""Fixtures that every part of the suite shares: the databases and the clock."""

import os
import signal
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from crm.store.database import Database
from tests.clock import Clock
from tests.databases import Postgres, fresh_sqlite, make_run_folder, make_sqlite_template, remove_run_folder

pytest_plugins = ["tests.conversation_fixtures"]

_LONG = ("withstand", "ops", "edge")
_folder = pytest.StashKey[Path]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--torture", action="store_true", help="the withstand tests in their long form")


def pytest_configure(config: pytest.Config) -> None:
    workerinput = getattr(config, "workerinput", None)
    config.stash[_folder] = Path(workerinput["folder"]) if workerinput else make_run_folder()
    if workerinput is None and threading.current_thread() is threading.main_thread():
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # so that a stopped run ends its server too


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One more than there are cores: a test of processes that are killed mostly waits."""
    return (os.cpu_count() or 1) + 1


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long ones first, so that no worker is left alone with them at the end."""
    items.sort(key=lambda item: item.path.parent.name not in _LONG)


@pytest.hookimpl(optionalhook=True)
def pytest_configure_node(node: object) -> None:
    """pytest-xdist, in the controller: a worker is about to start."""
    node.workerinput["folder"] = str(node.config.stash[_folder])  # type: ignore[attr-defined]


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        remove_run_folder(config.stash[_folder])


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture(scope="session")
def postgres(request: pytest.FixtureRequest) -> Postgres:
    return Postgres(request.config.stash[_folder])


@pytest.fixture(scope="session")
def sqlite_template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return make_sqlite_template(tmp_path_factory.mktemp("template"))


@pytest.fixture
def sqlite_database(sqlite_template: Path, tmp_path: Path) -> Iterator[Database]:
    """A migrated, empty database on SQLite."""
    with fresh_sqlite(sqlite_template, tmp_path) as database:
        yield database


@pytest.fixture
def postgres_database(postgres: Postgres) -> Iterator[Database]:
    """A migrated, empty database on PostgreSQL."""
    with postgres.fresh() as database:
        yield database


@pytest.fixture(params=["sqlite", pytest.param("postgres", marks=pytest.mark.postgres)])
def database(request: pytest.FixtureRequest) -> Database:
    """The test runs twice: on SQLite and on PostgreSQL."""
    made: Database = request.getfixturevalue(f"{request.param}_database")
    return made
