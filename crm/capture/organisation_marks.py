"""What marks an organisation: one the workspace knows, a domain, a legal form, a telling word."""

from crm.capture.known import find_known
from crm.capture.lexicon import (
    COMMON,
    FAIR_WORDS,
    GENERIC_FIRM,
    GOODS_ENDINGS,
    LEGAL,
    ORG_FIRST,
    ORG_WORDS,
    SURE_LEGAL,
    is_organisation_word,
    merged,
    merged_table,
)
from crm.capture.organisation_span import INNER, goes_on, joins_right, leftwards, with_legal_form
from crm.capture.pieces import Piece
from crm.capture.scene import Scene, matched_by_label
from crm.capture.text import Word


def known(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    """One that the workspace already has."""
    return [
        (first, with_legal_form(piece.words, last), 5.5)
        for first, last in find_known(piece.words, scene.around.gazetteer.organisations)
    ]


def by_domain(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
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
            while last + 1 < min(len(words), at + 8) and goes_on(scene, words, last + 1):
                last += 1
            last = with_legal_form(words, last)
            if all(word.index in protected for word in words[at : last + 1]):
                continue
            if words[at].index in protected and at and words[at - 1].index in protected and last == at:
                continue
            first = leftwards(scene, words, at, protected) if scene.cased else at
            first = _from_kind(words, first, protected)
            found.append((first, last, 5.0 + min(count, 3) / 10))
    return sorted(found, key=lambda item: -item[2])


def _from_kind(words: list[Word], first: int, protected: frozenset[int]) -> int:
    """ "kaasmakerij de groene koe": with the word before it that says what kind of firm it is, over an article, as "university of …"."""
    over = first - 2 if first > 1 and words[first - 1].low in _ARTICLES | {"of", "van", "von"} else first - 1
    if over >= 0 and words[over].low in ORG_FIRST and words[over].index not in protected:
        return over
    return first


def by_legal_form(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        if at == 0 or not (LEGAL.fullmatch(word.low) or _is_polish(words, at)):
            continue
        sure = word.low in SURE_LEGAL or "." in word.text or _is_polish(words, at)
        if not sure and not (
            scene.cased
            and (
                word.text.isupper()
                or word.text in ("AG", "SE", "Oy", "AB", "AS", "ApS", "SpA", "eG", "eK", "eV")
            )
        ):
            continue
        first = leftwards(scene, words, at, protected)
        if first < at:
            found.append((first, with_legal_form(words, at), 5.0))
    return found


def _is_polish(words: list[Word], at: int) -> bool:
    """ "Sp. z o.o." is several words."""
    return words[at].low == "sp" and at + 1 < len(words) and words[at + 1].low == "z"


def by_first_word(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        if word.low not in ORG_FIRST or word.index in protected:
            continue
        before = words[at - 1] if at else None
        if before is not None and (before.digits or (before.low in _DETERMINERS and not word.capital)):
            continue
        last = at
        while last + 1 < len(words) and last - at < 5 and joins_right(scene, words, last + 1, at, protected):
            last += 1
        while last > at and words[last].low in INNER and not words[last].capital:
            last -= 1
        first = leftwards(scene, words, at, protected) if scene.cased and word.capital else at
        if last == at and first == at:
            continue
        if scene.cased and not word.capital:
            kind_only = word.low in GENERIC_FIRM or word.low.endswith(("keten", "kette", "group"))
            found.append((first + 1 if kind_only else first, last, 3.0))
        else:
            found.append((first, last, 4.0 if scene.cased else 3.0))
    return found


_ARTICLES = merged("articles")
_DETERMINERS = _ARTICLES | merged("possessives") | {"for"}


def by_word(scene: Scene, piece: Piece, protected: frozenset[int]) -> list[tuple[int, int, float]]:
    found = []
    words = piece.words
    for at, word in enumerate(words):
        low = word.low
        if not is_organisation_word(low) or low in FAIR_WORDS or word.index in protected or word.digits:
            continue
        if scene.cased and not word.capital:
            continue
        last = at
        while last + 1 < min(len(words), at + 8) and goes_on(scene, words, last + 1):
            last += 1
        first = leftwards(scene, words, at, protected)
        last = with_legal_form(words, last)
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


_COUNTS = frozenset(merged_table("numbers"))
_WANTS = merged("before_goods")
