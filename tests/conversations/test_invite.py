"""Invite links: which role, for how many, made by whom."""

import re
from collections.abc import Callable

from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.models import Invite, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, OWNER, STRANGER


def token_in(text: str) -> str:
    found = re.search(r"https://t\.me/handslag_bot\?start=([\w-]+)", text)
    assert found, text
    return found.group(1)


def role_of(office: Office, user_id: int) -> Role | None:
    with office.database.begin() as session:
        return session.scalar(select(Member.role).where(Member.user_id == user_id))


def test_an_owner_invites_a_manager_by_a_link_that_works_once(
    office: Office, person: Callable[..., Chat]
) -> None:
    owner = person(OWNER)
    owner.says("/invite")
    assert owner.last.buttons == ["Rep", "Manager", "Owner", "Cancel"]
    owner.taps("Manager")
    token = token_in(owner.last.text)
    person(STRANGER).says(f"/start {token}")
    person(STRANGER + 1).says(f"/start {token}")
    assert role_of(office, STRANGER) is Role.MANAGER
    assert role_of(office, STRANGER + 1) is None


def test_one_tap_makes_the_link_good_for_ten(office: Office, person: Callable[..., Chat]) -> None:
    owner = person(OWNER)
    owner.says("/invite")
    owner.taps("Rep")
    shown, token = owner.last, token_in(owner.last.text)
    owner.taps("For 10 people", on=shown)
    owner.taps("For 10 people", on=shown)
    for number in range(11):
        person(STRANGER + number).says(f"/start {token}")
    assert [role_of(office, STRANGER + n) for n in (0, 9, 10)] == [Role.REP, Role.REP, None]


def test_a_link_works_for_seven_days(office: Office, person: Callable[..., Chat]) -> None:
    owner = person(OWNER)
    owner.says("/invite")
    owner.taps("Rep")
    token = token_in(owner.last.text)
    office.clock.move(days=7, seconds=1)
    person(STRANGER).says(f"/start {token}")
    assert role_of(office, STRANGER) is None


def test_a_manager_cannot_invite_an_owner(office: Office, person: Callable[..., Chat]) -> None:
    manager = person(MANAGER)
    manager.says("/invite")
    assert manager.last.buttons == ["Rep", "Manager", "Cancel"]
    manager.taps_data("v1:invite:0:0:owner")
    assert manager.asks("not-allowed")
    with office.database.begin() as session:
        assert session.scalars(select(Invite)).all() == []


def test_a_rep_invites_nobody(office: Office, person: Callable[..., Chat]) -> None:
    rep = person(EVA)
    rep.says("/invite")
    assert rep.asks("not-allowed")
    rep.taps_data("v1:invite:0:0:rep")
    assert rep.asks("not-allowed")


def test_nobody_widens_somebody_elses_link_or_an_owners(office: Office, person: Callable[..., Chat]) -> None:
    owner = person(OWNER)
    owner.says("/invite")
    owner.taps("Owner")
    with office.database.begin() as session:
        link = session.scalars(select(Invite)).one().id
    for somebody in (owner, person(MANAGER), person(EVA)):
        somebody.says("/help")
        somebody.taps_data(encode("invite-several", link))
        assert somebody.is_told("gone")
    with office.database.begin() as session:
        assert session.scalars(select(Invite)).one().uses_left == 1


def test_whoever_thinks_better_of_it_cancels_and_no_link_is_made(
    office: Office, person: Callable[..., Chat]
) -> None:
    owner = person(OWNER)
    owner.says("/invite")
    owner.taps("Cancel")
    assert owner.last.text == "Left as it is." and owner.last.buttons == []
    with office.database.begin() as session:
        assert session.scalars(select(Invite)).all() == []
