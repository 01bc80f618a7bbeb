"""What a period or an event brought: leads, conversion, time to each step, won and lost, by source and by member.

Leads and activities of a period are a range of ids, which are in time order: a report costs what the period holds.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from statistics import median

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.ids import first_id_at
from crm.models import Activity, Fair, Lead, LostReason, Member, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.periods import Span
from crm.store.rates import Rates

_MOST_ROWS = 5


@dataclass(frozen=True, slots=True)
class Scope:
    """Whose numbers. holder_id: one member's; None for all that the asker may see. span: None for all time (an event)."""

    access: Access
    span: Span | None = None
    holder_id: int | None = None
    fair_id: int | None = None

    @property
    def only(self) -> int | None:
        return self.holder_id if self.access.sees_team else self.access.member_id


@dataclass(frozen=True, slots=True)
class Leads:
    """Those that came in. reached: how many we reached, converted: that became an account.

    to_reach, to_account: the median of how long that took, None where nobody got there.
    """

    count: int = 0
    hot: int = 0
    reached: int = 0
    converted: int = 0
    to_reach: timedelta | None = None
    to_account: timedelta | None = None


@dataclass(frozen=True, slots=True)
class Closed:
    """won, lost: how many. won_amount, lost_amount: minor units of the reporting currency. to_won: the median time from
    the lead. reasons: why they were lost, the most frequent first. no_amount, no_rate: won or lost ones in no sum."""

    won: int = 0
    lost: int = 0
    won_amount: int = 0
    lost_amount: int = 0
    to_won: timedelta | None = None
    reasons: tuple[tuple[LostReason | None, int], ...] = ()
    no_amount: int = 0
    no_rate: int = 0


@dataclass(slots=True)
class Line:
    """One source or member. won: minor units of the reporting currency."""

    leads: int = 0
    reached: int = 0
    converted: int = 0
    won: int = 0


@dataclass(slots=True)
class Activities:
    """How many of each kind, and in all."""

    of: dict[ActivityKind, int] = field(default_factory=dict)

    @property
    def total(self) -> int:
        return sum(self.of.values())


def leads_in(session: Session, scope: Scope) -> Leads:
    session.flush()
    counts = session.execute(
        select(
            func.count(),
            _sum_if(Lead.hot.is_(True)),
            _sum_if(_is_reached()),
            _sum_if(Lead.converted_at.is_not(None)),
        ).where(*_leads(scope))
    ).one()
    count, hot, reached, converted = (int(number) for number in counts)
    account = select(Lead.created_at, Lead.converted_at).where(*_leads(scope), Lead.converted_at.is_not(None))
    return Leads(
        count,
        hot,
        reached,
        converted,
        _median(session.execute(_first_reached(scope))),
        _median(session.execute(account)),
    )


def closed_in(session: Session, scope: Scope, rates: Rates) -> Closed:
    """By the moment of closing; for an event without a period all that ever closed."""
    session.flush()
    rows = session.execute(
        select(
            Stage.kind,
            Opportunity.value_minor,
            Opportunity.currency,
            Opportunity.closed_at,
            func.coalesce(Lead.created_at, Opportunity.created_at).label("since"),
            Opportunity.lost_reason_id,
        )
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .outerjoin(Lead, and_(Lead.workspace_id == Opportunity.workspace_id, Lead.id == Opportunity.lead_id))
        .where(*_closed(scope))
    ).all()
    sums = {StageKind.WON: 0, StageKind.LOST: 0}
    numbers = {StageKind.WON: 0, StageKind.LOST: 0}
    reasons: dict[int | None, int] = defaultdict(int)
    no_amount = no_rate = 0
    for row in rows:
        if row.kind not in sums:
            continue
        numbers[row.kind] += 1
        if row.kind is StageKind.LOST:
            reasons[row.lost_reason_id] += 1
        if row.value_minor is None:
            no_amount += 1
            continue
        own = rates.in_own(Money(row.value_minor, row.currency))
        no_rate += own is None
        sums[row.kind] += own.minor if own else 0
    won = [(row.since, row.closed_at) for row in rows if row.kind is StageKind.WON]
    return Closed(
        numbers[StageKind.WON],
        numbers[StageKind.LOST],
        sums[StageKind.WON],
        sums[StageKind.LOST],
        _median(won),
        _reasons(session, scope, reasons),
        no_amount,
        no_rate,
    )


