"""Runs the simulator in a thread of this process, reachable from this machine only."""

import asyncio
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.types import Scope

from bot.simulator.faults import Absence
from bot.simulator.server import create_app
from bot.simulator.world import World

LOOPBACK = "127.0.0.1"


class Running:
    """A running simulator: `url` is what TELEGRAM_API_URL takes (no slash at its end), `port` its port."""

    def __init__(self, world: World, port: int) -> None:
        self.world = world
        self._listen(port)
        self.port = int(self._listener.getsockname()[1])
        self.url = f"http://{LOOPBACK}:{self.port}"

    @property
    def base_url(self) -> str:
        """What telegram.Bot(base_url=…) takes."""
        return f"{self.url}/bot"

    @property
    def base_file_url(self) -> str:
        """What telegram.Bot(base_file_url=…) takes."""
        return f"{self.url}/file/bot"

    def follow(self, absence: Absence | None) -> None:
        """Stop listening where the world wants connections refused, listen again where it is back."""
        if absence == "refused":
            self.stop()
        elif not self._thread.is_alive():
            self._listen(self.port)

    def stop(self) -> None:
        """Cut all connections and stop listening; harmless when repeated."""
        if self._thread.is_alive():
            self._started.wait()
            self._loop.call_soon_threadsafe(self._stopping.set)
            self._thread.join()

    def _listen(self, port: int) -> None:
        self._listener = socket.create_server((LOOPBACK, port))
        # Inherited by the accepted sockets: without it each answer waits 40 ms for a delayed ACK.
        self._listener.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        app = create_app(self.world)
        app.state.hang_up = self._hang_up
        config = uvicorn.Config(
            app, log_level="critical", access_log=False, lifespan="on", timeout_keep_alive=75
        )
        self._server = uvicorn.Server(config)
        self._started = threading.Event()
        self._thread = threading.Thread(
            target=asyncio.run, args=(self._run(),), name="simulator", daemon=True
        )
        self._thread.start()

    async def _run(self) -> None:
        """What uvicorn's own loop does, but without its tenths of a second of waiting at the end."""
        self._loop, self._stopping = asyncio.get_running_loop(), asyncio.Event()
        server = self._server
        server.config.load()
        server.lifespan = server.config.lifespan_class(server.config)
        await server.startup(sockets=[self._listener])
        self._started.set()
        await self._stopping.wait()
        for listening in server.servers:
            listening.close()
        for connection in tuple(server.server_state.connections):
            connection.transport.abort()
        for task in tuple(server.server_state.tasks):
            task.cancel()
        await server.lifespan.shutdown()
        self._listener.close()

    def _hang_up(self, scope: Scope) -> None:
        for connection in tuple(self._server.server_state.connections):
            if getattr(connection, "client", None) == scope["client"]:
                connection.transport.abort()


@contextmanager
def serve(world: World, port: int = 0) -> Iterator[Running]:
    """Serve `world` on 127.0.0.1:`port` (0: any free one) until the block ends; OSError where the port is taken."""
    running = Running(world, port)
    try:
        with world.absence_told_to(running.follow):
            yield running
    finally:
        running.stop()
