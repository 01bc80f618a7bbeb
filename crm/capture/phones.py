"""Phone numbers: found, told from the numbers that are none, and given the likeliest country."""

import re
from itertools import islice

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumber, PhoneNumberFormat

from crm.capture.countries import Countries
from crm.capture.draft import Phone
from crm.capture.lexicon import alternation, merged, whole
from crm.capture.numbers import spoken_digits
from crm.capture.phone_readings import is_mobile_at_home
from crm.capture.text import Sheet

_PHONE = re.compile(r"(?<![\w.,/:@#-])(?:\+|00)?[ ]?\(?\d(?:[ ()./-]{0,3}\d){5,17}(?![\w@])")
_DATE_LIKE = re.compile(
    r"^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{4}-\d\d?-\d\d?|\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d|\d{1,2}\.\d{1,2}\.? ?-? ?\d{1,2}\.\d{1,2}\.?)(?:[ .,]+\d{1,2}(?:[ .:]\d\d)?)?$"
)
_IBAN = re.compile(r"(?<![^\W_])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![^\W_])")
_VAT = re.compile(
    r"(?<![^\W_])(?:(?:be|de|fr|it|es|at|nl|pl|pt|dk|se|fi|ie|lu|gb|cz|hu|ro|sk|si|hr|bg|el|gr)u? ?\d(?:[ .]?[0-9]){6,11}(?:b\d\d)?|che[- ]?\d{3}\.?\d{3}\.?\d{3})(?![^\W_])"
)
_MARKS = alternation(merged("number_marks"))
_IDENTIFIER = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(re.escape(word) for word in sorted(merged("identifiers"), key=len, reverse=True))
    + r")(?:[ .:#-]{0,3}(?:"
    + _MARKS
    + r"))?[ .:#-]{0,4}(?=[^\s]{0,12}\d)([a-z]{0,6}[ -]?[\d][\w./-]*(?: [\d][\w./-]*){0,6})"
)
_FAX = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(sorted(merged("fax"), key=len, reverse=True))
    + r")(?:nr|no)?[ .:-]{1,4}(?=[+(\d])[\d +()/.-]{6,30}\d"
)
_TAIL = re.compile(rf"{whole(merged('ends_in')).pattern}[ .]{{0,3}}\d{{2,6}}")
_PHONE_LABEL = re.compile(
    rf"(?<![^\W_])(?:{alternation(merged('phone_labels'))})\.?(?: (?:{_MARKS})\.?)?[ ]?[:.]?[ ]?$"
)
# ranges that Britain keeps for examples and films: valid nowhere, typed in every demonstration
_EXAMPLE = re.compile(r"0?(?:7700900|1632960)\d{3}")
# more numbers than this in one message are a list of something; the rest stays in the note
_MOST = 60
_SEPARATORS = (" / ", ". ", " - ", "  ", "/", " ")


def read_phones(sheet: Sheet, countries: Countries) -> tuple[Phone, ...]:
    """Numbers in order, each once, claimed on the sheet."""
    free = list(sheet.masked(sheet.low))
    for start, end in _identifiers(sheet):
        free[start:end] = "\0" * (end - start)
    line = "".join(free)
    found: dict[str, Phone] = {}
    for match in islice(_PHONE.finditer(line), _MOST):
        for first, last, phone in _within(sheet.flat, line, *match.span(), countries):
            sheet.claim(first, last, "phone")
            found.setdefault(phone.e164, phone)
    for start, end, digits in spoken_digits(line):
        said = _parse(digits, False, countries, countries.likely) or _parse(
            digits, False, countries, countries.nearby
        )
        if said is not None:
            sheet.claim(start, end, "phone")
            found.setdefault(said.e164, Phone(said.e164, sheet.text[start:end], said.country, said.others))
    return tuple(found.values())


def _identifiers(sheet: Sheet) -> list[tuple[int, int]]:
    """Stretches that look like numbers to reach somebody and are none: tax, bank and order numbers, fax."""
    spans: list[tuple[int, int]] = []
    free = sheet.masked(sheet.low)
    for pattern in (_IBAN, _VAT, _FAX, _TAIL):
        spans += [match.span() for match in pattern.finditer(free)]
    for match in _IDENTIFIER.finditer(free):
        spans.append(match.span())
    return spans


