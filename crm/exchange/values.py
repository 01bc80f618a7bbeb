"""What a cell says: amounts and dates as each country writes them, phone numbers, yes and no."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal, InvalidOperation
from zoneinfo import ZoneInfo

import phonenumbers
from babel.numbers import get_currency_precision, is_currency
from phonenumbers import NumberParseException, PhoneNumberFormat

from crm.capture.draft import Phone
from crm.exchange.cells import Cell, text_of
from crm.money import Money
from crm.rules.folding import fold

_EMAIL = re.compile(r"[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+\Z")
_ANGLED = re.compile(r".*<([^<>]+)>\Z")
_SIGNS = {"€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "zł": "PLN", "Kč": "CZK"}
_AMOUNT = re.compile(r"-?\d[\d.,'’  ]*\Z|-?[.,]\d+\Z")
_GROUPS = str.maketrans("", "", " '’\u00a0\u202f")
_DAY = re.compile(r"(\d{1,4})[./-](\d{1,2})[./-](\d{1,4})")
_YES = frozenset("yes ja true wahr waar 1 x y j hot heet heiss high hoch hoog".split())
_MOST_AMOUNT = Decimal(10) ** 15
_LONGEST_PHONE = 60


class UnreadableValueError(Exception):
    """key: of the text that says what is wrong with the cell."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Habits:
    """How a file writes. decimal: "," or ".". day_first: 4/5 is the fourth of May."""

    decimal: str
    day_first: bool


def habits_of(cells: Iterable[Cell], language: str, country: str | None) -> Habits:
    """What some cells show beyond doubt; else what the member's country, or else language, is used to."""
    american = country == "US" or (country is None and language == "en")
    decimal = "." if country in ("US", "GB", "IE") or (country is None and language == "en") else ","
    day_first = not american
    for cell in cells:
        if not isinstance(cell, str):
            continue
        if shown := re.search(r"\d[.,](\d\d?)\s*[^\d.,]*\Z", cell):
            if _DAY.search(cell) is None:
                decimal = cell[shown.start() + 1]
        elif shown := re.search(r"\d([.,])\d{3}[.,]\d", cell):
            decimal = "," if shown.group(1) == "." else "."
        if (parts := _DAY.match(cell.strip())) and len(parts.group(1)) <= 2:
            first, second = int(parts.group(1)), int(parts.group(2))
            if first > 12 >= second:
                day_first = True
            elif second > 12 >= first:
                day_first = False
    return Habits(decimal, day_first)


def read_amount(cell: Cell, currency: str, habits: Habits) -> Money:
    """currency: ISO 4217, where the cell names none. Raises UnreadableValueError("bad-amount")."""
    if not isinstance(cell, str):
        return _money(Decimal(str(cell)), currency)
    text = cell.strip()
    for sign, code in _SIGNS.items():
        if sign in text:
            text, currency = text.replace(sign, ""), code
    if named := re.search(r"\b([A-Za-z]{3})\b", text):
        currency = read_currency(named.group(1))
        text = text[: named.start()] + text[named.end() :]
    text = text.strip().removesuffix("-").removesuffix(",").removesuffix(".").strip()
    if not _AMOUNT.match(text):
        raise UnreadableValueError("bad-amount")
    return _money(read_number(text, habits), currency)


def _money(amount: Decimal, currency: str) -> Money:
    if not Decimal(0) <= amount < _MOST_AMOUNT:
        raise UnreadableValueError("bad-amount")
    return Money.of(amount, currency)


