"""The message in hand, read as a lead: a text, or a contact card from the phone's address book."""

from dataclasses import replace

from bot.context import Context
from crm.capture.draft import DraftLead
from crm.capture.read import read_lead, read_phone


def read_in_hand(ctx: Context) -> tuple[DraftLead, str]:
    """What it says, and its words."""
    card = ctx.incoming.contact
    if card is None:
        return read_lead(ctx.incoming.text, ctx.surroundings), ctx.incoming.text
    phone = read_phone(card.phone if card.phone.startswith("+") else f"+{card.phone}", ctx.surroundings)
    phone = phone or read_phone(card.phone, ctx.surroundings)
    draft = DraftLead(name=card.name or None, phones=(phone,) if phone else (), is_lead=True)
    if phone is None:
        draft = replace(draft, note=card.phone)
    return draft, f"{card.name} {card.phone}"
