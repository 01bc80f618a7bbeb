"""Where a person's name stands in a text: in full, surname first, with initials; in any case, with and without accents."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import groupby

from crm.rules.folding import fold
from crm.rules.names import ADDRESSES, UMLAUT_SPELLED_OUT

PARTICLES = frozenset(
    "de der den het ter ten te van von vom zu zum zur la le du des da di do dos das del della af av el al bin ibn".split()
)
_WORD = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f])*")
_WITHIN = re.compile(r"(?:\.?\s{1,2}|[.\-–'’])\Z")
_WITH_COMMA = re.compile(r"\s?,\s{0,2}\Z")
_WORDS_OF_ONE_LETTER = frozenset("aeiouy")
_MOST_INITIALS = 2
_NEVER_ACCENTED = re.compile("[bfhjkmpqvwx0-9]+")
_RARELY_ACCENTED = re.compile("[bdfghjklmpqrtvwx0-9]+")

Unit = tuple[str, ...]
"""The keys of one word of a name; of several where a hyphen or an apostrophe joins them."""
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Word:
    """key: folded, an umlaut that is spelled out as its vowel."""

    start: int
    end: int
    text: str
    key: str


@dataclass(frozen=True, slots=True)
class NameParts:
    """particles: "van der", before the surname. given: at least one."""

    given: tuple[Unit, ...]
    particles: Unit
    surname: Unit


def parts_of(name: str) -> NameParts | None:
    """None for a name of one word. "Vries, Anna de" is read as it is meant."""
    surname_first, comma, given_after = name.partition(",")
    said = f"{given_after} {surname_first}" if comma else name
    units = [tuple(word.key for word in words_in(part)) for part in said.split()]
    units = [unit for unit in units if unit and not (len(unit) == 1 and unit[0] in ADDRESSES)]
    if len(units) < 2:
        return None
    at = len(units) - 1
    while at > 1 and units[at - 1][0] in PARTICLES:
        at -= 1
    particles = tuple(key for unit in units[at:-1] for key in unit)
    return NameParts(tuple(units[:at]), particles, units[-1])


@lru_cache(maxsize=16)
def words_in(text: str) -> tuple[Word, ...]:
    """Kept for the next few questions about the same text."""
    found = (Word(m.start(), m.end(), m[0], key_of(m[0])) for m in _WORD.finditer(text))
    return tuple(word for word in found if word.key)


@lru_cache(maxsize=4096)
def key_of(word: str) -> str:
    return UMLAUT_SPELLED_OUT.sub(r"\1", fold(word).replace(" ", ""))


def loosely(surname: str) -> list[str]:
    """Runs of letters that stand in a surname however it is written: "Müller" -> ["m", "ll", "r"].

    Empty where that are too few to look for.
    """
    for letters, fewest in ((_NEVER_ACCENTED, 3), (_RARELY_ACCENTED, 2)):
        runs: list[str] = letters.findall(" ".join(word.key for word in words_in(surname)))
        if sum(map(len, runs)) >= fewest:
            return runs
    return []


def loose_pattern(surname: str) -> re.Pattern[str]:
    """Found wherever the surname may stand, however it is written, and in little else: a quick look before a close one."""
    parts = []
    for is_sure, letters in groupby(
        key_of(surname), lambda letter: _RARELY_ACCENTED.match(letter) is not None
    ):
        written = "".join(letters)
        parts.append(r"\W{0,3}".join(written) if is_sure else rf".{{1,{3 * len(written)}}}")
    return re.compile("".join(parts), re.IGNORECASE | re.DOTALL)


def name_spans(text: str, name: NameParts) -> list[Span]:
    """Where the surname stands with a given name or its initial, in either order."""
    reader = _Reader(text, words_in(text), name)
    return list(reader.spans((reader.given_first, reader.surname_first)))


def surname_spans(text: str, name: NameParts) -> list[Span]:
    """Where the surname stands, with whatever is around it; particles before it are not part of it."""
    reader = _Reader(text, words_in(text), name)
    return list(reader.spans((reader.surname,)))


def stands_alone(text: str, span: Span, ordinary: frozenset[str], first_names: frozenset[str]) -> bool:
    """Whether no other name is next to it, which would make it somebody else's: "Maria Berger", "Berger GmbH".

    ordinary, first_names: known words, in small letters.
    """
    words = words_in(text)
    before = next((word for word in reversed(words) if word.end <= span[0]), None)
    after = next((word for word in words if word.start >= span[1]), None)
    if before is not None and _WITHIN.match(text[before.end : span[0]]):
        starts_sentence = before.start == 0 or text[: before.start].rstrip()[-1:] in ".!?:\n"
        is_particle = before.key in PARTICLES
        if not is_particle and _is_name(before, ordinary, first_names, capital_tells=not starts_sentence):
            return False
    gap = text[span[1] : after.start] if after is not None else ""
    if after is None or not _WITHIN.match(gap) or gap.startswith("."):
        return True
    return not _is_name(after, ordinary, first_names, capital_tells=True)


def _is_name(
    word: Word, ordinary: frozenset[str], first_names: frozenset[str], *, capital_tells: bool
) -> bool:
    low = word.text.lower()
    if low in first_names and low not in ordinary:
        return True
    return capital_tells and word.text[0].isupper() and low not in ordinary


class _Reader:
    def __init__(self, text: str, words: Sequence[Word], name: NameParts) -> None:
        self._text = text
        self._words = words
        self._name = name

    def spans(self, forms: Sequence[Callable[[int], int | None]]) -> Iterator[Span]:
        at = 0
        while at < len(self._words):
            end = next((end for form in forms if (end := form(at)) is not None), None)
            if end is None:
                at += 1
                continue
            yield self._words[at].start, self._end_of(end - 1)
            at = end

    def given_first(self, at: int) -> int | None:
        """ "Anna de Vries", "A. de Vries", "Anna M. Vries"."""
        after = self._given(at, initials=True)
        if after is None:
            return None
        return self._next(self._particles(after), self.surname)

    def surname_first(self, at: int) -> int | None:
        """ "de Vries, Anna", "Vries, A. de", "Vries Anna"."""
        after = self.surname(self._particles(at))
        if after is None or after >= len(self._words):
            return None
        if _WITH_COMMA.match(self._gap(after)):
            end = self._given(after, initials=True)
        else:
            end = self._next(after, lambda i: self._given(i, initials=False))
        return self._particles(end) if end is not None else None

    def surname(self, at: int) -> int | None:
        """In the genitive, too: "Bergers"."""
        *first, last = self._name.surname
        end = at + len(first)
        if end >= len(self._words) or any(self._words[at + i].key != key for i, key in enumerate(first)):
            return None
        if any(not self._follows(i) for i in range(at + 1, end + 1)):
            return None
        return end + 1 if self._words[end].key in (last, f"{last}s") else None

    def _given(self, at: int, *, initials: bool) -> int | None:
        """The first given name; others may be left out, or be initials that are not known."""
        first, *others = self._name.given
        end = self._unit(at, first, initials=initials)
        if end is None:
            return None
        for unit in others:
            end = self._next(end, lambda i, unit=unit: self._unit(i, unit, initials=True)) or end  # type: ignore[misc]
        for _ in range(_MOST_INITIALS):
            if not self._follows(end) or not self._is_initial(end):
                break
            end += 1
        return end

    def _unit(self, at: int, unit: Unit, *, initials: bool) -> int | None:
        end = at + len(unit)
        if tuple(word.key for word in self._words[at:end]) == unit:
            return end if all(self._follows(i) for i in range(at + 1, end)) else None
        if initials and at < len(self._words) and self._is_initial(at) and self._words[at].key == unit[0][0]:
            return at + 1
        return None

    def _is_initial(self, at: int) -> bool:
        word = self._words[at]
        has_dot = self._text[word.end : word.end + 1] == "."
        is_word = word.text.islower() and word.key in _WORDS_OF_ONE_LETTER
        return len(word.key) == 1 and word.text.isalpha() and (has_dot or not is_word)

    def _particles(self, at: int) -> int:
        for key in self._name.particles:
            if at < len(self._words) and self._words[at].key in (key, key[0]) and self._follows(at):
                at += 1
        return at

    def _next(self, at: int, form: Callable[[int], int | None]) -> int | None:
        return form(at) if self._follows(at) else None

    def _follows(self, at: int) -> bool:
        """Whether the word there belongs to the one before; the first word of all follows nothing, and may begin.

        A dot ends an initial, or a sentence.
        """
        if not 0 < at < len(self._words):
            return at == 0
        gap = self._gap(at)
        is_initial = len(self._words[at - 1].key) == 1
        return _WITHIN.match(gap) is not None and (is_initial or not gap.startswith("."))

    def _gap(self, at: int) -> str:
        return self._text[self._words[at - 1].end : self._words[at].start]

    def _end_of(self, at: int) -> int:
        """With the dot of an initial."""
        end = self._words[at].end
        return end + 1 if len(self._words[at].key) == 1 and self._text[end : end + 1] == "." else end
