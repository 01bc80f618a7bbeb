"""A member at a desk with leads that convert: each action is a turn of its own, as in the chat."""

from collections.abc import Callable
from datetime import UTC, datetime
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Access, Role
from crm.capture.draft import ActivityKind
from crm.models import Lead, Member, Workspace
from crm.models.base import Base, Journaled
from crm.money import Money
from crm.store.members import Who
from crm.store.work import Work, start_work
from crm.usecases.log_activity import log_activity
from crm.usecases.log_quote import Quoted, log_quote
from crm.usecases.reindex import reindex
from crm.usecases.undo_turn import undo_turn
from tests.clock import START
from tests.factories import access_of, add_lead, add_member, add_workspace, next_id

NOW = START
EURO_12400 = Money(1_240_000, "EUR")
_Answer = TypeVar("_Answer")


class DealDesk:
    """session: open all the while. turns: the ids of the turns so far."""

    def __init__(self, session: Session, **workspace: Any) -> None:
        self.session = session
        self.workspace: Workspace = add_workspace(session, **workspace)
        self.eva: Member = add_member(session, self.workspace, name="Eva")
        self.max: Member = add_member(session, self.workspace, name="Max")
        self.boss: Member = add_member(session, self.workspace, name="Ann", role=Role.OWNER)
        self.turns: list[int] = []

    def who(self, member: Member | None = None) -> Who:
        return Who(member or self.eva, self.workspace)

    def access(self, member: Member | None = None) -> Access:
        return access_of(member or self.eva, self.workspace)

    def work(self, member: Member | None = None, now: datetime = NOW) -> Work:
        """A turn of its own."""
        work = start_work(self.session, now, next_id, next_id(), (member or self.eva).id)
        self.turns.append(work.turn_id)
        return work

    def do(self, action: Callable[[Work], _Answer], member: Member | None = None) -> _Answer:
        answer = action(self.work(member))
        self.session.flush()
        return answer

    def lead(
        self, name: str | None = "Klaus Berger", organisation: str | None = "Bosch", **fields: Any
    ) -> Lead:
        lead = add_lead(self.session, fields.pop("holder", self.eva), name, organisation, note="", **fields)
        self.do(lambda work: reindex(work, lead))
        self.do(
            lambda work: log_activity(
                work, self.access(), lead, ActivityKind.CAPTURE, happened_at=NOW, text="met at the booth"
            )
        )
        return lead

    def quote(self, subject: Any, value: Money | None = EURO_12400, **more: Any) -> Quoted:
        member = more.pop("member", None)
        return self.do(
            lambda work: log_quote(
                work,
                self.who(member),
                subject,
                more.pop("kind", ActivityKind.QUOTE),
                happened_at=NOW,
                value=value,
                **more,
            ),
            member,
        )

    def undo(self, turn: int = -1) -> None:
        """turn: its place among the turns so far."""
        turn_id = self.turns[turn]
        self.do(lambda work: undo_turn(work, self.access(self.boss), turn_id), self.boss)


def picture(session: Session) -> dict[str, list[dict[str, Any]]]:
    """Everything that is there (not deleted) in the tables that people see, for comparing before and after."""
    session.flush()
    session.expire_all()
    shown = {}
    for mapper in Base.registry.mappers:
        if not issubclass(mapper.class_, Journaled):
            continue
        table = mapper.local_table
        rows = session.execute(select(table).where(table.c.deleted_at.is_(None)).order_by(table.c.id))
        shown[str(table.name)] = [
            {k: v for k, v in row._mapping.items() if k not in ("rev", "active_at")} for row in rows
        ]
    return shown


def moment(day: int, hour: int = 9) -> datetime:
    return datetime(2026, 3, day, hour, tzinfo=UTC)
