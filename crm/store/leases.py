"""Who leads: one lease a bot. Its holder polls, sends and sweeps; when it stops renewing, somebody else takes over."""

from datetime import datetime, timedelta

from sqlalchemy import delete, func, or_, select
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.models import Lease
from crm.store.inbox import is_postgresql


def database_time(session: Session) -> datetime | None:
    """The server's clock, which all processes share; None on SQLite, which serves one machine."""
    return session.scalar(select(func.clock_timestamp())) if is_postgresql(session) else None


def take_or_renew(session: Session, bot_id: int, holder: str, now: datetime, duration: timedelta) -> bool:
    """True: the lease is `holder`'s until `now + duration`. False: somebody else has it."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    statement = insert(Lease).values(bot_id=bot_id, holder=holder, expires_at=now + duration)
    statement = statement.on_conflict_do_update(
        index_elements=[Lease.bot_id],
        set_={"holder": statement.excluded.holder, "expires_at": statement.excluded.expires_at},
        where=or_(Lease.holder == holder, Lease.expires_at <= now),
    )
    return session.scalar(statement.returning(Lease.holder)) == holder


def somebody_leads(session: Session, now: datetime) -> bool:
    """Whether some process holds a lease that has not expired."""
    now = database_time(session) or now
    return session.scalar(select(Lease.holder).where(Lease.expires_at > now).limit(1)) is not None


def release(session: Session, bot_id: int, holder: str) -> None:
    """Gives the lease up at once; harmless for somebody who does not hold it."""
    session.execute(delete(Lease).where(Lease.bot_id == bot_id, Lease.holder == holder))
