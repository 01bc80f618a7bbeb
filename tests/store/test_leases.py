"""The lease: one holder at a time, free once it is not renewed."""

from datetime import timedelta

from crm.store import leases
from crm.store.database import Database
from crm.store.nodes import next_node
from tests.clock import Clock

BOT = 77
FIVE_SECONDS = timedelta(seconds=5)


def take(database: Database, clock: Clock, holder: str) -> bool:
    with database.begin() as session:
        return leases.take_or_renew(session, BOT, holder, clock(), FIVE_SECONDS)


def test_only_one_holds_the_lease(database: Database, clock: Clock) -> None:
    assert take(database, clock, "one")
    assert not take(database, clock, "two")


def test_who_renews_keeps_it(database: Database, clock: Clock) -> None:
    for _ in range(4):
        assert take(database, clock, "one")
        clock.move(seconds=4)
        assert not take(database, clock, "two")


def test_it_is_free_when_it_was_not_renewed_in_time(database: Database, clock: Clock) -> None:
    take(database, clock, "one")
    clock.move(seconds=5)
    assert take(database, clock, "two")
    assert not take(database, clock, "one")


def test_who_gives_it_up_frees_it_at_once_and_nobody_elses(database: Database, clock: Clock) -> None:
    take(database, clock, "one")
    with database.begin() as session:
        leases.release(session, BOT, "two")
    assert not take(database, clock, "two")
    with database.begin() as session:
        leases.release(session, BOT, "one")
    assert take(database, clock, "two")


def test_each_start_has_a_number_of_its_own(database: Database) -> None:
    with database.begin() as session:
        first = next_node(session)
    with database.begin() as session:
        assert next_node(session) == first + 1


def test_the_servers_clock_serves_all_processes(postgres_database: Database) -> None:
    with postgres_database.begin() as session:
        now = leases.database_time(session)
    assert now is not None and now.tzinfo is not None
