"""One message becomes a lead: the card answers, nothing is asked."""

from dataclasses import replace

from bot.callback import Tap, encode
from bot.cards.lead import lead_card, short_name
from bot.chat import Button, Incoming, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.capture.draft import DraftLead
from crm.capture.read import read_lead, read_phone
from crm.models import Lead
from crm.store.chats import link_incoming
from crm.store.leads import find_lead
from crm.store.members import who_is
from crm.usecases.capture_lead import Captured, add_to_lead, capture_lead
from crm.usecases.hand_over import hand_over
from crm.usecases.undo_turn import undo_turn


def captured(ctx: Context, draft: DraftLead, text: str, *, always_new: bool = False) -> Replies:
    """A new lead, or somebody known who is owed a follow-up anew."""
    written_at = ctx.incoming.written_at
    done = capture_lead(
        ctx.work, ctx.who, draft, text=text, written_at=written_at, fair=ctx.fair, always_new=always_new
    )
    _link(ctx, done.lead)
    if done.known:
        return [_known_card(ctx, done)]
    steps = [done.planned.follow_up] if done.planned else []
    card = lead_card(
        ctx,
        done.lead,
        turn_id=ctx.work.turn_id,
        moved_from=done.moved_from,
        reaches=done.reaches,
        follow_ups=steps,
    )
    return [card]


def continued(ctx: Context, draft: DraftLead, text: str) -> Replies:
    """A message right after a card goes to that lead; with one tap it is a lead of its own."""
    lead = last_lead(ctx)
    if lead is None:
        return captured(ctx, draft, text)
    done = add_to_lead(ctx.work, ctx.who, lead, draft, text=text, written_at=ctx.incoming.written_at)
    _link(ctx, lead)
    buttons = (
        (
            Button(t("button-new-lead"), encode("own-lead", ctx.work.turn_id)),
            Button(t("button-undo"), encode("undo", ctx.work.turn_id)),
        ),
    )
    lead_in = t("lead-added-to", text=text)
    return [
        lead_card(
            ctx, lead, turn_id=ctx.work.turn_id, lead_in=lead_in, moved_from=done.moved_from, buttons=buttons
        )
    ]


def unclear(ctx: Context) -> Replies:
    """Nothing becomes a record until the member has chosen."""
    lead = last_lead(ctx)
    turn = ctx.work.turn_id
    buttons = [
        Button(t("button-new-lead"), encode("as-lead", turn)),
        Button(t("button-ignore"), encode("ignore", turn)),
    ]
    if lead is not None:
        buttons.insert(
            0, Button(t("button-note-on", name=short_name(lead)), encode("as-note", turn, arg=str(lead.id)))
        )
    return [Reply((t("unclear"),), (tuple(buttons),))]


def contact_card(ctx: Context) -> Replies:
    """A contact shared from the phone's address book."""
    card = ctx.incoming.contact
    assert card is not None
    phone = read_phone(card.phone if card.phone.startswith("+") else f"+{card.phone}", ctx.surroundings)
    phone = phone or read_phone(card.phone, ctx.surroundings)
    draft = DraftLead(name=card.name or None, phones=(phone,) if phone else (), is_lead=True)
    if phone is None:
        draft = replace(draft, note=card.phone)
    return captured(ctx, draft, f"{card.name} {card.phone}")


def last_lead(ctx: Context) -> Lead | None:
    """The lead that the member captured or opened last, if they may still see it."""
    lead_id = ctx.member.last_shown_id
    return find_lead(ctx.work.session, ctx.access, lead_id) if lead_id else None


def _known_card(ctx: Context, done: Captured) -> Reply:
    lead, turn = done.lead, ctx.work.turn_id
    holder = who_is(ctx.work.session, lead.workspace_id, lead.holder_id)
    mine = lead.holder_id == ctx.member.id
    lead_in = (
        t("lead-known", name=short_name(lead))
        if mine
        else t("lead-known-of", name=short_name(lead), member=holder.member.name if holder else "–")
    )
    buttons = [
        Button(t("button-another", name=short_name(lead)), encode("own-lead", turn)),
        Button(t("button-undo"), encode("undo", turn)),
    ]
    if not mine:
        buttons.insert(0, Button(t("button-take-over"), encode("take-over", lead.id)))
    return lead_card(
        ctx, lead, turn_id=turn, lead_in=lead_in, moved_from=done.moved_from, buttons=(tuple(buttons),)
    )


def _on_own_lead(ctx: Context, tap: Tap) -> Replies:
    """[New lead], [Another Anna]: what was added is taken back and stored as a lead of its own."""
    message = ctx.recall(tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    undo_turn(ctx.work, ctx.access, tap.id)
    return [_in_place(ctx, reply) for reply in _from_message(ctx, message, always_new=True)]


def _on_as_lead(ctx: Context, tap: Tap) -> Replies:
    message = ctx.recall(tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    return [_in_place(ctx, reply) for reply in _from_message(ctx, message, always_new=False)]


def _from_message(ctx: Context, message: Incoming, *, always_new: bool) -> Replies:
    """Reads an earlier message of the member once more, as of when it was written."""
    earlier = ctx.earlier(message)
    draft = read_lead(message.text, earlier.surroundings)
    return captured(earlier, draft, message.text, always_new=always_new)


def _on_ignore(ctx: Context, tap: Tap) -> Replies:
    return [Reply((t("ignored"),), edits=ctx.incoming.message_id)]


def _on_take_over(ctx: Context, tap: Tap) -> Replies:
    lead = find_lead(ctx.work.session, ctx.access, tap.id)
    if lead is None:
        ctx.toast = t("passed")
        return []
    hand_over(ctx.work, ctx.who, lead, ctx.who)
    return [
        lead_card(
            ctx, lead, turn_id=ctx.work.turn_id, lead_in=t("lead-taken-over"), edits=ctx.incoming.message_id
        )
    ]


def _in_place(ctx: Context, reply: Reply) -> Reply:
    return replace(reply, edits=ctx.incoming.message_id)


def _link(ctx: Context, lead: Lead) -> None:
    """Replies to the member's own message, and edits of it, find the lead."""
    incoming = ctx.incoming
    if incoming.message_id is not None:
        link_incoming(
            ctx.work.session,
            incoming.bot_id,
            incoming.chat_id,
            incoming.message_id,
            lead.workspace_id,
            "lead",
            lead.id,
            ctx.work.turn_id,
        )


ROOM = Room(
    taps={
        "own-lead": _on_own_lead,
        "as-lead": _on_as_lead,
        "ignore": _on_ignore,
        "take-over": _on_take_over,
    }
)
