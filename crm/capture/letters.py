"""The frame around a message: mail headers, forwarded blocks, chat pastes, signatures, labelled forms.

It tells who wrote, which addresses are ours, where the signature starts and which lines carry a label, and it claims
the lines that say nothing of the lead ("To:", dates, separators) as "frame": read by nobody, kept in the note.
"""

import re
from dataclasses import dataclass, field

from crm.capture.lexicon import HEADERS, LABELS, alternation, merged, said
from crm.capture.reach import EMAIL
from crm.capture.text import Sheet, Span

_HEADER = re.compile(rf"^[ >*]{{0,6}}(?P<key>{alternation(HEADERS)}) ?: ?(?P<value>[^\n]*)$", re.MULTILINE)
_LABEL = re.compile(
    rf"(?:^|(?<=[|;/]) |(?<=, ))[ >*-]{{0,6}}(?P<key>{alternation(LABELS)})\.?(?: no\.?| nr\.?)? ?[:=] ?(?P<value>[^\n|;]*)",
    re.MULTILINE,
)
_STAMP = r"[\d./-]{3,10},? (?:at )?\d{1,2}[:.]\d\d(?::\d\d)?(?: ?[ap]m)?|\d{1,2}:\d\d(?::\d\d)?(?: ?[ap]m)?(?:, [\d./-]{6,10})?"
_CHAT = re.compile(
    rf"^[ ]?(?:\[(?:{_STAMP})\] ?|(?:{_STAMP}) - )(?P<name>[^:\n\[\]]{{2,40}}): ", re.MULTILINE
)
_TELEGRAM = re.compile(rf"^(?P<name>[^,\n\[\]]{{2,40}}), \[(?:{_STAMP})\]:? ?", re.MULTILINE)
_SEPARATOR = re.compile(
    rf"^[ >]*(?:[-_=*]{{2,}}[^\n]{{0,40}}[-_=*]{{2,}}|[-_=*]{{3,}}|(?:{alternation(merged('forwarded'))}):? ?|(?:{alternation(merged('sent_from'))})[^\n]{{0,30}})[ ]*$",
    re.MULTILINE,
)
_CLOSING = re.compile(
    rf"(?:^|(?<=[.!?] )|(?<=[.!?]))[ >]{{0,4}}(?:{alternation(frozenset(merged('closings')))})(?: ?/ ?[^\n,]{{2,30}})?(?P<mark>[ ]?[,.!]?)(?=[ ]*(?:\n|$)|[ ]+[^\n]{{2,160}}(?:\n|$))",
    re.MULTILINE,
)
_OPENER = re.compile(rf"[ ]{{0,3}}(?:{alternation(frozenset(merged('openers')))})(?: ?[:,-]|(?= [+(]?\d))")
_OURSELVES = frozenset(merged("chat_self"))


# "Wimmer, Leopold": the signature has the name in its order
_LAST_FIRST = re.compile(r"[^\W\d_][\w' -]{1,30}, ?[^\W\d_][\w' .-]{1,30}")


@dataclass(slots=True)
class Frame:
    """authors: (start, end) of who wrote it. own: our addresses. labels: kind -> (start, end) of its value.

    signature: where it starts, None where there is none. mail: headers were found. bodies: stretches of chat text.
    """

    authors: list[Span] = field(default_factory=list)
    own: frozenset[str] = frozenset()
    labels: dict[str, Span] = field(default_factory=dict)
    signature: int | None = None
    mail: bool = False


def read_frame(sheet: Sheet, members: tuple[str, ...] = ()) -> Frame:
    """Claims the frame on the sheet and tells what it says."""
    frame = Frame()
    _chat(sheet, frame, members)
    _headers(sheet, frame)
    for match in _SEPARATOR.finditer(sheet.low):
        if match.group().strip() and sheet.free(*match.span()):
            sheet.claim(*match.span(), "frame")
    if (opener := _OPENER.match(sheet.low)) is not None:
        sheet.claim(*opener.span(), "label")
    _labels(sheet, frame)
    closings = [match for match in _CLOSING.finditer(sheet.low) if _is_closing(sheet, match)]
    if closings:
        frame.signature = closings[0].end()
        for match in closings:
            sheet.claim(match.start(), match.end("mark"), "closing")
    return frame


