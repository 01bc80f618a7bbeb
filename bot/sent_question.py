""" "Send quote" was planned and is done: was it sent, and for how much? One question, which may be skipped."""

from dataclasses import dataclass

from bot.cards.buttons import undo_button
from bot.cards.quoted import quoted_card
from bot.chat import Reply, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies
from crm.capture.draft import ActivityKind
from crm.capture.terms import read_terms
from crm.models import FollowUp
from crm.rules.fulfils import is_to_send_quote
from crm.store.follow_ups import get_follow_up
from crm.usecases.log_quote import log_quote

_NO_AMOUNT, _NOT_SENT = "sent", "not"


@dataclass(frozen=True, slots=True)
class SentDraft:
    """follow_up: that was done, and turn: in which, as text. amount: in the member's words, or one of the two choices."""

    follow_up: str
    turn: str
    amount: str | None = None


def ask_if_sent(ctx: Context, follow_up: FollowUp) -> Replies:
    """Nothing where it was not a quote that was to be sent."""
    if not is_to_send_quote(follow_up.action):
        return []
    return start(ctx, SENT, SentDraft(str(follow_up.id), str(ctx.work.turn_id)))


def _parse(ctx: Context, text: str) -> str:
    if read_terms(text, ctx.surroundings).value is None:
        raise NotUnderstoodError("not-an-amount")
    return text


def _finish(ctx: Context, draft: SentDraft) -> Replies:
    _, subject = get_follow_up(ctx.work.session, ctx.access, int(draft.follow_up))
    if draft.amount in (None, _NOT_SENT):
        undo = undo_button(int(draft.turn))
        return [Reply((t("quote-not-sent"),), ((undo,),))]
    terms = read_terms("" if draft.amount == _NO_AMOUNT else draft.amount or "", ctx.surroundings)
    done = log_quote(
        ctx.work,
        ctx.who,
        subject,
        ActivityKind.QUOTE,
        happened_at=ctx.incoming.written_at,
        value=terms.value,
        valid_until=terms.valid_until,
    )
    return [quoted_card(ctx, done)]


SENT = Conversation(
    name="quote-sent",
    version=1,
    draft=SentDraft,
    asks=(
        Ask(
            "amount",
            "quote-sent-ask",
            _parse,
            choices=lambda ctx, draft: (
                Choice(t("button-sent-no-amount"), _NO_AMOUNT),
                Choice(t("button-not-sent"), _NOT_SENT),
            ),
        ),
    ),
    finish=_finish,
)
