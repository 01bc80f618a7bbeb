"""A clock that tests set, in place of the real one that the code is given otherwise."""

from datetime import UTC, datetime, timedelta

START = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
"""A Tuesday morning without a holiday near it."""


class Clock:
    """Callable as the real clock is: an aware datetime. Stands still until told otherwise."""

    def __init__(self, now: datetime = START) -> None:
        self.set(now)

    def __call__(self) -> datetime:
        return self._now

    def set(self, now: datetime) -> None:
        """Raises ValueError for a moment without a zone."""
        if now.tzinfo is None:
            raise ValueError("a clock shows a moment with a zone")
        self._now = now

    def move(self, **duration: float) -> None:
        """`clock.move(days=1, hours=2)`; backwards too."""
        self._now += timedelta(**duration)
