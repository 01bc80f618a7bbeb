"""Running turns: what handles an entry, and what happens when that fails. The runners themselves: runner_single.py, runner_shared.py."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol

import structlog

from bot.chat import CallbackAnswer
from bot.logs import places_of
from crm.models import Inbox, InboxState
from crm.store.database import Session, is_away
from crm.store.inbox import OpenEntry, UnreadableEntryError, mark_failed

log = structlog.get_logger(__name__)

Clock = Callable[[], datetime]
CONFLICTS_BORNE = 20
"""So often a turn is simply tried again because somebody else changed the same rows; then it counts as failed."""


class TurnHandler(Protocol):
    """What one inbox entry does. Each method works in a transaction that the caller opened and will commit."""

    def handle(self, session: Session, entry: Inbox) -> list[CallbackAnswer]:
        """The whole turn. Raises when it fails: everything it did is then rolled back."""

    def on_trouble(self, session: Session, entry: Inbox, parked: bool) -> None:
        """Called after the first failure of an entry, and when it is parked."""

    def on_blocked(self, session: Session, chat_id: int) -> None:
        """Called when Telegram says that this chat does not want the bot, or is gone."""


@dataclass(frozen=True, slots=True)
class Committed:
    """What a transaction of turns leaves to be done outside: taps to answer, entries that it put into the inbox."""

    answers: Sequence[CallbackAnswer]
    received: Sequence[OpenEntry]


OnCommitted = Callable[[Committed], None]


class Runner(Protocol):
    """Runs turns until told to stop."""

    async def run(self) -> None: ...

    def add(self, entries: Sequence[OpenEntry]) -> None:
        """These were just committed to the inbox."""

    def stop(self) -> None:
        """`run` ends after the turns in hand."""


def note_failure(
    session: Session, handler: TurnHandler, entry: Inbox, error: BaseException, now: datetime
) -> datetime | None:
    """Counts it and lets the handler tell the person. Returns when to try again; None: the entry is parked."""
    mark_failed(session, entry, places_of(error), now, hopeless=isinstance(error, UnreadableEntryError))
    session.flush()
    parked = entry.state is InboxState.PARKED
    log.error("turn failed", entry=entry.id, tries=entry.tries, parked=parked, error=error)
    if parked or entry.tries == 1:
        try:
            with session.begin_nested():
                handler.on_trouble(session, entry, parked)
        except Exception as trouble:
            if is_away(trouble):
                raise
            log.error("telling of the failure failed", entry=entry.id, error=trouble)
    return entry.due_at
