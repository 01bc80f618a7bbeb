"""Where a lead came from: the fair or the channel that the message names."""

import re

from crm.capture.lexicon import (
    CHANNELS,
    COMMON,
    FAIR_WORDS,
    VIA,
    alternation,
    is_first_name,
    is_title,
    known_fairs,
    merged,
    said,
    whole,
)
from crm.capture.own_fairs import find_own_fair
from crm.capture.text import Sheet

_LEAD_IN = rf"(?:{alternation(frozenset(merged('fair_lead_in')))})"
_YEAR = r"(?: '?(?:20)?[2-9]\d(?!\w))?"
_FAIR_WORD = alternation(FAIR_WORDS)
_KNOWN = re.compile(rf"(?<![^\W_])(?:{alternation(set(known_fairs()))}){_YEAR}(?![^\W_])")
_CHANNEL = re.compile(
    rf"(?<![^\W_@./])(?:(?P<via>{alternation(merged('before_channel'))})[ ]{{1,3}})?(?P<name>{alternation(CHANNELS)})(?![\w@])(?!\.\w)"
)
_OPENERS = merged("fair_openers")
# "at the Nordic Build Expo", "op de Metaalbeurs", "kvk beurs": capitals, or the words before it in lower case
_NAMED = re.compile(
    rf"(?<![^\W_])((?:[^\W\d_][\w&+'-]{{1,24}} ){{1,4}}(?:{_FAIR_WORD})|[^\W\d_][\w-]{{2,20}}(?:{alternation(merged('fair_endings'))})|(?:{alternation(_OPENERS)}) [^\W\d_][\w&+'-]{{1,24}})(?: (?:in )?(?:20[2-9]\d))?(?![^\W_])"
)
_VIA = re.compile(
    rf"(?<![^\W_])(?:{alternation(VIA)}) (?:(?:{alternation(merged('articles'))}) )?([A-ZÄÖÜ][\w&+-]{{2,24}}(?: [A-ZÄÖÜ][\w&+-]{{2,24}}){{0,2}})(?![^\W_])(?!@)"
)
_AT_A_FAIR = re.compile(rf"(?<![^\W_]){_LEAD_IN} $")
_ON_THE = re.compile(
    rf"(?<![^\W_])(?i:{alternation(merged('on_the_fair'))}) ([^\W\d_a-zß-ÿ][^\W\d_][\w&+-]*(?: [^\W\d_a-zß-ÿ][\w&+-]+){{0,2}})(?![^\W_])"
)
_TALKED = whole(merged("talked") | merged("talk_nouns"))
_ORDINARY = merged("ordinary")
_NOT_A_FAIR = merged("not_a_fair")
_CUED = frozenset(merged("cued_channels"))
_SHORT_ONLY_CUED = 5


def read_source(sheet: Sheet, language: str, own_fairs: tuple[str, ...] = ()) -> str | None:
    """The fair or channel, as its owner writes it; claims where it stands."""
    free = sheet.masked(sheet.low)
    own = find_own_fair(free, own_fairs)
    if own is not None:
        start, end, name = own
        if _means_fair(sheet, start, end, free[start:end]):
            sheet.claim(start, end, "source")
            return name
    for match in _KNOWN.finditer(free):
        spelled = (
            re.sub(rf"{_YEAR}$", "", match.group()) if match.group() not in known_fairs() else match.group()
        )
        fair = known_fairs().get(said(spelled))
        if fair is not None and _means_fair(sheet, match.start(), match.end(), spelled):
            sheet.claim(*match.span(), "source")
            return fair.name
    return _named(sheet, free, language) or _talked_at(sheet, language) or _channel(sheet, free)


