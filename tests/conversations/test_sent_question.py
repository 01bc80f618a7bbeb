""" "Send quote" was planned and is done: "Sent? For how much?" """

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.sweeps.reminders import make_reminders
from crm.models import Account, FollowUp, FollowUpState, Member
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import TOM
from tests.conversations.test_quote import KLAUS, quotes, rows

Person = Callable[..., Chat]


def reminded(chat: Chat, words: str) -> None:
    """A reminder of it has just come."""
    chat.says(KLAUS)
    chat.says(f"/remind today 15:00 {words}")
    chat.office.clock.move(hours=7)
    with chat.office.database.begin() as session:
        make_reminders(BOT_ID, chat.office.ids)(session, chat.office.clock())
    chat.office.send()


@pytest.mark.parametrize(
    ("language", "words", "done"),
    [
        ("en", "send quote", "Mailed"),
        ("en", "email the proposal", "Spoke"),
        ("nl", "offerte sturen", "Gemaild"),
        ("nl", "prijsopgave maken", "Gesproken"),
        ("de", "Angebot schicken", "Gemailt"),
        ("de", "Kostenvoranschlag senden", "Gesprochen"),
    ],
)
def test_done_asks_for_the_amount_and_logs_the_quote(
    chat: Chat, office: Office, language: str, words: str, done: str
) -> None:
    with office.database.begin() as session:
        for member in session.scalars(select(Member)):
            member.language = language
    chat.language = language
    reminded(chat, words)
    chat.taps(done)
    assert chat.asks("quote-sent-ask")
    assert quotes(office) == []
    chat.says("12.4k")
    (quote,) = quotes(office)
    assert quote.value_minor == 1_240_000 and len(rows(office, Account)) == 1


def test_sent_without_an_amount(chat: Chat, office: Office) -> None:
    reminded(chat, "send quote")
    chat.taps("Mailed")
    chat.taps("Sent, no amount")
    (quote,) = quotes(office)
    assert quote.value_minor is None and len(rows(office, Account)) == 1


@pytest.mark.parametrize("label", ["Not sent", "Skip"])
def test_not_sent_logs_nothing_and_gives_the_answer_back(chat: Chat, office: Office, label: str) -> None:
    reminded(chat, "send quote")
    chat.taps("Mailed")
    chat.taps(label)
    assert quotes(office) == [] and chat.last.lines[0] == "No quote logged."
    chat.taps("Undo")
    (step,) = rows(office, FollowUp)
    assert step.state is FollowUpState.OPEN


def test_what_is_no_amount_is_asked_again(chat: Chat, office: Office) -> None:
    reminded(chat, "send quote")
    chat.taps("Mailed")
    chat.says("yes of course")
    assert chat.asks("not-an-amount") and quotes(office) == []


@pytest.mark.parametrize("label", ["No answer", "Stop"])
def test_what_was_not_done_asks_nothing(chat: Chat, office: Office, label: str) -> None:
    reminded(chat, "send quote")
    chat.taps(label)
    assert "Sent?" not in chat.last.text and quotes(office) == []


@pytest.mark.parametrize("label", ["Spoke", "Mailed"])
def test_other_follow_ups_ask_nothing(chat: Chat, office: Office, label: str) -> None:
    reminded(chat, "call about the quote")
    chat.taps(label)
    assert "Sent?" not in chat.last.text and quotes(office) == []


def test_closing_it_under_a_log_asks_too(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/remind Friday send quote")
    chat.says("/call")
    chat.taps("Spoke")
    chat.taps(next(label for label in chat.last.buttons if label.startswith("✅ send quote")))
    assert chat.asks("quote-sent-ask")


@pytest.mark.parametrize("label", ["Spoke", "Mailed"])
def test_in_the_walk_through_the_day_it_is_asked_too(chat: Chat, office: Office, label: str) -> None:
    chat.says(KLAUS)
    chat.says("/remind today 15:00 send quote")
    office.clock.move(hours=7)
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps(label)
    assert chat.asks("quote-sent-ask")
    chat.says("5k")
    assert [quote.value_minor for quote in quotes(office)] == [500_000]


def test_somebody_elses_button_asks_nobody(chat: Chat, office: Office, person: Person) -> None:
    reminded(chat, "send quote")
    data = chat.last.data_of("Mailed")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    assert "Sent?" not in tom.last.text and quotes(office) == []
