"""Giving an account, a contact or a deal away: what goes along, who is told, and who may."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.capture.draft import Due
from crm.ids import to_base36
from crm.models import Account, Contact, FollowUp, Lead, Member, Opportunity
from crm.usecases.add_follow_up import add_follow_up
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, OWNER, STRANGER, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import a_deal, a_turn, an_account, rows_of, who_is_chatting

Person = Callable[..., Chat]


def member_id(office: Office, user_id: int) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Member.id).where(Member.user_id == user_id)).one()


def holders(office: Office) -> set[int]:
    """User ids of who holds anything."""
    with office.database.begin() as session:
        ids = {
            row.holder_id
            for kind in (Account, Contact, Opportunity, Lead)
            for row in session.scalars(select(kind))
        }
        return set(session.scalars(select(Member.user_id).where(Member.id.in_(ids))))


def plan_on(chat: Chat, kind: type[Contact] | type[Opportunity]) -> None:
    with chat.office.database.begin() as session:
        who = who_is_chatting(session, chat)
        row = session.scalars(select(kind)).first()
        assert row is not None
        due = Due(chat.office.clock().date(), None, "")
        add_follow_up(a_turn(session, chat.office, who), who.access, row, who, due, action="call", reason="")


def give(chat: Chat, id: int, to: str = "Tom") -> None:
    chat.says("/help")
    chat.taps_data(encode("open", id))
    chat.taps("Edit")
    chat.taps("Give to…")
    chat.taps(to)


def test_an_account_takes_its_people_its_open_deals_and_what_was_planned_along(
    chat: Chat, office: Office, person: Person
) -> None:
    made = an_account(chat)
    plan_on(chat, Contact)
    plan_on(chat, Opportunity)
    give(chat, made.account.id)
    assert holders(office) == {TOM}
    tom = member_id(office, TOM)
    assert {step.member_id for step in rows_of(office, FollowUp)} == {tom}
    assert person(TOM).last.lines[0] == "Eva gave you an account:"
    person(TOM).says("/deals")
    assert "Sensors" in person(TOM).last.buttons[0]
    chat.taps("Undo")
    assert holders(office) == {EVA}
    assert {step.member_id for step in rows_of(office, FollowUp)} == {member_id(office, EVA)}


def test_a_won_deal_stays_with_who_won_it(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.opportunity is not None
    chat.says("/help")
    chat.taps_data(encode("open", made.opportunity.id))
    chat.taps("Stage…")
    chat.taps("Won 100 %")
    give(chat, made.account.id)
    assert rows_of(office, Opportunity)[0].holder_id == member_id(office, EVA)


def test_a_deal_that_a_colleague_holds_stays_theirs(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    other = a_deal(chat, made.account.id, "Pumps")
    give(chat, other.id, "Mia")
    give(chat, made.account.id, "Tom")
    by_name = {deal.name: deal.holder_id for deal in rows_of(office, Opportunity)}
    assert by_name == {"Sensors": member_id(office, TOM), "Pumps": member_id(office, MANAGER)}


def test_a_deal_alone_goes_alone(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.opportunity is not None
    give(chat, made.opportunity.id)
    assert rows_of(office, Opportunity)[0].holder_id == member_id(office, TOM)
    assert rows_of(office, Account)[0].holder_id == member_id(office, EVA)


def test_the_receiver_finds_it_and_the_giver_of_a_private_workspace_no_longer(
    private: Office, chat: Chat, person: Person
) -> None:
    made = an_account(chat)
    give(chat, made.account.id)
    assert chat.last.buttons == ["Undo"]
    chat.says("/find rexroth")
    assert "Nobody found" in chat.last.text
    tom = person(TOM, "Tom")
    tom.says("/find rexroth")
    assert len(tom.last.buttons) == 3


def test_a_colleague_takes_an_account_over(chat: Chat, office: Office, person: Person) -> None:
    made = an_account(chat)
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(encode("open", made.account.id))
    tom.taps("Take over")
    assert "Yours now." in tom.last.text
    assert "Edit" in tom.last.buttons
    assert holders(office) == {TOM}


@pytest.mark.parametrize("block", ["account", "contact", "opportunity"])
def test_a_rep_cannot_give_a_colleagues_away(chat: Chat, office: Office, person: Person, block: str) -> None:
    made = an_account(chat)
    id, mia = getattr(made, block).id, to_base36(member_id(office, MANAGER))
    tom = person(TOM, "Tom")
    tom.says("/help")
    for data in (encode("give", id), encode("give-to", id, 0, mia)):
        tom.taps_data(data)
        assert "colleague's" in tom.last.text
    assert holders(office) == {EVA}


@pytest.mark.parametrize("block", ["account", "contact", "opportunity"])
def test_nobody_takes_over_what_they_may_not_see(
    private: Office, chat: Chat, person: Person, block: str
) -> None:
    made = an_account(chat)
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(encode("give-to", getattr(made, block).id, 0, to_base36(member_id(private, TOM))))
    assert tom.is_told("gone")
    assert holders(private) == {EVA}


def test_another_workspace_neither_gives_nor_gets(chat: Chat, office: Office, person: Person) -> None:
    made = an_account(chat)
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        sly = add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly", role=Role.OWNER).id
    stranger = person(STRANGER, "Sly")
    stranger.says("/help")
    stranger.taps_data(encode("give-to", made.account.id, 0, to_base36(sly)))
    chat.says("/help")
    chat.taps_data(encode("give-to", made.account.id, 0, to_base36(sly)))
    assert holders(office) == {EVA}


def test_what_somebody_held_who_left_is_given_away_over_all_blocks(
    chat: Chat, office: Office, person: Person
) -> None:
    an_account(chat)
    chat.says("Otto Kern, Kern GmbH, otto@kern.de")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    olga = person(OWNER, "Olga")
    olga.says("/team")
    olga.taps("Eva left: 5")
    olga.taps("Tom")
    assert olga.last.lines == ["5 cards are now Tom's."]
    assert holders(office) == {TOM}


def test_a_second_tap_gives_and_tells_once(chat: Chat, office: Office, person: Person) -> None:
    made = an_account(chat)
    chat.says("/help")
    chat.taps_data(encode("open", made.account.id))
    chat.taps("Edit")
    chat.taps("Give to…")
    data = chat.last.data_of("Tom")
    chat.taps_data(data)
    chat.taps_data(data)
    assert len(person(TOM).messages) == 1
