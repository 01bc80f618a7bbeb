"""A sheet cut into pieces: runs of free words with no comma, bracket, line end or claimed stretch between them."""

from dataclasses import dataclass

from crm.capture.lexicon import COMMON, HONORIFICS, LEGAL, TITLE_PARTS
from crm.capture.text import Sheet, Word

_AFTER_COMMA = frozenset("ltd limited inc llc gmbh corp plc lda sa".split())
_ABBREVIATIONS = frozenset(
    "sp kaufm techn stellv st co reg gen nr no fa ca bzw sp inkl excl incl abt op int nat vgl gebr v d s a e i u r l p h t m".split()
)


# words without any punctuation, as dictated text has them, are cut here
LONGEST = 80


@dataclass(slots=True)
class Piece:
    """words: at least one. before, after: the break at either end: "", ",", "(", ")", "\n", ".", "|", ":", "claim"."""

    words: list[Word]
    before: str
    after: str
    index: int
    line: int
    bracket: bool

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


def cut(sheet: Sheet) -> list[Piece]:
    """The pieces in order; `line` counts line ends before it, `bracket` tells that it stands in brackets."""
    pieces: list[Piece] = []
    current: list[Word] = []
    opened = "\n"
    depth = line = 0
    last: Word | None = None
    for word in sheet.words:
        if sheet.mask[word.start]:
            continue
        if last is not None:
            gap = sheet.gap(last, word)
            joined = gap.strip() in (",", ".,") and word.low in _AFTER_COMMA
            mark = "" if joined else _break(gap, last, word) or ("|" if len(current) >= LONGEST else "")
            if mark:
                pieces.append(Piece(current, opened, mark, len(pieces), line, depth > 0))
                current, opened = [], mark
                line += gap.count("\n")
            depth = max(0, min(1, depth + gap.count("(") + gap.count("[") - gap.count(")") - gap.count("]")))
        else:
            head = sheet.flat[: word.start]
            depth = 1 if head.count("(") > head.count(")") else 0
        current.append(word)
        last = word
    if current:
        pieces.append(Piece(current, opened, "\n", len(pieces), line, depth > 0))
    return pieces


def _break(gap: str, last: Word, following: Word) -> str:
    if gap == " ":
        return ""
    if "\n" in gap:
        return "\n"
    for mark in "()[]<>":
        if mark in gap:
            return "(" if mark in "([<" else ")"
    for mark in "|;:":
        if mark in gap:
            return "|" if mark == ";" else mark
    if "," in gap:
        return ","
    if "\0" in gap:
        return "claim"
    if "." in gap:
        return "" if _abbreviation(gap, last, following) else "."
    if any(mark in gap for mark in "!?"):
        return "."
    stripped = gap.strip()
    if stripped in ("-", "/", "+", "*", "=", ">", "->", "#", "~") and (
        gap.startswith(" ") or gap.endswith(" ") or stripped == "/"
    ):
        return "|"
    return "|" if stripped and stripped not in ('"', "'") else ""


def _abbreviation(gap: str, last: Word, following: Word) -> bool:
    if not gap.startswith("."):
        return False
    if len(gap.strip()) > 1:
        return False
    low = last.low.rstrip(".")
    return (
        low in HONORIFICS
        or low in _ABBREVIATIONS
        or f"{low}." in TITLE_PARTS
        or (len(low) == 1 and (last.capital or low not in COMMON))
        or (LEGAL.fullmatch(low) is not None and LEGAL.fullmatch(following.low) is not None)
    )
