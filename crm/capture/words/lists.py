"""How the words of a language are written down: blocks of text that read like a list."""


def w(text: str) -> frozenset[str]:
    """Words from a block of text, one or more to the line."""
    return frozenset(text.split())


def phrases(text: str) -> tuple[str, ...]:
    """Phrases from a block of text, one to the line or parted by `;`, longest first."""
    parts = (part.strip() for line in text.splitlines() for part in line.split(";"))
    return tuple(sorted({part for part in parts if part}, key=lambda part: (-len(part), part)))


def rows(text: str) -> tuple[tuple[str, ...], ...]:
    """One tuple of forms a line."""
    return tuple(tuple(line.split()) for line in text.splitlines() if line.strip())


def table(text: str) -> dict[str, str]:
    """Lines of `meaning: form; form` turned round: form -> meaning. A meaning may have several lines."""
    found: dict[str, str] = {}
    for line in text.splitlines():
        meaning, colon, forms = line.strip().partition(": ")
        if colon:
            found.update({form.strip(): meaning for form in forms.split(";") if form.strip()})
    return found
