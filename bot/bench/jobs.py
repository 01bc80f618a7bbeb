"""`python -m bot.bench.jobs FILE`: what a start costs with one APScheduler job for each follow-up. Prints JSON."""

import json
import pickle
import sys
import time
from datetime import UTC, datetime, timedelta

from apscheduler.job import Job
from apscheduler.jobstores.sqlalchemy import SQLAlchemyJobStore
from apscheduler.schedulers.background import BackgroundScheduler
from apscheduler.triggers.date import DateTrigger

from bot.bench.processes import resident_mb

_ONE_BY_ONE = 200


def ring(follow_up: int) -> None:
    """What a job would do."""


def fill(file: str, count: int) -> float:
    """Stores that many jobs for tomorrow; seconds that a single add_job takes."""
    scheduler = BackgroundScheduler(timezone=UTC)
    store = SQLAlchemyJobStore(url=f"sqlite:///{file}")
    scheduler.add_jobstore(store)
    scheduler.start(paused=True)
    due = datetime.now(UTC) + timedelta(days=1)
    started = time.perf_counter()
    for number in range(_ONE_BY_ONE):
        scheduler.add_job(ring, DateTrigger(due), (number,), id=str(number), misfire_grace_time=None)
    a_job = (time.perf_counter() - started) / _ONE_BY_ONE
    template: Job = scheduler.get_job("0")
    state = pickle.dumps(template.__getstate__(), pickle.HIGHEST_PROTOCOL)
    rows = [
        {"id": str(number), "next_run_time": due.timestamp(), "job_state": state}
        for number in range(_ONE_BY_ONE, count)
    ]
    if rows:
        with store.engine.begin() as connection:
            connection.execute(store.jobs_t.insert(), rows)
    scheduler.shutdown()
    return a_job


def main() -> None:
    """Starts a scheduler on the file, lists what is planned as an agenda would, and says what both cost."""
    started = time.perf_counter()
    scheduler = BackgroundScheduler(timezone=UTC)
    scheduler.add_jobstore(SQLAlchemyJobStore(url=f"sqlite:///{sys.argv[1]}"))
    scheduler.start()
    up = time.perf_counter() - started
    before = resident_mb("self")
    started = time.perf_counter()
    planned = len(scheduler.get_jobs())
    listed = time.perf_counter() - started
    after = resident_mb("self")
    scheduler.shutdown()
    sys.stdout.write(
        json.dumps({"start": up, "mb": before, "jobs": planned, "list": listed, "mb_after_list": after})
    )


if __name__ == "__main__":
    main()
