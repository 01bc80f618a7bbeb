"""Slow work asked for by rows: done outside any transaction, its result received like everything else, exactly once."""

import json
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, or_, select
from sqlalchemy.orm import Session

from crm.models import Job, JobState, Source
from crm.store.inbox import NewEntry, OpenEntry, receive
from crm.store.work import Work

TRIES = 5
_FIRST_WAIT = timedelta(seconds=2)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asked, and for what. more: what the room needs to go on, as JSON.

    chat_id, user_id: where the result is told, and to whom. lane: the chat's own, so that it comes in order.
    """

    what: str
    workspace_id: int
    chat_id: int
    user_id: int
    more: dict[str, Any]

    @property
    def lane(self) -> str:
        return f"c{self.chat_id}"


def ask_job(
    work: Work, bot_id: int, asked: Asked, *, file_id: str | None = None, due_at: datetime | None = None
) -> int:
    """In the turn's own transaction. file_id: of a file that is to be fetched first. Returns the job's id.

    due_at: not before then, aware; None: at once.
    """
    job = Job(
        id=work.ids(),
        bot_id=bot_id,
        workspace_id=asked.workspace_id,
        what=asked.what,
        lane=asked.lane,
        file_id=file_id,
        asked=_whom(asked) | asked.more,
        due_at=due_at,
        created_at=work.now,
    )
    work.session.add(job)
    return job.id


def next_jobs(
    session: Session, bot_id: int, now: datetime, *, busy: Collection[int], limit: int
) -> list[Job]:
    """Open ones that are due, oldest first; without those in hand."""
    query = select(Job).where(
        Job.bot_id == bot_id,
        Job.state == JobState.OPEN,
        or_(Job.due_at.is_(None), Job.due_at <= now),
        Job.id.not_in(busy),
    )
    return list(session.scalars(query.order_by(Job.id).limit(limit)))


def finish_job(
    session: Session, job_id: int, result: dict[str, Any], now: datetime, ids: Callable[[], int]
) -> list[OpenEntry]:
    """Marks it, and receives the result. Nothing where it was finished before."""
    job = session.get(Job, job_id)
    if job is None or job.state is not JobState.OPEN:
        return []
    job.state, job.done_at = JobState.DONE, now
    return _receive(session, job, {"result": result}, now, ids)


def fail_job(
    session: Session,
    job_id: int,
    error: str,
    now: datetime,
    ids: Callable[[], int],
    *,
    hopeless: str | None = None,
) -> list[OpenEntry]:
    """Counts a failed try: again after 2, 4, 8 … seconds; given up after the last. error: its type and place.

    hopeless: no try will do; a word for why, which whoever asked is told.
    """
    job = session.get(Job, job_id)
    if job is None or job.state is not JobState.OPEN:
        return []
    job.tries, job.error = job.tries + 1, error[:500]
    if hopeless is None and job.tries < TRIES:
        job.due_at = now + _FIRST_WAIT * 2 ** (job.tries - 1)
        return []
    job.state, job.done_at = JobState.FAILED, now
    return _receive(session, job, {"failed": hopeless or "failed"}, now, ids)


def go_on_later(work: Work, bot_id: int, asked: Asked, *, lane: str, due_at: datetime | None = None) -> None:
    """The next part of what is done in parts: an entry of its own, at most one a turn. due_at: not before, None: at once."""
    key = f"after-{work.turn_id}"
    receive_asked(work.session, bot_id, asked, key, lane, work.now, work.ids, due_at=due_at)


def receive_asked(
    session: Session,
    bot_id: int,
    asked: Asked,
    key: str,
    lane: str,
    now: datetime,
    ids: Callable[[], int],
    *,
    due_at: datetime | None = None,
) -> None:
    """As if a job had come back with nothing but what was asked. key: of the entry, unique."""
    payload = {"job": asked.what, "asked": _whom(asked) | asked.more, "result": {}}
    receive(session, bot_id, Source.JOB, [NewEntry(key, lane, json.dumps(payload), due_at)], now, ids)


def failed_jobs(session: Session, bot_id: int) -> list[Job]:
    """Given up after the last try, oldest first. Hopeless ones are no fault of ours, and whoever asked was told why."""
    query = select(Job).where(Job.bot_id == bot_id, Job.state == JobState.FAILED, Job.tries >= TRIES)
    return list(session.scalars(query.order_by(Job.id)))


def ask_again(session: Session, failed: Job, now: datetime, ids: Callable[[], int]) -> None:
    """As a new job in place of the failed one: the result of a job is received once, and that one's was its failure."""
    session.add(
        Job(
            id=ids(),
            bot_id=failed.bot_id,
            workspace_id=failed.workspace_id,
            what=failed.what,
            lane=failed.lane,
            file_id=failed.file_id,
            asked=failed.asked,
            created_at=now,
        )
    )
    session.delete(failed)


def drop_failed(session: Session, what: str, asked: Mapping[str, Any]) -> None:
    """Those that were given up and asked for just that: it is asked for anew."""
    failed = select(Job).where(
        Job.workspace_id == asked["workspace_id"], Job.what == what, Job.state == JobState.FAILED
    )
    for job in session.scalars(failed):
        if job.asked == asked:
            session.delete(job)


def purge_jobs(session: Session, before: datetime, limit: int) -> int:
    """Drops at most `limit` that are over and were asked for before that moment; says how many."""
    old = select(Job.id).where(Job.created_at < before, Job.state != JobState.OPEN).limit(limit)
    ids = list(session.scalars(old))
    if ids:
        session.execute(delete(Job).where(Job.id.in_(ids)).execution_options(synchronize_session=False))
    return len(ids)


def _receive(
    session: Session, job: Job, outcome: dict[str, Any], now: datetime, ids: Callable[[], int]
) -> list[OpenEntry]:
    payload = json.dumps({"job": job.what, "asked": job.asked} | outcome, ensure_ascii=False)
    entry = NewEntry(f"job-{job.id}", job.lane, payload)
    return receive(session, job.bot_id, Source.JOB, [entry], now, ids)


def _whom(asked: Asked) -> dict[str, Any]:
    return {"workspace_id": asked.workspace_id, "chat_id": asked.chat_id, "user_id": asked.user_id}
