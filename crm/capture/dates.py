"""Days as people write them: "morgen", "next Tuesday", "volgende week di", "12.06.", "KW 20", "in 3 weeks".

Every reader takes lower-case text (with digits for number words) and gives `DayFound`s; `due.py` joins them with
times of the day and chooses. The words come from the calendars in `words/`.
"""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from crm.capture.clock import DAY_PART, MOST, forms
from crm.capture.feasts import feast
from crm.capture.lexicon import HONORIFICS, alternation
from crm.capture.words import LANGUAGES

_CALENDARS = {code: words.calendar for code, words in LANGUAGES.items()}
WEEKDAYS: dict[str, int] = {
    form: day for calendar in _CALENDARS.values() for day, row in enumerate(calendar.weekdays) for form in row
}
WEEKDAYS |= {
    row[0] + part: day
    for calendar in _CALENDARS.values()
    for day, row in enumerate(calendar.weekdays)
    for part in calendar.day_parts
}
_AMBIGUOUS: dict[str, set[str]] = {}
for _code, _calendar in _CALENDARS.items():
    for _short in _calendar.short_only_as_day:
        if any(_short in row for row in _calendar.weekdays):
            _AMBIGUOUS.setdefault(_short, set()).add(_code)
MONTHS: dict[str, int] = {
    form: month
    for calendar in _CALENDARS.values()
    for month, row in enumerate(calendar.months, 1)
    for form in row
}
DAYS: dict[str, int] = {
    form: int(offset) for calendar in reversed(_CALENDARS.values()) for form, offset in calendar.days.items()
}
UNITS: dict[str, str] = {
    form: unit for calendar in _CALENDARS.values() for form, unit in calendar.units.items()
}
FEASTS: dict[str, str] = {
    form: name for calendar in _CALENDARS.values() for form, name in calendar.feasts.items()
}

_L, _R = r"(?<![^\W_])", r"(?![^\W_])"
_WD = alternation(WEEKDAYS)
_MON = alternation(MONTHS)
_NEXT, _THIS, _LAST, _AFTER_NEXT = (
    forms("next_words"),
    forms("this_words"),
    forms("last_words"),
    forms("after_next_words"),
)
_WEEK, _MONTH, _YEAR = forms("week"), forms("month"), forms("year")
_END, _START, _MIDDLE = forms("end_of"), forms("start_of"), forms("middle_of")
_UNIT = alternation(UNITS)
COUNTS: dict[str, float] = {
    form: float(count) for calendar in _CALENDARS.values() for form, count in calendar.counts.items()
}
_COUNT = rf"\d{{1,3}}(?:[.,]5)?|{alternation(COUNTS)}"
_WEEKS = alternation(form for form, unit in UNITS.items() if unit == "weeks")
_ORDER = forms("ordinals")
_DAY_NUMBER = r"\d{1,2}"
_AGO_WORDS, _LATER = forms("ago"), forms("a_later_one")
_ONE_LATER = forms("a_week_later")

