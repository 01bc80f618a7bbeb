"""Giving a lead to a colleague: two taps, and the colleague is told."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.ids import to_base36
from crm.models import FollowUp, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, STRANGER, TOM
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]


def member_id(office: Office, user_id: int) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Member.id).where(Member.user_id == user_id)).one()


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead)).one()


def holder(office: Office) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Member.user_id).join(Lead, Lead.holder_id == Member.id)).one()


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678, call her Thursday")


def open_give(chat: Chat) -> None:
    chat.says("/find anna")
    chat.taps("Edit")
    chat.taps("Give to…")


def test_a_manager_gives_a_lead_away_in_two_taps(office: Office, person: Person) -> None:
    mia = person(MANAGER, "Mia")
    open_give(mia)
    assert set(mia.last.buttons) == {"Mia", "Olga", "Tom", "Back"}
    mia.taps("Tom")
    assert holder(office) == TOM
    assert "Now Tom's. Tom has been told." in mia.last.text
    assert "Held by Tom" in mia.last.text


def test_whoever_gets_a_lead_is_told_once_with_a_sound(office: Office, person: Person) -> None:
    mia, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    open_give(mia)
    mia.taps("Tom")
    (told,) = tom.messages
    assert told.lines == ["Mia gave you a lead:", "Anna de Vries · Philips", "Next: call her, Thu 12 Mar"]
    assert "disable_notification" not in told.body
    tom.taps("Card")
    assert "Edit" in tom.last.buttons


def test_whoever_gets_a_lead_is_told_in_their_language(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == TOM)).one().language = "de"
    mia = person(MANAGER, "Mia")
    open_give(mia)
    mia.taps("Tom")
    assert person(TOM).last.lines[0] == "Mia hat dir einen Lead gegeben:"


def test_what_was_planned_goes_along(office: Office, person: Person) -> None:
    mia = person(MANAGER, "Mia")
    open_give(mia)
    mia.taps("Tom")
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
    assert follow_up.member_id == member_id(office, TOM)
    office.clock.move(days=2)
    tom = person(TOM, "Tom")
    tom.says("/agenda")
    assert "Anna de Vries · Philips, call her" in tom.last.text


def test_a_day_goes_along_to_the_receivers_own_calendar(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        tom = session.scalars(select(Member).where(Member.user_id == TOM)).one()
        tom.zone, tom.away_until = "America/New_York", (office.clock() + timedelta(days=3)).date()
    mia = person(MANAGER, "Mia")
    open_give(mia)
    mia.taps("Tom")
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
    assert (follow_up.day.isoformat(), follow_up.zone) == ("2026-03-16", "America/New_York")


def test_undo_takes_the_lead_and_its_follow_up_back(office: Office, person: Person) -> None:
    mia = person(MANAGER, "Mia")
    open_give(mia)
    mia.taps("Tom")
    mia.taps("Undo")
    assert holder(office) == EVA
    eva = member_id(office, EVA)
    with office.database.begin() as session:
        assert session.scalars(select(FollowUp.member_id)).one() == eva


def test_a_rep_gives_their_own_lead_away(chat: Chat, office: Office) -> None:
    open_give(chat)
    chat.taps("Tom")
    assert holder(office) == TOM


def test_in_a_private_workspace_the_giver_sees_it_no_longer(
    private: Office, chat: Chat, person: Person
) -> None:
    open_give(chat)
    chat.taps("Tom")
    assert chat.last.buttons == ["Undo"]
    chat.says("/find anna")
    assert "Nobody found" in chat.last.text
    person(TOM, "Tom").taps("Card")
    assert "Anna de Vries" in person(TOM).last.text


def test_a_manager_who_takes_a_lead_is_told_nothing(office: Office, person: Person) -> None:
    mia = person(MANAGER, "Mia")
    open_give(mia)
    mia.taps("Mia")
    assert "Yours now." in mia.last.text
    assert len(mia.messages) == 1


def test_a_double_tap_gives_and_tells_once(office: Office, person: Person) -> None:
    mia, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    open_give(mia)
    data = mia.last.data_of("Tom")
    mia.taps_data(data)
    mia.taps_data(data)
    assert len(tom.messages) == 1
    assert office.toasts == ["That has passed"]


def test_a_rep_cannot_give_a_colleagues_lead_away(office: Office, person: Person) -> None:
    lead, tom = the_lead(office), person(TOM, "Tom")
    tom.says("/find anna")
    for data in (
        encode("give", lead.id),
        encode("give-to", lead.id, 0, to_base36(member_id(office, MANAGER))),
    ):
        tom.taps_data(data)
        assert "colleague's" in tom.last.text
    assert holder(office) == EVA
    assert person(MANAGER).messages == []


def test_nobody_gives_to_a_removed_member_or_to_another_workspace(chat: Chat, office: Office) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == TOM)).one().removed_at = office.clock()
        other = add_workspace(session, name="Other")
        sly = add_member(session, other, user_id=STRANGER, name="Sly").id
    open_give(chat)
    assert "Tom" not in chat.last.buttons
    for receiver in (to_base36(member_id(office, TOM)), to_base36(sly), "", "???", "zzzzzzzzzzzzzz"):
        chat.taps_data(encode("give-to", the_lead(office).id, 0, receiver))
        assert chat.is_told("gone")
    assert holder(office) == EVA


def test_another_workspaces_lead_is_not_there_to_give(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        sly_id = add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly").id
    sly = person(STRANGER, "Sly")
    sly.says("/leads")
    for verb in ("give", "give-to"):
        sly.taps_data(encode(verb, the_lead(office).id, 0, to_base36(sly_id)))
        assert sly.is_told("gone")
    assert holder(office) == EVA


def test_what_was_planned_goes_along_when_a_colleague_takes_over(office: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    tom.says("Anna de Vries, Philips, 06 12345678")
    tom.taps("Take over")
    assert holder(office) == TOM
    tom_id = member_id(office, TOM)
    with office.database.begin() as session:
        assert session.scalars(select(FollowUp.member_id)).one() == tom_id


@pytest.mark.parametrize(
    ("language", "says", "button"),
    [
        ("en", "That is a colleague's. You can add notes and calls, or take it over.", "Take over"),
        (
            "nl",
            "Dat is van een collega. Je kunt notities en gesprekken toevoegen, of het overnemen.",
            "Overnemen",
        ),
        (
            "de",
            "Das gehört jemand anderem. Du kannst Notizen und Anrufe ergänzen oder es übernehmen.",
            "Übernehmen",
        ),
    ],
)
def test_what_is_a_colleagues_can_be_taken_over_where_it_is_said(
    office: Office, person: Person, language: str, says: str, button: str
) -> None:
    with office.database.begin() as session:
        session.query(Member).filter_by(user_id=TOM).one().language = language
    tom = person(TOM, "Tom", language)
    tom.says("/convert Anna")
    assert (tom.last.text, tom.last.buttons) == (says, [button])
    tom.taps(button)
    assert holder(office) == TOM
    tom.says("/convert Anna")
    assert the_lead(office).converted_at is not None


def test_the_button_to_take_over_helps_nobody_else(private: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    tom.says("/help")
    lead = the_lead(private)
    tom.taps_data(encode("give-to", lead.id, lead.rev, to_base36(member_id(private, TOM))))
    assert holder(private) == EVA
