"""Questions in words are answered, and store nothing."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from crm.models import Base, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM

Person = Callable[..., Chat]

ANNA = "Anna de Vries, Philips, anna@philips.com, call her Thursday"


def rows(office: Office) -> dict[str, int]:
    """How many rows each table has; the way of the message itself left out."""
    left_out = {"inbox", "outbox", "message_link", "lane", "chat", "node"}
    with office.database.begin() as session:
        return {
            table.name: session.scalar(select(func.count()).select_from(table)) or 0
            for table in Base.metadata.sorted_tables
            if table.name not in left_out
        }


def speaks(office: Office, language: str) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language


@pytest.mark.parametrize(
    "question",
    [
        "who should I call today?",
        "wie moet ik bellen",
        "wie moet ik vandaag bellen?",
        "wen soll ich heute anrufen?",
        "who have I not followed up?",
        "wie is nog niet opgevolgd?",
        "what did I agree with Philips?",
        "wat heb ik afgesproken met Philips?",
        "was habe ich mit Philips vereinbart?",
        "what did I agree with Zzyzx?",
    ],
)
def test_a_question_stores_nothing(chat: Chat, office: Office, question: str) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    before = rows(office)
    chat.says(question)
    assert rows(office) == before
    assert not chat.asks("unclear")
    assert chat.last.quotes == chat.my_last_id


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("en", "who should I call today?", "1 not followed up"),
        ("nl", "wie moet ik bellen", "1 nog niet opgevolgd"),
        ("de", "wen soll ich heute anrufen?", "1 noch nicht nachgefasst"),
    ],
)
def test_whom_to_call_is_answered_with_the_digest(
    chat: Chat, office: Office, language: str, question: str, answer: str
) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    speaks(office, language)
    office.clock.move(days=1)
    chat.says(question)
    assert answer in chat.last.text
    assert len(chat.last.lines) <= 6


def test_the_digest_names_todays_steps_and_starts_the_walk(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com, hot, call her Thursday at 10:00")
    office.clock.move(minutes=11)
    chat.says("Klaus Berger, Bosch Rexroth, klaus@bosch.de, hot")
    office.clock.move(days=2)
    chat.says("who should I call today?")
    assert chat.last.lines == [
        "Thu 12 Mar",
        "10:00 🔥 Anna de Vries · Philips, call her",
        "1 not followed up, 1 🔥",
    ]
    assert chat.last.buttons == ["Start with 🔥", "Agenda", "Mark mailed…"]
    chat.taps("Start with 🔥")
    assert "1 of 2" in chat.last.text
    assert "Anna de Vries" in chat.last.text


def test_nothing_to_do_is_said_kindly(chat: Chat) -> None:
    chat.says("who should I call today?")
    assert chat.last.lines == ["Tue 10 Mar", "Nothing for today. All followed up."]


def test_who_is_waiting_is_a_list(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    office.clock.move(minutes=11)
    chat.says("who have I not followed up?")
    assert "1 not followed up" in chat.last.text
    assert chat.last.buttons == ["Anna de Vries · Philips", "Start"]
    chat.taps("Anna de Vries · Philips")
    chat.taps("◀ List")
    assert chat.last.lines[0] == "My leads · Not followed up"


def test_what_was_agreed_shows_the_next_step_and_what_was_said_last(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    chat.says("what did I agree with Philips?")
    assert chat.last.lines == [
        "Anna de Vries · Philips",
        "anna@philips.com",
        "Next: call her, Thu 12 Mar",
        f"Tue 10 Mar 10:00 · Saved: {ANNA}",
    ]
    chat.taps("Card")
    assert "Edit" in chat.last.buttons


def test_the_number_of_somebody_is_told(chat: Chat, office: Office) -> None:
    chat.says("Jan Smit, Philips, 06 12345678")
    office.clock.move(minutes=11)
    chat.says("wat is het nummer van Jan Smit?")
    assert "📞 +31 6 12345678" in chat.last.text


def test_an_answer_has_six_lines_at_most(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    for _ in range(9):
        office.clock.move(minutes=1)
        chat.says("wants a demo too")
    office.clock.move(minutes=11)
    chat.says("what did I agree with Philips?")
    assert len(chat.last.lines) <= 6


def test_several_at_one_organisation_are_each_told_in_a_line(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    chat.says("Jan Smit, Philips, jan@philips.com")
    office.clock.move(minutes=11)
    chat.says("what did I agree with Philips?")
    assert len(chat.last.lines) == 3
    assert {line.split(":")[0] for line in chat.last.lines[1:]} == {"Anna de Vries", "Jan Smit"}
    assert len(chat.last.buttons) == 2


def test_nobody_of_that_name_is_said(chat: Chat) -> None:
    chat.says("what did I agree with Zzyzx?")
    assert "Nobody found for “Zzyzx”" in chat.last.text


def test_in_a_private_workspace_a_colleagues_agreements_stay_theirs(
    private: Office, chat: Chat, person: Person
) -> None:
    person(TOM, "Tom").says(ANNA)
    chat.says("what did I agree with Philips?")
    assert "Nobody found" in chat.last.text


def test_a_question_while_a_question_is_open_is_its_answer(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.taps("Edit")
    chat.taps("Note text")
    chat.says("who should I call today?")
    assert "who should I call today?" in chat.last.text
