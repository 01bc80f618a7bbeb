"""How well messages are understood: every field right, wrong or missing, summed to one F1, as CONTRIBUTING.md tells.

A right value is the gold one or an alternative, after case, honorifics and legal forms are put aside. A wrong value
counts twice, as found wrongly and as missed.
"""

import json
import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.command_line.extract import extract_lines

HERE = Path(__file__).parent
SINGLE = ("name", "title", "organisation", "website", "source", "value", "currency", "due")
_HONORIFIC = re.compile(r"^(?:(?:mrs?|ms|dr|prof|ir|herrn?|frau|fr|hr|dhr|mevr|mevrouw|mw|mag)\b\.? ?)+")
_LEGAL = re.compile(
    r"[ ,]+(?:gmbh(?: & co\.? kg)?|ag|kg|b\.?v\.?|n\.?v\.?|ltd\.?|limited|inc\.?|llc|pvt ltd|spa|s\.?r\.?l\.?|co\.?,? ltd\.?|sa|ab|as|eg|kft\.?|sp\. z o\.o\.)$"
)


@dataclass(slots=True)
class Score:
    """Counts by field: right, wrong (found and not so), missed. alarms: leads made of what is none."""

    right: Counter[str] = field(default_factory=Counter)
    wrong: Counter[str] = field(default_factory=Counter)
    missed: Counter[str] = field(default_factory=Counter)
    alarms: list[str] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)

    def f1(self, *fields: str) -> float:
        """Between 0 and 1, over the fields named, or over all."""
        names = fields or (*SINGLE, "emails", "phones")
        right, wrong, missed = (
            sum(counts[name] for name in names) for counts in (self.right, self.wrong, self.missed)
        )
        return 2 * right / max(1, 2 * right + wrong + missed)


def read_messages(name: str) -> list[dict[str, Any]]:
    """The messages of `name`.jsonl beside this file, with their right answers."""
    lines = (HERE / f"{name}.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines]


def score(rows: list[dict[str, Any]], change: Callable[[str], str] = str) -> Score:
    """Reads every message, its text first put through `change`, and counts."""
    lines = (
        json.dumps({key: row[key] for key in ("id", "now", "tz", "region")} | {"text": change(row["text"])})
        for row in rows
    )
    total = Score()
    for row, line in zip(rows, extract_lines(lines), strict=True):
        _count(total, row, json.loads(line))
    return total


def _count(total: Score, row: dict[str, Any], found: dict[str, Any]) -> None:
    fields, gold, ignored = found["fields"], row["gold"], row.get("ignore", [])
    if found["is_lead"] and not row["is_lead"]:
        total.alarms.append(row["id"])
    for name in SINGLE:
        if name in ignored:
            continue
        wanted = {
            _plain(name, value)
            for value in (gold[name], *row.get("alt", {}).get(name, []))
            if value is not None
        }
        got = _plain(name, fields[name]) if fields[name] is not None else None
        same = got is not None and (got in wanted or (name == "due" and got[:10] in wanted))
        total.right[name] += same
        total.wrong[name] += got is not None and not same
        total.missed[name] += bool(wanted) and not same
    spare = {
        value
        for other in row.get("others", [])
        for value in other.get("emails", []) + other.get("phones", [])
    }
    spare |= set(row.get("neutral", []))
    for name in ("emails", "phones"):
        wanted, got_all = set(gold[name]), set(fields[name] or []) - spare
        total.right[name] += len(wanted & got_all)
        total.wrong[name] += len(got_all - wanted)
        total.missed[name] += len(wanted - got_all)
    kept = f"{fields['note'] or ''} {fields['next_action'] or ''}".casefold()
    total.lost += [
        f"{row['id']}: {part}" for part in gold["note_must_contain"] if part.casefold() not in kept
    ]


def _plain(name: str, value: Any) -> str:
    if name == "value":
        return f"{float(value):.2f}"
    plain = " ".join(str(value).casefold().replace("’", "'").split()).strip(" .,;:!-")
    if name == "name":
        return _HONORIFIC.sub("", plain).replace(".", "")
    if name == "organisation":
        return _LEGAL.sub("", re.sub(r"^(?:firma|the) ", "", plain)).strip(" .,")
    if name == "website":
        return re.sub(r"^(?:https?://)?(?:www\.)?", "", plain).rstrip("/")
    return plain
