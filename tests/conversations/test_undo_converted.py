"""A quote whose account had to be chosen is one with what became of it: one Undo takes back all that its card says."""

from collections.abc import Callable

from crm.models import Account, Contact, Lead, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER
from tests.conversations.test_convert import mia, mia_is_quoted
from tests.conversations.test_quote import quotes, rows

Person = Callable[..., Chat]


def test_the_result_of_the_choice_says_the_quote_and_undo_takes_both_back(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Use this account")
    assert chat.last.lines[0] == "Quote €12,400 logged."
    assert mia(office).conversion_asked_at is None
    chat.taps("Buyer")
    chat.taps("Undo")
    assert "Undone: quote" in chat.last.text
    assert len(quotes(office)) == 1 and len(rows(office, Opportunity)) == 1
    lead = mia(office)
    assert (lead.converted_at, lead.conversion_asked_at, lead.value_minor) == (None, None, None)


def test_sent_again_after_undo_it_stands_once(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("New account")
    chat.taps("Undo")
    assert len(rows(office, Account)) == 1
    chat.says("/quote 12.4k")
    chat.taps("New account")
    assert len(quotes(office)) == 2 and len(rows(office, Account)) == 2


def test_what_was_said_of_the_lead_in_between_is_not_lost_by_undo(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    asked = chat.last
    chat.says("/call spoke to her")
    chat.says("/find Mia Kurz")
    chat.taps("🔥 Hot")
    chat.taps("Use this account", asked)
    assert "logged" not in asked.text
    chat.taps("Undo", asked)
    lead = mia(office)
    assert lead.hot and lead.converted_at is None and len(quotes(office)) == 2


def test_not_now_leaves_the_quote_a_thing_of_its_own(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Not now")
    chat.taps("Convert")
    chat.taps("Use this account")
    chat.taps("Undo")
    assert mia(office).converted_at is None and len(quotes(office)) == 2


def test_a_manager_who_chooses_does_not_undo_the_quote_of_a_rep(
    chat: Chat, office: Office, person: Person
) -> None:
    mia_is_quoted(chat)
    data = chat.last.data_of("Use this account")
    boss = person(MANAGER, "Mia")
    boss.says("/help")
    boss.taps_data(data)
    assert len(rows(office, Contact)) == 2
    boss.taps("Undo")
    assert len(rows(office, Contact)) == 1 and len(quotes(office)) == 2


def test_a_forged_turn_takes_nothing_else_back(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    data, _, _ = chat.last.data_of("Use this account").rpartition(".")
    assert data.split(":")[3] == "0", "no turn stands where the rev of a row stands"
    chat.says("/new")
    chat.says("/cancel")
    chat.taps_data(f"{data}.1")
    chat.taps("Undo")
    assert len(quotes(office)) == 2 and len(rows(office, Lead)) == 2
