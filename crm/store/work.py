"""The unit of work: a session, the moment, and the turn on whose behalf it changes things."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy.orm import Session

from crm.errors import Refused
from crm.models.journal import Turn

__all__ = ["Session", "Work", "nothing_left_if_refused", "start_work", "work_of"]


@dataclass(slots=True)
class Work:
    """now: the moment of the turn, aware. turn_id: the inbox entry in hand. actor_id: the member, 0 for the system.

    turn: what this turn did so far, None while it changed nothing (crm/store/turns.py writes it).
    """

    session: Session
    now: datetime
    ids: Callable[[], int]
    turn_id: int
    actor_id: int = 0
    turn: Turn | None = None


def start_work(
    session: Session, now: datetime, ids: Callable[[], int], turn_id: int, actor_id: int = 0
) -> Work:
    """Ties a session to a turn, so that the recorder knows on whose behalf it writes."""
    work = Work(session, now, ids, turn_id, actor_id)
    session.info["work"] = work
    return work


def work_of(session: Session) -> Work | None:
    return session.info.get("work")


@contextmanager
def nothing_left_if_refused(session: Session) -> Iterator[None]:
    """Where this ends with Refused, the database is as before, and the session has forgotten all that it read.

    The session must have nothing pending at the start. By hand, because `begin_nested` costs a flush and a snapshot of
    the session, which every turn would pay for the few that are refused; the savepoint ends with the transaction.
    """
    connection = session.connection()
    connection.exec_driver_sql("SAVEPOINT turn")
    try:
        yield
    except Refused:
        session.expunge_all()
        connection.exec_driver_sql("ROLLBACK TO SAVEPOINT turn")
        raise
