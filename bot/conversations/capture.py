"""One message becomes a lead: the card answers, nothing is asked."""

from collections.abc import Sequence
from dataclasses import replace

from bot.account_news import tell_holder
from bot.callback import Tap, encode
from bot.cards.buttons import undo_button
from bot.cards.captured import OWN_LEAD, captured_card
from bot.cards.lead import country_buttons, short_name
from bot.cards.logged import link_message, still_open
from bot.cards.quoted import quoted_card
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.reading import read_in_hand
from bot.room import Replies, Room
from crm.capture.draft import DraftLead, FormalStep, Understanding
from crm.models import Activity, Lead, Reach
from crm.store.blocks import Subject
from crm.store.conversion import find_current
from crm.usecases.add_to_lead import add_to_lead
from crm.usecases.add_to_subject import add_to_subject
from crm.usecases.capture_lead import capture_lead
from crm.usecases.log_quote import log_step
from crm.usecases.tag_subject import tag_subject


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


def continued(ctx: Context, understood: Understanding, text: str) -> Replies:
    """A message right after a card goes to what that shows; with one tap it is a lead of its own."""
    draft, formal = understood.draft, understood.formal
    subject = last_shown(ctx)
    if subject is None:
        return captured(ctx, draft, text, formal=formal)
    turn, written_at = ctx.work.turn_id, ctx.incoming.written_at
    row: Activity | Subject = subject
    moved_from = None
    added: Sequence[Reach] = ()
    if understood.tags:
        tag_subject(ctx.work, ctx.access, subject, list(understood.tags))
    elif isinstance(subject, Lead):
        done = add_to_lead(ctx.work, ctx.who, subject, draft, text=text, written_at=written_at)
        moved_from, added = done.moved_from, done.added
    else:
        put = add_to_subject(ctx.work, ctx.who, subject, draft, text=text, written_at=written_at)
        subject, row, moved_from = put.subject, put.note, put.moved_from
    link_message(ctx, row)
    buttons = (
        (Button(t("button-new-lead"), encode(OWN_LEAD, turn, turn)), undo_button(turn)),
        country_buttons(added),
    )
    lead_in = t("lead-added-to", text=text)
    card = subject_card(ctx, subject, turn_id=turn, lead_in=lead_in, moved_from=moved_from, buttons=buttons)
    return [card, *_formal_card(ctx, subject, formal, text)]


def _formal_card(ctx: Context, subject: Subject, formal: FormalStep | None, text: str) -> Replies:
    """What the quote did to what was just stored: a card of its own."""
    if formal is None:
        return []
    done = log_step(ctx.work, ctx.who, subject, formal, text=text, written_at=ctx.incoming.written_at)
    return [quoted_card(ctx, done)]


def unclear(ctx: Context, *, stranger: str | None = None) -> Replies:
    """Nothing becomes a record until the member has chosen. stranger: who was spoken to as a colleague and is none."""
    lines = (t("assign-nobody", name=stranger) if stranger else None, t("unclear"))
    last = last_shown(ctx)
    turn = ctx.work.turn_id
    other = (
        Button(t("button-new-lead"), encode("as-lead", turn)),
        Button(t("button-ignore"), encode("ignore", turn)),
    )
    if last is None:
        return [Reply(lines, (other,))]
    note = t("button-note-on", name=short_name(last))
    return [Reply(lines, ((Button(note, encode("as-note", turn, arg=str(last.id))),), other))]


def contact_card(ctx: Context) -> Replies:
    """A contact shared from the phone's address book."""
    return captured(ctx, *read_in_hand(ctx))


def last_shown(ctx: Context) -> Subject | None:
    """What the member captured or opened last, if they may still see it; a lead that has converted is what it became."""
    return find_current(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)


def _on_as_lead(ctx: Context, tap: Tap) -> Replies:
    """What was unclear is a lead. id: its inbox entry."""
    message = still_open(ctx, tap.id)
    if message is None:
        return []
    earlier = ctx.earlier(message)
    (card,) = captured(earlier, *read_in_hand(earlier), said_in=tap.id)
    return [replace(card, edits=ctx.incoming.message_id)]


def _on_ignore(ctx: Context, tap: Tap) -> Replies:
    return [Reply((t("ignored"),), edits=ctx.incoming.message_id)]


ROOM = Room(taps={"as-lead": _on_as_lead, "ignore": _on_ignore})
