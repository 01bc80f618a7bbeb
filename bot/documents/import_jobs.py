"""The slow work of an import, outside any turn: reading the file, and the dry run."""

from typing import Any

from bot.cards.importing import checking_card
from bot.replies import put_out
from bot.running.jobs import Task
from crm.exchange.tables import UnreadableTableError
from crm.models import Import
from crm.store.members import Who, who_is
from crm.store.work import Session, start_work
from crm.usecases.import_check import check_import
from crm.usecases.keep_import import Sent, keep_import

READ, CHECK = "import-read", "import-check"
_SHOWN_EACH = 5000
"""Rows between two words of how far it is."""


def read(task: Task) -> dict[str, Any]:
    """{"total": rows}, or {"error": text key} where the file is no table."""
    asked = task.asked
    sent = Sent(asked["import_id"], task.workspace_id, asked["member_id"], asked["name"])
    assert task.file is not None
    with task.file.open("rb") as file:
        try:
            return {"total": keep_import(task.commit, file, sent, task.ids, task.clock())}
        except UnreadableTableError as error:
            return {"error": error.key}


def check(task: Task) -> dict[str, Any]:
    """What crm/usecases/import_check.py counted; {} where the import or its member is gone."""
    asked = task.asked
    with task.database.read() as session:
        import_ = session.get(Import, (task.workspace_id, asked["import_id"]))
        who = who_is(session, task.workspace_id, asked["member_id"])
        if import_ is None or who is None:
            return {}
        name, total = import_.name, import_.total

        def on_progress(done: int) -> None:
            if done % _SHOWN_EACH == 0 and done < total:
                task.commit(lambda session: _show(session, task, who, name, done, total))

        checked = check_import(session, import_, who, on_progress)
    return {
        "new": checked.new,
        "known": checked.known,
        "bad": checked.bad,
        "reasons": checked.reasons.most_common(3),
        "strangers": sorted(checked.strangers)[:5],
    }


def _show(session: Session, task: Task, who: Who, name: str, done: int, total: int) -> None:
    work = start_work(session, task.clock(), task.ids, task.id)
    card = checking_card(name, done, total, edits=task.asked["message_id"], key=f"job-{task.id}-{done}")
    put_out(work, task.asked["bot_id"], task.asked["chat_id"], task.workspace_id, who.member.language, [card])
