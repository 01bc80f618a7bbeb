"""A log in words, told in the past: "called Jansen, no answer", "mit Weber telefoniert, will Angebot bis Freitag"."""

import re

from crm.capture.draft import ActivityKind, Direction, FormalKind, LogDraft, Outcome, Surroundings
from crm.capture.formal import find_formal, find_validity, formal_step
from crm.capture.lead import Reading
from crm.capture.lexicon import LINKS, alternation, merged, merged_table, said, whole
from crm.capture.naming import BREAKS, named, named_before
from crm.capture.questions import asks_first
from crm.capture.text import Sheet

_LOGS = merged_table("logs")
_LOG = whole(_LOGS)
_INCOMINGS = merged_table("incoming")
_INCOMING = whole(_INCOMINGS)
_NO_ANSWER, _VOICEMAIL, _WRONG_NUMBER, _TRIED = (
    whole(merged(name)) for name in ("no_answer", "voicemail", "wrong_number", "tried")
)
_NOT_DONE = whole(merged("not_done"))
_NOT_DONE_AFTER = re.compile(rf" {{1,3}}{whole(merged('not_done_after')).pattern}")
_TALKED = whole(merged("talked"))
_SPOKE = re.compile(
    rf"\W*(?:(?:{alternation(merged('ourselves') | merged('just'))}) )*(?:{alternation(merged('spoke'))})(?![^\W_])"
)
_NOUNS = whole(merged("log_nouns"))
_OURSELVES = whole(merged("ourselves"))
_THEY_DID = re.compile(rf"(?<![^\W_])(?:{alternation(merged('they_did'))})$")
_JUST = re.compile(rf" (?:{alternation(merged('just'))})$")
_LINK = re.compile(rf" {{1,3}}(?:{alternation(LINKS)}) (?=[^\W_])")
_IDLE = merged("idle_outcomes")
_LONGEST = 45
FORMAL = {
    FormalKind.QUOTE_SENT: (ActivityKind.QUOTE, Direction.OUT),
    FormalKind.QUOTE_RECEIVED: (ActivityKind.QUOTE, Direction.IN),
    FormalKind.CONTRACT_SIGNED: (ActivityKind.CONTRACT, Direction.OUT),
    FormalKind.ORDERED: (ActivityKind.CONTRACT, Direction.OUT),
    FormalKind.WE_ORDERED: (ActivityKind.CONTRACT, Direction.IN),
}


def read_log(reading: Reading, around: Surroundings) -> LogDraft | None:
    """None where nothing was done, or where the message says enough of somebody new to be a lead."""
    sheet, draft = reading.sheet, reading.draft
    low = sheet.low
    frame = reading.scene.frame
    if low.rstrip().endswith("?") or asks_first(low) or frame.mail or frame.authors:
        return None
    if len(sheet.words) > _LONGEST:
        return None
    formal = find_formal(sheet)
    if formal is not None:
        kind, direction = FORMAL[formal.kind]
        start, end = formal.start, formal.end
        about = named(sheet, *_behind_link(sheet, *formal.inside)) or _about(sheet, start, end)
    else:
        found = _log_phrase(sheet)
        if found is None:
            return None
        start, end, kind, incoming = found
        about = _about(sheet, start, end)
        direction = Direction.IN if incoming or _they_did(sheet, start, end, about) else Direction.OUT
    head = [word for word in sheet.words if word.end <= start]
    if len(head) > 7 or "\n" in low[:start]:
        return None
    if _is_capture_instead(reading, _TALKED.search(low[start:end]) is not None):
        return None
    if about is None and draft.emails:
        about = draft.emails[0]
    if about is None and draft.phones:
        about = draft.phones[0].written
    step = formal_step(reading, around)
    due = draft.due if not (step and draft.due and step.valid_until == draft.due.day) else None
    return LogDraft(
        kind=kind,
        direction=direction,
        outcome=_outcome(low) if kind is ActivityKind.CALL else None,
        about=about,
        text=sheet.text,
        next_action=draft.next_action,
        due=due,
        value=draft.value,
        formal=step,
    )


