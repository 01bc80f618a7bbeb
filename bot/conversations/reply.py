"""A reply to a card, a reminder or one's own message: a log, a correction, or a note."""

from bot.callback import Tap, encode, id_in
from bot.cards.buttons import undo_button
from bot.cards.lead import country_buttons, number_said, number_shown
from bot.cards.logged import link_message, logged_card, still_open
from bot.cards.subject import subject_card
from bot.cards.titles import title_of
from bot.cards.told import told_card
from bot.chat import About, Bold, Button, Day, Incoming, Reply, Value, t
from bot.context import Context
from bot.deal_end_told import end_of
from bot.questions import start
from bot.room import Replies, Room
from bot.spoken_of import places_spoken_of, subject_at
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import ActivityKind, ReplyUnderstanding
from crm.capture.read import read_reply
from crm.errors import NotYours
from crm.ids import to_base36
from crm.models import Account, Block, Contact, Opportunity, Reach
from crm.rules.bare_field import bare_field
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject, block_of
from crm.store.chats import links_of
from crm.store.conversion import become, get_current
from crm.store.leads import reaches_of
from crm.store.opportunities import only_open
from crm.store.turns import get_turn
from crm.usecases.correct import Corrected, Shown, correct
from crm.usecases.edit_field import edit_field
from crm.usecases.log_activity import log_activity
from crm.usecases.undo_turn import undo_turn

_TO = "reply-to"
_WHOM = "reply-whom"
_IS = "reply-is"
_JUST_NOTE = "just-note"
_OFFERED = {
    Block.LEAD: ("organisation", "name"),
    Block.ACCOUNT: ("name",),
    Block.CONTACT: ("name", "title"),
    Block.OPPORTUNITY: ("name",),
}
"""What a few words may also be."""


def replied(ctx: Context) -> Replies | None:
    """None where the message replied to is about nothing known. Raises NotYours for what is out of sight."""
    incoming = ctx.incoming
    assert incoming.reply_to is not None
    links = links_of(ctx.work.session, incoming.bot_id, incoming.chat_id, incoming.reply_to, ctx.workspace.id)
    if any(link.entity == "list" for link in links):
        return start(ctx, WHICH, WhomDraft(to_base36(ctx.work.turn_id)))
    places = places_spoken_of(ctx, incoming.reply_to)
    found = [become(ctx.work.session, ctx.access, subject_at(ctx, place)) for place in places]
    if len({subject.id for subject in found}) > 1:
        return start(ctx, WHICH, WhomDraft(to_base36(ctx.work.turn_id)))
    return _apply(ctx, found[0]) if found else None


def _apply(ctx: Context, subject: Subject, edits: int | None = None) -> Replies:
    understood = read_reply(ctx.incoming.text, ctx.surroundings)
    if understood.ending is not None:
        return end_of(ctx, subject, understood.ending, edits=edits)
    return [_kept(ctx, subject, understood, edits)]


def _kept(ctx: Context, subject: Subject, understood: ReplyUnderstanding, edits: int | None) -> Reply:
    """What the member may not change, or the row does not have, is kept as a note."""
    said = understood.correction or bare_field(understood.draft)
    if said is not None and said.value is not None:
        subject = _worth(ctx, subject)
    edits_it = may_edit(ctx.access, subject.holder_id)
    if understood.log is not None:
        return told_card(ctx, subject, understood.log, edits=edits)
    if said is not None and (edits_it or said.due is not None):
        done = correct(ctx.work, ctx.who, subject, said)
        if done is not None:
            return _corrected(ctx, subject, done, edits)
    short = understood.short and edits_it and (said is None or said.denied is None)
    return _noted(ctx, subject, short=short, edits=edits)


def _worth(ctx: Context, subject: Subject) -> Subject:
    """An amount said of a contact or account is that of the only deal that is open there."""
    if not isinstance(subject, Contact | Account):
        return subject
    return only_open(ctx.work.session, ctx.access, subject) or subject


def _corrected(ctx: Context, subject: Subject, done: Corrected, edits: int | None) -> Reply:
    ctx.work.session.flush()
    link_message(ctx, subject)
    ctx.shows(subject)
    turn = ctx.work.turn_id
    buttons = (
        undo_button(turn),
        Button(t("button-just-note"), encode(_JUST_NOTE, turn)),
    )
    about = (About(subject.__tablename__, subject.id, turn),)
    put = _put_number(ctx, subject, done)
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), _change_line(ctx, done, put)),
        (buttons, country_buttons([put] if put is not None else [])),
        about=about,
        edits=edits,
    )


