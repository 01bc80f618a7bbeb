"""Which deal was won or lost, of several: the words were said already, one tap or letters say which."""

from bot.callback import Tap, encode, id_in
from bot.chat import t
from bot.context import Context
from bot.deal_end import told_earlier
from bot.deal_end_told import ENDED, SEARCH, end
from bot.questions import start
from bot.room import Replies, Room
from bot.whom_question import WhomDraft, whom_question
from crm.ids import to_base36
from crm.models import Opportunity
from crm.store.opportunities import get_opportunity

WHICH = whom_question(
    "ended-which",
    "ended-ask-which",
    data_of=lambda row, turn: encode(ENDED, row.id, arg=turn),
    again=lambda turn: encode(SEARCH, arg=turn),
    may_be=lambda row: isinstance(row, Opportunity),
)


def _on_ended(ctx: Context, tap: Tap) -> Replies:
    """arg: the turn of the words."""
    opportunity = get_opportunity(ctx.work.session, ctx.access, tap.id)
    told = told_earlier(ctx, tap.arg)
    if told is None:
        ctx.toast = t("passed")
        return []
    return end(ctx, opportunity, told, edits=ctx.incoming.message_id)


def _on_search(ctx: Context, tap: Tap) -> Replies:
    """[Search again]. arg: as for `_on_ended`."""
    return start(ctx, WHICH, WhomDraft(to_base36(id_in(tap.arg))))


ROOM = Room(taps={ENDED: _on_ended, SEARCH: _on_search}, conversations=(WHICH,))
