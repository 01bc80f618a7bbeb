"""Whether a lead owes a follow-up: from the last time they came to us until we next reach them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from functools import reduce

from crm.capture.draft import ActivityKind, Direction, Outcome

UNANSWERED = frozenset({Outcome.NO_ANSWER, Outcome.VOICEMAIL, Outcome.WRONG_NUMBER})


class Effect(StrEnum):
    OWES = "owes"
    REACHED = "reached"
    TRIED = "tried"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Happened:
    """One activity, as far as owing is concerned. at: aware. direction: None where it has none (a note)."""

    kind: ActivityKind
    at: datetime
    direction: Direction | None = None
    outcome: Outcome | None = None


@dataclass(frozen=True, slots=True)
class Owing:
    """since: owes a follow-up since then, None when it owes none. reached_at: when we last reached them.

    tries: those without answer since they last came to us or we last reached them.
    """

    since: datetime | None = None
    reached_at: datetime | None = None
    tries: int = 0


def effect(kind: ActivityKind, direction: Direction | None, outcome: Outcome | None) -> Effect:
    """What one activity does. In doubt it does not count as reached: a call without an outcome is a try, one of theirs owes."""
    match kind:
        case ActivityKind.CAPTURE:
            return Effect.OWES
        case ActivityKind.NOTE | ActivityKind.STATUS | ActivityKind.STAGE | ActivityKind.CONVERSION:
            return Effect.NOTHING
        case ActivityKind.CALL:
            return Effect.REACHED if outcome is Outcome.SPOKE else _unanswered(direction, outcome)
        case ActivityKind.EMAIL | ActivityKind.MESSAGE | ActivityKind.QUOTE | ActivityKind.CONTRACT:
            return Effect.OWES if direction is Direction.IN else Effect.REACHED
        case ActivityKind.VISIT | ActivityKind.MEETING:
            return _unanswered(direction, outcome) if outcome in UNANSWERED else Effect.REACHED


def _unanswered(direction: Direction | None, outcome: Outcome | None) -> Effect:
    if direction is not Direction.IN:
        return Effect.TRIED
    return Effect.NOTHING if outcome is Outcome.WRONG_NUMBER else Effect.OWES


def after(owing: Owing, happened: Happened) -> Owing:
    """The state after one more activity, the latest so far; for one of an earlier time recompute with owing_state."""
    match effect(happened.kind, happened.direction, happened.outcome):
        case Effect.OWES:
            return replace(owing, since=happened.at, tries=0)
        case Effect.REACHED:
            return Owing(reached_at=happened.at)
        case Effect.TRIED:
            return replace(owing, tries=owing.tries + 1)
        case Effect.NOTHING:
            return owing


def owing_state(history: Iterable[Happened]) -> Owing:
    """The state that a lead's whole history, in time order, leaves it in; for undo, import and backdated activities."""
    return reduce(after, history, Owing())
