"""Recognising a person in texts, for erasing them: by name, e-mail address or phone number, however written."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property

from crm.rules.folding import fold, one_letter_deletions, words
from crm.rules.name_forms import (
    NameParts,
    Span,
    loose_pattern,
    name_spans,
    parts_of,
    stands_alone,
    surname_spans,
)
from crm.rules.reach_forms import email_pattern, phone_pattern

_SHORTEST_WORD = 3
_SHORTEST_MISTYPED = 5
_BLOT = "…"


@dataclass(frozen=True)
class Person:
    """name: as on the lead, "" for none; of an organisation where nobody is known. emails, phones: normalised and as typed.

    only_one: nobody else who is known bears the surname, and it is no ordinary word: then it tells them by itself,
    where no other name stands next to it. ordinary, first_names: known words in small letters, for seeing that.
    """

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()
    is_organisation: bool = False
    only_one: bool = False
    ordinary: frozenset[str] = field(default=frozenset(), repr=False)
    first_names: frozenset[str] = field(default=frozenset(), repr=False)

    @property
    def surname(self) -> str:
        """The last word of the name, "" where that is too short to tell anybody."""
        last = self.name.partition(",")[0].split()[-1:]
        return last[0] if last and len(last[0]) >= _SHORTEST_WORD else ""

    def surname_stays_in(self, text: str) -> bool:
        """Whether `without` leaves the surname alone in the text: it may be theirs, or a namesake's."""
        kept = self.without(text)
        if self._parts is None or not self.surname:
            return self.bears_surname(kept)
        return any(self._is_alone(kept, span) for span in surname_spans(kept, self._parts))

    def bears_surname(self, text: str) -> bool:
        """Whether it stands there at all, as in the name of a firm."""
        return bool(self.surname) and f" {fold(self.surname)} " in f" {fold(text)} "

    def is_named_in(self, text: str) -> bool:
        """Certainly: the name in any form, an address, a number."""
        return self.without(text) != text

    def may_be_meant_in(self, text: str) -> bool:
        """Perhaps: one word of the name, mistyped by one letter, will do. For copies that go after days anyway."""
        said = set(words(text))
        if any(_is_near(name, word) for name in words(self.name) for word in said):
            return True
        return any(True for _ in self._reached_in(text))

    def without(self, text: str) -> str:
        """The text with name, addresses and numbers blotted out; other words stay."""
        spans = sorted([*self._reached_in(text), *self._named_in(text)])
        kept, at = [], 0
        for start, end in spans:
            if start >= at:
                kept += [text[at:start], _BLOT]
            at = max(at, end)
        return "".join([*kept, text[at:]])

    @cached_property
    def _parts(self) -> NameParts | None:
        return None if self.is_organisation else parts_of(self.name)

    @cached_property
    def _gate(self) -> re.Pattern[str]:
        """Most texts do not have the surname's letters: they need not be taken apart into words."""
        return loose_pattern(self.surname)

    @cached_property
    def _patterns(self) -> tuple[re.Pattern[str], ...]:
        emails = (email_pattern(email) for email in self.emails)
        phones = (phone_pattern(phone) for phone in self.phones)
        found = {pattern.pattern: pattern for pattern in (*emails, *phones) if pattern is not None}
        if self.is_organisation and len(self.name.split()) > 1:
            whole = r"\s+".join(map(re.escape, self.name.split()))
            found["name"] = re.compile(rf"(?<!\w){whole}(?!\w)", re.IGNORECASE)
        return tuple(found.values())

    def _reached_in(self, text: str) -> Iterable[Span]:
        return (match.span() for pattern in self._patterns for match in pattern.finditer(text))

    def _named_in(self, text: str) -> list[Span]:
        if self._parts is None or not self._gate.search(text):
            return []
        found = name_spans(text, self._parts)
        if self.only_one and self.surname:
            found += [span for span in surname_spans(text, self._parts) if self._is_theirs(text, span, found)]
        return found

    def _is_theirs(self, text: str, span: Span, found: list[Span]) -> bool:
        if any(start <= span[0] < end for start, end in found):
            return False
        return self._is_alone(text, span)

    def _is_alone(self, text: str, span: Span) -> bool:
        return stands_alone(text, span, self.ordinary, self.first_names)


def _is_near(name: str, word: str) -> bool:
    if name == word:
        return len(name) >= _SHORTEST_WORD
    if len(name) < _SHORTEST_MISTYPED or abs(len(name) - len(word)) > 1:
        return False
    near = one_letter_deletions(name) | {name}
    return word in near or not near.isdisjoint(one_letter_deletions(word))
