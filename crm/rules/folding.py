"""Text as search and comparison see it: without case, accents and punctuation."""

import unicodedata

# Letters that Unicode does not take apart into a letter and an accent. (ß becomes ss by casefold.)
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)


class _FoldedCharacters(dict[int, str]):
    """What each character becomes, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        char = chr(code)
        bare = _without_accents(_without_accents(char).casefold()).translate(WHOLE_LETTERS)
        self[code] = "".join(part if unicodedata.category(part)[0] in "LNM" else " " for part in bare)
        return self[code]


def _without_accents(text: str) -> str:
    return "".join(char for char in unicodedata.normalize("NFKD", text) if not _is_accent(char))


def _is_accent(char: str) -> bool:
    """Accents, and signs that only steer the writing. Indic and Thai vowel signs (marks of class 0) are letters here."""
    return (
        unicodedata.combining(char) > 0
        or unicodedata.category(char) in ("Cf", "Me")
        or "VARIATION SELECTOR" in unicodedata.name(char, "")
    )


_FOLDED = _FoldedCharacters()


def fold(text: str) -> str:
    """Words of small letters and digits, one space between: "Łukasz  O'Neil-Groß" -> "lukasz o neil gross".

    Folding twice changes nothing. An apostrophe and a hyphen separate words.
    """
    return " ".join(text.translate(_FOLDED).split())


def words(text: str) -> tuple[str, ...]:
    """The folded words, in order, repeated ones too."""
    return tuple(fold(text).split())


def one_letter_deletions(word: str) -> set[str]:
    """`word` with each one of its letters left out; without the empty string.

    Of two words that a single typo separates (a letter too many, too few, another one, or two neighbours swapped),
    either is a deletion of the other or they share one.
    """
    return {word[:at] + word[at + 1 :] for at in range(len(word))} - {""}


def phone_digits(phone: str) -> str:
    """Only the digits, in ASCII: "+31 (0)6-12" -> "310612"."""
    return "".join(str(unicodedata.decimal(char)) for char in phone if char.isdecimal())
