"""The echo bot as a process of its own, to be killed."""

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy import delete

from bot.simulator.world import World
from crm.models import Lease
from crm.store.database import Database
from tests.factories import add_member, add_workspace
from tests.withstand.echo_app import MEMBER_ID, WORKSPACE_ID

ROOT = Path(__file__).parents[2]


class BotProcess:
    """One `python -m tests.withstand.echo_app`; what it logs goes to a file."""

    def __init__(self, environment: dict[str, str], log: Path, *arguments: str) -> None:
        self._log = log
        with log.open("ab") as output:
            self._process = subprocess.Popen(
                [sys.executable, "-m", "tests.withstand.echo_app", *arguments],
                cwd=ROOT,
                env=environment,
                stdout=output,
                stderr=output,
            )
        self.pid = self._process.pid

    def kill(self) -> None:
        """kill -9: nothing is finished, nothing is said."""
        self._process.kill()
        self._process.wait()

    def end(self) -> int:
        """SIGTERM; its exit code. Raises subprocess.TimeoutExpired after ten seconds."""
        self._process.send_signal(signal.SIGTERM)
        return self._process.wait(10)

    def exit_code(self) -> int:
        """Of a process that ends by itself."""
        return self._process.wait(20)

    @property
    def said(self) -> str:
        return self._log.read_text()


class Launcher:
    """Starts bots for one simulated Telegram and one database, and ends them all."""

    def __init__(self, folder: Path, api_url: str, world: World, database_url: str) -> None:
        self._folder = folder
        self._world = world
        self._environment = os.environ | {
            "TELEGRAM_API_URL": api_url,
            "TELEGRAM_BOT_TOKEN": world.token,
            "DATABASE_URL": database_url,
            "HANDSLAG_LIMITS": "false",
        }
        self._started: list[BotProcess] = []

    def start(self, *arguments: str, **environment: str) -> BotProcess:
        log = self._folder / f"bot-{len(self._started)}.log"
        bot = BotProcess(self._environment | environment, log, *arguments)
        self._started.append(bot)
        return bot

    def start_polling(self, *arguments: str) -> BotProcess:
        """Returns when it polls. Where it does not, what it logged last is said."""
        bot = self.start(*arguments)
        try:
            self._world.wait_for(lambda: self._world.polls > 0, timeout=60)
        except TimeoutError as error:
            error.add_note(bot.said[-2000:])
            raise
        return bot

    def kill_all(self) -> None:
        for bot in self._started:
            bot.kill()


@contextmanager
def launching(folder: Path, api_url: str, world: World, database_url: str) -> Iterator[Launcher]:
    launcher = Launcher(folder, api_url, world, database_url)
    try:
        yield launcher
    finally:
        launcher.kill_all()


def end_the_lease(database: Database) -> None:
    """As if the killed leader's five seconds were over; test_processes.py waits for them."""
    with database.begin() as session:
        session.execute(delete(Lease))


def prepare(database: Database) -> str:
    """Puts in what the echo bot's leads belong to; the database's URL for another process."""
    with database.begin() as session:
        add_member(session, add_workspace(session, id=WORKSPACE_ID), id=MEMBER_ID)
    return database.url.render_as_string(hide_password=False)
