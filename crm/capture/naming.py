"""Whom some words name: "called Jansen" -> "Jansen". Used where a message is no new lead, so that no person is read."""

import re

from crm.capture.lexicon import (
    ACTIONS,
    COMMON,
    HONORIFICS,
    PARTICLES,
    TO_ORGANISATION,
    is_first_name,
    is_title,
    merged,
)
from crm.capture.scene import SURNAMES
from crm.capture.text import Sheet, Word

BREAKS = re.compile(r"[,;:.!?\n(]|\s[-–]\s")
_FILL = merged("log_fill")
_BEFORE_NAMES = PARTICLES | HONORIFICS
_BETWEEN = PARTICLES | {"&", "and", "und", "en"}
_NO_NAMES = frozenset({"due", "email", "phone", "value", "kept", "website", "hot"})
_SURNAME_OPENERS = frozenset("van de von te ter ten el al di da du le la vd".split())


def named(sheet: Sheet, start: int, end: int) -> str | None:
    """The first run of words in a stretch that may be a name, as typed: unknown words, capitals, particles between."""
    blocked = _blocked(sheet)
    words = [
        word
        for word in sheet.words
        if word.start >= start
        and word.end <= end
        and not any(first <= word.start < last for first, last in blocked)
    ]
    cased = any(word.capital for word in words[1:]) or (bool(words) and words[0].capital and start > 0)
    run: list[Word] = []
    for at, word in enumerate(words):
        if run and (
            BREAKS.search(sheet.flat[run[-1].end : word.start])
            or any(run[-1].end <= first < word.start for first, _ in blocked)
        ):
            break
        after = words[at + 1] if at + 1 < len(words) else None
        if not run and at and words[at - 1].digits:
            continue  # "40 sensors"
        opens = (
            not run
            and after is not None
            and _opens_surname(word, at)
            and _may_name(after, cased and start > 0, True)
        )
        if opens or _may_name(word, cased and start > 0, bool(run)) or (run and word.low in _BETWEEN):
            run.append(word)
        elif run:
            break
    while run and (run[-1].low in _BETWEEN or run[-1].low in HONORIFICS):
        run.pop()
    while run and run[0].low in HONORIFICS:
        run.pop(0)
    return sheet.text[run[0].start : run[-1].end] if run else None


def named_before(sheet: Sheet, start: int, end: int) -> str | None:
    blocked = _blocked(sheet)
    words = [
        word
        for word in sheet.words
        if word.start >= start
        and word.end <= end
        and not any(first <= word.start < last for first, last in blocked)
    ]
    run: list[Word] = []
    for word in reversed(words):
        if _may_name(word, False, True) or (run and word.low in PARTICLES and word.low not in ("met", "mit")):
            if run and BREAKS.search(sheet.flat[word.end : run[0].start]):
                break
            run.insert(0, word)
        elif run:
            break
    while run and run[0].low in _BEFORE_NAMES and not run[0].capital:
        run.pop(0)
    while run and run[0].low in HONORIFICS:
        run.pop(0)
    return sheet.text[run[0].start : run[-1].end] if run else None


def _blocked(sheet: Sheet) -> list[tuple[int, int]]:
    """Stretches that are no names: times, amounts, ways to reach somebody."""
    return [(start, end) for start, end, what in sheet.claims if what in _NO_NAMES]


def _opens_surname(word: Word, at: int) -> bool:
    """ "Van Dijk", or "van dijk" right behind the phrase."""
    return word.low in _SURNAME_OPENERS and (word.capital or at == 0)


def _may_name(word: Word, cased: bool, running: bool) -> bool:
    low = word.low
    if word.digits or len(word.text) < 2:
        return False
    if cased and not word.capital and not (running and low in PARTICLES):
        return False
    if low in HONORIFICS:
        return True
    if low in COMMON or low in ACTIONS or low in _FILL or low in TO_ORGANISATION:
        return (low in SURNAMES and running) or (
            word.capital and cased and low in SURNAMES and is_first_name(low)
        )
    return not is_title(low) or word.capital
