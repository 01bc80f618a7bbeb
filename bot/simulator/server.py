"""The local Bot API server: HTTP on the outside, the world on the inside."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from email.utils import formatdate
from typing import TYPE_CHECKING, Any

from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send

from bot.simulator.arguments import Arguments, read_arguments
from bot.simulator.chat_page import page_routes
from bot.simulator.errors import ApiError, method_not_found, unauthorized
from bot.simulator.faults import Call, Hold
from bot.simulator.methods import LIMITED, METHODS
from bot.simulator.polling import Polling
from bot.simulator.waking import until_hung_up, watched, woken_by
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
        await until_hung_up(receive)


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
            result, hold = await self._perform(method, arguments, request.receive)
        except ApiError as error:
            with self.world.changing():
                self._log(method, arguments, error.status, error.description)
            return JSONResponse(error.answer(), error.status)
        if hold and not hold.keep_open:
            return NoAnswer()
        if hold:
            await self._hold(request.receive)
        return JSONResponse({"ok": True, "result": result}, headers={"Date": formatdate(usegmt=True)})

    async def _perform(self, method: str, arguments: Arguments, receive: Receive) -> tuple[Any, Hold | None]:
        """The result, and the silence that is ordered in place of the answer."""
        world, name = self.world, method.lower()
        if name == "getupdates":
            with world.changing():
                self._refuse(method, arguments)
            updates = await self.polling.get_updates(arguments, receive)
            with world.changing():
                return updates, self._take_effect(method, arguments, updates)
        with world.changing():
            self._refuse(method, arguments)
            if name not in METHODS:
                raise method_not_found()
            if world.rate_limit and name in LIMITED:
                world.rate_limit.spend(arguments.chat_id() or 0)
            result = METHODS[name](world, arguments)
            return result, self._take_effect(method, arguments, result)

    def _refuse(self, method: str, arguments: Arguments) -> None:
        if refusal := self.world.faults.refusal(method, arguments.chat_id()):
            raise refusal

    def _take_effect(self, method: str, arguments: Arguments, result: Any) -> Hold | None:
        hold = self.world.faults.hold(method)
        self._log(method, arguments, 0 if hold else 200, result)
        return hold

    def _log(self, method: str, arguments: Arguments, status: int, answer: Any) -> None:
        self.world.log.append(Call(self.world.timestamp(), method, arguments.shown(), status, answer))

    async def _hold(self, receive: Receive) -> None:
        """Wait until the answers are released or the client hangs up."""
        world, before = self.world, self.world.releases
        with woken_by(world) as changed:
            async with watched(receive, changed) as gone:
                with world.changing():
                    world.held += 1
                while world.releases == before and not gone.done():
                    changed.clear()
                    await changed.wait()
                with world.changing():
                    world.held -= 1

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
