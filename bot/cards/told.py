"""A log in words: a contact, or a quote or contract that may convert the lead."""

from bot.cards.logged import words_card
from bot.cards.quoted import quote_words_card
from bot.chat import Reply
from bot.context import Context
from crm.capture.draft import LogDraft
from crm.store.blocks import Subject
from crm.store.conversion import become


def told_card(ctx: Context, subject: Subject, log: LogDraft, *, edits: int | None = None) -> Reply:
    """Logs it, and says so. What is told of a lead that has converted goes to what it became."""
    subject = become(ctx.work.session, ctx.access, subject)
    if log.formal is not None:
        return quote_words_card(ctx, subject, log, edits=edits)
    return words_card(ctx, subject, log, edits=edits)