def read_number(cell: Cell, habits: Habits) -> Decimal:
    """Raises UnreadableValueError("bad-number")."""
    if not isinstance(cell, str):
        return Decimal(str(cell))
    text = cell.translate(_GROUPS).rstrip("%")
    marks = {mark: text.count(mark) for mark in ",." if mark in text}
    if len(marks) == 2:
        decimal = max(marks, key=text.rfind)
    elif marks and sum(marks.values()) == 1:
        (mark,) = marks
        grouped = re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", text) is not None and mark != habits.decimal
        decimal = "" if grouped else mark
    else:
        decimal = ""
    text = "".join(
        "." if letter == decimal else letter for letter in text if letter not in ",." or letter == decimal
    )
    try:
        return Decimal(text)
    except InvalidOperation:
        raise UnreadableValueError("bad-number") from None


def read_currency(cell: Cell) -> str:
    """ISO 4217. Raises UnreadableValueError("bad-currency")."""
    said = text_of(cell)
    code = _SIGNS.get(said, said.upper())
    if not is_currency(code):
        raise UnreadableValueError("bad-currency")
    get_currency_precision(code)
    return code


def read_day(cell: Cell, habits: Habits) -> date:
    """2026-04-24, 24.4.2026, 4/24/26, with or without a time. Raises UnreadableValueError("bad-date")."""
    text = text_of(cell)
    found = _DAY.match(text)
    try:
        if found is None:
            return datetime.fromisoformat(text).date()
        one, two, three = (int(part) for part in found.groups())
        if len(found.group(1)) == 4:
            return date(one, two, three)
        year = three + 2000 if three < 100 else three
        return date(year, two, one) if habits.day_first else date(year, one, two)
    except ValueError:
        raise UnreadableValueError("bad-date") from None


def read_moment(cell: Cell, habits: Habits, zone: ZoneInfo) -> datetime:
    """An instant; without a zone of its own it is local time in `zone`. Raises UnreadableValueError("bad-date")."""
    text = text_of(cell)
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        day = read_day(text, habits)
        clock = re.search(r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*([ap]m)?", text, re.IGNORECASE)
        moment = datetime.combine(day, _clock(clock) if clock else time())
    return moment if moment.tzinfo else moment.replace(tzinfo=zone)


def _clock(found: re.Match[str]) -> time:
    hour, half = int(found.group(1)), (found.group(4) or "").casefold()
    if half:
        hour = hour % 12 + (12 if half == "pm" else 0)
    try:
        return time(hour, int(found.group(2)), int(found.group(3) or 0))
    except ValueError:
        raise UnreadableValueError("bad-date") from None


def is_yes(cell: Cell) -> bool:
    said = fold(text_of(cell))
    return said in _YES or "🔥" in text_of(cell)


def read_emails(cell: Cell) -> list[str]:
    """Raises UnreadableValueError("bad-email")."""
    found = []
    for part in _parts(cell, r"[;,\s]+(?=[^\s<>]*@)|[;,\n]+"):
        angled = _ANGLED.match(part)
        address = (angled.group(1) if angled else part).strip().removeprefix("mailto:")
        if not _EMAIL.match(address) or len(address) > 320:
            raise UnreadableValueError("bad-email")
        found.append(address)
    return found


def read_phones(cell: Cell, region: str) -> list[Phone]:
    """region: ISO 3166 alpha-2, for numbers without a country's. Raises UnreadableValueError("bad-phone")."""
    return [_phone(part, region) for part in _parts(cell, r"[;,\n|]+|\s/\s")]


def _phone(written: str, region: str) -> Phone:
    if len(written) <= _LONGEST_PHONE:
        for text in (written, f"+{written}") if written[0] in "123456789" else (written,):
            try:
                number = phonenumbers.parse(text, region)
            except NumberParseException:
                continue
            if phonenumbers.is_possible_number(number) and (
                text.startswith("+") or phonenumbers.is_valid_number(number) or written[0] == "0"
            ):
                country = phonenumbers.region_code_for_number(number)
                known = country if country and country.isalpha() else region
                return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), written, known)
    raise UnreadableValueError("bad-phone")


def _parts(cell: Cell, between: str) -> Sequence[str]:
    return [part.strip() for part in re.split(between, text_of(cell)) if part and part.strip()]
