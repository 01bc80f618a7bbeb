"""What members did in a period, by kind."""

from dataclasses import dataclass, field

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from crm.capture.draft import ActivityKind
from crm.ids import first_id_at
from crm.models import Activity
from crm.store.reports.scope import Scope


@dataclass(slots=True)
class Activities:
    """How many of each kind, and in all."""

    of: dict[ActivityKind, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.of.values())


def activities_in(session: Session, scope: Scope) -> Activities:
    """What members did in the period: captures and what only follows from others left out."""
    session.flush()
    counted = [kind for kind in ActivityKind if kind not in _BOOKKEEPING]
    where = [
        Activity.workspace_id == scope.access.workspace_id,
        Activity.deleted_at.is_(None),
        Activity.kind.in_(counted),
    ]
    if scope.span is not None:
        where += [
            Activity.id >= first_id_at(scope.span.start),
            Activity.id < first_id_at(scope.span.end),
        ]
    if scope.only is not None:
        where.append(Activity.member_id == scope.only)
    rows = session.execute(select(Activity.kind, func.count()).where(*where).group_by(Activity.kind))
    return Activities(dict(rows.all()))


_BOOKKEEPING = (ActivityKind.CAPTURE, ActivityKind.STATUS, ActivityKind.STAGE, ActivityKind.CONVERSION)
