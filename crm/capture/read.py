"""The public face of understanding: what a message, a reply or an answer to a question says.

Everything here is a pure function of the text and its surroundings; nothing raises on any text.
"""

import re
from dataclasses import replace

from phonenumbers import PhoneMetadata

from crm.capture.countries import PREPARED, by_clues
from crm.capture.draft import (
    DraftLead,
    Due,
    Intent,
    Phone,
    ReplyUnderstanding,
    Surroundings,
    Understanding,
)
from crm.capture.due import due_of, find_moments
from crm.capture.intent import opens_with_also, read_assignment, read_log, read_question
from crm.capture.language import guess
from crm.capture.lead import Reading, read_all
from crm.capture.lexicon import ACTIONS, ASKS, COMMON, SMALL_TALK, first_names
from crm.capture.money import best_amount, decimal_of, find_amounts
from crm.capture.numbers import with_digits
from crm.capture.phones import read_phones
from crm.capture.reach import read_emails, read_website
from crm.capture.reply import read_reply_of
from crm.capture.text import Sheet, flatten, lower
from crm.capture.worth import is_lead, is_question
from crm.money import Money

_THEY = re.compile(
    r"^\W*(?:he|she|they|his|her|their|hij|zij|ze|zijn|haar|er|sie|ihr|ihre|sein|seine|wants|wil|will|needs|from|bij|van|bei|von|at)(?![^\W_])"
)
_BARE_NUMBER = re.compile(r"\s*\d[\d.,' ]{0,14}\s*")


def read_message(text: str, around: Surroundings, *, after_card: bool) -> Understanding:
    """What a message in the chat is. after_card: it comes right after a lead card, so it may go on about that lead."""
    reading = _read(text, around)
    draft, sheet = reading.draft, reading.sheet
    if not draft.emails and not draft.phones:
        question = read_question(sheet)
        if question is not None:
            return Understanding(Intent.QUESTION, draft, question=question)
    assignment = read_assignment(reading, around)
    if assignment is not None:
        return Understanding(Intent.ASSIGNMENT, draft, assignment=assignment)
    log = read_log(reading)
    if log is not None:
        return Understanding(Intent.LOG, draft, log=log)
    if after_card and _goes_on(reading):
        return Understanding(Intent.CONTINUATION, draft)
    return Understanding(Intent.CAPTURE if draft.is_lead else Intent.UNCLEAR, draft)


def warm_up() -> None:
    """Loads names and phone metadata (a tenth of a second), so that the first messages do not wait for them."""
    first_names()
    for region in PREPARED:
        PhoneMetadata.metadata_for_region(region)


def _goes_on(reading: Reading) -> bool:
    """Names nobody new and adds something: a way to reach them, an amount, a time, a wish."""
    draft, low = reading.draft, reading.sheet.low
    if is_question(low):
        return False
    named = (draft.name is not None and reading.person_score >= 2.5) or (
        draft.organisation is not None and reading.organisation_score >= 2.5
    )
    if named and not (
        _lone_email(reading) or (draft.name is None and (opens_with_also(low) or _THEY.match(low)))
    ):
        return False
    words = [
        word.low for word in reading.sheet.words if not reading.sheet.mask[word.start] and not word.digits
    ]
    if draft.emails or draft.phones or draft.value or draft.website:
        return True
    if draft.due is not None:
        return True
    if not words or all(word in SMALL_TALK for word in words):
        return False
    if opens_with_also(low) or _THEY.match(low):
        return True
    return (
        any(word in ACTIONS or word in ASKS for word in words)
        and len(words) <= 12
        and not all(word in COMMON and word in SMALL_TALK for word in words)
    )


def _lone_email(reading: Reading) -> bool:
    """Nothing but addresses was typed: a name read out of one is no new person."""
    rest = reading.sheet.low
    for email in reading.draft.emails:
        rest = rest.replace(email.lower(), "")
    return bool(reading.draft.emails) and not any(char.isalnum() for char in rest)


def read_reply(text: str, around: Surroundings) -> ReplyUnderstanding:
    """What a reply to a card or a reminder is."""
    return read_reply_of(text, _read(text, around), around, read_due(text, around), read_money(text))


def read_lead(text: str, around: Surroundings) -> DraftLead:
    """The fields only. `is_lead` tells whether there is enough to hold on to."""
    return _read(text, around).draft


def _read(text: str, around: Surroundings) -> Reading:
    reading = read_all(text, around)
    reading.draft = replace(reading.draft, is_lead=is_lead(reading))
    return reading


def read_due(text: str, around: Surroundings) -> Due | None:
    """The answer to "when?": the first moment in the text, None where there is none. Never in the past unless said so."""
    sheet = Sheet(text)
    read_emails(sheet)
    read_website(sheet)
    numbered = with_digits(sheet.masked(sheet.low))
    language = guess((word.low for word in sheet.words), around.language)
    moments = [moment for moment in find_moments(numbered, around, language) if not moment.past]
    if not moments:
        return None
    best = max(
        moments, key=lambda moment: (moment.clock is not None and moment.said, moment.said, -moment.start)
    )
    return due_of(best, numbered, text, around.zone)[0]


def read_money(text: str) -> Money | None:
    """The answer to "how much?": a bare number counts too. Currency None where none was said."""
    low = lower(flatten(text))
    best = best_amount(find_amounts(with_digits(low)))
    if best is not None:
        return best.money
    bare = _BARE_NUMBER.fullmatch(low)
    if bare is None:
        return None
    try:
        return Money.of(decimal_of(low.strip()), None)
    except ArithmeticError:
        return None


def read_phone(text: str, around: Surroundings) -> Phone | None:
    """The first phone number in the text, None where there is none."""
    sheet = Sheet(text)
    language = guess((word.low for word in sheet.words), around.language)
    phones = read_phones(sheet, by_clues(sheet.low, language, around))
    return phones[0] if phones else None


def read_email(text: str) -> str | None:
    """The first e-mail address in the text in lower case, None where there is none."""
    emails = read_emails(Sheet(text))
    return emails[0] if emails else None
