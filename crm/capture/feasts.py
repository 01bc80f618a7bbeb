"""The feasts that people plan around: "nach Ostern", "voor de kerst"."""

from datetime import date, timedelta


def easter(year: int) -> date:
    """Easter Sunday of the Gregorian calendar (the method of Butcher)."""
    century, rest = divmod(year, 100)
    leap, left = divmod(century, 4)
    moon = (19 * (year % 19) + century - leap - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * left + 2 * (rest // 4) - moon - rest % 4) % 7
    shift = (year % 19 + 11 * moon + 22 * week) // 451
    month, day = divmod(moon + week - 7 * shift + 114, 31)
    return date(year, month, day + 1)


def feast(name: str, today: date, *, before: bool) -> date:
    """The last working day before a feast, or the first one after it; the coming one."""
    for year in (today.year, today.year + 1):
        start, end = _around(name, year)
        day = _workday(start, -1) if before else _workday(end, 1)
        if day >= today:
            return day
    return today


def _around(name: str, year: int) -> tuple[date, date]:
    if name == "easter":
        return easter(year) - timedelta(days=2), easter(year) + timedelta(days=1)
    if name == "pentecost":
        return easter(year) + timedelta(days=49), easter(year) + timedelta(days=50)
    if name == "christmas":
        return date(year, 12, 24), date(year, 12, 26)
    return date(year, 1, 1), date(year, 1, 1)


def _workday(day: date, step: int) -> date:
    day += timedelta(days=step)
    while day.weekday() > 4:
        day += timedelta(days=step)
    return day
