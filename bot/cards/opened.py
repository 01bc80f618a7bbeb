"""A lead's card as it is opened from a list or a search: with its timeline, and the way back."""

from bot.callback import encode
from bot.cards.lead import card_buttons, lead_card
from bot.cards.lead_list import read_way_back
from bot.chat import Button, Reply, t
from bot.context import Context
from crm.models import Lead
from crm.store.leads import reaches_of


def opened_card(ctx: Context, lead: Lead, *, back: str = "", edits: int | None = None) -> Reply:
    """back: the list that it was opened from, as way_back writes it; "" for none. edits: the message to change."""
    reaches = reaches_of(ctx.work.session, lead)
    list_tap = read_way_back(back)
    kept = back if list_tap is not None else ""
    more = [Button(t("button-timeline"), encode("timeline", lead.id, arg=f"0~{kept}"))]
    if list_tap is not None:
        more.append(Button(t("button-to-list"), encode(list_tap.verb, list_tap.id, arg=list_tap.arg)))
    buttons = (*card_buttons(ctx, lead, reaches, None), tuple(more))
    return lead_card(ctx, lead, buttons=buttons, edits=edits, reaches=reaches)
