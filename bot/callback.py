"""Callback data of buttons: one codec, `v1:verb:id36:rev36:arg`, at most 64 bytes."""

import re
from dataclasses import dataclass

from crm.errors import Refused
from crm.ids import from_base36, to_base36

_VERSION = "v1"
_LIMIT = 64
_VERB = re.compile(r"[a-z-]{1,16}\Z")


@dataclass(frozen=True, slots=True)
class Tap:
    """What a button stands for. id: of the row it is about. rev: that row's rev when shown, 0 where it matters not."""

    verb: str
    id: int = 0
    rev: int = 0
    arg: str = ""


def encode(verb: str, id: int = 0, rev: int = 0, arg: str = "") -> str:
    """Raises ValueError where it would not fit: a programming error, found by the tests."""
    data = f"{_VERSION}:{verb}:{to_base36(id)}:{to_base36(rev)}:{arg}"
    if not _VERB.match(verb) or len(data.encode()) > _LIMIT:
        raise ValueError(f"not callback data: {data}")
    return data


def id_in(text: str) -> int:
    """The id that a button's argument names in base36; 0, which no row has, for anything else."""
    try:
        return from_base36(text)
    except ValueError:
        return 0


def needed_id_in(text: str) -> int:
    """As `id_in`, where there is nothing to do without one: raises Refused("passed")."""
    try:
        return from_base36(text)
    except ValueError:
        raise Refused("passed") from None


def decode(data: str) -> Tap | None:
    """None for anything that `encode` of this version does not write: old, unknown, forged."""
    parts = data.split(":", 4)
    if len(parts) != 5 or parts[0] != _VERSION or not _VERB.match(parts[1]) or len(data.encode()) > _LIMIT:
        return None
    try:
        return Tap(parts[1], from_base36(parts[2]), from_base36(parts[3]), parts[4])
    except ValueError:
        return None
