"""Fixtures for conversation tests: an office with an owner, a manager and two reps."""

from collections.abc import Callable

import pytest

from crm.access import Role, Visibility
from crm.models import Workspace
from crm.store.database import Database
from tests.chat_client import Chat, Office
from tests.clock import Clock
from tests.factories import add_member, add_workspace

OWNER, MANAGER, EVA, TOM, STRANGER = 501, 502, 503, 504, 599


@pytest.fixture
def office(sqlite_database: Database, clock: Clock) -> Office:
    """An open workspace in Amsterdam: Olga (owner), Mia (manager), Eva and Tom (reps, en)."""
    with sqlite_database.begin() as session:
        workspace = add_workspace(session, zone="Europe/Amsterdam", set_up_at=clock())
        for user_id, name, role in (
            (OWNER, "Olga", Role.OWNER),
            (MANAGER, "Mia", Role.MANAGER),
            (EVA, "Eva", Role.REP),
            (TOM, "Tom", Role.REP),
        ):
            add_member(session, workspace, user_id=user_id, chat_id=user_id, name=name, role=role)
    return Office(sqlite_database, clock)


@pytest.fixture
def chat(office: Office) -> Chat:
    """Eva's chat: a rep."""
    return Chat(office, EVA, "Eva")


@pytest.fixture
def person(office: Office) -> Callable[..., Chat]:
    """Somebody else's chat: person(TOM), person(MANAGER, language="nl") …"""

    def of(user_id: int, name: str = "X", language: str = "en") -> Chat:
        return Chat(office, user_id, name, language)

    return of


@pytest.fixture
def private(office: Office) -> Office:
    """The same office with a private workspace: reps see only their own."""
    with office.database.begin() as session:
        for workspace in session.query(Workspace):
            workspace.visibility = Visibility.PRIVATE
    return office
