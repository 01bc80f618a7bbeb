"""Which country a phone number without a prefix belongs to, likeliest first."""

import re
from dataclasses import dataclass

from crm.capture.draft import Surroundings

NEARBY = ("NL", "DE", "BE", "GB", "FR", "AT", "CH", "US")
# those whose numbers turn up at European fairs: their metadata is loaded before the first message
PREPARED = (
    *NEARBY,
    "IT",
    "ES",
    "PL",
    "SE",
    "DK",
    "NO",
    "FI",
    "IE",
    "PT",
    "CZ",
    "TR",
    "LU",
    "HU",
    "IN",
    "CN",
    "AE",
    "BR",
)
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


@dataclass(frozen=True, slots=True)
class Countries:
    """likely: those that something speaks for, likeliest first; nearby: others worth trying.

    pointed: those that the fair, a legal form or an address point to. region: the member's own. only_fair: the country
    that nothing but the fair points to, None where there is none, and for the member's own.
    """

    likely: tuple[str, ...]
    nearby: tuple[str, ...]
    pointed: frozenset[str]
    region: str
    only_fair: str | None = None

    def certain(self, country: str) -> bool:
        """The member's own country, and nothing points elsewhere: then nothing was guessed."""
        return country == self.region and self.pointed <= {country}


def by_clues(low: str, language: str, around: Surroundings) -> Countries:
    """From legal forms, addresses, the fair's country, the language of the text, and last the member's region.

    At a fair in Germany somebody with an address in .nl is Dutch.

    The member's own region comes before another country of the same language: a Belgian who writes Dutch
    means Belgium.
    """
    pointed: list[str] = []
    for pattern, countries in _FORMS:
        if pattern.search(low):
            pointed += [around.region] if around.region in countries else countries[:1]
    pointed += [_TLDS[tld] for tld in _TLD.findall(low) if tld in _TLDS]
    only_fair = around.fair_country if around.fair_country not in (*pointed, around.region) else None
    pointed += [around.fair_country] if around.fair_country else []
    spoken = _BY_LANGUAGE.get(language, ())
    order = list(pointed)
    if around.region in spoken or language == "en":
        order.append(around.region)
    order += spoken
    order.append(around.region)
    likely = tuple(dict.fromkeys(order))
    nearby = tuple(other for other in NEARBY if other not in likely)
    return Countries(likely, nearby, frozenset(pointed), around.region, only_fair)
