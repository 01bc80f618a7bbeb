"""Public holidays by country and region, from the `holidays` library; what it does not know has none.

The library is imported on first use (60 ms), and a year of a country is read once.
"""

from collections.abc import Mapping
from datetime import date
from functools import lru_cache

# Regions differ by law, not by year: any one year tells which regions matter.
SAMPLE_YEAR = 2025
ENGLISH = ("en_GB", "en_US")


@lru_cache(maxsize=1)
def _countries() -> frozenset[str]:
    import holidays

    return frozenset(holidays.list_supported_countries(include_aliases=False))


def is_known_country(country: str | None) -> bool:
    """country: ISO 3166 alpha-2, capitals."""
    return country in _countries()


@lru_cache(maxsize=512)
def public_holidays(
    country: str | None, region: str | None, year: int, language: str | None = None
) -> Mapping[date, str]:
    """Day -> name, for one year. An unknown region counts as none: the country's own holidays. Do not change the result.

    language: "en", "nl", "de"; a country whose names are not translated to it answers in English, else in its own language.
    """
    if country is None or not is_known_country(country):
        return {}
    import holidays

    known = holidays.country_holidays(country)
    days = holidays.country_holidays(
        country,
        subdiv=region if region in known.subdivisions else None,
        years=year,
        language=_catalogue(language, known.supported_languages, known.default_language),
    )
    return dict(days)


def _catalogue(language: str | None, offered: tuple[str, ...], own: str | None) -> str | None:
    wanted = (language, *ENGLISH) if language not in (None, "en") else ENGLISH
    return next((code for code in wanted if code in offered), own)


@lru_cache(maxsize=256)
def known_regions(country: str | None) -> Mapping[str, str]:
    """Region code -> name in the country's language, sorted by name, for set-up choices.

    Only regions with holidays of their own: everybody else needs none. Empty where no region has any (the Netherlands,
    Austria) and for an unknown country: then there is nothing to ask.
    """
    if country is None or not is_known_country(country):
        return {}
    import holidays

    nationwide = public_holidays(country, None, SAMPLE_YEAR)
    names = {
        code: max(aliases, key=len, default=code)
        for code, aliases in holidays.country_holidays(country).get_subdivision_aliases().items()
        if public_holidays(country, code, SAMPLE_YEAR) != nationwide
    }
    return dict(sorted(names.items(), key=lambda item: item[1]))
