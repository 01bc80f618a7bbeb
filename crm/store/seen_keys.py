"""Which keys were met before: however many there are, they take two megabytes of memory, and the rest is on disk."""

import sqlite3
from collections.abc import Iterable
from types import TracebackType
from typing import Self


class SeenKeys:
    """To be closed. Keeps a number for each key, in a temporary file of SQLite's own that nobody else can open."""

    def __init__(self) -> None:
        self._file = sqlite3.connect("", isolation_level=None)
        self._file.execute("PRAGMA journal_mode = OFF")
        self._file.execute("CREATE TABLE seen (number INTEGER PRIMARY KEY)")
        self._file.execute("BEGIN")

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None
    ) -> None:
        self._file.close()

    def meet(self, keys: Iterable[str]) -> bool:
        """Whether any of them was met before; from now on all of them were."""
        before = self._file.total_changes
        numbers = {hash(key) for key in keys}
        self._file.executemany(
            "INSERT OR IGNORE INTO seen VALUES (?)", [(number,) for number in sorted(numbers)]
        )
        return self._file.total_changes - before < len(numbers)
