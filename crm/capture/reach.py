"""Ways to reach somebody: e-mail addresses, phone numbers, websites. Reads them off the sheet and claims them."""

import re

import phonenumbers
from phonenumbers import NumberParseException, PhoneNumberFormat

from crm.capture.draft import Phone
from crm.capture.lexicon import merged, whole
from crm.capture.numbers import spoken_digits
from crm.capture.text import Sheet

EMAIL = re.compile(r"(?<![\w.+-])[\w][\w.+'-]{0,63}@[^\W_](?:[\w-]{0,62}\.){1,5}[^\W\d_]{2,24}(?![^\W_])")
_SPACED_EMAIL = re.compile(
    r"(?<![\w.+-])([\w][\w.+-]{0,63})(?: ?\(?\[?(?:at|ät)\]?\)? ?| @ ?|@ )([\w-]{2,40}(?:\.[\w-]{2,40}){0,3}(?:\.| ?[(\[](?:dot|punkt|punt)[)\]] ?)[a-z]{2,12})(?![^\W_])"
)
_AT = "|".join(sorted(merged("spoken_at"), key=len, reverse=True))
_DOT = "|".join(sorted(merged("spoken_dot"), key=len, reverse=True))
_SPOKEN_EMAIL = re.compile(
    rf"(?<![^\W_])([a-z0-9]{{2,30}}(?: (?:{_DOT}) [a-z0-9]{{1,30}}){{0,2}}) (?:{_AT}) ([a-z0-9-]{{2,40}}(?: (?:{_DOT}) [a-z0-9-]{{2,30}}){{0,2}}) (?:{_DOT}) ([a-z]{{2,6}})(?![^\W_])"
)
_LINK = re.compile(
    r"(?<![@\w.-])(?:https?://[^\s<>()|,;\"]{3,300}|www\.[\w-]{1,63}(?:\.[\w-]{1,63}){1,4}(?:/[^\s<>()|,;\"]{0,300})?)"
)
_TLDS = (
    "com|net|org|io|eu|nl|de|be|fr|at|ch|it|es|pl|cz|dk|se|no|fi|ie|pt|lu|hu|tr|gr|ro|sk|si|hr|bg|ua|uk|us|ca|au|in|cn|jp|kr|br|za|ae|info|biz|shop|app|dev|ai|co|"
    "tech|online|store|site|solutions|group|agency|studio|berlin|hamburg|koeln|amsterdam|frl|vlaanderen|brussels|gent|swiss|wien|tirol|bayern|london|wales|scot|energy|farm|"
    "example|cloud|digital|consulting|systems|software|global|world|company|me|tv|li|lt|lv|ee|rs|mx|ar|cl|nz|sg|hk|my|ru"
)
_DOMAIN = re.compile(
    rf"(?<![@\w./-])(?:[a-z0-9äöüß][a-z0-9äöüß-]{{1,62}}\.){{1,3}}(?:{_TLDS})(?![\w@-])(?:/[^\s<>()|,;\"]{{0,200}})?"
)
_PHONE = re.compile(r"(?<![\w.,/:@#-])(?:\+|00)?[ ]?\(?\d(?:[ ()./-]{0,3}\d){5,17}(?![\w@])")
_DATE_LIKE = re.compile(
    r"^(?:\d{1,2}[./-]\d{1,2}[./-](?:\d\d){1,2}|\d{4}-\d\d?-\d\d?|\d{1,2}[.:]\d\d ?- ?\d{1,2}[.:]\d\d|\d{1,2}\.\d{1,2}\.? ?-? ?\d{1,2}\.\d{1,2}\.?)(?:[ .,]+\d{1,2}(?:[ .:]\d\d)?)?$"
)
_IBAN = re.compile(r"(?<![^\W_])[a-z]{2}\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![^\W_])")
_VAT = re.compile(
    r"(?<![^\W_])(?:(?:be|de|fr|it|es|at|nl|pl|pt|dk|se|fi|ie|lu|gb|cz|hu|ro|sk|si|hr|bg|el|gr)u? ?\d(?:[ .]?[0-9]){6,11}(?:b\d\d)?|che[- ]?\d{3}\.?\d{3}\.?\d{3})(?![^\W_])"
)
_IDENTIFIER = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(re.escape(word) for word in sorted(merged("identifiers"), key=len, reverse=True))
    + r")(?:[ .:#-]{0,3}(?:nr|no|nummer|number|id))?[ .:#-]{0,4}(?=[^\s]{0,12}\d)([a-z]{0,6}[ -]?[\d][\w./-]*(?: [\d][\w./-]*){0,6})"
)
_FAX = re.compile(
    r"(?<![^\W_])(?:"
    + "|".join(sorted(merged("fax"), key=len, reverse=True))
    + r")(?:nr|no)?[ .:-]{1,4}(?=[+(\d])[\d +()/.-]{6,30}\d"
)
_TAIL = re.compile(r"(?<![^\W_])(?:eindigt op|endet auf|ends (?:in|with)|ending in)[ .]{0,3}\d{2,6}")
_PHONE_LABEL = re.compile(
    r"(?<![^\W_])(?:tel(?:efoon|efon|ephone)?(?:nummer|nr)?|phone|mob(?:iel|ile?|iltelefon|ilnummer)?|gsm|handy|cell|direct|durchwahl|office|whatsapp|t|m|p|d)\.?(?: no\.?| nr\.?)?[ ]?[:.]?[ ]?$"
)
_QUOTING = whole(frozenset({"wrote", "schreef", "schrieb"}))
_NOT_THEIRS = re.compile(
    r"^(?:no-?reply|do-?not-?reply|mailer-daemon|postmaster|unsubscribe|privacy|abuse|gdpr|datenschutz|compliance|legal|disclaimer|dpo|optout)"
)
_DISCLAIMER = re.compile(
    r"confidential|intended recipient|not the recipient|received (?:this|it) in error|notify|disclaimer|unsubscribe|vertrouwelijk|geadresseerde|ten onrechte|abusievelijk|afmelden"
    r"|vertraulich|irrtümlich|nicht der (?:richtige|beabsichtigte)|abbestellen|datenschutz|privacy|melden sie|informieren sie"
)


