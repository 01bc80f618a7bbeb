"""Whether a message right after a lead card goes on about that lead."""

import re

from crm.capture.lead import Reading
from crm.capture.lexicon import ACTIONS, ASKS, COMMON, SMALL_TALK, alternation, merged
from crm.capture.questions import is_question

_ALSO = re.compile(rf"^[\W_]*(?:{alternation(merged('also'))})(?![^\W_])|^\s*\+\s")
_THEY = re.compile(rf"^\W*(?:{alternation(merged('they'))})(?![^\W_])")

_TAG = re.compile(r"#([^\W\d_][\w-]*)")
_TAGS = re.compile(r"\s*(?:#[^\W\d_][\w-]*[\s,;]*)+")


def goes_on(reading: Reading) -> bool:
    """Names nobody new and adds something: a way to reach them, an amount, a time, a wish."""
    draft, low = reading.draft, reading.sheet.low
    if is_question(low):
        return False
    opens = _ALSO.match(low) is not None or _THEY.match(low) is not None
    if names_somebody(reading) and not (_lone_email(reading) or (draft.name is None and opens)):
        return False
    words = [
        word.low for word in reading.sheet.words if not reading.sheet.mask[word.start] and not word.digits
    ]
    if draft.emails or draft.phones or draft.value or draft.website or draft.due is not None:
        return True
    if not words or all(word in SMALL_TALK for word in words):
        return False
    if opens:
        return True
    return (
        any(word in ACTIONS or word in ASKS for word in words)
        and len(words) <= 12
        and not all(word in COMMON and word in SMALL_TALK for word in words)
    )


def lone_tags(text: str) -> tuple[str, ...]:
    """ "#vip #key": the tags, without the mark, where a message is nothing else."""
    return tuple(_TAG.findall(text)) if _TAGS.fullmatch(text) else ()


def names_somebody(reading: Reading) -> bool:
    """Whether a person or an organisation is surely named."""
    draft = reading.draft
    return (draft.name is not None and reading.person_score >= 2.5) or (
        draft.organisation is not None and reading.organisation_score >= 2.5
    )


def _lone_email(reading: Reading) -> bool:
    """Nothing but addresses was typed: a name read out of one is no new person."""
    rest = reading.sheet.low
    for email in reading.draft.emails:
        rest = rest.replace(email.lower(), "")
    return bool(reading.draft.emails) and not any(char.isalnum() for char in rest)
