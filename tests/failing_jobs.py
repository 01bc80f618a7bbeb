"""Slow work that fails until it is given up, and is tried again by whoever runs the bot."""

from sqlalchemy import select

from bot.command_line.stuck import requeue_jobs
from crm.models import Job, JobState
from crm.store.jobs import TRIES, fail_job
from tests.chat_client import BOT_ID, Office


def gives_up(office: Office) -> None:
    """What is open is tried until it is given up, and whoever asked hears of it."""
    with office.database.begin() as session:
        open_jobs = session.scalars(select(Job.id).where(Job.state == JobState.OPEN)).all()
        received = [
            entry
            for job_id in open_jobs
            for _ in range(TRIES)
            for entry in fail_job(session, job_id, "away", office.clock(), office.ids)
        ]
    for entry in received:
        office.run(entry.id)


def tries_again(office: Office) -> None:
    """As `handslag doctor --requeue`."""
    with office.database.begin() as session:
        requeue_jobs(session, BOT_ID, office.clock(), office.ids)
