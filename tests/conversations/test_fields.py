"""Each field of a lead is corrected with one tap and one word, or by a reply."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.models import FollowUp, Lead, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]
ANNA = "Anna de Vries, buyer, Philips, anna@philips.com, 06 12345678, www.philips.com, 12k, 40 sensors, call her Friday"


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says(ANNA)


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead).where(Lead.deleted_at.is_(None))).one()


def reaches(office: Office) -> list[str]:
    with office.database.begin() as session:
        return list(session.scalars(select(Reach.value).where(Reach.deleted_at.is_(None)).order_by(Reach.id)))


def shown(office: Office) -> dict[str, object]:
    lead = the_lead(office)
    names = ("name", "title", "organisation", "website", "source", "note", "hot", "value_minor")
    with office.database.begin() as session:
        step = session.scalars(select(FollowUp).where(FollowUp.deleted_at.is_(None))).one()
    reach = dict(zip(("email", "phone"), reaches(office), strict=False))
    return {name: getattr(lead, name) for name in names} | reach | {"due": f"{step.day:%a}"}


ONE_WORD = [
    ("Name", "Anne de Vries", "name", "Anne de Vries"),
    ("Job title", "Head of Purchasing", "title", "Head of Purchasing"),
    ("Organisation", "Signify", "organisation", "Signify"),
    ("Phone", "06 87654321", "phone", "+31687654321"),
    ("E-mail", "anna@signify.com", "email", "anna@signify.com"),
    ("Value", "15k", "value_minor", 1_500_000),
    ("Source", "Metavak", "source", "Metavak"),
    ("Website", "signify.com", "website", "signify.com"),
    ("Note text", "60 sensors", "note", "60 sensors"),
]


@pytest.mark.parametrize(("button", "word", "field", "value"), ONE_WORD, ids=[row[0] for row in ONE_WORD])
def test_a_tap_and_a_word_correct_a_field(
    chat: Chat, office: Office, button: str, word: str, field: str, value: object
) -> None:
    before = shown(office)
    chat.taps("Edit")
    chat.taps(button)
    chat.says(word)
    assert shown(office) == before | {field: value}
    chat.taps("Undo")
    assert shown(office) == before


def test_the_next_step_is_under_edit_too(chat: Chat, office: Office) -> None:
    chat.taps("Edit")
    chat.taps("Next step")
    chat.taps("Tomorrow")
    assert shown(office)["due"] == "Wed"


def test_the_priority_is_under_edit_too(chat: Chat, office: Office) -> None:
    chat.taps("Edit")
    chat.taps("🔥 Hot")
    assert the_lead(office).hot


def test_what_is_no_web_address_is_asked_again(chat: Chat, office: Office) -> None:
    chat.taps("Edit")
    chat.taps("Website")
    chat.says("their new one")
    assert chat.asks("not-a-website")
    assert the_lead(office).website == "www.philips.com"


REPLIES = [
    ("not Anna, Anne", "name", "Anne de Vries"),
    ("not Philips, Signify", "organisation", "Signify"),
    ("name: Anne de Vries", "name", "Anne de Vries"),
    ("title: Head of Purchasing", "title", "Head of Purchasing"),
    ("organisation: Signify", "organisation", "Signify"),
    ("anna@signify.com", "email", "anna@signify.com"),
    ("06 87654321", "phone", "+31687654321"),
    ("15k", "value_minor", 1_500_000),
    ("not 12k, 15k", "value_minor", 1_500_000),
    ("www.signify.com", "website", "www.signify.com"),
    ("website: signify.com", "website", "signify.com"),
    ("Hannover Messe", "source", "Hannover Messe"),
    ("event: Metavak", "source", "Metavak"),
    ("hot", "hot", True),
    ("monday", "due", "Mon"),
    ("not friday, monday", "due", "Mon"),
]


@pytest.mark.parametrize(("words", "field", "value"), REPLIES, ids=[row[0] for row in REPLIES])
def test_a_reply_corrects_a_field(chat: Chat, office: Office, words: str, field: str, value: object) -> None:
    before = shown(office)
    chat.says(words, reply_to=chat.last.message_id)
    assert shown(office) == before | {field: value}
    assert "Just a note" in chat.last.buttons
    chat.taps("Undo")
    assert shown(office) == before


@pytest.mark.parametrize(("language", "words"), [("en", "not hot"), ("nl", "niet hot"), ("de", "nicht heiß")])
def test_not_hot_is_said_in_a_reply(chat: Chat, office: Office, language: str, words: str) -> None:
    card = chat.last
    chat.says("hot", reply_to=card.message_id)
    assert "Priority: not hot → 🔥" in chat.last.text
    chat.says(words, reply_to=card.message_id)
    assert not the_lead(office).hot


def test_a_long_word_is_cut_to_what_fits(chat: Chat, office: Office) -> None:
    chat.taps("Edit")
    chat.taps("Job title")
    chat.says("x" * 1000)
    assert the_lead(office).title == "x" * 300


def test_a_source_that_is_an_event_of_the_team_is_that_event(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    card = chat.messages[0]
    chat.taps("Edit", on=card)
    chat.taps("Source", on=card)
    chat.says("hannovermesse")
    lead = the_lead(office)
    assert lead.source == "Hannover Messe" and lead.fair_id is not None


def test_a_colleague_does_not_correct_by_reply(chat: Chat, office: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    tom.says("/find Anna")
    before = shown(office)
    for words in ("hot", "www.signify.com", "event: Metavak"):
        tom.says(words, reply_to=tom.last.message_id)
    assert shown(office) == before
