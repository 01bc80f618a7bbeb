"""When something last happened with an opportunity: by it one goes stale."""

from sqlalchemy import func, select

from crm.models import Activity, Opportunity
from crm.store.work import Work


def note_activity(work: Work, opportunity: Opportunity) -> None:
    """Brings `active_at` up to the latest entry of the timeline; the opening counts as one."""
    work.session.flush()
    latest = work.session.scalar(
        select(func.max(Activity.happened_at)).where(
            Activity.workspace_id == opportunity.workspace_id,
            Activity.opportunity_id == opportunity.id,
            Activity.deleted_at.is_(None),
        )
    )
    opportunity.active_at = max(opportunity.created_at, latest or opportunity.created_at)
