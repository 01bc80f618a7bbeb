"""What no field took: the next action in the writer's words, and the note with everything else."""

import re
from itertools import pairwise

from crm.capture.draft import Due
from crm.capture.due import ACTION_WORD
from crm.capture.lexicon import LABELS, TO_ORGANISATION, alternation, merged
from crm.capture.text import Sheet

_KEPT = ("frame", "kept", "closing")
_BREAK = re.compile(r"\n|(?<=[.!?;])\s|[|;]|, | - | / |\0")
_EDGES = " \t\n,;|/.-–—:()*[]<>\"'"
_GLUE_ONLY = re.compile(
    rf"(?:[^\w]|(?<![^\W_])(?:{alternation(TO_ORGANISATION | {'and', 'en', 'und', 'is', 'ist'})})(?![^\W_]))*"
)
_REACH_LABELS = frozenset(form for form, kind in LABELS.items() if kind == "reach" and " " not in form)
_LABEL = re.compile(rf"(?<![^\W_])(?:{alternation(_REACH_LABELS)})\.?[ ]?:?[ ]?$", re.IGNORECASE)
_HELPING = re.compile(rf"^(?:{alternation(merged('helping'))})\s+", re.IGNORECASE)


def action_and_note(
    sheet: Sheet, due: tuple[Due, tuple[int, int]] | None, language: str
) -> tuple[str | None, str]:
    """(next action or None, note). Both are cut out of the text as typed, in the order typed."""
    claims = _consumed(sheet)
    holes = bytearray(len(sheet.text))
    for start, end in claims:
        holes[start:end] = b"\x01" * (end - start)
    action = _action(sheet, holes, due[1] if due else None)
    text: str | None = None
    if action is not None:
        framed = _framed(sheet, holes)
        text = _cut(sheet.text, framed, *action)
        text = _HELPING.sub("", text).strip(_EDGES) or None
        if text is not None:
            for at in range(*action):
                holes[at] = holes[at] or not framed[at]
    return text, _note(sheet, holes)


def _framed(sheet: Sheet, holes: bytearray) -> bytearray:
    """`holes` and the frame: the stamp of a chat line is no part of what is to be done in it."""
    framed = bytearray(holes)
    for start, end, what in sheet.claims:
        if what == "frame":
            framed[start:end] = b"\x01" * (end - start)
    return framed


def _consumed(sheet: Sheet) -> list[tuple[int, int]]:
    spans = sorted((start, end) for start, end, what in sheet.claims if what not in _KEPT)
    joined: list[tuple[int, int]] = []
    for start, end in spans:
        label = _LABEL.search(sheet.text[max(0, start - 14) : start])
        if label is not None:
            start -= len(label.group())
        if (
            joined
            and start - joined[-1][1] < 12
            and start >= joined[-1][1]
            and _GLUE_ONLY.fullmatch(sheet.low, joined[-1][1], start)
        ) or (joined and start < joined[-1][1]):
            joined[-1] = (joined[-1][0], max(end, joined[-1][1]))
        else:
            joined.append((start, end))
    return joined


def _action(sheet: Sheet, holes: bytearray, due: tuple[int, int] | None) -> tuple[int, int] | None:
    """The clause that says what to do: the one around the due words, else the one that opens with an action."""
    clauses = _clauses(sheet)
    if due is not None:
        around = [clause for clause in clauses if clause[0] < due[1] and due[0] < clause[1]]
        if around:
            first, last = around[0][0], around[-1][1]
            if ACTION_WORD.search(_cut(sheet.low, holes, first, last)):
                return _narrow(sheet, holes, first, last, due)
            for before, after in pairwise(clauses):
                if (
                    after == around[0]
                    and ACTION_WORD.search(_cut(sheet.low, holes, *before))
                    and before[1] - before[0] < 40
                ):
                    return before
        return None
    for first, last in clauses:
        words = _cut(sheet.low, holes, first, last).strip(_EDGES)
        if (
            len(words) < 90
            and (match := ACTION_WORD.match(_HELPING.sub("", words)))
            and match.end() < len(words)
        ):
            return first, last
    return None


def _narrow(sheet: Sheet, holes: bytearray, first: int, last: int, due: tuple[int, int]) -> tuple[int, int]:
    """In a long clause without commas, only the stretch around the due words that has the action."""
    if last - first <= 60:
        return first, last
    start = due[0]
    matches = [match for match in ACTION_WORD.finditer(sheet.low, first, last) if not holes[match.start()]]
    near = [
        match for match in matches if abs(match.start() - due[0]) < 40 or abs(match.start() - due[1]) < 40
    ]
    if not near:
        return first, last
    nearest = min(near, key=lambda match: min(abs(match.end() - due[0]), abs(match.start() - due[1])))
    start = min(nearest.start(), due[0])
    while start > first and not holes[start - 1] and sheet.text[start - 1] not in "\n,;.":
        start -= 1
        if due[0] - start > 40 and sheet.text[start - 1 : start] == " ":
            break
    return start, last


def _clauses(sheet: Sheet) -> list[tuple[int, int]]:
    clauses: list[tuple[int, int]] = []
    at = 0
    for match in _BREAK.finditer(sheet.flat):
        if match.end() > at:
            clauses.append((at, match.start()))
        at = match.end()
    clauses.append((at, len(sheet.flat)))
    return [(start, end) for start, end in clauses if end > start]


def _cut(source: str, holes: bytearray, start: int, end: int) -> str:
    out: list[str] = []
    for at in range(start, end):
        if not holes[at]:
            out.append(source[at])
        elif out and out[-1] != " ":
            out.append(" ")
    return " ".join("".join(out).split())


def _note(sheet: Sheet, holes: bytearray) -> str:
    parts: list[str] = []
    current: list[str] = []
    for at, char in enumerate(sheet.text):
        if holes[at]:
            if current:
                parts.append("".join(current))
                current = []
        else:
            current.append(char)
    if current:
        parts.append("".join(current))
    lines: list[str] = []
    for part in parts:
        stripped = part.strip(_EDGES)
        if not any(char.isalnum() for char in stripped) and not _telling(stripped):
            continue
        stripped = _with_brackets(part, stripped)
        if part.strip().endswith(("!", "?")):
            stripped = stripped.rstrip("!?") + part.strip()[-1]
        lines.append(
            "\n".join(line for line in (" ".join(line.split()) for line in stripped.split("\n")) if line)
        )
    return "; ".join(lines)


def _with_brackets(part: str, stripped: str) -> str:
    """ "<b>Ali": a bracket whose other half stays belongs to it."""
    before, _, after = part.partition(stripped)
    for opening, closing in ("<>", "()", "[]"):
        if stripped.count(closing) > stripped.count(opening) and before.endswith(opening):
            stripped = opening + stripped
        elif stripped.count(opening) > stripped.count(closing) and after.startswith(closing):
            stripped += closing
    return stripped


def _telling(text: str) -> bool:
    """Symbols and emoji that say something; not mere punctuation."""
    return any(ord(char) > 0x2190 for char in text)
