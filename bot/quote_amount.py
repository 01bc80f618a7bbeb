"""For how much was it? Asked before a quote is logged where its amount cannot be read; a tap away where none was said."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.answers import amount_in, parse_amount
from bot.callback import Tap
from bot.cards.quoted import card_of_quote
from bot.chat import t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies
from crm.errors import NotYours
from crm.models import Activity
from crm.rules.conversion import FORMAL_KINDS
from crm.store.blocks import subject_of
from crm.usecases.part_of_turn import part_of_turn, turn_of_quote
from crm.usecases.reprice_quote import price_quote

NO_AMOUNT = "none"


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """subject: whom it is about; turn: of the command; as text. unread: what of it is no amount. amount: as typed."""

    subject: str
    turn: str
    unread: str
    amount: str | None = None


@dataclass(frozen=True, slots=True)
class LaterDraft:
    """quote: its id as text. amount: as typed."""

    quote: str
    amount: str | None = None


def first_question(finish: Callable[[Context, FirstDraft], Replies]) -> Conversation:
    """Before anything is logged. finish: logs it."""
    return Conversation(
        name="quote-first",
        version=1,
        draft=FirstDraft,
        asks=(
            Ask(
                "amount",
                "quote-ask-amount-unread",
                _parse,
                optional=False,
                choices=lambda ctx, draft: (Choice(t("button-no-amount"), NO_AMOUNT),),
                args=lambda ctx, draft: {"said": draft.unread},
            ),
        ),
        finish=finish,
    )


def on_amount(ctx: Context, tap: Tap) -> Replies:
    """[For how much?]. id: of the quote."""
    quote = _quote(ctx, tap.id)
    if quote.value_minor is not None:
        ctx.toast = t("passed")
        return []
    return start(ctx, LATER, LaterDraft(str(quote.id)))


def _finish(ctx: Context, draft: LaterDraft) -> Replies:
    """One with the quote: one Undo takes back both, unless something has happened with it since."""
    quote, value = _quote(ctx, int(draft.quote)), amount_in(ctx, draft.amount or "")
    assert value is not None
    with part_of_turn(ctx.work, turn_of_quote(ctx.work, ctx.access, quote)):
        before = price_quote(ctx.work, ctx.who, quote, value)
        return [card_of_quote(ctx, quote, before=before)]


def _quote(ctx: Context, id: int) -> Activity:
    """The member's own, or of the team for those who lead it. Raises NotYours."""
    quote = ctx.work.session.get(Activity, (ctx.access.workspace_id, id))
    if quote is None or quote.deleted_at is not None or quote.kind not in FORMAL_KINDS:
        raise NotYours
    subject_of(ctx.work.session, ctx.access, quote)
    if quote.member_id != ctx.access.member_id and not ctx.access.leads_others:
        raise NotYours
    return quote


def _parse(ctx: Context, text: str) -> str:
    said = parse_amount(ctx, text)
    value = amount_in(ctx, said)
    if value is None or value.minor <= 0:
        raise NotUnderstoodError("not-an-amount")
    return said


LATER = Conversation(
    name="quote-amount",
    version=1,
    draft=LaterDraft,
    asks=(Ask("amount", "quote-ask-amount", _parse, optional=False),),
    finish=_finish,
)
