"""For how much was it? What is no amount is asked about before anything is logged; none at all is a tap away."""

from collections.abc import Callable

import pytest

from crm.capture.draft import ActivityKind
from crm.models import Account, Contact, File, Lead, Member, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.conversations.test_convert import mia, mia_is_quoted
from tests.conversations.test_quote import KLAUS, quotes, rows

Person = Callable[..., Chat]


def pumps_of_tom(person: Person) -> None:
    """Tom's deal "5 Pumpen"."""
    tom = person(TOM, "Tom")
    tom.says("Fuchs Metall, Otto Fuchs, otto@fuchs.de, 5 Pumpen")
    tom.says("/quote 64k")


@pytest.mark.parametrize("amount", ["-5", "€0", "1O k", "5", "-€5k"])
def test_what_is_no_amount_is_asked_about_and_nothing_is_logged(
    chat: Chat, office: Office, person: Person, amount: str
) -> None:
    pumps_of_tom(person)
    chat.says(KLAUS)
    chat.says(f"/quote {amount}")
    assert "For how much? “" in chat.last.text and "is no amount that I can read." in chat.last.text
    assert len(quotes(office)) == 1
    chat.says("€0")
    assert chat.last.text.startswith("I can't read an amount in that.") and len(quotes(office)) == 1
    chat.says("9k")
    quote = quotes(office)[-1]
    assert quote.value_minor == 900_000
    assert (
        quote.account_id == rows(office, Account)[-1].id and rows(office, Account)[-1].name == "Bosch Rexroth"
    )
    chat.taps("Undo")
    assert len(quotes(office)) == 1


def test_the_question_may_be_answered_with_none_and_the_file_is_kept(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    document = {"file_id": "F1", "file_unique_id": "U1", "file_name": "quote.pdf", "file_size": 10}
    chat.sends(document=document, caption="/quote 1O k")
    assert quotes(office) == []
    chat.taps("No amount")
    (quote,), (file,) = quotes(office), rows(office, File)
    assert quote.value_minor is None and file.activity_id == quote.id


def test_a_word_that_fits_only_a_part_of_a_deals_name_is_asked_about(
    chat: Chat, office: Office, person: Person
) -> None:
    pumps_of_tom(person)
    chat.says(KLAUS)
    chat.says("/quote Pumpen 5k")
    assert len(quotes(office)) == 1
    assert any("Pumpen" in label for label in chat.last.buttons)


def test_a_name_that_two_bear_is_not_taken_for_who_was_shown(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("Klaus Meier, Siemens, klaus.meier@siemens.com")
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("/quote Klaus 5k")
    assert quotes(office) == [] and "Klaus Meier · Siemens" in chat.last.buttons
    chat.taps("Klaus Meier · Siemens")
    assert [account.name for account in rows(office, Account)] == ["Siemens"]


def test_a_quote_without_an_amount_is_logged_and_its_amount_one_tap_away(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote")
    assert len(quotes(office)) == 1
    chat.taps("For how much?")
    chat.says("12.4k")
    assert chat.last.lines[0] == "Quote €12,400 logged."
    assert "Deal €12,400, Quote sent 50 %" in chat.last.text and "For how much?" not in chat.last.buttons
    chat.taps("Undo")
    assert quotes(office) == rows(office, Account) == rows(office, Contact) == rows(office, Opportunity) == []


def test_a_contract_says_what_it_lacks_and_is_won_with_its_amount(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/contract")
    assert chat.last.lines[0] == "Contract logged. Won once its amount is known."
    assert "Verbal yes 90 %" in chat.last.text
    chat.taps("For how much?")
    chat.says("12.4k")
    assert "Deal €12,400, Won 100 %" in chat.last.text
    (deal,) = rows(office, Opportunity)
    assert deal.closed_at is not None and rows(office, Lead)[0].converted_at is not None
    chat.taps("Undo")
    assert rows(office, Opportunity) == quotes(office) == []


def test_under_the_question_whose_account_it_is_too(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Undo")
    chat.says("/contract")
    assert chat.last.buttons[-1] == "For how much?"
    chat.taps("For how much?")
    chat.says("7k")
    assert "Deal €7,000, Won 100 %" in chat.last.text
    chat.taps("Use this account")
    assert rows(office, Opportunity)[-1].closed_at is not None
    chat.taps("Undo")
    assert mia(office).converted_at is None and len(quotes(office)) == 1


@pytest.mark.parametrize(
    ("language", "asks", "contract"),
    [
        ("nl", "Voor hoeveel?", "Contract vastgelegd. Gewonnen zodra het bedrag bekend is."),
        ("de", "Über wie viel?", "Vertrag festgehalten. Gewonnen, sobald der Betrag bekannt ist."),
    ],
)
def test_in_their_language(office: Office, person: Person, language: str, asks: str, contract: str) -> None:
    with office.database.begin() as session:
        session.query(Member).filter_by(user_id=EVA).one().language = language
    chat = person(EVA, "Eva", language)
    chat.says(KLAUS)
    chat.says("/contract -5")
    assert chat.last.text.startswith(asks)
    chat.says("/cancel")
    chat.says("/contract")
    assert contract in chat.last.text
    chat.taps(asks)
    assert chat.last.text == asks


def test_the_amount_is_for_whoever_logged_it(chat: Chat, office: Office, person: Person) -> None:
    chat.says(KLAUS)
    chat.says("/contract")
    data = chat.last.data_of("For how much?")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    tom.says("1k")
    tom.taps_data("v1:quote-amount:1:0:")
    (contract,) = quotes(office)
    assert contract.kind is ActivityKind.CONTRACT and contract.value_minor is None
    chat.taps("For how much?")
    chat.says("12.4k")
    chat.taps_data(data)
    assert quotes(office)[0].value_minor == 1_240_000


def test_a_day_that_cannot_be_read_is_said(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote 6k until gibberish")
    assert "Until when it holds I could not read." in chat.last.lines[0]
    assert quotes(office)[0].value_minor == 600_000
