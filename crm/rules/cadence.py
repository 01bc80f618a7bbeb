"""The rhythm in which Handslag itself brings up leads that nobody has followed up, until the manager hears of it."""

import re
from dataclasses import dataclass
from datetime import date

from crm.rules.calendar import WorkCalendar

MOST_STEPS = 6
LONGEST_STEP = 90


class CadenceError(ValueError):
    """A cadence that cannot be. key: what is wrong, a message key of the settings room."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Cadence:
    """steps: working days, each counted from the step before, the first from the day of owing. Raises CadenceError."""

    steps: tuple[int, ...] = (1, 3, 7)

    def __post_init__(self) -> None:
        if not self.steps:
            raise CadenceError("cadence-empty")
        if len(self.steps) > MOST_STEPS:
            raise CadenceError("cadence-too-many")
        if not all(1 <= step <= LONGEST_STEP for step in self.steps):
            raise CadenceError("cadence-out-of-range")

    def __str__(self) -> str:
        return ", ".join(map(str, self.steps))


@dataclass(frozen=True, slots=True)
class FairDays:
    """The local days, both included, on which a fair holds the cadence of the leads there."""

    first: date
    last: date


def parse_cadence(text: str) -> Cadence:
    """ "1, 3, 7", "1 3 7" and "1/3/7" mean the same. Raises CadenceError."""
    words = [word for word in re.split(r"[\s,;/]+", text) if word]
    if not all(re.fullmatch(r"[0-9]{1,4}", word) for word in words):
        raise CadenceError("cadence-not-numbers")
    return Cadence(tuple(map(int, words)))


def cadence_day(
    owed_since: date, step: int, cadence: Cadence, calendar: WorkCalendar, fairs: tuple[FairDays, ...] = ()
) -> date | None:
    """The day on which a lead that owes since `owed_since` comes up for the (step+1)-th time; None after the last step.

    fairs: those that concern the lead or its holder, past ones too (the later steps count from where a fair moved the
    earlier ones). A lead of a fair counts as owing since its last day; a step that falls into one waits for the first
    working day after it.
    """
    if step >= len(cadence.steps):
        return None
    return _day_after(owed_since, cadence.steps[: step + 1], calendar, fairs)


def escalation_day(
    owed_since: date, cadence: Cadence, calendar: WorkCalendar, fairs: tuple[FairDays, ...] = ()
) -> date:
    """The day on which the manager hears of it: the first working day after the last step that no fair holds."""
    return _day_after(owed_since, (*cadence.steps, 1), calendar, fairs)


def _day_after(
    day: date, pauses: tuple[int, ...], calendar: WorkCalendar, fairs: tuple[FairDays, ...]
) -> date:
    by_end = sorted(fairs, key=lambda fair: fair.last)
    for fair in by_end:
        if fair.first <= day <= fair.last:
            day = fair.last
    for pause in pauses:
        day = calendar.add_working_days(day, pause)
        for fair in by_end:
            if fair.first <= day <= fair.last:
                day = calendar.next_working_day(fair.last)
    return day
