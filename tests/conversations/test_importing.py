"""A table is sent to the bot: shown, changed, checked, imported while others talk, undone; and not by somebody else."""

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from sqlalchemy import func, select

from bot.documents.made_documents import maker
from crm.access import Role
from crm.ids import to_base36
from crm.models import Import, ImportState, Lead, Member
from crm.store import inbox
from crm.store.imports import SLICE
from tests.chat_client import BOT_ID, Chat, Office, Shown
from tests.conversation_fixtures import EVA, MANAGER, OWNER, TOM
from tests.factories import add_member, add_workspace

FILE = "Voornaam,Achternaam,E-mail,Bedrijf,Fax,Owner\nKlaus,Berger,k@bosch.example,Bosch,1,Tom\nAnna,de Vries,anna@philips.example,Philips,2,Eva\nX,,nonsense,,3,\n"
OTTO = 700


def sends(chat: Chat, content: str | bytes, name: str = "contacts of the fair.csv") -> None:
    """The file arrives, is fetched and read."""
    data = content.encode() if isinstance(content, str) else content
    document = {"file_id": "f", "file_unique_id": "u", "file_name": name, "file_size": len(data)}
    chat.sends(document=document)
    chat.office.does_jobs({"f": data})


def goes_on(office: Office, turns: int = 1000) -> int:
    """Slices, one after the other, as the runner would; how many."""
    for number in range(turns):
        with office.database.begin() as session:
            open_entries = inbox.open_entries(session, BOT_ID)
        if not open_entries:
            return number
        office.run(open_entries[0].id)
    return turns


def checks_and_imports(chat: Chat, button: str = "Import") -> None:
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps(next(label for label in chat.last.buttons if label.startswith(button)))
    goes_on(chat.office)


def count_leads(office: Office) -> int:
    with office.database.begin() as session:
        return session.scalar(select(func.count()).select_from(Lead).where(Lead.deleted_at.is_(None))) or 0


def the_import(office: Office) -> Import:
    with office.database.begin() as session:
        return session.scalars(select(Import)).one()


def file_of(chat: Chat, shown: Shown, folder: Path) -> Path | None:
    return maker(chat.office.database)(shown.body["made"], folder)


def test_the_file_is_shown_as_it_is_understood(chat: Chat) -> None:
    sends(chat, FILE)
    assert chat.last.lines == [
        "contacts of the fair.csv",
        "3 rows, read as contacts",
        "Voornaam → first name · Achternaam → last name · E-mail → e-mail · Bedrijf → company · Owner → owner",
        "Left out: Fax",
    ]
    assert count_leads(chat.office) == 0


def test_a_dry_run_says_what_would_happen_and_does_nothing(person: Callable[..., Chat]) -> None:
    boss = person(OWNER, "Olga")
    sends(boss, FILE.replace("Eva", "Nobody"))
    boss.taps("As leads")
    boss.taps("Check it")
    assert "Checking … 0 of 3" in boss.last.text
    boss.office.does_jobs()
    assert boss.last.lines == [
        "contacts of the fair.csv",
        "New leads: 2",
        "1 does not fit: 1× not an e-mail address",
        "Owners not in the team, so yours: Nobody",
    ]
    assert count_leads(boss.office) == 0


def test_it_is_imported_and_taken_back_whole_by_one_tap(chat: Chat, tmp_path: Path) -> None:
    sends(chat, FILE)
    chat.taps("As leads")
    card = chat.last
    checks_and_imports(chat)
    assert card.lines == ["contacts of the fair.csv", "New leads: 2 · 1 did not fit"]
    assert "The row that did not fit" in chat.last.text
    file = file_of(chat, chat.last, tmp_path)
    assert file is not None
    (row,) = csv.DictReader(io.StringIO(file.read_text("utf-8-sig")))
    assert row["Why it does not fit"] == "E-mail: not an e-mail address"
    assert row["Fax"] == "3"
    assert count_leads(chat.office) == 2
    chat.taps("Undo", on=card)
    goes_on(chat.office)
    assert card.lines == ["contacts of the fair.csv", "Taken back: all is as before."]
    assert count_leads(chat.office) == 0


