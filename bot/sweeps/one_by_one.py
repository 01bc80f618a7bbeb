"""For sweeps: one that fails is told in the log and never stops the rest."""

from collections.abc import Callable, Iterable
from typing import TypeVar

import structlog

from crm.store.database import Session, is_away, is_conflict

log = structlog.get_logger(__name__)

Item = TypeVar("Item")


def one_by_one(session: Session, items: Iterable[Item], do: Callable[[Item], None]) -> None:
    """Each in a savepoint of its own. Raises what is no fault of the item: the database is away, or a conflict."""
    for item in items:
        try:
            with session.begin_nested():
                do(item)
        except Exception as error:
            if is_away(error) or is_conflict(error):
                raise
            log.error("one of a sweep failed", item=type(item).__name__, error=error)
