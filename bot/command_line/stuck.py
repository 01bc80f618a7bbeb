"""For `handslag doctor`: slow work that failed, imports that do not go on; how they are shown, and taken on again."""

from collections.abc import Callable, Sequence
from datetime import datetime

from rich.markup import escape
from rich.table import Table

from bot.import_steps import SLICE_JOB, UNDO_JOB
from crm.ids import to_base36
from crm.models import Import, ImportState, Job
from crm.store.imports import SLICE
from crm.store.jobs import ask_again, failed_jobs
from crm.store.stuck_imports import stuck_imports, take_on
from crm.store.work import Session

_NEXT = {ImportState.RUNNING: SLICE_JOB, ImportState.UNDOING: UNDO_JOB}


def requeue_jobs(session: Session, bot_id: int, now: datetime, ids: Callable[[], int]) -> int:
    """How many failed jobs are tried again."""
    failed = failed_jobs(session, bot_id)
    for job in failed:
        ask_again(session, job, now, ids)
    return len(failed)


def take_imports_on(session: Session, bot_id: int, now: datetime, ids: Callable[[], int]) -> int:
    """How many that stood still. A dry run is asked for again by whoever wants it."""
    stuck = stuck_imports(session, bot_id)
    for import_ in stuck:
        if import_.state is ImportState.CHECKING:
            import_.state = ImportState.ASKED
        else:
            take_on(session, bot_id, import_, _NEXT[import_.state], now, ids)
    return len(stuck)


def jobs_table(jobs: Sequence[Job], moment: Callable[[datetime], str]) -> Table:
    table = Table("job", "asked", "what", "tries", "error", title="Failed jobs")
    for job in jobs:
        table.add_row(str(job.id), moment(job.created_at), job.what, str(job.tries), escape(job.error or ""))
    return table


def imports_table(imports: Sequence[Import], moment: Callable[[datetime], str]) -> Table:
    """Files' names are somebody's words, so they are left out."""
    table = Table("import", "sent", "state", "rows", title="Imports that stand still")
    for import_ in imports:
        done = min(import_.position * SLICE, import_.total)
        table.add_row(
            to_base36(import_.id),
            moment(import_.created_at),
            import_.state.value,
            f"{done} of {import_.total}",
        )
    return table
