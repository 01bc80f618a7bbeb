"""Calls in words that leave open how they ended."""

from dataclasses import replace

import pytest

from crm.capture.draft import ActivityKind, Direction, LogDraft, Outcome
from crm.rules.outcome import leaves_outcome_open


def call(text: str, about: str | None = "Jansen") -> LogDraft:
    return LogDraft(ActivityKind.CALL, Direction.OUT, Outcome.SPOKE, about, text)


@pytest.mark.parametrize(
    "text", ["called Jansen", "Jansen gebeld", "Jansen angerufen", "just called Jansen again", "tried Jansen"]
)
def test_a_bare_call_leaves_it_open(text: str) -> None:
    assert leaves_outcome_open(call(text))


@pytest.mark.parametrize(
    "text",
    [
        "spoke to Jansen",
        "Jansen gesproken",
        "mit Jansen gesprochen",
        "called Jansen, wants 40 sensors",
        "called Jansen about the new pumps and all the trouble with the old ones",
    ],
)
def test_words_about_the_talk_do_not(text: str) -> None:
    assert not leaves_outcome_open(call(text))


def test_another_outcome_a_mail_or_a_call_of_theirs_does_not() -> None:
    bare = call("called Jansen")
    assert not leaves_outcome_open(replace(bare, outcome=Outcome.VOICEMAIL))
    assert not leaves_outcome_open(replace(bare, kind=ActivityKind.EMAIL))
    assert not leaves_outcome_open(replace(bare, direction=Direction.IN))
