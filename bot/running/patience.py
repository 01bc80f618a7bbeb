"""Waiting that grows while something stays away, and starts small again once it is back."""

import asyncio


class Patience:
    """`await wait()`: first `first` seconds, doubling up to `most`; `reset()` when it went well."""

    def __init__(self, first: float = 0.1, most: float = 5.0) -> None:
        self._first = first
        self._most = most
        self._next = first

    def grow(self) -> float:
        """The seconds to wait this time."""
        seconds, self._next = self._next, min(self._most, self._next * 2)
        return seconds

    async def wait(self) -> None:
        await asyncio.sleep(self.grow())

    def reset(self) -> None:
        self._next = self._first
