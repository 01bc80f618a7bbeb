"""Somebody of an organisation that is an account already: linked, offered as a contact, and its holder is told."""

from collections.abc import Callable

import pytest

from crm.ids import to_base36
from crm.models import Account, Contact, Lead
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, TOM
from tests.conversations.test_quote import KLAUS, rows

Person = Callable[..., Chat]
ANNA = "Anna Roth, Bosch Rexroth AG, 0171 2345678"


@pytest.fixture(autouse=True)
def bosch(chat: Chat, office: Office) -> None:
    """Eva's account."""
    chat.says(KLAUS)
    chat.says("/quote 5k")
    office.clock.move(minutes=20)


def anna(office: Office) -> Lead:
    lead: Lead = next(lead for lead in rows(office, Lead) if lead.name != "Klaus Berger")
    return lead


@pytest.mark.parametrize("said", [ANNA, "Anna Roth, Rexroth Lohr, anna@boschrexroth.de"])
def test_the_lead_is_linked_and_one_tap_adds_the_contact(office: Office, person: Person, said: str) -> None:
    tom = person(TOM, "Tom")
    tom.says(said)
    (account,) = rows(office, Account)
    assert anna(office).account_id == account.id and anna(office).converted_at is None
    assert "→ Bosch Rexroth" in tom.last.text
    data = tom.last.data_of("Add as contact")
    tom.taps_data(data)
    assert [contact.name for contact in rows(office, Contact)] == ["Klaus Berger", "Anna Roth"]
    assert anna(office).converted_at is not None
    tom.taps_data(data)
    assert len(rows(office, Contact)) == 2 and len(rows(office, Account)) == 1


def test_the_holder_is_told_once_and_in_their_language(chat: Chat, office: Office, person: Person) -> None:
    before = len(chat.messages)
    person(TOM, "Tom").says(ANNA)
    assert len(chat.messages) == before + 1
    assert chat.last.lines == [
        "Tom met somebody of your account Bosch Rexroth:",
        "Anna Roth · Bosch Rexroth AG",
    ]
    chat.taps("Card")
    assert "Anna Roth" in chat.last.text


def test_not_of_what_they_did_themselves(chat: Chat, office: Office) -> None:
    before = len(chat.messages)
    chat.says(ANNA)
    assert len(chat.messages) == before + 1 and "Add as contact" in chat.last.buttons


def test_no_more_than_the_budget_allows(chat: Chat, office: Office, person: Person) -> None:
    """Three a day for a rep, one of which is kept for the digest."""
    before, tom = len(chat.messages), person(TOM, "Tom")
    for name in ("Anna Roth", "Jo Lang", "Uwe Kurz", "Ida Weiss"):
        tom.says(f"{name}, Bosch Rexroth AG, {name.split()[0].lower()}@boschrexroth.de")
    assert len(rows(office, Lead)) == 5
    assert len(chat.messages) == before + 2


def test_a_freemail_address_links_nobody(office: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    tom.says("Uwe Weiss, Philips, uwe@gmail.com")
    assert anna(office).account_id is None and "Add as contact" not in tom.last.buttons


def test_in_a_private_workspace_nothing_is_revealed(
    chat: Chat, office: Office, private: Office, person: Person
) -> None:
    before, tom = len(chat.messages), person(TOM, "Tom")
    tom.says(ANNA)
    assert anna(office).account_id is None
    assert "→" not in tom.last.text and "Add as contact" not in tom.last.buttons
    boss = person(MANAGER, "Mia")
    boss.says("Ida Kurz, Bosch Rexroth, ida@boschrexroth.de")
    assert "Add as contact" in boss.last.buttons
    assert len(chat.messages) == before, "Eva may not see the leads of the others"


def test_the_card_of_a_lead_that_converted_says_what_it_became_and_is_read_only(
    chat: Chat, office: Office
) -> None:
    chat.taps_data(f"v1:card:{to_base36(rows(office, Lead)[0].id)}:0:")
    assert "Converted · → Bosch Rexroth" in chat.last.text
    assert "Edit" not in chat.last.buttons and "🔥 Hot" not in chat.last.buttons
    chat.taps("Contact")
    assert "Klaus Berger" in chat.last.text
    chat.taps("Lead of Tue 10 Mar")
    assert "Converted" in chat.last.text
