"""The conversation engine: asks only for what is missing, goes back, survives being saved."""

from dataclasses import dataclass
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from bot.dialogue import Ask, Conversation, Open, answer, back, begin, load, save, step


@dataclass(frozen=True)
class Draft:
    name: str | None = None
    phone: str | None = None
    note: str | None = None


TALK = Conversation(
    name="talk",
    version=1,
    draft=Draft,
    asks=(
        Ask("name", "ask-name"),
        Ask("phone", "ask-phone"),
        Ask("note", "ask-note", when=lambda d: d.phone is not None),
    ),
    finish=lambda ctx, draft: [],
)


def opened(**known: str) -> Open:
    state = begin(TALK, Draft(**known))
    assert state is not None
    return state


def test_only_what_is_missing_is_asked() -> None:
    assert opened(name="Boris").ask.field == "phone"
    assert begin(TALK, Draft("Boris", "06", "x")) is None


def test_a_step_that_does_not_apply_is_left_out() -> None:
    state = step(opened(name="Boris"))
    assert state is None


def test_back_takes_the_answer_before_back() -> None:
    state = step(answer(opened(), "Boris"))
    assert state is not None
    earlier = back(state)
    assert earlier is not None
    assert (earlier.ask.field, earlier.draft.name) == ("name", None)


def test_there_is_nothing_before_the_first_question() -> None:
    assert back(opened()) is None


def test_a_saved_state_goes_on_where_it_was() -> None:
    state = step(answer(opened(), "Boris"))
    assert state is not None
    assert load(TALK, 1, save(state)) == state


def test_a_state_of_another_version_is_not_read() -> None:
    assert load(TALK, 2, save(opened())) is None


@given(st.dictionaries(st.text(max_size=8), st.none() | st.integers() | st.text() | st.lists(st.text())))
def test_a_state_that_cannot_be_read_never_raises(saved: dict[str, Any]) -> None:
    assert load(TALK, 1, saved) is None


@given(st.lists(st.sampled_from(["answer", "skip", "back"]), max_size=30))
def test_any_order_of_answers_ends_or_has_an_open_question(moves: list[str]) -> None:
    state: Open | None = opened()
    for move in moves:
        assert state is not None
        assert state.asked
        assert getattr(state.draft, state.asked[-1]) is None
        assert load(TALK, 1, save(state)) == state
        if move == "back":
            state = back(state) or state
        else:
            state = step(answer(state, "x") if move == "answer" else state)
        if state is None:
            return
