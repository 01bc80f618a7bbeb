"""[Show my text] under "Still stuck": the member's own words of an entry that could not be processed."""

from bot.callback import Tap
from bot.chat import Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room

_PIECE = 250
_PIECES_A_MESSAGE = 3
"""At most 3 × 250 characters: fits a message even where every one of them is an "&"."""


def _on_show(ctx: Context, tap: Tap) -> Replies:
    """Only to whoever wrote it: `recall` knows nobody else's."""
    message = ctx.recall(tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    text = message.text or (f"{message.contact.name} {message.contact.phone}" if message.contact else "")
    pieces = [text[i : i + _PIECE] for i in range(0, len(text), _PIECE)]
    if not pieces:
        return [Reply((t("show-text-empty"),))]
    groups = [pieces[i : i + _PIECES_A_MESSAGE] for i in range(0, len(pieces), _PIECES_A_MESSAGE)]
    return [Reply((_whole(group),)) for group in groups]


def _whole(pieces: list[str]) -> Value:
    return Joined(tuple(pieces), separator="")


ROOM = Room(taps={"show-text": _on_show})
