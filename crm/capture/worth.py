"""Is there enough in a message to make a lead of it? Precision before recall: small talk becomes no lead."""

import re

from crm.capture.due import ACTION_WORD
from crm.capture.lead import Reading
from crm.capture.lexicon import ACTIONS, ASKS, COMMON, SMALL_TALK, alternation, merged, whole
from crm.capture.questions import is_command, is_question

_ASKS = whole(ASKS)
_GREETING = re.compile(rf"^[\W_]*(?:{alternation(merged('greetings'))})(?![^\W_])")
_QUANTITY = re.compile(
    r"(?<![\w.,:/-])\d{1,6}(?:[.,]\d{3})?x? (?:[^\W\d_][\w'-]{2,})|(?<![^\W_])(?:\d{1,4} ?x|x ?\d{1,4})(?![^\W_])"
)
_NOT_A_COUNT = whole(merged("not_counted"))
_SOCIAL = whole(merged("social"))
_ADDRESSED = whole(merged("addressed"))


def is_lead(reading: Reading) -> bool:
    """Something to hold on to (a person, an organisation, a way to reach them), and a reason to think it a prospect."""
    draft, low = reading.draft, reading.sheet.low
    reach = bool(draft.emails or draft.phones)
    asked = is_question(low) and not _was_pasted(reading)
    person = draft.name is not None and reading.person_score >= 2.5
    firm = draft.organisation is not None and reading.organisation_score >= 1.8
    if asked and not reach and not (person and firm and (draft.title or draft.value)):
        return False
    if reach:
        return not (asked and len(low) < 60 and not person and not firm and is_command(low))
    if _is_small_talk(reading):
        return False
    supported = support(reading)
    if _SOCIAL.search(low) and not (draft.value or draft.title or _ASKS.search(low)):
        return False
    if person and firm:
        return supported >= 1 or reading.person_score + reading.organisation_score >= 7.0
    if person:
        return reading.person_score >= 2.8 and (
            supported >= 2 or (supported >= 1 and reading.person_score >= 4.0)
        )
    if firm:
        strong = reading.organisation_score >= 2.8
        return (strong and supported >= 1) or supported >= 3
    return False


def _was_pasted(reading: Reading) -> bool:
    """A chat or mail of somebody else: its questions are put to us, not to the bot."""
    frame = reading.scene.frame
    return bool(frame.mail or frame.authors or frame.signature is not None)


def support(reading: Reading) -> int:
    """How many signs of a prospect there are beside the names."""
    draft, low = reading.draft, reading.sheet.low
    free = reading.sheet.masked(low)
    count = 0
    count += 2 if draft.value else 0
    count += 1 if draft.title else 0
    count += 1 if draft.source else 0
    count += 1 if draft.website else 0
    count += 1 if draft.hot or draft.supplier else 0
    count += 1 if _ASKS.search(free) else 0
    quantity = _QUANTITY.search(free)
    count += (
        1 if quantity and not _NOT_A_COUNT.search(free[max(0, quantity.start() - 8) : quantity.end()]) else 0
    )
    count += 1 if ACTION_WORD.match(free.strip()) else 0
    count += 1 if draft.due is not None and draft.next_action and not _ADDRESSED.search(low) else 0
    count -= (
        1
        if _ADDRESSED.search(low)
        and _GREETING.match(low)
        and not reading.scene.frame.mail
        and reading.scene.frame.signature is None
        else 0
    )
    return count


def _is_small_talk(reading: Reading) -> bool:
    words = [word.low for word in reading.sheet.words if not word.digits]
    return bool(words) and all(
        word in SMALL_TALK or (word in COMMON and word not in ACTIONS) for word in words
    )
