"""Who is who in a message: the person to act on, the further ones, their title and their organisation."""

from dataclasses import dataclass, field

from crm.capture.found import OrganisationFound, PersonFound, TitleFound
from crm.capture.lexicon import is_first_name
from crm.capture.organisations import find_strong
from crm.capture.pairing import organisation_of
from crm.capture.people import find_people
from crm.capture.scene import Scene
from crm.capture.standing import acts, called, raise_namesakes, raise_titled, raise_unknown
from crm.capture.titles import find_titles, with_field

_CERTAIN = 3.0


@dataclass(slots=True)
class Cast:
    """organisation_score: how sure the organisation is; the people carry their own score."""

    main: PersonFound | None = None
    others: list[PersonFound] = field(default_factory=list)
    title: TitleFound | None = None
    titles: list[TitleFound] = field(default_factory=list)
    organisation: OrganisationFound | None = None
    organisation_score: float = 0.0


def read_cast(scene: Scene) -> Cast:
    """Reads all names in a message and settles which is which."""
    titles = find_titles(scene)
    people = find_people(scene, titles)
    protected = frozenset(word.index for person in people if person.score >= 3.5 for word in person.words)
    strong = find_strong(scene, protected)
    strong, titles = _apart(strong, titles)
    people = _people_apart(people, strong)
    raise_namesakes(scene, people, strong)
    raise_titled(scene, people, titles)
    raise_unknown(scene, people, strong)
    people = _without_placed(scene, people, titles, strong)
    main, others = _choose(scene, people)
    organisation, score = organisation_of(scene, main, others, titles, strong)
    title = _title_of(scene, main, others, titles)
    named = frozenset(word.index for person in people for word in person.words if person.score >= 2.5)
    if title is not None and organisation is not None and score >= _CERTAIN:
        title = with_field(scene, title, organisation, named)
    return Cast(main, others, title, titles, organisation, score)


def _apart(
    strong: list[OrganisationFound], titles: list[TitleFound]
) -> tuple[list[OrganisationFound], list[TitleFound]]:
    """A word is part of a title or of an organisation; only a certain organisation wins."""
    certain = {word.index for found in strong if found.score >= 4.5 for word in found.words}
    kept = [title for title in titles if certain.isdisjoint(word.index for word in title.words)]
    in_title = {word.index for title in kept for word in title.words}
    return [found for found in strong if in_title.isdisjoint(word.index for word in found.words)], kept


def _people_apart(people: list[PersonFound], strong: list[OrganisationFound]) -> list[PersonFound]:
    """Without the words that a strong organisation took, and without what is another's surname and more."""
    taken = {word.index for found in strong if found.score >= 3 for word in found.words}
    kept: list[PersonFound] = []
    for person in people:
        shared = [word for word in person.words if word.index in taken]
        if not shared:
            kept.append(person)
        elif (
            person.score >= 3.5 and len(shared) < len(person.words) and shared == person.words[-len(shared) :]
        ):
            person.words = person.words[: -len(shared)]
            kept.append(person)
    surnames = {
        word.low: person
        for person in kept
        if person.score >= 3.0 and is_first_name(person.words[0].low)
        for word in person.words[1:]
    }
    return [
        person
        for person in kept
        if person.salutation
        or len(person.words) < 2
        or _bearer(surnames, person) in (None, person)
        or (person.email is not None and surnames[person.words[0].low].email is None)
    ]


def _bearer(surnames: dict[str, PersonFound], person: PersonFound) -> PersonFound | None:
    """Who was named before and has the first word as a surname: "Uwe Schmidt, Schmidt Metallbau"."""
    bearer = surnames.get(person.words[0].low)
    return bearer if bearer is not None and bearer.start <= person.start else None


