"""Which of several rows the letters of a name mean; where nobody has them, what else can be done."""

from collections.abc import Callable, Sequence

from bot.callback import encode
from bot.cards.titles import kinds_of
from bot.chat import Button, Reply, t
from bot.context import Context
from crm.store.blocks import Subject

_QUERY_SHOWN = 60


def choose_card(
    ctx: Context, query: str, found: Sequence[Subject], data_of: Callable[[Subject], str], *, again: str
) -> Reply:
    """data_of: a row's callback data; again: that of a new search. The query is the text of the message in hand."""
    turn = ctx.work.turn_id
    titles = kinds_of(ctx.work.session, found)
    rows = tuple((Button(title, data_of(row)),) for title, row in zip(titles, found, strict=True))
    last = (
        Button(t("button-search-again"), again),
        Button(t("button-new-lead"), encode("new-lead", turn)),
        Button(t("button-cancel"), encode("ignore", turn)),
    )
    key = "log-which" if found else "log-nobody"
    return Reply((t(key, query=query[:_QUERY_SHOWN]),), (*rows, last))
