"""One line of the table, and the statistics for it."""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """what: what was measured. measured: with its unit. against: what it is compared with. ratio, wanted: the claim."""

    what: str
    measured: str
    against: str = ""
    ratio: str = ""
    wanted: str = ""


def p95(values: Sequence[float]) -> float:
    return statistics.quantiles(values, n=20)[-1]


def milliseconds(seconds: float) -> str:
    return f"{seconds * 1000:.1f} ms" if seconds < 1 else f"{seconds:.2f} s"


def timed(work: Callable[[], object]) -> float:
    """Seconds."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started
