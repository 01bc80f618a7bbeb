"""What a message became: a new lead's card, or what was added to somebody known, and how to take it back."""

from dataclasses import replace

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.conversion import CONVERT
from bot.cards.lead import (
    country_buttons,
    lead_card,
    next_line,
    reach_shown,
    short_name,
    shortened,
    title_line,
)
from bot.chat import About, Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from crm.capture.draft import DraftLead
from crm.ids import to_base36
from crm.models import Lead
from crm.rules.names import ADDRESSES
from crm.store.leads import open_follow_ups
from crm.store.members import who_is
from crm.store.value_of import value_of
from crm.usecases.draft_to_lead import Captured

OWN_LEAD, IS_KNOWN, ALSO, TAKE_OVER = "own-lead", "is-known", "also", "take-over"
_MOST_OFFERED = 3


def captured_card(
    ctx: Context, done: Captured, draft: DraftLead, said_in: int, *, number: str = "", lead_in: Value = None
) -> Reply:
    """said_in: the inbox entry of the message, which its buttons read again (bot/conversations/whose.py). number: which
    of the further people in it this is, "" for whom it is about. lead_in: a line before a new lead."""
    if done.known:
        card = _known_card(ctx, done, draft, said_in, number)
    else:
        card = _new_card(ctx, done, said_in, number, lead_in)
    return replace(card, buttons=(*card.buttons, *_contact_button(done), *also_buttons(ctx, draft, said_in)))


def _contact_button(done: Captured) -> tuple[tuple[Button, ...], ...]:
    """Somebody of an organisation that is an account already: one tap makes them its contact."""
    if done.account is None:
        return ()
    data = encode(CONVERT, done.lead.id, arg=to_base36(done.account.id))
    return ((Button(t("button-add-as-contact"), data),),)


def _new_card(ctx: Context, done: Captured, said_in: int, number: str, lead_in: Value) -> Reply:
    card = lead_card(
        ctx,
        done.lead,
        turn_id=ctx.work.turn_id,
        lead_in=t("known-several", count=len(done.alike)) if done.alike else lead_in,
        moved_from=done.moved_from,
        reaches=done.reaches,
        follow_ups=[done.planned.follow_up] if done.planned else [],
    )
    if not done.alike:
        return card
    made_by = f"{to_base36(ctx.work.turn_id)}.{number}"
    choices = tuple(
        Button(short_name(lead), encode(IS_KNOWN, lead.id, said_in, made_by))
        for lead in done.alike[:_MOST_OFFERED]
    )
    return replace(card, buttons=(*card.buttons, choices))


def _known_card(ctx: Context, done: Captured, draft: DraftLead, said_in: int, number: str) -> Reply:
    lead, turn = done.lead, ctx.work.turn_id
    ctx.shows(lead)
    steps = [done.planned.follow_up] if done.planned else open_follow_ups(ctx.work.session, lead)
    lines = (
        _known_line(ctx, lead),
        Bold(title_line(lead)),
        _added_line(ctx, done, draft),
        next_line(steps, done.moved_from),
        t("known-owed") if lead.owed_since is not None else None,
    )
    buttons = [
        Button(t("button-another", name=_first_name(lead)), encode(OWN_LEAD, turn, said_in, number)),
        undo_button(turn),
    ]
    if lead.holder_id != ctx.member.id:
        buttons.insert(0, Button(t("button-take-over"), encode(TAKE_OVER, lead.id, said_in, number)))
    rows = (tuple(buttons), country_buttons(done.added))
    return Reply(lines, rows, about=(About("lead", lead.id, turn),))


def _known_line(ctx: Context, lead: Lead) -> Value:
    """Where they are known from, and whose they are where they are a colleague's."""
    holder = None
    if lead.holder_id != ctx.member.id:
        who = who_is(ctx.work.session, lead.workspace_id, lead.holder_id)
        holder = t("known-of", member=who.member.name if who else "–")
    year = str(lead.created_at.year) if lead.created_at.year != ctx.work.now.year else None
    source = Joined((lead.source, year), " ")
    if not lead.source and not year and holder is None:
        return t("known", name=short_name(lead))
    return t("known-from", name=short_name(lead), where=Joined((source, holder), ", "))


def _added_line(ctx: Context, done: Captured, draft: DraftLead) -> Value:
    """What the message said that is new: in the note's words, its value, its addresses."""
    value: Value = draft.value
    if done.value_before is not None:
        value = t("known-changed", old=done.value_before, new=value_of(done.lead))
    parts = (shortened(draft.note), value, *(reach_shown(reach, ctx.language) for reach in done.added))
    return t("known-added", what=Joined(parts)) if any(parts) else None


def also_buttons(ctx: Context, draft: DraftLead, said_in: int) -> tuple[tuple[Button, ...], ...]:
    """A row for the further people of the message, where there are any: one tap makes one of them a lead too."""
    row = tuple(
        Button(t("button-also", name=person.name), encode(ALSO, ctx.work.turn_id, said_in, str(number)))
        for number, person in enumerate(draft.others[:_MOST_OFFERED])
    )
    return (row,) if row else ()


def _first_name(lead: Lead) -> Value:
    """ "Jan" for "Dr. Jan Smit": [Another Jan]."""
    words = [word for word in (lead.name or "").split() if word.casefold().rstrip(".") not in ADDRESSES]
    return words[0] if words else short_name(lead)
