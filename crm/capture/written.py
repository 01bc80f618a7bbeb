"""How a name is written in the end: as typed, on one line, with the capitals that it should have."""

from crm.capture.lexicon import (
    LEGAL,
    PARTICLES,
)
from crm.capture.text import Sheet, Word


def tidy_name(words: list[Word], sheet: Sheet, *, organisation: bool = False) -> str:
    """As typed on one line; a name all in lower case gets its capitals, one all in capitals loses them."""
    start, end = words[0].start, words[-1].end
    flat = sheet.flat[start:end]
    written = "".join(
        " " if plain == " " else char for char, plain in zip(sheet.text[start:end], flat, strict=True)
    )
    if organisation and sheet.text[end : end + 1] == "." and LEGAL.fullmatch(words[-1].low + "."):
        written += "."
    written = " ".join(written.split())
    letters = [char for char in written if char.isalpha()]
    if written.islower():
        return " ".join(
            _capitalise(part, organisation, at == 0) for at, part in enumerate(written.split(" "))
        )
    if not organisation and len(letters) > 4 and written.isupper() and len(words) > 1:
        return " ".join(
            _capitalise(part.lower(), organisation, at == 0) for at, part in enumerate(written.split(" "))
        )
    return written


def _capitalise(part: str, organisation: bool, first: bool) -> str:
    if LEGAL.fullmatch(part) and organisation and not first:
        return {"gmbh": "GmbH", "ltd": "Ltd", "limited": "Limited", "inc": "Inc", "plc": "plc"}.get(
            part, part.upper()
        )
    if part in PARTICLES:
        return part if not (organisation and first) else part.capitalize()
    if part in ("and", "und", "en", "of", "for", "für"):
        return part
    if "-" in part:
        return "-".join(_capitalise(side, organisation, True) for side in part.split("-"))
    if part.startswith("o'") and len(part) > 3:
        return "O'" + part[2:].capitalize()
    return part[:1].upper() + part[1:]
