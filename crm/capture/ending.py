"""How a deal ended, told as done: "won!", "deal is rond", "lost, too expensive", "Auftrag verloren, zu teuer".

Precision before recall: the clause that says so says nothing else, so "lost his card", "not won yet" and "want to win" tell of
no deal.
"""

import re

from crm.capture.draft import Ending, EndingKind
from crm.capture.formal import clauses, find_formal
from crm.capture.lead import Reading
from crm.capture.lexicon import merged, merged_table, said, whole
from crm.capture.questions import asks_first, is_question
from crm.capture.text import Sheet, Span

_SAID = (
    (whole(merged("won_words")), EndingKind.WON),
    (whole(merged("lost_words")), EndingKind.LOST),
)
_FILL = merged("ending_fill")
_REASONS = merged_table("lost_reasons")
_REASON = whole(_REASONS)
_BECAUSE, _TO = whole(merged("lost_because")), whole(merged("lost_to"))
_TO_SOMEBODY = "competitor"
_LONGEST = 40
_EDGES = " \n.,;:!()-"


def read_ending(reading: Reading) -> Ending | None:
    """None where nothing ended, or where it is asked, denied, hoped for, or said of something else."""
    sheet, draft = reading.sheet, reading.draft
    low, frame = sheet.low, reading.scene.frame
    if not any(pattern.search(low) for pattern, _ in _SAID) or len(sheet.words) > _LONGEST:
        return None
    if draft.emails or draft.phones or frame.mail or frame.authors:
        return None
    if is_question(low) or asks_first(low) or find_formal(sheet) is not None:
        return None
    told = _find(sheet)
    if told is None:
        return None
    kind, start, end = told
    rest = " ".join(part.strip(_EDGES) for part in (sheet.text[:start], sheet.text[end:])).strip()
    reasons = _reasons_in(low, start, end) if kind is EndingKind.LOST else ()
    plans = draft.due is not None and draft.next_action is not None
    return Ending(
        kind,
        draft.value if kind is EndingKind.WON else None,
        rest if _says_more(sheet, start, end) else "",
        reasons,
        draft.next_action if plans else None,
        draft.due if plans else None,
    )


def _find(sheet: Sheet) -> tuple[EndingKind, int, int] | None:
    """The kind, and the stretch that says so. A reason may stand before it: "too expensive, lost"."""
    before = 0
    for start, end in clauses(sheet):
        words = _words(sheet, start, end)
        for pattern, kind in _SAID:
            stop = _ends(sheet, start, end, pattern, kind)
            if stop is None:
                continue
            if before == 0 or (kind is EndingKind.LOST and _REASON.search(sheet.low, 0, start)):
                return kind, start, stop
        if not all(word in _FILL for word in words):
            before += len(words)
    return None


def _ends(sheet: Sheet, start: int, end: int, pattern: re.Pattern[str], kind: EndingKind) -> int | None:
    """Where what says it ends: the end of the clause, or the reason in it ("lost to Siemens", "lost on price")."""
    match = pattern.search(sheet.low, start, end)
    if match is None or not _is_words(sheet, match.span()):
        return None
    if sheet.is_read_as(match.start(), "value"):
        return None  # "500 won"
    stop = end
    if kind is EndingKind.LOST:
        links = (link.search(sheet.low, match.end(), end) for link in (_BECAUSE, _TO))
        stop = min((link.start() for link in links if link is not None), default=end)
    others = [*_words(sheet, start, match.start()), *_words(sheet, match.end(), stop)]
    return stop if all(word in _FILL for word in others) else None


def _is_words(sheet: Sheet, span: Span) -> bool:
    """ "Won't" is one word, and not won."""
    starts = {word.start for word in sheet.words}
    ends = {word.end for word in sheet.words}
    return span[0] in starts and span[1] in ends


def _words(sheet: Sheet, start: int, end: int) -> list[str]:
    """Those that nobody has read as an amount or a time."""
    return [
        word.low
        for word in sheet.words
        if start <= word.start and word.end <= end and not sheet.is_read_as(word.start, "value", "due")
    ]


def _says_more(sheet: Sheet, start: int, end: int) -> bool:
    outside = [*_words(sheet, 0, start), *_words(sheet, end, len(sheet.low))]
    return any(word not in _FILL for word in outside) or any(what == "due" for _, _, what in sheet.claims)


def _reasons_in(low: str, start: int, end: int) -> tuple[str, ...]:
    found = [_REASONS[said(match.group())] for match in _REASON.finditer(low)]
    if _TO.match(low, end) is not None:
        found.append(_TO_SOMEBODY)
    return tuple(dict.fromkeys(found))
