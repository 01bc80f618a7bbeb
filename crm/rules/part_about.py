"""Of a message about several people, the part that is about one of them."""

import re
from collections.abc import Iterable

from crm.rules.folding import words

_SENTENCES = re.compile(r"(?<=[.!?;])\s+|(?<=\))[\s,]+|\n+")
_CLAUSES = re.compile(r"[,;()]\s*|\s[–-]\s")
_SHORTEST = 3
_AROUND = " .,;:()–-"


def part_about(text: str, name: str, others: Iterable[str]) -> str:
    """The clauses that name the person, and those that go on about them: up to a sentence's end, or to another name.

    others: the names of the other people in the text. A clause that only says who was there ("Klaus and Piet Bos")
    names several, and belongs to none of them. "" where nothing is said of this person alone.
    """
    own = _naming(name)
    foreign = {word for other in others for word in _naming(other)} - own
    parts: list[str] = []
    for sentence in _SENTENCES.split(text):
        about_them = False
        for clause in _CLAUSES.split(sentence):
            said = set(words(clause))
            names_them, names_others = bool(said & own), bool(said & foreign)
            about_them = not names_others and (names_them or about_them)
            if about_them and clause.strip(_AROUND) and not said <= own:
                parts.append(clause.strip(_AROUND))
    return ", ".join(parts)


def _naming(name: str) -> set[str]:
    """The words by which a message may name them: not "de", not an initial."""
    return {word for word in words(name) if len(word) >= _SHORTEST}
