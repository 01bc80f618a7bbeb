"""One message becomes a lead: the card answers, nothing is asked."""

from dataclasses import replace

from bot.account_news import tell_holder
from bot.callback import Tap, encode
from bot.cards.buttons import undo_button
from bot.cards.captured import OWN_LEAD, captured_card
from bot.cards.lead import lead_card, short_name
from bot.cards.logged import has_become_something, link_message
from bot.cards.quoted import quoted_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.reading import read_in_hand
from bot.room import Replies, Room
from crm.capture.draft import DraftLead, FormalStep
from crm.models import Lead
from crm.store.conversion import find_current
from crm.store.leads import find_lead
from crm.usecases.add_to_lead import add_to_lead
from crm.usecases.capture_lead import capture_lead
from crm.usecases.log_quote import log_step


def captured(
    ctx: Context,
    draft: DraftLead,
    text: str,
    *,
    said_in: int | None = None,
    formal: FormalStep | None = None,
) -> Replies:
    """A new lead, or somebody known who is owed a follow-up anew. said_in: its inbox entry, None for the one in hand.

    formal: the quote, contract or order that the same message tells of.
    """
    done = capture_lead(
        ctx.work, ctx.who, draft, text=text, written_at=ctx.incoming.written_at, fair=ctx.fair
    )
    link_message(ctx, done.lead)
    if done.account is not None:
        tell_holder(ctx, done.lead, done.account)
    card = captured_card(ctx, done, draft, said_in or ctx.work.turn_id)
    return [card, *_formal_card(ctx, done.lead, formal, text)]


def continued(ctx: Context, draft: DraftLead, text: str, *, formal: FormalStep | None = None) -> Replies:
    """A message right after a card goes to that lead; with one tap it is a lead of its own. formal: as for `captured`."""
    lead = last_lead(ctx)
    if lead is None:
        return captured(ctx, draft, text, formal=formal)
    done = add_to_lead(ctx.work, ctx.who, lead, draft, text=text, written_at=ctx.incoming.written_at)
    link_message(ctx, lead)
    turn = ctx.work.turn_id
    buttons = (
        (
            Button(t("button-new-lead"), encode(OWN_LEAD, turn, turn)),
            undo_button(turn),
        ),
    )
    lead_in = t("lead-added-to", text=text)
    card = lead_card(ctx, lead, turn_id=turn, lead_in=lead_in, moved_from=done.moved_from, buttons=buttons)
    return [card, *_formal_card(ctx, lead, formal, text)]


def _formal_card(ctx: Context, lead: Lead, formal: FormalStep | None, text: str) -> Replies:
    """What the quote did to the lead that was just stored: a card of its own."""
    if formal is None:
        return []
    done = log_step(ctx.work, ctx.who, lead, formal, text=text, written_at=ctx.incoming.written_at)
    return [quoted_card(ctx, done)]


def unclear(ctx: Context) -> Replies:
    """Nothing becomes a record until the member has chosen."""
    last = find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    turn = ctx.work.turn_id
    other = (
        Button(t("button-new-lead"), encode("as-lead", turn)),
        Button(t("button-ignore"), encode("ignore", turn)),
    )
    if last is None:
        return [Reply((t("unclear"),), (other,))]
    note = t("button-note-on", name=short_name(last))
    return [Reply((t("unclear"),), ((Button(note, encode("as-note", turn, arg=str(last.id))),), other))]


def contact_card(ctx: Context) -> Replies:
    """A contact shared from the phone's address book."""
    return captured(ctx, *read_in_hand(ctx))


def last_lead(ctx: Context) -> Lead | None:
    """The lead that the member captured or opened last, if they may still see it."""
    lead_id = ctx.member.last_shown_id
    return find_lead(ctx.work.session, ctx.access, lead_id) if lead_id else None


def _on_as_lead(ctx: Context, tap: Tap) -> Replies:
    """What was unclear is a lead. id: its inbox entry."""
    message = ctx.recall(tap.id)
    if message is None or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    earlier = ctx.earlier(message)
    (card,) = captured(earlier, *read_in_hand(earlier), said_in=tap.id)
    return [replace(card, edits=ctx.incoming.message_id)]


def _on_ignore(ctx: Context, tap: Tap) -> Replies:
    return [Reply((t("ignored"),), edits=ctx.incoming.message_id)]


ROOM = Room(taps={"as-lead": _on_as_lead, "ignore": _on_ignore})
