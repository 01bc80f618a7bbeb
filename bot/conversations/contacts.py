"""/contacts: mine, the team's, a colleague's."""

from collections.abc import Mapping

from bot.block_list import FIRST, BlockList, Filter
from bot.chat import t
from bot.context import Context
from crm.models import Block


def _filters(ctx: Context) -> Mapping[str, Filter]:
    return {FIRST: Filter(t("leads-all"))}


ROOM = BlockList("contacts", Block.CONTACT, t("contacts-mine"), t("contacts-none"), _filters).room()
