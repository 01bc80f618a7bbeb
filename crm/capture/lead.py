"""One message becomes one draft lead: the readers in their order, and what is left becomes the note."""

import re
from dataclasses import dataclass

from crm.capture.countries import NEARBY, by_clues
from crm.capture.draft import DraftLead, Due, Person, Phone, Surroundings
from crm.capture.due import ACTION_WORD, choose, due_of, find_moments
from crm.capture.language import guess
from crm.capture.letters import Frame, read_frame
from crm.capture.lexicon import merged, whole
from crm.capture.money import best_amount, find_amounts
from crm.capture.note import action_and_note
from crm.capture.numbers import Numbered, with_digits
from crm.capture.organisations import OrganisationFound, find_strong
from crm.capture.pairing import organisation_of, tidy_name
from crm.capture.people import PersonFound, find_people
from crm.capture.pieces import cut
from crm.capture.reach import read_emails, read_phones, read_website
from crm.capture.scene import Scene
from crm.capture.sources import read_source
from crm.capture.text import Sheet
from crm.capture.titles import TitleFound, find_titles
from crm.money import Money

_HOT = whole(merged("hot"))
_HOT_ALONE = re.compile(r"(?:^|[\s,;:(|!-])A(?=[\s,;:)|!.-]|$)(?!\s+[a-z])")
_SUPPLIER = whole(merged("supplier"))
_ASKS = whole(merged("asks"))
_FIRE = "🔥"


@dataclass(slots=True)
class Reading:
    """A draft and what it was read from, for those who decide what the message means."""

    draft: DraftLead
    sheet: Sheet
    scene: Scene
    numbered: Numbered
    language: str
    person_score: float
    organisation_score: float


def read_all(text: str, around: Surroundings) -> Reading:
    """Everything that the message says of a lead. `draft.is_lead` tells whether there is enough to hold on to."""
    sheet = Sheet(text)
    language = guess((word.low for word in sheet.words), around.language)
    frame = read_frame(sheet, around.gazetteer.members)
    emails = read_emails(sheet, frame.own)
    emails = tuple(
        address
        for address in emails
        if address.partition("@")[2] not in {own.partition("@")[2] for own in frame.own}
    )
    website = read_website(sheet)
    countries = by_clues(sheet.low, language, around)
    phones = read_phones(
        sheet,
        countries,
        tuple(
            dict.fromkeys((around.region, *((around.fair_country,) if around.fair_country else ()), *NEARBY))
        ),
    )
    source = _labelled(sheet, frame, "source") or read_source(sheet, around.gazetteer.fairs)
    numbered = with_digits(sheet.masked(sheet.low))
    value = _read_value(sheet, numbered)
    due = _read_due(sheet, numbered, around, language)
    hot = _read_hot(sheet)
    scene = Scene(sheet, cut(sheet), frame, around, language, emails, website)
    people, organisations, titles = _names(scene)
    main, others = _choose(scene, people, titles, due)
    organisation, score = organisation_of(scene, main, others, titles, organisations)
    title = _title_of(scene, main, others, titles)
    name = (
        _labelled(sheet, frame, "name")
        or _labelled_name(sheet, frame)
        or (tidy_name(main.words, sheet) if main else None)
    )
    organisation_name = _labelled(sheet, frame, "organisation") or (
        tidy_name(list(organisation.words), sheet, organisation=True) if organisation else None
    )
    title_name = _labelled(sheet, frame, "title") or (sheet.text[title.start : title.end] if title else None)
    _claim_names(sheet, main, organisation, title)
    action, note = action_and_note(sheet, due, language)
    draft = DraftLead(
        name=name,
        title=title_name,
        organisation=organisation_name,
        emails=_of_main(emails, main, others),
        phones=_of_main_phones(sheet, phones, main, others),
        website=website,
        source=source,
        value=value,
        next_action=action,
        due=due[0] if due else None,
        hot=hot,
        supplier=_SUPPLIER.search(sheet.low) is not None,
        note=note,
        others=tuple(_person(sheet, other, titles) for other in others),
    )
    person_score = 9.0 if name and not main else main.score if main else 0.0
    return Reading(
        draft,
        sheet,
        scene,
        numbered,
        language,
        person_score,
        9.0 if organisation_name and not organisation else score,
    )


