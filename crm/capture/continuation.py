"""Whether a message right after a lead card goes on about that lead."""

import re

from crm.capture.lead import Reading
from crm.capture.lexicon import ACTIONS, ASKS, COMMON, LABELS, SMALL_TALK, alternation, is_first_name, merged
from crm.capture.ordinary import ordinary_words
from crm.capture.questions import is_question
from crm.capture.text import lower

_ALSO = re.compile(rf"^[\W_]*(?:{alternation(merged('also'))})(?![^\W_])|^\s*\+\s")
_THEY = re.compile(rf"^\W*(?:{alternation(merged('they'))})(?![^\W_])")
_BESIDE_REACH = merged("idle") | merged("phone_labels")
_SURE = 2.5
_LATIN = re.compile(r"[a-zß-ɏ]")

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
    if _may_be_a_name(words, alone=bool(draft.emails or draft.phones)):
        return False
    if draft.emails or draft.phones or draft.value or draft.website or draft.due is not None:
        return True
    if not words:
        return draft.hot
    if all(word in SMALL_TALK for word in words):
        return False
    if opens:
        return True
    return (
        any(word in ACTIONS or word in ASKS for word in words)
        and len(words) <= 12
        and not all(word in COMMON and word in SMALL_TALK for word in words)
    )


def _may_be_a_name(words: list[str], *, alone: bool) -> bool:
    """Words in letters that we do not read; and, alone beside a way to reach somebody, words that nobody knows."""
    named = [word for word in words if len(word) > 1]
    if any(not _LATIN.match(word) for word in named):
        return True
    known = ordinary_words() | LABELS.keys() | _BESIDE_REACH
    return alone and bool(named) and known.isdisjoint(named)


def lone_tags(text: str) -> tuple[str, ...]:
    """ "#vip #key": the tags, without the mark, where a message is nothing else."""
    return tuple(_TAG.findall(text)) if _TAGS.fullmatch(text) else ()


def names_somebody(reading: Reading) -> bool:
    """Whether a person or an organisation is surely named."""
    draft = reading.draft
    return (draft.name is not None and reading.person_score >= _SURE) or (
        draft.organisation is not None and reading.organisation_score >= _SURE
    )


def introduces_somebody(reading: Reading) -> bool:
    """A person and a way to reach them; and a first name alone only where it or its organisation opens the message.

    "Merged with Bosch, call Jan 040 2345678" names him in passing.
    """
    draft = reading.draft
    if draft.name is None or not (draft.emails or draft.phones):
        return False
    name = lower(draft.name)
    if " " in name or not is_first_name(name):
        return True
    opens = tuple(lower(part) for part in (draft.name, draft.organisation) if part)
    firm = draft.organisation is not None and reading.organisation_score >= _SURE
    return firm and reading.sheet.low.lstrip().startswith(opens)


def _lone_email(reading: Reading) -> bool:
    """Nothing but addresses was typed: a name read out of one is no new person."""
    rest = reading.sheet.low
    for email in reading.draft.emails:
        rest = rest.replace(email.lower(), "")
    return bool(reading.draft.emails) and not any(char.isalnum() for char in rest)
