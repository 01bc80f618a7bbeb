"""/quote and /contract: logged at once, with the file that came along."""

from bot.answers import amount_in
from bot.callback import Tap, encode, id_in
from bot.cards.logged import has_become_something, link_message
from bot.cards.quoted import AMOUNT, quoted_card
from bot.chat import Incoming, Reply, t
from bot.commanded import commanded
from bot.context import Context
from bot.documents.kept import keep, new_file
from bot.questions import start
from bot.quote_amount import LATER, NO_AMOUNT, FirstDraft, first_question, on_amount
from bot.room import OnCommand, Replies, Room
from bot.sent_question import SENT
from bot.whom import whom_surely
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import ActivityKind
from crm.capture.terms import read_terms
from crm.ids import to_base36
from crm.money import Money
from crm.store.blocks import Subject, get_subject
from crm.store.conversion import get_current
from crm.usecases.log_quote import log_quote

_TO, _WHOM = "quote-to", "quote-whom"
_KINDS = {"quote": ActivityKind.QUOTE, "contract": ActivityKind.CONTRACT}


def _command(kind: ActivityKind) -> OnCommand:
    def on_command(ctx: Context) -> Replies:
        terms = read_terms(ctx.said, ctx.surroundings)
        subject = whom_surely(ctx, terms.words)
        if subject is None:
            return start(ctx, WHOM, WhomDraft(to_base36(ctx.work.turn_id), terms.words or None))
        if terms.unread:
            return _ask_first(ctx, subject, ctx.work.turn_id, terms.unread)
        return [_quoted(ctx, subject, kind, ctx.said)]

    return on_command


def _ask_first(ctx: Context, subject: Subject, turn: int, unread: str) -> Replies:
    """What was said as an amount is none: nothing is logged before it is known. turn: of the command."""
    return start(ctx, FIRST, FirstDraft(str(subject.id), str(turn), unread))


def _quoted(
    ctx: Context,
    subject: Subject,
    kind: ActivityKind,
    said: str,
    edits: int | None = None,
    value: Money | None = None,
) -> Reply:
    """value: what was asked for; else what the words say."""
    terms = read_terms(said, ctx.surroundings)
    done = log_quote(
        ctx.work,
        ctx.who,
        subject,
        kind,
        happened_at=ctx.incoming.written_at,
        value=value or terms.value,
        valid_until=terms.valid_until,
        text=said,
    )
    ctx.work.session.flush()
    link_message(ctx, done.activity)
    if ctx.incoming.file is not None:
        keep(ctx, done.activity, new_file(ctx.incoming))
    return quoted_card(ctx, done, open_end=terms.open_end, edits=edits)


def _finish_first(ctx: Context, draft: FirstDraft) -> Replies:
    subject = get_current(ctx.work.session, ctx.access, int(draft.subject))
    message = ctx.recall(int(draft.turn))
    kind, said = _command_in(message)
    if message is None or kind is None or has_become_something(ctx, message):
        return [Reply((t("passed"),))]
    value = amount_in(ctx, draft.amount) if draft.amount not in (None, NO_AMOUNT) else None
    return [_quoted(ctx.earlier(message), subject, kind, said, value=value)]


def _command_in(message: Incoming | None) -> tuple[ActivityKind | None, str]:
    command, said = commanded(message.text) if message is not None else ("", "")
    return _KINDS.get(command), said


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """Whom the command meant; arg: its turn."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    message = ctx.recall(id_in(tap.arg))
    kind, said = _command_in(message)
    if message is None or kind is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    here = ctx.earlier(message)
    unread = read_terms(said, here.surroundings).unread
    if unread:
        return _ask_first(ctx, subject, message.entry_id, unread)
    return [_quoted(here, subject, kind, said, edits=ctx.incoming.message_id)]


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Search again]. arg: the turn of the command."""
    return start(ctx, WHOM, WhomDraft(to_base36(id_in(tap.arg))))


FIRST = first_question(_finish_first)
WHOM = whom_question(
    "quote-whom",
    "quote-ask-whom",
    data_of=lambda row, turn: encode(_TO, row.id, arg=turn),
    again=lambda turn: encode(_WHOM, arg=turn),
)


ROOM = Room(
    commands={name: _command(kind) for name, kind in _KINDS.items()},
    taps={_TO: _on_to, _WHOM: _on_whom, AMOUNT: on_amount},
    conversations=(WHOM, FIRST, LATER, SENT),
)