def _log_phrase(sheet: Sheet) -> tuple[int, int, ActivityKind, bool] | None:
    low = sheet.low
    incoming = _INCOMING.search(low)
    for match in _LOG.finditer(low):
        clause = _clause_start(low, match.start())
        if _NOT_DONE.search(low, clause, match.start()) or _NOT_DONE_AFTER.match(low, match.end()):
            continue
        if _NOUNS.fullmatch(match.group()) and _due_in_clause(sheet, clause, match.end()):
            continue
        kind = ActivityKind(_LOGS[said(match.group())])
        if incoming is not None and incoming.start() <= match.end() and match.start() <= incoming.end() + 4:
            return min(match.start(), incoming.start()), max(match.end(), incoming.end()), kind, True
        return match.start(), match.end(), kind, False
    if incoming is not None and not _NOT_DONE.search(low, 0, incoming.start()):
        return *incoming.span(), ActivityKind(_INCOMINGS[said(incoming.group())]), True
    if (spoke := _SPOKE.match(low)) is not None:
        return *spoke.span(), ActivityKind.CALL, False
    if len(sheet.words) <= 8:
        for pattern in (_NO_ANSWER, _VOICEMAIL, _WRONG_NUMBER):
            outcome = pattern.search(low)
            if outcome is not None and outcome.group() not in _IDLE:
                return *outcome.span(), ActivityKind.CALL, False
    return None


def _clause_start(low: str, before: int) -> int:
    return max((mark.end() for mark in BREAKS.finditer(low, 0, before)), default=0)


def _clause_end(low: str, after: int) -> int:
    return next((mark.start() for mark in BREAKS.finditer(low, after)), len(low))


def _due_in_clause(sheet: Sheet, start: int, end: int) -> bool:
    stop = _clause_end(sheet.low, end)
    return any(what == "due" and start <= at < stop for at, _, what in sheet.claims)


def _is_capture_instead(reading: Reading, talk: bool) -> bool:
    """Somebody new with all that makes a lead: "Spoke to Dave from Brightwater, 07700 …" is no log."""
    draft = reading.draft
    reach = bool(draft.emails or draft.phones)
    pair = draft.name is not None and draft.organisation is not None
    if reach and (pair or draft.title or (draft.name and talk)):
        return True
    if draft.source or (draft.title and pair):
        return True
    return talk and pair and (draft.value is not None or len(reading.sheet.words) > 8)


def _about(sheet: Sheet, start: int, end: int) -> str | None:
    """Whom the log names: behind the phrase, or before it in its clause. "Valid until" is nobody."""
    clause = _clause_start(sheet.low, start)
    last = _clause_end(sheet.low, end)
    valid = find_validity(sheet.low)
    if valid is not None and valid.start() >= end:
        last = min(last, valid.start())
    return (
        named(sheet, *_behind_link(sheet, end, last))
        or named_before(sheet, clause, start)
        or named_before(sheet, 0, clause)
    )


def _behind_link(sheet: Sheet, start: int, end: int) -> tuple[int, int]:
    """ "offerte ontvangen van Mulder": the small word in front is no part of the name; in "Van Dijk" it is."""
    link = _LINK.match(sheet.flat, start, end)
    return (link.end() if link else start), end


def _they_did(sheet: Sheet, start: int, end: int, about: str | None) -> bool:
    """ "Jansen called": a name right before an English or Dutch past verb, and no "I"."""
    if about is None or not _THEY_DID.search(sheet.low[start:end]):
        return False
    head = sheet.low[:start].rstrip()
    if _OURSELVES.search(head) or not head:
        return False
    return _JUST.sub("", head).endswith(about.lower())


def _outcome(low: str) -> Outcome:
    if _WRONG_NUMBER.search(low):
        return Outcome.WRONG_NUMBER
    if _VOICEMAIL.search(low):
        return Outcome.VOICEMAIL
    if _NO_ANSWER.search(low) or _TRIED.search(low):
        return Outcome.NO_ANSWER
    return Outcome.SPOKE
