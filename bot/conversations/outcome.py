"""[No answer], [Voicemail], [Spoke] under a call that was logged in words: what it was, in the same message."""

from bot.callback import Tap
from bot.cards.logged import OUTCOME, OUTCOMES, contact_card
from bot.chat import t
from bot.context import Context
from bot.room import Replies, Room
from crm.usecases.change_outcome import change_outcome


def _on_outcome(ctx: Context, tap: Tap) -> Replies:
    """tap.id: the turn that logged the call."""
    outcome = next((known for known in OUTCOMES if known.value == tap.arg), None)
    changed = change_outcome(ctx.work, ctx.who, tap.id, outcome) if outcome is not None else None
    if changed is None:
        ctx.toast = t("passed")
        return []
    lead, done = changed
    others = [known for known in OUTCOMES if known is not outcome]
    here = ctx.incoming.message_id
    return [contact_card(ctx, lead, done, outcomes=others, turn_id=tap.id, edits=here)]


ROOM = Room(taps={OUTCOME: _on_outcome})
