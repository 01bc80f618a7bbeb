"""Something happened with a lead: a note, a call, an e-mail, a visit. It goes on the timeline and may end what is owed."""

from datetime import datetime

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Activity, Lead, Status
from crm.money import Money
from crm.rules.owing import Effect, effect
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import apply_activity, plan_cadence


def log_activity(
    work: Work,
    access: Access,
    lead: Lead,
    kind: ActivityKind,
    *,
    happened_at: datetime,
    direction: Direction | None = None,
    outcome: Outcome | None = None,
    text: str = "",
    value: Money | None = None,
    plans: bool = True,
) -> Activity:
    """happened_at: when it was written, aware. A new lead that was reached becomes "contacted".

    plans: whether to plan the cadence anew; False where the caller does it later in the turn.
    """
    activity = Activity(
        workspace_id=access.workspace_id,
        id=work.ids(),
        lead_id=lead.id,
        member_id=access.member_id,
        kind=kind,
        direction=direction,
        outcome=outcome,
        text=text,
        happened_at=happened_at,
        created_at=work.now,
        value_minor=value.minor if value else None,
        currency=value.currency if value else None,
    )
    work.session.add(activity)
    apply_activity(work, lead, activity)
    if effect(kind, direction, outcome) is Effect.REACHED and lead.status is Status.NEW:
        lead.status = Status.CONTACTED
    if plans and effect(kind, direction, outcome) is not Effect.NOTHING:
        plan_cadence(work, lead)
    note_turn(work, access, f"turn-{kind.value}", lead.id)
    return activity
