"""Which organisation belongs to the person, and how names are written in the end."""

from collections import Counter
from dataclasses import replace

from crm.capture.found import OrganisationFound, PersonFound, TitleFound
from crm.capture.lexicon import (
    ASKS,
    LEGAL,
    ORG_FIRST,
    ORG_WORDS,
    PARTICLES,
    TO_ORGANISATION,
    is_organisation_word,
    merged,
)
from crm.capture.organisation_place import after_link, whole_piece
from crm.capture.organisation_span import all_names
from crm.capture.pieces import Piece
from crm.capture.scene import Scene
from crm.capture.text import Word

_MERE_KIND = merged("mere_kind")
_HEADING = merged("does") & TO_ORGANISATION
_LINKING = TO_ORGANISATION - {"der", "the"}


def organisation_of(
    scene: Scene,
    main: PersonFound | None,
    others: list[PersonFound],
    titles: list[TitleFound],
    strong: list[OrganisationFound],
) -> tuple[OrganisationFound | None, float]:
    """The organisation and how sure it is; (None, 0) where none is named."""
    people = [person for person in (main, *others) if person is not None]
    protected = frozenset(word.index for person in people for word in person.words)
    candidates = list(strong)
    for piece in scene.pieces:
        candidates += _linked(scene, piece, people, titles, protected)
        candidates += _after_title(scene, piece, titles, protected)
    candidates += _wishing(scene, main, protected)
    candidates += _placed(scene, main, titles, protected)
    candidates += _tail(scene, main, protected)
    candidates = [_as_sure_as_its_part(_without_kind(found), strong) for found in candidates]
    times = Counter((found.words[0].index, found.words[-1].index) for found in candidates)
    best: OrganisationFound | None = None
    best_score = 0.0
    for found in candidates:
        if all(word.index in protected for word in found.words):
            continue
        score = found.score + _nearness(scene, found, main)
        score += 0.8 * (times[found.words[0].index, found.words[-1].index] - 1)
        if main is not None and any(
            word.low in {own.low for own in main.words[1:]} and word.index not in protected
            for word in found.words
        ):
            score += 1.0
        if (
            best is None
            or score > best_score + 0.01
            or (abs(score - best_score) <= 0.01 and found.start < best.start)
        ):
            best, best_score = found, score
    return (best, best_score) if best is not None and best_score >= 1.8 else (None, 0.0)


def _without_kind(found: OrganisationFound) -> OrganisationFound:
    """ "Company Pickering Marine Services", "Firma Keller": what kind of thing it is, is no part of the name."""
    words = found.words
    while len(words) > 1 and words[0].low in _MERE_KIND:
        words = words[1:]
    return found if len(words) == len(found.words) else replace(found, words=words)


def _as_sure_as_its_part(found: OrganisationFound, strong: list[OrganisationFound]) -> OrganisationFound:
    """ "von Velowerk Freiburg": the longer name is as sure as the sure one inside it."""
    inside = [
        other.score
        for other in strong
        if other.piece == found.piece
        and found.start <= other.start
        and other.end <= found.end
        and len(other.words) < len(found.words)
    ]
    return replace(found, score=max([found.score, *(score + 0.1 for score in inside)]))


def _nearness(scene: Scene, found: OrganisationFound, main: PersonFound | None) -> float:
    if main is None:
        return 0.3 if found.piece == 0 else 0.0
    distance = abs(found.piece - main.piece)
    return max(0.0, 0.8 - 0.2 * distance)


def _linked(
    scene: Scene, piece: Piece, people: list[PersonFound], titles: list[TitleFound], protected: frozenset[int]
) -> list[OrganisationFound]:
    found = []
    for at, word in enumerate(piece.words[:-1]):
        if (
            word.low not in TO_ORGANISATION
            or word.index in protected
            or (word.low == "over" and piece.words[at + 1].low != "at")
            or (at and scene.cased and word.low in PARTICLES and word.text.istitle())
            or _is_surname_again(piece.words, at, people)
        ):
            continue
        first = at + 2 if word.low == "over" and at + 2 < len(piece.words) else at + 1
        span = after_link(scene, piece, first, protected)
        if span is None:
            continue
        words = tuple(piece.words[span[0] : span[1] + 1])
        if word.low in _HEADING and any(other.low in TO_ORGANISATION for other in words):
            # "leitet den Fuhrpark der Rheinspedition": what is led is no firm, what it belongs to is
            continue
        score = _link_score(scene, piece, at, word, people, titles)
        if word.low in (
            "of",
            "for",
            "für",
            "voor",
            "over",
            "aus",
            "uit",
            "der",
            "with",
            "namens",
            "runs",
            "heads",
            "owns",
            "leitet",
        ):
            score -= 1.2 if word.low not in ("of", "namens", "der") or score < 2.5 else 0.3
        if any(
            is_organisation_word(other.low) or LEGAL.fullmatch(other.low) or other.low == "&"
            for other in words
        ):
            score += 0.8
        if len(words) == 1 and (words[0].low in ORG_WORDS or words[0].low in ORG_FIRST):
            score -= 4.0
        if not scene.cased:
            score -= 0.4
        found.append(OrganisationFound(piece.index, words, score))
    return found


