"""Ids made by the application: time-ordered, 63 bits, unique across processes. base36 in buttons."""

import threading
from collections.abc import Callable
from datetime import UTC, datetime

_EPOCH_MS = int(datetime(2025, 1, 1, tzinfo=UTC).timestamp() * 1000)
_NODE_BITS = 10
_SEQUENCE_BITS = 12
NODES = 1 << _NODE_BITS
MOST_ID = (1 << 63) - 1
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


class IdMaker:
    """Milliseconds since 2025 (41 bits), node (10), sequence (12). Never goes back, even when the clock does."""

    def __init__(self, node: int, clock: Callable[[], datetime]) -> None:
        self._node = node % NODES
        self._clock = clock
        self._last_ms = 0
        self._sequence = 0
        self._lock = threading.Lock()

    def __call__(self) -> int:
        with self._lock:
            ms = max(int(self._clock().timestamp() * 1000) - _EPOCH_MS, self._last_ms)
            if ms == self._last_ms:
                self._sequence += 1
                if self._sequence >> _SEQUENCE_BITS:
                    ms, self._sequence = ms + 1, 0
            else:
                self._sequence = 0
            self._last_ms = ms
            return (ms << _NODE_BITS | self._node) << _SEQUENCE_BITS | self._sequence


def first_id_at(moment: datetime) -> int:
    """Ids made at that moment or later are not smaller: a period of ids is a period of time."""
    return max(0, int(moment.timestamp() * 1000) - _EPOCH_MS) * ids_a_millisecond()


def ids_a_millisecond() -> int:
    """By so much ids grow in a millisecond."""
    return 1 << (_NODE_BITS + _SEQUENCE_BITS)


def to_base36(number: int) -> str:
    """Shape of an id in a button or a link. Raises ValueError for negative numbers."""
    if number < 0:
        raise ValueError("ids are not negative")
    text = ""
    while number:
        number, digit = divmod(number, 36)
        text = _DIGITS[digit] + text
    return text or "0"


def from_base36(text: str) -> int:
    """Raises ValueError for anything that to_base36 does not write."""
    if not text or len(text) > 13 or any(c not in _DIGITS for c in text):
        raise ValueError("not an id")
    number = int(text, 36)
    if number > MOST_ID:
        raise ValueError("not an id")
    return number
