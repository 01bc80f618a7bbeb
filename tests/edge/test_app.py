"""The whole application in this process, against the simulator: turns, failures, storage trouble, the way it ends."""

import asyncio
import socket
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from bot.app import App, Parts, Surroundings, build, real_clock
from bot.running.runner import Clock
from bot.settings import Settings, SettingsError
from bot.simulator.running import Running
from bot.simulator.world import World
from bot.web.listen import open_socket
from crm.models import Inbox, InboxState, Lead
from crm.store.database import Database
from tests.withstand.echo_app import POISON, Echo, make_parts
from tests.withstand.process import prepare

MakeApp = Callable[..., App]


@pytest.fixture
def make_app(world: World, telegram: Running, database: Database) -> MakeApp:
    """build() for this Telegram and either database."""
    url = prepare(database)

    def make(
        parts: Callable[[Surroundings], Parts] = make_parts, clock: Clock = real_clock, **settings: Any
    ) -> App:
        given: dict[str, Any] = {
            "telegram_bot_token": world.token,
            "telegram_api_url": telegram.url,
            "database_url": url,
            "handslag_limits": False,
        }
        return build(Settings(_env_file=None, **(given | settings)), parts, clock)  # type: ignore[call-arg]

    return make


@asynccontextmanager
async def living(app: App, web: socket.socket | None = None) -> AsyncIterator[asyncio.Task[None]]:
    task = asyncio.create_task(app.live(web))
    try:
        yield task
    finally:
        app.stop()
        await asyncio.wait([task], timeout=10)
        assert task.done()
        task.result()


def entries(database: Database) -> list[Inbox]:
    with database.begin() as session:
        return list(session.scalars(select(Inbox).order_by(Inbox.id)))


def notes(database: Database) -> list[str]:
    with database.begin() as session:
        return list(session.scalars(select(Lead.note).order_by(Lead.id)))


async def happens(world: World, predicate: Callable[[], Any], seconds: float = 15) -> Any:
    return await asyncio.to_thread(world.wait_for, predicate, seconds)


async def test_everybody_gets_answers_in_the_order_of_their_messages(
    make_app: MakeApp, world: World, database: Database
) -> None:
    people = [world.add_user(f"P{n}") for n in range(6)]
    for number in range(8):
        for person in people:
            person.says(str(number))
    async with living(make_app()):
        await happens(world, lambda: all(len(person.answers) == 8 for person in people))
    for person in people:
        assert [message.text for message in person.answers] == [str(n) for n in range(8)]
    assert len(notes(database)) == 48


async def test_a_tap_is_answered_after_its_turn(make_app: MakeApp, world: World) -> None:
    anna = world.add_user("Anna")
    async with living(make_app()):
        tap = anna.forges_tap(anna.says("x"), "v1:x:1:1:")
        await happens(world, lambda: tap.answer is not None)


async def test_what_fails_is_told_tried_three_times_parked_and_holds_up_nobody_else(
    make_app: MakeApp, world: World, database: Database
) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    async with living(make_app(clock=world.clock)):
        anna.says(f"{POISON} klaus")
        anna.says("after it")
        ben.says("hello")
        await happens(world, lambda: ben.answers)
        await happens(world, lambda: anna.answers)
        assert [message.text for message in anna.answers] == ["not yet"]
        for tries in (2, 3):
            world.skip(10)
            async with asyncio.timeout(10):
                while entries(database)[0].tries < tries:  # noqa: ASYNC110
                    await asyncio.sleep(0.02)
        await happens(world, lambda: len(anna.answers) == 3)
    assert [message.text for message in anna.answers] == ["not yet", "parked", "after it"]
    parked = entries(database)[0]
    assert (parked.state, parked.tries) == (InboxState.PARKED, 3)
    assert (
        parked.error is not None
        and parked.error.startswith("RuntimeError at ")
        and "klaus" not in parked.error
    )
    assert sorted(notes(database)) == ["after it", "hello"]


