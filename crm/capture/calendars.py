"""The calendars of all languages in one: every written form of weekdays, months, days, units and feasts."""

from crm.capture.words import LANGUAGES

CALENDARS = {code: words.calendar for code, words in LANGUAGES.items()}
WEEKDAYS: dict[str, int] = {
    form: day for calendar in CALENDARS.values() for day, row in enumerate(calendar.weekdays) for form in row
}
WEEKDAYS |= {
    row[0] + part: day
    for calendar in CALENDARS.values()
    for day, row in enumerate(calendar.weekdays)
    for part in calendar.day_parts
}
AMBIGUOUS: dict[str, set[str]] = {}
for _code, _calendar in CALENDARS.items():
    for _short in _calendar.short_only_as_day:
        if any(_short in row for row in _calendar.weekdays):
            AMBIGUOUS.setdefault(_short, set()).add(_code)
MONTHS: dict[str, int] = {
    form: month
    for calendar in CALENDARS.values()
    for month, row in enumerate(calendar.months, 1)
    for form in row
}
DAYS: dict[str, int] = {
    form: int(offset) for calendar in reversed(CALENDARS.values()) for form, offset in calendar.days.items()
}
UNITS: dict[str, str] = {
    form: unit for calendar in CALENDARS.values() for form, unit in calendar.units.items()
}
FEASTS: dict[str, str] = {
    form: name for calendar in CALENDARS.values() for form, name in calendar.feasts.items()
}
COUNTS: dict[str, float] = {
    form: float(count) for calendar in CALENDARS.values() for form, count in calendar.counts.items()
}
