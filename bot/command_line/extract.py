"""`handslag extract`: messages as JSON lines in, what was understood as JSON lines out, for scoring and scripts."""

import json
import time
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from crm.capture.draft import DraftLead, Due, Person, Surroundings
from crm.capture.read import read_lead, warm_up

# whose language it is where the line says none: a member writes in that of their country
_LANGUAGES = {"NL": "nl", "BE": "nl", "DE": "de", "AT": "de", "CH": "de"}


def extract_lines(lines: Iterable[str]) -> Iterator[str]:
    """One JSON line for each line in: {"id", "text", "now", "tz", "region", "lang"} -> {"id", "fields", "people", "is_lead", "ms"}.

    "region" and "lang" may be missing. value is a number in major units, due "YYYY-MM-DD" or "YYYY-MM-DDTHH:MM" in
    `tz`. Of a message that is no lead every field is null. A line that cannot be read gives {"id", "error"}; empty
    lines give nothing.
    """
    warm_up()
    for line in lines:
        if line.strip():
            yield json.dumps(_extract(line), ensure_ascii=False)


def _extract(line: str) -> dict[str, Any]:
    key: Any = None
    try:
        asked = json.loads(line)
        key = asked.get("id") if isinstance(asked, dict) else None
        text, around = asked["text"], _around(asked)
        if not isinstance(text, str):
            raise TypeError("text is no string")
    except ZoneInfoNotFoundError:
        return {"id": key, "error": f"no such time zone: {asked['tz']}"}
    except KeyError as error:
        return {"id": key, "error": f"missing: {error.args[0]}"}
    except (ValueError, TypeError, AttributeError, OSError) as error:
        return {"id": key, "error": f"cannot be read: {error}"}
    started = time.perf_counter()
    draft = read_lead(text, around)
    spent = (time.perf_counter() - started) * 1000
    return {
        "id": key,
        "fields": _fields(draft) if draft.is_lead else dict.fromkeys(_fields(draft)),
        "people": [_person(person) for person in draft.others] if draft.is_lead else [],
        "is_lead": draft.is_lead,
        "ms": round(spent, 3),
    }


def _around(asked: dict[str, Any]) -> Surroundings:
    zone = ZoneInfo(asked["tz"])
    moment = datetime.fromisoformat(asked["now"])
    return Surroundings(
        moment=moment if moment.tzinfo else moment.replace(tzinfo=zone),
        zone=zone,
        region=asked.get("region") or "NL",
        language=asked.get("lang") or _LANGUAGES.get(asked.get("region") or "NL", "en"),
    )


def _fields(draft: DraftLead) -> dict[str, Any]:
    return {
        "name": draft.name,
        "title": draft.title,
        "organisation": draft.organisation,
        "emails": list(draft.emails),
        "phones": [phone.e164 for phone in draft.phones],
        "website": draft.website,
        "source": draft.source,
        "value": float(draft.value.amount) if draft.value else None,
        "currency": draft.value.currency if draft.value else None,
        "due": _due(draft.due),
        "next_action": draft.next_action,
        "note": draft.note or None,
    }


def _due(due: Due | None) -> str | None:
    if due is None:
        return None
    return f"{due.day.isoformat()}T{due.clock:%H:%M}" if due.clock else due.day.isoformat()


def _person(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "title": person.title,
        "emails": list(person.emails),
        "phones": [phone.e164 for phone in person.phones],
    }
