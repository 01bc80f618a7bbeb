"""Where the time of a capture goes: some hundred of them profiled, by the functions that the parts of a turn begin with."""

import cProfile
import time
from collections.abc import Iterator
from itertools import count
from pathlib import Path
from statistics import median

from bot.bench.desk import Bench
from bot.bench.messages import text_of
from bot.bench.rows import Row, milliseconds

_UNKNOWN = 5_000_000
_COMMIT = "<method 'commit' of 'sqlite3.Connection' objects>"
_PARTS = {
    "stored in the inbox": (("inbox.py", "receive"),),
    "read: entry, chat, member, question, event": (("inbox.py", "read_open"), ("speaking.py", "who_speaks")),
    "understood": (("read.py", "read_message"),),
    "looked for the same person": (("alike.py", "find_similar"),),
    "indexed for /find": (("index.py", "index_new_lead"),),
    "card built, put into the outbox": (("lead.py", "lead_card"), ("replies.py", "put_out")),
    "lead, history, follow-up, journal written": (("session.py", "flush"),),
    "sending: outbox read, marked as sent": (("outbox.py", "next_batch"), ("sent.py", "mark_sent")),
    "three commits": (("~", _COMMIT),),
}
"""Part -> (file, function), none of which calls another. A profiler slows what calls much: the shares are near, not exact."""


def measure(file: Path, captures: int = 300) -> Iterator[Row]:
    """file: for the database. Processor time: the sum is measured without the profiler, the shares with it."""
    bench = Bench(f"sqlite:///{file}", 1000)
    texts = (text_of(_UNKNOWN + number) for number in count())

    def capture() -> float:
        started = time.process_time()
        bench.turn(next(texts))
        bench.send()
        return time.process_time() - started

    for _ in range(captures // 3):
        capture()
    whole = median(capture() for _ in range(captures))
    profile = cProfile.Profile(time.process_time)
    profile.enable()
    for _ in range(captures):
        capture()
    profile.disable()
    bench.close()
    yield Row("processor time of a capture alone, without the network", milliseconds(whole))
    shares = _shares(profile)
    for what, share in {**shares, "the rest": 1 - sum(shares.values())}.items():
        yield Row(f"  {what}", milliseconds(share * whole), ratio=f"{share:.0%}")


def _shares(profile: cProfile.Profile) -> dict[str, float]:
    """Raises KeyError where a function is not called any more."""
    profile.create_stats()
    spent: dict[tuple[str, str], float] = {}
    whole = 0.0
    for (file, _, function), (_, _, own, cumulative, _) in profile.stats.items():
        whole += own
        key = (Path(file).name, function)
        spent[key] = max(spent.get(key, 0.0), cumulative)
    return {what: sum(spent[key] for key in keys) / whole for what, keys in _PARTS.items()}