def test_what_did_not_fit_is_said_in_the_members_language_as_the_file_that_came(
    person: Callable[..., Chat], office: Office, tmp_path: Path
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = "de"
    eva = person(EVA, "Eva", language="de")
    from openpyxl import Workbook

    book = Workbook()
    for cells in (["Name", "Telefon"], ["Klaus", "0711 123456"], ["Anna", "keine"], ["Tom", "0031612345678"]):
        book.active.append(cells)
    book.save(tmp_path / "in.xlsx")
    sends(eva, (tmp_path / "in.xlsx").read_bytes(), "Leads.xlsx")
    eva.taps("Prüfen")
    office.does_jobs()
    eva.taps("Importieren")
    goes_on(office)
    file = file_of(eva, eva.last, tmp_path)
    assert file is not None
    rows = list(load_workbook(file).worksheets[0].iter_rows(values_only=True))
    assert rows == [
        ("Warum es nicht passt", "Name", "Telefon"),
        ("Telefon: keine Telefonnummer", "Anna", "keine"),
    ]


def test_a_column_can_be_said_to_be_something_else(chat: Chat) -> None:
    sends(chat, FILE)
    chat.taps("Change columns")
    chat.taps("Fax → —")
    assert "1 · 2 · 3" in chat.last.text
    chat.taps("phone")
    assert "Fax → phone" in chat.last.buttons
    chat.taps("Owner → owner")
    chat.taps("Leave out")
    chat.taps("Back")
    assert "Fax → phone" in chat.last.text
    assert chat.last.lines[-1] == "Left out: Owner"
    chat.taps("Rest into the note")
    assert "Owner → note" in chat.last.text


def many(count: int) -> str:
    return "Name,Email\n" + "".join(f"Person {n:04},p{n:04}@x{n:04}.example\n" for n in range(count))


def test_others_talk_between_the_slices_and_progress_is_shown(
    chat: Chat, person: Callable[..., Chat]
) -> None:
    sends(chat, many(3 * SLICE), "fair.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps("Import")
    goes_on(chat.office, 1)
    assert f"Importing … {SLICE} of {3 * SLICE}" in chat.last.text
    tom = person(TOM, "Tom")
    tom.says("Piet Bakker, Shell, piet@shell.example")
    assert "Piet Bakker" in tom.last.text
    goes_on(chat.office)
    assert f"New leads: {3 * SLICE}" in chat.last.text
    assert chat.last.edits >= 5


def test_it_goes_on_after_a_restart_exactly_where_it_was(chat: Chat) -> None:
    sends(chat, many(3 * SLICE), "fair.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps("Import")
    goes_on(chat.office, 2)
    chat.office.restart()
    goes_on(chat.office)
    done = the_import(chat.office)
    assert (done.state, done.made, count_leads(chat.office)) == (ImportState.DONE, 3 * SLICE, 3 * SLICE)


def test_a_second_tap_imports_nothing_twice(chat: Chat) -> None:
    sends(chat, many(5), "fair.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    data = chat.last.data_of("Import")
    card = chat.last
    chat.taps_data(data, card)
    chat.taps_data(data, card)
    goes_on(chat.office)
    assert count_leads(chat.office) == 5


def test_stopped_it_stays_as_it_is_and_can_be_taken_back(chat: Chat) -> None:
    sends(chat, many(3 * SLICE), "fair.csv")
    chat.taps("Check it")
    chat.office.does_jobs()
    chat.taps("Import")
    goes_on(chat.office, 1)
    chat.taps("Stop")
    goes_on(chat.office)
    assert "Stopped." in chat.last.text
    assert count_leads(chat.office) == SLICE
    chat.taps("Undo")
    goes_on(chat.office)
    assert count_leads(chat.office) == 0


def test_undo_of_the_last_thing_done_takes_the_whole_import_back(chat: Chat) -> None:
    sends(chat, many(SLICE + 1), "fair.csv")
    checks_and_imports(chat)
    chat.says("/undo")
    chat.taps("Undo")
    goes_on(chat.office)
    assert count_leads(chat.office) == 0


def test_a_note_since_keeps_it_and_is_named(chat: Chat) -> None:
    sends(chat, many(2), "fair.csv")
    checks_and_imports(chat)
    card = chat.last
    chat.says("/find Person 0001")
    chat.says("/note wants a demo")
    chat.taps("Undo", on=card)
    assert "Not undone. Since then: 1 entry" in chat.last.text
    assert count_leads(chat.office) == 2


@pytest.mark.parametrize(
    ("name", "content", "said"),
    [
        ("x.csv", b"", "There are no rows in x.csv."),
        ("x.xlsx", b"PK\x03\x04 and then nothing", "I can't read x.xlsx as a table"),
        ("x.csv", b"Name\n", "There are no rows in x.csv."),
    ],
)
def test_a_file_that_is_no_table_is_answered(chat: Chat, name: str, content: bytes, said: str) -> None:
    sends(chat, content, name)
    assert said in chat.last.text


def test_old_excel_and_large_files_are_answered_at_once(chat: Chat) -> None:
    old = {"file_id": "f", "file_unique_id": "u", "file_name": "x.xls"}
    chat.sends(document=old)
    assert chat.asks("import-old-excel")
    chat.sends(document=old | {"file_name": "x.csv", "file_size": 21 * 1024 * 1024})
    assert chat.asks("import-too-big")


def test_a_table_with_words_goes_where_the_words_go(chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, k@bosch.example")
    file = {"file_id": "f", "file_unique_id": "u", "file_name": "quote.xlsx"}
    chat.sends(document=file, caption="/quote 12.4k")
    assert not chat.asks("import-reading", name="quote.xlsx")
    with chat.office.database.begin() as session:
        assert session.scalars(select(Import)).all() == []


def test_a_file_that_telegram_does_not_give_is_said(chat: Chat) -> None:
    chat.sends(document={"file_id": "f", "file_unique_id": "u", "file_name": "x.csv"})
    chat.office.does_jobs({})
    assert "Telegram does not give me x.csv any more" in chat.last.text


def test_a_reps_rows_are_their_own_whoever_the_file_names(chat: Chat, person: Callable[..., Chat]) -> None:
    sends(chat, FILE)
    chat.taps("As leads")
    checks_and_imports(chat)
    boss = person(OWNER, "Olga")
    sends(boss, FILE.replace("@", "2@").replace("Klaus", "Karl").replace("Anna", "Anke"))
    boss.taps("As leads")
    checks_and_imports(boss)
    with chat.office.database.begin() as session:
        holders = dict(
            session.execute(select(Lead.name, Member.name).join(Member, Member.id == Lead.holder_id)).all()
        )
    assert holders["Klaus Berger"] == holders["Anna de Vries"] == "Eva"
    assert (holders["Karl Berger"], holders["Anke de Vries"]) == ("Tom", "Eva")


def everything(office: Office) -> list[Any]:
    with office.database.begin() as session:
        imports = session.execute(select(Import.state, Import.mapping, Import.block, Import.position)).all()
        return [*map(str, imports), *session.scalars(select(Lead.id).where(Lead.deleted_at.is_(None)))]


VERBS = ("show", "as", "rest", "cols", "col", "to", "check", "go", "no", "stop", "bad", "undo")
ARGUMENTS = {"as": "account", "cols": "0", "col": "0", "to": "0.phones", "go": "update"}


@pytest.mark.parametrize("state", ["asked", "running", "done"])
@pytest.mark.parametrize("verb", VERBS)
def test_nobody_else_gets_at_an_import(
    private: Office, chat: Chat, person: Callable[..., Chat], verb: str, state: str
) -> None:
    with private.database.begin() as session:
        other = add_workspace(session)
        add_member(session, other, user_id=OTTO, chat_id=OTTO, name="Otto", role=Role.OWNER)
        session.scalars(select(Member).where(Member.user_id == MANAGER)).one().removed_at = private.clock()
    sends(chat, many(2 * SLICE), "fair.csv")
    if state != "asked":
        chat.taps("Check it")
        private.does_jobs()
        chat.taps("Import")
        goes_on(private, 1 if state == "running" else 1000)
    before, text = everything(private), chat.last.text
    data = f"v1:import-{verb}:{to_base36(the_import(private).id)}:0:{ARGUMENTS.get(verb, '')}"
    for user_id in (TOM, OTTO, MANAGER, 999):
        somebody = person(user_id, "X")
        somebody.says("hi")
        somebody.taps_data(data)
        assert "fair.csv" not in somebody.last.text
    assert everything(private) == before
    assert chat.last.text == text


@pytest.mark.parametrize(
    "arg", ["99.phones", "0.nothing", "0.123456", "x.phones", "0", "-1.phones", "0.stage", "²."]
)
def test_forged_columns_change_nothing(chat: Chat, arg: str) -> None:
    sends(chat, FILE)
    before = everything(chat.office)
    chat.taps_data(f"v1:import-to:{to_base36(the_import(chat.office).id)}:0:{arg}")
    assert arg in ("0",) or everything(chat.office) == before
