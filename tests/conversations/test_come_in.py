"""Who comes in, and who does not."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.access import Role
from crm.models import Lead, Member, Workspace
from crm.store.members import memberships
from crm.usecases.come_in import make_invite, make_owner_link, make_workspace, remove_member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, OWNER, STRANGER, TOM


@pytest.fixture
def invite(office: Office) -> Callable[..., str]:
    """A new invite's payload, made by the owner."""

    def make(role: Role = Role.REP, **how: int) -> str:
        with office.database.begin() as session:
            (owner,) = memberships(session, OWNER)
            return make_invite(session, office.ids, office.clock(), owner.access, role, **how)

    return make


def roles(office: Office, user_id: int) -> list[Role]:
    with office.database.begin() as session:
        query = select(Member.role).where(Member.user_id == user_id, Member.removed_at.is_(None))
        return list(session.scalars(query))


def test_a_stranger_gets_one_polite_answer_and_sees_nothing(
    office: Office, person: Callable[..., Chat]
) -> None:
    stranger = person(STRANGER)
    stranger.says("hello")
    stranger.says("Klaus Berger, Bosch, klaus@bosch.de")
    stranger.says("/leads")
    assert len(stranger.messages) == 1
    assert "invitation" in stranger.last.text
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).all() == []


@pytest.mark.parametrize(
    ("language", "word"), [("nl", "uitnodiging"), ("de-AT", "Einladung"), ("pt-br", "invitation")]
)
def test_the_language_comes_from_telegram_else_english(
    person: Callable[..., Chat], language: str, word: str
) -> None:
    stranger = person(STRANGER, language=language)
    stranger.says("hi")
    assert word in stranger.last.text


def test_an_invited_member_is_asked_nothing(
    office: Office, person: Callable[..., Chat], invite: Callable[..., str]
) -> None:
    new = person(STRANGER, "Nora")
    new.says(f"/start {invite()}")
    assert roles(office, STRANGER) == [Role.REP]
    assert "?" not in new.last.text
    assert new.last.buttons == []
    new.says("Klaus Berger, Bosch, klaus@bosch.de")
    assert "Klaus Berger" in new.last.text


def test_an_invite_works_once(
    office: Office, person: Callable[..., Chat], invite: Callable[..., str]
) -> None:
    token = invite()
    person(STRANGER).says(f"/start {token}")
    person(STRANGER + 1).says(f"/start {token}")
    assert roles(office, STRANGER + 1) == []
    assert "Ask for a new one" in person(STRANGER + 1).last.text


def test_an_invite_expires(office: Office, person: Callable[..., Chat], invite: Callable[..., str]) -> None:
    token = invite()
    office.clock.move(days=8)
    person(STRANGER).says(f"/start {token}")
    assert roles(office, STRANGER) == []


def test_a_member_who_follows_a_link_again_does_not_use_it_up(
    office: Office, person: Callable[..., Chat], invite: Callable[..., str]
) -> None:
    token = invite()
    person(EVA).says(f"/start {token}")
    person(STRANGER).says(f"/start {token}")
    assert roles(office, STRANGER) == [Role.REP]


def test_an_owner_link_makes_an_owner_once(office: Office, person: Callable[..., Chat]) -> None:
    with office.database.begin() as session:
        workspace = session.scalars(select(Workspace)).one()
        old = make_owner_link(session, office.ids, office.clock(), workspace)
        new = make_owner_link(session, office.ids, office.clock(), workspace)
    person(STRANGER + 1).says(f"/start {old}")
    assert roles(office, STRANGER + 1) == []
    person(STRANGER).says(f"/start {new}")
    assert roles(office, STRANGER) == [Role.OWNER]
    person(STRANGER + 2).says(f"/start {new}")
    assert roles(office, STRANGER + 2) == []


def test_handslag_owners_come_in_without_a_link(sqlite_database: object, clock: object) -> None:
    office = Office(sqlite_database, clock, owners=frozenset({STRANGER}))  # type: ignore[arg-type]
    owner = Chat(office, STRANGER, "Olga")
    card, offer = owner.says("Klaus Berger, Bosch, klaus@bosch.de")
    assert "Klaus Berger" in card.text
    assert offer.buttons == ["Set up"]
    assert roles(office, STRANGER) == [Role.OWNER]
    office.clock.move(minutes=1)
    assert len(owner.says("Anna de Vries, Philips, anna@philips.com")) == 1
    owner.taps("Set up", on=offer)
    assert owner.asks("ask-zone")


def test_an_owner_who_begins_with_the_set_up_is_not_offered_it(
    sqlite_database: object, clock: object
) -> None:
    office = Office(sqlite_database, clock, owners=frozenset({STRANGER}))  # type: ignore[arg-type]
    assert len(Chat(office, STRANGER, "Olga").says("/setup")) == 1


def test_who_comes_in_by_a_link_is_offered_no_set_up(office: Office, chat: Chat) -> None:
    assert len(chat.says("Klaus Berger, Bosch, klaus@bosch.de")) == 1


def test_removal_works_on_the_next_message_and_tap(office: Office, chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    card = chat.last
    with office.database.begin() as session:
        (owner,), (eva,) = memberships(session, OWNER), memberships(session, EVA)
        remove_member(session, office.clock(), owner.access, eva.member.id)
    chat.taps("Edit", on=card)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    assert "Anna" not in chat.last.text
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 1


def test_two_workspaces_know_nothing_of_each_other(office: Office, person: Callable[..., Chat]) -> None:
    with office.database.begin() as session:
        other = make_workspace(session, office.ids, office.clock(), "Elsewhere")
        token = make_owner_link(session, office.ids, office.clock(), other)
    outsider = person(STRANGER)
    outsider.says(f"/start {token}")
    person(TOM).says("Klaus Berger, Bosch, klaus@bosch.de")
    card = person(TOM).last
    outsider.says("Klaus Berger, Bosch, klaus@bosch.de")
    assert "know" not in outsider.last.text
    for label in card.buttons:
        outsider.taps_data(card.data_of(label))
        assert "Bosch" not in outsider.last.text or outsider.last.lines[0].startswith("Klaus")
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead).where(Lead.deleted_at.is_(None))).all()) == 2
