"""Organisations: by legal form, by the domain of an address, by their telling words, by what stands before them."""

from dataclasses import dataclass
from functools import lru_cache

from crm.capture.lexicon import (
    COMMON,
    FAIR_WORDS,
    GENERIC_FIRM,
    GOODS_ENDINGS,
    HONORIFICS,
    LEGAL,
    ORG_FIRST,
    ORG_WORDS,
    PLACE,
    SURE_LEGAL,
    is_title,
)
from crm.capture.pieces import Piece
from crm.capture.scene import (
    PARTICLES,
    SURNAMES,
    TO_ORGANISATION,
    Scene,
    is_first_name,
    is_organisation_word,
    matched_by_label,
)
from crm.capture.text import Word

_JOINERS = frozenset({"&", "and", "und", "en", "of", "for", "et", "+"})
_ARTICLES = frozenset("the de het der die das den dem 't la le el zum zur am im".split())
_TAIL = frozenset({"stand", "booth", "messestand", "folks", "guys", "people"})


@dataclass(frozen=True, slots=True)
class OrganisationFound:
    """words of one piece, and how sure it is (1 weak to 6 certain)."""

    piece: int
    words: tuple[Word, ...]
    score: float

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def find_strong(scene: Scene, protected: frozenset[int]) -> list[OrganisationFound]:
    """Those with a mark of their own. protected: words of people, not to be swallowed."""
    found: list[OrganisationFound] = []
    taken: set[int] = set()
    for piece in scene.pieces:
        for reading in (_known, _by_domain, _by_legal_form, _by_first_word, _by_word):
            for first, last, score in reading(scene, piece, protected):
                if 1 < len(piece.words) <= 6 and _all_names(scene, piece.words, protected):
                    first, last = 0, len(piece.words) - 1
                words = piece.words[first : last + 1]
                while len(words) > 1 and words[0].low in _MERE_KIND:
                    words = words[1:]
                if taken.isdisjoint(word.index for word in words):
                    taken.update(word.index for word in words)
                    found.append(OrganisationFound(piece.index, tuple(words), score))
    return [one for one in found if not any(_is_bearer(one, other) for other in found)]


def _is_bearer(one: OrganisationFound, other: OrganisationFound) -> bool:
    """ "Kim Vos, Vos Dachbau": the name that ends as the other begins is that of a person."""
    ends, begins = one.words[-1], other.words[0]
    return one.piece < other.piece and len(one.words) == 2 and len(other.words) > 1 and ends.low == begins.low


_MERE_KIND = frozenset(
    "company firma fa fa. bedrijf firm organisation organisatie unternehmen organization kunde klant customer".split()
)


