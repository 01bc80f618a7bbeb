"""Slow work that was asked for about somebody: an erasure takes out what is left of it."""

import json
from collections.abc import Collection
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from crm.models import Job, JobState
from crm.rules.person_traces import Person


def drop_jobs(session: Session, workspace_id: int, person: Person, files: Collection[int]) -> None:
    """Those that are over, and name the person or one of the files (ids): a failed one may be tried again.

    What is still to be done comes back, and is read as new.
    """
    over = select(Job.id, Job.asked).where(Job.workspace_id == workspace_id, Job.state != JobState.OPEN)
    ids = {str(file) for file in files}
    gone = [job.id for job in session.execute(over) if _is_about(job.asked, person, ids)]
    if gone:
        session.execute(delete(Job).where(Job.id.in_(gone)).execution_options(synchronize_session=False))


def _is_about(asked: dict[str, Any], person: Person, files: Collection[str]) -> bool:
    return asked.get("file") in files or person.may_be_meant_in(json.dumps(asked, ensure_ascii=False))
