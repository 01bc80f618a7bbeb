"""Logs, notes and next steps: one tap or one sentence."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.capture.draft import ActivityKind, Outcome
from crm.models import Activity, FollowUp
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")


def logged(office: Office, kind: ActivityKind) -> list[Activity]:
    with office.database.begin() as session:
        query = select(Activity).where(Activity.kind == kind, Activity.deleted_at.is_(None))
        return list(session.scalars(query))


def steps(office: Office) -> list[FollowUp]:
    with office.database.begin() as session:
        return list(session.scalars(select(FollowUp).where(FollowUp.deleted_at.is_(None))))


def test_a_log_in_words_goes_to_the_lead_it_names_and_offers_a_next_step(chat: Chat, office: Office) -> None:
    chat.says("called Philips, no answer")
    (call,) = logged(office, ActivityKind.CALL)
    assert call.outcome is Outcome.NO_ANSWER
    assert "Anna de Vries · Philips" in chat.last.text
    assert "no answer" in chat.last.text and "Tomorrow" in chat.last.buttons
    chat.taps("Tomorrow")
    assert len(steps(office)) == 1


def test_undo_takes_a_log_back(chat: Chat, office: Office) -> None:
    chat.says("called Philips, no answer")
    chat.taps("Undo")
    assert logged(office, ActivityKind.CALL) == []


def test_several_matches_are_asked_and_nothing_is_lost(chat: Chat, office: Office) -> None:
    office.clock.move(minutes=11)
    chat.says("Piet Bakker, Philips, piet@philips.com")
    chat.says("called Philips, no answer")
    shown = chat.last
    assert logged(office, ActivityKind.CALL) == []
    data = shown.data_of("Anna de Vries · Philips")
    chat.taps_data(data, shown)
    chat.taps_data(data, shown)
    assert len(logged(office, ActivityKind.CALL)) == 1


def test_a_name_that_nobody_has_can_become_a_note_or_a_lead(chat: Chat, office: Office) -> None:
    chat.says("called Zwartjes, no answer")
    assert "Zwartjes" in chat.last.text
    shown = chat.last
    note = shown.data_of("Note on Anna de Vries")
    chat.taps_data(note, shown)
    chat.taps_data(note, shown)
    assert len(logged(office, ActivityKind.NOTE)) == 1


def test_the_log_button_logs_with_one_more_tap_and_a_double_tap_logs_once(chat: Chat, office: Office) -> None:
    chat.taps("Log")
    data = chat.last.data_of("Voicemail")
    chat.taps_data(data)
    chat.taps_data(data)
    (call,) = logged(office, ActivityKind.CALL)
    assert call.outcome is Outcome.VOICEMAIL


def test_call_with_letters_of_a_name_chooses_the_lead(chat: Chat, office: Office) -> None:
    chat.says("/call phil")
    chat.taps("Spoke")
    assert len(logged(office, ActivityKind.CALL)) == 1


def test_the_note_command_and_the_note_button_keep_the_text(chat: Chat, office: Office) -> None:
    chat.says("/note wants 40 sensors")
    chat.taps("Note")
    chat.says("and a demo")
    assert [note.text for note in logged(office, ActivityKind.NOTE)] == ["wants 40 sensors", "and a demo"]


def test_when_moves_the_one_next_step(chat: Chat, office: Office) -> None:
    chat.taps("When")
    chat.taps("Tomorrow")
    chat.taps("When")
    chat.taps("Other")
    chat.says("Friday 15:00")
    (step,) = steps(office)
    assert step.clock is not None and step.clock.hour == 15


def test_remind_plans_at_the_time_said_with_the_action(chat: Chat, office: Office) -> None:
    chat.says("/remind next Tuesday 10:00 call about the quote")
    (step,) = steps(office)
    assert step.action == "call about the quote" and step.clock is not None


@pytest.mark.usefixtures("private")
def test_another_rep_of_a_private_workspace_logs_nothing_with_a_copied_button(
    chat: Chat, office: Office, person: Person
) -> None:
    tom = person(TOM, "Tom")
    tom.says("Bo Klein, Acme, bo@acme.nl")
    for label in ("Log", "Note", "When"):
        tom.taps_data(chat.last.data_of(label), tom.last)
        assert tom.is_told("gone")
    assert logged(office, ActivityKind.CALL) == []


def test_the_answer_shows_the_step_that_the_words_asked_for(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de, call tomorrow")
    office.clock.move(minutes=1)
    chat.says("called Klaus Berger, wants a quote by thursday")
    assert "Thu 12 Mar" in chat.last.text


def test_friday_is_one_tap_away(chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    chat.taps("When")
    chat.taps("Fri 13 Mar")
    assert "Next: follow up, Fri 13 Mar" in chat.last.text


@pytest.mark.parametrize(
    ("said", "step"),
    [
        ("Friday 10:00", "Next: follow up, Fri 13 Mar 10:00"),
        ("Friday 10:00 call about the quote", "Next: call about the quote, Fri 13 Mar 10:00"),
    ],
)
def test_the_next_step_after_a_call_says_what_to_do(chat: Chat, said: str, step: str) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    chat.says("spoke to Klaus Berger")
    chat.taps("Other")
    chat.says(said)
    assert step in chat.last.text
