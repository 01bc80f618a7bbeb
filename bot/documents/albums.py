"""Albums: photos and documents sent together come as messages of their own. They are held until a second of quiet, and
then understood as one message, the one with the words.

Each part leaves a timer entry; the one of the last part finds them all. So a process may end in between.
"""

from dataclasses import replace
from datetime import timedelta
from typing import Any

from bot.chat import Incoming, Kind
from bot.context import Context
from bot.documents.file_kinds import is_mail
from bot.documents.kept import album_of, goes_alone, own_links
from bot.room import Replies
from crm.store.jobs import Asked, go_on_later
from crm.store.outbox import first_answers

QUIET = timedelta(seconds=1)
_ALBUM = "album"


def is_part(message: Incoming) -> bool:
    """Of an album that is waited for. A mail is read by itself."""
    return message.album is not None and message.file is not None and not is_mail(message.file)


def held(ctx: Context) -> Replies:
    """Nothing is said yet: more parts may be on their way."""
    message = ctx.incoming
    assert message.sender is not None
    more = {"part": str(message.entry_id)}
    asked = Asked(_ALBUM, ctx.workspace.id, message.chat_id, message.sender.user_id, more)
    go_on_later(ctx.work, message.bot_id, asked, lane=asked.lane, due_at=ctx.work.now + QUIET)
    return []


def is_timer(incoming: Incoming) -> bool:
    return incoming.kind is Kind.JOB and incoming.payload["job"] == _ALBUM


def together(ctx: Context) -> Incoming | None:
    """The message that the album is understood by: its own of the parts, with the words of all. None: not now.

    Parts that came after the album was answered are an album of their own, unless they say nothing.
    """
    asked: Any = ctx.incoming.payload["asked"]
    part = ctx.recall(int(asked["part"]))
    if part is None:
        return None
    parts = sorted([part, *album_of(ctx, part)], key=lambda one: one.entry_id)
    if goes_alone(part, parts):
        return part
    if parts[-1] is not part:
        return None
    return _as_one([one for one in parts if not _is_answered(ctx, one)])


def answered_parts(ctx: Context, message: Incoming) -> list[Incoming]:
    """The parts of its album of which something became before."""
    return [part for part in album_of(ctx, message) if _is_answered(ctx, part)]


def _as_one(parts: list[Incoming]) -> Incoming | None:
    """Of messages with words the first, for an edit of it is found by it; what it replies to, any of them may say."""
    said = list(dict.fromkeys(one.text.strip() for one in parts if one.text.strip()))
    first = next((one for one in parts if one.text.strip()), parts[0] if parts else None)
    if first is None:
        return None
    reply_to = next((one.reply_to for one in parts if one.reply_to is not None), None)
    return replace(first, text="\n".join(said), reply_to=reply_to)


def _is_answered(ctx: Context, part: Incoming) -> bool:
    """What the album became is the turn of its message; the other parts became files."""
    if own_links(ctx, part):
        return True
    return bool(first_answers(ctx.work.session, part.bot_id, part.chat_id, part.entry_id))
