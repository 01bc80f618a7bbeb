"""The whole of `handslag bench`: one measurement after the other, then the table."""

import sqlite3
import sys
import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from bot.bench import breakdown, find, imports, scale, starts, throughput, understanding
from bot.bench.numbers import LEADS_A_FOLLOW_UP
from bot.bench.rows import Row
from bot.logs import set_up_logs
from crm.store.database import Database
from crm.store.migrate import upgrade_once


@dataclass(frozen=True, slots=True)
class Sizes:
    """messages: in a burst. small, large: leads in the two databases. rows: of the large file that is imported."""

    messages: int
    small: int
    large: int
    rows: int


FULL = Sizes(messages=3000, small=1000, large=1_000_000, rows=100_000)
QUICK = Sizes(messages=500, small=1000, large=20_000, rows=5_000)


def run(*, quick: bool, postgresql: str | None = None) -> None:
    """Prints each row as it is measured, and the table at the end. postgresql: an empty database, for captures and /find there too."""
    set_up_logs("ERROR")
    sizes = QUICK if quick else FULL
    errors, out = Console(stderr=True), Console(width=None if sys.stdout.isatty() else 160)
    rows: list[Row] = []
    with tempfile.TemporaryDirectory(prefix="handslag-bench-") as folder:
        few, many = Path(folder) / "few.db", Path(folder) / "many.db"
        follow_ups = sizes.small // LEADS_A_FOLLOW_UP, sizes.large // LEADS_A_FOLLOW_UP
        for what, measured in (
            ("a burst of captures against a bare echo", throughput.measure(sizes.messages, postgresql)),
            ("understanding", understanding.measure(1000)),
            ("where the time of a capture goes", breakdown.measure(Path(folder) / "breakdown.db")),
            (
                f"filling a database with {sizes.large:,} leads",
                scale.measure(few, many, sizes.small, sizes.large),
            ),
            (f"a file with {sizes.rows:,} rows", imports.measure(sizes.rows // 10, sizes.rows)),
            ("starts", starts.measure(few, many, *follow_ups)),
            *(
                ("/find", _find(url, sizes.large))
                for url in (f"sqlite:///{folder}/find.db", postgresql)
                if url
            ),
        ):
            errors.print(f"bench: {what} …")
            for row in measured:
                errors.print(f"  {row.what}: {row.measured} {row.ratio}", highlight=False)
                rows.append(row)
    out.print(_table(rows))
    out.print(
        f"Telegram's limits on sending are lifted; SQLite {sqlite3.sqlite_version}, synchronous=FULL. "
        "The simulator and the bot share this machine's cores."
    )


def _find(url: str, leads: int) -> Iterator[Row]:
    database = Database(url)
    database.check()
    upgrade_once(database)
    yield from find.measure_find(database, leads)
    database.close()


def _table(rows: Iterable[Row]) -> Table:
    table = Table("what", "measured", "against", "ratio", "wanted", title="handslag bench")
    for row in rows:
        table.add_row(*astuple(row))
    return table
