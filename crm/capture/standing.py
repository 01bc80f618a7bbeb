"""Names that no list knows, raised by where they stand: before a title, as the organisation's namesake, named again."""

import re

from crm.capture.found import OrganisationFound, PersonFound, TitleFound
from crm.capture.lexicon import (
    ASKS,
    COMMON,
    MEET,
    PARTICLES,
    TO_ORGANISATION,
    alternation,
    is_first_name,
    merged,
)
from crm.capture.scene import Scene
from crm.capture.text import Word

_INTRODUCED = re.compile(rf"(?<![^\W_])(?:{alternation(merged('introduced'))}) $")


_HERE = merged("here")
_VERB_ENDS = merged("verb_ends")
_DOES = ASKS | merged("does")


def raise_namesakes(scene: Scene, people: list[PersonFound], strong: list[OrganisationFound]) -> None:
    """ "Jansen van Jansen Verhuur": a lone surname that the organisation bears too is a person."""
    named = {word.low for found in strong for word in found.words}
    for person in people:
        if len(person.words) == 1 and person.words[0].low in named and not is_first_name(person.words[0].low):
            after = _after(scene, person)
            person.score += 3.5 if after is not None and after.low in TO_ORGANISATION else 1.5


def raise_unknown(scene: Scene, people: list[PersonFound], strong: list[OrganisationFound]) -> None:
    """Where nobody with a known first name is found: an unknown name in the place where a name is due."""
    if any(person.score >= 2.5 for person in people):
        return
    named = {word.low for found in strong for word in found.words}
    raised = [(person.score + _place(scene, person, named), person) for person in people]
    score, best = max(raised, key=lambda pair: (pair[0], -pair[1].start), default=(0.0, None))
    if best is not None and score >= 2.5:
        best.score = min(score, 4.5)


def _place(scene: Scene, person: PersonFound, named: set[str]) -> float:
    piece = scene.pieces[person.piece]
    before = piece.words[person.first - 1] if person.first else None
    after = _after(scene, person)
    names = [word for word in person.words if word.low not in PARTICLES]
    whole = person.first == 0 and after is None
    points = 0.0
    if len(names) > 1:
        opens = piece.index == 0 or piece.before in ("\n", ":", "|")
        points += 1.2 if whole and opens and 2 <= len(names) <= 3 and piece.index < 3 else 0.0
        points += 2.0 if names[-1].low in named and names[0].low not in named else 0.0
    points += 1.3 if before is not None and before.low in MEET else 0.0
    points += 2.5 if acts(scene, person) else 0.0
    points += 2.5 if _INTRODUCED.search(scene.sheet.low[max(0, person.start - 24) : person.start]) else 0.0
    if whole and person.start == 0 and piece.after == "(" and _linked_behind_bracket(scene, piece.index):
        points += 2.5
    linked = person.last + 1
    if after is not None and after.low in _HERE:
        points += 1.3
        linked += 1
    if after is not None and after.low in _VERB_ENDS and before is not None and before.low in MEET:
        linked += 1
    link = piece.words[linked] if linked < len(piece.words) else None
    if link is not None and link.low in TO_ORGANISATION and linked + 1 < len(piece.words):
        following = piece.words[linked + 1]
        known = following.low in named or (following.low not in COMMON and scene.name_like(following))
        points += 1.7 if known else 0.0
        points += 0.5 if following.low in named and person.start == 0 else 0.0
        wish = piece.words[linked + 2] if linked + 2 < len(piece.words) else None
        points += 0.8 if known and wish is not None and wish.low in _DOES else 0.0
    return points


def _linked_behind_bracket(scene: Scene, index: int) -> bool:
    """ "Wojtek (maintenance) at the depot of …": what stands in brackets is followed by a link."""
    behind = next((piece for piece in scene.pieces[index + 1 :] if not piece.bracket), None)
    return behind is not None and behind.words[0].low in TO_ORGANISATION


def raise_titled(scene: Scene, people: list[PersonFound], titles: list[TitleFound]) -> None:
    """ "Bauleiter Kowalski, Hochtief Nord": where nobody else is named, what stands behind a title is a surname."""
    if any(person.score >= 2.5 for person in people):
        return
    for person in people:
        piece = scene.pieces[person.piece]
        titled = any(_stands_behind(scene, title, person) for title in titles)
        if (
            titled
            and person.last == len(piece.words) - 1
            and len(person.words) == 1
            and piece.after in (",", "(", "\n", "|")
        ):
            person.score += 3.5
            return


def _stands_behind(scene: Scene, title: TitleFound, person: PersonFound) -> bool:
    """Right behind it, with no more than a space, a dot or an emoji between."""
    between = scene.sheet.flat[title.end : person.start]
    return 0 < len(between) < 5 and not any(mark in between for mark in ",;:|/()\n")


def _after(scene: Scene, person: PersonFound) -> Word | None:
    words = scene.pieces[person.piece].words
    return words[person.last + 1] if person.last + 1 < len(words) else None


def called(scene: Scene, person: PersonFound) -> bool:
    """ "bel Klaus vrijdag", "mit Imke telefonieren": the first name is said again, beside what is to be done."""
    own = {word.index for word in person.words}
    return any(index not in own for index in scene.called.get(person.words[0].low, ()))


def acts(scene: Scene, person: PersonFound) -> bool:
    """ "Kate runs procurement", "Lars ist CTO": the first name is said again, before what they are or want."""
    own = {word.index for word in person.words}
    return any(index not in own for index in scene.acting.get(person.words[0].low, ()))
