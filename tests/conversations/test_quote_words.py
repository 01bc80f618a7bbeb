"""A quote that is told in words, past tense only, in three languages: as a message or as a reply to a card."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.capture.draft import Direction
from crm.models import Account, Contact, Lead, Member, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER
from tests.conversations.test_quote import KLAUS, quotes, rows

Person = Callable[..., Chat]


@pytest.mark.parametrize(
    ("language", "words", "lines"),
    [
        (
            "en",
            "quote sent 12.4k",
            [
                "Quote €12,400 logged.",
                "Klaus Berger → contact of Bosch Rexroth (new)",
                "Deal €12,400, Quote sent 50 %, closes Thu 9 Apr (guess)",
                "1 note comes along",
            ],
        ),
        (
            "nl",
            "offerte gestuurd 12.4k",
            [
                "Offerte € 12.400 vastgelegd.",
                "Klaus Berger → contact van Bosch Rexroth (nieuw)",
                "Deal € 12.400, Offerte gestuurd 50 %, sluit do 9 apr (schatting)",
                "1 notitie gaat mee",
            ],
        ),
        (
            "de",
            "Angebot geschickt 12.4k",
            [
                "Angebot 12.400 € festgehalten.",
                "Klaus Berger → Kontakt von Bosch Rexroth (neu)",
                "Deal 12.400 €, Angebot gesendet 50 %, Abschluss Do 9.4. (geschätzt)",
                "1 Notiz kommt mit",
            ],
        ),
    ],
)
def test_a_quote_told_in_a_reply_converts_at_once_and_says_so(
    office: Office, person: Person, language: str, words: str, lines: list[str]
) -> None:
    chat = person(MANAGER, "Mia", language)
    with office.database.begin() as session:
        for member in session.scalars(select(Member)):
            member.language = language
    chat.says(KLAUS)
    chat.says(words, reply_to=chat.last.message_id)
    assert chat.last.lines[0] == lines[0]
    assert chat.last.lines == lines
    (account,), (contact,), (opportunity,) = (rows(office, kind) for kind in (Account, Contact, Opportunity))
    assert (account.name, contact.name, opportunity.value_minor) == (
        "Bosch Rexroth",
        "Klaus Berger",
        1_240_000,
    )


@pytest.mark.parametrize("words", ["quote sent", "offerte gestuurd 12.4k", "Angebot geschickt"])
def test_in_a_message_of_its_own_it_goes_to_the_lead_shown_last(
    chat: Chat, office: Office, words: str
) -> None:
    chat.says(KLAUS)
    office.clock.move(minutes=20)
    chat.says(words)
    assert len(quotes(office)) == 1 and len(rows(office, Account)) == 1


@pytest.mark.parametrize("words", ["offerte sturen", "offerte gevraagd", "Angebot angefordert", "send quote"])
def test_what_is_not_done_yet_is_no_quote(chat: Chat, office: Office, words: str) -> None:
    chat.says(KLAUS)
    chat.says(words, reply_to=chat.last.message_id)
    assert quotes(office) == [] and rows(office, Account) == []


def test_a_quote_that_we_received_makes_a_supplier_without_an_opportunity(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("offerte ontvangen 3k", reply_to=chat.last.message_id)
    (quote,), (account,) = quotes(office), rows(office, Account)
    assert quote.direction is Direction.IN
    assert (account.supplier, account.customer, rows(office, Opportunity)) == (True, False, [])
    assert "supplier" in chat.last.text and "Open a deal" not in chat.last.buttons


@pytest.mark.parametrize(
    "words",
    [
        "Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de, quote sent 12.4k",
        "Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de, offerte gestuurd 12.4k",
        "Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de, Angebot geschickt 12.4k",
    ],
)
def test_a_capture_that_tells_of_a_quote_converts_too_and_one_undo_takes_all_back(
    chat: Chat, office: Office, words: str
) -> None:
    lead_card, result = chat.says(words)
    assert "klaus@boschrexroth.de" in lead_card.text and result.lines[0] == "Quote €12,400 logged."
    (account,), (opportunity,) = rows(office, Account), rows(office, Opportunity)
    assert (account.name, opportunity.value_minor) == ("Bosch Rexroth", 1_240_000)
    chat.taps("Undo", on=result)
    assert rows(office, Lead) == rows(office, Account) == rows(office, Opportunity) == []


@pytest.mark.parametrize("words", ["wil offerte 12.4k", "send quote 12.4k", "Angebot schicken"])
def test_a_capture_that_wants_one_does_not(chat: Chat, office: Office, words: str) -> None:
    chat.says(f"{KLAUS}, {words}")
    assert quotes(office) == [] and len(rows(office, Lead)) == 1


def test_an_edited_quote_takes_the_opportunity_along_and_undo_both(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("quote sent 12.4k", reply_to=chat.last.message_id)
    sent = chat.my_last_id
    chat.edits(sent, "quote sent 13.4k")
    (quote,), (opportunity,) = quotes(office), rows(office, Opportunity)
    assert (
        (quote.value_minor, quote.currency)
        == (1_340_000, "EUR")
        == (
            opportunity.value_minor,
            opportunity.currency,
        )
    )
    chat.says("/undo")
    chat.taps("Undo")
    assert [row.value_minor for row in (*quotes(office), *rows(office, Opportunity))] == [
        1_240_000,
        1_240_000,
    ]


def test_an_edit_makes_no_quote_of_a_call_nor_a_call_of_a_quote(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    card = chat.last
    chat.says("called him, no answer", reply_to=card.message_id)
    chat.edits(chat.my_last_id, "quote sent 12k")
    assert quotes(office) == [] and rows(office, Account) == []
    chat.says("quote sent 12k", reply_to=card.message_id)
    chat.edits(chat.my_last_id, "called him, no answer")
    assert len(quotes(office)) == 1
