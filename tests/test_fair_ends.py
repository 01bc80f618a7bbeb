"""The end of an event, on both databases: each holder hears of it once, whatever goes wrong with another."""

import threading
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from bot.sweeps.fair_ends import make_fair_ends
from crm.models import Chat, Fair, Outbox
from crm.store.database import Database
from crm.usecases.make_fair import make_fair
from tests.clock import START
from tests.factories import add_member, next_id
from tests.follow_up_desk import BOT_ID, find_desk, make_desk, messages

FRIDAY = date(2026, 3, 13)
MONDAY_MORNING = datetime(2026, 3, 16, 7, 30, tzinfo=UTC)
sweep = make_fair_ends(BOT_ID, next_id)


def tell(database: Database, now: datetime = MONDAY_MORNING) -> None:
    with database.begin() as session:
        sweep(session, now)


@pytest.fixture
def fair(database: Database) -> Database:
    """Hannover Messe until Friday, with a lead of Eva and one of Tom."""
    return with_fair(database)


def with_fair(database: Database) -> Database:
    with database.begin() as session:
        desk = make_desk(session)
        made = make_fair(desk.work(), desk.who(), "Hannover Messe", FRIDAY, "DE").fair
        session.flush()
        for holder in ("Eva", "Tom"):
            desk.owed(f"{holder}s", holder, fair_id=made.id, phones=["+31620304050"])
    return database


def is_closed(database: Database) -> bool:
    with database.read() as session:
        return session.scalars(select(Fair)).one().closed_at is not None


def test_everybody_who_holds_leads_of_it_hears_once(fair: Database) -> None:
    for minutes in (0, 1, 60, 60 * 24):
        tell(fair, MONDAY_MORNING + timedelta(minutes=minutes))
    assert len(messages(fair, "Eva")) == len(messages(fair, "Tom")) == 1
    assert messages(fair, "Mia") == []
    assert is_closed(fair)


def test_a_blocked_chat_waits_and_is_given_up_after_a_month(fair: Database) -> None:
    with fair.begin() as session:
        session.execute(update(Chat).values(blocked_at=START))
    tell(fair)
    assert not is_closed(fair)
    tell(fair, MONDAY_MORNING + timedelta(days=40))
    assert is_closed(fair)
    assert messages(fair) == []


def test_a_removed_member_hears_nothing(fair: Database) -> None:
    with fair.begin() as session:
        find_desk(session).members["Eva"].removed_at = START
    tell(fair)
    assert messages(fair, "Eva") == []
    assert len(messages(fair, "Tom")) == 1


@pytest.mark.parametrize("broken", ["zone = 'Nowhere/Land'", "language = 'xx'"])
def test_one_bad_member_never_stops_the_rest(fair: Database, broken: str) -> None:
    with fair.begin() as session:
        session.execute(text(f"UPDATE member SET {broken} WHERE name = 'Eva'"))  # noqa: S608
    tell(fair)
    assert len(messages(fair, "Tom")) == 1


def test_two_processes_at_once_tell_each_member_once(postgres_database: Database) -> None:
    with_fair(postgres_database)
    with postgres_database.begin() as session:
        desk = find_desk(session)
        made = session.scalars(select(Fair)).one()
        for n in range(30):
            desk.members[f"R{n}"] = add_member(session, desk.workspace, name=f"R{n}")
            desk.owed(f"L{n}", f"R{n}", fair_id=made.id)
    failures: list[BaseException] = []

    def sweep_often() -> None:
        try:
            for _ in range(6):
                tell(postgres_database)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sweep_often) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with postgres_database.read() as session:
        chats = session.scalars(select(Outbox.chat_id)).all()
    assert len(chats) == len(set(chats)) == 32
