"""/forget: dry run, confirm, receipt; and afterwards nothing in the whole database names the person."""

import json
from collections.abc import Callable
from email.message import EmailMessage
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import inspect, select, text

from bot.callback import encode
from crm.access import Role, Visibility
from crm.models import (
    Change,
    File,
    Inbox,
    InboxState,
    Job,
    JobState,
    Lead,
    Member,
    Outbox,
    Workspace,
)
from crm.store.database import Database, DatabaseAwayError
from crm.store.erasing import ERASURE
from crm.store.file_store import Folder
from crm.store.jobs import TRIES, fail_job
from crm.store.members import memberships
from crm.store.search.index import index_lead
from crm.store.work import start_work
from crm.usecases.forget_person import forget_person
from tests.chat_client import Chat, Office, Shown
from tests.clock import Clock
from tests.conversation_fixtures import EVA, MANAGER, OWNER, TOM
from tests.factories import add_lead, add_member, add_workspace

NAME = "Zbigniew Quuxmann"
TRACES = (
    "zbigniew",
    "quuxmann",
    "quuxman",
    "quixmann",
    "zq@quux.example",
    "402345671",
    "40 2345671",
    "2345 671",
)


@pytest.fixture
def both(database: Database, clock: Clock) -> Office:
    """The office of the other tests, on both databases."""
    with database.begin() as session:
        workspace = add_workspace(session, zone="Europe/Amsterdam", set_up_at=clock())
        for user_id, name, role in (
            (OWNER, "Olga", Role.OWNER),
            (MANAGER, "Mia", Role.MANAGER),
            (EVA, "Eva", Role.REP),
            (TOM, "Tom", Role.REP),
        ):
            add_member(session, workspace, user_id=user_id, chat_id=user_id, name=name, role=role)
    return Office(database, clock)


def everything(database: Database) -> list[tuple[str, str]]:
    """(table.column, value) of every text and JSON value of every table."""
    found = []
    with database.begin() as session:
        inspector = inspect(session.connection())
        for table in inspector.get_table_names():
            rows = session.execute(text(f'SELECT * FROM "{table}"'))  # noqa: S608
            for row in rows.mappings():
                for column, value in row.items():
                    if not isinstance(value, str):
                        value = json.dumps(value, default=str, ensure_ascii=False)
                    found.append((f"{table}.{column}", _unescaped(value)))
    return found


def _unescaped(value: str) -> str:
    try:
        return json.dumps(json.loads(value), ensure_ascii=False).casefold()
    except ValueError:
        return value.casefold()


def traces(database: Database) -> set[str]:
    """Where something still names the person."""
    return {
        f"{where}: {value[:200]}" for where, value in everything(database) if any(t in value for t in TRACES)
    }


def only_lead(database: Database) -> int:
    with database.begin() as session:
        return session.scalars(select(Lead.id).order_by(Lead.id)).first() or 0


def test_afterwards_nothing_in_the_database_names_the_person(both: Office) -> None:
    chat, tom = Chat(both, EVA, "Eva"), Chat(both, TOM, "Tom")
    chat.says("Zbigniew Quixmann, Quux GmbH, zq@quux.example, +49 40 2345671, call him friday 10:00")
    both.clock.move(minutes=30)
    chat.taps("Edit")
    chat.taps("Name")
    chat.says(NAME)
    chat.says("called Quuxmann, no answer")
    chat.says("/find quuxmann")
    chat.says("/find 040 2345 671")
    tom.says("/find Zbigniew Quuxman")
    both.clock.move(minutes=30)
    tom.says(f"Anna de Vries, Philips, anna@philips.example. Knows {NAME} (zq@quux.example)")
    card = tom.last
    both.clock.move(minutes=30)
    tom.taps("Hot" if "Hot" in card.buttons else "🔥 Hot", on=card)
    chat.says(f"/frobnicate {NAME}")
    chat.sends(contact={"phone_number": "+49 40 2345671", "first_name": "Zbigniew", "last_name": "Quuxmann"})
    assert traces(both.database)

    manager = Chat(both, MANAGER, "Mia")
    tom.says(f"/forget {NAME}")
    while how_many(both.database):
        forgets_one(manager)

    assert traces(both.database) == set()
    with both.database.begin() as session:
        assert session.scalars(select(Lead)).one().name == "Anna de Vries"
    tom.says("/find anna")
    assert "Anna de Vries" in tom.last.text


