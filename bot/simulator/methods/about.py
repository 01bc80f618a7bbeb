"""The methods about the bot, its chats, files and webhook."""

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from bot.simulator.arguments import Arguments
from bot.simulator.errors import bad_request
from bot.simulator.methods.common import readable_chat, writable_chat
from bot.simulator.profile import EVERYWHERE
from bot.simulator.webhook import Webhook

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_FEATURES = ("can_connect_to_business", "has_main_web_app", "has_topics_enabled")
_FEATURES_OFF = dict.fromkeys((*_FEATURES, "allows_users_to_create_topics"), False)


def get_me(world: "World", _: Arguments) -> Json:
    """getMe"""
    abilities = {"can_join_groups": True, "supports_inline_queries": False} | _FEATURES_OFF
    return world.bot | abilities | {"can_read_all_group_messages": world.reads_all_group_messages}


def get_chat(world: "World", arguments: Arguments) -> Json:
    """getChat: a ChatFullInfo with the fields that are always there."""
    chat = readable_chat(world, arguments)
    gifts = dict.fromkeys(
        ("unlimited_gifts", "limited_gifts", "unique_gifts", "premium_subscription", "gifts_from_channels"),
        False,
    )
    return chat.payload | {"accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": gifts}


def leave_chat(world: "World", arguments: Arguments) -> bool:
    """leaveChat"""
    chat = writable_chat(world, arguments)
    if chat.kind == "private":
        raise bad_request("chat member status can't be changed in private chats")
    chat.set_bot_status(world, world.bot, "left")
    return True


def get_file(world: "World", arguments: Arguments) -> Json:
    """getFile"""
    if not arguments.has("file_id"):
        raise bad_request("file_id not specified")
    return world.files.described(arguments.text("file_id"))


def _scope(arguments: Arguments) -> str:
    scope = arguments.structure("scope", "can't parse BotCommandScope JSON object") or {"type": EVERYWHERE}
    return ":".join(str(scope[key]) for key in ("type", "chat_id", "user_id") if key in scope)


def set_my_commands(world: "World", arguments: Arguments) -> bool:
    """setMyCommands, per scope and language."""
    commands = arguments.structure("commands", "can't parse commands JSON object")
    if not isinstance(commands, list):
        raise bad_request("expected an Array of BotCommand")
    for command in commands:
        if not _COMMAND.fullmatch(str(command.get("command", "")).removeprefix("/")):
            raise bad_request("BOT_COMMAND_INVALID")
        if not 1 <= len(str(command.get("description", ""))) <= 256:
            raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
    if len(commands) > 100:
        raise bad_request("BOT_COMMANDS_TOO_MUCH")
    key = (_scope(arguments), arguments.text("language_code"))
    world.profile.commands[key] = [
        {"command": command["command"].removeprefix("/"), "description": command["description"]}
        for command in commands
    ]
    return True


def get_my_commands(world: "World", arguments: Arguments) -> list[Json]:
    """getMyCommands: exactly those of this scope and language."""
    return world.profile.commands.get((_scope(arguments), arguments.text("language_code")), [])


def delete_my_commands(world: "World", arguments: Arguments) -> bool:
    """deleteMyCommands"""
    world.profile.commands.pop((_scope(arguments), arguments.text("language_code")), None)
    return True


_LONGEST = {"name": 64, "description": 512, "short_description": 120}


def setter_of(kind: str) -> Callable[["World", Arguments], bool]:
    """setMyName, setMyDescription, setMyShortDescription"""

    def set_text(world: "World", arguments: Arguments) -> bool:
        if len(arguments.text(kind)) > _LONGEST[kind]:
            raise bad_request(f"bot {kind.replace('_', ' ')} is too long")
        world.profile.texts[kind, arguments.text("language_code")] = arguments.text(kind)
        return True

    return set_text


def getter_of(kind: str) -> Callable[["World", Arguments], Json]:
    """getMyName, getMyDescription, getMyShortDescription"""

    def get_text(world: "World", arguments: Arguments) -> Json:
        text = world.profile.text(kind, arguments.text("language_code"))
        return {kind: text or (world.bot["first_name"] if kind == "name" else "")}

    return get_text


def set_chat_menu_button(_: "World", arguments: Arguments) -> bool:
    """setChatMenuButton: accepted; the chat page always shows the commands."""
    arguments.structure("menu_button", "can't parse menu button JSON object")
    return True


def set_webhook(world: "World", arguments: Arguments) -> bool:
    """setWebhook; unlike the real server it takes plain http, for this is all on one machine."""
    url, secret = arguments.text("url"), arguments.text("secret_token")
    if not url:
        return delete_webhook(world, arguments)
    if not re.match(r"https?://[^\s/]+", url):
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if len(secret) > 256:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    _drop_if_asked(world, arguments)
    world.updates.allow(arguments.structure("allowed_updates", "can't parse allowed_updates"))
    world.webhook = Webhook(url, secret, arguments.integer("max_connections", 40))
    return True


def delete_webhook(world: "World", arguments: Arguments) -> bool:
    """deleteWebhook"""
    _drop_if_asked(world, arguments)
    world.webhook = None
    return True


def _drop_if_asked(world: "World", arguments: Arguments) -> None:
    if arguments.boolean("drop_pending_updates"):
        world.updates.clear()


def get_webhook_info(world: "World", _: Arguments) -> Json:
    """getWebhookInfo"""
    about = world.webhook.info() if world.webhook else {"url": ""}
    allowed = world.updates.allowed
    about |= {"has_custom_certificate": False, "pending_update_count": len(world.updates)}
    return about | ({"allowed_updates": sorted(allowed)} if allowed else {})
