"""Text as search and comparison see it: without case, accents and punctuation."""

import re
import unicodedata

# Letters that Unicode does not take apart into a letter and an accent. (ß becomes ss by casefold.)
WHOLE_LETTERS = str.maketrans(
    {"ø": "o", "æ": "ae", "œ": "oe", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i", "ħ": "h"}
)
# Variation selectors: they choose a glyph, such as the coloured form of an emoji.
INVISIBLE = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
NOT_ALPHANUMERIC_ASCII = re.compile(r"[^a-z0-9]+")


def fold(text: str) -> str:
    """Words of small letters and digits, one space between: "Łukasz  O'Neil-Groß" -> "lukasz o neil gross".

    Folding twice changes nothing. An apostrophe and a hyphen separate words.
    """
    if text.isascii():
        return NOT_ALPHANUMERIC_ASCII.sub(" ", text.lower()).strip()
    bare = _without_accents(_without_accents(text).casefold()).translate(WHOLE_LETTERS)
    return " ".join("".join(char if _is_part_of_a_word(char) else " " for char in bare).split())


def _without_accents(text: str) -> str:
    return "".join(
        char for char in unicodedata.normalize("NFKD", INVISIBLE.sub("", text)) if not _is_accent(char)
    )


def _is_accent(char: str) -> bool:
    """Accents, and signs that only steer the writing. Indic and Thai vowel signs (marks of class 0) are letters here."""
    return bool(unicodedata.combining(char)) or unicodedata.category(char) in ("Cf", "Me")


def _is_part_of_a_word(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNM"


def words(text: str) -> tuple[str, ...]:
    """The folded words, in order, repeated ones too."""
    return tuple(fold(text).split())


def one_letter_deletions(word: str) -> set[str]:
    """`word` with each one of its letters left out; without the empty string.

    Of two words that a single typo separates (a letter too many, too few, another one, or two neighbours swapped), either is a
    deletion of the other or they share one.
    """
    return {word[:at] + word[at + 1 :] for at in range(len(word))} - {""}


def phone_digits(phone: str) -> str:
    """Only the digits, in ASCII: "+31 (0)6-12" -> "310612"."""
    return "".join(str(unicodedata.decimal(char)) for char in phone if char.isdecimal())
