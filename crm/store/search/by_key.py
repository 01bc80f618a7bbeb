"""What is exact: an e-mail address or its domain, a phone number in any written form."""

import re

from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse
from sqlalchemy import and_, select

from crm.rules.folding import phone_digits
from crm.store.search.shelf import CANDIDATES, Shelf, Which, alive, newest
from crm.store.search.terms import address_key, domain_key, phone_key

_SHORTEST_PHONE = 6
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_PHONE_CHARACTERS = set("0123456789+-–()/. \u00a0")


def by_key(shelf: Shelf, query: str, region: str) -> list[int]:
    """Nothing for what is neither. region: ISO 3166 alpha-2, of numbers without a country code."""
    return _by_email(shelf, query) or _by_phone(shelf, query, region)


def _by_email(shelf: Shelf, query: str) -> list[int]:
    """An address, or a domain with or without the @."""
    said = query.strip()
    if " " in said or not ("@" in said or _DOMAIN.fullmatch(said)):
        return []
    key = address_key(said) if "@" in said[1:] else domain_key(said.removeprefix("@"))
    return _with_key(shelf, lambda term: term == key)


def _by_phone(shelf: Shelf, query: str, region: str) -> list[int]:
    if not set(query) <= _PHONE_CHARACTERS or len(phone_digits(query)) < _SHORTEST_PHONE:
        return []
    try:
        number = phone_key(format_number(parse(query, region), PhoneNumberFormat.E164))
        found = _with_key(shelf, lambda term: term == number)
    except NumberParseException:
        found = []
    end = phone_key(phone_digits(query).lstrip("0"))
    return found or _with_key(shelf, lambda term: and_(term >= end, term < end + ":"))


def _with_key(shelf: Shelf, which: Which) -> list[int]:
    ids = shelf.session.scalars(select(newest(shelf, which, CANDIDATES).c.entity_id))
    return alive(shelf, dict.fromkeys(ids, 0))