def by_source(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The sources with the most leads; "" for leads without one."""
    session.flush()
    source = func.coalesce(Fair.name, Lead.source, "")
    lines: dict[str, Line] = defaultdict(Line)
    rows = session.execute(
        select(source, *_line_columns())
        .select_from(Lead)
        .outerjoin(Fair, and_(Fair.workspace_id == Lead.workspace_id, Fair.id == Lead.fair_id))
        .where(*_leads(scope))
        .group_by(source)
    )
    for name, *numbers in rows:
        lines[name] = Line(*(int(number) for number in numbers))
    named = func.coalesce(Fair.name, Opportunity.source, "")
    won = (
        select(named, Opportunity.currency, func.sum(Opportunity.value_minor))
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .outerjoin(Fair, and_(Fair.workspace_id == Opportunity.workspace_id, Fair.id == Opportunity.fair_id))
        .where(*_closed(scope), Stage.kind == StageKind.WON, Opportunity.value_minor.is_not(None))
        .group_by(named, Opportunity.currency)
    )
    for name, currency, minor in session.execute(won):
        own = rates.in_own(Money(int(minor or 0), currency))
        lines[name].won += own.minor if own else 0
    return _most(lines)


def by_member(session: Session, scope: Scope, rates: Rates) -> list[tuple[str, Line]]:
    """The holders with the most leads."""
    session.flush()
    lines: dict[int, Line] = defaultdict(Line)
    rows = session.execute(
        select(Lead.holder_id, *_line_columns()).where(*_leads(scope)).group_by(Lead.holder_id)
    )
    for holder_id, *numbers in rows:
        lines[holder_id] = Line(*(int(number) for number in numbers))
    won = (
        select(Opportunity.holder_id, Opportunity.currency, func.sum(Opportunity.value_minor))
        .join(Stage, and_(Stage.workspace_id == Opportunity.workspace_id, Stage.id == Opportunity.stage_id))
        .where(*_closed(scope), Stage.kind == StageKind.WON, Opportunity.value_minor.is_not(None))
        .group_by(Opportunity.holder_id, Opportunity.currency)
    )
    for holder_id, currency, minor in session.execute(won):
        own = rates.in_own(Money(int(minor or 0), currency))
        lines[holder_id].won += own.minor if own else 0
    names = select(Member.id, Member.name).where(
        Member.workspace_id == scope.access.workspace_id, Member.id.in_(lines)
    )
    name_of = dict(session.execute(names).all())
    return _most({name_of[holder_id]: line for holder_id, line in lines.items() if holder_id in name_of})


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


def _leads(scope: Scope) -> list[ColumnElement[bool]]:
    where = [Lead.workspace_id == scope.access.workspace_id, Lead.deleted_at.is_(None)]
    if scope.span is not None:
        where += [Lead.id >= first_id_at(scope.span.start), Lead.id < first_id_at(scope.span.end)]
    if scope.fair_id is not None:
        where.append(Lead.fair_id == scope.fair_id)
    if scope.only is not None:
        where.append(Lead.holder_id == scope.only)
    return where


def _closed(scope: Scope) -> list[ColumnElement[bool]]:
    where = [
        Opportunity.workspace_id == scope.access.workspace_id,
        Opportunity.deleted_at.is_(None),
        Opportunity.closed_at.is_not(None),
    ]
    if scope.span is not None:
        where += [Opportunity.closed_at >= scope.span.start, Opportunity.closed_at < scope.span.end]
    if scope.fair_id is not None:
        where.append(Opportunity.fair_id == scope.fair_id)
    if scope.only is not None:
        where.append(Opportunity.holder_id == scope.only)
    return where


def _is_reached() -> ColumnElement[bool]:
    return or_(Lead.reached_at.is_not(None), Lead.converted_at.is_not(None))


def _first_reached(scope: Scope) -> Select[datetime, datetime | None]:
    """When each lead came in, and when we first reached them, if ever: as crm/rules/owing.py says what reaches."""
    ours = Activity.kind.in_(
        [ActivityKind.EMAIL, ActivityKind.MESSAGE, ActivityKind.QUOTE, ActivityKind.CONTRACT]
    )
    reaches = or_(
        and_(Activity.kind == ActivityKind.CALL, Activity.outcome == Outcome.SPOKE),
        and_(ours, Activity.direction == Direction.OUT),
        and_(
            Activity.kind.in_([ActivityKind.VISIT, ActivityKind.MEETING]),
            or_(Activity.outcome.is_(None), Activity.outcome == Outcome.SPOKE),
        ),
    )
    first = (
        select(func.min(Activity.happened_at))
        .where(
            Activity.workspace_id == Lead.workspace_id,
            Activity.lead_id == Lead.id,
            reaches,
            Activity.deleted_at.is_(None),
        )
        .scalar_subquery()
    )
    return select(Lead.created_at, first).where(*_leads(scope))


def _median(pairs: Iterable[tuple[datetime, datetime | None]]) -> timedelta | None:
    took = [(until - since).total_seconds() for since, until in pairs if until is not None]
    return timedelta(seconds=max(0.0, median(took))) if took else None


def _line_columns() -> tuple[ColumnElement[int], ...]:
    return func.count(), _sum_if(_is_reached()), _sum_if(Lead.converted_at.is_not(None))


def _sum_if(condition: ColumnElement[bool]) -> ColumnElement[int]:
    return func.coalesce(func.sum(case((condition, 1), else_=0)), 0)


def _most(lines: dict[str, Line]) -> list[tuple[str, Line]]:
    return sorted(lines.items(), key=lambda item: (-item[1].won, -item[1].leads, item[0]))[:_MOST_ROWS]


def _reasons(
    session: Session, scope: Scope, counts: dict[int | None, int]
) -> tuple[tuple[LostReason | None, int], ...]:
    ids = [reason_id for reason_id in counts if reason_id is not None]
    query = select(LostReason).where(
        LostReason.workspace_id == scope.access.workspace_id, LostReason.id.in_(ids)
    )
    known = {reason.id: reason for reason in session.scalars(query)}
    ranked = sorted(counts.items(), key=lambda item: -item[1])[:_MOST_ROWS]
    return tuple((known.get(reason_id or 0), count) for reason_id, count in ranked)
