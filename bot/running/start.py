"""Starting the bot for good: `handslag run` and `handslag serve`."""

from bot.app import Parts, Surroundings, build
from bot.command_line.owner_link import say_link
from bot.parts import make_parts
from bot.settings import Settings
from crm.usecases.first_start import first_start


def run(settings: Settings) -> None:
    """Long polling until SIGTERM or SIGINT. Raises SettingsError, DatabaseAwayError."""
    build(settings, parts_with_first_start).run()


def serve(settings: Settings) -> None:
    """The webhook until SIGTERM or SIGINT. Raises SettingsError, DatabaseAwayError."""
    build(settings, parts_with_first_start).serve()


def parts_with_first_start(around: Surroundings) -> Parts:
    """What the bot does; and on the very first start a workspace, and its owner's link on standard output."""
    with around.database.begin() as session:
        token = first_start(session, around.ids, around.clock())
    if token and not around.settings.handslag_owners:
        say_link(around.bot_name, token)
    return make_parts(around)
