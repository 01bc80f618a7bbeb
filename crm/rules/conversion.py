"""When a lead becomes an account, and when an opportunity opens: as the workspace chose."""

from datetime import date, timedelta
from enum import StrEnum

from crm.capture.draft import ActivityKind

GUESSED_CLOSE = timedelta(days=30)
"""An opportunity whose close nobody has set closes so long after it opened, marked as a guess."""
NEXT_STEP_DAYS = 5
"""Working days after a quote, for the follow-up that is proposed."""


class Formal(StrEnum):
    """What makes a relation formal, so that a lead converts."""

    QUOTE = "quote"
    CONTRACT = "contract"
    BOTH = "both"


class Opens(StrEnum):
    """When an opportunity opens by itself: with the first quote, or when somebody is captured."""

    AT_QUOTE = "quote"
    AT_FIRST_CONTACT = "first-contact"


FORMAL_KINDS = frozenset({ActivityKind.QUOTE, ActivityKind.CONTRACT})


def is_formal(formal: Formal, kind: ActivityKind, *, has_quote: bool, has_contract: bool) -> bool:
    """Whether a quote or contract that was just logged converts. has_…: whether the other kind stands on the lead.

    A supplier's quote counts like one that we sent. BOTH waits for the second of them.
    """
    is_contract = kind is ActivityKind.CONTRACT
    match formal:
        case Formal.QUOTE:
            return True
        case Formal.CONTRACT:
            return is_contract
        case Formal.BOTH:
            return has_quote if is_contract else has_contract


def guessed_close(today: date) -> date:
    return today + GUESSED_CLOSE
