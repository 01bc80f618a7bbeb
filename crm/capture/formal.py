"""What makes a relation formal, told in the past: a quote sent or received, a contract signed, an order.

Precision before recall: a noun and a participle of one clause ("sent Mulder the quote", "Angebot an Thiel geschickt"),
with nothing there that asks, wishes, denies or plans ("wants a quote", "offerte moet nog gestuurd worden").
"""

import re
from dataclasses import dataclass
from datetime import date

from crm.capture.draft import FormalKind, FormalStep, Surroundings
from crm.capture.due import find_moments
from crm.capture.lead import Reading
from crm.capture.lexicon import TO_ORGANISATION, alternation, merged, merged_table, said, whole
from crm.capture.naming import BREAKS
from crm.capture.numbers import with_digits
from crm.capture.questions import asks_first, is_question
from crm.capture.text import Sheet

_PHRASES = merged_table("formal_phrases")
_PHRASE = whole(_PHRASES)
_SENT, _RECEIVED, _SIGNED = (whole(merged(name)) for name in ("sent_words", "received_words", "signed_words"))
_SIGNED_ALONE, _FILL = whole(merged("signed_alone")), merged("ending_fill") | merged("ending_others")
_CONFIRMATION = whole(merged("confirmation_nouns"))
_QUOTE, _CONTRACT, _ORDER = (whole(merged(name)) for name in ("quote_nouns", "contract_nouns", "order_nouns"))
_PAIRS = (
    (_CONFIRMATION, _RECEIVED, FormalKind.WE_ORDERED),
    (_CONTRACT, _SIGNED, FormalKind.CONTRACT_SIGNED),
    (_QUOTE, _SIGNED, FormalKind.CONTRACT_SIGNED),
    (_QUOTE, _SENT, FormalKind.QUOTE_SENT),
    (_QUOTE, _RECEIVED, FormalKind.QUOTE_RECEIVED),
    (_ORDER, _SIGNED, FormalKind.ORDERED),
    (_ORDER, _RECEIVED, FormalKind.ORDERED),
)
_NOT_DONE = whole(merged("not_done") | merged("negations"))
_NOT_DONE_AFTER = re.compile(rf" {{1,3}}{whole(merged('not_done_after')).pattern}")
_VALID = whole(merged("valid_until"))
_UNTIL = alternation({phrase.split()[-1] for phrase in merged("valid_until") if " " in phrase})
_AMOUNT_UNTIL = re.compile(rf"(?:(?<=[\dk€$£] )|(?<=eur )|(?<=euro ))(?:{_UNTIL})(?![^\W_])")
_IN_DAYS = re.compile(r"[ :]{0,3}(?:[^\W\d_]{2,5} )?(?=\d{1,3} ?[^\W\d_])")
_FARTHEST = 70
_ORDERED = whole(merged("ordered_words"))
_FROM = whole(TO_ORGANISATION - merged("articles") - {"of"})
_OURS = merged("ours")
_WITH_THEM = re.compile(
    rf"{whole(merged('with_them')).pattern} (?!(?:{alternation(merged('ourselves_after'))})(?![^\W_]))"
)
_BEFORE_RECEIVED = merged("ourselves") | merged("articles") | merged("just") | merged("log_fill")


@dataclass(frozen=True, slots=True)
class FormalFound:
    """start, end: of the whole phrase. inside: the stretch between its two words, (end, end) where there is one only."""

    start: int
    end: int
    inside: tuple[int, int]
    kind: FormalKind


def find_formal(sheet: Sheet) -> FormalFound | None:
    """The first one told, None where none was, or where it is asked, wished, denied or planned."""
    low = sheet.low
    if is_question(low) or asks_first(low):
        return None
    alone = _SIGNED_ALONE.search(low)
    if alone is not None and _says_nothing_else(sheet, alone):
        return FormalFound(*alone.span(), (alone.end(), alone.end()), FormalKind.CONTRACT_SIGNED)
    if not any(
        pattern.search(low) for pattern in (_PHRASE, _ORDERED, _QUOTE, _CONTRACT, _ORDER, _CONFIRMATION)
    ):
        return None
    has_amount = any(what == "value" for _, _, what in sheet.claims)
    for start, end in clauses(sheet):
        found = _in_clause(low, start, end, has_amount)
        if found is not None:
            return found
    return None


