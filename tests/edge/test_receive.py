"""Polling and the webhook: stored first, confirmed afterwards."""

import asyncio
import json
from collections.abc import AsyncIterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

import httpx
import pytest
from sqlalchemy import select, text

from bot.running.transactions import Transactions
from bot.simulator.running import Running
from bot.simulator.world import World
from bot.telegram.answers import Answers
from bot.telegram.api import TelegramApi
from bot.telegram.receive import ALLOWED_UPDATES, Poller, Receiver
from bot.web.site import SECRET_HEADER, make_site, webhook_path
from crm.models import Inbox
from crm.store.database import Database
from tests.edge.conftest import going
from tests.factories import next_id

SECRET = "a-secret-of-sixteen"


@dataclass
class Gate:
    """The receiver on one database; what it stored is noted."""

    database: Database
    api: TelegramApi
    receiver: Receiver
    poller: Poller
    bot_id: int

    def stored(self) -> list[Inbox]:
        with self.database.read() as session:
            return list(session.scalars(select(Inbox).order_by(Inbox.id)))

    async def until_stored(self, count: int) -> list[Inbox]:
        async with asyncio.timeout(10):
            while len(self.stored()) < count:  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return self.stored()


@pytest.fixture
async def gate(world: World, telegram: Running, sqlite_database: Database) -> AsyncIterator[Gate]:
    api = TelegramApi(world.token, telegram.url)
    transactions = Transactions(sqlite_database, threads=1)
    answers = Answers(api)
    bot_id = int(world.bot["id"])
    receiver = Receiver(
        transactions, bot_id, lambda: datetime.now(UTC), next_id, answers, lambda entries: None
    )
    yield Gate(sqlite_database, api, receiver, Poller(api, receiver), bot_id)
    await answers.finish()
    await api.close()
    transactions.close()


async def test_updates_are_stored_raw_in_their_lanes_and_then_confirmed(gate: Gate, world: World) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    for person in (anna, ben, anna):
        person.says("héllo 🔥")
    async with going(gate.poller.run):
        rows = await gate.until_stored(3)
        await asyncio.to_thread(world.wait_for, lambda: len(world.updates) == 0)
    assert [row.lane for row in rows] == [f"c{anna.id}", f"c{ben.id}", f"c{anna.id}"]
    assert json.loads(rows[0].payload)["message"]["text"] == "héllo 🔥"


async def test_only_the_kinds_it_reads_are_asked_for(gate: Gate, world: World) -> None:
    async with going(gate.poller.run):
        await asyncio.to_thread(world.wait_for, lambda: world.polls > 0)
    assert world.updates.allowed == frozenset(ALLOWED_UPDATES)


async def test_telegram_may_restart_its_numbers(gate: Gate, world: World) -> None:
    anna = world.add_user("Anna")
    async with going(gate.poller.run):
        anna.says("before")
        await gate.until_stored(1)
        world.updates.next_id = 7
        anna.says("after")
        anna.says("and again")
        rows = await gate.until_stored(3)
    assert [json.loads(row.payload)["message"]["text"] for row in rows] == ["before", "after", "and again"]


async def test_a_storage_failure_keeps_the_offset_and_goes_on_by_itself(gate: Gate, world: World) -> None:
    anna = world.add_user("Anna")
    with gate.database.begin() as session:
        session.execute(text("ALTER TABLE inbox RENAME TO inbox_away"))
    async with going(gate.poller.run):
        anna.says("klaus")
        await asyncio.sleep(0.4)
        assert len(world.updates) == 1, "not confirmed"
        with gate.database.begin() as session:
            session.execute(text("ALTER TABLE inbox_away RENAME TO inbox"))
        await gate.until_stored(1)
        await asyncio.to_thread(world.wait_for, lambda: len(world.updates) == 0)


async def test_half_a_character_and_a_message_of_no_known_shape_are_stored_too(gate: Gate) -> None:
    contents = ({"message": {"text": "\ud83d", "chat": {"id": 5}}}, {"message": None}, {"what": [1]})
    await gate.receiver.store([{"update_id": n, **content} for n, content in enumerate(contents)])
    assert [row.lane for row in gate.stored()] == ["c5", "x", "x"]


async def test_a_conflict_and_an_absence_are_waited_out(gate: Gate, world: World) -> None:
    world.fail_next("getUpdates", 409, "Conflict: terminated by other getUpdates request")
    world.fail_next("getUpdates", 502, "Bad Gateway")
    world.add_user("Anna").says("klaus")
    async with going(gate.poller.run):
        await gate.until_stored(1)


async def test_a_webhook_set_earlier_is_taken_away(gate: Gate, world: World) -> None:
    await gate.api.call("setWebhook", {"url": "https://bot.example/telegram/1"})
    world.add_user("Anna").says("klaus")
    async with going(gate.poller.run):
        await gate.until_stored(1)


async def test_a_tap_whose_turn_takes_long_is_answered_empty_after_a_second(gate: Gate, world: World) -> None:
    anna = world.add_user("Anna")
    tap = anna.forges_tap(anna.says("x"), "v1:x:1:1:")
    async with going(gate.poller.run):
        await asyncio.to_thread(world.wait_for, lambda: tap.answer is not None)
    assert tap.answer is not None and not tap.answer.get("text")


# -- the webhook


@pytest.fixture
async def web(gate: Gate) -> AsyncIterator[httpx.AsyncClient]:
    async def is_ready() -> bool:
        return True

    site = make_site(gate.bot_id, SECRET, gate.receiver.store, is_ready)
    async with httpx.AsyncClient(
        transport=httpx.ASGITransport(site), base_url="http://bot.example"
    ) as client:
        yield client


def update(number: int = 1) -> dict[str, Any]:
    return {"update_id": number, "message": {"text": "klaus", "chat": {"id": 5}}}


async def post(web: httpx.AsyncClient, gate: Gate, content: Any, secret: str = SECRET) -> int:
    path = webhook_path(gate.bot_id)
    body = content if isinstance(content, bytes) else json.dumps(content).encode()
    return (await web.post(path, content=body, headers={SECRET_HEADER: secret})).status_code


async def test_the_webhook_says_200_when_the_update_is_stored(gate: Gate, web: httpx.AsyncClient) -> None:
    assert await post(web, gate, update()) == 200
    assert await post(web, gate, update()) == 200
    assert len(gate.stored()) == 1


async def test_without_the_secret_nothing_is_taken(gate: Gate, web: httpx.AsyncClient) -> None:
    assert await post(web, gate, update(), secret="another") == 403
    assert await post(web, gate, update(), secret="") == 403
    assert (await web.post(webhook_path(gate.bot_id), json=update())).status_code == 403
    assert gate.stored() == []


async def test_the_webhook_says_503_while_updates_cannot_be_stored(
    gate: Gate, web: httpx.AsyncClient
) -> None:
    with gate.database.begin() as session:
        session.execute(text("ALTER TABLE inbox RENAME TO inbox_away"))
    assert await post(web, gate, update()) == 503
    with gate.database.begin() as session:
        session.execute(text("ALTER TABLE inbox_away RENAME TO inbox"))
    assert await post(web, gate, update()) == 200


async def test_a_body_that_is_no_update_is_refused(gate: Gate, web: httpx.AsyncClient) -> None:
    assert await post(web, gate, b"not json") == 400
    assert await post(web, gate, b"[" * 100_000) == 400
    assert await post(web, gate, b" " * ((1 << 20) + 1)) == 413


async def test_health_and_readiness(web: httpx.AsyncClient) -> None:
    assert (await web.get("/healthz")).status_code == 200
    assert (await web.get("/readyz")).status_code == 200
