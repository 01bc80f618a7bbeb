"""Waiting from inside an event loop: for the world, whichever thread changes it, and for a client to hang up."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager
from typing import TYPE_CHECKING

from starlette.types import Receive

if TYPE_CHECKING:
    from bot.simulator.world import World


@contextmanager
def woken_by(world: "World") -> Iterator[asyncio.Event]:
    """An event of the running loop that every change of the world sets; clear it before looking."""
    loop, changed = asyncio.get_running_loop(), asyncio.Event()

    def wake() -> None:
        loop.call_soon_threadsafe(changed.set)

    with world.listening(wake):
        yield changed


async def until_hung_up(receive: Receive) -> None:
    """Return once the client of a request that was read whole has gone."""
    while (await receive())["type"] != "http.disconnect":
        pass


@asynccontextmanager
async def watched(receive: Receive, changed: asyncio.Event) -> AsyncIterator["asyncio.Task[None]"]:
    """A task that is done once the client has gone, which sets `changed` too."""
    gone = asyncio.create_task(until_hung_up(receive))
    gone.add_done_callback(lambda _: changed.set())
    try:
        yield gone
    finally:
        gone.cancel()
