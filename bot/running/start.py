"""Starting the bot for good: `handslag run` and `handslag serve`; and the link by which the owner comes in."""

import sys

from bot.app import Parts, Surroundings, build, real_clock
from bot.logs import set_up_logs
from bot.parts import make_parts
from bot.settings import Settings, SettingsError, load_settings
from bot.telegram.check import ask_telegram
from crm.ids import IdMaker
from crm.store.database import Database
from crm.store.migrate import upgrade_once
from crm.store.nodes import next_node
from crm.usecases.first_start import first_start, new_owner_link


def run() -> None:
    """Long polling until SIGTERM or SIGINT. Raises SettingsError, DatabaseAwayError."""
    build(_prepare(), parts_with_first_start).run()


def serve() -> None:
    """The webhook until SIGTERM or SIGINT. Raises SettingsError, DatabaseAwayError."""
    settings = _prepare()
    if settings.handslag_webhook_url is None:
        raise SettingsError("HANDSLAG_WEBHOOK_URL is not set")
    build(settings, parts_with_first_start).serve()


def make_link() -> None:
    """Prints a new owner link; earlier unused ones open nothing any more. Raises SettingsError, DatabaseAwayError."""
    settings = load_settings()
    says = ask_telegram(settings)
    if says.bot_name is None:
        raise SettingsError(says.problem or "Telegram cannot be reached")
    database = Database(settings.database_url)
    try:
        database.check()
        upgrade_once(database)
        with database.begin() as session:
            ids = IdMaker(next_node(session), real_clock)
            token = new_owner_link(session, ids, real_clock())
    finally:
        database.close()
    _say_link(says.bot_name, token)


def parts_with_first_start(around: Surroundings) -> Parts:
    """What the bot does; and on the very first start a workspace, and its owner's link on standard output."""
    with around.database.begin() as session:
        token = first_start(session, around.ids, around.clock())
    if token and not around.settings.handslag_owners:
        _say_link(around.bot_name, token)
    return make_parts(around)


def _prepare() -> Settings:
    settings = load_settings()
    set_up_logs(settings.handslag_log_level, as_json=settings.handslag_log_json)
    return settings


def _say_link(bot_name: str, token: str) -> None:
    sys.stdout.write(
        f"handslag: whoever opens this link first owns the workspace: https://t.me/{bot_name}?start={token}\n"
        f"handslag: or write to @{bot_name}: /start {token}\n"
    )
    sys.stdout.flush()