def read_emails(sheet: Sheet, own: frozenset[str] = frozenset()) -> tuple[str, ...]:
    """Addresses in lower case, in order, each once. own: addresses that are ours, claimed but not given."""
    found: list[str] = []
    if "@" in sheet.low:
        for match in EMAIL.finditer(sheet.low):
            address = match.group().strip(".'")
            sheet.claim(match.start(), match.end(), "email")
            if (
                address not in own
                and not _NOT_THEIRS.match(address)
                and not _in_disclaimer(sheet, match.start())
            ):
                found.append(address)
    free = sheet.masked(sheet.low)
    if "@" in free or "(at)" in free or "[at]" in free or " at " in free or "(ät)" in free:
        for match in _SPACED_EMAIL.finditer(free):
            between = free[match.end(1) : match.start(2)]
            domain = re.sub(r" ?[(\[](?:dot|punkt|punt)[)\]] ?", ".", match.group(2))
            if ("@" in between or "(" in between or "[" in between) and re.search(rf"\.(?:{_TLDS})$", domain):
                sheet.claim(match.start(), match.end(), "email")
                found.append(f"{match.group(1)}@{domain}")
    free = sheet.masked(sheet.low) if found else free
    for match in _SPOKEN_EMAIL.finditer(free):
        if re.fullmatch(_TLDS, match.group(3)):
            dots = re.compile(rf" (?:{_DOT}) ")
            sheet.claim(match.start(), match.end(), "email")
            found.append(f"{dots.sub('.', match.group(1))}@{dots.sub('.', match.group(2))}.{match.group(3)}")
    return tuple(dict.fromkeys(found))


def _in_disclaimer(sheet: Sheet, at: int) -> bool:
    start = max(sheet.low.rfind("\n", 0, at), at - 160)
    end = sheet.low.find("\n", at)
    around = sheet.low[start + 1 : min(end if end != -1 else len(sheet.low), at + 120)]
    return len(around) > 60 and _DISCLAIMER.search(around) is not None


def read_website(sheet: Sheet) -> str | None:
    """The first site that was written, as written; every link is claimed."""
    site: str | None = None
    free = sheet.masked(sheet.low)
    for pattern in (_LINK, _DOMAIN):
        for match in pattern.finditer(free):
            end = match.end() - (len(match.group()) - len(match.group().rstrip(".,;:!?)'")))
            if not sheet.free(match.start(), end):
                continue
            if site is None:
                site = sheet.text[match.start() : end].strip()
                sheet.claim(match.start(), end, "website")
    return site


def mask_identifiers(sheet: Sheet) -> list[tuple[int, int]]:
    """Stretches that look like numbers to reach somebody and are none: tax, bank and order numbers, fax."""
    spans: list[tuple[int, int]] = []
    free = sheet.masked(sheet.low)
    for pattern in (_IBAN, _VAT, _FAX, _TAIL):
        spans += [match.span() for match in pattern.finditer(free)]
    for match in _IDENTIFIER.finditer(free):
        spans.append(match.span())
    return spans


