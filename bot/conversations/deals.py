"""/deals: opportunities that are open, without a next step, or in a stage; mine, the team's, a colleague's."""

from collections.abc import Mapping

from bot.block_list import FIRST, BlockList, Filter
from bot.cards.stage import stage_name
from bot.chat import t
from bot.context import Context
from crm.models import Block
from crm.store.block_lists import RowFilter
from crm.store.stages import stages_of


def _filters(ctx: Context) -> Mapping[str, Filter]:
    """Stages by their place: one that is moved meanwhile shows its neighbour."""
    stages = stages_of(ctx.work.session, ctx.workspace.id)
    return {
        FIRST: Filter(t("deals-open"), RowFilter(open_only=True)),
        "x": Filter(t("deals-no-step"), RowFilter(without_step=True)),
        **{
            f"s{number}": Filter(stage_name(stage), RowFilter(stage_id=stage.id), tucked_away=True)
            for number, stage in enumerate(stages)
        },
    }


ROOM = BlockList(
    "deals", Block.OPPORTUNITY, t("deals-mine"), t("deals-none"), _filters, t("button-by-stage")
).room()
