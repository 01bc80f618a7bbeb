"""A concrete chance of a sale opens: on an account, or on a lead until that converts."""

from crm.models import Account, ContactRole, Lead, Opportunity, OpportunityContact, Stage, StageKind
from crm.money import Money
from crm.rules.conversion import guessed_close
from crm.rules.local_time import local_day
from crm.store.members import Who
from crm.store.stages import pipeline
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.place_history import place_history
from crm.usecases.reindex import reindex


def open_opportunity(
    work: Work,
    who: Who,
    on: Account | Lead,
    *,
    name: str,
    value: Money | None = None,
    stage: Stage | None = None,
) -> Opportunity:
    """stage: the first open one by default. It closes in 30 days, as a guess. The holder is that of the account or lead."""
    stages = pipeline(work, who.workspace.id)
    stage = stage or next(s for s in stages if s.kind is StageKind.OPEN)
    opportunity = Opportunity(
        workspace_id=who.workspace.id,
        id=work.ids(),
        holder_id=on.holder_id,
        account_id=on.id if isinstance(on, Account) else None,
        lead_id=on.id if isinstance(on, Lead) else None,
        name=name[:300],
        value_minor=value.minor if value else None,
        currency=value.currency if value else None,
        stage_id=stage.id,
        stage_since=work.now,
        probability=stage.probability,
        probability_by_hand=False,
        close_day=guessed_close(local_day(work.now, who.zone)),
        close_guessed=True,
        source=on.source,
        fair_id=on.fair_id,
        created_at=work.now,
        active_at=work.now,
    )
    work.session.add(opportunity)
    if isinstance(on, Lead):
        on.opportunity_id = opportunity.id
        place_history(work, on)
    note_turn(work, who.access, "turn-opened", opportunity.id)
    reindex(work, opportunity)
    return opportunity


def take_part(work: Work, opportunity: Opportunity, contact_id: int, role: ContactRole) -> OpportunityContact:
    """A contact in the buying process. The caller sees to it that they are not in it already."""
    part = OpportunityContact(
        workspace_id=opportunity.workspace_id,
        id=work.ids(),
        opportunity_id=opportunity.id,
        contact_id=contact_id,
        role=role,
    )
    work.session.add(part)
    return part
