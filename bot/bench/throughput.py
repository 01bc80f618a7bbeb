"""A whole capture against a bare echo, over the same simulator; how long one person waits; start and memory."""

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.bench.processes import Telegram, handslag, running, telegram
from bot.bench.rows import Row, milliseconds, p95

_WARM_UP = 100


@dataclass(frozen=True, slots=True)
class _Bursts:
    """cards, texts: captures a second. waits: seconds from a text to its answer, one after the other."""

    cards: float
    texts: float
    waits: list[float]

    def rows(self, store: str, bare: float) -> Iterator[Row]:
        """bare: echoes a second."""
        against = f"bare echo {bare:.0f}/s"
        for what, measured, wanted in (
            ("a contact card (nothing to understand)", self.cards, "1/3"),
            ("a text, understood", self.texts, "1/4"),
        ):
            ratio = f"1/{bare / measured:.1f}"
            yield Row(f"capture of {what}, {store}", f"{measured:.0f}/s", against, ratio, wanted)
        yield Row(f"reply in one chat, p95, {store}", milliseconds(p95(self.waits)), wanted="50 ms")


def measure(count: int, postgresql: str | None = None) -> Iterator[Row]:
    """count: messages in a burst. postgresql: the URL of an empty database, for the same there."""
    with telegram() as phone, running(["-m", "bot.bench.echo", phone.url, phone.token], phone) as echo:
        phone.ask("burst", kind="text", count=_WARM_UP, first=0)
        bare = count / phone.ask("burst", kind="text", count=count, first=_WARM_UP)["seconds"]
        echo_start, echo_mb = echo.start_seconds, echo.resident_mb
    with telegram() as phone, tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'handslag.db'}"
        with handslag(phone, url) as bot:
            start, idle_mb = bot.start_seconds, bot.resident_mb
            bursts = _bursts(phone, count)
            full_mb = bot.resident_mb
        with handslag(phone, url) as again:
            restart = again.start_seconds
    yield from bursts.rows("SQLite", bare)
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
    if postgresql is not None:
        with telegram() as phone, handslag(phone, postgresql):
            bursts = _bursts(phone, count)
        yield from bursts.rows("PostgreSQL", bare)


def _bursts(phone: Telegram, count: int) -> _Bursts:
    phone.ask("burst", kind="card", count=_WARM_UP, first=0)
    cards = count / phone.ask("burst", kind="card", count=count, first=_WARM_UP)["seconds"]
    numbers = _WARM_UP + count
    phone.ask("burst", kind="text", count=_WARM_UP, first=numbers)
    numbers += _WARM_UP
    texts = count / phone.ask("burst", kind="text", count=count, first=numbers)["seconds"]
    alone = phone.ask("one by one", kind="text", count=max(100, count // 10), first=numbers + count)
    return _Bursts(cards, texts, alone["seconds"])
