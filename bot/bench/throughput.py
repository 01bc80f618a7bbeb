"""A whole capture against a bare echo, over the same simulator; how long one person waits; start and memory."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from bot.bench.processes import handslag, running, telegram
from bot.bench.rows import Row, milliseconds, p95

_WARM_UP = 100


def measure(count: int) -> Iterator[Row]:
    """count: messages in a burst."""
    with telegram() as phone, running(["-m", "bot.bench.echo", phone.url, phone.token], phone) as echo:
        phone.ask("burst", kind="text", count=_WARM_UP, first=0)
        bare = count / phone.ask("burst", kind="text", count=count, first=_WARM_UP)["seconds"]
        echo_start, echo_mb = echo.start_seconds, echo.resident_mb
    with telegram() as phone, tempfile.TemporaryDirectory() as folder:
        with handslag(phone, Path(folder) / "handslag.db") as bot:
            start, idle_mb = bot.start_seconds, bot.resident_mb
            phone.ask("burst", kind="card", count=_WARM_UP, first=0)
            cards = count / phone.ask("burst", kind="card", count=count, first=_WARM_UP)["seconds"]
            numbers = _WARM_UP + count
            phone.ask("burst", kind="text", count=_WARM_UP, first=numbers)
            numbers += _WARM_UP
            texts = count / phone.ask("burst", kind="text", count=count, first=numbers)["seconds"]
            waits = phone.ask("one by one", kind="text", count=max(100, count // 10), first=numbers + count)[
                "seconds"
            ]
            full_mb = bot.resident_mb
        with handslag(phone, Path(folder) / "handslag.db") as again:
            restart = again.start_seconds
    against = f"bare echo {bare:.0f}/s"
    yield Row(
        "capture of a contact card (nothing to understand)",
        f"{cards:.0f}/s",
        against,
        f"1/{bare / cards:.1f}",
        "1/3",
    )
    yield Row("capture of a text, understood", f"{texts:.0f}/s", against, f"1/{bare / texts:.1f}", "1/4")
    yield Row("reply in one chat, p95", milliseconds(p95(waits)), wanted="50 ms")
    yield Row(
        "cold start to first poll, database made anew",
        milliseconds(start),
        f"bare echo {milliseconds(echo_start)}",
    )
    yield Row("start to first poll, database there", milliseconds(restart))
    yield Row(
        f"resident memory: idle, after {2 * count:,} captures",
        f"{idle_mb:.0f}, {full_mb:.0f} MB",
        f"bare echo {echo_mb:.0f} MB",
    )
