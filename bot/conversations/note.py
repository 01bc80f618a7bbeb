"""Notes: the Note button, /note, and [Note on …] for a message that was not understood."""

from dataclasses import dataclass

from bot.callback import Tap
from bot.cards.logged import has_become_something, link_message, logged_card
from bot.chat import Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.draft import ActivityKind
from crm.models import Lead
from crm.store.leads import find_lead, get_lead
from crm.usecases.log_activity import log_activity


@dataclass(frozen=True, slots=True)
class NoteDraft:
    """lead: its id as text."""

    lead: str
    text: str | None = None


def _finish(ctx: Context, draft: NoteDraft) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, int(draft.lead))
    return [_note(ctx, lead, draft.text or "")]


NOTE = Conversation(
    name="note",
    version=1,
    draft=NoteDraft,
    asks=(Ask("text", "ask-note", lambda ctx, text: text, optional=False),),
    finish=_finish,
    takes_any_text=True,
)


def _on_command(ctx: Context) -> Replies:
    lead = find_lead(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if lead is None:
        return [Reply((t("log-no-lead"),))]
    return start(ctx, NOTE, NoteDraft(str(lead.id), ctx.said or None))


def _on_note(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    return start(ctx, NOTE, NoteDraft(str(lead.id)))


def _on_as_note(ctx: Context, tap: Tap) -> Replies:
    """arg: the lead's id; the text is that of the earlier message."""
    lead = get_lead(ctx.work.session, ctx.access, int(tap.arg) if tap.arg.isdecimal() else 0)
    message = ctx.recall(tap.id)
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    return [_note(ctx.earlier(message), lead, message.text, edits=ctx.incoming.message_id)]


def _note(ctx: Context, lead: Lead, text: str, edits: int | None = None) -> Reply:
    activity = log_activity(
        ctx.work, ctx.access, lead, ActivityKind.NOTE, happened_at=ctx.incoming.written_at, text=text
    )
    ctx.work.session.flush()
    link_message(ctx, activity)
    return logged_card(ctx, lead, t("note-saved"), edits=edits)


ROOM = Room(
    commands={"note": _on_command}, taps={"note": _on_note, "as-note": _on_as_note}, conversations=(NOTE,)
)
