"""The simulator over real HTTP, and the parts of the edge that speak to it."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator, Sequence
from contextlib import asynccontextmanager, suppress
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.running.transactions import Transactions
from bot.settings import Limits
from bot.simulator.running import Running, serve
from bot.simulator.world import World
from bot.telegram.api import TelegramApi
from bot.telegram.limits import Limiter
from bot.telegram.marks import Marks
from bot.telegram.send import Sender
from crm.models import Outbox, OutboxKind, OutboxState
from crm.store import outbox
from crm.store.database import Database, Session
from tests.factories import next_id


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def telegram(world: World) -> Iterator[Running]:
    with serve(world) as running:
        yield running


@asynccontextmanager
async def going(run: Callable[[], Any]) -> AsyncIterator[None]:
    """Something that runs until cancelled, for as long as the block lasts."""
    task = asyncio.create_task(run())
    try:
        yield
    finally:
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task


class PostOffice:
    """The outbox of one database, its sender, and the simulated Telegram behind it."""

    def __init__(self, world: World, telegram: Running, database: Database, limits: Limits | None) -> None:
        self.world = world
        self.bot_id = int(world.bot["id"])
        self.database = database
        self.api = TelegramApi(world.token, telegram.url)
        self.transactions = Transactions(database, threads=2)
        self.blocked: list[int] = []
        self.marks = Marks(self.transactions, self.bot_id, lambda: datetime.now(UTC), self._on_blocked)
        self.sender = Sender(
            self.api, self.transactions, self.marks, Limiter(limits), self.bot_id, alone=database.is_sqlite
        )

    def _on_blocked(self, _: Session, chat_id: int) -> None:
        self.blocked.append(chat_id)

    def put(self, chat_id: int, text: str = "hello", **fields: Any) -> int:
        """A new row of the outbox; its id."""
        row_id = next_id()
        fields = {"idempotency_key": str(row_id), "body": {"text": text}} | fields
        with self.database.begin() as session:
            outbox.enqueue(
                session,
                id=row_id,
                bot_id=self.bot_id,
                chat_id=chat_id,
                workspace_id=1,
                created_at=datetime.now(UTC),
                **fields,
            )
        self.sender.wake()
        return row_id

    def edit(self, chat_id: int, text: str, target_id: int) -> int:
        return self.put(chat_id, text, kind=OutboxKind.EDIT, target_id=target_id)

    def row(self, row_id: int) -> Outbox:
        with self.database.read() as session:
            return session.get_one(Outbox, row_id)

    async def until(self, predicate: Callable[[], Any]) -> Any:
        """Waits for something in the simulated world."""
        return await asyncio.to_thread(self.world.wait_for, predicate)

    async def settled(self, *row_ids: int, state: OutboxState = OutboxState.SENT) -> Sequence[Outbox]:
        """Waits until these rows have that state."""
        async with asyncio.timeout(10):
            while any(self.row(row_id).state is not state for row_id in row_ids):  # noqa: ASYNC110
                await asyncio.sleep(0.01)
        return [self.row(row_id) for row_id in row_ids]

    async def close(self) -> None:
        await self.api.close()
        self.transactions.close()


@pytest.fixture
async def office(world: World, telegram: Running, sqlite_database: Database) -> AsyncIterator[PostOffice]:
    """Without limits; the sender runs."""
    made = PostOffice(world, telegram, sqlite_database, None)
    async with going(made.sender.run):
        yield made
    await made.close()
