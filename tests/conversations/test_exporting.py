"""/export: a file of what the member may see, made when it is sent."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.documents.made_documents import maker
from crm.models import Member
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import EVA, OWNER, TOM


def rows(office: Office, shown: Shown, folder: Path) -> list[dict[str, str]]:
    file = maker(office.database)(shown.body["made"], folder)
    assert file is not None
    return list(csv.DictReader(io.StringIO(file.read_text("utf-8-sig"))))


def exports(chat: Chat, what: str, form: str) -> Shown:
    chat.says("/export")
    chat.taps(what)
    chat.taps(form)
    return chat.last


def test_leads_come_as_a_file(chat: Chat, tmp_path: Path) -> None:
    chat.says("Klaus Berger, Bosch, k@bosch.example")
    shown = exports(chat, "Leads", "CSV")
    assert shown.body["made"]["name"] == "leads-2026-03-10.csv"
    assert [row["name"] for row in rows(chat.office, shown, tmp_path)] == ["Klaus Berger"]


def test_only_persons_can_be_cards(chat: Chat) -> None:
    chat.says("/export")
    chat.taps("Contacts")
    assert chat.last.buttons == ["Excel", "CSV", "vCard", "JSON lines", "Back"]
    chat.taps("Back")
    chat.taps("Accounts")
    assert "vCard" not in chat.last.buttons


def test_in_a_private_workspace_a_rep_gets_their_own(
    private: Office, chat: Chat, person: Callable[..., Chat], tmp_path: Path
) -> None:
    chat.says("Klaus Berger, Bosch, k@bosch.example")
    tom = person(TOM, "Tom")
    assert rows(private, exports(tom, "Leads", "CSV"), tmp_path) == []
    assert rows(private, exports(tom, "Activities", "CSV"), tmp_path) == []
    boss = person(OWNER, "Olga")
    assert len(rows(private, exports(boss, "Leads", "CSV"), tmp_path)) == 1


def test_who_was_removed_meanwhile_is_sent_nothing(chat: Chat, tmp_path: Path) -> None:
    shown = exports(chat, "Leads", "Excel")
    with chat.office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = chat.office.clock()
    assert maker(chat.office.database)(shown.body["made"], tmp_path) is None


@pytest.mark.parametrize("data", ["leads.exe", "secrets.csv", "accounts.vcf", "leads", "../leads.csv"])
def test_forged_exports_are_refused(chat: Chat, data: str) -> None:
    chat.says("/export")
    chat.taps_data(f"v1:export-as:0:0:{data}")
    assert "made" not in chat.last.body
