"""Days as people write them: "morgen", "next Tuesday", "volgende week di", "12.06.", "KW 20", "in 3 weeks".

Every reader takes lower-case text (with digits for number words) and gives `DayFound`s; `due.py` joins them with
times of the day and chooses. The words come from the calendars in `words/`.
"""

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from crm.capture.calendars import AMBIGUOUS, DAYS, FEASTS, MONTHS, UNITS, WEEKDAYS
from crm.capture.clock import MOST
from crm.capture.day_patterns import (
    AGO,
    AT_BEFORE,
    CLOCK_NEXT,
    DAY_CUE,
    DAY_MONTH,
    FEAST,
    FROM_NOW,
    HONORIFIC,
    IN,
    IN_MONTH,
    ISO,
    LAST,
    MONTH_DAY,
    MONTH_END,
    NOT_TOMORROW,
    NUMERIC,
    ORDINAL,
    PART_OF,
    PERIOD,
    PLAIN,
    WD,
    WEEK_DAY,
    WEEK_NUMBER,
    WEEK_SAID,
    WEEKDAY,
    WEEKEND,
    YEAR_END,
    R,
)
from crm.capture.feasts import feast
from crm.capture.lexicon import said
from crm.capture.reckoning import (
    day_of_month,
    month_end,
    moved,
    next_date,
    part_of,
    valid_date,
    week,
    weekday,
    weekend,
)


@dataclass(frozen=True, slots=True)
class DayFound:
    """A day and where it stands. moment: set where hours or minutes were counted, local time.

    vague: a period rather than a day (a month, a quarter, "next week"). past: it lies behind us.
    """

    start: int
    end: int
    day: date
    moment: datetime | None = None
    vague: bool = False
    past: bool = False


_LOOK = 32
"""So many characters before and behind a day tell what it is."""


def find_days(
    text: str, now: datetime, language: str, month_first: bool, cue: re.Pattern[str]
) -> list[DayFound]:
    """Days in order, none overlapping. now: local and aware. cue: words of action that make "do" a Thursday."""
    today = now.date()
    found: list[DayFound] = []
    taken = bytearray(len(text))

    def add(
        match: re.Match[str],
        day: date | None,
        *,
        vague: bool = False,
        past: bool = False,
        moment: datetime | None = None,
    ) -> None:
        if day is not None and len(found) < MOST and not any(taken[match.start() : match.end()]):
            taken[match.start() : match.end()] = b"\x01" * (match.end() - match.start())
            found.append(DayFound(match.start(), match.end(), day, moment, vague, past or day < today))

    for match in AGO.finditer(text):
        add(match, today, past=True)
    for match in IN.finditer(text):
        moment = moved(now, match["count"], UNITS[said(match["unit"])])
        week_day = (
            re.match(rf",? (?:on |op |am )?({WD}){R}", text[match.end() :])
            if UNITS[said(match["unit"])] == "weeks"
            else None
        )
        if week_day is None:
            fine = UNITS[said(match["unit"])] in ("minutes", "hours")
            add(match, moment.date() if moment else None, moment=moment if fine else None)
    for match in FROM_NOW.finditer(text):
        moment = moved(now, match["count"], UNITS[said(match["unit"])])
        fine = UNITS[said(match["unit"])] in ("minutes", "hours")
        add(match, moment.date() if moment else None, moment=moment if fine else None)
    for match in ISO.finditer(text):
        add(match, valid_date(int(match[1]), int(match[2]), int(match[3])))
    for match in DAY_MONTH.finditer(text):
        add(match, next_date(today, int(match[1]), MONTHS[said(match[2])], match[3]))
    for match in MONTH_DAY.finditer(text):
        add(match, next_date(today, int(match[2]), MONTHS[said(match[1])], match[3]))
    for match in NUMERIC.finditer(text):
        add(match, _numeric(match, text, today, month_first))
    for match in WEEK_DAY.finditer(text):
        weeks = (
            2 if match["after"] else 1 if match["next"] else 0 if match["this"] else int(match["weeks"] or 0)
        )
        wanted = WEEKDAYS[said(match["day"])]
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        # "übernächsten Freitag" is the Friday after the coming one, not the one of the week after next
        one_later = (
            match["after"] is not None and not match["afterweek"] and not WEEK_SAID.search(match["after"])
        )
        coming = today + timedelta(days=(wanted - today.weekday() - 1) % 7 + 8)
        add(match, coming if one_later else monday + timedelta(days=wanted))
    for match in PART_OF.finditer(text):
        add(match, part_of(match, today), vague=match["end"] is None or match["quarter"] is not None)
    for match in MONTH_END.finditer(text):
        add(match, month_end(today.year, today.month))
    for match in YEAR_END.finditer(text):
        add(match, date(today.year, 12, 31))
    for match in WEEKEND.finditer(text):
        add(match, weekend(match, today))
    for match in FEAST.finditer(text):
        add(
            match,
            feast(
                FEASTS[said(match["name"])],
                today,
                before=match["before"] is not None and match["after"] is None,
            ),
        )
    for match in WEEKDAY.finditer(text):
        if _is_weekday(match, text, language, cue):
            add(
                match,
                weekday(match, today),
                past=match["next"] is not None and re.fullmatch(LAST, match["next"]) is not None,
            )
    for match in PLAIN.finditer(text):
        if not _morning_only(match, text):
            add(match, today + timedelta(days=DAYS[said(match.group())]), past=DAYS[said(match.group())] < 0)
    for match in WEEK_NUMBER.finditer(text):
        add(match, week(int(match[1]), today))
    for match in ORDINAL.finditer(text):
        add(match, day_of_month(int(match[match.lastindex or 0]), today))
    for match in PERIOD.finditer(text):
        monday = today - timedelta(days=today.weekday())
        if match["this"]:
            add(match, max(today, monday + timedelta(days=4)), vague=True)
        elif match["month"]:
            add(match, (today.replace(day=1) + timedelta(days=32)).replace(day=1), vague=True)
        else:
            add(match, monday + timedelta(weeks=1 if match["week"] else 2), vague=True)
    for match in IN_MONTH.finditer(text):
        add(match, next_date(today, 1, MONTHS[said(match[1])], None), vague=True)
    return sorted(found, key=lambda item: item.start)


