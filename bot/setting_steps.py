"""What set-up and settings both ask: a zone, a country, a region, hours; read from what was typed, and choices for it.

Answers are kept in a draft as text: a zone's name, a code, "09:00–17:30".
"""

from datetime import time

from bot.chat import t
from bot.context import Context
from bot.dialogue import Choice, NotUnderstoodError
from bot.places import (
    city_of,
    country_name,
    likely_countries,
    likely_zones,
    read_country,
    read_zone,
)
from crm.access import Visibility
from crm.rules.folding import fold
from crm.rules.hours import hours_text, parse_hours
from crm.rules.public_holidays import known_regions

_HOURS = ((time(9), time(17, 30)), (time(9), time(17)), (time(8, 30), time(17)), (time(8), time(17)))


def parse_zone(ctx: Context, text: str) -> str:
    return _known(read_zone(text), "not-a-zone")


def zone_choices(ctx: Context) -> tuple[Choice, ...]:
    """Guessed from the language that Telegram says."""
    sender = ctx.incoming.sender
    zones = likely_zones(sender.language if sender else "")
    return tuple(Choice(city_of(zone, ctx.language), zone) for zone in zones)


def parse_country(ctx: Context, text: str) -> str:
    return _known(read_country(text), "not-a-country")


def country_choices(ctx: Context, zone: str) -> tuple[Choice, ...]:
    return tuple(Choice(country_name(code, ctx.language), code) for code in likely_countries(zone))


def parse_region(text: str, country: str | None) -> str:
    """A region's code or name."""
    said = fold(text)
    regions = known_regions(country)
    found = (code for code, name in regions.items() if said in (fold(code), fold(name)))
    return _known(next(found, None), "not-a-region")


def region_choices(country: str | None) -> tuple[Choice, ...]:
    return tuple(Choice(name, code) for code, name in known_regions(country).items())


def parse_working_hours(ctx: Context, text: str) -> str:
    hours = parse_hours(text)
    if hours is None:
        raise NotUnderstoodError("not-hours")
    return hours_text(*hours)


def hours_choices() -> tuple[Choice, ...]:
    return tuple(Choice(hours_text(*hours), hours_text(*hours)) for hours in _HOURS)


def visibility_choices() -> tuple[Choice, ...]:
    """Open is proposed first."""
    return tuple(Choice(t(f"visibility-{each.value}"), each.value) for each in Visibility)


def _known(value: str | None, key: str) -> str:
    if value is None:
        raise NotUnderstoodError(key)
    return value
