"""The ASGI application: Telegram's webhook, /healthz, /readyz.

200 is said only when the update is committed; anything else makes Telegram bring it again, which does no harm.
"""

import hashlib
import hmac
import json
from collections.abc import Awaitable, Callable, Sequence
from typing import Any

import structlog
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import PlainTextResponse, Response
from starlette.routing import Route

log = structlog.get_logger(__name__)

SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"
_BIGGEST_BODY = 1 << 20

Store = Callable[[Sequence[Any]], Awaitable[None]]
IsReady = Callable[[], Awaitable[bool]]


def secret_of(token: str) -> str:
    """The webhook's secret where none is set: known to all processes of this bot, and to nobody else."""
    return hmac.new(token.encode(), b"handslag webhook", hashlib.sha256).hexdigest()


def webhook_path(bot_id: int) -> str:
    return f"/telegram/{bot_id}"


def make_site(bot_id: int, secret: str, store: Store, is_ready: IsReady) -> Starlette:
    """store: puts raw updates into the inbox, raises when it cannot. is_ready: the database can be used."""

    async def webhook(request: Request) -> Response:
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), secret.encode()):
            return PlainTextResponse("forbidden", 403)
        try:
            body = await _read(request)
        except ClientDisconnect:
            return PlainTextResponse("gone", 400)
        if body is None:
            return PlainTextResponse("too large", 413)
        try:
            update = json.loads(body)
        except (ValueError, RecursionError):
            return PlainTextResponse("not JSON", 400)
        try:
            await store([update])
        except Exception as error:
            log.error("an update could not be stored; Telegram will bring it again", error=error)
            return PlainTextResponse("try again", 503)
        return PlainTextResponse("")

    async def healthz(_: Request) -> Response:
        return PlainTextResponse("ok")

    async def readyz(_: Request) -> Response:
        return PlainTextResponse("ready") if await is_ready() else PlainTextResponse("not ready", 503)

    return Starlette(
        routes=[
            Route(webhook_path(bot_id), webhook, methods=["POST"]),
            Route("/healthz", healthz),
            Route("/readyz", readyz),
        ]
    )


async def _read(request: Request) -> bytes | None:
    """None: longer than any update."""
    body = b""
    async for chunk in request.stream():
        body += chunk
        if len(body) > _BIGGEST_BODY:
            return None
    return body
