"""The simulator, and how long the withstand tests go on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.simulator.running import Running, serve
from bot.simulator.world import World
from crm.store.database import Database
from tests.withstand.process import Launcher, launching, prepare

KILLS, KILLS_IN_TORTURE = 6, 200
"""Of the echo bot and again of the real one, on each database: twelve a database in the short form."""
AWAY_SECONDS, AWAY_SECONDS_IN_TORTURE = 2, 60


@pytest.fixture
def kills(pytestconfig: pytest.Config) -> int:
    return KILLS_IN_TORTURE if pytestconfig.getoption("--torture") else KILLS


@pytest.fixture
def away(pytestconfig: pytest.Config) -> float:
    """For how many seconds Telegram or the database is away."""
    return AWAY_SECONDS_IN_TORTURE if pytestconfig.getoption("--torture") else AWAY_SECONDS


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def telegram(world: World) -> Iterator[Running]:
    with serve(world) as running:
        yield running


@pytest.fixture
def launcher(tmp_path: Path, telegram: Running, world: World, database: Database) -> Iterator[Launcher]:
    """For either database, one after the other."""
    with launching(tmp_path, telegram.url, world, prepare(database)) as made:
        yield made
