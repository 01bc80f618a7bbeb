"""A card as it is opened from a list or a search: with its timeline, and the way back."""

from bot.cards.kept import ways_from
from bot.cards.subject import subject_card
from bot.chat import Reply
from bot.context import Context
from crm.store.blocks import Subject


def opened_card(ctx: Context, subject: Subject, *, back: str = "", edits: int | None = None) -> Reply:
    """back: the list that it was opened from, as way_back writes it; "" for none. edits: the message to change."""
    return subject_card(ctx, subject, more=ways_from(subject, back), edits=edits)
