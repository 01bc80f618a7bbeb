"""The stages that a workspace starts with, and the bounds of a probability."""

from dataclasses import dataclass
from enum import StrEnum


class StageKind(StrEnum):
    OPEN = "open"
    WON = "won"
    LOST = "lost"


LOWEST_OPEN, HIGHEST_OPEN = 10, 90
WON, LOST = 100, 0
QUOTE_SENT = "quote-sent"


@dataclass(frozen=True, slots=True)
class StandardStage:
    """word: of the catalogue ("stage-new"). probability: percent."""

    word: str
    probability: int
    kind: StageKind = StageKind.OPEN


STANDARD_STAGES = (
    StandardStage("new", 10),
    StandardStage("qualified", 25),
    StandardStage(QUOTE_SENT, 50),
    StandardStage("negotiation", 70),
    StandardStage("verbal-yes", 90),
    StandardStage("won", WON, StageKind.WON),
    StandardStage("lost", LOST, StageKind.LOST),
)
STANDARD_LOST_REASONS = ("price", "competitor", "no-budget", "timing", "no-decision", "other")
OTHER_REASON = "other"
STALE_DAYS = 14


def is_probability(kind: StageKind, percent: int) -> bool:
    """10–90 for open stages, 100 for won, 0 for lost."""
    match kind:
        case StageKind.OPEN:
            return LOWEST_OPEN <= percent <= HIGHEST_OPEN
        case StageKind.WON:
            return percent == WON
        case StageKind.LOST:
            return percent == LOST
