"""The queues in memory: lanes side by side, one lane in order."""

from datetime import datetime, timedelta

from bot.running.lanes import Lanes
from crm.store.inbox import OpenEntry
from tests.clock import START

LATER = START + timedelta(seconds=2)


def entry(number: int, lane: str = "a", due_at: datetime | None = None, tries: int = 0) -> OpenEntry:
    return OpenEntry(number, lane, due_at, tries)


def lanes(*entries: OpenEntry) -> Lanes:
    made = Lanes()
    made.add(entries, START)
    return made


def next_ids(made: Lanes, now: datetime = START, limit: int = 10) -> list[int]:
    return [e.id for e in made.next(now, limit)]


def test_the_heads_of_all_lanes_come_before_second_entries() -> None:
    made = lanes(entry(1), entry(2), entry(3, "b"), entry(4, "c"))
    assert next_ids(made) == [1, 3, 4, 2]
    assert next_ids(made, limit=2) == [1, 3]


def test_a_lane_that_was_served_goes_behind_the_others() -> None:
    first = entry(1)
    made = lanes(first, entry(2), entry(3, "b"))
    made.done([first])
    assert next_ids(made) == [3, 2]


def test_what_was_not_done_comes_again() -> None:
    made = lanes(entry(1))
    assert next_ids(made) == next_ids(made) == [1]


def test_an_entry_known_already_is_not_added_twice() -> None:
    made = lanes(entry(1))
    made.add([entry(1)], START)
    assert next_ids(made) == [1]
    assert len(made) == 1


def test_a_lane_on_hold_waits_whole_and_the_others_go_on() -> None:
    made = lanes(entry(1), entry(2), entry(3, "b"))
    made.hold("a", LATER)
    assert next_ids(made) == [3]
    assert made.next_moment() == LATER
    assert next_ids(made, LATER) == [1, 3, 2]


def test_an_entry_that_failed_before_a_restart_holds_its_lane_as_before() -> None:
    made = lanes(entry(1, due_at=LATER, tries=1), entry(2))
    assert next_ids(made) == []
    assert next_ids(made, LATER) == [1, 2]


def test_a_timer_lets_later_entries_pass_until_it_is_due() -> None:
    made = lanes(entry(1, due_at=LATER), entry(2))
    assert next_ids(made) == [2]
    assert made.next_moment() == LATER
    assert next_ids(made, LATER) == [2, 1]


def test_nothing_waiting_means_no_next_moment() -> None:
    assert lanes(entry(1)).next_moment() is None
