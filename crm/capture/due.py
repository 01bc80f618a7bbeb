"""The moment that a message asks to be reminded of: days and times joined, and one of them chosen."""

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from crm.capture.calendars import DAYS
from crm.capture.clock import DAY_PART, ClockFound, find_clocks, forms
from crm.capture.dates import DayFound, find_days
from crm.capture.draft import Due, Surroundings
from crm.capture.lexicon import ACTIONS, WAITS, alternation, merged, whole
from crm.capture.numbers import Numbered
from crm.capture.words import LANGUAGES

ACTION_WORD = whole(ACTIONS)
_WAIT_WORD = whole(WAITS)
_GLUE = re.compile(rf"(?:[\s,.;@()-]|(?<![^\W_])(?:{forms('glue')}|{DAY_PART})(?![^\W_]))*")
_ACTING = re.compile(
    rf"(?:[\s,@]|(?<![^\W_])(?:{forms('glue')}|{alternation(ACTIONS | merged('beside_action'))})(?![^\W_]))*"
)
_LEAD_IN = re.compile(rf"(?<![^\W_])(?:{forms('glue')})[ ]{{1,2}}$")
_PART_BEFORE = re.compile(rf"(?<![^\W_])(?:{DAY_PART})[ ,]{{1,2}}$")
_PART_AFTER = re.compile(rf",? ?(?:{DAY_PART}|uur|uhr)(?![^\W_])")
_MARK = re.compile(r"\n|[.!?] |[;|]")
_REACH = 160
_PAST_TALK = whole(form for words in LANGUAGES.values() for form in words.calendar.past_talk)
_TODAY_SAID = whole(form for form, offset in DAYS.items() if offset == 0)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, a time, or both, and where they stand in the numbered text.

    said: the day was named. apart: where the time stands, if words of action part it from the day.
    """

    start: int
    end: int
    day: date
    clock: time | None
    vague: bool
    past: bool
    said: bool
    sure: bool
    apart: tuple[int, int] | None = None


def find_moments(numbered: Numbered, around: Surroundings, language: str) -> list[Moment]:
    """Every moment in the text, in order; times already past are told as past."""
    text = numbered.text
    now = around.moment.astimezone(around.zone)
    days = find_days(text, now, language, _month_first(around, language), ACTION_WORD)
    clocks = [
        clock
        for clock in find_clocks(text, language)
        if not any(clock.start < day.end and day.start < clock.end for day in days)
    ]
    moments: list[Moment] = []
    used: set[int] = set()
    at = 0
    while at < len(days):
        first = last = days[at]
        clock: ClockFound | None = None
        moved = True
        while moved:
            moved = False
            if clock is None:
                clock = _touching(text, first, last, clocks, used)
                if clock is not None:
                    used.add(clock.start)
            reach = max(last.end, clock.end if clock else 0)
            if (
                at + 1 < len(days)
                and days[at + 1].start - reach < 24
                and _GLUE.fullmatch(text, reach, days[at + 1].start)
                and not days[at + 1].vague
            ):
                following = days[at + 1]
                if _is_same_day(first, following):
                    at += 1
                    last = following
                    moved = True
        apart = None if clock or first.moment else _apart(text, last, clocks, used)
        if apart is not None:
            used.add(apart.start)
            joined = _join(text, first, last, None, now)
            if joined.day > now.date() or apart.clock > now.time():
                joined = replace(joined, clock=apart.clock, vague=False, apart=(apart.start, apart.end))
            moments.append(joined)
        else:
            moments.append(_join(text, first, last, clock, now))
        at += 1
    moments.extend(
        _clock_alone(clock, now) for clock in clocks if clock.start not in used and not clock.needs_day
    )
    return sorted(moments, key=lambda moment: moment.start)


def _is_same_day(first: DayFound, following: DayFound) -> bool:
    """ "Friday 24 April", "tomorrow (Thu)": two names of one day."""
    return (
        first.day == following.day
        or (following.day - first.day).days % 7 == 0
        or first.day.weekday() == following.day.weekday()
    )


def _month_first(around: Surroundings, language: str) -> bool:
    return around.region == "US" and language == "en"


def _touching(
    text: str, first: DayFound, last: DayFound, clocks: list[ClockFound], used: set[int]
) -> ClockFound | None:
    for clock in clocks:
        if clock.start in used:
            continue
        if 0 <= clock.start - last.end < 32 and _GLUE.fullmatch(text, last.end, clock.start):
            return clock
        if 0 <= first.start - clock.end < 24 and _GLUE.fullmatch(text, clock.end, first.start):
            return clock
    return None


def _apart(text: str, day: DayFound, clocks: list[ClockFound], used: set[int]) -> ClockFound | None:
    """ "morgen even bellen na 14u": the time follows the day after a word or two of action."""
    for clock in clocks:
        near = clock.start not in used and 0 < clock.start - day.end < 32
        if near and not clock.needs_day and _ACTING.fullmatch(text, day.end, clock.start):
            return clock
    return None


def _join(text: str, first: DayFound, last: DayFound, clock: ClockFound | None, now: datetime) -> Moment:
    if first.moment is not None:
        counted = first.moment.time().replace(second=0, microsecond=0)
        return Moment(first.start, last.end, first.moment.date(), counted, False, False, True, True)
    day = last if last.day != first.day and not last.vague else first
    if clock is not None and day.day == now.date() and clock.clock <= now.time():
        # "end of month" on its last day, or a date that is today: only "today" itself may lie behind us
        said_so = _TODAY_SAID.search(text, first.start, last.end) is not None
        clock = clock if said_so else None
    start = min(first.start, clock.start) if clock else first.start
    end = max(last.end, clock.end) if clock else last.end
    at = clock.clock if clock else None
    return Moment(start, end, day.day, at, day.vague and clock is None, first.past, True, True)


def _clock_alone(clock: ClockFound, now: datetime) -> Moment:
    day = now.date() if clock.clock > now.time() else now.date() + timedelta(days=1)
    return Moment(clock.start, clock.end, day, clock.clock, False, False, False, clock.sure)


def choose(moments: list[Moment], text: str) -> Moment | None:
    """The moment of the next step in a message about a lead."""
    best: tuple[float, int] | None = None
    chosen: Moment | None = None
    for moment in moments:
        score = _score(moment, text)
        if score > 0 and (best is None or (score, moment.start) > best):
            best, chosen = (score, moment.start), moment
    return chosen


def _score(moment: Moment, text: str) -> float:
    if moment.past:
        return 0
    head = _MARK.split(text[max(0, moment.start - _REACH) : moment.start])[-1]
    tail = _MARK.split(text[moment.end : moment.end + _REACH])[0]
    clause = head + text[moment.start : moment.end] + tail
    near, after = head.rsplit(",", 1)[-1], tail[:40].split(",")[0]
    score = 1.0 if not moment.vague else 0.3
    acting = bool(ACTION_WORD.search(near) or ACTION_WORD.search(after))
    score += 2.0 if acting else 1.0 if ACTION_WORD.search(clause) else 0
    score += 1.0 if moment.clock else 0
    if not moment.said and not moment.sure and not acting:
        return 0
    if _WAIT_WORD.search(near) and not ACTION_WORD.search(near):
        score -= 2.5
    if (
        _PAST_TALK.search(near)
        and not ACTION_WORD.search(after)
        and (moment.day - date.min).days
        and not moment.clock
    ):
        score -= 1.5
    if moment.vague and not ACTION_WORD.search(clause):
        return 0
    return score


def due_of(
    moment: Moment, numbered: Numbered, source: str, zone: ZoneInfo
) -> tuple[Due, list[tuple[int, int]]]:
    """The moment as a `Due`, and its stretches in the original, with the small words that belong to it."""
    text = numbered.text
    start, end = moment.start, moment.end
    while (head := _PART_BEFORE.search(text[max(0, start - 18) : start])) or (
        head := _LEAD_IN.search(text[max(0, start - 18) : start])
    ):
        start -= len(head.group())
    while tail := _PART_AFTER.match(text, end):
        end = tail.end()
    spans = [numbered.span(start, end)]
    if moment.apart is not None:
        head = _LEAD_IN.search(text[max(0, moment.apart[0] - 18) : moment.apart[0]])
        spans.append(numbered.span(moment.apart[0] - (len(head.group()) if head else 0), moment.apart[1]))
    day, clock = forward(moment.day, moment.clock, zone)
    return Due(day, clock, " ".join(source[first:last].strip() for first, last in spans)), spans


def forward(day: date, clock: time | None, zone: ZoneInfo) -> tuple[date, time | None]:
    """A local time that the change to summer time skips moves forward to one that exists."""
    if clock is None:
        return day, None
    local = datetime.combine(day, clock, zone)
    back = local.astimezone(UTC).astimezone(zone)
    return back.date(), back.time().replace(second=0, microsecond=0)