def _known(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    names = scene.around.gazetteer.organisations
    if not names:
        return []
    low = [word.low for word in piece.words]
    by_first_word = _names_by_first_word(names)
    return [
        (at, _with_legal_form(piece.words, at + len(parts) - 1), 5.5)
        for at, word in enumerate(low)
        for parts in by_first_word.get(word, ())
        if low[at : at + len(parts)] == parts
    ]


@lru_cache(maxsize=64)
def _names_by_first_word(names: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The longest first. A workspace has a thousand names, a message some words: only what begins with one is tried."""
    found: dict[str, list[list[str]]] = {}
    for parts in sorted((name.lower().split() for name in names), key=len, reverse=True):
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return found


def _by_domain(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found: list[tuple[int, int, float]] = []
    for label in scene.labels:
        if len(label) < 3:
            continue
        for at in range(len(piece.words)):
            count = matched_by_label(piece.words[at : at + 7], label)
            if not count:
                continue
            last = at + count - 1
            words = piece.words
            if count == 1 and (words[at].low in COMMON and not words[at].capital):
                continue
            while last + 1 < min(len(words), at + 8) and _goes_on(scene, words, last + 1):
                last += 1
            last = _with_legal_form(words, last)
            if all(word.index in protected for word in words[at : last + 1]):
                continue
            if words[at].index in protected and at and words[at - 1].index in protected and last == at:
                continue
            first = _leftwards(scene, words, at, protected) if scene.cased else at
            while first > 0 and words[first - 1].low in ORG_FIRST and words[first - 1].index not in protected:
                first -= 1
            found.append((first, last, 5.0 + min(count, 3) / 10))
    return sorted(found, key=lambda item: -item[2])


def _all_names(scene: Scene, words: list[Word], protected: frozenset[int]) -> bool:
    """The piece is nothing but one name."""
    return all(
        word.index not in protected
        and scene.is_free(word)
        and not word.digits
        and not (is_title(word.low) and word.low not in SURNAMES)
        and word.low not in FAIR_WORDS
        and (
            _names_word(scene, word)
            or word.low in PARTICLES - _LINKING
            or word.low in ("&", "and", "und", "en")
        )
        for word in words
    )


def _names_word(scene: Scene, word: Word) -> bool:
    if scene.cased and not word.capital:
        return False
    return word.low not in COMMON or word.low in SURNAMES or is_organisation_word(word.low)


def _goes_on(scene: Scene, words: list[Word], at: int) -> bool:
    low = words[at].low
    if words[at].digits or is_title(low) or low in ("sp", "co", "reg", "gen", "pty", "pvt"):
        return False
    if low in _JOINERS - {"for", "and", "en", "und"} or (low in _JOINERS and scene.cased):
        return at + 1 < len(words) and (
            is_organisation_word(words[at + 1].low) or (scene.cased and words[at + 1].capital and low == "&")
        )
    if scene.cased:
        return (
            words[at].capital and (is_organisation_word(low) or low not in COMMON) and not is_first_name(low)
        )
    legal = at + 1 < len(words) and LEGAL.fullmatch(words[at + 1].low) and scene.plain(words[at])
    return (
        bool(legal)
        or low in ORG_WORDS | {"uk", "usa"}
        or (is_organisation_word(low) and not low.endswith(GOODS_ENDINGS))
    )


def _with_legal_form(words: list[Word], last: int) -> int:
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


def _by_legal_form(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        if not LEGAL.fullmatch(word.low) or at == 0:
            continue
        sure = word.low in SURE_LEGAL or "." in word.text
        if not sure and not (
            scene.cased
            and (
                word.text.isupper()
                or word.text in ("AG", "SE", "Oy", "AB", "AS", "ApS", "SpA", "eG", "eK", "eV")
            )
        ):
            continue
        first = _leftwards(scene, words, at, protected)
        if first < at:
            found.append((first, _with_legal_form(words, at), 5.0))
    return found


def _leftwards(scene: Scene, words: list[Word], at: int, protected: frozenset[int]) -> int:
    """The first word of the name whose telling word is `at`."""
    first = at
    while first > 0 and at - first < 5 and _joins_left(scene, words, first - 1, at, protected):
        first -= 1
    while first < at and (
        words[first].low in _AND | {"&", "+", "of"}
        or (words[first].low in PARTICLES and not words[first].capital and words[first + 1].capital)
    ):
        first += 1
    return first


def _joins_left(scene: Scene, words: list[Word], index: int, at: int, protected: frozenset[int]) -> bool:
    word, low = words[index], words[index].low
    if word.index in protected or not scene.is_free(word) or low in HONORIFICS:
        return False
    if word.digits:
        return word.text[0].isalpha() or (
            index == 0 and len(word.text) < 4 and word.text.isalnum() and not word.text.isdigit()
        )
    before = words[index - 1] if index else None
    if low in ("&", "+"):
        return before is not None and before.index not in protected and scene.name_like(before)
    if low in _AND | {"of"}:
        if before is None or before.index in protected or before.low in COMMON - SURNAMES:
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
_FAMILY = frozenset(
    {
        "sons",
        "söhne",
        "sohn",
        "zonen",
        "zn",
        "zoon",
        "co",
        "partners",
        "partner",
        "daughters",
        "daughter",
        "dochters",
        "brothers",
    }
)
_LINKING = frozenset({"van", "von", "vom", "zu", "op", "aan"})


def _by_first_word(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        if word.low not in ORG_FIRST or word.index in protected:
            continue
        before = words[at - 1] if at else None
        if before is not None and (before.digits or (before.low in _DETERMINERS and not word.capital)):
            continue
        last = at
        while last + 1 < len(words) and last - at < 5 and _joins_right(scene, words, last + 1, at, protected):
            last += 1
        while last > at and words[last].low in _INNER and not words[last].capital:
            last -= 1
        first = _leftwards(scene, words, at, protected) if scene.cased and word.capital else at
        if last == at and first == at:
            continue
        if scene.cased and not word.capital:
            kind_only = word.low in GENERIC_FIRM or word.low.endswith(("keten", "kette", "group"))
            found.append((first + 1 if kind_only else first, last, 3.0))
        else:
            found.append((first, last, 4.0 if scene.cased else 3.0))
    return found


def _joins_right(scene: Scene, words: list[Word], index: int, at: int, protected: frozenset[int]) -> bool:
    """May words[index] go on a name that opens with the telling word words[at] ("Hotel Duinzicht")?"""
    word, low = words[index], words[index].low
    after = words[index + 1] if index + 1 < len(words) else None
    if word.digits or (word.index in protected and not is_organisation_word(low)):
        return False
    if is_title(low) and not is_organisation_word(low) and low not in SURNAMES:
        return False
    if not scene.cased:
        if low in FAIR_WORDS or (index - at > 1 and words[index - 1].low not in _INNER):
            return False
        return low in _INNER or (scene.plain(word) and low not in TO_ORGANISATION)
    if low in _INNER and after is not None and after.capital:
        return word.capital or low not in _LINKING
    if not word.capital:
        return False
    return low not in COMMON or low in SURNAMES or is_organisation_word(low)


_INNER = PARTICLES | {"of", "the", "zum", "zur", "am", "&", "für", "und", "en", "'t"}
_DETERMINERS = frozenset("our the a een ein eine der die das het onze unsere für voor for".split())


def _by_word(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        low = word.low
        if not is_organisation_word(low) or low in FAIR_WORDS or word.index in protected or word.digits:
            continue
        if scene.cased and not word.capital:
            continue
        last = at
        while last + 1 < min(len(words), at + 8) and _goes_on(scene, words, last + 1):
            last += 1
        first = _leftwards(scene, words, at, protected)
        last = _with_legal_form(words, last)
        counted = first > 0 and (words[first - 1].digits or words[first - 1].low in _COUNTS)
        if counted or (last == first and (low in ORG_WORDS or low in ORG_FIRST)):
            continue
        if last == first and not (
            scene.cased and low.endswith(("werke", "tronics", "tronic", "group", "groep"))
        ):
            if low.endswith(GOODS_ENDINGS) or not scene.cased:
                continue
            found.append((first, last, 2.0))
            continue
        goods = low.endswith(GOODS_ENDINGS) or (first and (words[first - 1].low in _WANTS))
        found.append((first, last, 1.5 if goods else 3.5 if scene.cased else 2.6))
    return found


_COUNTS = frozenset(
    "two three four five six seven eight nine ten twelve twee drie vier vijf zes zeven acht zwei drei fünf sechs sieben".split()
)
_WANTS = frozenset(
    """wants want needs need wil willen zoekt zoeken will wollen braucht brauchen sucht suchen interested in about re over über für for voor interesse an aan
    regarding quote offerte angebot new neue neuen nieuwe""".split()
)


def after_link(scene: Scene, piece: Piece, at: int, protected: frozenset[int]) -> tuple[int, int] | None:
    """The name that follows "from", "bij", "von", "@" …; `at` is the first word after it."""
    words = piece.words
    while (
        at < len(words)
        and words[at].low in _ARTICLES | {"firma", "fa", "fa."}
        and not words[at].capital
        and at + 1 < len(words)
    ):
        at += 1
    if at < len(words) and words[at].low in ("firma", "fa"):
        at += 1
    last = at - 1
    while last + 1 < len(words) and last - at < 5:
        word = words[last + 1]
        low = word.low
        if not scene.is_free(word) or word.index in protected or low in HONORIFICS or low in _TAIL:
            break
        if not word.capital and low in PLACE:
            break
        if last < at and not word.capital and low in PLACE | {"us", "me", "ons", "uns", "mir", "mij"}:
            break
        joins = (
            last >= at
            and low in PARTICLES | _JOINERS
            and last + 2 < len(words)
            and (words[last + 2].capital or not scene.cased)
            and words[last + 2].low not in COMMON
        )
        if scene.cased:
            if not word.capital and not joins:
                break
            if (
                word.capital
                and last >= at
                and low in COMMON
                and not is_organisation_word(low)
                and low not in SURNAMES
            ):
                break
            if (
                last < at
                and low in COMMON
                and not is_organisation_word(low)
                and low not in SURNAMES
                and not (last + 2 < len(words) and words[last + 2].capital)
            ):
                break
        else:
            if (
                not joins
                and (not scene.plain(word) or word.digits or low in TO_ORGANISATION or low in PLACE)
                and not (low in SURNAMES and last >= at)
                and not (is_organisation_word(low) and last >= at)
            ):
                break
            if last - at >= 2:
                break
        if is_title(low) and not is_organisation_word(low):
            break
        last += 1
    while last >= at and (words[last].low in PARTICLES | _JOINERS) and not words[last].capital:
        last -= 1
    return (at, last) if last >= at else None


def whole_piece(scene: Scene, piece: Piece, protected: frozenset[int]) -> tuple[int, int] | None:
    """The words of a piece that may well be an organisation by itself: between commas, on its own line, in brackets."""
    words = [word for word in piece.words if scene.is_free(word) and word.index not in protected]
    if not words or len(words) > 6 or len(words) != len(piece.words):
        return None
    if any(word.digits and not (word.text[0].isalpha() or word.text[-1].isalpha()) for word in words):
        return None
    if words[0].low in COMMON and not words[0].capital:
        return None
    lows = [word.low for word in words]
    if scene.cased:
        if not words[0].capital:
            return None
        plain = [word for word in words if not word.capital and word.low not in PARTICLES | _JOINERS]
        if plain:
            return None
        if all(low in COMMON for low in lows):
            return None
        if len(words) == 1 and scene.language == "de" and lows[0].endswith(GOODS_ENDINGS):
            return None
    elif (
        any(low in COMMON and low not in SURNAMES and low not in PARTICLES | _JOINERS for low in lows)
        or len(words) > 4
    ):
        return None
    if any(
        not scene.plain(word)
        and word.low not in SURNAMES
        and word.low not in PARTICLES | _JOINERS
        and not is_organisation_word(word.low)
        and not word.capital
        for word in words
    ):
        return None
    if is_title(lows[0]) or lows[0] in PLACE:
        return None
    return 0, len(words) - 1