def _without_placed(
    scene: Scene, people: list[PersonFound], titles: list[TitleFound], strong: list[OrganisationFound]
) -> list[PersonFound]:
    """ "Ana Paz, buyer, Atlas Conserves": where an organisation is due, a first name alone makes no second person."""
    titled = {title.piece for title in titles}
    sure: dict[int, PersonFound] = {}
    for person in people:
        if person.score >= 3.5:
            sure.setdefault(person.piece, person)
    certain = any(found.score >= 4 for found in strong)
    kept: list[PersonFound] = []
    for person in people:
        piece = scene.pieces[person.piece]
        whole = len(piece.words) == len(person.words)
        before = person.piece - 1
        while before >= 0 and before in titled and before not in sure:
            before -= 1
        first = sure.get(before)
        plain = (
            person.email is None
            and not person.salutation
            and person.piece + 1 not in titled
            and person.score < 6.5
        )
        placed = (
            whole and first is not None and first is not person and (before < person.piece - 1 or not strong)
        )
        if not (placed and plain and not piece.bracket and not certain):
            kept.append(person)
    return kept


def _choose(scene: Scene, people: list[PersonFound]) -> tuple[PersonFound | None, list[PersonFound]]:
    """The person to act on, and the further ones; the same name twice counts once, in its longer form."""
    known: list[PersonFound] = []
    for person in sorted(
        (person for person in people if person.score >= 2.5), key=lambda person: person.start
    ):
        same = next((other for other in known if _same(person, other)), None)
        if same is None:
            known.append(person)
        else:
            _join(same, person)
    if not known:
        return None, []
    best = max(known, key=lambda person: _rank(scene, person))
    return best, [
        person for person in known if person is not best and person.score >= 3.0 and not person.referrer
    ]


def _same(one: PersonFound, other: PersonFound) -> bool:
    left, right = {word.low for word in one.words}, {word.low for word in other.words}
    return left <= right or right <= left


def _join(same: PersonFound, again: PersonFound) -> None:
    if len(again.words) > len(same.words):
        same.words, same.piece, same.first, same.last = again.words, again.piece, again.first, again.last
    same.score = max(same.score, again.score)
    same.email = same.email or again.email
    same.salutation = same.salutation or again.salutation
    same.referrer = same.referrer and again.referrer


def _rank(scene: Scene, person: PersonFound) -> tuple[float, float]:
    score = min(person.score, 4.0)
    if person.email:
        score += 2.0
    if person.referrer:
        score -= 4.0
    if any(start <= person.start < end for start, end in scene.frame.authors):
        score += 3.0
    if called(scene, person):
        score += 2.0
    elif acts(scene, person):
        score += 1.5
    if (label := scene.frame.labels.get("name")) and label[0] <= person.start < label[1]:
        score += 6.0
    return score, -person.start


def _title_of(
    scene: Scene, main: PersonFound | None, others: list[PersonFound], titles: list[TitleFound]
) -> TitleFound | None:
    """The title nearest to the main person and not nearer to another one."""
    if not titles:
        return None
    if main is None:
        return titles[0]

    def distance(title: TitleFound, person: PersonFound) -> float:
        gap = title.start - person.end if title.start >= person.end else (person.start - title.end) * 1.2
        between = scene.sheet.flat[min(title.end, person.end) : max(title.start, person.start)]
        return gap + 30 * between.count("\n\n") + (15 if ". " in between else 0)

    again = [title for title in titles if _named_again(scene, title, main)]
    mine = again or [
        title for title in titles if all(distance(title, main) <= distance(title, other) for other in others)
    ]
    return min(mine, key=lambda title: distance(title, main), default=None)


def _named_again(scene: Scene, title: TitleFound, main: PersonFound) -> bool:
    """ "Lars is CTO": the title stands right behind the first name, said again."""
    before = [word for word in scene.sheet.words if word.end <= title.start]
    if not before:
        return False
    close = (
        before[-1:]
        if scene.sheet.flat[before[-1].end : title.start].strip() == "("
        else before[-2:]
        if before
        else []
    )
    first = main.words[0]
    return any(word.low == first.low and word.index != first.index for word in close)
