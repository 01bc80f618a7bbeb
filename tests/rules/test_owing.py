"""What owes a follow-up, what ends it, and what only counts."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.rules.owing import Effect, Happened, Owing, after, effect, owing_state

from .examples import property_test

IN, OUT = Direction.IN, Direction.OUT
FIRST = datetime(2026, 3, 2, 9, tzinfo=UTC)

happenings = st.builds(
    Happened,
    st.sampled_from(ActivityKind),
    st.integers(0, 10_000).map(lambda minutes: FIRST + timedelta(minutes=minutes)),
    st.none() | st.sampled_from(Direction),
    st.none() | st.sampled_from(Outcome),
)
histories = st.lists(happenings, max_size=12).map(lambda history: sorted(history, key=lambda one: one.at))


@pytest.mark.parametrize(
    ("kind", "direction", "outcome", "expected"),
    [
        (ActivityKind.CAPTURE, IN, None, Effect.OWES),
        (ActivityKind.CAPTURE, None, None, Effect.OWES),
        (ActivityKind.EMAIL, IN, None, Effect.OWES),
        (ActivityKind.MESSAGE, IN, None, Effect.OWES),
        (ActivityKind.CALL, IN, Outcome.NO_ANSWER, Effect.OWES),
        (ActivityKind.CALL, IN, Outcome.VOICEMAIL, Effect.OWES),
        (ActivityKind.CALL, IN, None, Effect.OWES),
        (ActivityKind.QUOTE, IN, None, Effect.OWES),
        (ActivityKind.VISIT, IN, Outcome.NO_ANSWER, Effect.OWES),
        (ActivityKind.CALL, IN, Outcome.SPOKE, Effect.REACHED),
        (ActivityKind.CALL, OUT, Outcome.SPOKE, Effect.REACHED),
        (ActivityKind.EMAIL, OUT, None, Effect.REACHED),
        (ActivityKind.MESSAGE, OUT, None, Effect.REACHED),
        (ActivityKind.VISIT, OUT, None, Effect.REACHED),
        (ActivityKind.VISIT, IN, None, Effect.REACHED),
        (ActivityKind.MEETING, IN, None, Effect.REACHED),
        (ActivityKind.QUOTE, OUT, None, Effect.REACHED),
        (ActivityKind.CALL, OUT, Outcome.NO_ANSWER, Effect.TRIED),
        (ActivityKind.CALL, OUT, Outcome.VOICEMAIL, Effect.TRIED),
        (ActivityKind.CALL, OUT, Outcome.WRONG_NUMBER, Effect.TRIED),
        (ActivityKind.CALL, OUT, None, Effect.TRIED),
        (ActivityKind.VISIT, OUT, Outcome.NO_ANSWER, Effect.TRIED),
        (ActivityKind.CALL, IN, Outcome.WRONG_NUMBER, Effect.NOTHING),
        (ActivityKind.NOTE, None, None, Effect.NOTHING),
        (ActivityKind.NOTE, OUT, Outcome.SPOKE, Effect.NOTHING),
        (ActivityKind.STATUS, OUT, None, Effect.NOTHING),
    ],
)
def test_each_kind_of_activity_owes_reaches_tries_or_does_nothing(kind, direction, outcome, expected) -> None:
    assert effect(kind, direction, outcome) is expected


def at(hours: int) -> datetime:
    return FIRST + timedelta(hours=hours)


def test_a_capture_starts_owing_and_the_talk_told_in_it_ends_nothing() -> None:
    history = [Happened(ActivityKind.CAPTURE, at(0), IN), Happened(ActivityKind.NOTE, at(0))]
    assert owing_state(history) == Owing(since=at(0))


def test_tries_are_counted_and_end_nothing() -> None:
    history = [
        Happened(ActivityKind.CAPTURE, at(0)),
        Happened(ActivityKind.CALL, at(1), OUT, Outcome.NO_ANSWER),
        Happened(ActivityKind.CALL, at(2), OUT, Outcome.VOICEMAIL),
    ]
    assert owing_state(history) == Owing(since=at(0), tries=2)


def test_reaching_them_ends_it() -> None:
    history = [
        Happened(ActivityKind.CAPTURE, at(0)),
        Happened(ActivityKind.CALL, at(1), OUT, Outcome.NO_ANSWER),
        Happened(ActivityKind.EMAIL, at(2), OUT),
    ]
    assert owing_state(history) == Owing(reached_at=at(2))


def test_capturing_somebody_again_starts_it_again_and_knows_when_they_were_reached() -> None:
    history = [
        Happened(ActivityKind.CAPTURE, at(0)),
        Happened(ActivityKind.VISIT, at(1), OUT),
        Happened(ActivityKind.CAPTURE, at(5)),
    ]
    assert owing_state(history) == Owing(since=at(5), reached_at=at(1))


def test_it_is_owed_since_the_last_time_they_came_and_tries_begin_anew() -> None:
    history = [
        Happened(ActivityKind.CAPTURE, at(0)),
        Happened(ActivityKind.CALL, at(1), OUT, Outcome.NO_ANSWER),
        Happened(ActivityKind.CALL, at(2), IN, Outcome.NO_ANSWER),
    ]
    assert owing_state(history) == Owing(since=at(2))


def test_nothing_happened_owes_nothing() -> None:
    assert owing_state([]) == Owing()


@property_test
@given(histories)
def test_recomputing_from_history_equals_applying_one_after_the_other(history) -> None:
    owing = Owing()
    for number, happened in enumerate(history, start=1):
        owing = after(owing, happened)
        assert owing == owing_state(history[:number])


@property_test
@given(histories)
def test_the_state_is_what_the_last_coming_and_the_last_reaching_say(history) -> None:
    effects = [effect(one.kind, one.direction, one.outcome) for one in history]

    def last(wanted: Effect) -> int:
        return max((at for at, found in enumerate(effects) if found is wanted), default=-1)

    came, reached = last(Effect.OWES), last(Effect.REACHED)
    owing = owing_state(history)
    assert owing.since == (history[came].at if came > reached else None)
    assert owing.reached_at == (history[reached].at if reached >= 0 else None)
    assert owing.tries == effects[max(came, reached) + 1 :].count(Effect.TRIED)


@property_test
@given(histories)
def test_notes_and_status_changes_may_be_left_out_of_the_history(history) -> None:
    others = [one for one in history if one.kind not in (ActivityKind.NOTE, ActivityKind.STATUS)]
    assert owing_state(others) == owing_state(history)
