"""Working hours and a clock time as people type them: "9-17:30", "8.30 – 17", "7:45"."""

import re
from datetime import time

_CLOCK = r"(\d{1,2})(?:[:.h](\d{2}))?"
_ONE = re.compile(rf"{_CLOCK}\s*(?:h|uur|uhr)?\Z", re.IGNORECASE)
_TWO = re.compile(rf"{_CLOCK}\s*(?:-|–|to|tot|bis)\s*{_CLOCK}\s*(?:h|uur|uhr)?\Z", re.IGNORECASE)


def parse_clock(text: str) -> time | None:
    """None for what is no time of the day."""
    found = _ONE.match(text.strip())
    return _time(*found.groups()) if found else None


def parse_hours(text: str) -> tuple[time, time] | None:
    """Start and end of a working day, the start before the end; None for anything else."""
    found = _TWO.match(text.strip())
    if found is None:
        return None
    hour, minute, end_hour, end_minute = found.groups()
    start, end = _time(hour, minute), _time(end_hour, end_minute)
    return (start, end) if start is not None and end is not None and start < end else None


def hours_text(start: time, end: time) -> str:
    """ "09:00–17:30": how hours are shown, and read again by `parse_hours`."""
    return f"{start:%H:%M}–{end:%H:%M}"


def _time(hour: str, minute: str | None) -> time | None:
    try:
        return time(int(hour), int(minute or 0))
    except ValueError:
        return None
