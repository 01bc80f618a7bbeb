"""The way in: whatever changes something is first a row here, unique by (bot, source, external id).

Order within a lane is by id. A lane's head is its oldest open entry that is due; an entry that failed and waits for
its next try holds its lane back, an entry that was never tried and is not due yet (a timer) does not.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, String, bindparam, cast, func, literal, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.ids import ids_a_millisecond
from crm.models import Inbox, InboxState, Lane, Source
from crm.store.plans import unindexed

TRIES = 3
"""After so many failed turns an entry is parked."""

_A_MINUTE_OF_IDS = 60_000 * ids_a_millisecond()
_WAITS = (timedelta(seconds=2), timedelta(seconds=10))
_INSERT_SQLITE = (
    sqlite.insert(Inbox.__table__).on_conflict_do_nothing().returning(Inbox.__table__.c.id)  # type: ignore[arg-type]
)
_INSERT_POSTGRESQL = (
    postgresql.insert(Inbox.__table__).on_conflict_do_nothing().returning(Inbox.__table__.c.id)  # type: ignore[arg-type]
)
_INSERT_LANES = postgresql.insert(Lane.__table__).on_conflict_do_nothing()  # type: ignore[arg-type]


class UnreadableEntryError(Exception):
    """No try can read this entry: it is parked at the first failure."""


@dataclass(frozen=True, slots=True)
class NewEntry:
    """payload: JSON. due_at: not before that moment, aware; None: at once."""

    external_id: str
    lane: str
    payload: str
    due_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class OpenEntry:
    """What is known of an open entry without reading it."""

    id: int
    lane: str
    due_at: datetime | None
    tries: int = 0


def is_postgresql(session: Session) -> bool:
    return session.get_bind().dialect.name == "postgresql"


def receive(
    session: Session,
    bot_id: int,
    source: Source,
    items: Sequence[NewEntry],
    now: datetime,
    ids: Callable[[], int],
) -> list[OpenEntry]:
    """Stores what is new among the items, in their order; what is known already is left alone."""
    entries = [OpenEntry(ids(), item.lane, item.due_at) for item in items]
    rows = [
        {
            "id": entry.id,
            "bot_id": bot_id,
            "source": source,
            "external_id": item.external_id,
            "lane": item.lane,
            "payload": item.payload,
            "received_at": now,
            "due_at": item.due_at,
        }
        for entry, item in zip(entries, items, strict=True)
    ]
    if not rows:
        return []
    connection = session.connection()
    if is_postgresql(session):
        lanes = sorted({item.lane for item in items})
        connection.execute(_INSERT_LANES, [{"bot_id": bot_id, "key": lane} for lane in lanes])
        stored = set(connection.execute(_INSERT_POSTGRESQL, rows).scalars())
    else:
        stored = set(connection.execute(_INSERT_SQLITE, rows).scalars())
    new = [entry for entry in entries if entry.id in stored]
    session.info.setdefault("received", []).extend(new)
    return new


def take_received(session: Session) -> list[OpenEntry]:
    """What `receive` stored through this session since the last call, for whoever runs the turns.

    May name entries whose savepoint was rolled back.
    """
    received: list[OpenEntry] = session.info.pop("received", [])
    return received


def open_entries(session: Session, bot_id: int) -> list[OpenEntry]:
    """All of them, oldest first: what a single process needs to go on after a start."""
    found = session.execute(
        select(Inbox.id, Inbox.lane, Inbox.due_at, Inbox.tries)
        .where(Inbox.bot_id == bot_id, Inbox.state == InboxState.OPEN)
        .order_by(Inbox.id)
    )
    return [OpenEntry(*row) for row in found]


def read_open(session: Session, ids: Sequence[int]) -> list[Inbox]:
    """Those of the entries that are still open, oldest first."""
    return list(
        session.scalars(
            select(Inbox).where(Inbox.id.in_(ids), Inbox.state == InboxState.OPEN).order_by(Inbox.id)
        )
    )


def entries_near(session: Session, bot_id: int, lane: str, entry_id: int) -> list[int]:
    """Ids of what came in by the same lane within a minute before or after, itself left out; at most fifty."""
    near = Inbox.id.between(entry_id - _A_MINUTE_OF_IDS, entry_id + _A_MINUTE_OF_IDS)
    here = (unindexed(Inbox.bot_id) == bot_id, Inbox.lane == lane, near, Inbox.id != entry_id)
    return list(session.scalars(select(Inbox.id).where(*here).order_by(Inbox.id).limit(50)))


def entry_before(session: Session, entry_id: int, *, within_ms: int) -> int | None:
    """The id of what came in last by the same lane before it, in so many milliseconds, and has been handled."""
    own = session.get(Inbox, entry_id)
    if own is None:
        return None
    near = Inbox.id.between(entry_id - within_ms * ids_a_millisecond(), entry_id - 1)
    here = (
        unindexed(Inbox.bot_id) == own.bot_id,
        Inbox.lane == own.lane,
        near,
        Inbox.state != InboxState.PARKED,
    )
    return session.scalar(select(Inbox.id).where(*here).order_by(Inbox.id.desc()).limit(1))


def open_lanes(session: Session, bot_id: int, now: datetime) -> list[str]:
    """Lanes with something due, the longest waiting first. May name a lane that a failed entry holds back."""
    return list(
        session.scalars(
            select(Inbox.lane)
            .where(Inbox.bot_id == bot_id, Inbox.state == InboxState.OPEN, _is_due(now))
            .group_by(Inbox.lane)
            .order_by(func.min(Inbox.id))
        )
    )


def claim_head(session: Session, bot_id: int, lane: str, now: datetime) -> Inbox | None:
    """The head of the lane, for this transaction alone (PostgreSQL).

    None: somebody else works on the lane, it waits for a next try, or nothing in it is due. The lane's row is locked
    first and the head read in a statement of its own, so that it sees what the last holder of the lock committed.
    """
    locked = session.scalar(
        select(Lane.key).where(Lane.bot_id == bot_id, Lane.key == lane).with_for_update(skip_locked=True)
    )
    if locked is None:
        return None
    head = session.scalar(
        select(Inbox)
        .where(
            Inbox.bot_id == bot_id,
            Inbox.lane == lane,
            Inbox.state == InboxState.OPEN,
            or_(Inbox.tries > 0, _is_due(now)),
        )
        .order_by(Inbox.id)
        .limit(1)
    )
    if head is None or (head.due_at is not None and head.due_at > now):
        return None
    return head


def _is_due(now: datetime) -> ColumnElement[bool]:
    return or_(Inbox.due_at.is_(None), Inbox.due_at <= now)


_OF_WORKSPACE = (
    update(Inbox.__table__)  # type: ignore[arg-type]
    .where(Inbox.__table__.c.id == bindparam("entry"))
    .values(workspace_id=bindparam("workspace"))
)
_HANDLED = _OF_WORKSPACE.values(state=InboxState.HANDLED, handled_at=bindparam("at"))


def note_workspace(session: Session, entry_id: int, workspace_id: int) -> None:
    """Whose entry it is. Written with its mark, or by `write_workspaces`."""
    session.info.setdefault("workspaces", {})[entry_id] = workspace_id


def write_workspaces(session: Session) -> None:
    """What `note_workspace` was told, for those who look for entries of a workspace before the turns are marked."""
    noted = session.info.get("workspaces", {})
    if noted:
        rows = [{"entry": entry, "workspace": workspace} for entry, workspace in noted.items()]
        session.connection().execute(_OF_WORKSPACE, rows)


def mark_handled(session: Session, ids: Sequence[int], now: datetime) -> None:
    """In the transaction of the turns themselves."""
    noted = session.info.pop("workspaces", {})
    rows = [{"entry": entry, "workspace": noted.get(entry), "at": now} for entry in ids]
    if rows:
        session.connection().execute(_HANDLED, rows)


def mark_failed(session: Session, entry: Inbox, error: str, now: datetime, *, hopeless: bool = False) -> None:
    """Counts a failed turn: next try after 2 s, then 10 s; parked after the third, or at once where hopeless.

    error: its type and place, never a value.
    """
    entry.tries += 1
    entry.error = error[:500]
    if hopeless or entry.tries >= TRIES:
        entry.state = InboxState.PARKED
        entry.due_at = None
    else:
        entry.due_at = now + _WAITS[entry.tries - 1]


def parked(session: Session, bot_id: int) -> list[Inbox]:
    """Entries that were given up, oldest first."""
    return list(
        session.scalars(
            select(Inbox).where(Inbox.bot_id == bot_id, Inbox.state == InboxState.PARKED).order_by(Inbox.id)
        )
    )


def requeue(session: Session, entry_id: int) -> bool:
    """Opens a parked entry again with three fresh tries. False: there is no such parked entry."""
    result = session.execute(
        update(Inbox)
        .where(Inbox.id == entry_id, Inbox.state == InboxState.PARKED, Inbox.payload != "")
        .values(state=InboxState.OPEN, tries=0, due_at=None)
    )
    return bool(result.rowcount)  # type: ignore[attr-defined]


def purge(session: Session, before: datetime, now: datetime, limit: int = 500) -> int:
    """Empties at most `limit` handled entries that came in before that moment; says how many.

    Their external ids are freed too: Telegram restarts its update ids at random after a week of silence, and a new
    update must never be taken for an old one.
    """
    old = (
        select(Inbox.id)
        .where(Inbox.received_at < before, Inbox.purged_at.is_(None), Inbox.state == InboxState.HANDLED)
        .limit(limit)
    )
    result = session.execute(
        update(Inbox)
        .where(Inbox.id.in_(old))
        .values(payload="", external_id=literal("purged ") + cast(Inbox.id, String), purged_at=now)
        .execution_options(synchronize_session=False)
    )
    return int(result.rowcount)  # type: ignore[attr-defined]
