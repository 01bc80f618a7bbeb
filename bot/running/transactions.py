"""Database work off the event loop: one hop, one transaction. One thread on SQLite (its only writer), a few elsewhere."""

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from crm.store.database import Database, Session

Result = TypeVar("Result")


class Transactions:
    """`await run(work)`: `work(session)` in a thread, committed; its error is raised here after the rollback."""

    def __init__(self, database: Database, threads: int) -> None:
        self.database = database
        self._pool = ThreadPoolExecutor(1 if database.is_sqlite else threads, "database")

    async def run(self, work: Callable[[Session], Result]) -> Result:
        return await asyncio.get_running_loop().run_in_executor(self._pool, self._commit, work)

    def run_here(self, work: Callable[[Session], Result]) -> Result:
        """As `run`, for a thread that may wait; never for the event loop's own."""
        return self._pool.submit(self._commit, work).result()

    def _commit(self, work: Callable[[Session], Result]) -> Result:
        with self.database.begin() as session:
            return work(session)

    def close(self) -> None:
        """Waits for the transaction in hand."""
        self._pool.shutdown(wait=True)
