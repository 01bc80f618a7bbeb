"""The set-up by the owner: offered, never in the way, every step skippable."""

from collections.abc import Callable
from datetime import time

import pytest
from sqlalchemy import select

from crm.access import Role, Visibility
from crm.models import Dialogue, Lead, Member, Workspace
from crm.store.members import memberships
from crm.usecases.come_in import make_invite
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, OWNER, STRANGER


@pytest.fixture
def owner(office: Office) -> Chat:
    """Of a workspace that is not set up yet; a Dutch phone."""
    with office.database.begin() as session:
        workspace = session.scalars(select(Workspace)).one()
        workspace.set_up_at, workspace.country, workspace.zone = None, None, "UTC"
        session.scalars(select(Member).where(Member.user_id == OWNER)).one().language = "nl"
    return Chat(office, OWNER, "Olga", language="nl")


def workspace_of(office: Office) -> Workspace:
    with office.database.begin() as session:
        return session.scalars(select(Workspace)).one()


def test_the_owner_sets_up_once_with_choices_guessed_from_the_language(office: Office, owner: Chat) -> None:
    owner.says("/start")
    owner.taps("Instellen")
    assert owner.asks("ask-zone")
    assert owner.last.buttons[0] == "Amsterdam"
    owner.taps("Amsterdam")
    assert owner.last.buttons[0] == "Nederland"
    owner.taps("Nederland")
    assert owner.asks("ask-hours")
    owner.says("8-16:30")
    assert owner.asks("ask-visibility")
    assert owner.last.buttons[0].startswith("Open")
    owner.taps("Open: die van het team")
    workspace = workspace_of(office)
    assert (workspace.zone, workspace.country, workspace.region) == ("Europe/Amsterdam", "NL", None)
    assert (workspace.work_start, workspace.work_end) == (time(8), time(16, 30))
    assert workspace.set_up_at == office.clock()
    owner.says("/start")
    assert owner.last.buttons == []


def test_a_region_is_asked_only_where_it_has_holidays_of_its_own(office: Office, owner: Chat) -> None:
    owner.says("/setup")
    owner.says("Berlin")
    owner.says("Duitsland")
    assert owner.asks("ask-region")
    owner.taps("Bayern")
    assert owner.asks("ask-hours")
    owner.taps("Overslaan")
    owner.taps("Privé: alleen de eigen")
    workspace = workspace_of(office)
    assert (workspace.country, workspace.region) == ("DE", "BY")
    assert workspace.visibility is Visibility.PRIVATE


def test_every_step_can_be_skipped_and_the_defaults_hold(office: Office, owner: Chat) -> None:
    owner.says("/setup")
    for _ in range(4):
        owner.taps("Overslaan")
    workspace = workspace_of(office)
    assert workspace.set_up_at is not None
    assert (workspace.zone, workspace.visibility) == ("UTC", Visibility.OPEN)


def test_a_city_that_is_not_known_is_asked_again(owner: Chat) -> None:
    owner.says("/setup")
    owner.says("Xyzzy")
    assert owner.asks("not-a-zone")
    assert "Amsterdam" in owner.last.buttons


def test_a_first_capture_never_waits_for_set_up(office: Office, owner: Chat) -> None:
    card, offer = owner.says("Klaus Berger, Bosch, klaus@bosch.de")
    assert "Klaus Berger" in card.text
    assert offer.buttons == ["Instellen"]
    owner.says("/setup")
    owner.says("Anna de Vries, Philips, anna@philips.com")
    assert any("Anna de Vries" in shown.text for shown in owner.messages)
    assert owner.asks("ask-zone")
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 2


def test_an_invited_member_inherits_all_and_is_asked_nothing(
    office: Office, owner: Chat, person: Callable[..., Chat]
) -> None:
    owner.says("/setup")
    owner.says("New York")
    owner.says("Duitsland")
    owner.says("Bayern")
    owner.says("8-16")
    owner.taps("Overslaan")
    with office.database.begin() as session:
        (boss,) = memberships(session, OWNER)
        token = make_invite(session, office.ids, office.clock(), boss.access, Role.REP)
    new = person(STRANGER, "Nora", language="de")
    new.says(f"/start {token}")
    assert new.last.buttons == [] and "?" not in new.last.text
    with office.database.begin() as session:
        (who,) = memberships(session, STRANGER)
        assert who.member.language == "de"
        assert (who.zone.key, who.country, who.calendar.region) == ("America/New_York", "DE", "BY")
        assert (who.calendar.start, who.calendar.end) == (time(8), time(16))
        assert session.scalars(select(Dialogue).where(Dialogue.user_id == STRANGER)).all() == []


@pytest.mark.parametrize("user_id", [MANAGER, 503])
def test_only_the_owner_sets_up(office: Office, person: Callable[..., Chat], user_id: int) -> None:
    somebody = person(user_id)
    somebody.says("/setup")
    assert somebody.asks("not-allowed")
    somebody.taps_data("v1:set-up:0:0:")
    assert somebody.asks("not-allowed")
    with office.database.begin() as session:
        assert session.scalars(select(Dialogue)).all() == []


def test_a_second_tap_on_set_up_asks_the_first_question_again(owner: Chat) -> None:
    owner.says("/start")
    welcome = owner.last
    owner.taps("Instellen", on=welcome)
    owner.taps("Amsterdam")
    owner.taps("Instellen", on=welcome)
    assert owner.asks("ask-zone")
