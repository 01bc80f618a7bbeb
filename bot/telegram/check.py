"""One question to the Bot API before or beside the running bot: does it know the token, and what time is it there?"""

import http.client
import json
import urllib.error
import urllib.request
from dataclasses import dataclass
from datetime import datetime
from email.utils import parsedate_to_datetime

from bot.settings import Settings

_SECONDS = 10


@dataclass(frozen=True, slots=True)
class TelegramSays:
    """bot_name: its user name, None where the token is refused or nobody answered. problem: why, in one line.

    at: the server's own time, aware, to the second; None where it does not say.
    """

    bot_name: str | None = None
    at: datetime | None = None
    problem: str | None = None


def ask_telegram(settings: Settings) -> TelegramSays:
    """getMe. Never raises for the network or the server."""
    try:
        with urllib.request.urlopen(
            f"{settings.telegram_api_url}/bot{settings.token}/getMe", timeout=_SECONDS
        ) as answer:
            name = str(json.load(answer)["result"]["username"])
            return TelegramSays(name, _date(answer.headers.get("Date")))
    except urllib.error.HTTPError as error:
        if error.code in (401, 403, 404):
            return TelegramSays(problem="TELEGRAM_BOT_TOKEN is refused by Telegram")
        return TelegramSays(problem=f"Telegram answers with an error ({error.code})")
    except (OSError, http.client.HTTPException):
        return TelegramSays(problem="Telegram cannot be reached (TELEGRAM_API_URL, network)")
    except (ValueError, LookupError, TypeError):
        return TelegramSays(problem="TELEGRAM_API_URL is no Bot API server")


def _date(header: str | None) -> datetime | None:
    try:
        return parsedate_to_datetime(header) if header else None
    except ValueError:
        return None
