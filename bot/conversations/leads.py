"""/leads: mine, the team's, a colleague's, an event's; not followed up, all, by status."""

from collections.abc import Mapping

from bot.block_list import FIRST, BlockList, Filter
from bot.chat import t
from bot.context import Context
from crm.models import Block, Status
from crm.store.block_lists import RowFilter

_STATUS = {
    "n": Status.NEW,
    "c": Status.CONTACTED,
    "q": Status.QUALIFIED,
    "d": Status.DISQUALIFIED,
    "v": Status.CONVERTED,
}


def _filters(ctx: Context) -> Mapping[str, Filter]:
    return {
        FIRST: Filter(t("leads-all")),
        "o": Filter(t("leads-owed"), RowFilter(owed_on=ctx.today), none=t("leads-none-owed")),
        **{
            letter: Filter(t(f"status-{status.value}"), RowFilter(status=status), tucked_away=True)
            for letter, status in _STATUS.items()
        },
    }


ROOM = BlockList(
    "leads",
    Block.LEAD,
    t("leads-mine"),
    t("leads-none"),
    _filters,
    menu=t("button-by-status"),
    by_event=True,
).room()
