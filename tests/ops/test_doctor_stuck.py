"""The doctor shows slow work that failed and imports that stand still, and takes both on again."""

import io
from collections.abc import Callable
from typing import Any

import pytest
from rich.console import Console
from sqlalchemy import delete, select, update

from bot.command_line import doctor
from crm.models import Import, ImportState, Inbox, Job, JobState, Source
from crm.store.imports import SLICE
from crm.store.jobs import TRIES, fail_job
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import OWNER
from tests.conversations.test_importing import count_leads, goes_on, many, sends, the_import

Examine = Callable[..., tuple[bool, str]]


@pytest.fixture
def examine(office: Office) -> Examine:
    """What the doctor says of the database."""

    def call(*, requeue: bool = False) -> tuple[bool, str]:
        out = io.StringIO()
        console = Console(file=out, width=160)
        findings = [doctor._requeued(office.database, BOT_ID, office.clock)] if requeue else []
        findings += doctor._left_lying(office.database, BOT_ID, console)
        for finding in findings:
            console.print(f"{finding.what}: {finding.says}")
        return all(finding.fine for finding in findings), out.getvalue()

    return call


def runs(chat: Chat, slices: int) -> None:
    sends(chat, many(3 * SLICE), "secret.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps("Import")
    goes_on(chat.office, slices)


def loses_its_entry(office: Office) -> None:
    with office.database.begin() as session:
        session.execute(delete(Inbox).where(Inbox.source == Source.JOB, Inbox.state == "open"))


def gives_up(office: Office, error: str = "OSError at bot/x.py:1", hopeless: str | None = None) -> None:
    with office.database.begin() as session:
        (job_id,) = session.scalars(select(Job.id).where(Job.state == JobState.OPEN))
        for _ in range(1 if hopeless else TRIES):
            fail_job(session, job_id, error, office.clock(), office.ids, hopeless=hopeless)


def test_an_import_that_runs_is_fine(chat: Chat, examine: Examine) -> None:
    runs(chat, 1)
    fine, said = examine()
    assert fine, said
    assert "imports: none stands still" in said


def test_one_that_nothing_takes_on_is_shown_and_goes_on_where_it_was(chat: Chat, examine: Examine) -> None:
    runs(chat, 1)
    loses_its_entry(chat.office)
    fine, said = examine()
    assert not fine
    assert f"{SLICE} of {3 * SLICE}" in said
    assert "running" in said
    assert "secret" not in said
    assert examine(requeue=True)[0]
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.DONE, 3 * SLICE)
    assert f"New leads: {3 * SLICE}" in chat.last.text


def test_one_that_was_being_taken_back_is_taken_back(chat: Chat, examine: Examine) -> None:
    runs(chat, 1000)
    chat.taps("Undo")
    goes_on(chat.office, 1)
    loses_its_entry(chat.office)
    assert "undoing" in examine()[1]
    examine(requeue=True)
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.UNDONE, 0)


def test_a_dry_run_that_nobody_does_can_be_asked_for_again(chat: Chat, examine: Examine) -> None:
    sends(chat, many(3), "secret.csv")
    chat.taps("Check it")
    with chat.office.database.begin() as session:
        session.execute(delete(Job).where(Job.state == JobState.OPEN))
    assert "checking" in examine()[1]
    examine(requeue=True)
    chat.says("/import")
    chat.taps("Check it")
    chat.office.does_jobs()
    assert "New leads: 3" in chat.last.text


def test_a_parked_slice_is_taken_on_once(chat: Chat, examine: Examine) -> None:
    runs(chat, 1)
    with chat.office.database.begin() as session:
        session.execute(update(Inbox).where(Inbox.state == "open").values(state="parked"))
    assert not examine()[0]
    assert examine(requeue=True)[0]
    assert goes_on(chat.office) == 2
    assert count_leads(chat.office) == 3 * SLICE


def test_one_whose_member_was_removed_ends(chat: Chat, examine: Examine, person: Callable[..., Chat]) -> None:
    runs(chat, 1)
    loses_its_entry(chat.office)
    boss = person(OWNER, "Olga")
    boss.says("/team")
    for button in ("Eva", "Remove…", "Remove"):
        boss.taps(button)
    examine(requeue=True)
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.STOPPED, SLICE)


def test_a_failed_job_is_shown_and_done_again(chat: Chat, examine: Examine) -> None:
    data: dict[str, Any] = {"file_id": "f", "file_unique_id": "u", "file_name": "secret.csv"}
    chat.sends(document=data)
    gives_up(chat.office)
    goes_on(chat.office)
    assert "Telegram does not give me" in chat.last.text
    fine, said = examine()
    assert not fine
    assert "import-read" in said
    assert "OSError at bot/x.py:1" in said
    assert "secret" not in said
    fine, said = examine(requeue=True)
    assert fine
    assert "1 failed jobs" in said
    chat.office.does_jobs({"f": many(2).encode()})
    assert "2 rows, read as leads" in chat.last.text
    assert examine()[0]


def test_what_no_try_would_do_is_no_fault(chat: Chat, examine: Examine) -> None:
    chat.sends(document={"file_id": "f", "file_unique_id": "u", "file_name": "secret.csv"})
    gives_up(chat.office, hopeless="gone")
    goes_on(chat.office)
    assert examine()[0]
    with chat.office.database.read() as session:
        assert session.scalars(select(Import.id)).all() == []
