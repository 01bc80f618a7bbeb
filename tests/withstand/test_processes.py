"""Several processes on one PostgreSQL share one bot: one leads, all run turns, any may be killed."""

import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.simulator.running import Running
from bot.simulator.world import World
from crm.models import Lease
from crm.store.database import Database
from tests.withstand.process import BotProcess, Launcher, launching, prepare
from tests.withstand.stream import Stream

TAKEOVER_SECONDS = 10


@pytest.fixture
def launcher(
    tmp_path: Path, telegram: Running, world: World, postgres_database: Database
) -> Iterator[Launcher]:
    with launching(tmp_path, telegram.url, world, prepare(postgres_database)) as made:
        yield made


def leader_among(bots: list[BotProcess], database: Database, world: World) -> BotProcess:
    with database.begin() as session:
        holder = session.get_one(Lease, world.bot["id"]).holder
    return next(bot for bot in bots if holder.endswith(f":{bot.pid}"))


def test_one_killed_in_mid_stream_is_not_missed(
    launcher: Launcher, world: World, postgres_database: Database
) -> None:
    with Stream(world) as stream:
        bots = [launcher.start_polling(), launcher.start()]
        world.wait_for(lambda: len(world.log) > 50, timeout=30)
        follower = next(bot for bot in bots if bot is not leader_among(bots, postgres_database, world))
        follower.kill()
        time.sleep(0.5)
    stream.check(postgres_database)


def test_a_killed_leader_is_replaced_within_ten_seconds(
    launcher: Launcher, world: World, postgres_database: Database
) -> None:
    with Stream(world, a_second=40) as stream:
        bots = [launcher.start_polling(), launcher.start()]
        world.wait_for(lambda: len(world.log) > 50, timeout=30)
        leader_among(bots, postgres_database, world).kill()
        killed_at = time.monotonic()
        world.wait_for(lambda: world.polls == 0)
        world.wait_for(lambda: world.polls > 0, timeout=TAKEOVER_SECONDS + 5)
        assert time.monotonic() - killed_at < TAKEOVER_SECONDS
    stream.check(postgres_database)


def test_a_leader_that_ends_hands_over_at_once(
    launcher: Launcher, world: World, postgres_database: Database
) -> None:
    with Stream(world, a_second=40) as stream:
        bots = [launcher.start_polling(), launcher.start()]
        world.wait_for(lambda: len(world.log) > 50, timeout=30)
        leader = leader_among(bots, postgres_database, world)
        assert leader.end() == 0
        with postgres_database.begin() as session:
            lease = session.get(Lease, world.bot["id"])
            assert lease is None or not lease.holder.endswith(f":{leader.pid}"), (
                "nobody waits for it to expire"
            )
        world.wait_for(lambda: world.polls > 0, timeout=30)
    stream.check(postgres_database)
