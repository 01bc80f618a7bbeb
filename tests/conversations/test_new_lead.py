"""/lead: asks only for what is missing, every step can be skipped, Back and Cancel work."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.catalogue import text_of
from crm.models import Dialogue, FollowUp, Lead, Member, Opportunity, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        return list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))


def test_it_asks_only_for_what_is_missing(chat: Chat) -> None:
    chat.says("/lead Boris")
    assert chat.asks("lead-ask-organisation")
    chat.says("Vos Pompen")
    assert chat.asks("lead-ask-phone")


def test_all_answers_make_one_lead_with_its_next_step(chat: Chat, office: Office) -> None:
    chat.says("/lead")
    for answer in (
        "Boris Vos",
        "Vos Pompen",
        "06 12345678",
        "boris@vos.nl",
        "call friday 10:00",
        "likes blue",
    ):
        chat.says(answer)
    (lead,) = leads(office)
    assert (lead.name, lead.organisation, lead.note) == ("Boris Vos", "Vos Pompen", "likes blue")
    with office.database.begin() as session:
        assert set(session.scalars(select(Reach.value))) == {"+31612345678", "boris@vos.nl"}
        follow_up = session.scalars(select(FollowUp)).one()
        assert (follow_up.day.isoformat(), follow_up.action) == ("2026-03-13", "call")
    assert "Undo" in chat.last.buttons


def test_every_step_can_be_skipped(chat: Chat, office: Office) -> None:
    chat.says("/lead")
    for _ in range(6):
        chat.taps("Skip")
    assert len(leads(office)) == 1
    assert chat.last.lines[0] == "No name yet"


def test_what_cannot_be_read_is_asked_again_and_says_what_would_be(chat: Chat) -> None:
    chat.says("/lead Boris")
    chat.taps("Skip")
    chat.says("no idea")
    assert text_of("en", "not-a-phone", {}) in chat.last.text
    assert chat.asks("lead-ask-phone")


def test_back_takes_the_answer_before_back(chat: Chat, office: Office) -> None:
    chat.says("/lead")
    chat.says("Borris")
    chat.taps("Back")
    assert chat.asks("lead-ask-name")
    chat.says("Boris")
    for _ in range(5):
        chat.taps("Skip")
    assert leads(office)[0].name == "Boris"


def test_cancel_saves_nothing(chat: Chat, office: Office) -> None:
    chat.says("/lead Boris")
    chat.taps("Cancel")
    chat.says("/lead Boris")
    chat.says("/cancel")
    assert leads(office) == []


def test_a_command_wins_over_an_open_question(chat: Chat, office: Office) -> None:
    chat.says("/lead")
    chat.says("/leads")
    chat.says("great show everyone")
    assert leads(office) == []
    assert "Ignore" in chat.last.buttons


def test_a_question_goes_on_where_it_was_after_a_restart(chat: Chat, office: Office) -> None:
    chat.says("/lead Boris")
    again = Office(office.database, office.clock)
    again.ids = office.ids
    again._updates, again._messages = office._updates, office._messages
    Chat(again, chat.user_id, "Eva").says("Vos Pompen")
    assert Chat(again, chat.user_id, "Eva").asks("lead-ask-phone")


def test_a_draft_of_an_older_version_gets_a_polite_restart(chat: Chat, office: Office) -> None:
    chat.says("/lead Boris")
    with office.database.begin() as session:
        session.scalars(select(Dialogue)).one().version = 0
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    assert any(text_of("en", "conversation-outdated", {}) in shown.text for shown in chat.messages)
    assert leads(office)[0].name == "Klaus Berger"


def test_a_tap_on_an_earlier_question_has_passed(chat: Chat) -> None:
    chat.says("/lead")
    first = chat.last
    chat.says("Boris")
    chat.taps("Skip", on=first)
    assert chat.office.toasts[-1] == text_of("en", "passed", {})
    assert chat.asks("lead-ask-organisation")


@pytest.mark.parametrize("control", ["Skip", "Cancel"])
def test_somebody_else_cannot_answer(chat: Chat, person: Callable[..., Chat], control: str) -> None:
    chat.says("/lead")
    person(TOM, "Tom").taps_data(chat.last.data_of(control), chat.last)
    chat.says("Boris")
    assert chat.asks("lead-ask-organisation")


def test_cancel_with_nothing_open_says_so(chat: Chat) -> None:
    chat.says("/cancel")
    assert chat.last.text == "Nothing to cancel."


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "lead: +31 6 12345678"),
        ("en", "new lead +31 6 12345678"),
        ("nl", "nieuwe lead: +31 6 12345678"),
        ("de", "Neuer Lead: +31 6 12345678"),
    ],
)
def test_who_has_only_a_number_is_told_by_it_in_lists_and_deals(
    office: Office, chat: Chat, language: str, said: str
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    card = chat.says(said)[0]
    assert len(chat.last.lines) == 2
    chat.says("/leads")
    assert chat.last.buttons[0] == "+31 6 12345678"
    chat.says("/quote 5k", reply_to=card.message_id)
    chat.says("/contacts")
    assert chat.last.buttons[0] == "+31 6 12345678"
    with office.database.begin() as session:
        assert session.scalars(select(Opportunity.name)).one() == ""
    chat.says("/deals")
    assert chat.last.buttons[0].startswith("⚠️ +31 6 12345678 · ")
