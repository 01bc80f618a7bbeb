"""Recognising a person in texts, for erasing them: by name, e-mail address or phone number, however written."""

import re
from dataclasses import dataclass

from crm.rules.folding import fold, one_letter_deletions, phone_digits, words

_PHONE_TAIL = 8
"""So many last digits tell a number, with or without its country code."""
_SHORTEST_WORD = 3
_SHORTEST_MISTYPED = 5
_BETWEEN_DIGITS = re.compile(r"(?<=[\d+])[\s\-–()./]+(?=[\d(])")


@dataclass(frozen=True, slots=True)
class Person:
    """name: as on the lead, "" for none. emails, phones: normalised and as typed."""

    name: str
    emails: tuple[str, ...] = ()
    phones: tuple[str, ...] = ()

    @property
    def surname(self) -> str:
        """The last word of the name, "" where that is too short to tell anybody."""
        last = self.name.split()[-1:]
        return last[0] if last and len(last[0]) >= _SHORTEST_WORD else ""

    def surname_stays_in(self, text: str) -> bool:
        """Whether `without` leaves the surname in the text: it may be theirs, or a namesake's."""
        return bool(self.surname) and fold(self.surname) in words(self.without(text))

    def is_named_in(self, text: str) -> bool:
        """Certainly: the whole name in a row, an address, a number."""
        name = words(self.name)
        folded = f" {fold(text)} "
        whole = len(name) > 1 and f" {' '.join(name)} " in folded
        return whole or self._is_reached_in(text)

    def may_be_meant_in(self, text: str) -> bool:
        """Perhaps: one word of the name, mistyped by one letter, will do. For copies that go after days anyway."""
        said = set(words(text))
        return any(_is_near(name, word) for name in words(self.name) for word in said) or self._is_reached_in(
            text
        )

    def without(self, text: str) -> str:
        """The text with name, addresses and numbers blotted out; other words stay."""
        said = [part for part in (*self.emails, *self.phones) if part]
        if len(self.name.split()) > 1:
            said.append(self.name)
        for part in sorted(said, key=len, reverse=True):
            pattern = r"\s+".join(map(re.escape, part.split()))
            text = re.sub(rf"(?<!\w){pattern}(?!\w)", "…", text, flags=re.IGNORECASE)
        return text

    def _is_reached_in(self, text: str) -> bool:
        low = text.casefold()
        if any(email.casefold() in low for email in self.emails if email):
            return True
        tails = [digits[-_PHONE_TAIL:] for phone in self.phones if (digits := phone_digits(phone))]
        joined = _BETWEEN_DIGITS.sub("", text)
        return any(len(tail) == _PHONE_TAIL and tail in joined for tail in tails)


def _is_near(name: str, word: str) -> bool:
    if name == word:
        return len(name) >= _SHORTEST_WORD
    if len(name) < _SHORTEST_MISTYPED or abs(len(name) - len(word)) > 1:
        return False
    near = one_letter_deletions(name) | {name}
    return word in near or not near.isdisjoint(one_letter_deletions(word))
