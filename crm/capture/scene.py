"""What the readers of names share: the sheet, its pieces, its way of writing, and what the addresses betray."""

from dataclasses import dataclass, field
from itertools import pairwise

from crm.capture.draft import Surroundings
from crm.capture.letters import Frame
from crm.capture.lexicon import (
    ACTIONS,
    ASKS,
    COMMON,
    HONORIFICS,
    MEET,
    is_title,
    merged,
)
from crm.capture.pieces import Piece
from crm.capture.text import Sheet, Word, fold, fold_german

FREE_MAIL = frozenset(
    """gmail googlemail hotmail outlook live msn yahoo icloud me aol gmx web t-online freenet posteo mailbox proton protonmail pm
    ziggo kpnmail xs4all planet home hetnet casema telenet skynet proximus bluewin sunrise aon chello orange wanadoo free sfr laposte
    libero virgilio btinternet sky ntlworld mail yandex qq 163 126 online""".split()
)
SURNAMES = merged("surnames")
NO_NAMES = COMMON - SURNAMES
_DOES = ASKS | merged("does")


@dataclass(slots=True)
class Scene:
    """cased: the writer uses capitals, so that lower-case words are no names. labels: the main parts of the domains
    written (site or address), folded. locals: the parts of addresses before the @, folded. acting: words right before a verb ("Lars is", "Kate
    wants"), and where; called: words beside what is to be done ("bel Klaus", "Klaus anrufen"), and where."""

    sheet: Sheet
    pieces: list[Piece]
    frame: Frame
    around: Surroundings
    language: str
    emails: tuple[str, ...]
    website: str | None
    cased: bool = True
    labels: tuple[str, ...] = ()
    locals: tuple[tuple[str, str], ...] = ()
    acting: dict[str, list[int]] = field(default_factory=dict)
    called: dict[str, list[int]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.cased = _is_cased(self.pieces)
        domains = [address.partition("@")[2] for address in self.emails]
        if self.website:
            domains.append(
                self.website.lower()
                .removeprefix("https://")
                .removeprefix("http://")
                .removeprefix("www.")
                .split("/")[0]
            )
        labels = [_label(domain) for domain in domains]
        self.labels = tuple(dict.fromkeys(label for label in labels if label and label not in FREE_MAIL))
        for word, following in pairwise(self.sheet.words):
            if following.low in _DOES:
                self.acting.setdefault(word.low, []).append(word.index)
        free = [word for word in self.sheet.words if not self.sheet.mask[word.start]]
        for word, following in pairwise(free):
            if word.low in ACTIONS or word.low in MEET:
                self.called.setdefault(following.low, []).append(following.index)
            if following.low in ACTIONS:
                self.called.setdefault(word.low, []).append(word.index)
        self.locals = tuple((fold(address.partition("@")[0]), address) for address in self.emails)

    def name_like(self, word: Word) -> bool:
        """May be part of a name, as far as its writing goes."""
        return not word.digits and (word.capital or not self.cased) and len(word.text) > 1

    def plain(self, word: Word) -> bool:
        """An unknown word: nothing that any list knows to be something else."""
        low = word.low
        return not (low in COMMON or low in ACTIONS or low in ASKS or is_title(low) or low in HONORIFICS)


def _is_cased(pieces: list[Piece]) -> bool:
    """Whether the writer uses capitals: enough of them, or some amid a sentence (not mere abbreviations)."""
    words = [word for piece in pieces for word in piece.words if not word.digits and len(word.text) > 1]
    capitals = sum(word.capital for word in words)
    if len(words) <= 3:
        return capitals > 0
    amid = sum(word.capital and not word.text.isupper() for piece in pieces for word in piece.words[1:])
    return capitals > max(1, len(words) * 0.12) or (
        amid >= 1 and capitals >= 2 and capitals > len(words) * 0.05
    )


def _label(domain: str) -> str:
    """The part of a domain that names its owner: "mail.bosch-rexroth.co.uk" -> "bosch-rexroth"."""
    parts = [part for part in domain.split(".") if part]
    if len(parts) < 2:
        return ""
    parts.pop()
    if len(parts) > 1 and parts[-1] in ("co", "com", "org", "net", "ac", "gov", "or", "gv", "example"):
        parts.pop()
    return fold(parts[-1])


def matched_by_label(words: list[Word], label: str) -> int:
    """How many of `words`, from the first, spell a domain's label; 0 where they do not."""
    target = label.replace("-", "")
    for folding in (fold, fold_german):
        spelled = ""
        for count, word in enumerate(words, 1):
            part = folding(word.low)
            part = "".join(char for char in part if char.isalnum())
            if not part and not spelled:
                return 0
            if not part:
                continue
            spelled += part
            if spelled == target:
                return count
            initials = "".join(fold(other.low)[:1] for other in words[count:])
            rest = target.removeprefix(spelled)
            if (
                len(spelled) > 3
                and 2 <= len(rest) <= 4
                and target.startswith(spelled)
                and initials.startswith(rest)
            ):
                return count + len(rest)
            if not target.startswith(spelled):
                shared = _shared(spelled, target)
                before = len(spelled) - len(part)
                if before >= 4 and shared - before >= 3 and shared == len(target):
                    return count
                break
        whole = _shared(spelled, target)
        first = "".join(char for char in folding(words[0].low) if char.isalnum())
        if whole >= len(first) >= 5 and len(first) * 2 >= len(target) - 2:
            return 1
    return 0


def _shared(left: str, right: str) -> int:
    count = 0
    for one, other in zip(left, right, strict=False):
        if one != other:
            break
        count += 1
    return count
