"""Which of our languages a message is in: by its small words, else the member's."""

from collections.abc import Iterable

from crm.capture.words import LANGUAGES

_SETS = {
    code: words.names.common
    | words.steps.actions
    | words.steps.asks
    | frozenset(form for row in words.calendar.weekdays for form in row if len(form) > 3)
    for code, words in LANGUAGES.items()
}
_OWN = {
    code: known - frozenset().union(*(other for name, other in _SETS.items() if name != code))
    for code, known in _SETS.items()
}


def guess(words: Iterable[str], member: str) -> str:
    """ "en", "nl" or "de"; `member` where the words say nothing."""
    counts = dict.fromkeys(_OWN, 0.0)
    for word in words:
        for code, own in _OWN.items():
            if word in own:
                counts[code] += 1
    if member in counts:
        counts[member] += 0.5
    return max(counts, key=lambda code: counts[code]) if counts else member
