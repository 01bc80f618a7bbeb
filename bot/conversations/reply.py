"""A reply to a card, a reminder or one's own message: a log, a correction, or a note."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.choose import choose_card
from bot.cards.lead import lead_card, title_line
from bot.cards.logged import found_by_name, has_become_something, link_message, logged_card, words_card
from bot.chat import About, Bold, Button, Day, Incoming, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.draft import ActivityKind, Correction
from crm.capture.read import read_reply
from crm.errors import NotYours
from crm.ids import from_base36, to_base36
from crm.models import Activity, FollowUp, Lead, MessageLink
from crm.rules.bare_field import bare_field
from crm.rules.visibility import may_edit
from crm.store.chats import links_of
from crm.store.leads import get_lead
from crm.store.turns import get_turn
from crm.usecases.correct_lead import Corrected, Shown, correct_lead
from crm.usecases.edit_lead import edit_lead
from crm.usecases.log_activity import log_activity
from crm.usecases.undo_turn import undo_turn

_TO = "reply-to"
_WHOM = "reply-whom"
_IS = "reply-is"
_JUST_NOTE = "just-note"
_OFFERED = ("organisation", "name")


@dataclass(frozen=True, slots=True)
class WhichDraft:
    """turn: of the reply to a list, or of the log about nobody known, as text."""

    turn: str
    query: str | None = None


def replied(ctx: Context) -> Replies | None:
    """None where the message replied to is about nothing known. Raises NotYours for a lead that is out of sight."""
    incoming = ctx.incoming
    assert incoming.reply_to is not None
    links = links_of(ctx.work.session, incoming.bot_id, incoming.chat_id, incoming.reply_to, ctx.workspace.id)
    if any(link.entity == "list" for link in links):
        return start(ctx, WHICH, WhichDraft(str(ctx.work.turn_id)))
    ids = {lead_id for link in links if (lead_id := _lead_id(ctx, link)) is not None}
    if not ids:
        return None
    if len(ids) > 1:
        return start(ctx, WHICH, WhichDraft(str(ctx.work.turn_id)))
    return [_apply(ctx, get_lead(ctx.work.session, ctx.access, ids.pop()))]


def _lead_id(ctx: Context, link: MessageLink) -> int | None:
    if link.entity == "lead":
        return link.entity_id
    row: Activity | FollowUp | None = None
    key = (link.workspace_id, link.entity_id)
    if link.entity == "activity":
        row = ctx.work.session.get(Activity, key)
    elif link.entity == "follow_up":
        row = ctx.work.session.get(FollowUp, key)
    return row.lead_id if row is not None else None


def _apply(ctx: Context, lead: Lead, edits: int | None = None) -> Reply:
    """What the member may not change, on a colleague's lead, is kept as a note."""
    understood = read_reply(ctx.incoming.text, ctx.surroundings)
    said = understood.correction or bare_field(understood.draft)
    edits_it = may_edit(ctx.access, lead.holder_id)
    if understood.log is not None:
        return words_card(ctx, lead, understood.log, edits=edits)
    if said is not None and (edits_it or said.due is not None):
        return _corrected(ctx, lead, said, edits)
    return _noted(ctx, lead, short=understood.short and edits_it, edits=edits)


def _corrected(ctx: Context, lead: Lead, said: Correction, edits: int | None) -> Reply:
    done = correct_lead(ctx.work, ctx.who, lead, said)
    ctx.work.session.flush()
    link_message(ctx, lead)
    ctx.shows(lead)
    turn = ctx.work.turn_id
    buttons = (
        Button(t("button-undo"), encode("undo", turn)),
        Button(t("button-just-note"), encode(_JUST_NOTE, turn)),
    )
    about = (About("lead", lead.id, turn),)
    return Reply((Bold(title_line(lead)), _change_line(done)), (buttons,), about=about, edits=edits)


def _change_line(done: Corrected) -> Value:
    field, new = t(f"field-{done.field}"), _shown(done.new)
    if done.old is None or done.old == done.new:
        return t("corrected-new", field=field, new=new)
    return t("corrected", field=field, old=_shown(done.old), new=new)


def _shown(value: Shown) -> Value:
    if isinstance(value, bool):
        return t("shown-hot" if value else "shown-not-hot")
    return Day(*value) if isinstance(value, tuple) else value


def _noted(ctx: Context, lead: Lead, *, short: bool, edits: int | None) -> Reply:
    """A few words may also be a name or an organisation: one tap says so."""
    activity = log_activity(
        ctx.work,
        ctx.access,
        lead,
        ActivityKind.NOTE,
        happened_at=ctx.incoming.written_at,
        text=ctx.incoming.text,
    )
    ctx.work.session.flush()
    link_message(ctx, activity)
    if not short:
        return logged_card(ctx, lead, t("note-saved"), edits=edits)
    ctx.shows(lead)
    turn = ctx.work.turn_id
    fields = [Button(t(f"field-{name}"), encode(_IS, turn, arg=name)) for name in _OFFERED]
    undo = Button(t("button-undo"), encode("undo", turn))
    about = (About("lead", lead.id, turn),)
    return Reply((Bold(title_line(lead)), t("note-or-is-it")), ((*fields, undo),), about=about, edits=edits)


def _on_is(ctx: Context, tap: Tap) -> Replies:
    """[Organisation], [Name]: the note is taken back and its words become the field."""
    lead, message = _of_turn(ctx, tap.id)
    text = message.text.strip() if message else ""
    if tap.arg not in _OFFERED or not text:
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    edit_lead(ctx.work, ctx.access, lead, rev=0, **{tap.arg: text[:300]})
    return [lead_card(ctx, lead, edits=ctx.incoming.message_id)]


def _on_just_note(ctx: Context, tap: Tap) -> Replies:
    """The correction is taken back; what was typed is a note."""
    lead, message = _of_turn(ctx, tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    return [_noted(ctx.earlier(message), lead, short=False, edits=ctx.incoming.message_id)]


def _of_turn(ctx: Context, turn_id: int) -> tuple[Lead, Incoming | None]:
    turn = get_turn(ctx.work, ctx.access, turn_id)
    if turn.about_id is None:
        raise NotYours
    return get_lead(ctx.work.session, ctx.access, turn.about_id), ctx.recall(turn_id)


def _finish_which(ctx: Context, draft: WhichDraft) -> Replies:
    query = draft.query or ""
    found = found_by_name(ctx, query)
    turn = int(draft.turn)
    again = encode(_WHOM, turn)
    arg = to_base36(turn)
    return [choose_card(ctx, query, found, lambda lead: encode(_TO, lead.id, arg=arg), again=again)]


WHICH = Conversation(
    name="reply-which",
    version=1,
    draft=WhichDraft,
    asks=(Ask("query", "reply-which", lambda ctx, text: text, optional=False),),
    finish=_finish_which,
    takes_any_text=True,
)


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Search again]. tap.id: the turn of the words that are to go somewhere."""
    message = ctx.recall(tap.id)
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    return start(ctx, WHICH, WhichDraft(str(tap.id)))


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """The lead of the list that the reply was about; arg: the turn of the reply."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    try:
        message = ctx.recall(from_base36(tap.arg))
    except ValueError:
        message = None
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    return [_apply(ctx.earlier(message), lead, edits=ctx.incoming.message_id)]


ROOM = Room(
    taps={_TO: _on_to, _WHOM: _on_whom, _IS: _on_is, _JUST_NOTE: _on_just_note},
    conversations=(WHICH,),
)
