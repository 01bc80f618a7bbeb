"""/accounts: mine, the team's, a colleague's; customers, suppliers."""

from collections.abc import Mapping

from bot.block_list import FIRST, BlockList, Filter
from bot.chat import t
from bot.context import Context
from crm.models import Block
from crm.store.block_lists import RowFilter


def _filters(ctx: Context) -> Mapping[str, Filter]:
    return {
        FIRST: Filter(t("leads-all")),
        "c": Filter(t("accounts-customers"), RowFilter(customer=True)),
        "s": Filter(t("accounts-suppliers"), RowFilter(supplier=True)),
    }


ROOM = BlockList("accounts", Block.ACCOUNT, t("accounts-mine"), t("accounts-none"), _filters).room()
