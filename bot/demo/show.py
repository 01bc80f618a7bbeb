"""Puts the demo together in one process: the simulator, a fresh database in a temporary folder, the bot."""

import socket
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress

from bot.app import App, Parts, Surroundings, build
from bot.demo.team import Person, furnish
from bot.logs import set_up_logs
from bot.parts import make_parts
from bot.settings import Settings, SettingsError, load_settings
from bot.simulator.running import LOOPBACK, Running, serve
from bot.simulator.world import World

_PORTS = 20
FIRST_WORDS = "klaus berger bosch rexroth 040 2345678 hot 40 sensors 12k mail him fri"


def run(port: int) -> None:
    """Until SIGINT or SIGTERM. Raises SettingsError where no port is free."""
    set_up_logs("WARNING")
    with playing(port, _announce) as (_, app):
        app.run()


@contextmanager
def playing(port: int, when_ready: Callable[[str], None]) -> Iterator[tuple[World, App]]:
    """The world and the bot for it, which is still to be started. when_ready: told the page's address once it works."""
    world = World()
    eva = world.add_user("Eva Bakker", "en", "eva", note="sales rep")
    mia = world.add_user("Mia Vos", "en", "mia", note="owner and manager")
    tom = world.add_user("Tom de Wit", "nl", "tom", note="sales rep, in Dutch")
    world.add_user("Sam Stranger", "de", started=False, note="not in the team")
    team = [
        Person(person.id, person.name, str(person.payload["language_code"])) for person in (mia, eva, tom)
    ]
    mia.starts()
    tom.starts()
    eva.starts()
    eva.says(FIRST_WORDS)
    with (
        serve(world, _free_port(port)) as running,
        tempfile.TemporaryDirectory(prefix="handslag-demo-") as folder,
    ):

        def furnished_parts(around: Surroundings) -> Parts:
            furnish(around, *team)
            when_ready(running.url)
            return make_parts(around)

        app = build(_settings(world, running, folder), furnished_parts, world.clock)
        world.on_skip(lambda _: app.look_now())
        yield world, app


def _settings(world: World, running: Running, folder: str) -> Settings:
    return load_settings(
        telegram_bot_token=world.token,
        telegram_api_url=running.url,
        database_url=f"sqlite:///{folder}/demo.db",
        handslag_owners=(),
        handslag_log_level="WARNING",
        handslag_backup_count=0,
    )


def _free_port(first: int) -> int:
    """That port, or the next one that is free."""
    for port in range(first, min(first + _PORTS, 1 << 16)):
        with suppress(OSError), socket.create_server((LOOPBACK, port)):
            return port
    raise SettingsError(f"no port from {first} on is free")


def _announce(url: str) -> None:
    sys.stdout.write(
        f"handslag: open {url} and chat as Eva (sales rep) or Mia (manager). A simulator; Ctrl+C ends it.\n"
    )
    sys.stdout.flush()