def _numeric(match: re.Match[str], text: str, today: date, month_first: bool) -> date | None:
    first, second, written = int(match[1]), int(match[2]), match.group()
    separator = text[match.end(1)]
    if match[3] is None:
        if separator == "-" and text.strip() != written and not DAY_CUE.search(_head(text, match.start())):
            return None
        closed = written.endswith(".")
        # "1.5" is a number unless it is closed ("1.5.") or has a word for a day before or a time after it
        if (
            separator == "."
            and not closed
            and not (
                DAY_CUE.search(_head(text, match.start()))
                or CLOCK_NEXT.match(text[match.end() :])
                or len(match[2]) == 2 == len(match[1])
            )
        ):
            return None
        if (
            separator == "."
            and not closed
            and len(match[2]) == 2
            and re.match(r" ?(?:uhr|uur|u|h|am|pm|€|eur|k|m|mln|mio)(?![^\W_])", text[match.end() :])
        ):
            return None
        if separator == "." and not closed and AT_BEFORE.search(_head(text, match.start())):
            return None
    if month_first and separator == "/":
        first, second = second, first
    if second > 12 >= first:
        first, second = second, first
    return next_date(today, first, second, match[3])


def _head(text: str, at: int) -> str:
    return text[max(0, at - _LOOK) : at]


def _is_weekday(match: re.Match[str], text: str, language: str, cue: re.Pattern[str]) -> bool:
    head, form = _head(text, match.start()), said(match["day"])
    tail = text[match.end("day") : match.end("day") + _LOOK]
    if HONORIFIC.search(head):
        return False
    if text.strip(" .,!") == match.group().strip(" ."):
        return True
    if form == "so" and re.match(r" (?:um|gegen|ab|nach|bis) ", tail):
        return False
    languages = AMBIGUOUS.get(form)
    if languages is None:
        return True
    if language not in languages:
        return False
    if match["late"] and form != "so":
        return True
    if match["next"] or CLOCK_NEXT.match(tail):
        return (
            form not in ("do", "so", "wo", "di", "ma")
            or match["next"] is not None
            or re.match(r"\.?,? ?(?:om |um |at )?\d", tail) is not None
            or " " in tail[:1]
        )
    if form in ("fr", "di") and re.match(r"\.? ?[^\W\d_]", tail) and not cue.match(tail.lstrip(". ")):
        return False
    return bool(DAY_CUE.search(head) or cue.search(head[-24:]) or cue.match(tail.lstrip(". ,")))


def _morning_only(match: re.Match[str], text: str) -> bool:
    """ "guten Morgen", "am Morgen": no tomorrow."""
    return match.group() in _MORNINGS and NOT_TOMORROW.search(_head(text, match.start())) is not None


_MORNINGS = frozenset({"morgen"})