async def test_an_update_that_nobody_can_read_is_parked_and_the_rest_goes_on(
    make_app: MakeApp, world: World, database: Database
) -> None:
    anna = world.add_user("Anna")
    world.push_raw({"message": {"text": ["no text"], "chat": {"id": anna.id}}})
    anna.says("hello")
    async with living(make_app()):
        await happens(world, lambda: "hello" in [message.text for message in anna.answers])
    assert [entry.state for entry in entries(database)] == [InboxState.PARKED, InboxState.HANDLED]


class Stopping(Echo):
    """Tells its app to stop in the middle of the first turn."""

    app: App

    def handle(self, session: Any, entry: Inbox) -> Any:
        self.loop.call_soon_threadsafe(self.app.stop)
        return super().handle(session, entry)

    loop: asyncio.AbstractEventLoop


async def test_told_to_stop_it_finishes_the_turn_in_hand(
    make_app: MakeApp, world: World, database: Database
) -> None:
    made: list[Stopping] = []

    def parts(around: Surroundings) -> Parts:
        made.append(Stopping(around))
        made[0].app, made[0].loop = app, loop
        return Parts(made[0])

    loop = asyncio.get_running_loop()
    app = make_app(parts)
    world.add_user("Anna").says("hello")
    began = loop.time()
    await app.live()
    assert loop.time() - began < 10
    if notes(database):
        assert [entry.state for entry in entries(database)] == [InboxState.HANDLED]
    assert notes(database) == ["hello"]


async def test_the_webhook_is_announced_and_used(make_app: MakeApp, world: World, database: Database) -> None:
    web = open_socket("127.0.0.1", 0)
    url = f"http://127.0.0.1:{web.getsockname()[1]}"
    anna = world.add_user("Anna")
    async with living(make_app(handslag_webhook_url=url), web):
        await happens(world, lambda: world.webhook is not None)
        anna.says("hello")
        await happens(world, lambda: anna.answers)
        async with httpx.AsyncClient() as client:
            assert (await client.get(f"{url}/readyz")).status_code == 200
    assert notes(database) == ["hello"]


async def test_what_came_in_before_the_start_is_handled(
    make_app: MakeApp, world: World, database: Database
) -> None:
    anna = world.add_user("Anna")
    async with living(make_app()):
        anna.says("one")
        await happens(world, lambda: anna.answers)
    with database.begin() as session:
        session.execute(text("UPDATE inbox SET state = 'open'"))
    async with living(make_app()):
        await happens(world, lambda: len(anna.answers) == 1)
        async with asyncio.timeout(5):
            while len(notes(database)) < 2:  # noqa: ASYNC110
                await asyncio.sleep(0.02)


async def test_a_refused_token_is_said_in_one_line(make_app: MakeApp) -> None:
    app = make_app(telegram_bot_token="123456:this-is-not-the-token-of-the-simulator")
    with pytest.raises(SettingsError, match="TELEGRAM_BOT_TOKEN is refused by Telegram"):
        await app.live()


async def test_the_commands_are_published_in_each_language(make_app: MakeApp, world: World) -> None:
    menu = {"": {"help": "What I can do"}, "nl": {"help": "Wat ik kan"}}
    async with living(make_app(lambda around: Parts(Echo(around), menu=menu))):
        await happens(world, lambda: len(world.calls("setMyCommands")) == 2)
    assert [command["description"] for command in world.profile.commands_for("nl")] == ["Wat ik kan"]


async def test_a_sweep_that_fails_does_not_keep_the_others_from_theirs(
    make_app: MakeApp, world: World
) -> None:
    swept = asyncio.Event()
    loop = asyncio.get_running_loop()

    def failing(session: Any, now: Any) -> None:
        raise RuntimeError

    def working(session: Any, now: Any) -> None:
        loop.call_soon_threadsafe(swept.set)

    async with living(make_app(lambda around: Parts(Echo(around), sweeps=[failing, working]))):
        async with asyncio.timeout(10):
            await swept.wait()
