"""The open leads of a fair, spread over the next working days so that each day's pile can be done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

from crm.rules.calendar import ONE_DAY, WorkCalendar

A_DAY = 20

Lead = TypeVar("Lead")


@dataclass(frozen=True, slots=True)
class SpreadDay(Generic[Lead]):
    day: date
    leads: tuple[Lead, ...]


def spread(
    leads: Sequence[Lead],
    is_hot: Callable[[Lead], bool],
    earliest: date,
    calendar: WorkCalendar,
    a_day: int = A_DAY,
) -> tuple[SpreadDay[Lead], ...]:
    """The leads of one holder, hot ones first and else in their order, `a_day` on each working day from `earliest` on.

    Raises ValueError if `a_day` is under 1.
    """
    if a_day < 1:
        raise ValueError(f"cannot spread {a_day} leads a day")
    ordered = sorted(leads, key=lambda lead: not is_hot(lead))
    days = []
    day = earliest
    for start in range(0, len(ordered), a_day):
        day = calendar.first_working_day_from(day)
        days.append(SpreadDay(day, tuple(ordered[start : start + a_day])))
        day += ONE_DAY
    return tuple(days)
