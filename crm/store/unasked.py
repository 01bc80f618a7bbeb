"""Which messages a member got that nobody asked for: for the budget, and so that each goes out once."""

from collections.abc import Callable
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Account, FollowUp, FollowUpState, Lead, Opportunity, Unasked
from crm.rules.budget import Unasked as Kind
from crm.rules.budget import may_send
from crm.store.inbox import is_postgresql
from crm.store.members import Who

FAIR_LATER = "fair-later"
"""No message: the member wants to see the end of a fair once more on that day."""
ACCOUNT_LATER, ACCOUNT_TOLD = "account-later", "account-told"
"""No message: somebody of the member's account was met, which the next digest tells; and that the digest of a day told."""
_NO_MESSAGE = (FAIR_LATER, ACCOUNT_LATER, ACCOUNT_TOLD)


def note_unasked(
    session: Session, ids: Callable[[], int], who: Who, day: date, kind: Kind, about: int = 0
) -> bool:
    """To be called in the transaction that sends it. day: the member's local day. about: the id of what it tells of.

    False: it went out already, or is over the member's budget; then it must not be sent.
    """
    if not may_send(kind, who.member.role, sells(session, who), _sent_on(session, who, day)):
        return False
    return put_down(session, ids, who, day, kind.value, about)


def put_down(session: Session, ids: Callable[[], int], who: Who, day: date, kind: str, about: int) -> bool:
    """False: it stands there already."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    statement = insert(Unasked).values(
        workspace_id=who.workspace.id, id=ids(), member_id=who.member.id, day=day, kind=kind, about=about
    )
    result = session.execute(statement.on_conflict_do_nothing().returning(Unasked.id))
    return result.first() is not None


def last_digest_day(session: Session, who: Who) -> date | None:
    """The local day of the member's last digest."""
    return session.scalar(
        select(func.max(Unasked.day)).where(
            Unasked.workspace_id == who.workspace.id,
            Unasked.member_id == who.member.id,
            Unasked.kind == Kind.DIGEST.value,
        )
    )


def sells(session: Session, who: Who) -> bool:
    """Whether the member holds leads, accounts or opportunities, or has planned to get in touch with somebody."""
    mine = (
        select(Lead.id).where(
            Lead.workspace_id == who.workspace.id,
            Lead.holder_id == who.member.id,
            Lead.deleted_at.is_(None),
        ),
        select(Account.id).where(
            Account.workspace_id == who.workspace.id,
            Account.holder_id == who.member.id,
            Account.deleted_at.is_(None),
        ),
        select(Opportunity.id).where(
            Opportunity.workspace_id == who.workspace.id,
            Opportunity.holder_id == who.member.id,
            Opportunity.deleted_at.is_(None),
        ),
        select(FollowUp.id).where(
            FollowUp.workspace_id == who.workspace.id,
            FollowUp.member_id == who.member.id,
            FollowUp.state == FollowUpState.OPEN,
            FollowUp.deleted_at.is_(None),
        ),
    )
    return any(session.scalar(query.limit(1)) is not None for query in mine)


def _sent_on(session: Session, who: Who, day: date) -> list[Kind]:
    kinds = session.scalars(
        select(Unasked.kind).where(
            Unasked.workspace_id == who.workspace.id,
            Unasked.member_id == who.member.id,
            Unasked.day == day,
            Unasked.kind.not_in(_NO_MESSAGE),
        )
    )
    return [Kind(kind) for kind in kinds]
