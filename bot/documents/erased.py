"""What is left besides the rows after somebody was forgotten: bytes of files, and pages of SQLite's write-ahead log.

They go after the commit, by a job; one that could not be done (a store that is away, a backup that is being read) is
done later.
"""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from bot.context import Context
from bot.room import Done, Replies
from bot.running.jobs import Task
from crm.store.jobs import Asked, ask_job, drop_failed
from crm.store.work import Work

ERASE = "erase-files"
_AGAIN_IN = timedelta(minutes=30)


def ask_to_erase(ctx: Context, keys: Sequence[str]) -> None:
    """keys: of bytes in the file store."""
    assert ctx.incoming.sender is not None  # somebody asked
    whom = (ctx.workspace.id, ctx.incoming.chat_id, ctx.incoming.sender.user_id)
    ask_job(ctx.work, ctx.incoming.bot_id, Asked(ERASE, *whom, {"keys": list(keys)}))


def ask_to_erase_after(
    work: Work, bot_id: int, done: Done, keys: Sequence[str], *, due_at: datetime | None = None
) -> None:
    """done: a job of somebody who may have left since. due_at: not before then, aware."""
    whom = (int(done.asked["workspace_id"]), int(done.asked["chat_id"]), int(done.asked["user_id"]))
    ask_job(work, bot_id, Asked(ERASE, *whom, {"keys": list(keys)}), due_at=due_at)


def erase(task: Task) -> dict[str, Any]:
    """In a thread, outside any transaction. Raises where something is in the way."""
    for key in task.asked["keys"]:
        if task.files is not None:
            task.files.delete(key)
    task.database.empty_log()
    return {}


def erased(ctx: Context, done: Done) -> Replies:
    """Silent."""
    try_again_later(ctx.work, ctx.incoming.bot_id, done)
    return []


def try_again_later(work: Work, bot_id: int, done: Done) -> None:
    """One that failed gives way to the next, so that there is one of it at any time."""
    if done.failed:
        drop_failed(work.session, ERASE, done.asked)
        ask_to_erase_after(work, bot_id, done, done.asked["keys"], due_at=work.now + _AGAIN_IN)
