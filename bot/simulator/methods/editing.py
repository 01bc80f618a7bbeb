"""The methods that change what is already there: edits, deletion, answers to taps."""

from typing import TYPE_CHECKING, Any

from bot.simulator.arguments import Arguments
from bot.simulator.errors import NOT_MODIFIED, QUERY_TOO_OLD, bad_request
from bot.simulator.message import Message
from bot.simulator.methods.common import caption, message_text, reply_markup, writable_chat

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

DELETABLE_SECONDS = 48 * 3600
LONGEST_NOTICE = 200


def _own_message(world: "World", arguments: Arguments) -> Message:
    chat = writable_chat(world, arguments)
    message = chat.find(arguments.integer("message_id"))
    if message is None:
        raise bad_request("message to edit not found")
    if message.payload.get("from", {}).get("id") != world.bot["id"]:
        raise bad_request("message can't be edited")
    return message


def _change(world: "World", message: Message, replaced: tuple[str, ...], content: Json) -> Json:
    kept = {key: value for key, value in message.payload.items() if key not in replaced}
    before = {key: message.payload[key] for key in replaced if key in message.payload}
    if before == content:
        raise bad_request(NOT_MODIFIED)
    message.payload = kept | content | {"edit_date": int(world.timestamp())}
    return message.payload


def edit_message_text(world: "World", arguments: Arguments) -> Json:
    """editMessageText; an absent reply_markup takes the keyboard away, as on the real server."""
    content = message_text(arguments) | reply_markup(arguments)[0]
    message = _own_message(world, arguments)
    if "text" not in message.payload:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, ("text", "entities", "reply_markup"), content)


def edit_message_caption(world: "World", arguments: Arguments) -> Json:
    """editMessageCaption"""
    content = caption(arguments) | reply_markup(arguments)[0]
    message = _own_message(world, arguments)
    if "document" not in message.payload and "photo" not in message.payload:
        raise bad_request("there is no caption in the message to edit")
    return _change(world, message, ("caption", "caption_entities", "reply_markup"), content)


def edit_message_reply_markup(world: "World", arguments: Arguments) -> Json:
    """editMessageReplyMarkup"""
    markup = reply_markup(arguments)[0]
    return _change(world, _own_message(world, arguments), ("reply_markup",), markup)


def delete_message(world: "World", arguments: Arguments) -> bool:
    """deleteMessage; in a group only the bot's own messages, and none older than 48 hours."""
    chat = writable_chat(world, arguments)
    message = chat.find(arguments.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    own = message.payload.get("from", {}).get("id") == world.bot["id"]
    if chat.kind != "private" and not own:
        raise bad_request("message can't be deleted")
    if world.timestamp() - message.date > DELETABLE_SECONDS:
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    return True


def answer_callback_query(world: "World", arguments: Arguments) -> bool:
    """answerCallbackQuery; refused once the tap is older than `World.tap_lifetime`."""
    if len(arguments.text("text")) > LONGEST_NOTICE:
        raise bad_request("MESSAGE_TOO_LONG")
    tap = world.taps.get(arguments.text("callback_query_id"))
    if tap is None or world.timestamp() - tap.at > world.tap_lifetime:
        raise bad_request(QUERY_TOO_OLD)
    tap.answer = {"text": arguments.text("text"), "show_alert": arguments.boolean("show_alert")}
    return True