def _says_nothing_else(sheet: Sheet, match: re.Match[str]) -> bool:
    """ "Signed!", "Kunde hat unterschrieben, 12k"."""
    return all(
        word.low in _FILL
        or match.start() <= word.start < match.end()
        or sheet.is_read_as(word.start, "value", "due")
        for word in sheet.words
    )


def _in_clause(low: str, start: int, end: int, has_amount: bool) -> FormalFound | None:
    told = [*_PHRASE.finditer(low, start, end), *(_ORDERED.finditer(low, start, end) if has_amount else ())]
    for match in told:
        if _was_done(low, start, match.start(), match.end()):
            kind = FormalKind(_PHRASES.get(said(match.group()), FormalKind.ORDERED))
            if kind is FormalKind.ORDERED and _WITH_THEM.search(low, start, end):
                kind = FormalKind.WE_ORDERED
            return FormalFound(match.start(), match.end(), (match.end(), match.end()), kind)
    for nouns, participles, kind in _PAIRS:
        noun, done = nouns.search(low, start, end), participles.search(low, start, end)
        if noun is None or done is None or noun.start() == done.start():
            continue
        first, last = (noun, done) if noun.start() < done.start() else (done, noun)
        if participles is _RECEIVED and not _came_to_us(
            low, start, first.start(), low[first.end() : last.start()]
        ):
            continue
        if kind is FormalKind.ORDERED and not has_amount and not _FROM.search(low, last.start(), end):
            continue
        if last.start() - first.end() < _FARTHEST and _was_done(low, start, last.start(), last.end()):
            return FormalFound(first.start(), last.end(), (first.end(), last.start()), kind)
    return None


def _came_to_us(low: str, clause: int, first: int, inside: str) -> bool:
    """ "Mulder received our quote" is none of theirs: nobody but we stand before it, and it is not ours."""
    before = low[clause:first].split()
    return all(word in _BEFORE_RECEIVED for word in before) and not any(
        word in _OURS for word in (*before, *inside.split())
    )


def _was_done(low: str, clause: int, last: int, end: int) -> bool:
    return _NOT_DONE.search(low, clause, last) is None and _NOT_DONE_AFTER.match(low, end) is None


def clauses(sheet: Sheet) -> list[tuple[int, int]]:
    """Where they start and end: cut at commas and stops, not inside amounts and addresses."""
    clauses: list[tuple[int, int]] = []
    at = 0
    for mark in BREAKS.finditer(sheet.low):
        if not sheet.mask[mark.start()]:
            clauses.append((at, mark.start()))
            at = mark.end()
    return [*clauses, (at, len(sheet.low))]


def formal_step(reading: Reading, around: Surroundings) -> FormalStep | None:
    """What was formal, with the amount and the day to which it holds, where they were said."""
    found = find_formal(reading.sheet)
    if found is None:
        return None
    return FormalStep(found.kind, reading.draft.value, valid_until(reading, around))


def find_validity(low: str) -> re.Match[str] | None:
    """The words before the day to which a quote holds."""
    return _VALID.search(low) or _AMOUNT_UNTIL.search(low)


def valid_until(reading: Reading, around: Surroundings) -> date | None:
    """ "valid until 30 June", "30 Tage gültig", "geldig 30 dagen"; "8k bis 30. April", the day right behind it."""
    low = reading.sheet.low
    match = find_validity(low)
    if match is None:
        return None
    nearest = 12 if match.re is _VALID else 3
    tail = low[match.end() : match.end() + 40].split("\n")[0]
    counted = _IN_DAYS.match(tail)
    before = re.search(r"(\d{1,3} ?[^\W\d_]{3,8}) $", low[: match.start()])
    tries = [
        tail,
        *([f"in {tail[counted.end() :]}"] if counted else []),
        *([f"in {before[1]}"] if before else []),
    ]
    for text in tries:
        for moment in find_moments(with_digits(text), around, reading.language):
            if moment.start < nearest and moment.said and not moment.past:
                return moment.day
    return None
