"""What somebody said in a mail, apart from what they quoted and how they signed.

Own patterns, for three languages: mail-parser-reply, the library for it, cuts a mail at its first list ("- sensors"),
and misses what Gmail writes in Dutch. What is left out here is certain; in doubt it stays.
"""

import re
from dataclasses import dataclass

from crm.mail.labels import SENDER, read_label

_SEPARATOR = re.compile(
    r"\W{0,30}(original message|original appointment|oorspronkelijk bericht|ursprüngliche nachricht|originalnachricht|"
    r"forwarded message|doorgestuurd bericht|weitergeleitete nachricht|begin forwarded message|"
    r"begin doorgestuurd bericht|anfang der weitergeleiteten (?:nachricht|e-mail))\W{0,30}",
    re.IGNORECASE,
)
_RULE = re.compile(r"[_-]{5,}\s*")
_WROTE = re.compile(
    r"[>\s]{0,6}(?:on|op|am|vom)\b[^\n]{0,10}?\d[^\n]{0,300}?\b(?:wrote|schreef|schrieb|geschreven|geschrieben)\b[^\n]{0,200}:\s*|"
    r"[>\s]{0,6}(?:on|op|am)\b[^\n]{1,20}\d[^\n]{0,300}?\b(?:wrote|schreef|schrieb|geschreven|geschrieben)\b[^\n]{0,200}:\s*",
    re.IGNORECASE,
)
_WROTE_START = re.compile(r"[>\s]{0,6}(?:on|op|am)\b", re.IGNORECASE)
_CLOSING = re.compile(
    r"\s*(?:(?:with )?(?:kind|best|warm|many)(?:est)? (?:regards|wishes|thanks)|regards|best|cheers|thanks|thank you|"
    r"sincerely|yours (?:sincerely|faithfully|truly)|kr|br|"
    r"(?:met )?(?:vriendelijke|hartelijke|beste|zonnige|sportieve) groet(?:en|jes)?|hartelijk dank|groet(?:en|jes)?|mvg|vr\.? ?gr\.?|"
    r"(?:mit |viele |liebe |beste |schöne )?(?:freundlichen |besten |herzlichen |vielen )?(?:grü(?:ß|ss)en?|dank)|mfg|vg|lg)"
    r"(?: (?:aus|uit|from|und|and|en) [^\n]{1,40})?\s*[,.!]?\s*",
    re.IGNORECASE,
)
_SENT_FROM = re.compile(
    r"\s*(?:sent from|get outlook for|verzonden vanaf|verstuurd vanaf|download outlook voor|gesendet von|von meinem [^\n]{1,30} gesendet|"
    r"outlook für)\b[^\n]{0,80}",
    re.IGNORECASE,
)
_SIGNATURE_LINES = 25
_JOINED = 3


@dataclass(frozen=True, slots=True)
class Parts:
    text: str
    signature: str


def split(text: str) -> Parts:
    """Without the quoted tail. Where nothing else is said, the whole text is what was said."""
    lines = [line.rstrip() for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    own = _own(lines)
    if not any(line.strip() for line in own):
        own = [line.lstrip("> ") for line in lines]
    body, signature = _signed([line for line in own if not _SENT_FROM.fullmatch(line)])
    return Parts(_tidy(body), _tidy(signature))


def _own(lines: list[str]) -> list[str]:
    """The lines that are not quoted."""
    kept: list[str] = []
    number = 0
    while number < len(lines):
        line = lines[number]
        if _SEPARATOR.fullmatch(line) or _heads_a_quote(lines, number):
            break
        length = _wrote(lines, number)
        if length:
            following = next((one for one in lines[number + length :] if one.strip()), "")
            if not following.startswith(">") and not line.startswith(">"):
                break
            number += length
        else:
            if not line.startswith(">"):
                kept.append(line)
            number += 1
    while kept and (_RULE.fullmatch(kept[-1]) or not kept[-1].strip()):
        kept.pop()
    return kept


def _heads_a_quote(lines: list[str], number: int) -> bool:
    """ "From: …" with another header line right below it."""
    label = read_label(lines[number])
    if label is None:
        return False
    near = [read_label(line) for line in lines[number : number + 4]]
    names = [name for name, _ in filter(None, near)]
    return SENDER in names and len(set(names)) > 2


def _wrote(lines: list[str], number: int) -> int:
    """How many lines from here say "On Friday Eva wrote:", wrapped as mail programs do; 0 for none."""
    if not _WROTE_START.match(lines[number]):
        return 0
    joined = ""
    for length, line in enumerate(lines[number : number + _JOINED], start=1):
        if length > 1 and not line.strip():
            break
        joined = f"{joined} {line.lstrip('> ')}" if joined else line
        if _WROTE.fullmatch(joined):
            return length
    return 0


def _signed(lines: list[str]) -> tuple[list[str], list[str]]:
    for number, line in enumerate(lines):
        if line.rstrip() == "--" and number:
            return lines[:number], lines[number + 1 :]
    first = max(1, len(lines) - _SIGNATURE_LINES)
    for number in range(first, len(lines)):
        if _CLOSING.fullmatch(lines[number]) and any(one.strip() for one in lines[:number]):
            return lines[:number], lines[number + 1 :]
    return lines, []


def _tidy(lines: list[str]) -> str:
    return re.sub(r"\n{3,}", "\n\n", "\n".join(lines)).strip()
