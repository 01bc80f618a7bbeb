"""Any message, understood in this order: question, assignment, how a deal ended, log, continuation, capture, unclear."""

from datetime import timedelta

from bot.context import Context
from bot.conversations import ask, assign, capture, log, reply
from bot.conversations import edited as edited_message
from bot.deal_end_told import end_of, end_of_some
from bot.room import Replies
from crm.capture.draft import Ending, Intent
from crm.capture.read import read_message

CONTINUES_WITHIN = timedelta(minutes=10)
"""A message after a card belongs to it only so long; written time counts, not arrival."""


def said(ctx: Context) -> Replies:
    """A text that is no command, no answer and no reply."""
    text = ctx.incoming.text
    understood = read_message(text, ctx.surroundings, after_card=_is_after_card(ctx))
    if understood.question is not None:
        return ask.answered(ctx, understood.question)
    if understood.assignment is not None:
        return assign.assigned(ctx, understood.assignment)
    if understood.ending is not None:
        return _ended(ctx, understood.ending)
    if understood.log is not None:
        return log.said(ctx, understood.log)
    match understood.intent:
        case Intent.CONTINUATION:
            return capture.continued(ctx, understood, text)
        case Intent.CAPTURE:
            return capture.captured(ctx, understood.draft, text, formal=understood.formal)
    return capture.unclear(ctx, stranger=understood.stranger)


def _ended(ctx: Context, ending: Ending) -> Replies:
    """Right after a card it is about that one; else nothing is sure, and it is asked which deal."""
    subject = capture.last_shown(ctx) if _is_after_card(ctx) else None
    if subject is not None:
        return end_of(ctx, subject, ending)
    return end_of_some(ctx, ending) or capture.unclear(ctx)


def replied(ctx: Context) -> Replies | None:
    """A reply to a card, a reminder or one's own message; None where that message is about nothing known."""
    return reply.replied(ctx)


def edited(ctx: Context) -> Replies:
    """An edited message: a capture is read again, a note changes."""
    return edited_message.edited(ctx)


def _is_after_card(ctx: Context) -> bool:
    shown_at = ctx.member.last_shown_at
    if shown_at is None or capture.last_shown(ctx) is None:
        return False
    return timedelta(0) <= ctx.incoming.written_at - shown_at <= CONTINUES_WITHIN
