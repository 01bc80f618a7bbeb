"""What several conversations ask for alike: a time, an amount. The draft keeps it as typed, and reads it when it ends."""

from bot.context import Context
from bot.dialogue import NotUnderstoodError
from crm.capture.read import read_due, read_lead, read_money
from crm.money import Money


def parse_when(ctx: Context, text: str) -> str:
    """For Ask.parse. Raises NotUnderstoodError where there is no time in it."""
    if read_due(text, ctx.surroundings) is None:
        raise NotUnderstoodError("not-a-time")
    return text


def said_to_do(ctx: Context, text: str) -> str:
    """What an answer to "When?" says besides the time: "tomorrow 9:00 call" -> "call"; "" for nothing."""
    return read_lead(text, ctx.surroundings).next_action or ""


def parse_amount(ctx: Context, text: str) -> str:
    """For Ask.parse. Raises NotUnderstoodError where there is no amount in it."""
    if read_money(text) is None:
        raise NotUnderstoodError("not-an-amount")
    return text


def amount_in(ctx: Context, text: str) -> Money | None:
    """What `parse_amount` let through; in the member's currency where none was said."""
    said = read_money(text)
    return said.or_in(ctx.who.currency) if said else None
