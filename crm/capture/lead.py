"""One message becomes one draft lead: the readers in their order, and what is left becomes the note."""

import re
from dataclasses import dataclass

from crm.capture.cast import Cast, read_cast
from crm.capture.countries import by_clues
from crm.capture.draft import DraftLead, Due, Person, Phone, Surroundings
from crm.capture.due import choose, due_of, find_moments
from crm.capture.found import OrganisationFound, PersonFound, TitleFound
from crm.capture.language import guess
from crm.capture.letters import Frame, read_frame
from crm.capture.lexicon import ACTIONS, ASKS, merged, whole
from crm.capture.money import best_amount, find_amounts
from crm.capture.note import action_and_note
from crm.capture.numbers import Numbered, with_digits
from crm.capture.phones import read_phones
from crm.capture.pieces import cut
from crm.capture.reach import read_emails, read_website
from crm.capture.scene import Scene
from crm.capture.sources import read_source
from crm.capture.text import Sheet
from crm.capture.written import tidy_name
from crm.money import Money

_HOT = whole(merged("hot"))
_MAY_BE_WANTED = ACTIONS | ASKS | {"lead"}
_HOT_ALONE = re.compile(r"(?:^|[\s,;:(|!-])A(?=[\s,;:)|!]|$)(?!\s+[a-z])")
_SUPPLIER = whole(merged("supplier"))
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
    phones = read_phones(sheet, by_clues(sheet.low, language, around))
    source = _labelled(sheet, frame, "source") or read_source(sheet, language, around.gazetteer.fairs)
    numbered = with_digits(sheet.masked(sheet.low))
    value = _read_value(sheet, numbered, language)
    due = _read_due(sheet, around, language)
    hot = _read_hot(sheet)
    scene = Scene(sheet, cut(sheet), frame, around, language, emails, website)
    cast = read_cast(scene)
    main, others, title, organisation = cast.main, cast.others, cast.title, cast.organisation
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
        phones=_of_main_phones(phones, sheet, cast),
        website=website,
        source=source,
        value=value,
        next_action=action,
        due=due[0] if due else None,
        hot=hot,
        supplier=_SUPPLIER.search(sheet.low) is not None,
        note=note,
        others=tuple(_person(sheet, other, phones, cast) for other in others),
    )
    person_score = 9.0 if name and not main else main.score if main else 0.0
    return Reading(
        draft,
        sheet,
        scene,
        numbered,
        language,
        person_score,
        9.0 if organisation_name and not organisation else cast.organisation_score,
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


def _read_value(sheet: Sheet, numbered: Numbered, language: str) -> Money | None:
    found = find_amounts(numbered, language)
    best = best_amount([amount for amount in found if amount.score > 0])
    if best is None:
        return None
    start, end = numbered.span(best.start, best.end)
    if best.exact:
        sheet.claim(start, end, "value")
    else:
        sheet.claim(start, end, "kept")
    return best.money


def _read_due(sheet: Sheet, around: Surroundings, language: str) -> tuple[Due, tuple[int, int]] | None:
    masked = with_digits(sheet.masked(sheet.low))
    moments = find_moments(masked, around, language)
    moment = choose(moments, masked.text)
    if moment is None:
        return None
    due, spans = due_of(moment, masked, sheet.text, around.zone)
    for span in spans:
        sheet.claim(*span, "due")
    return due, spans[0]


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
        next_word = re.match(r" ([^\W\d_]+)", free[match.end() :])
        if match.group() == "heet" and next_word is not None and next_word[1] not in _MAY_BE_WANTED:
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


def _of_main_phones(phones: tuple[Phone, ...], sheet: Sheet, cast: Cast) -> tuple[Phone, ...]:
    """Without the numbers that follow another person's name, where the main person has one too."""
    if not cast.others or cast.main is None or len(phones) < 2:
        return phones
    mine = tuple(phone for phone in phones if _owner(sheet.text.find(phone.written), cast) is cast.main)
    return mine or phones


def _owner(at: int, cast: Cast) -> PersonFound | None:
    """The person named last before a place in the text."""
    people = [person for person in (cast.main, *cast.others) if person is not None and person.start < at]
    return max(people, key=lambda person: person.start, default=cast.main)


def _person(sheet: Sheet, person: PersonFound, phones: tuple[Phone, ...], cast: Cast) -> Person:
    title = next((found for found in cast.titles if 0 <= found.start - person.end < 5), None)
    theirs = set(phones) - set(_of_main_phones(phones, sheet, cast))
    return Person(
        name=tidy_name(person.words, sheet),
        title=sheet.text[title.start : title.end] if title else None,
        emails=(person.email,) if person.email else (),
        phones=tuple(
            phone
            for phone in phones
            if phone in theirs and _owner(sheet.text.find(phone.written), cast) is person
        ),
    )