_ISO = re.compile(r"(?<![\d-])(\d{4})-(\d\d?)-(\d\d?)(?![\d-])")
_NUMERIC = re.compile(
    r"(?<![\d.,/:+-])(\d{1,2})(?:\.|/|-)(\d{1,2})(?:(?:\.|/|-)(\d{4}|\d\d))?\.?(?![\w/%-])(?!\.\d)(?!,\d)"
)
_DAY_MONTH = re.compile(
    rf"{_L}(\d{{1,2}})(?:{_ORDER})? ?(?:(?:{forms('of_month')}) )?({_MON})\.?(?: (\d{{4}}))?{_R}(?![.,]?\d)"
)
_MONTH_DAY = re.compile(
    rf"{_L}({_MON})\.? (?:(?:{forms('on_the')}) )?(\d{{1,2}})(?:{_ORDER})?(?:,? (\d{{4}}))?{_R}(?![:.]\d|[ ]?(?:{forms('hour')}|am|pm){_R})"
)
_ORDINAL = re.compile(
    rf"{_L}(?:{'|'.join(rf'(?:{alternation(one.on_the)}) (?P<{code}>{_DAY_NUMBER})(?:{alternation(one.ordinals)})' for code, one in _CALENDARS.items())})(?![\w.]|[ ]?(?:{_MON}){_R})"
)
_PLAIN = re.compile(rf"{_L}(?:{alternation(DAYS)}){_R}")
_IN_WEEKS = rf"(?:{forms('in_words')}) (?P<weeks>\d{{1,2}}) (?:{_WEEKS})"
_WEEKDAY = re.compile(
    rf"{_L}(?:(?P<next>{_NEXT}|{_THIS}|{_LAST}) )?(?P<day>{_WD}){_R}\.?(?P<late>(?:,? (?:{_IN_WEEKS}|(?:(?:{forms('of_month')}|{forms('on_the')}|{forms('in_words')}|(?P<same>{_THIS})) )?(?:{_ONE_LATER}|{_NEXT})(?: (?:{_WEEK}))?|{_LATER}){_R})?)"
)
_WEEK_DAY = re.compile(
    rf"{_L}(?:(?P<after>{_AFTER_NEXT})(?P<afterweek> (?:{_WEEK}))?|(?P<next>{_NEXT}) (?:{_WEEK})|(?P<this>{_THIS}) (?:{_WEEK})|{_IN_WEEKS}){_R},? ?(?:(?:{forms('on_the')}) )?(?P<day>{_WD}){_R}\.?"
)
_IN = re.compile(
    rf"{_L}(?<!kwart )(?<!quarter )(?<!viertel )(?<!\d )(?<!half )(?:{forms('in_words')}) (?P<count>{_COUNT}) ?(?P<unit>{_UNIT}){_R}(?! (?:{_AGO_WORDS}){_R})"
)
_FROM_NOW = re.compile(rf"{_L}(?P<count>{_COUNT}) ?(?P<unit>{_UNIT}) (?:{forms('from_now')}){_R}")
_AGO = re.compile(
    rf"{_L}(?:(?P<count>{_COUNT}) ?(?P<unit>{_UNIT}) (?:{_AGO_WORDS})|(?:{forms('ago_before')}) (?:{_COUNT}) (?:{_UNIT})|(?:{_LAST}) (?:{_WEEK}|{_MONTH}|{_YEAR}|{_WD})){_R}"
)
_PERIOD_NAME = rf"(?P<next>{_AFTER_NEXT}|{_NEXT}|{_THIS})? ?(?:(?P<week>{_WEEK})|(?P<month>{_MONTH})|(?P<year>{_YEAR})|(?P<name>{_MON})|q(?P<quarter>[1-4]))"
_PART_OF = re.compile(
    rf"{_L}(?:(?P<end>{_END})|(?P<start>{_START})|(?P<middle>{_MIDDLE})) ?{_PERIOD_NAME}{_R}(?: (?P<written_year>20\d\d){_R})?"
)
_MONTH_END = re.compile(rf"{_L}(?:{forms('month_end')}){_R}")
_YEAR_END = re.compile(rf"{_L}(?:{forms('year_end')}){_R}")
_PERIOD = re.compile(
    rf"{_L}(?:(?:{_AFTER_NEXT})(?: (?P<week2>{_WEEK}))?|(?P<next>{_NEXT}) (?:(?P<week>{_WEEK})|(?P<month>{_MONTH}))|(?P<this>{_THIS}) (?P<thisweek>{_WEEK})){_R}(?! ?\d)"
)
_IN_MONTH = re.compile(rf"{_L}(?:{forms('during')}) (?:(?:{_NEXT}) )?({_MON}){_R}(?! ?\d{{1,2}}{_R})")
_WEEK_NUMBER = re.compile(rf"{_L}(?:{forms('week_number')}) ?(\d{{1,2}}){_R}(?![.,:]\d)")
_WEEKEND = re.compile(
    rf"{_L}(?:(?P<after>{forms('after')})|(?P<before>{forms('before')})|(?P<at>{forms('at_weekend')})) (?:(?:{forms('on_the')}|{_THIS}) )?(?:{forms('weekend')}){_R}"
)
_FEAST = re.compile(
    rf"{_L}(?:(?P<after>{forms('after')})|(?P<before>{forms('before')})) (?P<name>{alternation(FEASTS)}){_R}"
)
_HONORIFIC = re.compile(rf"{_L}(?:{alternation(HONORIFICS)})\.? $")
_DAY_CUE = re.compile(rf"{_L}(?:{forms('day_cues')}|{_NEXT}|{_THIS})[ ]$")
_CLOCK_NEXT = re.compile(
    rf"\.?,? ?(?:(?:{forms('at')}) ?)?\d{{1,2}}(?:[:.u]\d\d|[ ]?(?:{forms('hour')}|am|pm){_R}|(?![\w.,/]))|\.? {DAY_PART}"
)
_WEEK_SAID = re.compile(rf"{_L}(?:{_WEEK}){_R}")
_WEEK_LATER = re.compile(rf"{_L}(?:{_ONE_LATER}|{_LATER}|{_WEEK}){_R}")
_NOT_TOMORROW = re.compile(rf"{_L}(?:{forms('not_tomorrow')}) $")


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

    for match in _AGO.finditer(text):
        add(match, today, past=True)
    for match in _IN.finditer(text):
        moment = _moved(now, match["count"], UNITS[_form(match["unit"])])
        week_day = (
            re.match(rf",? (?:on |op |am )?({_WD}){_R}", text[match.end() :])
            if UNITS[_form(match["unit"])] == "weeks"
            else None
        )
        if week_day is None:
            fine = UNITS[_form(match["unit"])] in ("minutes", "hours")
            add(match, moment.date() if moment else None, moment=moment if fine else None)
    for match in _FROM_NOW.finditer(text):
        moment = _moved(now, match["count"], UNITS[_form(match["unit"])])
        fine = UNITS[_form(match["unit"])] in ("minutes", "hours")
        add(match, moment.date() if moment else None, moment=moment if fine else None)
    for match in _ISO.finditer(text):
        add(match, _date(int(match[1]), int(match[2]), int(match[3])))
    for match in _DAY_MONTH.finditer(text):
        add(match, _next_date(today, int(match[1]), MONTHS[_form(match[2])], match[3]))
    for match in _MONTH_DAY.finditer(text):
        add(match, _next_date(today, int(match[2]), MONTHS[_form(match[1])], match[3]))
    for match in _NUMERIC.finditer(text):
        add(match, _numeric(match, text, today, month_first))
    for match in _WEEK_DAY.finditer(text):
        weeks = (
            2 if match["after"] else 1 if match["next"] else 0 if match["this"] else int(match["weeks"] or 0)
        )
        weekday = WEEKDAYS[_form(match["day"])]
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        # "übernächsten Freitag" is the Friday after the coming one, not the one of the week after next
        one_later = (
            match["after"] is not None and not match["afterweek"] and not _WEEK_SAID.search(match["after"])
        )
        coming = today + timedelta(days=(weekday - today.weekday() - 1) % 7 + 8)
        add(match, coming if one_later else monday + timedelta(days=weekday))
    for match in _PART_OF.finditer(text):
        add(match, _part_of(match, today), vague=match["end"] is None or match["quarter"] is not None)
    for match in _MONTH_END.finditer(text):
        add(match, _month_end(today.year, today.month))
    for match in _YEAR_END.finditer(text):
        add(match, date(today.year, 12, 31))
    for match in _WEEKEND.finditer(text):
        add(match, _weekend(match, today))
    for match in _FEAST.finditer(text):
        add(
            match,
            feast(
                FEASTS[_form(match["name"])],
                today,
                before=match["before"] is not None and match["after"] is None,
            ),
        )
    for match in _WEEKDAY.finditer(text):
        if _is_weekday(match, text, language, cue):
            add(
                match,
                _weekday(match, today),
                past=match["next"] is not None and re.fullmatch(_LAST, match["next"]) is not None,
            )
    for match in _PLAIN.finditer(text):
        if not _morning_only(match, text):
            add(
                match, today + timedelta(days=DAYS[_form(match.group())]), past=DAYS[_form(match.group())] < 0
            )
    for match in _WEEK_NUMBER.finditer(text):
        add(match, _week(int(match[1]), today))
    for match in _ORDINAL.finditer(text):
        add(match, _day_of_month(int(match[match.lastindex or 0]), today))
    for match in _PERIOD.finditer(text):
        monday = today - timedelta(days=today.weekday())
        if match["this"]:
            add(match, max(today, monday + timedelta(days=4)), vague=True)
        elif match["month"]:
            add(match, (today.replace(day=1) + timedelta(days=32)).replace(day=1), vague=True)
        else:
            add(match, monday + timedelta(weeks=1 if match["week"] else 2), vague=True)
    for match in _IN_MONTH.finditer(text):
        add(match, _next_date(today, 1, MONTHS[_form(match[1])], None), vague=True)
    return sorted(found, key=lambda item: item.start)


