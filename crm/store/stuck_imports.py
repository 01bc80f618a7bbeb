"""Imports that are on their way as far as the database knows, though nothing waits that would take them on."""

import json
from collections.abc import Callable
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.models import Import, ImportState, Inbox, InboxState, Job, JobState, Member, Source
from crm.store.jobs import Asked, receive_asked

_ON_THEIR_WAY = (ImportState.CHECKING, ImportState.RUNNING, ImportState.UNDOING)


def stuck_imports(session: Session, bot_id: int) -> list[Import]:
    """Oldest first. One that `handslag import` is working on at the moment is among them: nothing waits for that."""
    moving = {str(asked.get("import_id")) for asked in _asked_for(session, bot_id)}
    query = select(Import).where(Import.state.in_(_ON_THEIR_WAY)).order_by(Import.id)
    return [import_ for import_ in session.scalars(query) if str(import_.id) not in moving]


def _asked_for(session: Session, bot_id: int) -> list[dict[str, Any]]:
    jobs = select(Job.asked).where(Job.bot_id == bot_id, Job.state == JobState.OPEN)
    entries = select(Inbox.payload).where(
        Inbox.bot_id == bot_id, Inbox.state == InboxState.OPEN, Inbox.source == Source.JOB
    )
    said = [json.loads(payload) for payload in session.scalars(entries)]
    return [*session.scalars(jobs), *(each["asked"] for each in said if "asked" in each)]


def take_on(
    session: Session, bot_id: int, import_: Import, what: str, now: datetime, ids: Callable[[], int]
) -> None:
    """Its next slice is asked for, on behalf of whoever sent the file. what: the name of the slice for the room."""
    member = session.get_one(Member, (import_.workspace_id, import_.member_id))
    more = {"import_id": import_.id, "member_id": member.id, "bot_id": bot_id, "message_id": None}
    asked = Asked(what, import_.workspace_id, member.chat_id or member.user_id, member.user_id, more)
    receive_asked(session, bot_id, asked, f"again-{ids()}", f"i{import_.id}", now, ids)
