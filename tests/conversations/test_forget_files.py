"""/forget and the bytes of files: what was still on its way is not kept, what failed is not tried again."""

from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from crm.models import File, Job, JobState, Member
from crm.store.file_store import Folder
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER
from tests.failing_jobs import gives_up, tries_again

KLAUS = "Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com"
PDF = {"document": {"file_id": "pdf", "file_unique_id": "p", "file_name": "offer.pdf", "file_size": 4}}


@pytest.fixture
def keeping(office: Office) -> Office:
    """An office that keeps bytes."""
    office.stores_files = True
    office.restart()
    return office


def forgets(chat: Chat, name: str) -> None:
    chat.says(f"/forget {name}")
    chat.taps("Forget for good")


def jobs(office: Office) -> list[tuple[str, JobState]]:
    with office.database.begin() as session:
        return [(job.what, job.state) for job in session.scalars(select(Job).order_by(Job.id))]


def test_a_copy_that_failed_is_not_tried_again_once_the_person_is_forgotten(
    keeping: Office, chat: Chat
) -> None:
    chat.says(KLAUS)
    chat.sends(**PDF)
    gives_up(keeping)
    assert jobs(keeping) == [("store-file", JobState.FAILED)]
    forgets(chat, "Klaus Berger")
    assert jobs(keeping) == [("erase-files", JobState.OPEN)]


def test_somebody_elses_failed_copy_is_tried_again(keeping: Office, chat: Chat, tmp_path: Path) -> None:
    chat.says(KLAUS)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.sends(**PDF)
    gives_up(keeping)
    forgets(chat, "Klaus Berger")
    tries_again(keeping)
    keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    assert [path.read_bytes() for path in tmp_path.glob("*/*")] == [b"%PDF"]


@pytest.mark.parametrize("another_has_it", [False, True])
def test_bytes_that_come_in_after_the_person_was_forgotten_go_again(
    keeping: Office, chat: Chat, tmp_path: Path, another_has_it: bool
) -> None:
    if another_has_it:
        chat.says("Anna de Vries, Philips, anna@philips.com")
        chat.sends(**PDF)
        keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    chat.says(KLAUS)
    chat.sends(**PDF)
    forgets(chat, "Klaus Berger")
    keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    assert [path.read_bytes() for path in tmp_path.glob("*/*")] == [b"%PDF"] * another_has_it
    with keeping.database.begin() as session:
        assert len(session.scalars(select(File.stored)).all()) == another_has_it


def test_an_erasure_that_fails_again_and_again_is_one_job(
    keeping: Office, chat: Chat, tmp_path: Path
) -> None:
    chat.says(KLAUS)
    chat.sends(**PDF)
    keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    forgets(chat, "Klaus Berger")
    for _ in range(3):
        gives_up(keeping)
        tries_again(keeping)
    assert [job for job in jobs(keeping) if job[0] == "erase-files"] == [("erase-files", JobState.OPEN)]
    keeping.clock.move(hours=1)
    keeping.does_jobs({}, Folder(tmp_path))
    assert list(tmp_path.glob("*/*")) == []


def test_a_failed_erasure_of_somebody_else_stays(keeping: Office, chat: Chat, tmp_path: Path) -> None:
    for name, file in (("Klaus Berger", b"one"), ("Anna de Vries", b"two")):
        chat.says(f"{name}, Philips, {name[0]}@philips.com")
        chat.sends(**PDF)
        keeping.does_jobs({"pdf": file}, Folder(tmp_path))
        forgets(chat, name)
        gives_up(keeping)
        keeping.clock.move(minutes=1)
    assert len([job for job in jobs(keeping) if job == ("erase-files", JobState.OPEN)]) == 2
    keeping.clock.move(hours=1)
    keeping.does_jobs({}, Folder(tmp_path))
    assert list(tmp_path.glob("*/*")) == []


def leaves(office: Office, user_id: int) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == user_id)).one().removed_at = office.clock()


@pytest.mark.parametrize("is_forgotten_first", [False, True])
def test_bytes_that_come_in_after_whoever_sent_them_has_left_go_with_the_person(
    keeping: Office, chat: Chat, person: Callable[..., Chat], tmp_path: Path, is_forgotten_first: bool
) -> None:
    chat.says(KLAUS)
    chat.sends(**PDF)
    if is_forgotten_first:
        forgets(chat, "Klaus Berger")
    leaves(keeping, EVA)
    keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    if not is_forgotten_first:
        assert len(list(tmp_path.glob("*/*"))) == 1
        forgets(person(MANAGER, "Mia"), "Klaus Berger")
        keeping.does_jobs({}, Folder(tmp_path))
    assert list(tmp_path.glob("*/*")) == []


def test_an_erasure_that_failed_is_done_also_where_whoever_asked_has_left(
    keeping: Office, chat: Chat, tmp_path: Path
) -> None:
    chat.says(KLAUS)
    chat.sends(**PDF)
    keeping.does_jobs({"pdf": b"%PDF"}, Folder(tmp_path))
    forgets(chat, "Klaus Berger")
    leaves(keeping, EVA)
    gives_up(keeping)
    keeping.clock.move(hours=1)
    keeping.does_jobs({}, Folder(tmp_path))
    assert list(tmp_path.glob("*/*")) == []
