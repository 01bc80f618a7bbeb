"""What a member does with a thousand leads stored and with a million, where each has the same number of their own."""

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path
from statistics import median

from bot.bench import deals
from bot.bench.desk import DUE_EACH, DUE_MEMBERS, Bench
from bot.bench.messages import text_of
from bot.bench.numbers import LEADS_A_DEAL
from bot.bench.rows import Row, milliseconds

_TURNS = 200
_SWEEPS = 20
_WHOLE_TEAM = 5
_UNKNOWN = 3_000_000
"""Numbers from here on are of people whom the filled database does not know."""


def measure(few: Path, many: Path, small: int, large: int) -> Iterator[Row]:
    """The two databases are made, with that many leads, and asked in turns. Medians of whole transactions, committed."""
    benches = Bench(f"sqlite:///{few}", small), Bench(f"sqlite:///{many}", large)
    texts = (text_of(_UNKNOWN + number) for number in count())
    steps: tuple[tuple[str, int, Callable[[Bench], float]], ...] = (
        ("capture", _TURNS, lambda bench: bench.turn(next(texts))),
        ("agenda", _TURNS, lambda bench: bench.turn("/agenda")),
        (f"sweep with {DUE_MEMBERS * DUE_EACH} follow-ups due", _SWEEPS, Bench.sweep),
        *deals.steps(texts.__next__),
    )
    stored = f"{large:,} leads and {large // LEADS_A_DEAL:,} opportunities stored"
    for what, times, step in steps:
        taken = [[step(bench) for bench in benches] for _ in range(2 * times)]
        before, after = (
            median(column) for column in zip(*taken[times:], strict=True)
        )  # the first half warms up
        yield Row(
            f"{what}, {stored}",
            milliseconds(after),
            f"{small:,} leads: {milliseconds(before)}",
            f"{after / before:.2f}",
            "1.5",
        )
    for what, step in deals.team_steps():
        yield Row(f"{what}, {stored}", milliseconds(median(step(benches[1]) for _ in range(_WHOLE_TEAM))))
    for bench in benches:
        bench.close()
