"""A quote changed the amount of a deal, but was about another: the deal is as it was, and the quote opens its own."""

from sqlalchemy import select

from crm.capture.draft import ActivityKind
from crm.models import Activity, Change, Opportunity, Turn
from crm.store.members import Who
from crm.store.plans import unindexed
from crm.store.recorder import CREATED, from_json
from crm.store.turns import activities_made
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.opportunity_activity import note_activity
from crm.usecases.place_entry import open_for_quote


def quote_on_new_deal(work: Work, who: Who, quote: Activity, turn: Turn) -> Opportunity | None:
    """turn: in which the quote was logged, nothing having changed since (part_of_turn.turn_of_quote).

    None: that turn changed no amount, or no account is there for a new one. Raises Colleagues.
    """
    opportunity = work.session.get(Opportunity, (who.workspace.id, quote.opportunity_id or 0))
    changes = _changes_of(work, turn, opportunity) if opportunity is not None else []
    if opportunity is None or all(change.field not in ("value_minor", "currency") for change in changes):
        return None
    check_may_edit(who.access, opportunity)
    opened = open_for_quote(work, who, quote, after=opportunity)
    if opened is None:
        return None
    for change in reversed(changes):
        setattr(opportunity, change.field, from_json(opportunity, change.field, change.old))
    for move in _moves_of(work, turn, opportunity):
        move.deleted_at = work.now
    note_activity(work, opportunity)
    return opened


def _changes_of(work: Work, turn: Turn, opportunity: Opportunity) -> list[Change]:
    query = select(Change).where(
        Change.workspace_id == turn.workspace_id,
        Change.turn_id == turn.id,
        Change.entity_id == opportunity.id,
    )
    changes = list(work.session.scalars(query.order_by(unindexed(Change.id))))
    return [] if any(change.field == CREATED for change in changes) else changes


def _moves_of(work: Work, turn: Turn, opportunity: Opportunity) -> list[Activity]:
    query = select(Activity).where(
        Activity.workspace_id == turn.workspace_id,
        Activity.id.in_(activities_made(turn.workspace_id, turn.id)),
        Activity.opportunity_id == opportunity.id,
        Activity.kind == ActivityKind.STAGE,
    )
    return list(work.session.scalars(query))
