"""Names that the workspace already uses, found again in a message: organisations, titles."""

from functools import lru_cache

from crm.capture.text import WORD, Word, flatten, lower


def find_known(words: list[Word], names: tuple[str, ...]) -> list[tuple[int, int]]:
    """(first, last) of every name among `words`, the longest where several begin at one word."""
    if not names:
        return []
    low = [word.low for word in words]
    by_first_word = _by_first_word(names)
    found: list[tuple[int, int]] = []
    for at, word in enumerate(low):
        for parts in by_first_word.get(word, ()):
            if low[at : at + len(parts)] == parts:
                found.append((at, at + len(parts) - 1))
                break
    return found


@lru_cache(maxsize=64)
def _by_first_word(names: tuple[str, ...]) -> dict[str, list[list[str]]]:
    """The longest first. A workspace has a thousand names, a message some words: only what begins with one is tried."""
    found: dict[str, list[list[str]]] = {}
    for parts in sorted((WORD.findall(lower(flatten(name))) for name in names), key=len, reverse=True):
        if parts:
            found.setdefault(parts[0], []).append(parts)
    return found