def _means_fair(sheet: Sheet, start: int, end: int, spelled: str) -> bool:
    """Short or everyday names ("K", "boot", "control", "BAU") need capitals as their owner writes them, or "at"."""
    cued = _AT_A_FAIR.search(sheet.low[max(0, start - 24) : start]) is not None
    at_start = sheet.low[:start].strip(" \n-*[(") == "" or sheet.low[max(0, start - 2) : start].strip() in (
        "",
        ":",
    )
    written = sheet.flat[start : start + len(spelled)]
    if len(spelled) <= 2:
        return cued and written.isupper()
    if spelled in _EVERYDAY:
        return cued and (written[0].isupper() or at_start) and sheet.low[end : end + 1] != "s"
    if len(spelled) <= _SHORT_ONLY_CUED and not cued:
        return written.isupper() or (at_start and re.match(r" ?[:,|-]", sheet.low[end : end + 2]) is not None)
    return True


_EVERYDAY = frozenset(
    """abiss agra altenpflege gevel hiswa ineltec intec nordbau norla seawork sindex swisstech ambiente bau bett boot cereals control drema elektrotechnik facilitair farnborough
    fensterbau formex frontale hello holz intermodal ipm ise jec k mach materials mets midest multimodal omr ons
    opti pitti prodex siam sima slush viscom win wire""".split()
)


def _talked_at(sheet: Sheet, language: str) -> str | None:
    """ "We spraken elkaar op de RMV Hardenberg": names with capitals where we were, beside words of a talk.

    German nouns have capitals too: there only abbreviations count.
    """
    match = _ON_THE.search(sheet.masked(sheet.flat))
    if match is None or not _TALKED.search(sheet.low):
        return None
    first = match.group(1).split(" ")[0]
    if first.lower() in COMMON or is_title(first.lower()) or not (language != "de" or first.isupper()):
        return None
    sheet.claim(*match.span(1), "source")
    return sheet.text[match.start(1) : match.end(1)]


def _named(sheet: Sheet, free: str, language: str) -> str | None:
    cased = any(char.isupper() for char in sheet.flat)
    for match in _NAMED.finditer(free):
        words = match.group(1).split(" ")
        start = match.start(1)
        last = len(words) - 1
        keep = last
        if words[0] in _OPENERS and len(words) == 2:
            at = start + len(words[0]) + 1
            if words[0] == "salon" and not _AT_A_FAIR.search(sheet.low[max(0, start - 24) : start]):
                continue
            if words[1] in _ORDINARY or (cased and not sheet.flat[at].isupper()) or words[1] in _COMMON_AFTER:
                continue
            keep = 0
        else:
            offsets = [start]
            for word in words[:-1]:
                offsets.append(offsets[-1] + len(word) + 1)
            while keep > 0:
                previous, at = words[keep - 1], offsets[keep - 1]
                capital = sheet.flat[at].isupper()
                # German nouns have capitals too
                own_name = cased and capital and language != "de"
                common = previous in _COMMON_AFTER and not own_name
                if previous in _ORDINARY or is_title(previous) or common or (cased and not capital):
                    break
                keep -= 1
                if not cased and last - keep >= 2:
                    break
            start = offsets[keep]
        name = sheet.text[start : match.end(1)]
        if name.lower() in _NOT_A_FAIR or name.lower() in FAIR_WORDS:
            continue
        sheet.claim(start, match.end(), "source")
        return name
    for match in _VIA.finditer(sheet.masked(sheet.flat)):
        if match.group(1).lower() in CHANNELS:
            continue
        first = match.group(1).split(" ")[0].lower()
        if first in COMMON or is_first_name(first):
            continue
        sheet.claim(*match.span(1), "source")
        return sheet.text[match.start(1) : match.end(1)]
    return None


def _channel(sheet: Sheet, free: str) -> str | None:
    for match in _CHANNEL.finditer(free):
        name = said(match["name"])
        if name in _CUED and not match["via"]:
            continue
        sheet.claim(match.start("name"), match.end("name"), "source")
        written = sheet.text[match.start("name") : match.end("name")]
        known = CHANNELS[name]
        return known if known[0].isupper() or written.islower() else written
    return None


_COMMON_AFTER = merged("common") | merged("to_organisation")
