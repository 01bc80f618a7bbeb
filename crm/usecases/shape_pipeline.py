"""The owner shapes the pipeline: stages are added, named, put in order and removed; reasons for losing too."""

from sqlalchemy import func, select

from crm.access import Access
from crm.errors import NotYours, Refused, Stale
from crm.models import LostReason, Opportunity, Stage, StageKind
from crm.rules.stages import LOWEST_OPEN, STALE_DAYS, is_probability
from crm.store.members import Who
from crm.store.stages import lost_reasons_of, pipeline
from crm.store.turns import note_turn
from crm.store.work import Session, Work
from crm.usecases.check_owner import check_owner
from crm.usecases.move_stage import move_stage

_LONGEST_STALE = 365


def add_stage(work: Work, access: Access, name: str) -> Stage:
    """A new open stage before won, as likely as the one before it. Every use case here raises Refused("owner-only")."""
    check_owner(access)
    stages = pipeline(work, access.workspace_id)
    open_stages = [stage for stage in stages if stage.kind is StageKind.OPEN]
    before = open_stages[-1] if open_stages else None
    at = before.position + 1 if before else 0
    for stage in stages:
        if stage.position >= at:
            stage.position += 1
    made = Stage(
        workspace_id=access.workspace_id,
        id=work.ids(),
        standard="",
        name=_named(name),
        kind=StageKind.OPEN,
        position=at,
        probability=before.probability if before else LOWEST_OPEN,
        stale_days=STALE_DAYS,
    )
    work.session.add(made)
    note_turn(work, access, "turn-pipeline")
    return made


def rename_stage(work: Work, access: Access, stage: Stage, name: str) -> None:
    check_owner(access)
    stage.name = _named(name)
    note_turn(work, access, "turn-pipeline")


def shift_stage(work: Work, access: Access, stage: Stage, by: int) -> None:
    """by: -1 earlier, 1 later, among the open stages; at the end nothing happens."""
    check_owner(access)
    open_stages = [s for s in pipeline(work, access.workspace_id) if s.kind is StageKind.OPEN]
    at = next((number for number, s in enumerate(open_stages) if s.id == stage.id), None)
    if at is None:
        raise Refused("stage-stays")
    if 0 <= at + by < len(open_stages):
        other = open_stages[at + by]
        stage.position, other.position = other.position, stage.position
    note_turn(work, access, "turn-pipeline")


def set_stage_probability(work: Work, access: Access, stage: Stage, percent: int) -> None:
    """For the opportunities that come into it from now on. Raises Refused("probability-bounds") outside 10–90."""
    check_owner(access)
    if stage.kind is not StageKind.OPEN or not is_probability(StageKind.OPEN, percent):
        raise Refused("probability-bounds")
    stage.probability = percent
    note_turn(work, access, "turn-pipeline")


def set_stale_days(work: Work, access: Access, stage: Stage, days: int) -> None:
    """Raises Refused("stale-bounds") outside 1–365."""
    check_owner(access)
    if not 1 <= days <= _LONGEST_STALE:
        raise Refused("stale-bounds")
    stage.stale_days = days
    note_turn(work, access, "turn-pipeline")


def count_in_stage(session: Session, stage: Stage) -> int:
    query = select(func.count()).where(
        Opportunity.workspace_id == stage.workspace_id,
        Opportunity.stage_id == stage.id,
        Opportunity.deleted_at.is_(None),
    )
    return session.scalar(query) or 0


def remove_stage(work: Work, who: Who, stage: Stage, into: Stage | None = None) -> int:
    """Moves what is in it; how many it were. Won, lost and the last open stage stay.

    Raises Refused("stage-stays"), and Refused("stage-not-empty") where something is in it and `into` is None.
    """
    check_owner(who.access)
    stages = pipeline(work, who.workspace.id)
    others = [s for s in stages if s.kind is StageKind.OPEN and s.id != stage.id]
    if stage.kind is not StageKind.OPEN or not others:
        raise Refused("stage-stays")
    inside = list(
        work.session.scalars(
            select(Opportunity).where(
                Opportunity.workspace_id == stage.workspace_id,
                Opportunity.stage_id == stage.id,
                Opportunity.deleted_at.is_(None),
            )
        )
    )
    if inside and (into is None or into.id not in {s.id for s in others}):
        raise Refused("stage-not-empty")
    note_turn(work, who.access, "turn-pipeline")
    for opportunity in inside:
        assert into is not None
        move_stage(work, who, opportunity, into, happened_at=work.now)
    stage.deleted_at = work.now
    return len(inside)


def add_lost_reason(work: Work, access: Access, name: str) -> LostReason:
    check_owner(access)
    pipeline(work, access.workspace_id)
    there = lost_reasons_of(work.session, access.workspace_id)
    reason = LostReason(
        workspace_id=access.workspace_id,
        id=work.ids(),
        standard="",
        name=_named(name),
        position=max((r.position for r in there), default=0) + 1,
    )
    work.session.add(reason)
    note_turn(work, access, "turn-pipeline")
    return reason


def remove_lost_reason(work: Work, access: Access, reason: LostReason) -> None:
    """Opportunities that were lost for it keep it. Raises Refused("reason-stays") for the last one."""
    check_owner(access)
    if len(lost_reasons_of(work.session, access.workspace_id)) < 2:
        raise Refused("reason-stays")
    reason.deleted_at = work.now
    note_turn(work, access, "turn-pipeline")


def get_lost_reason(session: Session, access: Access, reason_id: int) -> LostReason:
    """Raises NotYours, and Stale for one that was removed since."""
    reason = session.get(LostReason, (access.workspace_id, reason_id))
    if reason is None:
        raise NotYours
    if reason.deleted_at is not None:
        raise Stale
    return reason


def _named(name: str) -> str:
    said = " ".join(name.split())[:100]
    if not said:
        raise Refused("name-needed")
    return said
