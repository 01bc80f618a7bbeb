"""The status of a lead by a tap: new, contacted, qualified, or disqualified with a reason."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows
from bot.cards.lead import lead_card
from bot.chat import Button, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.errors import Stale
from crm.models import Lead, Status
from crm.store.leads import get_lead
from crm.usecases.change_status import REASONS, change_status
from crm.usecases.check_may_edit import check_may_edit

_OWN_WORDS = "own"
_BY_HAND = (Status.NEW, Status.CONTACTED, Status.QUALIFIED, Status.DISQUALIFIED)


@dataclass(frozen=True, slots=True)
class ReasonDraft:
    """lead: its id as text. rev: of the lead when the question was asked."""

    lead: str
    rev: int
    reason: str | None = None


def _finish(ctx: Context, draft: ReasonDraft) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, int(draft.lead))
    return _change(ctx, lead, Status.DISQUALIFIED, draft.reason, rev=draft.rev, edits=None)


REASON = Conversation(
    name="disqualify",
    version=1,
    draft=ReasonDraft,
    asks=(Ask("reason", "ask-reason", parse=lambda ctx, text: text, optional=False),),
    finish=_finish,
)


def _on_status(ctx: Context, tap: Tap) -> Replies:
    """The card stays, its buttons become the statuses that it does not have."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, lead)
    others = [status for status in _BY_HAND if status is not lead.status]
    buttons = [
        Button(
            t("button-disqualified" if status is Status.DISQUALIFIED else f"status-{status.value}"),
            encode("set-status", lead.id, lead.rev, status.value),
        )
        for status in others
    ]
    back = Button(t("button-back"), encode("card", lead.id))
    return [lead_card(ctx, lead, buttons=(tuple(buttons), (back,)), edits=ctx.incoming.message_id)]


def _on_set_status(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    if tap.arg not in [status.value for status in _BY_HAND]:
        ctx.toast = t("passed")
        return []
    status = Status(tap.arg)
    if status is Status.DISQUALIFIED:
        return _reasons(ctx, lead, tap.rev)
    return _change(ctx, lead, status, None, rev=tap.rev, edits=ctx.incoming.message_id)


def _reasons(ctx: Context, lead: Lead, rev: int) -> Replies:
    """The common reasons, and one's own words."""
    buttons = [
        Button(t(f"reason-{reason}"), encode("disqualify", lead.id, rev, reason)) for reason in REASONS
    ]
    rows = in_rows(buttons)
    last = (
        Button(t("button-own-words"), encode("disqualify", lead.id, rev, _OWN_WORDS)),
        Button(t("button-back"), encode("status", lead.id)),
    )
    return [
        lead_card(ctx, lead, lead_in=t("ask-reason"), buttons=(*rows, last), edits=ctx.incoming.message_id)
    ]


def _on_disqualify(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    if tap.arg == _OWN_WORDS:
        check_may_edit(ctx.access, lead)
        return start(ctx, REASON, ReasonDraft(str(lead.id), tap.rev))
    if tap.arg not in REASONS:
        ctx.toast = t("passed")
        return []
    return _change(ctx, lead, Status.DISQUALIFIED, tap.arg, rev=tap.rev, edits=ctx.incoming.message_id)


def _change(
    ctx: Context, lead: Lead, status: Status, reason: str | None, *, rev: int, edits: int | None
) -> Replies:
    """A second tap on the same button finds it done. Raises Stale where somebody else was quicker with another."""
    if lead.status is status and lead.reason == reason:
        ctx.toast = t("passed")
        return []
    if rev != lead.rev:
        raise Stale
    change_status(ctx.work, ctx.access, lead, status, reason, happened_at=ctx.incoming.written_at)
    return [lead_card(ctx, lead, turn_id=ctx.work.turn_id, edits=edits)]


ROOM = Room(
    taps={"status": _on_status, "set-status": _on_set_status, "disqualify": _on_disqualify},
    conversations=(REASON,),
)
