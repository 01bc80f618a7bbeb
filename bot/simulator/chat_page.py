"""The chat page's side of the server: what a person does in the browser becomes what a Person does in the world."""

from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

from starlette.middleware import Middleware
from starlette.middleware.trustedhost import TrustedHostMiddleware
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response, StreamingResponse
from starlette.routing import BaseRoute, Mount, Route
from starlette.staticfiles import StaticFiles

from bot.simulator.arguments import Arguments, read_arguments
from bot.simulator.errors import ApiError
from bot.simulator.live import live
from bot.simulator.people import Person

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]
Action = Callable[["World", Arguments], Any]

PAGE = Path(__file__).parent / "page"
FILE_POLICY = "default-src 'none'; sandbox"


def page_routes(world: "World") -> list[BaseRoute]:
    """The routes of the page, under /simulator; answered only under a name of this machine."""
    actions = {"say": _say, "edit": _edit, "tap": _tap, "open": _open, "send": _send, "contact": _contact}
    actions |= {"block": _block, "skip": _skip, "person": _add_person, "raw": _push_raw}
    routes: list[BaseRoute] = [
        Route("/events", _events(world)),
        Route("/calls", _calls(world)),
        Route("/file/{file_id}", _file(world)),
        *(Route(f"/{name}", _acting(world, act), methods=["POST"]) for name, act in actions.items()),
        Mount("/", StaticFiles(directory=PAGE, html=True)),
    ]
    here = Middleware(TrustedHostMiddleware, allowed_hosts=["127.0.0.1", "localhost"])

    async def to_page(_: Request) -> Response:
        return RedirectResponse("/simulator/")

    return [Route("/", to_page), Mount("/simulator", routes=routes, middleware=[here])]


def _acting(world: "World", action: Action) -> Callable[[Request], Awaitable[Response]]:
    """An endpoint that does `action`; refused for other sites' pages, 400 with a reason where it cannot be done."""

    async def endpoint(request: Request) -> Response:
        origin = request.headers.get("origin")
        if origin and origin.partition("://")[2] != request.headers.get("host"):
            return JSONResponse({"problem": "not from this page"}, 403)
        try:
            return JSONResponse(action(world, await read_arguments(request)) or {})
        except ApiError as error:
            return JSONResponse({"problem": error.description}, 400)
        except (LookupError, PermissionError, ValueError) as error:
            return JSONResponse({"problem": str(error.args[0]) if error.args else "impossible"}, 400)

    return endpoint


def _person(world: "World", arguments: Arguments) -> Person:
    person = world.people.get(arguments.integer("person"))
    if person is None:
        raise LookupError("there is no such person")
    return person


def _say(world: "World", arguments: Arguments) -> None:
    if not arguments.text("text").strip():
        raise ValueError("an empty message cannot be sent")
    reply_to = arguments.integer("reply_to") or None
    _person(world, arguments).says(arguments.text("text"), reply_to=reply_to)


def _edit(world: "World", arguments: Arguments) -> None:
    _person(world, arguments).edits(arguments.integer("message"), arguments.text("text"))


def _tap(world: "World", arguments: Arguments) -> Json:
    person = _person(world, arguments)
    message = person.chat.messages[arguments.integer("message")]
    return {"tap": person.taps(message, arguments.text("data")).id}


def _open(world: "World", arguments: Arguments) -> None:
    _person(world, arguments).follows(arguments.text("link"))


def _send(world: "World", arguments: Arguments) -> None:
    upload = arguments.upload("file")
    if upload is None or not upload.content:
        raise ValueError("there is no file, or it is empty")
    person, below = _person(world, arguments), arguments.text("caption") or None
    if arguments.text("kind") == "photo":
        person.sends_photo(upload.content, caption=below)
    else:
        person.sends_document(upload.content, upload.name, upload.mime_type, caption=below)


def _contact(world: "World", arguments: Arguments) -> None:
    phone_number, first_name = arguments.text("phone_number"), arguments.text("first_name")
    if not phone_number or not first_name:
        raise ValueError("a contact card needs a phone number and a first name")
    _person(world, arguments).sends_contact(phone_number, first_name, arguments.text("last_name"))


def _block(world: "World", arguments: Arguments) -> None:
    person = _person(world, arguments)
    if arguments.boolean("blocked"):
        person.blocks_bot()
    else:
        person.unblocks_bot()


def _skip(world: "World", arguments: Arguments) -> None:
    if arguments.integer("seconds") <= 0:
        raise ValueError("the clock only goes ahead")
    world.skip(arguments.integer("seconds"))


def _add_person(world: "World", arguments: Arguments) -> Json:
    name = arguments.text("name").strip()
    if not name:
        raise ValueError("a person needs a name")
    return {"id": world.add_user(name, arguments.text("language_code") or "en", started=False).id}


def _push_raw(world: "World", arguments: Arguments) -> None:
    for update in arguments.structure("updates", "can't parse updates"):
        world.push_raw(update)


def _calls(world: "World") -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(_: Request) -> Response:
        """How often each method was called, by name and HTTP status ("sendMessage 200")."""
        return JSONResponse(Counter(f"{call.method} {call.status}" for call in tuple(world.log)))

    return endpoint


def _file(world: "World") -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        try:
            stored = world.files.by_id(request.path_params["file_id"])
        except ApiError:
            return Response(status_code=404)
        headers = {"content-security-policy": FILE_POLICY, "x-content-type-options": "nosniff"}
        return Response(stored.content, media_type=stored.mime_type, headers=headers)

    return endpoint


def _events(world: "World") -> Callable[[Request], Awaitable[Response]]:
    async def endpoint(request: Request) -> Response:
        person = world.people.get(Arguments(request.query_params).integer("person"))
        headers = {"cache-control": "no-store"}
        return StreamingResponse(live(world, person), media_type="text/event-stream", headers=headers)

    return endpoint
