"""The pipeline of a workspace: its stages and reasons for losing, made when they are first needed."""

from typing import Any

from sqlalchemy import insert, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import LostReason, Stage, StageKind
from crm.rules.stages import QUOTE_SENT, STALE_DAYS, STANDARD_LOST_REASONS, STANDARD_STAGES
from crm.store.work import Work


def stages_of(session: Session, workspace_id: int) -> list[Stage]:
    """In their order; empty where nobody has needed one yet."""
    query = select(Stage).where(Stage.workspace_id == workspace_id, Stage.deleted_at.is_(None))
    return list(session.scalars(query.order_by(Stage.position, Stage.id)))


def lost_reasons_of(session: Session, workspace_id: int) -> list[LostReason]:
    query = select(LostReason).where(LostReason.workspace_id == workspace_id, LostReason.deleted_at.is_(None))
    return list(session.scalars(query.order_by(LostReason.position, LostReason.id)))


def pipeline(work: Work, workspace_id: int) -> list[Stage]:
    """The stages, after making the standard ones where there are none. They are no part of the turn: undo leaves them."""
    found = stages_of(work.session, workspace_id)
    if found:
        return found
    shared = {"workspace_id": workspace_id, "rev": 1, "deleted_at": None}
    stages: list[dict[str, Any]] = [
        shared
        | {
            "id": work.ids(),
            "standard": stage.word,
            "name": None,
            "kind": stage.kind,
            "position": number,
            "probability": stage.probability,
            "stale_days": STALE_DAYS,
        }
        for number, stage in enumerate(STANDARD_STAGES)
    ]
    reasons: list[dict[str, Any]] = [
        shared | {"id": work.ids(), "standard": word, "name": None, "position": number}
        for number, word in enumerate(STANDARD_LOST_REASONS)
    ]
    work.session.execute(insert(Stage.__table__), stages)  # type: ignore[arg-type]
    work.session.execute(insert(LostReason.__table__), reasons)  # type: ignore[arg-type]
    return stages_of(work.session, workspace_id)


def get_stage(session: Session, access: Access, stage_id: int) -> Stage:
    """Raises NotYours."""
    stage = session.get(Stage, (access.workspace_id, stage_id))
    if stage is None or stage.deleted_at is not None:
        raise NotYours
    return stage


def quote_stage(session: Session, workspace_id: int) -> Stage | None:
    """Where a quote takes a deal: "Quote sent". Where a company removed that, the first open stage that is as likely, else
    the first one after it, else the last one that is open."""
    sent = session.scalar(
        select(Stage).where(Stage.workspace_id == workspace_id, Stage.standard == QUOTE_SENT).limit(1)
    )
    if sent is None or sent.deleted_at is None:
        return sent
    stages = [stage for stage in stages_of(session, workspace_id) if stage.kind is StageKind.OPEN]
    as_likely = (stage for stage in stages if stage.probability >= sent.probability)
    after = (stage for stage in stages if stage.position > sent.position)
    return next(as_likely, None) or next(after, None) or (stages[-1] if stages else None)


def next_stage(stages: list[Stage], current: Stage) -> Stage | None:
    """The one after an open stage: the next open one, then won; None from won and lost."""
    if current.kind is not StageKind.OPEN:
        return None
    later = [s for s in stages if s.position > current.position and s.kind is StageKind.OPEN]
    return later[0] if later else next((s for s in stages if s.kind is StageKind.WON), None)