def _is_surname_again(words: list[Word], at: int, people: list[PersonFound]) -> bool:
    """ "gijs van raalte, bedrijfsleider van raalte verpakkingen": the second "van" belongs to the firm's name too."""
    for person in people:
        lows = [word.low for word in person.words]
        if words[at].low in lows[1:]:
            surname = lows[lows.index(words[at].low) :]
            again = [word.low for word in words[at : at + len(surname)]] == surname
            if again and words[at].index not in {word.index for word in person.words}:
                return at + len(surname) < len(words) and is_organisation_word(words[at + len(surname)].low)
    return False


def _link_score(
    scene: Scene, piece: Piece, at: int, word: Word, people: list[PersonFound], titles: list[TitleFound]
) -> float:
    for person in people:
        if person.piece == piece.index and 0 <= at - person.last - 1 <= 6:
            return 3.4 if at - person.last == 1 else 2.6
    if any(title.piece == piece.index and title.end <= word.start for title in titles):
        return 3.2
    if at == 0 and piece.index and any(person.piece == piece.index - 1 for person in people):
        return 2.8
    if at <= 1 and any(person.piece == piece.index + 1 for person in people):
        return 2.6
    if any(person.piece <= piece.index for person in people):
        return 1.6
    return 1.4 if not people else 1.0


def _after_title(
    scene: Scene, piece: Piece, titles: list[TitleFound], protected: frozenset[int]
) -> list[OrganisationFound]:
    found = []
    for title in titles:
        if title.piece != piece.index:
            continue
        at = next((index for index, word in enumerate(piece.words) if word.start >= title.end), None)
        if at is None or piece.words[at].low in _LINKING:
            continue
        span = after_link(scene, piece, at, protected)
        if span is not None and piece.words[span[0]].index not in protected and (at == span[0]):
            found.append(
                OrganisationFound(
                    piece.index, tuple(piece.words[span[0] : span[1] + 1]), 2.6 if scene.cased else 1.9
                )
            )
    return found


def _wishing(scene: Scene, main: PersonFound | None, protected: frozenset[int]) -> list[OrganisationFound]:
    """ "Zonnepark Drentse Aa zoekt omvormers": a name that opens its piece, before what it wants."""
    found = []
    for piece in scene.pieces:
        at = next((index for index, word in enumerate(piece.words) if word.low in ASKS), 0)
        words = tuple(piece.words[:at])
        if 1 <= at <= 5 and scene.cased and all_names(scene, list(words), protected):
            found.append(OrganisationFound(piece.index, words, 2.2 if at > 1 or main is not None else 1.5))
    return found


def _placed(
    scene: Scene, main: PersonFound | None, titles: list[TitleFound], protected: frozenset[int]
) -> list[OrganisationFound]:
    """A piece beside the person, or beside the person's title, that can be nothing but an organisation."""
    if main is None:
        return []
    titled = {title.piece for title in titles}
    found = []
    position = main.piece + 1
    score = 2.4
    steps = 0
    while position < len(scene.pieces) and steps < 3:
        piece = scene.pieces[position]
        if position in titled:
            position += 1
            steps += 1
            continue
        span = whole_piece(scene, piece, protected)
        if span is not None:
            found.append(
                OrganisationFound(
                    piece.index,
                    tuple(piece.words[span[0] : span[1] + 1]),
                    score - (0 if scene.cased else _doubt(piece.words[span[1]], span)),
                )
            )
        break
    if main.first > 0 or main.piece == 0:
        return found
    before = scene.pieces[main.piece - 1]
    while before.index in titled and before.index > 0:
        before = scene.pieces[before.index - 1]
    span = whole_piece(scene, before, protected)
    if span is not None and before.index not in titled:
        found.append(
            OrganisationFound(
                before.index, tuple(before.words[span[0] : span[1] + 1]), 2.0 if scene.cased else 1.6
            )
        )
    return found


def _doubt(last: Word, span: tuple[int, int]) -> float:
    """In lower case: "greenhouse heaters" are wares, and a lone word may be anything."""
    wares = last.low.endswith("s") and len(last.low) > 5 and not is_organisation_word(last.low)
    return (0.5 if span[0] == span[1] else 0.0) + (0.8 if wares else 0.0)


def _tail(scene: Scene, main: PersonFound | None, protected: frozenset[int]) -> list[OrganisationFound]:
    """ "klaus berger bosch rexroth 040 …": unknown words right behind a full name, without any comma."""
    if main is None or len([word for word in main.words if word.low not in PARTICLES]) < 2:
        return []
    piece = scene.pieces[main.piece]
    if main.last + 1 >= len(piece.words) or piece.words[main.last + 1].low in _LINKING:
        return []
    span = after_link(scene, piece, main.last + 1, protected)
    if span is None or span[0] != main.last + 1:
        return []
    words = tuple(piece.words[span[0] : span[1] + 1])
    again = words[0].low in {word.low for word in main.words}
    return [OrganisationFound(piece.index, words, 3.0 if again else 1.9)]
