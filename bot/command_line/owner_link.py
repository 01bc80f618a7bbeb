"""The link by which an owner comes in: of the first start, and a new one for a lost phone."""

import sys
from datetime import UTC, datetime

from bot.settings import Settings, SettingsError
from bot.telegram.check import ask_telegram
from crm.ids import IdMaker
from crm.store.database import Database
from crm.store.migrate import upgrade_once
from crm.store.nodes import next_node
from crm.usecases.first_start import new_owner_link


def make_link(settings: Settings) -> None:
    """Prints a new one; earlier unused ones open nothing any more. Raises SettingsError, DatabaseAwayError."""
    says = ask_telegram(settings)
    if says.bot_name is None:
        raise SettingsError(says.problem or "Telegram cannot be reached")
    now = datetime.now(UTC)
    database = Database(settings.database_url)
    try:
        database.check()
        upgrade_once(database)
        with database.begin() as session:
            token = new_owner_link(session, IdMaker(next_node(session), lambda: now), now)
    finally:
        database.close()
    say_link(says.bot_name, token)


def say_link(bot_name: str, token: str) -> None:
    sys.stdout.write(
        f"handslag: whoever opens this link first owns the workspace: https://t.me/{bot_name}?start={token}\n"
        f"handslag: or write to @{bot_name}: /start {token}\n"
    )
    sys.stdout.flush()
