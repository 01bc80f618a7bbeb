"""Absent and full databases, an absent Telegram, refused starts: nothing lost, nothing parked, on again by itself."""

import os
import signal
import sqlite3
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.simulator.running import Running
from bot.simulator.world import World
from crm.store.database import Database
from tests.withstand.process import Launcher, launching, prepare
from tests.withstand.proxy import Proxy, proxied
from tests.withstand.stream import Stream


@pytest.mark.torture
def test_telegram_away_for_a_while_costs_nothing(
    away: float, launcher: Launcher, world: World, database: Database
) -> None:
    stream = Stream(world)
    launcher.start_polling()
    for person in stream.people:
        stream.one(person)
    world.go_away(seconds=away, how="refused")
    for person in stream.people:
        stream.one(person)
    stream.check(database, timeout=away + 60)


def test_a_storm_of_429s_ends_in_everything_sent_in_order(
    launcher: Launcher, world: World, database: Database
) -> None:
    stream = Stream(world)
    launcher.start_polling()
    for person in stream.people:
        world.fail_next(
            "sendMessage", 429, "Too Many Requests: retry after 1", {"retry_after": 1}, 2, person.id
        )
        for _ in range(3):
            stream.one(person)
    stream.check(database)


def test_sigterm_ends_it_within_ten_seconds_and_nothing_is_lost(
    launcher: Launcher, world: World, database: Database
) -> None:
    with Stream(world) as stream:
        for _ in range(2):
            bot = launcher.start_polling()
            world.wait_for(lambda: len(world.calls("sendMessage")) > 10)
            assert bot.end() == 0
    launcher.start_polling()
    stream.check(database)


@pytest.fixture
def proxy(postgres_database: Database) -> Iterator[Proxy]:
    with proxied(postgres_database.url) as made:
        yield made


@pytest.mark.torture
def test_postgresql_away_for_a_while_costs_nothing(
    away: float,
    tmp_path: Path,
    telegram: Running,
    world: World,
    postgres_database: Database,
    proxy: Proxy,
) -> None:
    prepare(postgres_database)
    with (
        launching(tmp_path, telegram.url, world, proxy.url) as launcher,
        Stream(world, a_second=40) as stream,
    ):
        launcher.start_polling()
        world.wait_for(lambda: len(world.calls("sendMessage")) > 20)
        proxy.cut()
        time.sleep(away)
        proxy.mend()
        before = len(world.calls("sendMessage"))
        world.wait_for(lambda: len(world.calls("sendMessage")) > before + 20, 60)
        stream.stop()
        stream.check(postgres_database, timeout=120)


def test_a_full_disk_costs_nothing(
    tmp_path: Path, telegram: Running, world: World, sqlite_database: Database
) -> None:
    url = prepare(sqlite_database)
    with launching(tmp_path, telegram.url, world, url) as launcher, Stream(world, a_second=40) as stream:
        bot = launcher.start("--pages-left", "40")
        world.wait_for(lambda: "away" in bot.said or "could not be stored" in bot.said, 30)
        time.sleep(1)
        os.kill(bot.pid, signal.SIGUSR1)  # the disk has room again
        before = len(world.calls("sendMessage"))
        world.wait_for(lambda: len(world.calls("sendMessage")) > before + 40, 30)
        stream.stop()
        stream.check(sqlite_database)


def test_a_locked_database_costs_nothing(
    tmp_path: Path, telegram: Running, world: World, sqlite_database: Database
) -> None:
    url = prepare(sqlite_database)
    with launching(tmp_path, telegram.url, world, url) as launcher, Stream(world, a_second=20) as stream:
        bot = launcher.start_polling()
        world.wait_for(lambda: len(world.calls("sendMessage")) > 10)
        other = sqlite3.connect(str(sqlite_database.url.database), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        world.wait_for(lambda: "away" in bot.said or "could not be stored" in bot.said, 30)
        other.execute("ROLLBACK")
        other.close()
        before = len(world.calls("sendMessage"))
        world.wait_for(lambda: len(world.calls("sendMessage")) > before + 10, 30)
        stream.stop()
        stream.check(sqlite_database)


# -- starts that are refused: one line, exit code 2


def refusal(launcher: Launcher, *arguments: str, **environment: str) -> str:
    bot = launcher.start(*arguments, **environment)
    assert bot.exit_code() == 2
    lines = [line for line in bot.said.splitlines() if not line.startswith("{")]
    assert len(lines) == 1
    assert "Traceback" not in bot.said
    return lines[0]


def test_a_second_run_on_the_same_file_is_refused(
    tmp_path: Path, telegram: Running, world: World, sqlite_database: Database
) -> None:
    with launching(tmp_path, telegram.url, world, prepare(sqlite_database)) as launcher:
        launcher.start_polling()
        assert "already runs" in refusal(launcher)


@pytest.mark.parametrize(
    ("environment", "said"),
    [
        ({"TELEGRAM_BOT_TOKEN": ""}, "TELEGRAM_BOT_TOKEN"),
        ({"TELEGRAM_BOT_TOKEN": "123456:refused-by-the-simulator"}, "refused by Telegram"),
        ({"DATABASE_URL": "postgresql://nobody@127.0.0.1:9/none"}, "database"),
        ({"DATABASE_URL": "mysql://x"}, "DATABASE_URL"),
        ({"DATABASE_URL": "sqlite:////proc/none/x.db"}, "database"),
    ],
)
def test_what_cannot_start_says_why_in_one_line(
    tmp_path: Path,
    telegram: Running,
    world: World,
    sqlite_database: Database,
    environment: dict[str, str],
    said: str,
) -> None:
    with launching(tmp_path, telegram.url, world, prepare(sqlite_database)) as launcher:
        assert said in refusal(launcher, **environment)


def test_no_text_and_no_token_reaches_the_log_even_when_turns_fail(
    tmp_path: Path, telegram: Running, world: World, sqlite_database: Database
) -> None:
    with launching(tmp_path, telegram.url, world, prepare(sqlite_database)) as launcher:
        bot = launcher.start(HANDSLAG_LOG_LEVEL="DEBUG")
        anna = world.add_user("Anna")
        anna.says("poison klaus berger +49 40 2345678")
        world.go_away(seconds=0.5, how="502")
        world.wait_for(lambda: anna.answers, 20)
        anna.says("fine")
        assert bot.end() == 0
        assert "turn failed" in bot.said
        for secret in ("klaus", "2345678", world.token, world.token.partition(":")[2]):
            assert secret not in bot.said
