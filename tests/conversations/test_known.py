"""A message about somebody who is there already goes to their lead, and says so."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from typing import NamedTuple

import pytest
from sqlalchemy import select

from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, Lead, Member, Reach
from crm.store import gazetteer
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM

Person = Callable[..., Chat]
ANNA = "Anna de Vries, Philips, anna@philips.com, 40 sensors, 12k"
AGAIN = "Anna from Philips wants 60 now, 14k, call her tuesday"


class Said(NamedTuple):
    """The same message in one of the three languages, and what the answer says."""

    language: str
    first: str
    again: str
    known: str
    owed: str
    another: str
    undo: str


SAID = [
    Said("en", ANNA, AGAIN, "I know Anna de Vries already", "Owed a follow-up again", "Another Anna", "Undo"),
    Said(
        "nl",
        "Anna de Vries, Philips, anna@philips.com, 40 sensoren, 12k",
        "Anna van Philips wil er nu 60, 14k, bel haar dinsdag",
        "Anna de Vries ken ik al",
        "Opvolgen begint opnieuw",
        "Andere Anna",
        "Ongedaan maken",
    ),
    Said(
        "de",
        "Anna Vogt, Philips, anna@philips.com, 40 Sensoren, 12k",
        "Anna von Philips will jetzt 60, 14k, Dienstag anrufen",
        "Anna Vogt kenne ich schon",
        "Nachfassen beginnt neu",
        "Anderer Kontakt: Anna",
        "Rückgängig",
    ),
]


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        return list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))


def entries(office: Office, lead: Lead) -> list[tuple[ActivityKind, str]]:
    with office.database.begin() as session:
        query = select(Activity).where(Activity.lead_id == lead.id, Activity.deleted_at.is_(None))
        return [(entry.kind, entry.text) for entry in session.scalars(query.order_by(Activity.id))]


def steps(office: Office, lead: Lead) -> list[str]:
    with office.database.begin() as session:
        query = select(FollowUp).where(FollowUp.lead_id == lead.id, FollowUp.deleted_at.is_(None))
        return [f"{step.action}, {step.day:%a}" for step in session.scalars(query)]


def reaches(office: Office, lead: Lead) -> list[str]:
    with office.database.begin() as session:
        query = select(Reach.value).where(Reach.lead_id == lead.id, Reach.deleted_at.is_(None))
        return list(session.scalars(query))


def restart(office: Office) -> None:
    """A new process on the same database: nothing that was in memory is there."""
    office.handler = replace(office.handler)
    gazetteer._kept.clear()


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.language)
def test_a_first_name_and_an_organisation_are_enough(office: Office, person: Person, said: Said) -> None:
    chat = person(EVA, "Eva", language=said.language)
    set_language(office, said.language)
    chat.says(said.first)
    office.clock.move(days=3)
    chat.says(said.again)
    (lead,) = leads(office)
    assert lead.value_minor == 1_400_000
    assert entries(office, lead)[-1] == (ActivityKind.CAPTURE, said.again)
    assert [step[-3:] for step in steps(office, lead)] == ["Tue"]
    assert lead.owed_since == office.clock()
    assert said.known in chat.last.text and said.owed in chat.last.text
    assert "60" in chat.last.text and "→" in chat.last.text
    assert len(chat.last.lines) <= 6
    assert chat.last.buttons == [said.another, said.undo]


@pytest.mark.parametrize("said", SAID, ids=lambda said: said.language)
def test_another_one_of_that_name_takes_everything_along(office: Office, person: Person, said: Said) -> None:
    chat = person(EVA, "Eva", language=said.language)
    set_language(office, said.language)
    chat.says(said.first)
    office.clock.move(days=3)
    chat.says(said.again)
    restart(office)
    chat.taps(said.another)
    first, second = leads(office)
    assert (first.value_minor, second.value_minor) == (1_200_000, 1_400_000)
    assert (second.name, second.organisation) == ("Anna", "Philips")
    assert (steps(office, first), [step[-3:] for step in steps(office, second)]) == ([], ["Tue"])
    assert len(entries(office, first)) == 1
    assert entries(office, second) == [(ActivityKind.CAPTURE, said.again)]


def set_language(office: Office, language: str) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language


@pytest.mark.parametrize(
    "again",
    [
        "anna from philips wants 60 now, 14k",
        "Anna de Vries, Philips NV, wants 60 now, 14k",
        "anna@philips.com wants 60 now, 14k",
    ],
)
def test_every_way_to_name_her_finds_her(chat: Chat, office: Office, again: str) -> None:
    chat.says(ANNA)
    office.clock.move(days=3)
    chat.says(again)
    (lead,) = leads(office)
    assert (lead.name, lead.value_minor) == ("Anna de Vries", 1_400_000)


def test_a_phone_number_finds_somebody_too(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    office.clock.move(days=3)
    chat.says("+31 6 12345678 wants a demo on tuesday")
    (lead,) = leads(office)
    assert [step[-3:] for step in steps(office, lead)] == ["Tue"]


@pytest.mark.parametrize(
    "other",
    [
        "Anna from Bosch wants 60 now",
        "Bert from Philips wants 60 now",
        "Anna Jansen, Philips, wants 60 now",
        "Anna, Philips, anna.jansen@philips.com, wants 60 now",
    ],
)
def test_somebody_else_becomes_a_lead_of_their_own(chat: Chat, office: Office, other: str) -> None:
    chat.says(ANNA)
    office.clock.move(days=3)
    chat.says(other)
    first, _ = leads(office)
    assert (first.value_minor, len(entries(office, first))) == (1_200_000, 1)


def test_undo_takes_back_all_that_was_taken_over(chat: Chat, office: Office) -> None:
    chat.says(f"{ANNA}, call her Friday")
    office.clock.move(days=1)
    chat.says("Anna from Philips wants 60 now, hot, 14k, call her tuesday, 06 12345678")
    (lead,) = leads(office)
    assert (lead.hot, steps(office, lead)) == (True, ["call her, Tue"])
    chat.taps("Undo")
    (lead,) = leads(office)
    assert (lead.value_minor, lead.hot, lead.owed_since) == (1_200_000, False, lead.created_at)
    assert (steps(office, lead), reaches(office, lead)) == (["call her, Fri"], ["anna@philips.com"])
    assert len(entries(office, lead)) == 1


def test_another_thing_to_do_does_not_move_what_was_planned(chat: Chat, office: Office) -> None:
    chat.says(f"{ANNA}, call her Friday")
    office.clock.move(minutes=20)
    chat.says("Anna from Philips, send her the brochure on monday")
    (lead,) = leads(office)
    assert sorted(step[-3:] for step in steps(office, lead)) == ["Fri", "Mon"]


def test_the_new_step_is_shown_with_the_day_that_really_rings(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says("Anna from Philips, call her on 14 March")
    assert "Sat 14 Mar → Mon 16 Mar" in chat.last.text


def test_a_first_name_that_was_all_that_was_known_becomes_whole(chat: Chat, office: Office) -> None:
    chat.says("Anna from Philips wants 40")
    office.clock.move(days=1)
    chat.says("Anna de Vries, Philips, wants 60 now")
    assert [lead.name for lead in leads(office)] == ["Anna de Vries"]


def test_of_several_of_that_name_one_tap_says_which(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.says("Anna Jansen, Philips, anna.jansen@philips.com")
    office.clock.move(days=1)
    chat.says(AGAIN)
    devries, jansen, new = leads(office)
    assert new.name == "Anna"
    assert "2 of that name" in chat.last.text
    assert len(chat.last.lines) <= 6
    restart(office)
    data = chat.last.data_of("Anna de Vries")
    chat.taps_data(data)
    assert [lead.name for lead in leads(office)] == ["Anna de Vries", "Anna Jansen"]
    assert leads(office)[0].value_minor == 1_400_000
    assert "I know Anna de Vries already" in chat.last.text
    chat.taps_data(data)
    assert len(leads(office)) == 2
    assert (len(entries(office, devries)), len(entries(office, jansen))) == (2, 1)


def test_of_several_of_that_name_the_only_own_one_is_meant(
    chat: Chat, office: Office, person: Person
) -> None:
    person(TOM, "Tom").says("Anna Jansen, Philips, anna.jansen@philips.com")
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    assert {lead.name: lead.value_minor for lead in leads(office)} == {
        "Anna Jansen": None,
        "Anna de Vries": 1_400_000,
    }


def test_another_twice_makes_one(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    data = chat.last.data_of("Another Anna")
    chat.taps_data(data)
    chat.taps_data(data)
    assert len(leads(office)) == 2


def test_undo_after_another_brings_back_what_was_added(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    known = chat.last
    added = known.data_of("Undo")
    chat.taps("Another Anna")
    chat.taps("Undo")
    (lead,) = leads(office)
    assert (lead.value_minor, len(entries(office, lead))) == (1_400_000, 2)
    chat.taps_data(added)
    assert leads(office)[0].value_minor == 1_200_000


def test_slash_undo_names_the_new_lead_after_another(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    chat.taps("Another Anna")
    chat.says("/undo")
    assert "Undo: saved Anna?" in chat.last.text


def test_another_is_read_again_when_the_message_is_edited(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    mine = chat.my_last_id
    chat.taps("Another Anna")
    chat.edits(mine, "Anna Bakker from Philips wants 60 now, 15k, call her tuesday")
    first, second = leads(office)
    assert (first.value_minor, second.value_minor, second.name) == (1_200_000, 1_500_000, "Anna Bakker")


def test_a_shared_contact_of_somebody_known_can_be_another(chat: Chat, office: Office) -> None:
    contact = {"phone_number": "31612345678", "first_name": "Lotte", "last_name": "Prins"}
    chat.sends(contact=contact)
    chat.sends(contact=contact)
    chat.taps("Another Lotte")
    assert [lead.name for lead in leads(office)] == ["Lotte Prins", "Lotte Prins"]


def test_what_was_unclear_can_be_another_too(chat: Chat, office: Office) -> None:
    chat.says("great show everyone, see you")
    chat.taps("New lead")
    data = chat.messages[0].message_id
    assert len(leads(office)) == 1
    assert data == chat.last.message_id


class TestAColleaguesLead:
    """What is written down there is theirs; one tap takes it over."""

    @pytest.fixture
    def toms(self, office: Office, person: Person) -> None:
        person(TOM, "Tom").says(ANNA)
        office.clock.move(days=1)

    @pytest.mark.usefixtures("toms")
    def test_says_whose_it_is_and_leaves_the_value(self, chat: Chat, office: Office) -> None:
        chat.says(f"{AGAIN}, hot, 06 12345678")
        (lead,) = leads(office)
        assert (lead.value_minor, lead.hot) == (1_200_000, False)
        assert reaches(office, lead) == ["anna@philips.com", "+31612345678"]
        assert "(Tom's)" in chat.last.text
        assert chat.last.buttons == ["Take over", "Another Anna", "Undo"]

    @pytest.mark.usefixtures("toms")
    def test_take_over_makes_it_mine_with_the_new_value(self, chat: Chat, office: Office) -> None:
        chat.says(AGAIN)
        data = chat.last.data_of("Take over")
        chat.taps_data(data)
        (lead,) = leads(office)
        assert lead.value_minor == 1_400_000
        assert lead.holder_id == member(office, EVA).id
        before = chat.last.text
        chat.taps_data(data)
        assert chat.last.text == before
        chat.taps("Undo")
        (lead,) = leads(office)
        assert (lead.holder_id, lead.value_minor) == (member(office, TOM).id, 1_200_000)

    @pytest.mark.usefixtures("toms")
    def test_another_leaves_the_colleague_as_they_were(self, chat: Chat, office: Office) -> None:
        chat.says(AGAIN)
        chat.taps("Another Anna")
        first, second = leads(office)
        assert (first.holder_id, second.holder_id) == (member(office, TOM).id, member(office, EVA).id)
        assert (first.value_minor, len(entries(office, first))) == (1_200_000, 1)

    @pytest.mark.usefixtures("toms", "private")
    def test_in_a_private_workspace_it_is_not_there(self, chat: Chat, office: Office) -> None:
        chat.says(AGAIN)
        assert [lead.holder_id for lead in leads(office)] == [member(office, TOM).id, member(office, EVA).id]
        assert "know" not in chat.last.text and "de Vries" not in chat.last.text


def member(office: Office, user_id: int) -> Member:
    with office.database.begin() as session:
        return session.scalars(select(Member).where(Member.user_id == user_id)).one()


@pytest.mark.parametrize("user_id", [TOM, MANAGER])
def test_somebody_elses_buttons_do_nothing(chat: Chat, office: Office, person: Person, user_id: int) -> None:
    chat.says(ANNA)
    chat.says("Anna Jansen, Philips, anna.jansen@philips.com")
    office.clock.move(days=1)
    chat.says("Anna de Vries from Philips wants 60 now, 14k")
    known = chat.last.data_of("Another Anna")
    chat.says(AGAIN)
    which = chat.last.data_of("Anna de Vries")
    before = [(lead.id, lead.value_minor) for lead in leads(office)]
    other = person(user_id, "X")
    other.says("/help")
    for data in (known, which):
        other.taps_data(data)
    assert [(lead.id, lead.value_minor) for lead in leads(office)] == before


def test_somebody_removed_taps_in_vain(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(days=1)
    chat.says(AGAIN)
    with office.database.begin() as session:
        removed: datetime = office.clock()
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = removed
    chat.taps("Another Anna")
    assert len(leads(office)) == 1


@pytest.mark.parametrize(
    "forged", ["v1:own-lead:0:0:", "v1:own-lead:zz:zz:", "v1:is-known:0:0:x.y", "v1:take-over:zz:zz:9"]
)
def test_forged_data_changes_nothing(chat: Chat, office: Office, forged: str) -> None:
    chat.says(ANNA)
    chat.taps_data(forged)
    assert len(leads(office)) == 1
    assert len(entries(office, leads(office)[0])) == 1
