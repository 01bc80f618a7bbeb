"""Messages with their names swapped for ones that no list knows."""

import copy
import random
import re
import unicodedata
from typing import Any

_FIRST = "Zorvan Quillan Tamsyra Brevik Oxanne Yelric Kestrin Dorvel Faljena Huxmar Ilvane Wendrick".split()
_LAST = "Prathwell Dunkerlo Vossbrink Hartelmann Okwuneme Zielstra Brankovar Quistgaard Meulstede Ferrowick".split()
_PARTICLES = frozenset("de van der den te el von del zahra a. jan".split())
_SALUTED = (
    r"(?:herrn?|frau|hr\.|fr\.|dhr\.?|mevr\.?|mevrouw|mw\.?|mrs?|ms|dr\.)\s+(?:(?:van|de|den|dr\.)\s+)*"
)


def with_unseen_names(row: dict[str, Any], chance: random.Random) -> dict[str, Any]:
    """A copy with the main person renamed everywhere, in the address too. "swapped": a first name was."""
    changed = copy.deepcopy(row)
    changed["swapped"] = False
    name = row["gold"]["name"]
    if not name or not row["is_lead"]:
        return changed
    renamed: dict[str, str] = {}
    for place, part in enumerate(part for part in name.split() if part.lower() not in _PARTICLES):
        saluted = re.search(_SALUTED + re.escape(part), row["text"], re.IGNORECASE)
        first = place == 0 and not saluted
        renamed[part] = chance.choice(_FIRST if first else _LAST)
        changed["swapped"] = changed["swapped"] or (first and name.startswith(part))
    changed["text"] = _rename(row["text"], renamed)
    gold = changed["gold"]
    for field in ("name", "organisation", "website"):
        gold[field] = _rename(gold[field], renamed) if gold[field] else None
    gold["emails"] = [_rename(address, renamed) for address in gold["emails"]]
    for field, values in changed.get("alt", {}).items():
        changed["alt"][field] = [
            _rename(value, renamed) if isinstance(value, str) else value for value in values
        ]
    return changed


def _rename(text: str, renamed: dict[str, str]) -> str:
    for old, new in renamed.items():
        for written, instead in ((old, new), (old.lower(), new.lower()), (old.upper(), new.upper())):
            text = re.sub(rf"(?<!\w){re.escape(written)}(?!\w)", instead, text)
        plain = "".join(
            char for char in unicodedata.normalize("NFKD", old.lower()) if char.isalnum() and char.isascii()
        )
        if len(plain) > 2:
            text = re.sub(rf"(?<=[\w.@-]){plain}|(?<![A-Za-z]){plain}(?=[.@-])", new.lower(), text)
    return text
