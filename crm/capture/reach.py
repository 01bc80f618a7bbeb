"""E-mail addresses and websites, read off the sheet and claimed."""

import re

from crm.capture.lexicon import merged
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
            theirs = (
                address not in own
                and not _NOT_THEIRS.match(address)
                and not _in_disclaimer(sheet, match.start())
            )
            sheet.claim(match.start(), match.end(), "email" if theirs else "kept")
            if theirs:
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