def _form(written: str) -> str:
    return re.sub(r" +", " ", written)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _next_date(today: date, day: int, month: int, year: str | None) -> date | None:
    if year is not None:
        return _date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = _date(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return _date(today.year + 1, month, day)


def _numeric(match: re.Match[str], text: str, today: date, month_first: bool) -> date | None:
    first, second, written = int(match[1]), int(match[2]), match.group()
    separator = text[match.end(1)]
    if match[3] is None:
        if (
            separator == "-"
            and text.strip() != written
            and not re.search(r"(?<![^\W_])(?:op|on|am|by|bis|tot|until) $", text[: match.start()])
        ):
            return None
        closed = written.endswith(".")
        # "1.5" is a number unless it is closed ("1.5.") or has a word for a day before or a time after it
        if (
            separator == "."
            and not closed
            and not (
                _DAY_CUE.search(text[: match.start()])
                or _CLOCK_NEXT.match(text[match.end() :])
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
        if separator == "." and not closed and re.search(r"(?:um|om|at|@) $", text[: match.start()]):
            return None
    if month_first and separator == "/":
        first, second = second, first
    if second > 12 >= first:
        first, second = second, first
    return _next_date(today, first, second, match[3])


def _moved(now: datetime, count: str, unit: str) -> datetime | None:
    written = _form(count)
    amount = COUNTS[written] if written in COUNTS else float(written.replace(",", "."))
    if unit in ("minutes", "hours"):
        seconds = amount * (60 if unit == "minutes" else 3600)
        return (now.astimezone(UTC) + timedelta(seconds=seconds)).astimezone(now.tzinfo)
    if unit == "workdays":
        return now + timedelta(days=_workdays(now.date(), int(amount)))
    if unit in ("months", "years"):
        return _months_on(now, int(amount) * (12 if unit == "years" else 1))
    return now + timedelta(days=int(amount * {"days": 1, "weeks": 7, "fortnights": 14}[unit]))


def _workdays(today: date, count: int) -> int:
    days = 0
    while count > 0:
        days += 1
        if (today + timedelta(days=days)).weekday() < 5:
            count -= 1
    return days


def _months_on(now: datetime, months: int) -> datetime | None:
    index = now.year * 12 + now.month - 1 + months
    year, month = divmod(index, 12)
    if year > 9000:
        return None
    last = _month_end(year, month + 1).day
    return now.replace(year=year, month=month + 1, day=min(now.day, last))


def _month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def _part_of(match: re.Match[str], today: date) -> date | None:
    later = match["next"] is not None and re.fullmatch(_THIS, match["next"]) is None
    weeks = 2 if match["next"] and re.fullmatch(_AFTER_NEXT, match["next"]) else 1 if later else 0
    if match["week"]:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        day = monday + timedelta(days=4 if match["end"] else 0 if match["start"] else 2)
        return day if day >= today or weeks else day + timedelta(weeks=1)
    if match["quarter"]:
        month, year = int(match["quarter"]) * 3, today.year + int(later)
        if _month_end(year, month) < today:
            year += 1
    elif match["year"]:
        year = today.year + int(later)
        return (
            date(year, 12, 31) if match["end"] else date(year, 1, 1) if match["start"] else date(year, 7, 1)
        )
    elif match["month"]:
        first = (today.replace(day=1) + timedelta(days=32 if later else 0)).replace(day=1)
        month, year = first.month, first.year
    else:
        month = MONTHS[_form(match["name"])]
        year = int(match["written_year"] or 0) or today.year + int(_month_end(today.year, month) < today)
    if match["end"]:
        return _month_end(year, month)
    day = date(year, month, 15 if match["middle"] else 1)
    return day if day >= today else today


def _weekend(match: re.Match[str], today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    if match["at"]:
        return max(today, monday + timedelta(days=5))
    if match["before"] and not match["after"]:
        friday = monday + timedelta(days=4)
        return friday if friday >= today else friday + timedelta(weeks=1)
    return monday + timedelta(weeks=1)


def _weekday(match: re.Match[str], today: date) -> date:
    ahead = (WEEKDAYS[_form(match["day"])] - today.weekday() - 1) % 7 + 1
    late = _form(match["late"]).strip(" ,.")
    if late and re.search(rf"(?:{_NEXT})(?: (?:{_WEEK}))$", late):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
        return monday + timedelta(days=WEEKDAYS[_form(match["day"])])
    if match["weeks"]:
        return today + timedelta(days=ahead + 7 * int(match["weeks"]))
    if match["same"]:
        return today + timedelta(days=WEEKDAYS[_form(match["day"])] - today.weekday())
    if late and _WEEK_LATER.search(late):
        ahead += 7
    return today + timedelta(days=ahead)


def _is_weekday(match: re.Match[str], text: str, language: str, cue: re.Pattern[str]) -> bool:
    head, tail, form = text[: match.start()], text[match.end("day") :], _form(match["day"])
    if _HONORIFIC.search(head):
        return False
    if text.strip(" .,!") == match.group().strip(" ."):
        return True
    if form == "so" and re.match(r" (?:um|gegen|ab|nach|bis) ", tail):
        return False
    languages = _AMBIGUOUS.get(form)
    if languages is None:
        return True
    if language not in languages:
        return False
    if match["next"] or _CLOCK_NEXT.match(tail):
        return (
            form not in ("do", "so", "wo", "di", "ma")
            or match["next"] is not None
            or re.match(r"\.?,? ?(?:om |um |at )?\d", tail) is not None
            or " " in tail[:1]
        )
    if form in ("fr", "di") and re.match(r"\.? ?[^\W\d_]", tail) and not cue.match(tail.lstrip(". ")):
        return False
    return bool(_DAY_CUE.search(head) or cue.search(head[-24:]) or cue.match(tail.lstrip(". ,")))


def _morning_only(match: re.Match[str], text: str) -> bool:
    """ "guten Morgen", "am Morgen": no tomorrow."""
    return match.group() in _MORNINGS and _NOT_TOMORROW.search(text[: match.start()][-12:]) is not None


_MORNINGS = frozenset({"morgen"})


def _week(number: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= today:
            return max(monday, today)
    return None


def _day_of_month(number: int, today: date) -> date | None:
    year, month = today.year, today.month
    for _ in range(12):
        day = _date(year, month, number)
        if day is not None and day >= today:
            return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None
