"""What the same digits may be: a number of another country, and so a number that is there already."""

import re
from collections.abc import Collection

from phonenumbers import (
    NumberParseException,
    PhoneNumber,
    PhoneNumberFormat,
    PhoneNumberType,
    format_number,
    length_of_geographical_area_code,
    national_significant_number,
    number_type,
    parse,
)

from crm.capture.draft import Phone


def readings(phone: Phone) -> tuple[str, ...]:
    """E.164 of each number that the digits as written may be, the one that was taken first."""
    others = (_parsed(phone.written, country) for country in phone.others)
    found = (format_number(number, PhoneNumberFormat.E164) for number in others if number is not None)
    return tuple(dict.fromkeys((phone.e164, *found)))


def number_among(phone: Phone, known: Collection[str]) -> str:
    """The one of the known numbers (E.164) that the digits mean, whatever country was guessed; phone.e164 where none is.

    With its prefix a number is what it says.
    """
    if not known or phone.e164 in known or phone.written.strip().startswith(("+", "00")):
        return phone.e164
    said = _national(phone.e164)
    return next((value for value in known if _national(value) == said), phone.e164)


def is_mobile_at_home(here: PhoneNumber, at_home: PhoneNumber, written: str) -> bool:
    """Whether digits that fit a landline abroad (here) are rather a mobile at home: they are not written with the area
    code of there set apart."""
    if number_type(at_home) != PhoneNumberType.MOBILE or number_type(here) != PhoneNumberType.FIXED_LINE:
        return False
    area = national_significant_number(here)[: length_of_geographical_area_code(here)]
    written_first = re.match(r"\(?(\d+)", written)
    return written_first is None or written_first[1] != f"0{area}"


def _national(e164: str) -> str:
    return national_significant_number(parse(e164))


def _parsed(written: str, country: str) -> PhoneNumber | None:
    try:
        return parse(written, country)
    except NumberParseException:
        return None