def _is_closing(sheet: Sheet, match: re.Match[str]) -> bool:
    """ "Thanks" opens many messages: a closing has text before it, and ends its line or is followed by a name."""
    before = sheet.low[: match.start()].strip()
    rest = sheet.flat[match.end() :].strip()
    if not before or not rest or match.end() == match.start():
        return False
    line_end = sheet.low.find("\n", match.end())
    same_line = sheet.flat[match.end() : line_end if line_end != -1 else len(sheet.flat)].strip()
    if not same_line:
        return True
    return bool(re.match(r"(?:[^\W\d_]\. ?){0,3}[^\W\d_]", same_line)) and (
        same_line[0].isupper() or match["mark"].strip() != ""
    )


def _chat(sheet: Sheet, frame: Frame, members: tuple[str, ...]) -> None:
    ours = {member.lower() for member in members} | _OURSELVES
    for pattern in (_CHAT, _TELEGRAM):
        for match in pattern.finditer(sheet.low):
            name = match["name"].strip()
            span = match.span("name")
            sheet.claim(match.start(), span[0], "frame")
            sheet.claim(span[1], match.end(), "frame")
            if name in ours or frame.authors:
                sheet.claim(*span, "frame")
            else:
                frame.authors.append(span)


def _headers(sheet: Sheet, frame: Frame) -> None:
    found = list(_HEADER.finditer(sheet.low))
    kinds = {HEADERS[said(match["key"])] for match in found}
    if len(kinds) < 2 and not any("@" in match["value"] for match in found):
        subjects = [match for match in found if HEADERS[said(match["key"])] == "subject"]
        for match in subjects:
            sheet.claim(match.start(), match.start("value"), "frame")
        return
    frame.mail = True
    own: set[str] = set()
    for match in found:
        kind = HEADERS[said(match["key"])]
        if kind == "to":
            own.update(address.group() for address in EMAIL.finditer(match["value"]))
            sheet.claim(*match.span(), "frame")
        elif kind == "date":
            sheet.claim(*match.span(), "frame")
        elif kind == "subject":
            sheet.claim(match.start(), match.start("value"), "frame")
        else:
            sheet.claim(match.start(), match.start("value"), "frame")
            name = re.match(r"[\"' ]*([^<\"\n@(\[]{2,60}?)[\"' ]*(?:[<(\[]|$)", match["value"])
            if name and not frame.authors:
                start = match.start("value") + name.start(1)
                written = name.group(1).rstrip()
                frame.authors.append((start, start + len(written)))
                if _LAST_FIRST.fullmatch(written):
                    sheet.claim(start, start + len(written), "frame")
    frame.own = frozenset(own)


def _labels(sheet: Sheet, frame: Frame) -> None:
    matches = [
        match for match in _LABEL.finditer(sheet.low) if sheet.free(match.start("key"), match.end("key"))
    ]
    telling = {LABELS[said(match["key"])] for match in matches} - {"reach"}
    for match in matches:
        kind = LABELS[said(match["key"])]
        value = match["value"].strip()
        if kind == "reach":
            if re.search(r"[\d@]|\.\w", value):
                sheet.claim(match.start("key"), match.start("value"), "label")
        elif len(telling) > 1 or kind in ("name", "organisation", "title"):
            if not value:
                continue
            sheet.claim(match.start("key"), match.start("value"), "label")
            if (
                kind in ("name", "first", "last", "organisation", "title", "source")
                and kind not in frame.labels
            ):
                start = match.start("value")
                end = start + len(match["value"].rstrip())
                comma = re.search(r", (?=(?:" + alternation(LABELS) + r") ?:)|, ", sheet.low[start:end])
                frame.labels[kind] = (start, start + comma.start() if comma else end)
