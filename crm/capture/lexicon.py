"""All languages' words in one place, merged once, and the name lists that lie in `data/`."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from importlib import resources

from crm.capture.words import LANGUAGES

_ALL = tuple(LANGUAGES.values())


def merged(name: str) -> frozenset[str]:
    """The union of one list of words over all languages."""
    return frozenset(word for words in _ALL for word in words.list_of(name))


def merged_table(name: str) -> dict[str, str]:
    found: dict[str, str] = {}
    for words in reversed(_ALL):
        found.update(words.list_of(name))
    return found


def alternation(forms: Iterable[str]) -> str:
    """A regular expression's alternatives, longest first, each matched literally; spaces stretch.

    They are grouped by their first character: a place that none can start at costs a few comparisons, not hundreds.
    """
    groups: dict[str, list[str]] = {}
    for form in sorted(set(forms), key=lambda form: (-len(form), form)):
        groups.setdefault(form[:1], []).append(form[1:])
    return "|".join(
        f"{re.escape(first)}(?:{'|'.join(_literally(rest) for rest in group)})"
        for first, group in groups.items()
    )


def _literally(written: str) -> str:
    return re.escape(written).replace(r"\ ", r"[ ]{1,3}")


def said(written: str) -> str:
    """A phrase as the tables have it: single spaces."""
    return " ".join(written.split())


def whole(forms: Iterable[str]) -> re.Pattern[str]:
    """Matches any of the phrases as whole words in lower-case text."""
    return re.compile(rf"(?<![^\W_])(?:{alternation(forms)})(?![^\W_])")


COMMON = merged("common")
TO_ORGANISATION = merged("to_organisation")
MEET = merged("meet")
PLACE = merged("place")
HONORIFICS = frozenset(word.rstrip(".") for word in merged("honorifics")) - {"de"}
# titles on cards from other parts of Europe, met in texts of every language: heads, and what they are heads of
_FOREIGN_HEADS = frozenset(
    """gerente directeur directrice responsable acheteur acheteuse gérant gérante direttore direttrice responsabile titolare jefe jefa director
    directora diretor diretora comprador compradora kierownik dyrektor prezes ředitel ředitelka jednatel nákupčí inköpare inköpschef
    indkøber indkøbschef innkjøper innkjøpssjef direktör direktør müdür müdürü""".split()
)
_FOREIGN_PARTS = frozenset(
    """achats achat compras acquisti vendite ventas commerciale commercial comercial général generale general technique tecnico técnico
    financier produzione production usine qualité marketing export logistique logistica zakupów sprzedaży satın alma genel""".split()
)
TITLES = merged("titles") | _FOREIGN_HEADS
TITLE_OPENERS = merged("title_openers") | _FOREIGN_HEADS
TITLE_PARTS = merged("title_parts") | _FOREIGN_PARTS
TITLE_ENDINGS = tuple(merged("title_endings"))
FIELD_ENDINGS = tuple(merged("field_endings"))
TITLE_LINKS = merged("title_links")
ORG_FIRST = merged("org_first")
ORG_WORDS = merged("org_words")
ORG_ENDINGS = tuple(merged("org_endings"))
GOODS_ENDINGS = tuple(merged("goods_endings"))
GENERIC_FIRM = merged("generic_firm")
FAIR_WORDS = merged("fair_words")
VIA = merged("via")
CHANNELS = merged_table("channels")
ACTIONS = merged("actions")
ASKS = merged("asks")
WAITS = merged("waits")
SMALL_TALK = merged("small_talk")
LABELS = merged_table("labels")
HEADERS = merged_table("headers")

PARTICLES = frozenset(
    """de het der den van von vom zu zum zur 't ten ter te op el al bin ibn ben da di del della dos das du la le las los
    af av y und e st san santa mac mc d' in't v/d vd v.d. aan over uit abu el- al-""".split()
) - {"und", "e", "over", "uit", "aan", "op", "ben"}

LEGAL = re.compile(
    r"(?<![^\W_])(?:g\.?m\.?b\.?h\.?(?: ?& ?co\.? ?(?:kg(?:aa)?|ohg)\.?)?|gesmbh|gen\.?m\.?b\.?h\.?|mbh|ag(?: ?& ?co\.? ?kg)?|kgaa|kg|ohg|e\. ?k\.|ek|gbr"
    r"|se|ug|eg|e\. ?g\.|e\. ?u\.|e\. ?v\.|b\.? ?v\.?b\.?a\.?|b\. ?v\.|bv|n\. ?v\.|nv|v\. ?o\. ?f\.|vof|cvba|c\.v\.|ltd\.?|limited|plc|inc\.?|llc|llp|corp\.?"
    r"|co\.?,? ?ltd\.?|pty\.?(?: ltd\.?)?|pvt\.?(?: ltd\.?)?|s\. ?p\. ?a\.?|spa|s\. ?r\. ?l\.?s?|srl|s\. ?r\. ?o\.|sro|s\. ?a\. ?s?\.?|sas?|sarl"
    r"|s\. ?l\.(?: ?u\.)?|sl|a/s|as|aps|ab|oy|oyj|oü|kft\.?|zrt\.?|sp\. ?z ?o\. ?o\.|z ?o\. ?o\.|a\. ?s\.|d\. ?o\. ?o\.|d\.o\.o|doo|ltda\.?|lda\.?|s\. ?c\. ?s\.|a\. ?ş\.|şti\.?)"
    r"(?![^\W_])"
)
SURE_LEGAL = frozenset(
    "gmbh ag bv nv ltd limited plc inc llc srl spa sro kft kg ohg vof bvba oy aps sarl llp ltda pty pvt corp mbh gesmbh doo".split()
)


LINKS = PARTICLES & TO_ORGANISATION


def _lines(name: str) -> list[str]:
    content = resources.files("crm.capture").joinpath("data", name).read_text(encoding="utf-8")
    return [line for line in content.splitlines() if line and not line.startswith("#")]


@cache
def first_names() -> frozenset[str]:
    return frozenset(name for line in _lines("first_names.txt") for name in line.split())


@dataclass(frozen=True, slots=True)
class KnownFair:
    name: str
    country: str


@cache
def known_fairs() -> dict[str, KnownFair]:
    """Every spelling in lower case -> the fair."""
    found: dict[str, KnownFair] = {}
    for line in _lines("fairs.txt"):
        head, _, spellings = line.partition("=")
        name, _, country = head.partition("@")
        fair = KnownFair(name.strip(), country.strip())
        for spelling in (fair.name, *spellings.split(";")):
            if spelling.strip():
                found[spelling.strip().lower()] = fair
    return found


def is_title(low: str) -> bool:
    return low in TITLES or (len(low) > 7 and low.endswith(TITLE_ENDINGS))


def is_organisation_word(low: str) -> bool:
    """A word that marks the name of an organisation, whole ("catering") or by its ending ("Koeltechniek")."""
    return low in ORG_WORDS or low in ORG_FIRST or (len(low) > 6 and low.endswith(ORG_ENDINGS))


def is_first_name(low: str) -> bool:
    names = first_names()
    return low in names or ("-" in low and low.split("-", 1)[0] in names)