def _within(
    text: str, line: str, start: int, end: int, countries: Countries, depth: int = 0
) -> list[tuple[int, int, Phone]]:
    """The numbers in one stretch of digits: it may hold two side by side, or a count beside one."""
    while start < end and line[start] == " ":
        start += 1
    labelled = _PHONE_LABEL.search(line[max(0, start - 24) : start]) is not None
    parts = _parts(line, start, end)
    for tried in (countries.likely, countries.nearby):
        for first, last in parts:
            phone = _parse(text[first:last], labelled and first == start, countries, tried)
            if phone is None:
                continue
            around: list[tuple[int, int, Phone]] = []
            if depth < 3:
                for left, right in ((start, first), (last, end)):
                    rest = line[left:right].strip(" /.-")
                    if sum(char.isdigit() for char in rest) >= 8:
                        at = line.index(rest, left)
                        around += _within(text, line, at, at + len(rest), countries, depth + 1)
            return [(first, last, phone), *around]
    kept = _well_formed(text[start:end].strip(), labelled, countries)
    return [(start, end, kept)] if kept is not None else []


def _parts(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """The whole stretch, then what stands on either side of each separator."""
    spans = [(start, end)]
    for separator in _SEPARATORS:
        at = line.find(separator, start, end)
        while at != -1 and len(spans) < 20:
            spans += [(start, at), (at + len(separator), end)]
            at = line.find(separator, at + 1, end)
    return [span for span in spans if sum(char.isdigit() for char in line[slice(*span)]) >= 6]


def _parse(written: str, labelled: bool, countries: Countries, tried: tuple[str, ...]) -> Phone | None:
    """A valid number in one of the countries tried; an international one whatever they are."""
    trimmed = written.strip()
    international = trimmed.startswith(("+", "00"))
    if not (international or labelled or trimmed.startswith(("0", "(")) or _american(trimmed)):
        return None
    digits = re.sub(r"\D", "", trimmed)
    if (len(digits) < 8 and not labelled) or _DATE_LIKE.match(trimmed):
        return None
    cleaned = _cleaned(trimmed, international)
    if not international and _EXAMPLE.fullmatch(digits) and "GB" in countries.likely:
        return Phone(f"+44{digits.removeprefix('44').removeprefix('0')}", trimmed, "GB")
    for country in ("ZZ",) if international else tried:
        found = _number(cleaned, country)
        if found is not None and phonenumbers.is_valid_number(found):
            own = _number(cleaned, countries.region) if country == countries.only_fair else None
            if own is not None and is_mobile_at_home(found, own, trimmed):
                return _phone(own, cleaned, trimmed, countries.region, countries)
            return _phone(found, cleaned, trimmed, country, countries)
    return None


def _cleaned(trimmed: str, international: bool) -> str:
    if not international:
        return trimmed
    plain = trimmed.replace("(0)", "")
    return f"+{plain[2:]}" if plain.startswith("00") else plain


def _number(cleaned: str, country: str) -> PhoneNumber | None:
    try:
        return phonenumbers.parse(cleaned, None if country == "ZZ" else country)
    except NumberParseException:
        return None


def _phone(number: PhoneNumber, cleaned: str, trimmed: str, country: str, countries: Countries) -> Phone:
    """country: where it was read as a national number, "ZZ" for one with its prefix."""
    region = phonenumbers.region_code_for_number(number) or (
        phonenumbers.region_code_for_country_code(number.country_code or 0) if country == "ZZ" else country
    )
    sure = country == "ZZ" or countries.certain(region)
    others = () if sure else _elsewhere(cleaned, region, countries)
    return Phone(phonenumbers.format_number(number, PhoneNumberFormat.E164), trimmed, region, others)


def _elsewhere(cleaned: str, region: str, countries: Countries) -> tuple[str, ...]:
    """Where else the same digits are a valid number, likeliest first."""
    fits: list[str] = []
    for other in dict.fromkeys((*countries.likely, *countries.nearby)):
        number = _number(cleaned, other) if other != region else None
        if number is not None and phonenumbers.is_valid_number_for_region(number, other):
            fits.append(other)
    return tuple(fits[:4])


def _american(trimmed: str) -> bool:
    return re.fullmatch(r"\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]\d{4}", trimmed) is not None


def _well_formed(trimmed: str, labelled: bool, countries: Countries) -> Phone | None:
    """A number of a right length in no known range, as new ranges and mistyped digits are: better kept than lost."""
    digits = re.sub(r"\D", "", trimmed)
    international = trimmed.startswith(("+", "00"))
    if _DATE_LIKE.match(trimmed) or not (
        international or labelled or (trimmed.startswith(("0", "(0")) and 9 <= len(digits) <= 12)
    ):
        return None
    country = "ZZ" if international else countries.likely[0]
    cleaned = _cleaned(trimmed, international)
    number = _number(cleaned, country)
    if number is None or not phonenumbers.is_possible_number(number):
        return None
    return _phone(number, cleaned, trimmed, country, countries)
