"""What members correct or enter by hand is recognised in later messages of their workspace, and only there."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.access import Role
from crm.models import Lead, Member
from crm.store import gazetteer
from crm.store.gazetteer import gazetteer_of
from crm.store.members import who_is
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]
STRANGE = 900


@pytest.fixture(autouse=True)
def fresh() -> None:
    gazetteer._kept.clear()


@pytest.fixture
def taught(chat: Chat) -> None:
    """Eva's corrections: an organisation, a title and an event that nobody could guess."""
    chat.says("Klaus Berger, klaus@gmail.com, 40 sensors")
    card = chat.last
    chat.taps("Edit", on=card)
    for field, word in (
        ("Organisation", "Zwirbel"),
        ("Job title", "Kwispelmeester"),
        ("Source", "Knutseldag"),
    ):
        chat.taps(field, on=card)
        chat.says(word)


def newest(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead).order_by(Lead.id.desc())).first()


def known_to(office: Office, user_id: int) -> tuple[set[str], set[str], set[str]]:
    with office.database.begin() as session:
        member = session.scalars(select(Member).where(Member.user_id == user_id)).one()
        who = who_is(session, member.workspace_id, member.id)
        found = gazetteer_of(session, who.access)
        return set(found.organisations), set(found.titles), set(found.fairs)


@pytest.mark.usefixtures("taught")
@pytest.mark.parametrize(
    "text",
    [
        "Anna de Vries, Kwispelmeester, Zwirbel, knutseldag, 20 pumps",
        "anna de vries, kwispelmeester, zwirbel, knutseldag, 20 pumps",
    ],
)
def test_corrections_are_recognised_in_the_very_next_message(chat: Chat, office: Office, text: str) -> None:
    chat.says(text)
    lead = newest(office)
    assert (lead.organisation, lead.source) == ("Zwirbel", "Knutseldag")
    assert (lead.title or "").casefold() == "kwispelmeester"


def test_a_reply_teaches_too(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Philips, klaus@gmail.com")
    chat.says("not Philips, Zwirbel", reply_to=chat.last.message_id)
    assert "Zwirbel" in known_to(office, EVA)[0] and "Philips" not in known_to(office, EVA)[0]


@pytest.mark.usefixtures("taught")
def test_a_correction_that_is_undone_is_unlearned(chat: Chat, office: Office) -> None:
    assert "Knutseldag" in known_to(office, EVA)[2]
    chat.taps("Undo")
    assert "Knutseldag" not in known_to(office, EVA)[2]


@pytest.mark.usefixtures("taught")
def test_another_workspace_learns_nothing(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        workspace = add_workspace(session, zone="Europe/Amsterdam", set_up_at=office.clock())
        add_member(session, workspace, user_id=STRANGE, chat_id=STRANGE, name="Sam", role=Role.OWNER)
    sam = person(STRANGE, "Sam")
    sam.says("anna de vries, zwirbel, knutseldag, anna@gmail.com")
    assert known_to(office, STRANGE)[0] <= {newest(office).organisation}
    assert "Knutseldag" not in known_to(office, STRANGE)[2]


@pytest.mark.usefixtures("taught")
def test_a_colleague_of_an_open_workspace_learns_it(office: Office) -> None:
    organisations, titles, fairs = known_to(office, TOM)
    assert "Zwirbel" in organisations and "Kwispelmeester" in titles and "Knutseldag" in fairs


@pytest.mark.usefixtures("private", "taught")
def test_a_colleague_of_a_private_workspace_learns_nothing(office: Office) -> None:
    assert known_to(office, TOM) == (set(), set(), set())


def test_a_channel_is_no_event(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    chat.taps("Edit")
    chat.taps("Source")
    chat.says("website")
    assert newest(office).source == "website"
    assert known_to(office, EVA)[2] == set()