def _labelled(sheet: Sheet, frame: Frame, kind: str) -> str | None:
    span = frame.labels.get(kind)
    if span is None or not sheet.text[slice(*span)].strip():
        return None
    if not any(char.isalpha() for char in sheet.text[slice(*span)]) or "@" in sheet.text[slice(*span)]:
        return None
    if kind == "name":
        return None
    sheet.claim(*span, kind)
    return sheet.text[slice(*span)].strip(" .,;")


def _labelled_name(sheet: Sheet, frame: Frame) -> str | None:
    """ "First name: …" and "Last name: …" together."""
    first, last = frame.labels.get("first"), frame.labels.get("last")
    if first is None or last is None:
        return None
    for span in (first, last):
        sheet.claim(*span, "name")
    return f"{sheet.text[slice(*first)].strip()} {sheet.text[slice(*last)].strip()}"


def _read_value(sheet: Sheet, numbered: Numbered) -> Money | None:
    found = find_amounts(numbered)
    best = best_amount([amount for amount in found if amount.score > 0])
    if best is None:
        return None
    start, end = numbered.span(best.start, best.end)
    if best.exact:
        sheet.claim(start, end, "value")
    else:
        sheet.claim(start, end, "kept")
    return best.money


def _read_due(
    sheet: Sheet, numbered: Numbered, around: Surroundings, language: str
) -> tuple[Due, tuple[int, int]] | None:
    masked = Numbered(_blank(sheet, numbered), numbered.here, numbered.there, numbered.ends)
    moments = find_moments(masked, around, language)
    moment = choose(moments, masked.text)
    if moment is None:
        return None
    due, span = due_of(moment, masked, sheet.text, around.zone)
    sheet.claim(*span, "due")
    return due, span


def _blank(sheet: Sheet, numbered: Numbered) -> str:
    """The numbered text with what was claimed since blanked out."""
    chars = list(numbered.text)
    for start, end, what in sheet.claims:
        if what in ("value", "kept"):
            first = next(
                (at for at in range(len(chars)) if numbered.span(at, at + 1)[0] >= start), len(chars)
            )
            last = first
            while last < len(chars) and numbered.span(last, last + 1)[0] < end:
                last += 1
            chars[first:last] = "\0" * (last - first)
    return "".join(chars)


def _read_hot(sheet: Sheet) -> bool:
    hot = False
    at = sheet.text.find(_FIRE)
    if at != -1:
        sheet.claim(at, at + 1, "hot")
        hot = True
    free = sheet.masked(sheet.low)
    for match in _HOT.finditer(free):
        if match.group() == "hot" and re.match(
            r"[ -](?:water|air|dog|melt|plate|tub|chocolate|drinks?|food|spot|desk)", free[match.end() :]
        ):
            continue
        if (
            match.group() in ("hot", "heet")
            and re.search(r"(?:he|ze|zij|hij|not|niet) $", free[: match.start()])
            and match.group() == "heet"
        ):
            continue
        if (
            match.group() in ("heet",)
            and re.match(r" [^\W\d_]", free[match.end() :])
            and not re.match(r" lead", free[match.end() :])
        ):
            continue
        sheet.claim(*match.span(), "hot")
        hot = True
        break
    alone = None if hot else _HOT_ALONE.search(sheet.masked(sheet.flat))
    if alone is not None:
        at = sheet.flat.find("A", alone.start())
        if not sheet.flat.isupper():
            sheet.claim(at, at + 1, "hot")
            hot = True
    return hot


def _names(scene: Scene) -> tuple[list[PersonFound], list[OrganisationFound], list[TitleFound]]:
    titles = find_titles(scene)
    people = find_people(scene, titles)
    protected = frozenset(word.index for person in people if person.score >= 3.5 for word in person.words)
    organisations = find_strong(scene, protected)
    strong = {word.index for found in organisations if found.score >= 3 for word in found.words}
    kept: list[PersonFound] = []
    for person in people:
        shared = [word for word in person.words if word.index in strong]
        if not shared:
            kept.append(person)
        elif (
            person.score >= 3.5 and len(shared) < len(person.words) and shared == person.words[-len(shared) :]
        ):
            person.words = person.words[: -len(shared)]
            kept.append(person)
    return kept, organisations, titles


