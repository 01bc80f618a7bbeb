"""Where deals open at the first contact: the lead's card and the deal's show each other."""

from collections.abc import Callable

import pytest

from crm.ids import to_base36
from crm.models import Lead, Member, Opportunity, Workspace
from crm.rules.conversion import Opens
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM
from tests.conversations.test_quote import KLAUS, rows

Person = Callable[..., Chat]


@pytest.fixture(autouse=True)
def at_first_contact(office: Office) -> None:
    with office.database.begin() as session:
        for workspace in session.query(Workspace):
            workspace.opens = Opens.AT_FIRST_CONTACT


def test_the_card_of_a_capture_says_its_deal_and_leads_to_it(chat: Chat, office: Office) -> None:
    chat.says(f"{KLAUS}, 12k, 40 sensors")
    assert "Deal €12,000, New 10 %" in chat.last.text
    chat.taps("Deal")
    assert "€12,000 · New 10 %" in chat.last.text
    assert "Klaus Berger" in chat.last.lines
    assert not any(label.startswith("Contacts") for label in chat.last.buttons)
    chat.taps("Lead")
    assert "klaus@boschrexroth.de" in chat.last.text and "Deal" in chat.last.buttons


def test_once_it_has_converted_the_deal_has_its_contact(chat: Chat, office: Office) -> None:
    chat.says(f"{KLAUS}, 12k")
    chat.says("/convert")
    (deal,) = rows(office, Opportunity)
    chat.taps_data(f"v1:open:{to_base36(deal.id)}:0:")
    assert "Contacts (1)" in chat.last.buttons and "Lead" not in chat.last.buttons
    chat.taps_data(f"v1:open:{to_base36(rows(office, Lead)[0].id)}:0:")
    assert "Deal" not in chat.last.buttons


def test_a_deal_that_a_colleague_was_given_shows_no_lead_that_is_private(
    chat: Chat, office: Office, private: Office, person: Person
) -> None:
    chat.says(f"{KLAUS}, 12k")
    with office.database.begin() as session:
        tom = session.query(Member).filter_by(user_id=TOM).one()
        session.query(Opportunity).one().holder_id = tom.id
    chat.says("/find Klaus")
    assert "Deal" not in chat.last.buttons and "New 10 %" not in chat.last.text
    colleague = person(TOM, "Tom")
    colleague.says("/help")
    colleague.taps_data(f"v1:open:{to_base36(rows(office, Opportunity)[0].id)}:0:")
    assert "New 10 %" in colleague.last.text and "Klaus" not in colleague.last.text
