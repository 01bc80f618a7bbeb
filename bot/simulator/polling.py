"""getUpdates: the one method that waits."""

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

from starlette.types import Receive

from bot.simulator.arguments import Arguments
from bot.simulator.errors import POLL_ENDED_BY_WEBHOOK, POLL_SUPERSEDED, POLL_WHILE_WEBHOOK, conflict
from bot.simulator.waking import watched, woken_by

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

LONGEST_POLL = 50


class Polling:
    """Long polls of one server. As on the real one, a new poll ends the one that waits, which gets the 409."""

    def __init__(self, world: "World") -> None:
        self._world = world
        self._latest: object = None

    async def get_updates(self, arguments: Arguments, receive: Receive) -> list[Json]:
        """Confirm by offset, then the pending updates.

        Where there are none it waits for one: up to `timeout` seconds, as long as the client is there.
        """
        world, me = self._world, object()
        if world.webhook:
            raise conflict(POLL_WHILE_WEBHOOK)
        self._latest = me
        with world.changing():
            world.updates.allow(arguments.structure("allowed_updates", "can't parse allowed_updates"))
            world.updates.confirm(arguments.integer("offset"))
        with woken_by(world) as changed, self._counted():
            async with watched(receive, changed) as gone:
                return await self._wait(me, arguments, changed, gone)

    @contextmanager
    def _counted(self) -> Iterator[None]:
        with self._world.changing():
            self._world.polls += 1
        try:
            yield
        finally:
            with self._world.changing():
                self._world.polls -= 1

    async def _wait(
        self, me: object, arguments: Arguments, changed: asyncio.Event, gone: "asyncio.Task[None]"
    ) -> list[Json]:
        world, clock = self._world, asyncio.get_running_loop().time
        limit = min(max(arguments.integer("limit", 100), 1), 100)
        ends = clock() + min(arguments.integer("timeout"), LONGEST_POLL)
        while True:
            changed.clear()
            if self._latest is not me:
                raise conflict(POLL_SUPERSEDED)
            if world.webhook:
                raise conflict(POLL_ENDED_BY_WEBHOOK)
            found = world.updates.first(limit)
            if found or clock() >= ends or gone.done():
                return found
            with suppress(TimeoutError):
                async with asyncio.timeout_at(ends):
                    await changed.wait()
