"""A thumb that taps twice, or once more because the network was slow: the same button within a moment counts once."""

from bot.chat import Incoming, Kind
from bot.context import Context
from crm.store.inbox import entry_before

MOMENT_MS = 3_000
"""Whoever taps again later than this means it."""


def is_second_tap(ctx: Context) -> bool:
    """Whether the last thing that came in here, within a moment, was this very tap, and did what it does."""
    before = entry_before(ctx.work.session, ctx.incoming.entry_id, within_ms=MOMENT_MS)
    earlier = ctx.recall(before) if before is not None else None
    return earlier is not None and _button(earlier) == _button(ctx.incoming)


def _button(tap: Incoming) -> tuple[Kind, int | None, str]:
    return tap.kind, tap.message_id, tap.text
