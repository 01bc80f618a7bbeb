"""Buttons that many cards have, and how they stand in rows."""

from collections.abc import Sequence

from bot.callback import encode
from bot.chat import Button, t


def in_rows(buttons: Sequence[Button], width: int = 2) -> tuple[tuple[Button, ...], ...]:
    """So many beside each other as a phone shows without cutting them."""
    return tuple(tuple(buttons[i : i + width]) for i in range(0, len(buttons), width))


def undo_button(turn_id: int) -> Button:
    """Takes back what that turn did."""
    return Button(t("button-undo"), encode("undo", turn_id))
