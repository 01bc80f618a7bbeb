"""The inbox: stored once, handled in order, parked after three failures."""

from datetime import timedelta

from crm.models import Inbox, InboxState, Source
from crm.store import inbox
from crm.store.database import Database, Session
from crm.store.inbox import NewEntry, OpenEntry
from tests.clock import START, Clock
from tests.factories import next_id

BOT = 77


def put(session: Session, *texts: str, lane: str = "c1", **fields: object) -> list[OpenEntry]:
    items = [NewEntry(text, lane, f'"{text}"', **fields) for text in texts]  # type: ignore[arg-type]
    return inbox.receive(session, BOT, Source.TELEGRAM, items, START, next_id)


def head(database: Database, clock: Clock, lane: str = "c1") -> str | None:
    with database.begin() as session:
        entry = inbox.claim_head(session, BOT, lane, clock())
        return entry and entry.external_id


def fail(database: Database, clock: Clock, entry_id: int, *, hopeless: bool = False) -> Inbox:
    with database.begin() as session:
        (entry,) = inbox.read_open(session, [entry_id])
        inbox.mark_failed(session, entry, "KeyError at x:1", clock(), hopeless=hopeless)
        return entry


def test_what_is_known_already_is_not_stored_again(database: Database) -> None:
    with database.begin() as session:
        put(session, "1", "2")
    with database.begin() as session:
        new = put(session, "2", "3")
        assert len(new) == 1
    with database.read() as session:
        assert [entry.lane for entry in inbox.open_entries(session, BOT)] == ["c1"] * 3


def test_the_same_number_twice_in_one_batch_is_stored_once(database: Database) -> None:
    with database.begin() as session:
        assert len(put(session, "1", "1")) == 1


def test_a_batch_keeps_its_order_though_telegram_restarted_its_numbers(database: Database) -> None:
    with database.begin() as session:
        new = put(session, "900", "901", "5", "6")
        read = inbox.read_open(session, [entry.id for entry in new])
    assert [entry.external_id for entry in read] == ["900", "901", "5", "6"]


def test_two_bots_may_use_the_same_number(database: Database) -> None:
    with database.begin() as session:
        put(session, "1")
        item = [NewEntry("1", "c1", "{}")]
        assert inbox.receive(session, BOT + 1, Source.TELEGRAM, item, START, next_id)


def test_the_head_is_the_oldest_open_entry(postgres_database: Database, clock: Clock) -> None:
    database = postgres_database
    with database.begin() as session:
        first, _ = put(session, "1", "2")
    assert head(database, clock) == "1"
    with database.begin() as session:
        inbox.mark_handled(session, [first.id], clock())
    assert head(database, clock) == "2"


def test_a_timer_that_is_not_due_lets_later_entries_pass(postgres_database: Database, clock: Clock) -> None:
    database = postgres_database
    with database.begin() as session:
        put(session, "timer", due_at=START + timedelta(seconds=1))
        put(session, "text")
    assert head(database, clock) == "text"
    clock.move(seconds=1)
    assert head(database, clock) == "timer"


def test_an_entry_that_failed_holds_its_lane_until_its_next_try(
    postgres_database: Database, clock: Clock
) -> None:
    database = postgres_database
    with database.begin() as session:
        first, _ = put(session, "1", "2")
    fail(database, clock, first.id)
    assert head(database, clock) is None
    clock.move(seconds=2)
    assert head(database, clock) == "1"
    fail(database, clock, first.id)
    clock.move(seconds=9)
    assert head(database, clock) is None
    clock.move(seconds=1)
    assert head(database, clock) == "1"


def test_the_third_failure_parks_the_entry_and_frees_its_lane(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        first, _ = put(session, "1", "2")
    for _ in range(3):
        entry = fail(database, clock, first.id)
    assert entry.state is InboxState.PARKED
    with database.read() as session:
        assert [entry.lane for entry in inbox.open_entries(session, BOT)] == ["c1"]
        assert [entry.external_id for entry in inbox.parked(session, BOT)] == ["1"]


def test_what_nobody_can_read_is_parked_at_once(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        (first,) = put(session, "1")
    assert fail(database, clock, first.id, hopeless=True).state is InboxState.PARKED


def test_a_parked_entry_can_be_requeued_and_gets_three_fresh_tries(database: Database, clock: Clock) -> None:
    with database.begin() as session:
        (first,) = put(session, "1")
    fail(database, clock, first.id, hopeless=True)
    with database.begin() as session:
        assert inbox.requeue(session, first.id)
        assert not inbox.requeue(session, first.id)
    assert fail(database, clock, first.id).tries == 1


def test_open_lanes_come_longest_waiting_first_and_only_with_something_due(database: Database) -> None:
    with database.begin() as session:
        put(session, "1", lane="c2")
        put(session, "2", lane="c1")
        put(session, "3", lane="c2")
        put(session, "4", lane="c3", due_at=START + timedelta(hours=1))
        assert inbox.open_lanes(session, BOT, START) == ["c2", "c1"]


def test_a_lane_in_somebody_elses_hands_is_not_claimed(postgres_database: Database, clock: Clock) -> None:
    database = postgres_database
    with database.begin() as session:
        put(session, "1", "2")
        put(session, "3", lane="c2")
    with database.begin() as session:
        assert inbox.claim_head(session, BOT, "c1", clock())
        assert head(database, clock, "c1") is None
        assert head(database, clock, "c2") == "3"


def test_who_gets_the_lane_next_sees_what_was_handled_before(
    postgres_database: Database, clock: Clock
) -> None:
    database = postgres_database
    with database.begin() as session:
        put(session, "1", "2")
    with database.begin() as session:
        entry = inbox.claim_head(session, BOT, "c1", clock())
        assert entry is not None
        inbox.mark_handled(session, [entry.id], clock())
    assert head(database, clock) == "2"


def test_what_a_transaction_received_is_told_once_to_whoever_runs_the_turns(database: Database) -> None:
    with database.begin() as session:
        new = put(session, "1") + put(session, "2")
        assert inbox.take_received(session) == new
        assert inbox.take_received(session) == []


def test_the_purge_empties_old_handled_entries_and_frees_their_numbers(
    database: Database, clock: Clock
) -> None:
    with database.begin() as session:
        old, still_open = put(session, "1", "2")
        inbox.mark_handled(session, [old.id], clock())
    clock.move(days=8)
    week_ago = clock() - timedelta(days=7)
    with database.begin() as session:
        assert inbox.purge(session, week_ago, clock()) == 1
        assert inbox.purge(session, week_ago, clock()) == 0
    with database.begin() as session:
        emptied, kept = session.get_one(Inbox, old.id), session.get_one(Inbox, still_open.id)
        assert (emptied.payload, kept.payload) == ("", '"2"')
        assert put(session, "1"), "a number that Telegram uses again is a new update"
