"""What may stand in a field of the company's own: text, a number, a date, or one of its choices."""

import re
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from crm.rules.folding import fold


class FieldKind(StrEnum):
    TEXT = "text"
    NUMBER = "number"
    DATE = "date"
    CHOICE = "choice"


LONGEST = 1000
_DATE = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[./-](\d{1,2})[./-](\d{4})")
_DIGITS = re.compile(r"[-+]?\d[\d .,']*")
_MOST_DIGITS = 30


def read_value(kind: FieldKind, choices: list[str], text: str) -> str | None:
    """As it is kept (crm/models/fields.py), None where it is none of what the field takes.

    A number may be written 12500, 12.500 or 12,500.5; a date 2026-03-31 or 31.3.2026 (day first).
    """
    said = " ".join(text.split()) if kind is not FieldKind.TEXT else text.strip()
    match kind:
        case FieldKind.TEXT:
            return said[:LONGEST] or None
        case FieldKind.NUMBER:
            return _number(said)
        case FieldKind.DATE:
            return _date(said)
        case FieldKind.CHOICE:
            return next((choice for choice in choices if fold(choice) == fold(said)), None)


def _number(text: str) -> str | None:
    if not _DIGITS.fullmatch(text) or len(text) > _MOST_DIGITS:
        return None
    plain = text.replace(" ", "").replace("'", "")
    last = max(plain.rfind("."), plain.rfind(","))
    if last >= 0:
        mark, rest = plain[last], plain[last + 1 :]
        has_both = "." in plain and "," in plain
        groups_only = plain.count(mark) > 1 or (len(rest) == 3 and not has_both)
        whole = re.sub(r"[.,]", "", plain[:last])
        plain = f"{whole}{rest}" if groups_only else f"{whole}.{rest}"
    try:
        return f"{Decimal(plain):f}"
    except InvalidOperation:
        return None


def _date(text: str) -> str | None:
    found = _DATE.fullmatch(text)
    if found is None:
        return None
    year, month, day, other_day, other_month, other_year = found.groups()
    try:
        if year:
            return date(int(year), int(month), int(day)).isoformat()
        return date(int(other_year), int(other_month), int(other_day)).isoformat()
    except ValueError:
        return None
