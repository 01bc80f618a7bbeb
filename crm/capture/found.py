"""What the readers of names find: titles, people and organisations, as words of the sheet."""

from dataclasses import dataclass

from crm.capture.text import Word


@dataclass(frozen=True, slots=True)
class TitleFound:
    piece: int
    words: tuple[Word, ...]
    start: int
    end: int


@dataclass(slots=True)
class PersonFound:
    """piece, first, last: where the name stands. words: without honorifics. salutation: those, as typed."""

    piece: int
    first: int
    last: int
    words: list[Word]
    salutation: str
    score: float
    email: str | None = None
    referrer: bool = False

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end


@dataclass(frozen=True, slots=True)
class OrganisationFound:
    """words of one piece, and how sure it is (1 weak to 6 certain)."""

    piece: int
    words: tuple[Word, ...]
    score: float

    @property
    def start(self) -> int:
        return self.words[0].start

    @property
    def end(self) -> int:
        return self.words[-1].end
