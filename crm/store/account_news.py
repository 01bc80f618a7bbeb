"""That a colleague met somebody of a member's account: kept for the next digest where it could not be told at once."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, and_, select, update
from sqlalchemy.orm import Session

from crm.models import Lead, Member, Unasked
from crm.rules.visibility import may_see
from crm.store.members import Who
from crm.store.unasked import ACCOUNT_LATER, ACCOUNT_TOLD, put_down


@dataclass(frozen=True, slots=True)
class Met:
    """colleague: the name of who met them."""

    lead: Lead
    colleague: str


def keep_for_digest(session: Session, ids: Callable[[], int], who: Who, day: date, lead: Lead) -> None:
    """day: the member's local day."""
    put_down(session, ids, who, day, ACCOUNT_LATER, lead.id)


def kept_for_digest(session: Session, who: Who) -> list[Met]:
    """The oldest first; without what is gone by now, or out of sight."""
    return _met(session, who, session.scalars(select(Unasked.about).where(*_of(who, ACCOUNT_LATER))).all())


def told_in_digest(session: Session, who: Who, day: date, met: Sequence[Met]) -> None:
    """They stand in the digest of that local day; to be called in the transaction that sends it."""
    session.execute(
        update(Unasked)
        .where(*_of(who, ACCOUNT_LATER), Unasked.about.in_([one.lead.id for one in met]))
        .values(kind=ACCOUNT_TOLD, day=day)
        .execution_options(synchronize_session=False)
    )


def met_in_digest(session: Session, who: Who, day: date) -> list[Met]:
    """Those that the digest of that day told of, as far as they are still there and in sight."""
    told = select(Unasked.about).where(*_of(who, ACCOUNT_TOLD), Unasked.day == day)
    return _met(session, who, session.scalars(told).all())


def _met(session: Session, who: Who, ids: Sequence[int]) -> list[Met]:
    if not ids:
        return []
    holder = and_(Member.workspace_id == Lead.workspace_id, Member.id == Lead.holder_id)
    query = select(Lead, Member.name).join(Member, holder)
    query = query.where(
        Lead.workspace_id == who.workspace.id, Lead.id.in_(ids), Lead.deleted_at.is_(None)
    ).order_by(Lead.id)
    found = session.execute(query)
    return [Met(lead, name) for lead, name in found if may_see(who.access, lead.holder_id)]


def _of(who: Who, kind: str) -> tuple[ColumnElement[bool], ...]:
    return (
        Unasked.workspace_id == who.workspace.id,
        Unasked.member_id == who.member.id,
        Unasked.kind == kind,
    )
