"""Which country a phone number without a prefix belongs to, likeliest first."""

import re

from crm.capture.draft import Surroundings

NEARBY = ("NL", "DE", "BE", "GB", "FR", "AT", "CH", "US")
_TLDS = {
    "nl": "NL", "de": "DE", "be": "BE", "uk": "GB", "fr": "FR", "at": "AT", "ch": "CH", "it": "IT", "es": "ES", "pl": "PL", "cz": "CZ",
    "dk": "DK", "se": "SE", "no": "NO", "fi": "FI", "ie": "IE", "pt": "PT", "lu": "LU", "hu": "HU", "tr": "TR", "gr": "GR", "ro": "RO",
    "sk": "SK", "si": "SI", "hr": "HR", "bg": "BG", "ua": "UA",
}  # fmt: skip
_FORMS = (
    (re.compile(r"(?<![^\W_])(?:gmbh|ohg|ug|e\.? ?k\.|gbr|kgaa)(?![^\W_])"), ("DE", "AT")),
    (re.compile(r"(?<![^\W_])(?:bv|b\.v\.|vof|v\.o\.f\.)(?![^\W_])"), ("NL", "BE")),
    (re.compile(r"(?<![^\W_])(?:ltd|limited|plc|llp)(?![^\W_])"), ("GB", "IE")),
    (re.compile(r"(?<![^\W_])(?:llc|inc|corp)(?![^\W_])"), ("US",)),
    (re.compile(r"(?<![^\W_])(?:bvba|nv|n\.v\.)(?![^\W_])"), ("BE", "NL")),
    (re.compile(r"(?<![^\W_])(?:s\.?p\.?a|s\.?r\.?l)(?![^\W_])"), ("IT",)),
    (re.compile(r"(?<![^\W_])(?:sarl|sas)(?![^\W_])"), ("FR",)),
)
_BY_LANGUAGE = {"nl": ("NL", "BE"), "de": ("DE", "AT", "CH"), "en": ("GB", "US")}
_TLD = re.compile(r"[a-z0-9-]\.([a-z]{2})(?![^\W_])")


def by_clues(low: str, language: str, around: Surroundings) -> tuple[str, ...]:
    """Countries that fit, likeliest first: the fair's, the legal form's, the addresses', the language's, the member's.

    The member's own region comes before another country of the same language: a Belgian who writes Dutch
    means Belgium.
    """
    order: list[str] = []
    if around.fair_country:
        order.append(around.fair_country)
    for pattern, countries in _FORMS:
        if pattern.search(low):
            order += sorted(countries, key=lambda country: country != around.region)
    order += [_TLDS[tld] for tld in _TLD.findall(low) if tld in _TLDS]
    spoken = _BY_LANGUAGE.get(language, ())
    if around.region in spoken or language == "en":
        order.append(around.region)
    order += spoken
    order.append(around.region)
    order += NEARBY
    return tuple(dict.fromkeys(order))
