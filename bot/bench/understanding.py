"""How long a message takes to be understood."""

import json
from collections.abc import Iterator
from statistics import median

from bot.bench.messages import text_of
from bot.bench.rows import Row, milliseconds, p95
from bot.command_line.extract import extract_lines

_WARM_UP = 50


def measure(count: int) -> Iterator[Row]:
    asked = (
        json.dumps({"id": number, "text": text_of(number), "now": "2026-03-10T09:00", "tz": "Europe/Berlin"})
        for number in range(_WARM_UP + count)
    )
    spent = [json.loads(line)["ms"] / 1000 for line in extract_lines(asked)][_WARM_UP:]
    yield Row(
        "a text understood (extract)", f"median {milliseconds(median(spent))}, p95 {milliseconds(p95(spent))}"
    )
