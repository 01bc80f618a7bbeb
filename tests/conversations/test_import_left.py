"""Whoever imports is removed meanwhile: it ends half-way, somebody who leads the team hears of it and takes it back."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.access import Role
from crm.ids import to_base36
from crm.models import Import, ImportPiece, ImportState, Member
from crm.store.imports import SLICE
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, OWNER, TOM
from tests.conversations.test_importing import count_leads, goes_on, many, sends, the_import
from tests.factories import add_member, add_workspace

OTTO = 700


@pytest.fixture
def boss(private: Office, person: Callable[..., Chat]) -> Chat:
    boss = person(OWNER, "Olga")
    boss.says("hi")
    return boss


def removes(boss: Chat, name: str = "Eva") -> None:
    boss.says("/team")
    boss.taps(name)
    boss.taps("Remove…")
    boss.taps("Remove")


def runs(chat: Chat, slices: int = 1) -> None:
    sends(chat, many(3 * SLICE), "fair.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps("Import")
    goes_on(chat.office, slices)


def test_it_ends_half_way_and_who_leads_the_team_takes_it_back(
    chat: Chat, boss: Chat, person: Callable[..., Chat]
) -> None:
    mia = person(MANAGER, "Mia")
    mia.says("hi")
    runs(chat)
    removes(boss)
    told = chat.last.text
    goes_on(chat.office)
    assert the_import(chat.office).state is ImportState.STOPPED
    assert the_import(chat.office).finished_at is not None
    assert count_leads(chat.office) == SLICE
    assert mia.last.lines == [
        "fair.csv",
        "Eva was removed while this ran. It stopped half-way; what was done so far stays.",
        f"New leads: {SLICE}",
    ]
    assert chat.last.text == told
    mia.taps("Undo")
    goes_on(chat.office)
    assert mia.last.lines == ["fair.csv", "Taken back: all is as before."]
    assert count_leads(chat.office) == 0


def test_a_dry_run_ends_with_them_and_the_rows_of_the_file_are_gone(chat: Chat, boss: Chat) -> None:
    sends(chat, many(3), "fair.csv")
    chat.taps("Check it")
    removes(boss)
    before = boss.last.text
    chat.office.does_jobs()
    goes_on(chat.office)
    assert the_import(chat.office).state is ImportState.STOPPED
    assert boss.last.text == before
    with chat.office.database.read() as session:
        assert session.scalars(select(ImportPiece.id)).all() == []


def test_a_file_that_was_still_read_is_left_alone(chat: Chat, boss: Chat) -> None:
    data = many(3).encode()
    chat.sends(document={"file_id": "f", "file_unique_id": "u", "file_name": "x.csv", "file_size": len(data)})
    removes(boss)
    chat.office.does_jobs({"f": data})
    goes_on(chat.office)
    assert the_import(chat.office).state is ImportState.STOPPED


def test_who_takes_it_back_is_removed_and_somebody_else_goes_on(
    chat: Chat, boss: Chat, person: Callable[..., Chat]
) -> None:
    runs(chat, 1000)
    mia = person(MANAGER, "Mia")
    mia.says("hi")
    mia.taps_data(f"v1:import-undo:{to_base36(the_import(chat.office).id)}:0:")
    goes_on(chat.office, 1)
    removes(boss, "Mia")
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.STOPPED, 2 * SLICE)
    assert "Mia was removed" in boss.last.text
    boss.taps("Undo")
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.UNDONE, 0)


def test_nobody_else_takes_it_back(chat: Chat, boss: Chat, person: Callable[..., Chat]) -> None:
    with chat.office.database.begin() as session:
        other = add_workspace(session)
        add_member(session, other, user_id=OTTO, chat_id=OTTO, name="Otto", role=Role.OWNER)
    runs(chat)
    removes(boss)
    goes_on(chat.office)
    for user_id in (TOM, OTTO, EVA):
        somebody = person(user_id, "X")
        somebody.says("hi")
        somebody.taps_data(f"v1:import-undo:{to_base36(the_import(chat.office).id)}:0:")
        assert "fair.csv" not in somebody.last.text or user_id == EVA
    goes_on(chat.office)
    assert (the_import(chat.office).state, count_leads(chat.office)) == (ImportState.STOPPED, SLICE)


def test_one_who_came_back_meanwhile_finds_it_going_on(chat: Chat) -> None:
    runs(chat)
    for removed in (True, False):
        with chat.office.database.begin() as session:
            eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
            eva.removed_at = chat.office.clock() if removed else None
    goes_on(chat.office)
    assert count_leads(chat.office) == 3 * SLICE
    with chat.office.database.read() as session:
        assert session.scalars(select(Import.state)).one() is ImportState.DONE
