"""The names of header lines, as mail programs write them in English, Dutch and German."""

import re

SENDER, TO, COPY, SUBJECT, DATE = "sender", "to", "copy", "subject", "date"

_LABELS = {
    SENDER: "from|van|von|afzender|absender",
    TO: "to|aan|an|empfänger|ontvanger",
    COPY: "cc|bcc|kopie|kopie an",
    SUBJECT: "subject|onderwerp|betreff|betr",
    DATE: "date|sent|datum|verzonden|gesendet|verzonden op",
}
_NAMES = {name: label for label, names in _LABELS.items() for name in names.split("|")}
_LINE = re.compile(
    r"[ \t>*_]{0,8}("
    + "|".join(sorted(_NAMES, key=len, reverse=True))
    + r")[ \t]{0,3}[*_]{0,2}[ \t]{0,3}:[*_]{0,2}(.*)",
    re.IGNORECASE,
)


def read_label(line: str) -> tuple[str, str] | None:
    """ "Von: Klaus <…>" -> ("sender", "Klaus <…>"); None for any other line."""
    match = _LINE.fullmatch(line)
    return (_NAMES[match[1].casefold()], match[2].strip()) if match else None
