"""E-mail addresses and phone numbers as people write them in texts, for finding given ones."""

import re

from crm.rules.folding import phone_digits

_TAIL = 8
"""So many last digits tell a number, with or without its country code."""
_SHORTEST = 6
_APART = r"[\s\-–()./\u00a0]{0,3}"
_MOST_BEFORE = 7


def email_pattern(address: str) -> re.Pattern[str] | None:
    """Also with the @ and the dots in words: "anna (at) philips [dot] com". None for what is no address."""
    mailbox, at, domain = address.strip().rpartition("@")
    if not (at and mailbox and domain):
        return None
    dot = r"(?:\.|\s*[(\[{]\s*(?:dot|punt|punkt)\s*[)\]}]\s*|\s+(?:dot|punt|punkt)\s+)"
    sign = r"(?:\s?@\s?|\s*[(\[{]\s*(?:at|@)\s*[)\]}]\s*|\s+at\s+)"
    local = dot.join(map(re.escape, mailbox.split(".")))
    host = dot.join(map(re.escape, domain.split(".")))
    return re.compile(rf"(?<![\w.+-]){local}{sign}{host}(?![\w-]|\.\w)", re.IGNORECASE)


def phone_pattern(number: str) -> re.Pattern[str] | None:
    """With or without country code and zero, spaced in any way. None where it has too few digits to tell anybody."""
    digits = phone_digits(number)
    tail = digits[-_TAIL:]
    if len(tail) < _SHORTEST:
        return None
    before = rf"(?:(?:\+|\(?0){_APART}(?:\d{_APART}){{0,{_MOST_BEFORE}}}?|(?:\d{_APART}){{0,4}}?)"
    return re.compile(rf"(?<![\d+]){before}{_APART.join(tail)}(?!\d)")
