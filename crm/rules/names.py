"""Keys by which two spellings of a person's or an organisation's name are the same."""

import re
from collections import Counter

from crm.rules.folding import words

UMLAUT_SPELLED_OUT = re.compile(r"([aou])e+")

_ADDRESSES = "mr mrs ms miss mister sir herr frau hr fr heer mevrouw meneer dhr mw mevr dr drs ir ing prof mag dipl msc mba phd bsc"
ADDRESSES = frozenset(_ADDRESSES.split())

_LEGAL_FORMS = (
    # Germany, Austria, Switzerland
    "ag gmbh mbh ggmbh kg kgaa ohg ug gbr ek ev eg haftungsbeschrankt co cie "
    # the Netherlands, Belgium
    "bv nv vof cv bvba cvba vzw srl sprl "
    # English
    "inc incorporated ltd limited llc llp lp plc corp corporation pty pte "
    # France, Spain, Italy, Portugal
    "sa sas sasu sarl eurl sl slu spa srls lda ltda "
    # the North
    "as asa ab aps oy oyj hf ehf "
    # the East
    "sp zoo sro doo kft zrt nyrt ooo se"
)
LEGAL_FORMS = frozenset(_LEGAL_FORMS.split())
BETWEEN_LEGAL_FORMS = frozenset({"and", "und", "en", "et"})


def name_key(name: str) -> str:
    """The same for "Dr. Klaus Müller", "Mueller, Klaus" and "klaus muller"; empty where no name is left."""
    return " ".join(sorted(name_in_order(name)))


def name_in_order(name: str) -> list[str]:
    """The words that `name_key` sorts, as they were written: "Dr. Klaus Müller" -> ["klaus", "muller"]."""
    said = [_umlaut_as_vowel(word) for word in words(name)]
    return [word for word in said if word not in ADDRESSES] or said


def names_agree(one: str, other: str) -> bool:
    """Whether two names can be one person's: each word of the shorter stands in the longer, in full or as its initial.

    An unknown (empty) name agrees with every other.
    """
    shorter, longer = sorted((name_key(one).split(), name_key(other).split()), key=len)
    unmatched = list((Counter(longer) - Counter(shorter)).elements())
    for word in (Counter(shorter) - Counter(longer)).elements():
        match = next((candidate for candidate in unmatched if _is_initial(word, candidate)), None)
        if match is None:
            return False
        unmatched.remove(match)
    return True


def organisation_key(name: str) -> str:
    """Without its legal form: the same for "Müller B.V.", "Mueller bv" and "MULLER". A name of nothing else keeps it."""
    parts = [_umlaut_as_vowel(word) for word in _join_single_letters(words(name))]
    while len(parts) > 1 and parts[-1] in LEGAL_FORMS:
        parts.pop()
        while len(parts) > 1 and parts[-1] in BETWEEN_LEGAL_FORMS:
            parts.pop()
    return " ".join(parts)


def _umlaut_as_vowel(word: str) -> str:
    return UMLAUT_SPELLED_OUT.sub(r"\1", word)


def _is_initial(one: str, other: str) -> bool:
    return 1 in (len(one), len(other)) and one[0] == other[0]


def _join_single_letters(parts: tuple[str, ...]) -> list[str]:
    """ "b v" (from "B.V.") and "h m" (from "H&M") become one word each."""
    joined: list[str] = []
    in_run = False
    for part in parts:
        if len(part) == 1 and in_run:
            joined[-1] += part
        else:
            joined.append(part)
        in_run = len(part) == 1
    return joined