def _put_number(ctx: Context, subject: Subject, done: Corrected) -> Reach | None:
    """The number that the reply put there: its country may be a guess."""
    if done.field != "phone" or isinstance(subject, Opportunity):
        return None
    return next((reach for reach in reaches_of(ctx.work.session, subject) if reach.value == done.new), None)


def _change_line(ctx: Context, done: Corrected, put: Reach | None) -> Value:
    if put is not None:
        return _phone_line(ctx, done, put)
    field, new = t(f"field-{done.field.replace('_', '-')}"), _shown(done.new)
    if done.old is None or done.old == done.new:
        return t("corrected-new", field=field, new=new)
    return t("corrected", field=field, old=_shown(done.old), new=new)


def _phone_line(ctx: Context, done: Corrected, put: Reach) -> Value:
    field, new = t("field-phone"), number_said(put, ctx.language)
    if not isinstance(done.old, str) or done.old == done.new:
        return t("corrected-new", field=field, new=new)
    return t("corrected", field=field, old=number_shown(done.old), new=new)


def _shown(value: Shown) -> Value:
    if isinstance(value, bool):
        return t("shown-hot" if value else "shown-not-hot")
    return Day(*value) if isinstance(value, tuple) else value


def _noted(ctx: Context, subject: Subject, *, short: bool, edits: int | None) -> Reply:
    """A few words may also be a name or an organisation: one tap says so."""
    activity = log_activity(
        ctx.work,
        ctx.access,
        subject,
        ActivityKind.NOTE,
        happened_at=ctx.incoming.written_at,
        text=ctx.incoming.text,
    )
    ctx.work.session.flush()
    link_message(ctx, activity)
    if not short:
        return logged_card(ctx, subject, t("note-saved"), entry=activity, edits=edits)
    ctx.shows(subject)
    turn = ctx.work.turn_id
    fields = [Button(t(f"field-{name}"), encode(_IS, turn, arg=name)) for name in _OFFERED[block_of(subject)]]
    undo = undo_button(turn)
    about = (About(subject.__tablename__, subject.id, turn),)
    return Reply(
        (Bold(title_of(ctx.work.session, subject)), t("note-or-is-it")),
        ((*fields, undo),),
        about=about,
        edits=edits,
    )


def _on_is(ctx: Context, tap: Tap) -> Replies:
    """[Organisation], [Name]: the note is taken back and its words become the field."""
    subject, message = _of_turn(ctx, tap.id)
    text = message.text.strip() if message else ""
    if tap.arg not in _OFFERED[block_of(subject)] or not text:
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    before = getattr(subject, tap.arg)
    edit_field(ctx.work, ctx.access, subject, tap.arg, text[:300])
    said = _change_line(ctx, Corrected(tap.arg, before, getattr(subject, tap.arg)), None)
    return [subject_card(ctx, subject, lead_in=said, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


def _on_just_note(ctx: Context, tap: Tap) -> Replies:
    """The correction is taken back; what was typed is a note."""
    subject, message = _of_turn(ctx, tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    return [_noted(ctx.earlier(message), subject, short=False, edits=ctx.incoming.message_id)]


def _of_turn(ctx: Context, turn_id: int) -> tuple[Subject, Incoming | None]:
    turn = get_turn(ctx.work, ctx.access, turn_id)
    if turn.about_id is None:
        raise NotYours
    return get_current(ctx.work.session, ctx.access, turn.about_id), ctx.recall(turn_id)


WHICH = whom_question(
    "reply-which",
    "reply-which",
    data_of=lambda row, turn: encode(_TO, row.id, arg=turn),
    again=lambda turn: encode(_WHOM, id_in(turn)),
)


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Search again]. tap.id: the turn of the words that are to go somewhere."""
    message = still_open(ctx, tap.id)
    if message is None:
        return []
    return start(ctx, WHICH, WhomDraft(to_base36(tap.id)))


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """The one of the list that the reply was about; arg: the turn of the reply."""
    subject = get_current(ctx.work.session, ctx.access, tap.id)
    message = still_open(ctx, id_in(tap.arg))
    if message is None:
        return []
    earlier = ctx.earlier(message)
    replies = _apply(earlier, subject, edits=ctx.incoming.message_id)
    ctx.open = earlier.open
    return replies


ROOM = Room(
    taps={_TO: _on_to, _WHOM: _on_whom, _IS: _on_is, _JUST_NOTE: _on_just_note},
    conversations=(WHICH,),
)
