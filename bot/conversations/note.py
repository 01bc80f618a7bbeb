"""Notes: the Note button, /note, and [Note on …] for a message that was not understood."""

from dataclasses import dataclass, replace

from bot.callback import Tap, encode, id_in
from bot.cards.lead import short_name
from bot.cards.logged import link_message, logged_card, still_open
from bot.chat import Button, Reply, Value, t
from bot.commanded import commanded
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.store.blocks import Subject
from crm.store.conversion import find_current, get_current
from crm.usecases.log_activity import log_activity


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """subject: its id as text."""

    subject: str
    text: str | None = None


def _finish(ctx: Context, draft: NoteDraft) -> Replies:
    subject = get_current(ctx.work.session, ctx.access, int(draft.subject))
    return [_note(ctx, subject, draft.text or "")]


def _name(ctx: Context, draft: NoteDraft) -> dict[str, Value]:
    subject = find_current(ctx.work.session, ctx.access, int(draft.subject))
    return {"name": short_name(subject) if subject else ""}


NOTE = Conversation(
    name="note",
    version=1,
    draft=NoteDraft,
    asks=(Ask("text", "ask-note", lambda ctx, text: text, optional=False, args=_name),),
    finish=_finish,
)


def _on_command(ctx: Context) -> Replies:
    """On what was shown last; without one, letters of a name choose it."""
    subject = find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if subject is None:
        return start(ctx, WHOM, WhomDraft(to_base36(ctx.work.turn_id) if ctx.said else ""))
    return [_note(ctx, subject, ctx.said)] if ctx.said else _on_subject(ctx, subject, "")


def _on_note(ctx: Context, tap: Tap) -> Replies:
    """arg: the turn of the message that holds the text; "" asks for it."""
    return _on_subject(ctx, get_current(ctx.work.session, ctx.access, tap.id), tap.arg)


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Somebody else], [Search again]. arg: as for `_on_note`."""
    return start(ctx, WHOM, WhomDraft(tap.arg))


def _on_subject(ctx: Context, subject: Subject, turn: str) -> Replies:
    if not turn:
        asked = start(ctx, NOTE, NoteDraft(str(subject.id)))
        other = Button(t("button-log-other"), encode("note-whom"))
        return [replace(reply, buttons=((other,), *reply.buttons)) for reply in asked]
    message = still_open(ctx, id_in(turn))
    if message is None:
        return []
    said = commanded(message.text)[1]
    edits = ctx.incoming.message_id if ctx.incoming.query_id else None
    return [_note(ctx.earlier(message), subject, said, edits=edits)]


def _on_as_note(ctx: Context, tap: Tap) -> Replies:
    """arg: the id of what it is noted on; the text is that of the earlier message."""
    subject = get_current(ctx.work.session, ctx.access, int(tap.arg) if tap.arg.isdecimal() else 0)
    message = still_open(ctx, tap.id)
    if message is None:
        return []
    return [_note(ctx.earlier(message), subject, message.text, edits=ctx.incoming.message_id)]


WHOM = whom_question(
    "note-whom",
    "log-ask-whom",
    data_of=lambda row, turn: encode("note", row.id, arg=turn),
    again=lambda turn: encode("note-whom", arg=turn),
    at_once=_on_subject,
)


def _note(ctx: Context, subject: Subject, text: str, edits: int | None = None) -> Reply:
    activity = log_activity(
        ctx.work, ctx.access, subject, ActivityKind.NOTE, happened_at=ctx.incoming.written_at, text=text
    )
    ctx.work.session.flush()
    link_message(ctx, activity)
    return logged_card(ctx, subject, t("note-saved"), entry=activity, edits=edits)


ROOM = Room(
    commands={"note": _on_command},
    taps={"note": _on_note, "note-whom": _on_whom, "as-note": _on_as_note},
    conversations=(NOTE, WHOM),
)
