"""How far the name of an organisation reaches, to the left and to the right of what marks it."""

from crm.capture.lexicon import (
    COMMON,
    FAIR_WORDS,
    GOODS_ENDINGS,
    HONORIFICS,
    LEGAL,
    ORG_WORDS,
    PARTICLES,
    SURE_LEGAL,
    TO_ORGANISATION,
    is_first_name,
    is_organisation_word,
    is_title,
    merged,
)
from crm.capture.scene import NO_NAMES, SURNAMES, Scene
from crm.capture.text import Word

JOINERS = frozenset({"&", "and", "und", "en", "of", "for", "et", "+"})


def all_names(scene: Scene, words: list[Word], protected: frozenset[int]) -> bool:
    """The piece is nothing but one name."""
    return all(
        word.index not in protected
        and not word.digits
        and not (is_title(word.low) and word.low not in SURNAMES)
        and word.low not in FAIR_WORDS
        and (_names_word(scene, word) or word.low in _INSIDE or word.low in ("&", "and", "und", "en"))
        for word in words
    )


def _names_word(scene: Scene, word: Word) -> bool:
    if scene.cased and not word.capital:
        return False
    return word.low not in COMMON or word.low in SURNAMES or is_organisation_word(word.low)


def goes_on(scene: Scene, words: list[Word], at: int) -> bool:
    low = words[at].low
    if words[at].digits or is_title(low) or low in ("sp", "co", "reg", "gen", "pty", "pvt"):
        return False
    if low in JOINERS - {"for", "and", "en", "und"} or (low in JOINERS and scene.cased):
        return at + 1 < len(words) and (
            is_organisation_word(words[at + 1].low) or (scene.cased and words[at + 1].capital and low == "&")
        )
    if scene.cased:
        named = is_organisation_word(low) or low not in COMMON or _opens_word(words, at)
        return (words[at].capital and named and not is_first_name(low)) or _opens_place(words, at)
    legal = at + 1 < len(words) and LEGAL.fullmatch(words[at + 1].low) and scene.plain(words[at])
    return bool(legal) or low in _GOES_ON or (is_organisation_word(low) and not low.endswith(GOODS_ENDINGS))


def _opens_word(words: list[Word], at: int) -> bool:
    """ "Tidewater Cold Storage": an everyday word with a capital, before a word that marks an organisation."""
    return at + 1 < len(words) and words[at + 1].capital and is_organisation_word(words[at + 1].low)


def _opens_place(words: list[Word], at: int) -> bool:
    """ "Tierklinik am Deich": where it lies, at the end of the piece."""
    return words[at].low in _AT_PLACE and at + 2 == len(words) and words[at + 1].capital


def with_legal_form(words: list[Word], last: int) -> int:
    """Takes a following legal form in: "GmbH & Co. KG" is several words."""
    longest = last + 6
    while last + 1 < min(len(words), longest):
        if words[last + 1].low == "reg" and last + 2 < len(words) and words[last + 2].low == "gen":
            last = min(last + 4, len(words)) - 1 if last + 3 < len(words) else last + 2
            continue
        text = " ".join(word.low for word in words[last + 1 : last + 5])
        low = words[last + 1].low
        if LEGAL.fullmatch(low) and (
            not words[last + 1].text.islower() or low in SURE_LEGAL or "." in low or "/" in low
        ):
            last += 1
        elif low == "&" and last + 2 < len(words) and words[last + 2].low in ("co", "co.", "cie"):
            last += 2
        elif text.startswith(("sp z o", "sp z")):
            last = min(last + 3, len(words) - 1)
        elif (
            low in ("co", "gen", "pty", "pvt")
            and last + 2 < len(words)
            and LEGAL.fullmatch(words[last + 2].low)
        ):
            last += 1
        else:
            break
    return last


def leftwards(scene: Scene, words: list[Word], at: int, protected: frozenset[int]) -> int:
    """The first word of the name whose telling word is `at`."""
    first = at
    while first > 0 and at - first < 5 and _joins_left(scene, words, first - 1, at, protected):
        first -= 1
    while first < at and (
        words[first].low in _OPENERS
        or (words[first].low in PARTICLES and not words[first].capital and words[first + 1].capital)
    ):
        first += 1
    return first


def _joins_left(scene: Scene, words: list[Word], index: int, at: int, protected: frozenset[int]) -> bool:
    word, low = words[index], words[index].low
    if word.index in protected or low in HONORIFICS:
        return False
    if word.digits:
        return word.text[0].isalpha() or (
            index == 0 and len(word.text) < 4 and word.text.isalnum() and not word.text.isdigit()
        )
    before = words[index - 1] if index else None
    if low in ("&", "+"):
        return before is not None and before.index not in protected and scene.name_like(before)
    if low in _AND_OF:
        if before is None or before.index in protected or before.low in NO_NAMES:
            return False
        return before.capital if scene.cased else index == at - 1 and words[at].low in _FAMILY
    if is_title(low) and low not in SURNAMES and not is_organisation_word(low):
        return False
    if not scene.cased:
        if low in PARTICLES:
            again = {scene.sheet.words[known].low for known in protected}
            return low in again and words[index + 1].low in again
        known_word = low in COMMON or low in TO_ORGANISATION or not scene.plain(word)
        return at - index <= 2 and (not known_word or low in SURNAMES or is_organisation_word(low))
    if low in PARTICLES and not word.capital:
        return low not in _LINKING and before is not None and before.capital and before.index not in protected
    if not word.capital:
        return False
    return (
        low in PARTICLES
        or low in SURNAMES
        or is_organisation_word(low)
        or not (low in COMMON or low in TO_ORGANISATION)
    )


_AND = frozenset({"and", "und", "en", "et"})
_AT_PLACE = merged("at_place")
_FAMILY = merged("family")
_LINKING = frozenset({"van", "von", "vom", "zu", "op", "aan"})
_INSIDE = PARTICLES - _LINKING
_GOES_ON = ORG_WORDS | {"uk", "usa"}
_AND_OF = _AND | {"of"}
_OPENERS = _AND_OF | {"&", "+"}


def joins_right(scene: Scene, words: list[Word], index: int, at: int, protected: frozenset[int]) -> bool:
    """May words[index] go on a name that opens with the telling word words[at] ("Hotel Duinzicht")?"""
    word, low = words[index], words[index].low
    after = words[index + 1] if index + 1 < len(words) else None
    if word.digits or (word.index in protected and not is_organisation_word(low)):
        return False
    if is_title(low) and not is_organisation_word(low) and low not in SURNAMES:
        return False
    if not scene.cased:
        if low in FAIR_WORDS or (index - at > 1 and words[index - 1].low not in INNER):
            return False
        return low in INNER or (scene.plain(word) and low not in TO_ORGANISATION)
    if low in INNER and after is not None and after.capital:
        return word.capital or low not in _LINKING
    if not word.capital:
        return False
    return low not in COMMON or low in SURNAMES or is_organisation_word(low)


INNER = PARTICLES | {"t", "of", "the", "zum", "zur", "am", "&", "für", "und", "en", "'t"}
