"""The deals of an account or a contact, the leads behind it, and a new deal opened by hand."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.answers import amount_in, parse_amount
from bot.callback import Tap, encode
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list
from bot.cards.subject import subject_card
from bot.cards.titles import labels_of, title_of
from bot.chat import Bold, Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.models import Account, Contact
from crm.store.accounts import get_with_deals, leads_behind
from crm.store.blocks import Subject
from crm.store.opportunities import opportunities_of
from crm.usecases.new_deal import new_deal


@dataclass(frozen=True, slots=True)
class DealDraft:
    """on: the id of the account or contact, as text. amount: as typed, "" for none yet."""

    on: str
    name: str | None = None
    amount: str | None = None


def _finish(ctx: Context, draft: DealDraft) -> Replies:
    on = get_with_deals(ctx.work.session, ctx.access, int(draft.on))
    value = amount_in(ctx, draft.amount) if draft.amount else None
    deal = new_deal(ctx.work, ctx.who, on, name=(draft.name or "")[:300], value=value)
    return [subject_card(ctx, deal, turn_id=ctx.work.turn_id)]


NEW = Conversation(
    name="new-deal",
    version=1,
    draft=DealDraft,
    asks=(
        Ask("name", "ask-deal-name", lambda ctx, text: text, optional=False),
        Ask("amount", "ask-deal-amount", parse_amount),
    ),
    finish=_finish,
)


def _on_new(ctx: Context, tap: Tap) -> Replies:
    on = get_with_deals(ctx.work.session, ctx.access, tap.id)
    return start(ctx, NEW, DealDraft(str(on.id)))


def _on_deals(ctx: Context, tap: Tap) -> Replies:
    on = get_with_deals(ctx.work.session, ctx.access, tap.id)
    new = Button(t("button-new-deal"), encode("new-deal", on.id))
    return [_list(ctx, tap, on, opportunities_of(ctx.work.session, ctx.access, on), new)]


def _on_behind(ctx: Context, tap: Tap) -> Replies:
    on = get_with_deals(ctx.work.session, ctx.access, tap.id)
    return [_list(ctx, tap, on, leads_behind(ctx.work.session, ctx.access, on))]


def _list(ctx: Context, tap: Tap, on: Account | Contact, found: Sequence[Subject], *more: Button) -> Reply:
    """tap: shows this list; its arg is the page."""
    page = read_page(tap.arg)
    shown = found[page * PAGE : (page + 1) * PAGE]
    turning = page_buttons(
        Tap(tap.verb, on.id, 0, str(page - 1)) if page else None,
        Tap(tap.verb, on.id, 0, str(page + 1)) if len(found) > (page + 1) * PAGE else None,
    )
    card = Button(t("button-to-card"), encode("open", on.id))
    return row_list(
        (Bold(title_of(ctx.work.session, on)), None if found else t("deals-of-none")),
        shown,
        here=Tap(tap.verb, on.id, 0, str(page)),
        labels=labels_of(ctx.work.session, shown),
        more=(turning, (*more, card)),
        edits=ctx.incoming.message_id,
    )


ROOM = Room(
    taps={"deals-of": _on_deals, "behind": _on_behind, "new-deal": _on_new},
    conversations=(NEW,),
)
