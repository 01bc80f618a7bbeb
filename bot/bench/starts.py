"""What stored follow-ups cost a start: nothing, since the rows are the schedule; and what a job for each would cost."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

from bot.bench import jobs
from bot.bench.processes import handslag, telegram
from bot.bench.rows import Row, milliseconds

_CARDS = 20
_STARTS = 3


def measure(few: Path, many: Path, small: int, large: int) -> Iterator[Row]:
    """Two databases as bot/bench/scale.py leaves them, and how many follow-ups each has."""
    (start, mb), (few_start, few_mb) = _start(many), _start(few)
    title = f"with {large:,} follow-ups stored"
    yield Row(
        f"start to first poll {title}",
        milliseconds(start),
        f"{small:,} follow-ups: {milliseconds(few_start)}",
        f"{start / few_start:.2f}",
    )
    yield Row(
        f"resident memory {title}",
        f"{mb:.0f} MB",
        f"{small:,} follow-ups: {few_mb:.0f} MB",
        f"{mb / few_mb:.2f}",
    )
    yield from _jobs(few.with_name("jobs.db"), large)


def _start(database: Path) -> tuple[float, float]:
    """Seconds to the first poll, the best of a few; MB after a few captures."""
    starts = []
    for _ in range(_STARTS):
        with telegram() as phone, handslag(phone, f"sqlite:///{database}") as bot:
            phone.ask("burst", kind="card", count=_CARDS, first=2_000_000)
            starts.append(bot.start_seconds)
            resident = bot.resident_mb
    return min(starts), resident


def _jobs(file: Path, count: int) -> Iterator[Row]:
    a_job = jobs.fill(str(file), count)
    done = subprocess.run(
        [sys.executable, "-m", "bot.bench.jobs", str(file)], capture_output=True, text=True, check=True
    )
    said = json.loads(done.stdout)
    yield Row(
        f"an APScheduler job each, {count:,} in SQLAlchemyJobStore",
        f"start {milliseconds(said['start'])}, {said['mb']:.0f} MB",
        f"reading them once: {milliseconds(said['list'])}, {said['mb_after_list']:.0f} MB; "
        f"adding one: {milliseconds(a_job)}",
    )
