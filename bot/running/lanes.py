"""The open entries of a single process, in memory: which are to be handled next, which must wait until when."""

import heapq
from collections import deque
from collections.abc import Iterable
from datetime import datetime

from crm.store.inbox import OpenEntry


class Lanes:
    """Lanes side by side, one lane in order. Knows ids only; the entries themselves stay in the database."""

    def __init__(self) -> None:
        self._queues: dict[str, deque[OpenEntry]] = {}
        self._waiting: list[tuple[datetime, int, OpenEntry]] = []
        self._held: dict[str, datetime] = {}
        self._known: set[int] = set()

    def add(self, entries: Iterable[OpenEntry], now: datetime) -> None:
        """Entries in the order of their ids; those known already are left out."""
        for entry in entries:
            if entry.id in self._known:
                continue
            self._known.add(entry.id)
            if entry.due_at is None or entry.due_at <= now:
                self._append(entry)
            elif entry.tries:
                self._append(entry)
                self._held[entry.lane] = entry.due_at
            else:
                heapq.heappush(self._waiting, (entry.due_at, entry.id, entry))

    def _append(self, entry: OpenEntry) -> None:
        self._queues.setdefault(entry.lane, deque()).append(entry)

    def next(self, now: datetime, limit: int) -> list[OpenEntry]:
        """The heads of lanes that are not held, then their second entries, and so on; in order within each lane."""
        while self._waiting and self._waiting[0][0] <= now:
            self._append(heapq.heappop(self._waiting)[2])
        for lane in [lane for lane, until in self._held.items() if until <= now]:
            del self._held[lane]
        free = [queue for lane, queue in self._queues.items() if lane not in self._held]
        chosen: list[OpenEntry] = []
        depth = 0
        while free and len(chosen) < limit:
            free = [queue for queue in free if len(queue) > depth]
            chosen += [queue[depth] for queue in free[: limit - len(chosen)]]
            depth += 1
        return chosen

    def done(self, entries: Iterable[OpenEntry]) -> None:
        """Handled, parked, or no longer there. A lane that has more goes behind the others."""
        for entry in entries:
            self._known.discard(entry.id)
            queue = self._queues.pop(entry.lane)
            queue.remove(entry)
            if queue:
                self._queues[entry.lane] = queue

    def hold(self, lane: str, until: datetime) -> None:
        """Its head failed: the lane waits."""
        self._held[lane] = until

    def next_moment(self) -> datetime | None:
        """When something that waits will be due; None: nothing waits."""
        moments = list(self._held.values())
        if self._waiting:
            moments.append(self._waiting[0][0])
        return min(moments, default=None)

    def __len__(self) -> int:
        return len(self._known)
