"""The date line of a pasted mail: "Freitag, 24. April 2026 um 10:06 Uhr", "vr 24 apr 2026 om 10:06", "4/24/2026 9:06 AM"."""

import re
from datetime import UTC, datetime, timedelta, timezone, tzinfo
from email.utils import parsedate_to_datetime
from functools import cache
from zoneinfo import ZoneInfo

from babel import Locale

from crm.rules.folding import fold

_RFC = re.compile(r".*\d{1,2}:\d{2}.*[+-]\d{4}\b.*")
_ISO = re.compile(r"\b(\d{4})-(\d{1,2})-(\d{1,2})")
_NUMBERS = re.compile(r"\b(\d{1,2})([./-])(\d{1,2})\2(\d{4}|\d{2})\b")
_DAY_MONTH = re.compile(r"\b(\d{1,2})(?:st|nd|rd|th|e)?\.? +([^\W\d_]{3,10})\.?,?(?: +(\d{4})\b)?")
_MONTH_DAY = re.compile(r"\b([^\W\d_]{3,10})\.? +(\d{1,2})(?:st|nd|rd|th)?\b,?(?: +(\d{4})\b)?")
_CLOCK = re.compile(r"\b(\d{1,2})[:.](\d{2})(?::\d{2})?(?!\d)\s*([ap])?\.?(?:m\b)?", re.IGNORECASE)
_OFFSET = re.compile(r"(?:gmt|utc)?([+-])(\d{1,2}):?(\d{2})?\b", re.IGNORECASE)
_ZONES = {"utc": 0, "gmt": 0, "bst": 1, "cet": 1, "mez": 1, "cest": 2, "mesz": 2}
_SAME_YEAR = timedelta(days=1)


def read_sent(text: str, zone: ZoneInfo, before: datetime) -> datetime | None:
    """Aware, in UTC; None where it says no day. zone: where the text names none. before: when it was pasted; a day
    without a year is the last one before that."""
    text = text[:200]
    try:
        if _RFC.fullmatch(text):
            return _in_utc(parsedate_to_datetime(text), zone)
    except (ValueError, TypeError, OverflowError, IndexError):
        pass
    return _spelled(text, zone, before)


def _spelled(text: str, zone: ZoneInfo, before: datetime) -> datetime | None:
    for read in (_iso, _numbers, _by_name):
        found = read(text, before)
        if found is None:
            continue
        year, month, day, rest = found
        hour, minute = _clock(rest)
        try:
            return _in_utc(datetime(year, month, day, hour, minute, tzinfo=_zone_in(rest) or zone), zone)
        except (ValueError, OverflowError):
            return None
    return None


_Found = tuple[int, int, int, str] | None
"""Year, month, day, and the rest of the text, where the clock stands."""


def _iso(text: str, before: datetime) -> _Found:
    match = _ISO.search(text)
    return (int(match[1]), int(match[2]), int(match[3]), text[match.end() :]) if match else None


def _numbers(text: str, before: datetime) -> _Found:
    """Day first, as in Europe; month first where it cannot be otherwise, or the clock is American."""
    match = _NUMBERS.search(text)
    if match is None:
        return None
    day, month, year = int(match[1]), int(match[3]), int(match[4])
    rest = _without(text, match)
    clock = _CLOCK.search(rest)
    american = match[2] == "/" and clock is not None and clock[3] is not None
    if month > 12 or (american and day <= 12):
        day, month = month, day
    return year + 2000 if year < 100 else year, month, day, rest


def _by_name(text: str, before: datetime) -> _Found:
    for pattern, day_at, month_at in ((_DAY_MONTH, 1, 2), (_MONTH_DAY, 2, 1)):
        for match in pattern.finditer(text):
            month = _months().get(fold(match[month_at]))
            if month is not None:
                day, rest = int(match[day_at]), _without(text, match)
                return int(match[3]) if match[3] else _year(month, day, before), month, day, rest
    return None


def _year(month: int, day: int, before: datetime) -> int:
    latest = before + _SAME_YEAR
    return latest.year if (month, day) <= (latest.month, latest.day) else latest.year - 1


def _clock(text: str) -> tuple[int, int]:
    match = _CLOCK.search(text)
    if match is None:
        return 12, 0
    hour, half = int(match[1]), (match[3] or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "p" else 0)
    return hour, int(match[2])


def _zone_in(text: str) -> tzinfo | None:
    for word in re.findall(r"[a-z]{3,4}", text.casefold()):
        if word in _ZONES and not re.search(rf"{word}[+-]\d", text.casefold()):
            return timezone(timedelta(hours=_ZONES[word]))
    match = _OFFSET.search(text)
    if match is None:
        return None
    ahead = timedelta(hours=int(match[2]), minutes=int(match[3] or 0))
    return timezone(-ahead if match[1] == "-" else ahead) if ahead < timedelta(hours=15) else None


def _in_utc(moment: datetime, zone: ZoneInfo) -> datetime | None:
    """Years in which mails were written."""
    aware = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    return aware.astimezone(UTC) if 1970 < aware.year < 2100 else None


def _without(text: str, match: re.Match[str]) -> str:
    return f"{text[: match.start()]} {text[match.end() :]}"


@cache
def _months() -> dict[str, int]:
    found = {"mar": 3, "mrz": 3, "maa": 3, "mrt": 3, "okt": 10, "sept": 9}
    for language in ("en", "nl", "de"):
        for width in ("wide", "abbreviated"):
            for number, name in Locale(language).months["format"][width].items():
                found[fold(name.strip("."))] = number
    return found
