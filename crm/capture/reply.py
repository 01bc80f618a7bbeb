"""A reply to a card: how a deal ended, a log in words, the correction of one field, or a note."""

import re

from crm.capture.draft import (
    Correction,
    Due,
    LogDraft,
    Phone,
    ReplyIntent,
    ReplyUnderstanding,
    Surroundings,
)
from crm.capture.ending import read_ending
from crm.capture.lead import Reading
from crm.capture.lexicon import (
    LABELS,
    alternation,
    is_first_name,
    is_organisation_word,
    is_title,
    merged,
    said,
)
from crm.capture.lexicon import LEGAL as LEGAL_FORM
from crm.capture.logs import read_log
from crm.money import Money

_NEGATION = alternation(merged("negations") | merged("instead"))
_INSTEAD = alternation(merged("instead"))
_DENIAL = re.compile(
    rf"^\s*(?:{_NEGATION})[ ,:]+(?P<denied>[^,;\n]{{1,60}}?)\s*(?:,|;| (?:{_INSTEAD}) | - )\s*(?:(?:{_INSTEAD}|{alternation(merged('it_is'))})\s+)?(?P<right>[^\n]{{1,120}})$",
    re.IGNORECASE,
)
_REVERSED = re.compile(
    rf"^\s*(?P<right>[^,;\n]{{1,80}}?)\s*,?\s*(?:{alternation(merged('negations'))})\s+(?P<denied>[^,;\n]{{1,60}})$",
    re.IGNORECASE,
)
_LABELLED = re.compile(
    rf"^\s*(?P<key>{alternation(LABELS)})\s*(?::|=| is | ist )\s*(?P<value>[^\n]{{1,120}})$", re.IGNORECASE
)
_IDLE = re.compile(
    rf"[\s,.;:!()<>*_/-]*(?:(?:{alternation(merged('idle'))})(?![^\W_])[\s,.;:!()/-]*)*", re.IGNORECASE
)


def read_reply_of(
    text: str, reading: Reading, around: Surroundings, due: Due | None, money: Money | None
) -> ReplyUnderstanding:
    """`reading` is that of the whole reply; `due` and `money` what a bare answer would give."""
    draft = reading.draft
    short = len(text.split()) <= 4
    ending = read_ending(reading)
    if ending is not None:
        return ReplyUnderstanding(ReplyIntent.ENDING, draft, ending=ending, short=short)
    correction = _labelled(text, around) or _bare(text, reading, due, money)
    log: LogDraft | None = read_log(reading, around) if correction is None else None
    if correction is None and log is None:
        correction = _denied(text, around)
    if correction is not None:
        return ReplyUnderstanding(ReplyIntent.CORRECTION, draft, correction=correction, short=short)
    if log is not None:
        return ReplyUnderstanding(ReplyIntent.LOG, draft, log=log, short=short)
    return ReplyUnderstanding(ReplyIntent.NOTE, draft, short=short)


def _bare(text: str, reading: Reading, due: Due | None, money: Money | None) -> Correction | None:
    """Nothing but one e-mail, one phone number, one amount or one date."""
    draft, sheet = reading.draft, reading.sheet

    def alone(*written: str) -> bool:
        rest = sheet.flat
        for part in written:
            rest = rest.replace(part, " ", 1)
        return _IDLE.fullmatch(rest) is not None

    if len(draft.emails) == 1 and not draft.phones and _covers(sheet.claims, sheet.flat, "email"):
        return Correction("email", text=draft.emails[0])
    if len(draft.phones) == 1 and not draft.emails and _covers(sheet.claims, sheet.flat, "phone"):
        return Correction("phone", phone=draft.phones[0])
    if (
        money is not None
        and re.fullmatch(r"[\W\d_]*(?:[^\W\d_]{1,9}[\W\d_]*){0,4}", text)
        and any(char.isdigit() for char in text)
    ):
        written = _stretch(sheet.claims, sheet.text, "value")
        if written is not None and alone(written):
            return Correction("value", value=money)
        if re.fullmatch(r"\s*[\d.,' ]+\s*", text):
            return Correction("value", value=money)
    if due is not None and alone(due.written):
        return Correction("due", due=due)
    return None


def _covers(claims: list[tuple[int, int, str]], flat: str, what: str) -> bool:
    rest = list(flat)
    for start, end, kind in claims:
        if kind in (what, "label"):
            rest[start:end] = " " * (end - start)
    return _IDLE.fullmatch("".join(rest)) is not None


def _stretch(claims: list[tuple[int, int, str]], text: str, what: str) -> str | None:
    return next((text[start:end] for start, end, kind in claims if kind == what), None)


def _denied(text: str, around: Surroundings) -> Correction | None:
    match = _DENIAL.match(text) or _REVERSED.match(text)
    if match is None:
        return None
    right, denied = match["right"].strip(" .!"), match["denied"].strip(" .!")
    found = correction_of(right, around)
    other = correction_of(denied, around)
    if found is None or not denied:
        return None
    if (
        match.re is _REVERSED
        and (other is None or other.field != found.field or found.field in ("name", "organisation", "title"))
        and (other is None or len(right.split()) > 4 or len(denied.split()) > 3)
    ):
        return None
    if match.re is _DENIAL and len(right.split()) > 6:
        return None
    field = found.field
    if (
        other is not None
        and found.text is not None
        and other.field in ("organisation", "title")
        and field == "name"
    ):
        field = other.field
    return Correction(
        field,
        found.text,
        found.phone,
        found.value,
        found.due,
        denied,
        denied_due=other.due if other else None,
        denied_value=other.value if other else None,
    )


def _labelled(text: str, around: Surroundings) -> Correction | None:
    match = _LABELLED.match(text)
    if match is None:
        return None
    kind, value = LABELS[said(match["key"].lower())], match["value"].strip(" .")
    if kind in ("name", "organisation", "title") and value:
        return Correction(kind, text=value)
    found = correction_of(value, around)
    if (
        found is not None
        and kind in ("reach", "value", "next")
        and found.field in ("email", "phone", "value", "due")
    ):
        return found
    return None


def correction_of(value: str, around: Surroundings) -> Correction | None:
    """The field that a short piece of text can stand for, and its value."""
    from crm.capture.read import read_due, read_email, read_money, read_phone

    email = read_email(value)
    if email is not None:
        return Correction("email", text=email)
    phone: Phone | None = read_phone(value, around)
    if phone is not None:
        return Correction("phone", phone=phone)
    due = read_due(value, around)
    if due is not None and len(due.written) >= len(value) * 0.6:
        return Correction("due", due=due)
    money = read_money(value)
    if money is not None:
        return Correction("value", value=money)
    words = value.lower().split()
    if not words or len(words) > 6 or not any(char.isalpha() for char in value):
        return None
    if any(is_title(word) for word in words):
        return Correction("title", text=value)
    if any(is_organisation_word(word) or LEGAL_FORM.fullmatch(word) for word in words) and not is_first_name(
        words[0]
    ):
        return Correction("organisation", text=value)
    return Correction("name", text=value)
