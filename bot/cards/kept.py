"""A card that a tap changes keeps the ways on that stood under it: its timeline, and back to the list it came from."""

from bot.callback import Tap, decode, encode
from bot.cards.row_list import read_way_back
from bot.chat import Button, t
from bot.context import Context
from crm.store.blocks import Subject

_TIMELINE, _OPEN = "timeline", "open"


def kept_ways(ctx: Context, subject: Subject) -> tuple[Button, ...]:
    """[Timeline] [◀ List], as far as the tapped message had them, or led back to a card that has them."""
    back = _way_back(ctx, subject)
    return ways_from(subject, back) if back is not None else ()


def ways_from(subject: Subject, back: str) -> tuple[Button, ...]:
    """back: the list that the card was opened from, as way_back writes it; "" for none, and for anything forged."""
    list_tap = read_way_back(back)
    kept = back if list_tap is not None else ""
    timeline = Button(t("button-timeline"), encode(_TIMELINE, subject.id, arg=f"0~{kept}"))
    if list_tap is None:
        return (timeline,)
    return timeline, Button(t("button-to-list"), encode(list_tap.verb, list_tap.id, arg=list_tap.arg))


def back_button(ctx: Context, subject: Subject) -> Button:
    """From a choice to the card as it was."""
    back = _way_back(ctx, subject)
    data = encode("card", subject.id) if back is None else encode(_OPEN, subject.id, arg=back)
    return Button(t("button-back"), data)


def _way_back(ctx: Context, subject: Subject) -> str | None:
    """None where the tapped message was no opened card of it."""
    for tap in filter(None, map(decode, ctx.incoming.shown)):
        if tap.id == subject.id and tap.verb in (_TIMELINE, _OPEN):
            return _list_of(tap)
    return None


def _list_of(tap: Tap) -> str:
    said = tap.arg.partition("~")[2] if tap.verb == _TIMELINE else tap.arg
    return said if read_way_back(said) is not None else ""
