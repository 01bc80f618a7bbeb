"""The sheet that the readers work on: one message, its words, and which stretches somebody has already read."""

import re
from dataclasses import dataclass, field
from functools import lru_cache

WORD = re.compile(r"[vV]/[dD](?![^\W_])|(?:[^\W\d_]\.){2,}[^\W\d_]?|[^\W_]+(?:(?:\.?-|['&+])[^\W_]+)*|&|@")
_ONE_FOR_ONE = {
    **{
        ord(char): " "
        for char in "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t"
    },
    **{
        ord(char): " "
        for char in "\u200b\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\u00ad"
    },
    **{ord(char): "'" for char in "\u2018\u2019\u201b\u0060\u00b4\u02bc"},
    **{ord(char): '"' for char in "\u201c\u201d\u201e\u201f\u00ab\u00bb"},
    **{ord(char): "-" for char in "\u2010\u2011\u2012\u2013\u2014\u2015\u2212"},
    **{ord(char): "|" for char in "\u2022\u00b7\u2502\u25cf\u25aa"},
    # faces and hands say nothing; objects ("📞", "🏢") part what stands on either side
    **dict.fromkeys((*range(0x1F440, 0x1F4AB), *range(0x1F600, 0x1F650), *range(0x1F90C, 0x1F97B)), " "),
    **dict.fromkeys((0x1F389, 0x1F680, 0x2728, 0x2764, 0x2B50, 0xFE0F, *range(0x1F3FB, 0x1F400)), " "),
    ord("\r"): "\n",
    ord("\uff20"): "@",
    ord("\uff0b"): "+",
}
_FOLD = str.maketrans(
    "àáâãäåāăąçćčđďèéêëēėęěğìíîïīįıłľñńňòóôõöøőřśşšșťţțùúûüūůűýÿźżž",
    "aaaaaaaaacccddeeeeeeeegiiiiiiillnnnooooooorsssstttuuuuuuuyyzzz",
)


def flatten(text: str) -> str:
    """The same length as `text`: odd spaces, quotes and dashes become plain ones."""
    return text.translate(_ONE_FOR_ONE)


def lower(flat: str) -> str:
    """Lower case of the same length (some letters grow when lowered; those stay)."""
    low = flat.lower()
    if len(low) == len(flat):
        return low
    return "".join(char.lower() if len(char.lower()) == 1 else char for char in flat)


@lru_cache(maxsize=4096)
def fold(word: str) -> str:
    """Without accents, for comparing a name with an address: "Ayşe" -> "ayse"."""
    return word.lower().translate(_FOLD).replace("ß", "ss").replace("æ", "ae")


@lru_cache(maxsize=4096)
def fold_german(word: str) -> str:
    """As `fold`, with the umlauts written out: "Köhler" -> "koehler"."""
    return fold(
        word.lower()
        .replace("ä", "ae")
        .replace("ö", "oe")
        .replace("ü", "ue")
        .replace("ø", "oe")
        .replace("å", "aa")
    )


@dataclass(slots=True, eq=False)
class Word:
    """One word. index: place among the words of the sheet; dot: a full stop follows directly; digits: has some."""

    index: int
    start: int
    end: int
    text: str
    low: str
    dot: bool
    capital: bool
    digits: bool


Span = tuple[int, int]


@dataclass(slots=True)
class Sheet:
    """A message while it is being read.

    text: as typed; flat: the same length with plain spaces, quotes and dashes; low: flat in lower case.
    claims: (start, end, what) of what was read, `mask` the same by character. People, organisations and the
    note look only at what is still free.
    """

    text: str
    flat: str = ""
    low: str = ""
    words: list[Word] = field(default_factory=list)
    claims: list[tuple[int, int, str]] = field(default_factory=list)
    mask: bytearray = field(default_factory=bytearray)

    def __post_init__(self) -> None:
        self.flat = flatten(self.text)
        self.low = lower(self.flat)
        self.mask = bytearray(len(self.text))
        self.words = [
            Word(
                index=index,
                start=match.start(),
                end=match.end(),
                text=match.group(),
                low=self.low[match.start() : match.end()],
                dot=self.flat[match.end() : match.end() + 1] == ".",
                capital=match.group()[0].isupper(),
                digits=not match.group().isalpha() and any(char.isdigit() for char in match.group()),
            )
            for index, match in enumerate(WORD.finditer(self.flat))
        ]

    def claim(self, start: int, end: int, what: str) -> None:
        self.claims.append((start, end, what))
        self.mask[start:end] = b"\x01" * (end - start)

    def free(self, start: int, end: int) -> bool:
        return not any(self.mask[start:end])

    def is_read_as(self, at: int, *what: str) -> bool:
        """Whether the character there was claimed as one of these."""
        return any(start <= at < end and kind in what for start, end, kind in self.claims)

    def masked(self, source: str) -> str:
        """`source` (flat or low) with every claimed character as a NUL, the same length."""
        if not self.claims:
            return source
        chars = list(source)
        for start, end, _ in self.claims:
            chars[start:end] = "\0" * (end - start)
        return "".join(chars)

    def gap(self, left: Word, right: Word) -> str:
        """What stands between two words, claimed characters as NUL."""
        return "".join("\0" if self.mask[at] else self.flat[at] for at in range(left.end, right.start))