def how_many(database: Database) -> int:
    """Leads of that name."""
    with database.begin() as session:
        return len([name for name in session.scalars(select(Lead.name)) if name and "uuxmann" in name])


def forgets_one(manager: Chat) -> None:
    before = how_many(manager.office.database)
    manager.says(f"/forget {NAME}")
    if "Forget for good" not in manager.last.buttons:
        manager.taps(next(label for label in manager.last.buttons if "uuxmann" in label))
    manager.taps("Forget for good")
    assert "Forgotten" in manager.last.text and "uuxmann" not in manager.last.text
    assert how_many(manager.office.database) == before - 1


def test_the_dry_run_counts_and_changes_nothing(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671, call him friday 10:00")
    before = everything(office.database)
    chat.says(f"/forget {NAME}")
    assert chat.last.lines[0] == f"{NAME} · Quux GmbH"
    assert "2 phones and e-mails · 1 entry · 1 follow-up · " in chat.last.text
    kept = [item for item in before if not item[0].startswith(("inbox", "outbox", "message_link"))]
    now = everything(office.database)
    assert all(item in now for item in kept)
    chat.taps("Keep")
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().name == NAME


@pytest.mark.parametrize("query", [NAME, "zq@quux.example", "040 2345671", "+49402345671"])
def test_a_person_is_found_by_name_email_or_phone(office: Office, chat: Chat, query: str) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671")
    chat.says(f"/forget {query}")
    chat.taps("Forget for good")
    assert chat.last.lines[0].startswith("✅ Forgotten, 10 Mar 2026")
    assert traces(office.database) == set()


def test_of_several_one_is_chosen(office: Office, chat: Chat) -> None:
    with office.database.begin() as session:
        eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
        work = start_work(session, office.clock(), office.ids, 1)
        for organisation in ("Acme", "Bolt"):
            index_lead(work, add_lead(session, eva, NAME, organisation), [])
    chat.says("/forget quuxmann")
    chat.taps(f"{NAME} · Bolt")
    chat.taps("Forget for good")
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().organisation == "Acme"


def test_who_was_undone_can_be_forgotten(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    chat.taps("Undo")
    chat.says("/forget zq@quux.example")
    chat.taps("Forget for good")
    assert traces(office.database) == set()


def test_forget_without_a_name_asks_for_it(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    chat.says("/forget")
    assert chat.asks("ask-forget")
    chat.says(NAME)
    chat.taps("Forget for good")
    assert traces(office.database) == set()


def test_nobody_found_says_so(chat: Chat) -> None:
    chat.says("/forget Nobody Anywhere")
    assert "Nobody found" in chat.last.text


@pytest.mark.parametrize("namesakes", [False, True])
def test_the_receipt_counts_what_was_said_to_go(office: Office, chat: Chat, namesakes: bool) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    if namesakes:
        chat.says("Zbigniew Nowak, Acme, zn@acme.example")
    chat.says("/forget Zbigniew")
    if namesakes:
        chat.taps(f"{NAME} · Quux GmbH")
    said = chat.last.lines[2]
    question = chat.last
    office.take(tap_showing(chat, question), f"c{EVA}")
    assert "message" in said
    assert question.lines[1] == said


def tap_showing(chat: Chat, question: Shown) -> dict[str, Any]:
    """As Telegram sends it: with the text of the message that was tapped."""
    place = {"id": chat.user_id, "type": "private"}
    sender = {"id": chat.user_id, "is_bot": False, "first_name": chat.name}
    return {
        "callback_query": {
            "id": "1",
            "from": sender,
            "chat_instance": "1",
            "data": question.data_of("Forget for good"),
            "message": {"message_id": question.message_id, "date": 1, "chat": place, "text": question.text},
        }
    }


def test_a_double_tap_does_no_harm(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    chat.says(f"/forget {NAME}")
    question, data = chat.last, chat.last.data_of("Forget for good")
    chat.taps_data(data, question)
    chat.taps_data(data, question)
    assert chat.is_told("gone")
    assert traces(office.database) == set()


def test_a_rep_forgets_only_own_leads(office: Office, chat: Chat, person: Callable[..., Chat]) -> None:
    person(TOM).says(f"{NAME}, Quux GmbH, zq@quux.example")
    lead = only_lead(office.database)
    chat.says(f"/forget {NAME}")
    assert chat.asks("not-yours-to-forget")
    for verb in ("forget", "forget-yes"):
        chat.taps_data(encode(verb, lead))
        assert chat.asks("not-yours-to-forget")
    with office.database.begin() as session:
        session.scalars(select(Workspace)).one().visibility = Visibility.PRIVATE
    chat.says(f"/forget {NAME}")
    assert "Nobody found" in chat.last.text
    for verb in ("forget", "forget-yes"):
        chat.taps_data(encode(verb, lead))
        assert chat.is_told("gone")
    assert only_lead(office.database) == lead


def test_another_workspace_forgets_nothing_here(
    office: Office, chat: Chat, person: Callable[..., Chat]
) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    outsider = person(700)
    outsider.says(f"/forget {NAME}")
    assert "Nobody found" in outsider.last.text
    outsider.taps_data(encode("forget-yes", only_lead(office.database)))
    assert outsider.is_told("gone")
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().name == NAME


def test_a_parked_message_about_them_is_emptied_too(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    with office.database.begin() as session:
        session.add(
            Inbox(
                id=office.ids(),
                bot_id=1000,
                source="telegram",
                external_id="p",
                lane=f"c{EVA}",
                payload=json.dumps({"message": {"text": f"met {NAME} again"}}),
                received_at=office.clock(),
                state=InboxState.PARKED,
                tries=3,
            )
        )
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert traces(office.database) == set()


def test_what_waits_to_be_sent_about_others_is_still_sent(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    rows: list[Any] = []
    with office.database.begin() as session:
        workspace_id = session.scalars(select(Workspace.id)).one()
        for number, said in enumerate((f"call {NAME}", "call Maria Quuxmann")):
            rows.append(office.ids())
            session.add(
                Outbox(
                    id=rows[-1],
                    bot_id=1000,
                    chat_id=TOM,
                    workspace_id=workspace_id,
                    priority=1,
                    idempotency_key=f"w{number}",
                    body={"text": said},
                    links=[],
                    created_at=office.clock(),
                )
            )
    lead = only_lead(office.database)
    with office.database.begin() as session:
        (who,) = memberships(session, EVA)
        forget_person(start_work(session, office.clock(), office.ids, 5), who.access, lead)
    office.send()
    assert [shown.text for shown in Chat(office, TOM).messages] == ["call Maria Quuxmann"]


def test_an_erasure_leaves_a_record_that_names_nobody(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671")
    office.clock.move(minutes=1)
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    with office.database.begin() as session:
        record = session.scalars(select(Change).where(Change.entity == ERASURE)).one()
        eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
        assert (record.actor_id, record.new["at"]) == (eva.id, office.clock().isoformat())
        assert (record.new["rows"]["reaches"], record.new["rows"]["activities"]) == (2, 1)
        assert record.new["rows"]["messages"] > 0
    chat.says("/undo")
    assert "Undo" not in chat.last.buttons
    assert traces(office.database) == set()


def raw(office: Office) -> bytes:
    """All that stands on the disk: SQLite's file and its write-ahead log."""
    file = Path(office.database.url.database or "")
    return b"".join(path.read_bytes() for path in file.parent.glob(f"{file.name}*"))


def test_soon_afterwards_the_files_on_the_disk_keep_nothing_of_the_person(office: Office, chat: Chat) -> None:
    for number in range(5):
        chat.says(f"{NAME}, Quux GmbH, zq{number}@quux.example")
        chat.says(f"/forget {NAME}")
        chat.taps("Forget for good")
    assert b"uuxmann" in raw(office)
    office.does_jobs()
    assert b"uuxmann" not in raw(office)


def test_while_a_backup_is_read_it_waits_and_is_done_afterwards(office: Office, chat: Chat) -> None:
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    with office.database.snapshot() as reading:
        reading.execute(select(Lead.id)).all()
        chat.says(f"/forget {NAME}")
        chat.taps("Forget for good")
        with pytest.raises(DatabaseAwayError):
            office.does_jobs()
        with office.database.begin() as session:
            (job,) = session.scalars(select(Job).where(Job.state == JobState.OPEN))
            fails = partial(fail_job, session, job.id, now=office.clock(), ids=office.ids)
            received = [entry for _ in range(TRIES) for entry in fails(error="away")]
        for entry in received:
            office.run(entry.id)
    office.does_jobs()
    assert b"uuxmann" in raw(office)
    office.clock.move(hours=1)
    office.does_jobs()
    assert b"uuxmann" not in raw(office)


def test_mails_files_and_their_bytes_go_too(office: Office, chat: Chat, tmp_path: Path) -> None:
    office.stores_files = True
    office.restart()
    store = Folder(tmp_path)
    message = EmailMessage()
    message["From"], message["To"] = f"{NAME} <zq@quux.example>", "Eva <eva@vospompen.nl>"
    message["Subject"], message["Message-ID"] = f"CV of {NAME}", "<zq@quux.example>"
    message.set_content(f"Hello,\n\nBest,\n{NAME}\n+49 40 2345671")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename=f"CV {NAME}.pdf")
    document = {"file_id": "eml", "file_unique_id": "u", "file_name": f"{NAME}.eml"}
    shared = {"file_id": "both", "file_unique_id": "b", "file_name": "price list.pdf"}
    fetched = {"eml": bytes(message), "both": b"prices"}
    chat.says("Anna de Vries, Philips, anna@philips.example")
    chat.sends(document=shared)
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671")
    chat.sends(document=shared)
    chat.sends(document=document)
    office.does_jobs(fetched, store)
    assert len(list(tmp_path.glob("*/*"))) == 3
    chat.says(f"/forget {NAME}")
    assert "3 files" in chat.last.text
    assert len(chat.last.lines) <= 6
    chat.taps("Forget for good")
    assert "3 files" in chat.last.text
    office.does_jobs({}, store)
    assert traces(office.database) == set()
    assert [path.read_bytes() for path in tmp_path.glob("*/*")] == [b"prices"]
    with office.database.begin() as session:
        assert session.scalars(select(File.name)).all() == ["price list.pdf"]


def test_the_name_goes_from_subjects_and_files_of_others(office: Office, chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.example")
    chat.says(
        "Van: Anna de Vries <anna@philips.example>\nVerzonden: 9 maart 2026 16:20\n"
        f"Onderwerp: kennismaking {NAME}\n\nKen je {NAME} al?"
    )
    chat.sends(document={"file_id": "x", "file_unique_id": "x", "file_name": f"CV {NAME}.pdf"})
    chat.says(f"{NAME}, Quux GmbH, zq@quux.example")
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert traces(office.database) == set()
    with office.database.begin() as session:
        assert len(session.scalars(select(File)).all()) == 1
