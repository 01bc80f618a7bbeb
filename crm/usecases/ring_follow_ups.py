"""Claiming the follow-ups that are due, so that each is told exactly once: the sweep of reminders stands on this."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import structlog
from sqlalchemy import ColumnElement, and_, not_, select, update
from sqlalchemy.orm import InstrumentedAttribute

from crm.models import FollowUp, FollowUpState, Member, Reach, Workspace
from crm.store.accounts import organisations_of
from crm.store.blocks import Subject, is_visible
from crm.store.members import Who
from crm.store.subjects import is_there, reaches_of_all, subjects_of
from crm.store.work import Session
from crm.usecases.tell_whom import tell_whom

log = structlog.get_logger(__name__)

SINGLY = 3
"""Up to so many at the same moment ring one by one; more are one message with a list."""
LISTED = 5
_LOOKS_AT = 1000
_MEMBERS = 50
_UNREADABLE = (LookupError, ValueError, TypeError)

Key = tuple[int, int]
"""workspace_id, id."""


@dataclass(frozen=True, slots=True)
class Due:
    """One follow-up that is due. planned_by: who made it, where that is not the one it reminds.

    organisation: that a contact or a deal belongs to.
    """

    follow_up: FollowUp
    subject: Subject
    reaches: tuple[Reach, ...] = ()
    planned_by: str | None = None
    organisation: str | None = None


@dataclass(frozen=True, slots=True)
class Rings:
    """What is due for one member at once. count: all of them; due: the first LISTED, or all where they are few.

    instead_of: the member who planned it and cannot be told; the message then goes to somebody who leads the team.
    """

    who: Who
    chat_id: int
    count: int
    due: tuple[Due, ...]
    instead_of: Member | None = None


@dataclass(frozen=True, slots=True)
class Claimed:
    """again: there is more to claim at once."""

    rings: list[Rings] = field(default_factory=list)
    again: bool = False


def claim_due(session: Session, bot_id: int, now: datetime) -> Claimed:
    """Marks what is due as rung, for a bounded number of members, each of them whole.

    Of two sweeps at the same moment each follow-up goes to one. Not told, but marked all the same: what nobody can be
    told of (what was deleted or is out of sight, a blocked chat); it stays open, so the agenda shows it.
    """
    heads = session.execute(
        select(FollowUp.workspace_id, FollowUp.member_id)
        .where(_is_due(now))
        .order_by(FollowUp.due_at)
        .limit(_LOOKS_AT)
    ).all()
    waiting = list(dict.fromkeys((row.workspace_id, row.member_id) for row in heads))
    if not waiting:
        return Claimed()
    members = _lock(session, waiting[:_MEMBERS])
    claimed = _claim(session, now, list(members)) if members else {}
    rings = [ring for ring in _rings(session, bot_id, members, claimed) if ring.due]
    return Claimed(rings, again=len(heads) == _LOOKS_AT or len(members) < len(waiting))


def next_due(session: Session) -> datetime | None:
    """When the next follow-up will ring that has not yet."""
    query = select(FollowUp.due_at).where(*_waits()).order_by(FollowUp.due_at).limit(1)
    return session.scalars(query).first()


def _among(
    workspace_id: InstrumentedAttribute[int], id: InstrumentedAttribute[int], keys: Sequence[Key]
) -> tuple[ColumnElement[bool], ...]:
    """Two lists, not pairs, which SQLite would scan the table for; ids are unique across workspaces."""
    return workspace_id.in_({key[0] for key in keys}), id.in_([key[1] for key in keys])


def _waits() -> tuple[ColumnElement[bool], ...]:
    return (
        FollowUp.state == FollowUpState.OPEN,
        FollowUp.rung_at.is_(None),
        FollowUp.clock.is_not(None),
        FollowUp.deleted_at.is_(None),
    )


def _is_due(now: datetime) -> ColumnElement[bool]:
    return and_(*_waits(), FollowUp.due_at <= now)


def _lock(session: Session, keys: Sequence[Key]) -> dict[Key, Who]:
    """On PostgreSQL a member whose row somebody else has in hand is left for the next time."""
    rows = session.execute(
        select(Member, Workspace)
        .join(Workspace, Workspace.id == Member.workspace_id)
        .where(*_among(Member.workspace_id, Member.id, keys))
        .order_by(Member.id)
        .with_for_update(of=Member, skip_locked=True, key_share=True)
    )
    return {(member.workspace_id, member.id): Who(member, workspace) for member, workspace in rows}


def _claim(session: Session, now: datetime, keys: Sequence[Key]) -> dict[Key, list[int]]:
    """The ids of the follow-ups of what is there, by member, as they fall due."""
    whose = and_(*_among(FollowUp.workspace_id, FollowUp.member_id, keys))
    ring = update(FollowUp).values(rung_at=now).execution_options(synchronize_session=False)
    session.execute(ring.where(whose, _is_due(now), not_(is_there(FollowUp))))
    rows = session.execute(
        ring.where(whose, _is_due(now)).returning(
            FollowUp.workspace_id, FollowUp.member_id, FollowUp.id, FollowUp.due_at
        )
    )
    claimed: dict[Key, list[int]] = defaultdict(list)
    for row in sorted(rows, key=lambda row: (row.due_at, row.id)):
        claimed[row.workspace_id, row.member_id].append(row.id)
    return claimed


def _rings(
    session: Session, bot_id: int, members: dict[Key, Who], claimed: dict[Key, list[int]]
) -> list[Rings]:
    shown = {key: ids if len(ids) <= SINGLY else ids[:LISTED] for key, ids in claimed.items()}
    pairs = _with_subjects(
        session, [(key[0], follow_up_id) for key, ids in shown.items() for follow_up_id in ids]
    )
    subjects = [subject for _, subject in pairs.values()]
    reaches, organisations = reaches_of_all(session, subjects), organisations_of(session, subjects)
    told = tell_whom(session, bot_id, [members[key] for key in claimed])
    names = _names(session, {(f.workspace_id, f.created_by) for f, _ in pairs.values()})
    rings = []
    for key, ids in claimed.items():
        who, planner = told.get(key[1]), members[key].member
        if who is None or who.member.chat_id is None:
            continue
        due = tuple(
            Due(
                follow_up,
                subject,
                tuple(reaches.get(subject.id, ())),
                None
                if follow_up.created_by == follow_up.member_id
                else names.get((follow_up.workspace_id, follow_up.created_by)),
                organisations.get(subject.id),
            )
            for follow_up, subject in (pairs[i] for i in shown[key] if i in pairs)
            if is_visible(session, who.access, subject)
        )
        instead_of = planner if who.member is not planner else None
        rings.append(Rings(who, who.member.chat_id, len(ids), due, instead_of))
    return rings


def _with_subjects(session: Session, keys: Sequence[Key]) -> dict[int, tuple[FollowUp, Subject]]:
    """One that cannot be read (somebody wrote into the database by hand) is left out, and told in the log."""
    try:
        return _read_with_subjects(session, keys)
    except _UNREADABLE as error:
        if len(keys) == 1:
            log.error("a follow-up cannot be read", id=keys[0][1], error=error)
            return {}
    return {k: pair for key in keys for k, pair in _with_subjects(session, [key]).items()}


def _read_with_subjects(session: Session, keys: Sequence[Key]) -> dict[int, tuple[FollowUp, Subject]]:
    rows = session.scalars(select(FollowUp).where(*_among(FollowUp.workspace_id, FollowUp.id, keys))).all()
    subjects = subjects_of(session, rows)
    return {
        row.id: (row, subjects[row.block, row.block_id])
        for row in rows
        if (row.block, row.block_id) in subjects
    }


def _names(session: Session, keys: set[Key]) -> dict[Key, str]:
    rows = session.execute(
        select(Member.workspace_id, Member.id, Member.name).where(
            *_among(Member.workspace_id, Member.id, list(keys))
        )
    )
    return {(workspace_id, member_id): name for workspace_id, member_id, name in rows}
