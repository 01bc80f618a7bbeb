"""/help: five lines, each with an example."""

from bot.chat import Reply, t
from bot.context import Context
from bot.room import Replies, Room

_LINES = ("help-capture", "help-log", "help-find", "help-when", "help-more")


def _on_help(ctx: Context) -> Replies:
    return [Reply(tuple(t(line) for line in _LINES))]


ROOM = Room(commands={"help": _on_help, "start": _on_help})
