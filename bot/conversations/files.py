"""Files without words, albums, and files sent again."""

from dataclasses import replace
from typing import Any

from bot.callback import Tap, id_in
from bot.cards.files import PAGE, file_name, files_card
from bot.cards.lead import lead_card
from bot.cards.logged import has_become_something
from bot.cards.row_list import read_page
from bot.cards.subject import subject_card
from bot.cards.titles import title_of
from bot.chat import About, Incoming, Joined, Made, Reply, SentFile, t
from bot.context import Context
from bot.documents.albums import answered_parts
from bot.documents.attached import attached, taken_out
from bot.documents.erased import ask_to_erase_after
from bot.documents.kept import (
    STORE,
    keep_album,
    kept_lines,
    link_file,
    own_links,
    told,
)
from bot.documents.loose_files import kept_card, take_loose
from bot.room import Done, Replies, Room
from bot.running.jobs import Task
from bot.spoken_of import places_spoken_of, subject_at
from crm.capture.draft import DraftLead
from crm.models import File, Turn
from crm.store.blocks import find_subject, get_subject
from crm.store.file_store import key_of
from crm.store.files import count_files, file_with, files_of, get_file, is_kept_as
from crm.store.outbox import first_answers
from crm.store.work import Work
from crm.usecases.capture_lead import capture_lead
from crm.usecases.part_of_turn import part_of_turn


def took_file(ctx: Context) -> Replies | None:
    """A file without words, or an album of them; with words it goes where they go (bot/documents/kept.py)."""
    message = ctx.incoming
    if message.text.strip():
        return None
    before = answered_parts(ctx, message)
    replies = _with_its_album(ctx, before) if before else None
    return replies if replies is not None else [take_loose(ctx, message)]


def _with_its_album(ctx: Context, before: list[Incoming]) -> Replies | None:
    """Late parts of an album go with those before them, quietly: one card tells of all. None: what became of those is gone.

    While it is still asked whose they are, nothing is said: the answer takes these too.
    """
    links = {part.message_id: link for part in before for link in own_links(ctx, part)[:1]}
    if not links:
        return []
    told_by = next(iter(links.values()))
    turn = ctx.work.session.get(Turn, (ctx.workspace.id, told_by.turn_id or 0))
    places = places_spoken_of(ctx, next(iter(links)) or 0)
    if turn is None or turn.undone_by is not None or turn.member_id != ctx.member.id or not places:
        return None
    with part_of_turn(ctx.work, turn):
        kept = keep_album(ctx, places[0], ctx.incoming)
        link_file(ctx, ctx.incoming, kept[0][0])
    subject = subject_at(ctx, places[0])
    rows = first_answers(ctx.work.session, ctx.incoming.bot_id, ctx.incoming.chat_id, turn.id)
    shown = next((row for row, about in rows if any(one[1] == subject.id for one in about)), None)
    if shown is None:
        return []
    card = subject_card(ctx, subject, turn_id=turn.id)
    count = t("files-kept", count=len(links) + len(kept))
    return told([replace(card, edits_outbox=shown)], [count])


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whose file it is; arg: the turn that it came in by."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    message = _open(ctx, id_in(tap.arg))
    return [kept_card(ctx, subject, message, edits=ctx.incoming.message_id)] if message is not None else []


def _on_lead(ctx: Context, tap: Tap) -> Replies:
    """Somebody of whom there is only the file yet: a reply to the card names them."""
    message = _open(ctx, tap.id)
    if message is None:
        return []
    earlier = ctx.earlier(message)
    draft = DraftLead(is_lead=True)
    done = capture_lead(
        ctx.work,
        ctx.who,
        draft,
        text="",
        written_at=message.written_at,
        fair=earlier.fair,
        always_new=True,
    )
    kept = keep_album(ctx, done.lead, message)
    link_file(ctx, message, kept[0][0])
    card = lead_card(ctx, done.lead, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)
    return told([card], kept_lines(kept))


def _open(ctx: Context, turn_id: int) -> Incoming | None:
    """A message with a file of which nothing was made yet."""
    message = ctx.recall(turn_id)
    if message is None or message.file is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return None
    return message


def _on_files(ctx: Context, tap: Tap) -> Replies:
    """arg: the page, and the list to go back to."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    number, _, back = tap.arg.partition("~")
    page = read_page(number)
    ctx.shows(subject)
    found = files_of(ctx.work.session, subject, limit=PAGE, offset=page * PAGE)
    return [files_card(ctx, subject, found, count_files(ctx.work.session, subject), page, back)]


def _on_file(ctx: Context, tap: Tap) -> Replies:
    """Sends it once more."""
    file = get_file(ctx.work.session, ctx.access, tap.id)
    sent = _sendable(ctx, file)
    made = _attached(ctx, file) if sent is None else None
    if sent is None and made is None:
        return [Reply((t("file-elsewhere"),))]
    subject = find_subject(ctx.work.session, ctx.access, file.block_id)
    caption = Joined((title_of(ctx.work.session, subject) if subject else None, file_name(ctx, file)))
    return [Reply((caption,), about=(About("file", file.id),), file=sent, made=made)]


def _sendable(ctx: Context, file: File) -> SentFile | None:
    """By Telegram's id, or by its bytes."""
    if file.file_id is not None and file.bot_id == ctx.incoming.bot_id:
        return SentFile(file.kind, file_id=file.file_id)
    if file.stored is not None and ctx.stores_files:
        return SentFile(file.kind, stored=file.stored, name=file.name or "file")
    return None


def _attached(ctx: Context, file: File) -> Made | None:
    """Out of the mail that it came in."""
    if file.file_id is not None:
        return None
    mail = file_with(ctx.work.session, file, ctx.incoming.bot_id)
    return attached(file, mail, ctx.member.id) if mail is not None else None


def _store(task: Task) -> dict[str, Any]:
    """Puts the bytes where they are kept. In a thread, outside any transaction.

    asked["attached"]: the SHA-256 of an attachment, where the file is its mail.
    """
    if task.files is None or task.file is None:
        return {}
    raw, inside = task.file.read_bytes(), "attached" in task.asked
    content = taken_out(raw, task.asked["attached"]) if inside else raw
    if content is None:
        return {}
    key, digest = key_of(task.workspace_id, content)
    task.files.put(key, content)
    return {"stored": key, "sha256": digest, "size": len(content)}


def _stored(ctx: Context, done: Done) -> Replies:
    """Silent: Telegram has it in any case."""
    _note_stored(ctx.work, ctx.incoming.bot_id, done)
    return []


def _note_stored(work: Work, bot_id: int, done: Done) -> None:
    """Also for somebody who has left. The bytes of what was erased in between go again."""
    key = done.result.get("stored")
    if key is None:
        return
    workspace_id = int(done.asked["workspace_id"])
    file = work.session.get(File, (workspace_id, int(done.asked["file"])))
    if file is not None:
        file.stored, file.sha256, file.size = key, done.result["sha256"], done.result["size"]
    elif not is_kept_as(work.session, workspace_id, key):
        ask_to_erase_after(work, bot_id, done, [key])


ROOM = Room(
    taps={"file-to": _on_to, "file-lead": _on_lead, "files": _on_files, "file": _on_file},
    jobs={STORE: _store},
    done={STORE: _stored},
    left={STORE: _note_stored},
)
