"""The methods that put a message into a chat."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.simulator.arguments import Arguments
from bot.simulator.errors import bad_request
from bot.simulator.files import as_document, picture_size
from bot.simulator.methods.common import (
    answered,
    caption,
    message_text,
    reply_markup,
    thread,
    writable_chat,
)

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

_ACTIONS = frozenset(
    "typing upload_photo record_video upload_video record_voice upload_voice upload_document choose_sticker "
    "find_location record_video_note upload_video_note".split()
)


def _post(world: "World", arguments: Arguments, content: Callable[[], Json]) -> Json:
    """Check everything in the order of the real server, then post what `content` makes."""
    markup, force_reply = reply_markup(arguments)
    chat = writable_chat(world, arguments)
    around = thread(chat, arguments) | answered(chat, arguments)
    message = world.post(chat, world.bot, around | content() | markup)
    message.silent = arguments.boolean("disable_notification")
    message.force_reply = force_reply
    return message.payload


def send_message(world: "World", arguments: Arguments) -> Json:
    """sendMessage"""
    content = message_text(arguments)
    return _post(world, arguments, lambda: content)


def send_document(world: "World", arguments: Arguments) -> Json:
    """sendDocument: an upload, or the file_id of a known file."""
    below = caption(arguments)

    def content() -> Json:
        if upload := arguments.upload("document"):
            if not upload.content:
                raise bad_request("file must be non-empty")
            return {"document": world.files.document(upload.content, upload.name, upload.mime_type)} | below
        if not arguments.has("document"):
            raise bad_request("there is no document in the request")
        return {"document": as_document(world.files.by_id(arguments.text("document")))} | below

    return _post(world, arguments, content)


def send_photo(world: "World", arguments: Arguments) -> Json:
    """sendPhoto: an upload, or the file_id of a known picture."""
    below = caption(arguments)

    def content() -> Json:
        if upload := arguments.upload("photo"):
            return {"photo": world.files.photo(upload.content)} | below
        if not arguments.has("photo"):
            raise bad_request("there is no photo in the request")
        stored = world.files.by_id(arguments.text("photo"))
        width, height = picture_size(stored.content)
        return {"photo": [{**stored.ids, "width": width, "height": height}]} | below

    return _post(world, arguments, content)


def sender_of(kind: str) -> Callable[["World", Arguments], Json]:
    """sendVoice, sendAudio, sendVideo …: by the file_id of a known file; nobody uploads these."""

    def send(world: "World", arguments: Arguments) -> Json:
        below = caption(arguments)

        def content() -> Json:
            if not arguments.has(kind):
                raise bad_request(f"there is no {kind.replace('_', ' ')} in the request")
            stored = world.files.by_id(arguments.text(kind))
            return {kind: stored.ids | {"duration": 1, "mime_type": stored.mime_type}} | below

        return _post(world, arguments, content)

    return send


def send_contact(world: "World", arguments: Arguments) -> Json:
    """sendContact"""
    for field in ("phone_number", "first_name"):
        if not arguments.has(field):
            raise bad_request(f"{field.replace('_', ' ')} is empty")
    names = ("phone_number", "first_name", "last_name", "vcard")
    contact = {name: arguments.text(name) for name in names if arguments.has(name)}
    return _post(world, arguments, lambda: {"contact": contact})


def send_chat_action(world: "World", arguments: Arguments) -> bool:
    """sendChatAction"""
    if arguments.text("action").lower() not in _ACTIONS:
        raise bad_request("wrong parameter action in request")
    chat = writable_chat(world, arguments)
    chat.action = {"action": arguments.text("action").lower(), "at": world.timestamp()}
    return True
