"""The status of a lead by a tap; disqualified needs a reason."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import Lead, Member, Status
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, TOM

Person = Callable[..., Chat]


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead)).one()


def open_status(chat: Chat) -> None:
    chat.taps("Edit")
    chat.taps("Status")


@pytest.mark.parametrize(
    ("label", "status"), [("Contacted", Status.CONTACTED), ("Qualified", Status.QUALIFIED)]
)
def test_two_taps_change_the_status(chat: Chat, office: Office, label: str, status: Status) -> None:
    open_status(chat)
    assert "New" not in chat.last.buttons
    chat.taps(label)
    assert the_lead(office).status is status
    assert label in chat.last.text
    assert "Undo" in chat.last.buttons


def test_disqualified_asks_why_and_offers_the_common_reasons(chat: Chat, office: Office) -> None:
    open_status(chat)
    chat.taps("Disqualified…")
    assert the_lead(office).status is Status.NEW
    assert chat.last.buttons[:5] == ["No need", "No budget", "Bought elsewhere", "Not now", "Not reachable"]
    chat.taps("No budget")
    lead = the_lead(office)
    assert (lead.status, lead.reason) == (Status.DISQUALIFIED, "no-budget")
    assert "Disqualified: No budget" in chat.last.text


def test_disqualified_in_own_words(chat: Chat, office: Office) -> None:
    open_status(chat)
    chat.taps("Disqualified…")
    chat.taps("Own words…")
    chat.says("Merged with Bosch, call Jan 040 2345678")
    lead = the_lead(office)
    assert lead.reason == "Merged with Bosch, call Jan 040 2345678"
    assert lead.status is Status.DISQUALIFIED


@pytest.mark.parametrize(
    ("language", "reason"), [("en", "No budget"), ("nl", "Geen budget"), ("de", "Kein Budget")]
)
def test_each_reader_sees_the_reason_in_their_language(
    chat: Chat, office: Office, person: Person, language: str, reason: str
) -> None:
    chat.taps_data(encode("disqualify", the_lead(office).id, the_lead(office).rev, "no-budget"))
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == TOM)).one().language = language
    tom = person(TOM, "Tom", language)
    tom.says("/find Anna")
    assert f": {reason}" in tom.last.text
    tom.taps_data(encode("timeline", the_lead(office).id, arg="0~"))
    assert f": {reason}" in tom.last.text


def test_a_disqualified_lead_is_not_waiting_any_more(chat: Chat) -> None:
    open_status(chat)
    chat.taps("Disqualified…")
    chat.taps("Not now")
    chat.says("/agenda")
    assert "not followed up" not in chat.last.text
    chat.says("/leads")
    chat.taps("Not followed up")
    assert "All followed up" in chat.last.text


def test_undo_brings_the_status_back(chat: Chat, office: Office) -> None:
    open_status(chat)
    chat.taps("Disqualified…")
    chat.taps("Not now")
    chat.taps("Undo")
    lead = the_lead(office)
    assert (lead.status, lead.reason) == (Status.NEW, None)


def test_back_leads_to_the_card(chat: Chat) -> None:
    open_status(chat)
    chat.taps("Disqualified…")
    chat.taps("Back")
    chat.taps("Back")
    assert "Edit" in chat.last.buttons


def test_a_double_tap_on_a_status_changes_it_once(chat: Chat, office: Office) -> None:
    open_status(chat)
    data = chat.last.data_of("Qualified")
    chat.taps_data(data)
    rev = the_lead(office).rev
    chat.taps_data(data)
    assert the_lead(office).rev == rev
    assert office.toasts == ["That has passed"]


def test_a_status_changed_by_somebody_else_meanwhile_is_told(
    chat: Chat, office: Office, person: Person
) -> None:
    open_status(chat)
    data = chat.last.data_of("Qualified")
    mia = person(MANAGER, "Mia")
    mia.says("/find anna")
    mia.taps("Edit")
    mia.taps("Status")
    mia.taps("Contacted")
    chat.taps_data(data)
    assert "Somebody changed it meanwhile" in chat.last.text
    assert the_lead(office).status is Status.CONTACTED


@pytest.mark.parametrize("verb", ["status", "set-status", "disqualify"])
def test_a_colleague_may_look_but_not_change_the_status(
    chat: Chat, office: Office, person: Person, verb: str
) -> None:
    lead = the_lead(office)
    tom = person(TOM, "Tom")
    tom.says("/find anna")
    for arg in ("qualified", "no-budget", "own"):
        tom.taps_data(encode(verb, lead.id, lead.rev, arg))
    assert "colleague" in tom.last.text or office.toasts
    assert the_lead(office).status is Status.NEW


@pytest.mark.parametrize("verb", ["status", "set-status", "disqualify"])
def test_in_a_private_workspace_a_colleagues_lead_is_not_there(
    private: Office, person: Person, verb: str
) -> None:
    lead = the_lead(private)
    tom = person(TOM, "Tom")
    tom.says("/leads")
    tom.taps_data(encode(verb, lead.id, lead.rev, "qualified"))
    assert tom.is_told("gone")
    assert the_lead(private).status is Status.NEW


@pytest.mark.parametrize("arg", ["", "won", "NEW", "2"])
def test_a_forged_status_does_nothing(chat: Chat, office: Office, arg: str) -> None:
    for verb in ("set-status", "disqualify"):
        chat.taps_data(encode(verb, the_lead(office).id, the_lead(office).rev, arg))
    assert the_lead(office).status is Status.NEW
