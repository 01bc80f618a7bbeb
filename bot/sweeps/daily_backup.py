"""A backup a day, the newest few kept: a sweep that only starts one, in a thread of its own, so that no turn waits."""

import threading
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import structlog

from crm.store.backup import backup
from crm.store.database import Database, Session

log = structlog.get_logger(__name__)

_TRY_AGAIN = timedelta(hours=1)
_PATTERN = "handslag-????-??-??.jsonl.gz"

Job = Callable[[], None]


def in_a_thread(job: Job) -> None:
    threading.Thread(target=job, name="backup", daemon=True).start()


class DailyBackup:
    """Called with each tick. count: how many days are kept; days are those of UTC."""

    def __init__(
        self, database: Database, folder: Path, count: int, start: Callable[[Job], None] = in_a_thread
    ) -> None:
        self._database = database
        self._folder = folder
        self._count = count
        self._start = start
        self._started_at: datetime | None = None

    def __call__(self, _: Session, now: datetime) -> datetime | None:
        """Starts today's backup where there is none yet; one that failed is tried again after an hour."""
        file = self._folder / f"handslag-{now:%Y-%m-%d}.jsonl.gz"
        if self._count and not file.exists() and not self._is_waiting(now):
            self._started_at = now
            self._start(lambda: self._write(file))
        return None

    def _is_waiting(self, now: datetime) -> bool:
        return self._started_at is not None and now - self._started_at < _TRY_AGAIN

    def _write(self, file: Path) -> None:
        try:
            rows = backup(self._database, file)
            for old in sorted(self._folder.glob(_PATTERN))[: -self._count]:
                old.unlink()
        except Exception as error:
            log.error("the daily backup failed; it is tried again in an hour", error=error)
        else:
            log.info("daily backup written", rows=rows)
