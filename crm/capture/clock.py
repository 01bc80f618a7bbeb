"""Times of the day as people write them: "10:30", "14u", "half drie", "quarter past 2", "um 9", "at 3pm"."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import time

from crm.capture.lexicon import alternation, merged
from crm.capture.words import LANGUAGES

_CALENDARS = [words.calendar for words in LANGUAGES.values()]


def forms(name: str) -> str:
    """The alternatives of one field of all calendars, as a regular expression."""
    return alternation({form for calendar in _CALENDARS for form in getattr(calendar, name)})


_EDGE = r"(?<![\w.,:/+-])"
_END = r"(?![\w:])(?![.,/]\d)"
_SAID_END = r"(?=[ap]m(?![^\W_])|(?![\w:]))(?![.,/]\d)"
_HOUR = forms("hour")
_WEEKDAY = alternation({form for calendar in _CALENDARS for row in calendar.weekdays for form in row})
# "halb drei am Freitag" is no half past two in the morning
_HALF_DAY = rf"a\.m\.?|(?<=\d)am|am(?! (?:{_WEEKDAY}|\d+|{forms('not_before_noon')})(?![^\W_]))|p\.?m\.?"
_AT = forms("at")
_PER_PIECE = alternation(merged("unit_price"))
_EXACTLY_AT = forms("exactly_at")
_STRONG_AT = rf"{_EXACTLY_AT}|{forms('roughly_at')}"
MORNING = re.compile(rf"(?<![^\W_])(?:{forms('morning')})(?![^\W_])")
AFTERNOON = re.compile(
    rf"(?<![^\W_])(?:{forms('afternoon')}|{forms('evening')}|{forms('later_today')})(?![^\W_])"
)
DAY_PART = rf"(?:{forms('morning')}|{forms('afternoon')}|{forms('evening')})"

_COLON = re.compile(rf"{_EDGE}(\d{{1,2}}):(\d\d)(?::\d\d)?(?: ?({_HALF_DAY}|{_HOUR})(?![^\W_]))?(?!\w)")
_DOTTED = re.compile(rf"{_EDGE}(\d{{1,2}})\.(\d\d) ?({_HALF_DAY}|{_HOUR})(?![^\W_])")
_DOTTED_AT = re.compile(
    rf"(?<![^\W_])(?:{_AT}) (\d{{1,2}})\.(\d\d)()(?![\w.%€$£])(?! ?(?:k|eur|euro|mln|mio|%|{_PER_PIECE})(?![^\W_]))"
)
_DAY_NAMES = alternation(
    {form for calendar in _CALENDARS for row in calendar.weekdays for form in row}
    | {form for calendar in _CALENDARS for form in calendar.days}
)
_MONTHS = alternation({form for calendar in _CALENDARS for row in calendar.months for form in row})
_DAY_WORDS = rf"(?:{_DAY_NAMES}|{forms('glue')}|{DAY_PART})(?![^\W_])"
_DOTTED_DAY = re.compile(
    rf"(?<![^\W_])(?:{_DAY_NAMES}|{_MONTHS})\.?,? (\d{{1,2}})\.(\d\d)()(?![\w.%€$£])(?! ?(?:k|eur|euro|mln|mio|%))"
)
_SPACED = re.compile(
    rf"(?<![^\W_])(?:{_STRONG_AT}) (\d{{1,2}}) ([1-5][05])(){_END}(?! (?!{_DAY_WORDS})[^\W\d_]{{4,}})(?! ?[€$£%x])"
)
_LETTER = re.compile(
    rf"{_EDGE}(\d{{1,2}}) ?(?:{forms('hour_mark')})\.? ?([0-5]\d)(){_END}(?! [^\W\d_]{{4,}})"
)
_WHOLE = re.compile(rf"{_EDGE}(\d{{1,2}})() ?({_HALF_DAY}|{_HOUR})(?![^\W_])")
_BARE = re.compile(rf"(?<![^\W_])(?:{_STRONG_AT}) (\d{{1,2}})()(){_END}(?! ?(?:%|x|€|\$|£|k\b|eur|euro))")
_BARE_AFTER_DAY = re.compile(rf"(?<![^\W_])(?:{_AT}) (\d{{1,2}})()(){_END}")
_MILITARY = re.compile(rf"(?<![^\W_])(?:{_EXACTLY_AT}) ([01]\d|2[0-3])([0-5]\d)(){_END}")
_NOON = re.compile(rf"(?<![^\W_])(?:{forms('noon')})(?![^\W_])")
_HOURS_END = re.compile(rf"[ ]?(?:{_HOUR}|{_HALF_DAY})(?![^\W_])")
_TO_NEXT = re.compile(
    rf" ?(?:-|{forms('and_words')}) ?(\d{{1,2}})(?:[:.](\d\d))? ?({_HALF_DAY}|{_HOUR})?{_END}"
)
_BETWEEN = re.compile(
    rf"(?<![^\W_])(?:{forms('between')}) (\d{{1,2}})(?:[:.](\d\d))? ?({_HALF_DAY}|{_HOUR})? ?(?:-|{forms('and_words')}) ?(\d{{1,2}})(?:[:.]\d\d)? ?({_HALF_DAY}|{_HOUR})?{_END}"
)
_SPOKEN: tuple[tuple[re.Pattern[str], Callable[[int, int], tuple[int, int]]], ...] = (
    (
        re.compile(rf"(?<![^\W_])()(?:{forms('half_past')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour, 30),
    ),
    (
        re.compile(
            rf"(?<![^\W_])(\d{{1,2}}) (?:{forms('minutes_to')}) (?:{forms('half_to')}) (\d{{1,2}}){_SAID_END}"
        ),
        lambda minutes, hour: (hour - 1, 30 - minutes),
    ),
    (
        re.compile(
            rf"(?<![^\W_])(\d{{1,2}}) (?:{forms('minutes_past')}) (?:{forms('half_to')}) (\d{{1,2}}){_SAID_END}"
        ),
        lambda minutes, hour: (hour - 1, 30 + minutes),
    ),
    (
        re.compile(rf"(?<![^\W_])()(?:{forms('half_to')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour - 1, 30),
    ),
    (
        re.compile(rf"(?<![^\W_])()(?:{forms('quarter_past')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour, 15),
    ),
    (
        re.compile(rf"(?<![^\W_])()(?:{forms('quarter_to')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour - 1, 45),
    ),
    (
        re.compile(rf"(?<![^\W_])(5|10|15|20|25|30) (?:{forms('minutes_past')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour, minutes),
    ),
    (
        re.compile(rf"(?<![^\W_])(5|10|15|20|25) (?:{forms('minutes_to')}) (\d{{1,2}}){_SAID_END}"),
        lambda minutes, hour: (hour - 1, 60 - minutes),
    ),
)


# more days or times than this in one message are no appointments; the rest stays in the note
MOST = 40


@dataclass(frozen=True, slots=True)
class ClockFound:
    """A time and where it stands. sure: it can be nothing else; needs_day: it is one only beside a day."""

    start: int
    end: int
    clock: time
    sure: bool
    needs_day: bool = False


def find_clocks(text: str, language: str) -> list[ClockFound]:
    """Times in lower-case text with digits for number words, in order, none overlapping.

    language decides what "half two" is: 2:30 in English, 1:30 in Dutch and German.
    """
    found: list[ClockFound] = []
    if not any(char.isdigit() for char in text) and not _NOON.search(text):
        return found
    for match in _BETWEEN.finditer(text):
        half = match[3] or match[5]
        _add(
            found, text, match.start(), match.end(), int(match[1]), int(match[2] or 0), half, half is not None
        )
    for pattern, reading in _SPOKEN:
        for match in pattern.finditer(text):
            hour, minute = reading(int(match[1] or 0), int(match[2]))
            if language == "en" and match.group().startswith("half "):
                hour, minute = int(match[2]), 30
            end = match.end()
            tail = _HOURS_END.match(text, end)
            _add(
                found,
                text,
                match.start(),
                tail.end() if tail else end,
                hour % 24 if hour > 0 else 12,
                minute,
                tail.group().strip() if tail else None,
                True,
            )
    for pattern, sure in (
        (_COLON, True),
        (_DOTTED, True),
        (_LETTER, True),
        (_WHOLE, True),
        (_DOTTED_AT, True),
        (_DOTTED_DAY, True),
        (_SPACED, False),
        (_MILITARY, False),
        (_BARE, False),
        (_BARE_AFTER_DAY, False),
    ):
        for match in pattern.finditer(text):
            end, half = match.end(), match[3]
            onward = _TO_NEXT.match(text, end)
            if onward and int(onward[1]) <= 24 and (onward[3] or onward[2] or half):
                end, half = onward.end(), half or onward[3]
            start = match.start(1) if pattern is _DOTTED_DAY else match.start()
            weak = pattern is _WHOLE and half in ("h", "hours", "hrs", "uren")
            needs_day = pattern is _BARE_AFTER_DAY
            _add(
                found, text, start, end, int(match[1]), int(match[2] or 0), half, sure and not weak, needs_day
            )
    for match in _NOON.finditer(text):
        _add(found, text, match.start(), match.end(), 12, 0, "pm", True)
    return sorted(found, key=lambda item: item.start)


def _add(
    found: list[ClockFound],
    text: str,
    start: int,
    end: int,
    hour: int,
    minute: int,
    half: str | None,
    sure: bool,
    needs_day: bool = False,
) -> None:
    if (
        hour > 24
        or minute > 59
        or len(found) >= MOST
        or any(start < item.end and item.start < end for item in found)
    ):
        return
    around = text[max(0, start - 16) : end + 18]
    half_day = (half or "").replace(".", "")
    if half_day in ("am", "pm") and hour > 12:
        half_day = ""
    leading_zero = re.match(r"\D*0\d", text[start:end]) is not None
    if half_day == "pm":
        hour = hour % 12 + 12
    elif half_day == "am":
        hour %= 12
    elif hour < 12 and not leading_zero and not MORNING.search(around):
        limit = 11 if AFTERNOON.search(around) else (5 if half == "uhr" else 6)
        if 1 <= hour <= limit:
            hour += 12
    found.append(ClockFound(start, end, time(hour % 24, minute), sure, needs_day))