def _choose(
    scene: Scene, people: list[PersonFound], titles: list[TitleFound], due: tuple[Due, tuple[int, int]] | None
) -> tuple[PersonFound | None, list[PersonFound]]:
    """The person to act on, and the further ones; the same name twice counts once, the longer form."""
    worthy = [person for person in people if person.score >= 2.5]
    merged_people: list[PersonFound] = []
    for person in sorted(worthy, key=lambda person: person.start):
        low = {word.low for word in person.words}
        for other in merged_people:
            known = {word.low for word in other.words}
            if low <= known or known <= low:
                if len(low) > len(known):
                    other.words, other.piece, other.first, other.last = (
                        person.words,
                        person.piece,
                        person.first,
                        person.last,
                    )
                other.score = max(other.score, person.score)
                other.email = other.email or person.email
                other.salutation = other.salutation or person.salutation
                other.referrer = other.referrer and person.referrer
                break
        else:
            merged_people.append(person)
    if not merged_people:
        return None, []
    best = max(merged_people, key=lambda person: _rank(scene, person))
    strong_enough = [
        person
        for person in merged_people
        if person is not best and person.score >= 3.0 and not person.referrer
    ]
    return best, strong_enough


def _rank(scene: Scene, person: PersonFound) -> tuple[float, float]:
    score = min(person.score, 4.0)
    if person.email:
        score += 2.0
    if person.referrer:
        score -= 4.0
    if any(start <= person.start < end for start, end in scene.frame.authors):
        score += 3.0
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

    mine = [
        title for title in titles if all(distance(title, main) <= distance(title, other) for other in others)
    ]
    full = [title for title in mine if _names_again(scene, title, main)]
    return min(full or mine, key=lambda title: distance(title, main), default=None)


def _names_again(scene: Scene, title: TitleFound, main: PersonFound) -> bool:
    """ "Lars is CTO": the title stands right behind the first name, said again."""
    words = scene.pieces[title.piece].words
    return bool(words) and words[0].low == main.words[0].low and words[0].index != main.words[0].index


def _claim_names(
    sheet: Sheet, main: PersonFound | None, organisation: OrganisationFound | None, title: TitleFound | None
) -> None:
    if main is not None:
        start = main.start
        if main.salutation:
            found = sheet.flat.rfind(main.salutation, 0, main.start)
            if found != -1 and main.start - found < len(main.salutation) + 4:
                sheet.claim(found, found + len(main.salutation), "salutation")
        sheet.claim(start, main.end, "name")
    if organisation is not None:
        sheet.claim(organisation.start, organisation.end, "organisation")
    if title is not None:
        sheet.claim(title.start, title.end, "title")


def _of_main(emails: tuple[str, ...], main: PersonFound | None, others: list[PersonFound]) -> tuple[str, ...]:
    theirs = {other.email for other in others if other.email and (main is None or other.email != main.email)}
    return tuple(address for address in emails if address not in theirs) if len(emails) > 1 else emails


def _of_main_phones(
    sheet: Sheet, phones: tuple[Phone, ...], main: PersonFound | None, others: list[PersonFound]
) -> tuple[Phone, ...]:
    return phones


def _person(sheet: Sheet, person: PersonFound, titles: list[TitleFound]) -> Person:
    title = next((found for found in titles if 0 <= found.start - person.end < 5), None)
    return Person(
        name=tidy_name(person.words, sheet),
        title=sheet.text[title.start : title.end] if title else None,
        emails=(person.email,) if person.email else (),
    )


def wants_something(reading: Reading) -> bool:
    """The message says what a prospect wants, or what is to be done for one."""
    return _ASKS.search(reading.sheet.low) is not None or ACTION_WORD.search(reading.sheet.low) is not None
