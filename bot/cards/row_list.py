"""A list of rows of any block: each a button that opens its card, with the way back to the list in it."""

from collections.abc import Sequence

from bot.callback import Tap, encode
from bot.cards.lead import title_line
from bot.chat import About, Button, Reply, Value, t
from crm.ids import from_base36, to_base36
from crm.store.blocks import Subject

PAGE = 6
LAST_PAGE = 998
LISTS = frozenset(
    {
        "leads",
        "accounts",
        "contacts",
        "deals",
        "find",
        "agenda-list",
        "deals-of",
        "behind",
        "tagged",
        "met",
    }
)
"""Verbs of lists: where the way back from an opened card may lead."""
_WAY_BACK_LIMIT = 32


def row_list(
    lines: Sequence[Value],
    rows: Sequence[Subject],
    *,
    here: Tap | None = None,
    labels: Sequence[Value] = (),
    more: tuple[tuple[Button, ...], ...] = (),
    edits: int | None = None,
) -> Reply:
    """lines: above the list. here: the tap that shows this list again, None where nothing does.

    labels: what the buttons say, where it is not just who it is. more: rows of buttons below.
    """
    back = way_back(here) if here else ""
    said = labels or [title_line(row) for row in rows]
    buttons = [
        (Button(label, encode("open", row.id, arg=back)),) for label, row in zip(said, rows, strict=True)
    ]
    return Reply(
        lines=tuple(lines),
        buttons=(*buttons, *more),
        about=(About("list", 0), *(About(row.__tablename__, row.id) for row in rows)),
        edits=edits,
    )


def page_buttons(before: Tap | None, after: Tap | None) -> tuple[Button, ...]:
    """◀ ▶, each only where it leads somewhere."""
    return tuple(
        Button(t(label), encode(tap.verb, tap.id, tap.rev, tap.arg))
        for label, tap in (("button-page-before", before), ("button-page-after", after))
        if tap is not None
    )


def shown_of(page: int, shown: int, count: Value) -> Value:
    """ "7–12 of 24"; page: from 0."""
    return t("list-shown", first=page * PAGE + 1, last=page * PAGE + shown, count=count)


def way_back(here: Tap) -> str:
    """A list's tap, small enough to stand in another button."""
    return f"{here.verb}~{to_base36(here.id)}~{here.arg}"


def read_way_back(text: str) -> Tap | None:
    """None where it is none, leads to anything but a list, or would not fit into a button again."""
    if not text.isascii() or len(text) > _WAY_BACK_LIMIT:
        return None
    verb, _, rest = text.partition("~")
    number, _, arg = rest.partition("~")
    try:
        return Tap(verb, from_base36(number), 0, arg) if verb in LISTS else None
    except ValueError:
        return None


def read_page(text: str) -> int:
    """A page number of a button: 0 for anything that is none."""
    return min(int(text), LAST_PAGE) if text.isascii() and text.isdigit() and len(text) <= 4 else 0
