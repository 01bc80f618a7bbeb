"""A quote on a deal that has one already, or that has closed: what stood there is said, and is not lost."""

from collections.abc import Callable

import pytest

from crm.ids import to_base36
from crm.models import Contact, Lead, Member, Opportunity, OpportunityContact, Workspace
from crm.rules.conversion import Opens
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import EVA, TOM
from tests.conversations.test_quote import KLAUS, quotes, rows

Person = Callable[..., Chat]


def deals(office: Office) -> list[tuple[int | None, str | None, bool]]:
    """Amount in minor units, currency, whether it has closed."""
    return [(o.value_minor, o.currency, o.closed_at is not None) for o in rows(office, Opportunity)]


def deal_of_klaus(chat: Chat, amount: str = "42k") -> Shown:
    """The card of his deal."""
    chat.says(KLAUS)
    chat.says(f"/quote {amount}")
    chat.says("/deals")
    chat.taps(next(label for label in chat.last.buttons if "Bosch Rexroth" in label))
    return chat.last


def lost_deal(chat: Chat) -> None:
    deal_of_klaus(chat)
    chat.taps("Stage…")
    chat.taps("Lost 0 %")
    chat.taps("Price")


def test_a_quote_on_a_lost_deal_opens_a_new_one_and_the_lost_one_stays(chat: Chat, office: Office) -> None:
    lost_deal(chat)
    chat.says("/quote 9k")
    assert deals(office) == [(4_200_000, "EUR", True), (900_000, "EUR", False)]
    assert "Deal €9,000, Quote sent 50 %" in chat.last.text
    assert "A new deal: the one of €42,000 stays closed." in chat.last.text
    parts = rows(office, OpportunityContact)
    assert [part.contact_id for part in parts] == [rows(office, Contact)[0].id] * 2
    assert quotes(office)[-1].opportunity_id == rows(office, Opportunity)[1].id
    chat.taps("Undo")
    assert deals(office) == [(4_200_000, "EUR", True)] and len(quotes(office)) == 1


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("nl", "Een nieuwe deal: de oude (€ 42.000) blijft afgesloten."),
        ("de", "Ein neuer Deal: der alte (42.000 €) bleibt abgeschlossen."),
    ],
)
def test_in_their_language_too(office: Office, person: Person, language: str, line: str) -> None:
    chat = person(EVA, "Eva", language)
    with office.database.begin() as session:
        session.query(Member).filter_by(user_id=EVA).one().language = language
    chat.says(KLAUS)
    chat.says("/quote 42k")
    chat.says("/contract 42k")
    assert rows(office, Opportunity)[0].closed_at is not None
    chat.taps_data(f"v1:open:{to_base36(rows(office, Opportunity)[0].id)}:0:")
    chat.says("/quote 9k")
    assert line in chat.last.text.replace("\u00a0", " ")


def test_the_contract_of_a_won_deal_is_its_own_and_changes_no_amount(chat: Chat, office: Office) -> None:
    deal_of_klaus(chat)
    chat.taps("Stage…")
    chat.taps("Won 100 %")
    won = chat.last
    chat.says("/contract 41k", reply_to=won.message_id)
    assert deals(office) == [(4_200_000, "EUR", True)]
    assert quotes(office)[-1].opportunity_id == rows(office, Opportunity)[0].id


def test_at_a_colleagues_lost_deal_the_quote_stands_and_nothing_changes(
    chat: Chat, office: Office, person: Person
) -> None:
    lost_deal(chat)
    data = chat.last.data_of("Note").replace("note", "open")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    tom.says("/quote 9k")
    assert deals(office) == [(4_200_000, "EUR", True)] and len(quotes(office)) == 2


def test_a_lost_deal_of_a_lead_stays_lost_when_a_quote_converts_it(chat: Chat, office: Office) -> None:
    with office.database.begin() as session:
        for workspace in session.query(Workspace):
            workspace.opens = Opens.AT_FIRST_CONTACT
    chat.says(f"{KLAUS}, 12k")
    chat.says("/deals")
    chat.taps(next(label for label in chat.last.buttons if "12,000" in label))
    chat.taps("Stage…")
    chat.taps("Lost 0 %")
    chat.taps("Price")
    chat.says("/quote Klaus 9k")
    assert deals(office) == [(1_200_000, "EUR", True), (900_000, "EUR", False)]
    (lead,) = rows(office, Lead)
    assert lead.opportunity_id == rows(office, Opportunity)[1].id
    chat.taps("Undo")
    assert deals(office) == [(1_200_000, "EUR", True)]
    assert rows(office, Lead)[0].opportunity_id == rows(office, Opportunity)[0].id


def test_another_amount_is_said_next_to_the_one_before(chat: Chat, office: Office) -> None:
    deal_of_klaus(chat, "12.4k")
    chat.says("/quote $20,000")
    assert "Amount: €12,400 → $20,000" in chat.last.text
    chat.says("/quote $20,000")
    assert "Amount" not in chat.last.text and "New deal instead" not in chat.last.buttons


def test_new_deal_instead_gives_the_old_one_its_amount_and_stage_back(chat: Chat, office: Office) -> None:
    deal_of_klaus(chat, "12.4k")
    chat.taps("Stage…")
    chat.taps("Qualified 25 %")
    chat.says("/quote $20,000")
    data = chat.last.data_of("New deal instead")
    chat.taps_data(data)
    assert deals(office) == [(1_240_000, "EUR", False), (2_000_000, "USD", False)]
    assert [o.probability for o in rows(office, Opportunity)] == [25, 50]
    assert chat.last.lines[1] == "Quote $20,000 logged."
    assert quotes(office)[-1].opportunity_id == rows(office, Opportunity)[1].id
    chat.taps_data(data)
    assert len(deals(office)) == 2
    chat.taps("Undo")
    assert deals(office) == [(1_240_000, "EUR", False)] and len(quotes(office)) == 1
    assert rows(office, Opportunity)[0].probability == 25


def test_new_deal_instead_is_for_whoever_quoted(chat: Chat, office: Office, person: Person) -> None:
    deal_of_klaus(chat, "12.4k")
    chat.says("/quote $20,000")
    data = chat.last.data_of("New deal instead")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    tom.taps_data("v1:quote-instead:1:0:")
    assert deals(office) == [(2_000_000, "USD", False)]
    chat.says("/deals")
    chat.taps(next(label for label in chat.last.buttons if "Bosch Rexroth" in label))
    chat.taps("Stage…")
    chat.taps("Negotiation 70 %")
    chat.taps_data(data)
    assert deals(office) == [(2_000_000, "USD", False)]
