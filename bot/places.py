"""Time zones and countries as people write them and pick them: "New York", "Wien", "Nederland", "DE"."""

from functools import cache
from zoneinfo import available_timezones

from babel import Locale
from babel.core import get_global

from bot.catalogue import LANGUAGES
from crm.rules.folding import fold

_GUESSES = {
    "nl": "Europe/Amsterdam",
    "nl-be": "Europe/Brussels",
    "de": "Europe/Berlin",
    "de-at": "Europe/Vienna",
    "de-ch": "Europe/Zurich",
    "en-gb": "Europe/London",
    "en-us": "America/New_York",
    "en": "Europe/London",
    "fr": "Europe/Paris",
    "es": "Europe/Madrid",
    "it": "Europe/Rome",
    "pl": "Europe/Warsaw",
}
_COMMON_ZONES = (
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/Brussels",
    "Europe/London",
    "Europe/Vienna",
    "Europe/Zurich",
)


def likely_zones(telegram_language: str) -> tuple[str, ...]:
    """Zones to pick from, the likeliest first. telegram_language: as Telegram says it ("nl", "de-at", "")."""
    code = telegram_language.casefold()
    guess = _GUESSES.get(code) or _GUESSES.get(code.split("-")[0], _COMMON_ZONES[0])
    return tuple(dict.fromkeys((guess, *_COMMON_ZONES)))[:6]


def country_of(zone: str) -> str | None:
    """ISO 3166 alpha-2 of the country that a zone lies in."""
    country = get_global("zone_territories").get(zone)
    return str(country) if country else None


def likely_countries(zone: str) -> tuple[str, ...]:
    """Countries to pick from, the zone's own first."""
    countries = (country_of(zone), *map(country_of, _COMMON_ZONES))
    return tuple(dict.fromkeys(country for country in countries if country))[:6]


def city_of(zone: str, language: str) -> str:
    """ "Europe/Vienna" -> "Wien": a zone as a place."""
    known = Locale(language).time_zones.get(zone, {}).get("city")
    return str(known or zone.rsplit("/", 1)[-1].replace("_", " "))


def country_name(code: str, language: str) -> str:
    """A country (ISO 3166 alpha-2) in a language of the catalogue."""
    return str(Locale(language).territories.get(code, code))


def read_zone(text: str) -> str | None:
    """A zone's name, its city in any language of the catalogue, or a country (its first zone); None: not known."""
    said = fold(text)
    found = _zones().get(said)
    if found is None and (country := read_country(text)) is not None:
        zones = get_global("territory_zones").get(country, ())
        found = next((zone for zone in zones if zone in available_timezones()), None)
    return found


def read_country(text: str) -> str | None:
    """ISO 3166 alpha-2 for a country's name in any language of the catalogue, or its code; None: not known."""
    return _countries().get(fold(text))


@cache
def _zones() -> dict[str, str]:
    found: dict[str, str] = {}
    for zone in sorted(available_timezones()):
        if "/" not in zone or zone.startswith(("Etc/", "SystemV/")):
            continue
        found.setdefault(fold(zone), zone)
        for language in LANGUAGES:
            found.setdefault(fold(city_of(zone, language)), zone)
    return found


@cache
def _countries() -> dict[str, str]:
    found: dict[str, str] = {}
    for language in LANGUAGES:
        for code, name in Locale(language).territories.items():
            if len(code) == 2 and code.isalpha() and code in get_global("territory_zones"):
                found.setdefault(fold(str(name)), code)
                found.setdefault(fold(code), code)
    return found
