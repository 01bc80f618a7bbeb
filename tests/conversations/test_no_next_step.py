"""[None needed]: the Monday line about leads without a next step leaves out who needs none."""

from collections.abc import Callable

import pytest
from sqlalchemy import func, select

from bot.callback import encode
from crm.access import Role
from crm.models import FollowUp, Lead, Member
from crm.store.agenda import agenda_of
from crm.store.members import memberships
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM
from tests.factories import add_member, add_workspace


def on_monday(office: Office, user_id: int = EVA) -> int:
    """How many the line of next Monday counts."""
    office.clock.move(days=6)
    with office.database.begin() as session:
        (who,) = memberships(session, user_id)
        counted = agenda_of(session, who, office.clock()).without_next_step
    office.clock.move(days=-6)
    return counted


def stopped(office: Office) -> int:
    with office.database.begin() as session:
        kept = select(func.count()).select_from(FollowUp).where(FollowUp.deleted_at.is_(None))
        return session.scalar(kept) or 0


@pytest.fixture(autouse=True)
def spoken(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    office.clock.move(minutes=20)
    chat.says("spoke to Anna de Vries")


def test_none_needed_is_kept_and_undo_takes_it_back(chat: Chat, office: Office) -> None:
    assert on_monday(office) == 1
    shown = chat.last
    chat.taps("None needed")
    assert "No next step needed" in shown.text
    assert on_monday(office) == 0
    chat.taps("Undo", on=shown)
    assert on_monday(office) == 1


def test_it_holds_until_they_are_reached_again(chat: Chat, office: Office) -> None:
    chat.taps("None needed")
    office.clock.move(hours=1)
    chat.says("spoke to Anna de Vries")
    assert on_monday(office) == 1


def test_after_a_reminder_too(chat: Chat, office: Office) -> None:
    chat.says("/remind today 15:00 call her")
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
        data = encode("fu-answer", follow_up.id, follow_up.rev, "spoke")
    chat.taps_data(data)
    chat.taps("None needed")
    assert chat.last.lines[-1] == "No next step needed"
    assert on_monday(office) == 0


def test_a_double_tap_is_kept_once(chat: Chat, office: Office) -> None:
    shown, data = chat.last, chat.last.data_of("None needed")
    chat.taps_data(data, shown)
    office.clock.move(minutes=1)
    chat.taps_data(data, shown)
    assert office.toasts == ["That has passed"]
    assert stopped(office) == 1


def test_a_manager_says_it_for_the_holder(chat: Chat, office: Office, person: Callable[..., Chat]) -> None:
    data = chat.last.data_of("None needed")
    mia = person(MANAGER, "Mia")
    mia.says("/help")
    mia.taps_data(data)
    assert on_monday(office) == 0


@pytest.mark.usefixtures("private")
def test_nobody_else_says_it(chat: Chat, office: Office, person: Callable[..., Chat]) -> None:
    data = chat.last.data_of("None needed")
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    for other in (person(TOM, "Tom"), person(700, "Otto")):
        other.says("/help")
        other.taps_data(data)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.taps_data(data)
    assert stopped(office) == 0
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().reached_at is not None
