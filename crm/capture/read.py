"""The public face of understanding: what a message, a reply or an answer to a question says.

Everything here is a pure function of the text and its surroundings; nothing raises on any text.
"""

import re
from dataclasses import replace

from phonenumbers import PhoneMetadata

from crm.capture.assignments import read_assignment, read_stranger
from crm.capture.continuation import goes_on, introduces_somebody, lone_tags, names_somebody
from crm.capture.countries import PREPARED, by_clues
from crm.capture.draft import (
    DraftLead,
    Due,
    Ending,
    EndingKind,
    Intent,
    Phone,
    ReplyUnderstanding,
    Surroundings,
    Understanding,
)
from crm.capture.due import due_of, find_moments
from crm.capture.ending import read_ending
from crm.capture.formal import formal_step
from crm.capture.language import guess
from crm.capture.lead import Reading, read_all
from crm.capture.lexicon import first_names
from crm.capture.logs import read_log
from crm.capture.money import best_amount, decimal_of, find_amounts
from crm.capture.numbers import with_digits
from crm.capture.phones import read_phones
from crm.capture.questions import read_question
from crm.capture.reach import read_emails, read_website
from crm.capture.reply import read_reply_of
from crm.capture.text import Sheet, flatten, lower
from crm.capture.worth import is_lead
from crm.money import Money

_LONGEST_ANSWER = 200
_BARE_NUMBER = re.compile(r"\s*\d[\d.,' ]{0,14}\s*")


def read_message(text: str, around: Surroundings, *, after_card: bool) -> Understanding:
    """What a message in the chat is. after_card: it comes right after a card, so it may go on about what that shows."""
    reading = _read(text, around)
    draft, sheet = reading.draft, reading.sheet
    if not draft.emails and not draft.phones:
        question = read_question(sheet)
        if question is not None:
            return Understanding(Intent.QUESTION, draft, question=question)
    assignment = read_assignment(reading, around)
    if assignment is not None:
        return Understanding(Intent.ASSIGNMENT, draft, assignment=assignment)
    ending = _ending(reading)
    if ending is not None:
        return Understanding(Intent.ENDING, draft, ending=ending)
    log = read_log(reading, around)
    if log is not None:
        return Understanding(Intent.LOG, draft, log=log, formal=log.formal)
    formal = formal_step(reading, around)
    tags = lone_tags(text)
    if after_card and (tags or goes_on(reading)):
        return Understanding(Intent.CONTINUATION, draft, formal=formal, tags=tags)
    if draft.is_lead:
        return Understanding(Intent.CAPTURE, draft, formal=formal)
    return Understanding(Intent.UNCLEAR, draft, formal=formal, stranger=read_stranger(reading))


def _ending(reading: Reading) -> Ending | None:
    """Who is named beside a deal that was won is whose it was, and not who was shown last."""
    ending = read_ending(reading)
    if ending is None or reading.draft.is_lead:
        return None
    return None if ending.kind is EndingKind.WON and names_somebody(reading) else ending


def read_somebody_new(text: str, around: Surroundings) -> Understanding | None:
    """What a message is while a question is open: a capture, where it introduces somebody; None where it is an answer."""
    understood = read_message(text, around, after_card=True)
    if understood.intent is Intent.CAPTURE and introduces_somebody(_read(text, around)):
        return understood
    return None


def read_told_ending(text: str, around: Surroundings) -> Ending | None:
    """How a deal ended, in a message or reply of which it is known whose deal it is about."""
    return read_ending(_read(text, around))


def warm_up() -> None:
    """Loads names and phone metadata (a tenth of a second), so that the first messages do not wait for them."""
    first_names()
    for region in PREPARED:
        PhoneMetadata.metadata_for_region(region)


def read_reply(text: str, around: Surroundings) -> ReplyUnderstanding:
    """What a reply to a card or a reminder is."""
    bare = len(text) <= _LONGEST_ANSWER
    due = read_due(text, around) if bare else None
    money = read_money(text) if bare else None
    return read_reply_of(text, _read(text, around), around, due, money)


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
