"""A simulated Telegram of its own for each test, and the bot's real client library talking to it."""

from collections.abc import AsyncIterator, Iterator

import pytest
import telegram

from bot.simulator.people import Person
from bot.simulator.running import Running, serve
from bot.simulator.world import World


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def rosa(world: World) -> Person:
    return world.add_user("Rosa Rep", "de", "rosa")


@pytest.fixture
def server(world: World) -> Iterator[Running]:
    with serve(world) as running:
        yield running


@pytest.fixture
async def bot(world: World, server: Running) -> AsyncIterator[telegram.Bot]:
    client = telegram.Bot(world.token, base_url=server.base_url, base_file_url=server.base_file_url)
    async with client:
        yield client
