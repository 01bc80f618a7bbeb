"""A card as it is opened from a list or a search: with its timeline, and the way back."""

from bot.callback import encode
from bot.cards.row_list import read_way_back
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from crm.store.blocks import Subject


def opened_card(ctx: Context, subject: Subject, *, back: str = "", edits: int | None = None) -> Reply:
    """back: the list that it was opened from, as way_back writes it; "" for none. edits: the message to change."""
    list_tap = read_way_back(back)
    kept = back if list_tap is not None else ""
    more = [Button(t("button-timeline"), encode("timeline", subject.id, arg=f"0~{kept}"))]
    if list_tap is not None:
        more.append(Button(t("button-to-list"), encode(list_tap.verb, list_tap.id, arg=list_tap.arg)))
    return subject_card(ctx, subject, more=tuple(more), edits=edits)
