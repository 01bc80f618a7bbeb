"""Waiting for the world from inside an event loop, whichever thread changes it."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

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
