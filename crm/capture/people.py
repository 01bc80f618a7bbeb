"""People: by first names, honorifics, what their addresses spell, and where a name stands in the message."""

import re

from crm.capture.found import PersonFound, TitleFound
from crm.capture.lexicon import (
    COMMON,
    HONORIFICS,
    MEET,
    PARTICLES,
    PLACE,
    TO_ORGANISATION,
    alternation,
    is_first_name,
    merged,
)
from crm.capture.name_address import address_of
from crm.capture.name_span import initials, name_end
from crm.capture.pieces import Piece
from crm.capture.scene import SURNAMES, Scene
from crm.capture.text import Word

_REFERRED = re.compile(rf"(?<![^\W_])(?:{alternation(merged('referred_by'))})[ :]{{1,3}}$")
_ARTICLES = merged("articles")
_LINKING = TO_ORGANISATION | {"is", "ist"}
_DOUBTFUL = merged("doubtful_honorifics")
_GREETINGS = frozenset(phrase.split()[-1] for phrase in merged("greetings"))


def find_people(scene: Scene, titles: list[TitleFound]) -> list[PersonFound]:
    """Every candidate with its score, in order; those of 3 and more are worth taking."""
    in_title = {word.index for title in titles for word in title.words}
    found: list[PersonFound] = []
    for piece in scene.pieces:
        at = 0
        while at < len(piece.words):
            person = _at(scene, piece, at, in_title)
            if person is None:
                at += 1
                continue
            found.append(person)
            at = person.last + 1
    for person in found:
        person.score += _context(scene, person, titles)
    return found


def _at(scene: Scene, piece: Piece, at: int, in_title: set[int]) -> PersonFound | None:
    words = piece.words
    start = at
    while at < len(words) and words[at].low in HONORIFICS and _is_honorific(scene, words, at):
        at += 1
    honoured = at > start
    if (
        honoured
        and at < len(words)
        and words[at].low in ("von", "van", "vom", "from", "of")
        and start
        and words[start - 1].low in _ARTICLES
    ):
        return None
    if at >= len(words):
        return None
    end = name_end(scene, words, at, honoured, in_title)
    if end <= at:
        return None
    name = words[at:end]
    salutation = scene.sheet.text[words[start].start : name[0].start].strip() if honoured else ""
    score = _own_score(scene, piece, at, name, honoured)
    return PersonFound(piece.index, start, end - 1, name, salutation, score)


def _is_honorific(scene: Scene, words: list[Word], at: int) -> bool:
    word = words[at]
    doubtful = word.low in _DOUBTFUL and scene.cased and not (word.capital or word.dot)
    return at + 1 < len(words) and not doubtful


def _own_score(scene: Scene, piece: Piece, at: int, name: list[Word], honoured: bool) -> float:
    first = name[0].low
    full = [word for word in name if word.low not in PARTICLES]
    score = 0.0
    if is_first_name(first):
        score += 3.0 if first not in COMMON else 1.5
        if len(full) > 1:
            score += 0.8
    elif len(full) >= 2 and initials(scene, full[0]):
        score += 2.5
    elif len(full) >= 2 and (scene.cased or honoured):
        score += 1.0
    elif len(full) >= 2:
        score += 0.3
    else:
        score -= 1.0
    if honoured:
        score += 4.0
    if len(full) == 1 and is_first_name(first) and not honoured:
        score -= 0.5
    return score


def _context(scene: Scene, person: PersonFound, titles: list[TitleFound]) -> float:
    piece = scene.pieces[person.piece]
    words = piece.words
    before = words[person.first - 1] if person.first else None
    after = words[person.last + 1] if person.last + 1 < len(words) else None
    score = 0.0
    for start, end in scene.frame.authors:
        if start <= person.start < end:
            score += 5.0
    label = scene.frame.labels.get("name")
    if label and label[0] <= person.start < label[1]:
        score += 6.0
    address = address_of(scene, person)
    if address:
        person.email = address
        score += 3.5
    if before is not None:
        if before.low in MEET:
            score += 1.2
        elif before.low in TO_ORGANISATION and not person.salutation:
            full = len(person.words) > 1 and is_first_name(person.words[0].low)
            score -= 1.0 if full else 2.0
        if before.low in _GREETINGS and (scene.frame.mail or scene.frame.signature is not None):
            score -= 6.0
        if before.digits and not person.salutation:
            score -= 2.5
        unsure = person.words[0].low in SURNAMES or not is_first_name(person.words[0].low)
        if before.low in PLACE or (before.low in _ARTICLES and unsure and not person.salutation):
            score -= 2.0
    at = person.start - (len(person.salutation) + 1 if person.salutation else 0)
    if _REFERRED.search(scene.sheet.low[max(0, at - 40) : at]):
        score -= 1.5
        person.referrer = True
    if after is not None and after.low in _LINKING:
        score += 1.0
    if after is None:
        following = scene.pieces[person.piece + 1] if person.piece + 1 < len(scene.pieces) else None
        if following is not None and piece.after in (",", "(", "|", "\n", "claim", ")"):
            if any(title.piece == following.index for title in titles):
                score += 2.0
            elif piece.after == "(":
                score += 0.8
    if any(
        title.piece == person.piece and title.end <= person.start and person.start - title.end < 4
        for title in titles
    ):
        score += 1.0
    if person.first == 0 and person.piece == 0:
        score += 0.8 if len(person.words) > 1 else 0.5
    if person.last - person.first + 1 == len(words) and len(person.words) > 1:
        score += 0.5
    if scene.frame.signature is not None and person.start >= scene.frame.signature:
        near = [piece for piece in scene.pieces if piece.start >= scene.frame.signature]
        if near and person.piece == near[0].index:
            score += 3.0
        elif len(near) > 1 and person.piece == near[1].index:
            score += 1.0
    return score
