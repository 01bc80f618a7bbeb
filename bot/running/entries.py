"""An inbox entry -> bot.chat.Incoming, by where it came from."""

import json
from dataclasses import replace
from typing import Any

from bot.chat import Incoming, Kind, Sender
from bot.room import Done
from bot.telegram.convert import to_incoming
from crm.models import Inbox, Source
from crm.store.inbox import UnreadableEntryError


def workspace_of(job: Incoming) -> int:
    """The workspace in which a job was asked for."""
    return int(job.payload["asked"]["workspace_id"])  # type: ignore[index]


def done_of(job: Incoming) -> Done:
    said: Any = job.payload
    return Done(said["asked"], said.get("result", {}), said.get("failed", ""))


def read_entry(entry: Inbox) -> Incoming | None:
    """None: nothing to do. Raises UnreadableEntryError."""
    said = json.loads(entry.payload)
    if entry.source is not Source.JOB:
        incoming = to_incoming(said, entry.bot_id, entry.received_at)
        return replace(incoming, entry_id=entry.id) if incoming is not None else None
    try:
        return Incoming(
            kind=Kind.JOB,
            bot_id=entry.bot_id,
            chat_id=int(said["asked"]["chat_id"]),
            chat_type="private",
            written_at=entry.received_at,
            sender=Sender(int(said["asked"]["user_id"]), ""),
            payload=said,
            entry_id=entry.id,
        )
    except (KeyError, TypeError, ValueError):
        raise UnreadableEntryError("job") from None
