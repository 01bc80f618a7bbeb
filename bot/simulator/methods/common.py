"""What several methods read alike: the chat, formatted text, the keyboard, the message that is answered."""

from typing import TYPE_CHECKING, Any

from bot.simulator.arguments import Arguments
from bot.simulator.chats import Chat
from bot.simulator.entities import Entity, parse_html, trimmed, utf16_length, with_found
from bot.simulator.errors import bad_request

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

LONGEST_TEXT = 4096
LONGEST_CAPTION = 1024
MOST_BYTES = 1 << 15
MOST_CALLBACK_BYTES = 64
MOST_BUTTONS = 100
_ACTIONS_OF_BUTTONS = ("web_app", "login_url", "switch_inline_query", "copy_text", "pay", "callback_game")


def readable_chat(world: "World", arguments: Arguments) -> Chat:
    """The chat of `chat_id`, whether or not the bot may write there."""
    if not arguments.has("chat_id"):
        raise bad_request("chat_id is empty")
    chat = world.chats.get(arguments.chat_id() or 0)
    if chat is None:
        raise bad_request("chat not found")
    return chat


def writable_chat(world: "World", arguments: Arguments) -> Chat:
    """The chat of `chat_id`; refused where the bot may not write."""
    chat = readable_chat(world, arguments)
    if refusal := chat.refusal():
        raise refusal
    return chat


def thread(chat: Chat, arguments: Arguments) -> Json:
    """The fields that place a message in a topic; only forums have topics."""
    if not arguments.has("message_thread_id"):
        return {}
    if not chat.payload.get("is_forum"):
        raise bad_request("message thread not found")
    return {"message_thread_id": arguments.integer("message_thread_id"), "is_topic_message": True}


def formatted(arguments: Arguments, field: str) -> tuple[str, list[Entity]]:
    """Text and entities of `field` as Telegram would show them; may be empty."""
    source = arguments.text(field)
    if len(source.encode()) > MOST_BYTES:
        raise bad_request("text is too long")
    mode = arguments.text("parse_mode").lower()
    if mode == "html":
        text, entities = parse_html(source)
    elif mode in ("", "none"):
        name = "entities" if field == "text" else "caption_entities"
        given = arguments.structure(name, "can't parse entities JSON object")
        text, entities = source, given if isinstance(given, list) else []
    else:
        raise bad_request("unsupported parse_mode")
    text, entities = trimmed(text, [_with_user(entity) for entity in entities])
    return text, with_found(text, entities)


def _with_user(entity: Entity) -> Entity:
    if "user_id" not in entity:
        return entity
    user = {"id": entity["user_id"], "is_bot": False, "first_name": ""}
    return {**{key: value for key, value in entity.items() if key != "user_id"}, "user": user}


def message_text(arguments: Arguments) -> Json:
    """The fields text and entities of a message; empty and unreadable ones are refused."""
    if not arguments.has("text"):
        raise bad_request("message text is empty")
    text, entities = formatted(arguments, "text")
    if not text:
        raise bad_request("text must be non-empty")
    if len(text) > LONGEST_TEXT:
        raise bad_request("message is too long")
    return {"text": text, **({"entities": entities} if entities else {})}


def caption(arguments: Arguments) -> Json:
    """The fields caption and caption_entities of a message with a file."""
    text, entities = formatted(arguments, "caption")
    if len(text) > LONGEST_CAPTION:
        raise bad_request("message caption is too long")
    return ({"caption": text} if text else {}) | ({"caption_entities": entities} if entities else {})


def reply_markup(arguments: Arguments) -> tuple[Json, Json | None]:
    """The reply_markup field of a message (only inline keyboards have one), and a force_reply."""
    markup = arguments.structure("reply_markup", "can't parse reply keyboard markup JSON object")
    if markup is None:
        return {}, None
    if not isinstance(markup, dict):
        raise bad_request("object expected as reply markup")
    if rows := markup.get("inline_keyboard"):
        return {"reply_markup": {"inline_keyboard": _inline_rows(rows)}}, None
    return {}, markup if markup.get("force_reply") else None


def _inline_rows(rows: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request('field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays')
    if sum(len(row) for row in rows) > MOST_BUTTONS:
        raise bad_request("reply markup is too long")
    return [[_inline_button(button) for button in row] for row in rows if row]


def _inline_button(button: Any) -> Json:
    complaint = "can't parse inline keyboard button: "
    if not isinstance(button, dict):
        raise bad_request(complaint + "InlineKeyboardButton must be an Object")
    if "text" not in button:
        raise bad_request(complaint + 'Can\'t find field "text"')
    if not button["text"]:
        raise bad_request("BUTTON_TEXT_INVALID")
    if "callback_data" in button:
        if not 1 <= len(str(button["callback_data"]).encode()) <= MOST_CALLBACK_BYTES:
            raise bad_request("BUTTON_DATA_INVALID")
    elif "url" in button:
        if not str(button["url"]).startswith(("http://", "https://", "tg://")) or " " in str(button["url"]):
            wrong = f"inline keyboard button URL '{button['url']}' is invalid: wrong HTTP URL"
            raise bad_request(wrong)
    elif not any(action in button for action in _ACTIONS_OF_BUTTONS):
        raise bad_request(complaint + "Text buttons are unallowed in the inline keyboard")
    return button


def answered(chat: Chat, arguments: Arguments) -> Json:
    """The fields reply_to_message and quote, from reply_parameters or the older reply_to_message_id."""
    given = arguments.structure("reply_parameters", "can't parse reply parameters JSON object") or {}
    if not isinstance(given, dict):
        raise bad_request("object expected as reply parameters")
    asked = Arguments(given)
    number = asked.integer("message_id") or arguments.integer("reply_to_message_id")
    if not number:
        return {}
    message = chat.find(number)
    if message is None:
        if asked.boolean("allow_sending_without_reply") or arguments.boolean("allow_sending_without_reply"):
            return {}
        raise bad_request("message to be replied not found")
    fields: Json = {"reply_to_message": message.quoted()}
    if quote := asked.text("quote"):
        text = parse_html(quote)[0] if asked.text("quote_parse_mode").lower() == "html" else quote
        if text not in message.text:
            raise bad_request("QUOTE_TEXT_INVALID")
        position = utf16_length(message.text[: message.text.index(text)])
        fields["quote"] = {"text": text, "position": position, "is_manual": True}
    return fields