def read_phones(sheet: Sheet, countries: tuple[str, ...], plausible: tuple[str, ...]) -> tuple[Phone, ...]:
    """Numbers in order, each once. countries: to try, likeliest first; plausible: those worth offering instead."""
    hidden = mask_identifiers(sheet)
    free = list(sheet.masked(sheet.low))
    for start, end in hidden:
        free[start:end] = "\0" * (end - start)
    line = "".join(free)
    found: list[Phone] = []
    for match in _PHONE.finditer(line):
        start, end = match.span()
        for first, last in _tries(line, start, end):
            phone = _parse(sheet.text[first:last], line, first, countries, plausible)
            if phone is not None:
                break
        else:
            continue
        sheet.claim(first, last, "phone")
        found.append(phone)
    for start, end, digits in spoken_digits(line):
        phone = _parse(digits, line, start, countries, plausible)
        if phone is not None:
            sheet.claim(start, end, "phone")
            found.append(Phone(phone.e164, sheet.text[start:end], phone.country, phone.others))
    return tuple({phone.e164: phone for phone in reversed(found)}.values())[::-1]


def _tries(line: str, start: int, end: int) -> list[tuple[int, int]]:
    """The whole stretch, then its parts: two numbers side by side, or a count before a number."""
    while line[start] == " ":
        start += 1
    whole_span = (start, end)
    spans = [whole_span]
    for separator in (" / ", ". ", " - ", "  ", "/", " "):
        at = line.find(separator, start, end)
        while at != -1 and len(spans) < 24:
            left, right = (start, at), (at + len(separator), end)
            spans += [left, right]
            at = line.find(separator, at + 1, end)
    return [span for span in spans if sum(char.isdigit() for char in line[slice(*span)]) >= 6]


def _parse(
    written: str, line: str, start: int, countries: tuple[str, ...], plausible: tuple[str, ...]
) -> Phone | None:
    trimmed = written.strip()
    if _DATE_LIKE.match(trimmed):
        return None
    international = trimmed.startswith(("+", "00"))
    labelled = _PHONE_LABEL.search(line[max(0, start - 24) : start]) is not None
    digits = re.sub(r"\D", "", trimmed)
    if not (international or labelled or trimmed.startswith(("0", "(")) or _american(trimmed)):
        return None
    if len(digits) < 8 and not labelled:
        return None
    cleaned = re.sub(r"\(0\)", "", trimmed) if international else trimmed
    if cleaned.startswith("00"):
        cleaned = "+" + cleaned[2:]
    best: phonenumbers.PhoneNumber | None = None
    taken = ""
    for country in ("ZZ",) if international else countries:
        try:
            number = phonenumbers.parse(cleaned, None if international else country)
        except NumberParseException:
            continue
        if phonenumbers.is_valid_number(number):
            best, taken = number, country
            break
    if best is None:
        best, taken = _well_formed(cleaned, international, labelled, countries)
    if best is None:
        return None
    country = phonenumbers.region_code_for_number(best) or (
        taken if taken != "ZZ" else phonenumbers.region_code_for_country_code(best.country_code or 0)
    )
    e164 = phonenumbers.format_number(best, PhoneNumberFormat.E164)
    others = () if international else _elsewhere(cleaned, country, plausible)
    return Phone(e164, trimmed, country, others)


def _american(trimmed: str) -> bool:
    return re.fullmatch(r"\(?[2-9]\d\d\)?[ .-]?\d{3}[ .-]\d{4}", trimmed) is not None


def _well_formed(
    cleaned: str, international: bool, labelled: bool, countries: tuple[str, ...]
) -> tuple[phonenumbers.PhoneNumber | None, str]:
    """A number of a right length in no known range, as new ranges and mistyped digits are: better kept than lost."""
    digits = re.sub(r"\D", "", cleaned)
    if not (international or labelled or (cleaned.startswith(("0", "(0")) and 9 <= len(digits) <= 12)):
        return None, ""
    for country in ("ZZ",) if international else countries[:1]:
        try:
            number = phonenumbers.parse(cleaned, None if international else country)
        except NumberParseException:
            continue
        if phonenumbers.is_possible_number(number):
            return number, country
    return None, ""


def _elsewhere(cleaned: str, country: str, plausible: tuple[str, ...]) -> tuple[str, ...]:
    fits: list[str] = []
    for other in plausible:
        if other == country:
            continue
        try:
            number = phonenumbers.parse(cleaned, other)
        except NumberParseException:
            continue
        if phonenumbers.is_valid_number(number) and phonenumbers.region_code_for_number(number) == other:
            fits.append(other)
    return tuple(fits)
