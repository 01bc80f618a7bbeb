"""[✅ call, Fri 13 Mar] under a logged contact: that did what was planned."""

from bot.callback import Tap
from bot.cards.lead import next_step
from bot.cards.logged import CLOSE, logged_card
from bot.chat import t
from bot.context import Context
from bot.room import Replies, Room
from bot.sent_question import ask_if_sent
from crm.store.follow_ups import get_follow_up
from crm.usecases.answer_follow_up import is_answered
from crm.usecases.settle_follow_ups import close_follow_up


def _on_close(ctx: Context, tap: Tap) -> Replies:
    """rev: of the follow-up when it was shown."""
    follow_up, lead = get_follow_up(ctx.work.session, ctx.access, tap.id)
    if is_answered(lead, follow_up, tap.rev):
        ctx.toast = t("passed")
        return []
    close_follow_up(ctx.work, ctx.access, lead, follow_up)
    said = t("step-done", step=next_step(follow_up))
    return [logged_card(ctx, lead, said, edits=ctx.incoming.message_id), *ask_if_sent(ctx, follow_up)]


ROOM = Room(taps={CLOSE: _on_close})
