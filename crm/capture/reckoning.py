"""From the words of a day to the day: months on, ends of periods, the next such weekday. Pure, of date and datetime."""

import re
from datetime import UTC, date, datetime, timedelta

from crm.capture.calendars import COUNTS, MONTHS, WEEKDAYS
from crm.capture.day_patterns import AFTER_NEXT, NEXT, THIS, WEEK, WEEK_LATER
from crm.capture.lexicon import said


def valid_date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def next_date(today: date, day: int, month: int, year: str | None) -> date | None:
    if year is not None:
        return valid_date(int(year) + (2000 if len(year) == 2 else 0), month, day)
    this_year = valid_date(today.year, month, day)
    if this_year is not None and this_year >= today:
        return this_year
    return valid_date(today.year + 1, month, day)


def moved(now: datetime, count: str, unit: str) -> datetime | None:
    written = said(count)
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
    last = month_end(year, month + 1).day
    return now.replace(year=year, month=month + 1, day=min(now.day, last))


def month_end(year: int, month: int) -> date:
    return date(year + month // 12, month % 12 + 1, 1) - timedelta(days=1)


def part_of(match: re.Match[str], today: date) -> date | None:
    later = match["next"] is not None and re.fullmatch(THIS, match["next"]) is None
    weeks = 2 if match["next"] and re.fullmatch(AFTER_NEXT, match["next"]) else 1 if later else 0
    if match["week"]:
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=weeks)
        day = monday + timedelta(days=4 if match["end"] else 0 if match["start"] else 2)
        return day if day >= today or weeks else day + timedelta(weeks=1)
    if match["quarter"]:
        month, year = int(match["quarter"]) * 3, today.year + int(later)
        if month_end(year, month) < today:
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
        month = MONTHS[said(match["name"])]
        year = int(match["written_year"] or 0) or today.year + int(month_end(today.year, month) < today)
    if match["end"]:
        return month_end(year, month)
    day = date(year, month, 15 if match["middle"] else 1)
    return day if day >= today else today


def weekend(match: re.Match[str], today: date) -> date:
    monday = today - timedelta(days=today.weekday())
    if match["at"]:
        return max(today, monday + timedelta(days=5))
    if match["before"] and not match["after"]:
        friday = monday + timedelta(days=4)
        return friday if friday >= today else friday + timedelta(weeks=1)
    return monday + timedelta(weeks=1)


def weekday(match: re.Match[str], today: date) -> date:
    ahead = (WEEKDAYS[said(match["day"])] - today.weekday() - 1) % 7 + 1
    late = said(match["late"]).strip(" ,.")
    if late and re.search(rf"(?:{NEXT})(?: (?:{WEEK}))$", late):
        monday = today - timedelta(days=today.weekday()) + timedelta(weeks=1)
        return monday + timedelta(days=WEEKDAYS[said(match["day"])])
    if match["weeks"]:
        return today + timedelta(days=ahead + 7 * int(match["weeks"]))
    if match["same"]:
        return today + timedelta(days=WEEKDAYS[said(match["day"])] - today.weekday())
    if late and WEEK_LATER.search(late):
        ahead += 7
    return today + timedelta(days=ahead)


def week(number: int, today: date) -> date | None:
    for year in (today.year, today.year + 1):
        try:
            monday = date.fromisocalendar(year, number, 1)
        except ValueError:
            continue
        if monday + timedelta(days=6) >= today:
            return max(monday, today)
    return None


def day_of_month(number: int, today: date) -> date | None:
    year, month = today.year, today.month
    for _ in range(12):
        day = valid_date(year, month, number)
        if day is not None and day >= today:
            return day
        year, month = (year + 1, 1) if month == 12 else (year, month + 1)
    return None
