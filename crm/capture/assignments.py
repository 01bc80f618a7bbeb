"""A follow-up for a colleague: "Tom: call Bosch tomorrow", "@Tom bel Bosch"."""

import re

from crm.capture.draft import Assignment, Surroundings
from crm.capture.due import ACTION_WORD
from crm.capture.lead import Reading
from crm.capture.lexicon import alternation, is_first_name, merged
from crm.capture.naming import named
from crm.capture.text import Sheet

_FOR = alternation(merged("for_somebody"))


def read_assignment(reading: Reading, around: Surroundings) -> Assignment | None:
    """The message opens with a member of the workspace, marked by "@" or ":", and says something to do."""
    low = reading.sheet.low
    for member in around.gazetteer.members:
        for name in _names_of(member, around.gazetteer.members):
            opening = re.match(
                rf"\s*(?:(?:{_FOR}) )?(?P<at>@?){re.escape(name)}(?P<mark>\s*:| -|,)?\s+(?P<rest>\S.*)",
                low,
                re.DOTALL,
            )
            if opening is None or not (opening["at"] or (opening["mark"] or "").strip() == ":"):
                continue
            start = opening.start("rest")
            if ACTION_WORD.search(low, start) is None or low.rstrip().endswith("?"):
                return None
            due = reading.draft.due
            said, written = reading.sheet.text[start:], due.written if due else ""
            return Assignment(member, _about(said, written), _without(said, written), due)
    return None


def read_stranger(reading: Reading) -> str | None:
    """Who is spoken to as a colleague ("Zoe: call Bosch") and is no member: their first name, None where nobody is."""
    opening = re.match(r"\s*(?P<at>@?)(?P<name>[^\W\d_]+)(?P<mark>\s*:)?\s+(?=\S)", reading.sheet.text)
    if (
        opening is None
        or not (opening["at"] or opening["mark"])
        or not is_first_name(opening["name"].lower())
    ):
        return None
    return opening["name"] if ACTION_WORD.search(reading.sheet.low, opening.end()) else None


def _names_of(member: str, members: tuple[str, ...]) -> set[str]:
    """The full name, and the first name where it is nobody else's."""
    full = member.lower()
    first = full.split(" ")[0]
    alone = sum(other.lower().split(" ")[0] == first for other in members) == 1
    return {full, first} if alone else {full}


def _without(text: str, written: str) -> str:
    at = text.find(written) if written else -1
    if at != -1:
        text = text[:at] + text[at + len(written) :]
    return " ".join(text.split()).strip(" ,.;:-")


def _about(text: str, written: str) -> str | None:
    sheet = Sheet(text)
    at = sheet.text.find(written) if written else -1
    if at != -1:
        sheet.claim(at, at + len(written), "due")
    return named(sheet, 0, len(sheet.low))
