"""Files go where their words go: what a caption became keeps the file too, and the other parts of its album."""

from dataclasses import replace

from bot.chat import Incoming, Reply, T, t
from bot.context import Context
from bot.documents.file_kinds import is_mail, is_table
from bot.room import Replies
from bot.spoken_of import Place
from crm.models import Activity, Block, File, MessageLink
from crm.store.blocks import find_subject
from crm.store.chats import link_incoming, links_of
from crm.store.inbox import entries_near
from crm.store.jobs import Asked, ask_job
from crm.usecases.keep_file import NewFile, keep_file

STORE = "store-file"
TELEGRAM_LIMIT = 20 * 1024 * 1024
"""Bots can send on larger files, but never read them."""
_MOST_LINES = 6


def with_files(ctx: Context, replies: Replies) -> Replies:
    """What the turn's messages became keeps their files; the first reply says so."""
    messages = [m for m in (ctx.incoming, *ctx.taken_up) if m.file is not None]
    if not messages:
        return replies
    ctx.work.session.flush()
    kept: list[tuple[File, bool]] = []
    for message in messages:
        place = _became(ctx, message)
        if place is not None:
            kept += keep_album(ctx, place, message)
    return told(replies, kept_lines(kept))


def keep_album(ctx: Context, place: Place, message: Incoming) -> list[tuple[File, bool]]:
    """The file of a message, and the parts of its album that nothing was made of yet."""
    kept = [keep(ctx, place, new_file(message))]
    for part in album_of(ctx, message):
        if not own_links(ctx, part):
            kept.append(keep(ctx, place, new_file(part)))
            link_file(ctx, part, kept[-1][0])
    return kept


def keep(ctx: Context, place: Place, new: NewFile, *, inside: str | None = None) -> tuple[File, bool]:
    """False: it is there already. Its bytes are fetched afterwards, where they are kept besides Telegram.

    inside: Telegram's id of the mail that it is attached to.
    """
    file, is_new = keep_file(ctx.work, ctx.access, place, new)
    fetched, sender = file.file_id or inside, ctx.incoming.sender
    if is_new and ctx.stores_files and not is_big(file) and fetched is not None and sender is not None:
        more = {"file": str(file.id)} | ({"attached": new.sha256} if file.file_id is None else {})
        asked = Asked(STORE, ctx.workspace.id, ctx.incoming.chat_id, sender.user_id, more)
        ask_job(ctx.work, ctx.incoming.bot_id, asked, file_id=fetched)
    return file, is_new


def kept_lines(kept: list[tuple[File, bool]]) -> list[T]:
    """ "2 files kept", and what cannot be copied."""
    new = [file for file, is_new in kept if is_new]
    lines = [t("files-kept", count=len(new))] if new else []
    return [*lines, t("file-big")] if any(is_big(file) for file in new) else lines


def told(replies: Replies, lines: list[T]) -> Replies:
    if not replies or not lines:
        return replies
    first = replies[0]
    room = _MOST_LINES - sum(line is not None for line in first.lines)
    return [_with_lines(first, lines[: max(0, room)]), *replies[1:]]


def is_big(file: File) -> bool:
    return file.size is not None and file.size > TELEGRAM_LIMIT


def new_file(message: Incoming) -> NewFile:
    """The file of a message, as it is kept."""
    file = message.file
    assert file is not None
    return NewFile(
        kind=file.kind,
        bot_id=message.bot_id,
        file_id=file.file_id,
        unique_id=file.unique_id,
        name=file.name,
        mime=file.mime,
        size=file.size,
    )


def album_of(ctx: Context, message: Incoming) -> list[Incoming]:
    """The other messages of the album that a message is part of, in order.

    Without mails: they are read. Without tables where nothing is said in the album: they are imported.
    """
    if message.album is None:
        return []
    lane = f"c{message.chat_id}"
    near = entries_near(ctx.work.session, message.bot_id, lane, message.entry_id)
    found = (ctx.recall(entry_id) for entry_id in near)
    parts = [m for m in found if m is not None and m.album == message.album and m.file is not None]
    return [m for m in parts if not goes_alone(m, [message, *parts])]


def goes_alone(message: Incoming, album: list[Incoming]) -> bool:
    """album: all its parts, the message among them."""
    assert message.file is not None
    silent = not any(part.text.strip() or part.reply_to is not None for part in album)
    return is_mail(message.file) or (silent and is_table(message.file))


def own_links(ctx: Context, message: Incoming) -> list[MessageLink]:
    """What a member's own message became."""
    links = links_of(
        ctx.work.session, message.bot_id, message.chat_id, message.message_id or 0, ctx.workspace.id
    )
    return [link for link in links if link.outbox_id is None]


def link_file(ctx: Context, message: Incoming, file: File) -> None:
    """The message became a file: replies to it find whose it is."""
    ctx.work.session.flush()
    link_incoming(
        ctx.work.session,
        message.bot_id,
        message.chat_id,
        message.message_id or 0,
        file.workspace_id,
        File.__tablename__,
        file.id,
        ctx.work.turn_id,
    )


def _became(ctx: Context, message: Incoming) -> Place | None:
    """What this turn made of the message."""
    link = next((link for link in own_links(ctx, message) if link.turn_id == ctx.work.turn_id), None)
    if link is None:
        return None
    if link.entity in list(Block):
        return find_subject(ctx.work.session, ctx.access, link.entity_id)
    if link.entity == Activity.__tablename__:
        return ctx.work.session.get(Activity, (link.workspace_id, link.entity_id))
    return None


def _with_lines(reply: Reply, lines: list[T]) -> Reply:
    return replace(reply, lines=(*reply.lines, *lines))
