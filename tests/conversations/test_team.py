"""The team: seeing it, removing, other roles, and what becomes of the leads."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.ids import to_base36
from crm.models import Chat as ChatRow
from crm.models import Lead, Member
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, OWNER, TOM
from tests.factories import add_member, add_workspace


def member(office: Office, user_id: int) -> Member:
    with office.database.begin() as session:
        return session.scalars(select(Member).where(Member.user_id == user_id)).one()


def holders(office: Office) -> set[int]:
    with office.database.begin() as session:
        return set(session.scalars(select(Lead.holder_id)))


@pytest.fixture
def owner(person: Callable[..., Chat]) -> Chat:
    return person(OWNER, "Olga")


def test_the_list_shows_roles_and_who_blocked_the_bot(office: Office, owner: Chat, chat: Chat) -> None:
    chat.says("hello Klaus")
    with office.database.begin() as session:
        session.get_one(ChatRow, (BOT_ID, EVA)).blocked_at = office.clock()
    owner.says("/team")
    assert owner.last.lines == [
        "Team: 4",
        "Eva · Rep · ⚠️ has blocked me",
        "Mia · Manager",
        "Olga · Owner",
        "Tom · Rep",
    ]


def test_removal_asks_first_and_works_on_the_next_message_and_tap(
    office: Office, owner: Chat, chat: Chat
) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    card = chat.last
    owner.says("/team")
    owner.taps("Eva")
    owner.taps("Remove…")
    assert member(office, EVA).removed_at is None
    owner.taps("Remove")
    assert owner.last.lines == ["Eva is out.", "1 card is left to give away."]
    before = card.html
    chat.taps("Edit", on=card)
    assert card.html == before
    chat.says("Anna de Vries, Philips, anna@philips.com")
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 1


def test_what_somebody_held_is_given_to_somebody_at_once(
    office: Office, owner: Chat, chat: Chat, person: Callable[..., Chat]
) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de, call him friday")
    office.clock.move(hours=1)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    owner.says("/team")
    owner.taps("Eva")
    owner.taps("Remove…")
    owner.taps("Remove")
    owner.taps("Give all to…")
    assert "Eva" not in owner.last.buttons
    asked = owner.last
    to_tom = asked.data_of("Tom")
    owner.taps("Tom")
    assert owner.last.lines == ["2 cards are now Tom's."]
    assert holders(office) == {member(office, TOM).id}
    assert "Olga gave you 2 cards of Eva" in person(TOM).last.text
    told = len(person(TOM).messages)
    owner.taps_data(to_tom, asked)
    assert len(person(TOM).messages) == told
    owner.taps("Undo")
    assert holders(office) == {member(office, EVA).id}


def test_leads_of_who_left_stay_offered_in_the_list(office: Office, owner: Chat, chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    owner.says("/team")
    owner.taps_data(encode("member-out", member(office, EVA).id))
    owner.says("/team")
    assert "Eva left: 1" in owner.last.buttons
    owner.taps("Eva left: 1")
    owner.taps("Mia")
    assert holders(office) == {member(office, MANAGER).id}


def test_an_owner_changes_a_role(office: Office, owner: Chat) -> None:
    owner.says("/team")
    owner.taps("Eva")
    owner.taps("Make manager")
    assert member(office, EVA).role is Role.MANAGER
    assert "Eva · Manager" in owner.last.text


def test_the_last_owner_stays(office: Office, owner: Chat) -> None:
    mine = member(office, OWNER).id
    owner.says("/team")
    for verb, arg in (("member-out", ""), ("member-role", "rep")):
        owner.taps_data(encode(verb, mine, arg=arg))
        assert owner.asks("last-owner")
    assert member(office, OWNER).role is Role.OWNER and member(office, OWNER).removed_at is None


def test_a_manager_removes_reps_only_and_changes_no_role(office: Office, person: Callable[..., Chat]) -> None:
    manager = person(MANAGER)
    manager.says("/team")
    manager.taps("Olga")
    assert "Remove…" not in manager.last.buttons
    manager.taps_data(encode("member-out", member(office, OWNER).id))
    assert manager.asks("not-allowed")
    manager.taps_data(encode("member-role", member(office, MANAGER).id, arg="owner"))
    assert manager.asks("not-allowed")
    manager.taps_data(encode("member-out", member(office, EVA).id))
    assert member(office, EVA).removed_at is not None


def test_a_rep_sees_the_team_and_changes_nothing(office: Office, chat: Chat) -> None:
    chat.says("/team")
    assert chat.last.buttons == []
    assert "Tom · Rep" in chat.last.text
    tom, eva = member(office, TOM).id, member(office, EVA).id
    for data in (
        encode("member", tom),
        encode("member-out", tom),
        encode("member-remove", tom),
        encode("member-give", tom),
        encode("member-give-to", tom, arg=to_base36(eva)),
    ):
        chat.taps_data(data)
        assert chat.is_told("gone")
    chat.taps_data(encode("member-role", eva, arg="owner"))
    assert chat.asks("not-allowed")
    assert member(office, TOM).removed_at is None and member(office, EVA).role is Role.REP


def test_members_of_another_workspace_are_not_there(office: Office, owner: Chat) -> None:
    with office.database.begin() as session:
        elsewhere = add_member(session, add_workspace(session, name="Elsewhere"), name="Zoë").id
    owner.says("/team")
    for verb in ("member", "member-remove", "member-out", "member-give", "member-role"):
        owner.taps_data(encode(verb, elsewhere, arg="rep"))
        assert owner.is_told("gone")
        assert "Zoë" not in owner.last.text
