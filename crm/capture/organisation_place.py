"""Organisations by where they stand: behind "from" or "bij", or as a piece of their own."""

import re

from crm.capture.lexicon import (
    COMMON,
    GOODS_ENDINGS,
    HONORIFICS,
    PARTICLES,
    PLACE,
    TO_ORGANISATION,
    is_organisation_word,
    is_title,
    merged,
)
from crm.capture.organisation_span import JOINERS
from crm.capture.pieces import Piece
from crm.capture.scene import SURNAMES, Scene

_ARTICLES = merged("articles") | {"la", "le", "el", "zum", "zur", "am", "im"}
_BEFORE = _ARTICLES | merged("mere_kind")
_BEHIND = PLACE | merged("ourselves_after")
_INNER = PARTICLES | JOINERS
_LONGEST_NUMBER = 3
_TIMES = re.compile(r"\d+x|x\d+")
_TAIL = frozenset({"stand", "booth", "messestand", "folks", "guys", "people"})


def after_link(scene: Scene, piece: Piece, at: int, protected: frozenset[int]) -> tuple[int, int] | None:
    """The name that follows "from", "bij", "von", "@" …; `at` is the first word after it."""
    words = piece.words
    while at < len(words) and words[at].low in _BEFORE and not words[at].capital and at + 1 < len(words):
        at += 1
    if at < len(words) and words[at].low in ("firma", "fa"):
        at += 1
    last = at - 1
    while last + 1 < len(words) and last - at < 5:
        word = words[last + 1]
        low = word.low
        if word.index in protected or low in HONORIFICS or low in _TAIL:
            break
        if not word.capital and low in PLACE:
            break
        if last < at and not word.capital and low in _BEHIND:
            break
        joins = (
            last >= at
            and low in _INNER
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
                and not (low in PARTICLES and last + 2 < len(words) and words[last + 2].capital)
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
    while last >= at and (words[last].low in _INNER) and not words[last].capital:
        last -= 1
    if last < at:
        return None
    return at, last + _closes_with_number(piece, last)


def _closes_with_number(piece: Piece, last: int) -> bool:
    """ "Stadslogistiek 010": the number that closes the piece is part of the name, a year aside."""
    number = piece.words[last + 1 :]
    return (
        len(number) == 1
        and number[0].text.isdigit()
        and len(number[0].text) <= _LONGEST_NUMBER
        and piece.after != "claim"
    )


def whole_piece(scene: Scene, piece: Piece, protected: frozenset[int]) -> tuple[int, int] | None:
    """The words of a piece that may well be an organisation by itself: between commas, on its own line, in brackets."""
    end = next(
        (at for at, word in enumerate(piece.words) if at and word.low in PLACE and not word.capital), None
    )
    words = [word for word in piece.words[:end] if word.index not in protected]
    if not words or len(words) > 6 or len(words) != len(piece.words[:end]):
        return None
    if any(
        word.digits and (_TIMES.fullmatch(word.low) or not word.text.strip("0123456789")) for word in words
    ):
        return None
    if words[0].low in COMMON and not words[0].capital:
        return None
    lows = [word.low for word in words]
    if scene.cased:
        if not words[0].capital:
            return None
        plain = [word for word in words if not word.capital and word.low not in _INNER]
        if plain:
            return None
        if all(low in COMMON for low in lows):
            return None
        if len(words) == 1 and scene.language == "de" and lows[0].endswith(GOODS_ENDINGS):
            return None
    elif any(low in COMMON and low not in SURNAMES and low not in _INNER for low in lows) or len(words) > 4:
        return None
    if any(
        not scene.plain(word)
        and word.low not in SURNAMES
        and word.low not in _INNER
        and not is_organisation_word(word.low)
        and not word.capital
        for word in words
    ):
        return None
    if is_title(lows[0]) or lows[0] in PLACE:
        return None
    return 0, len(words) - 1
