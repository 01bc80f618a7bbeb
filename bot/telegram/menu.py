"""The list of commands that Telegram shows, in each language."""

from collections.abc import Mapping

import structlog
from telegram.error import TelegramError

from bot.telegram.api import TelegramApi

log = structlog.get_logger(__name__)

Menu = Mapping[str, Mapping[str, str]]
"""Language ("" for all others) -> command -> description."""


async def publish_menu(api: TelegramApi, menu: Menu) -> None:
    """Best effort: the commands work without it."""
    for language, commands in menu.items():
        listed = [{"command": name, "description": text} for name, text in commands.items()]
        try:
            await api.call("setMyCommands", {"commands": listed, "language_code": language or None})
        except TelegramError as error:
            log.warning("the list of commands was not set", language=language, error=type(error).__name__)
