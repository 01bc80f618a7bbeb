"""The local Bot API server: HTTP on the outside, the world on the inside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator.arguments import Arguments, read_arguments
from bot.simulator.chat_page import page_routes
from bot.simulator.errors import ApiError, method_not_found, unauthorized
from bot.simulator.faults import Call
from bot.simulator.methods import LIMITED, METHODS
from bot.simulator.polling import Polling
from bot.simulator.waking import woken_by
from bot.simulator.webhook import deliver

if TYPE_CHECKING:
    from bot.simulator.world import World

BAD_GATEWAY = Response("<html><h1>502 Bad Gateway</h1></html>", 502, media_type="text/html")


class NoAnswer:
    """A response that never comes: the connection ends instead.

    Who runs the app may leave a function `hang_up(scope)` in its state, which ends a connection at once; else an
    answer is begun and never finished, which ends it too.
    """

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        hang_up = getattr(scope["app"].state, "hang_up", None)
        if hang_up is None:
            await send({"type": "http.response.start", "status": 500, "headers": [(b"content-length", b"1")]})
            return
        hang_up(scope)
        await _until_hung_up(receive)


async def _until_hung_up(receive: Receive) -> None:
    while (await receive())["type"] != "http.disconnect":
        pass


class BotApi:
    """Answers `/bot<token>/<method>` and `/file/bot<token>/<path>` out of one world."""

    def __init__(self, world: "World") -> None:
        self.world = world
        self.polling = Polling(world)

    async def call(self, request: Request) -> Any:
        """One call of a method."""
        if away := self.world.faults.away:
            return BAD_GATEWAY if away == "502" else NoAnswer()
        method = request.path_params["method"]
        arguments = Arguments({})
        try:
            if request.path_params["token"] != self.world.token:
                raise unauthorized()
            arguments = await read_arguments(request)
            result = await self._perform(method, arguments)
        except ApiError as error:
            self._log(method, arguments, error.status, error.description)
            return JSONResponse(error.answer(), error.status)
        return await self._answered(method, arguments, result, request.receive)

    async def _perform(self, method: str, arguments: Arguments) -> Any:
        world, name = self.world, method.lower()
        with world.changing():
            if refusal := world.faults.refusal(method, arguments.chat_id()):
                raise refusal
            if name != "getupdates":
                if name not in METHODS:
                    raise method_not_found()
                if world.rate_limit and name in LIMITED:
                    world.rate_limit.spend(arguments.chat_id() or 0)
                return METHODS[name](world, arguments)
        return await self.polling.get_updates(arguments)

    async def _answered(self, method: str, arguments: Arguments, result: Any, receive: Receive) -> Any:
        world = self.world
        with world.changing():
            hold = world.faults.hold(method)
        self._log(method, arguments, 0 if hold else 200, result)
        if hold and hold.keep_open:
            await self._hold(receive)
        elif hold:
            return NoAnswer()
        return JSONResponse({"ok": True, "result": result})

    async def _hold(self, receive: Receive) -> None:
        """Wait until the answers are released or the client hangs up."""
        world, before = self.world, self.world.releases
        with woken_by(world) as changed:
            with world.changing():
                world.held += 1
            gone = asyncio.create_task(_until_hung_up(receive))
            while world.releases == before and not gone.done():
                changed.clear()
                waiting = asyncio.create_task(changed.wait())
                await asyncio.wait((gone, waiting), return_when=asyncio.FIRST_COMPLETED)
                waiting.cancel()
            gone.cancel()
            with world.changing():
                world.held -= 1

    def _log(self, method: str, arguments: Arguments, status: int, answer: Any) -> None:
        with self.world.changing():
            self.world.log.append(Call(self.world.timestamp(), method, arguments.shown(), status, answer))

    async def download(self, request: Request) -> Any:
        """The content of a file that getFile named."""
        if away := self.world.faults.away:
            return BAD_GATEWAY if away == "502" else NoAnswer()
        if request.path_params["token"] != self.world.token:
            return JSONResponse(unauthorized().answer(), 401)
        stored = self.world.files.by_path(request.path_params["path"])
        if stored is None:
            return JSONResponse({"ok": False, "error_code": 404, "description": "Not Found"}, 404)
        return Response(stored.content, media_type=stored.mime_type)


def create_app(world: "World") -> Starlette:
    """The ASGI app that answers as the Bot API for this world and shows its chats under /simulator/."""
    api = BotApi(world)

    @asynccontextmanager
    async def delivering(_: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(deliver(world))
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task

    routes = [
        Route("/bot{token}/{method}", api.call, methods=["GET", "POST"]),
        Route("/file/bot{token}/{path:path}", api.download, methods=["GET"]),
        *page_routes(world),
    ]
    return Starlette(routes=routes, lifespan=delivering)
