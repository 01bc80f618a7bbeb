"""Which of several leads the letters of a name mean; where nobody has them, what else can be done."""

from collections.abc import Callable, Sequence

from bot.callback import encode
from bot.cards.lead import title_line
from bot.chat import Button, Reply, t
from bot.context import Context
from crm.models import Lead

_QUERY_SHOWN = 60


def choose_card(
    ctx: Context, query: str, found: Sequence[Lead], data_of: Callable[[Lead], str], *, again: str
) -> Reply:
    """data_of: a lead's callback data; again: that of a new search. The query is the text of the message in hand."""
    turn = ctx.work.turn_id
    rows = tuple((Button(title_line(lead), data_of(lead)),) for lead in found)
    last = (
        Button(t("button-search-again"), again),
        Button(t("button-new-lead"), encode("new-lead", turn)),
        Button(t("button-cancel"), encode("ignore", turn)),
    )
    key = "log-which" if found else "log-nobody"
    return Reply((t(key, query=query[:_QUERY_SHOWN]),), (*rows, last))
