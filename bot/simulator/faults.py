"""What can go wrong between the bot and Telegram, made to order: refusals, silence, an absent server, limits."""

import math
import time
from collections import deque
from dataclasses import dataclass, field
from typing import Any, Literal

from bot.simulator.errors import ApiError, too_many_requests

Absence = Literal["refused", "502"]


@dataclass
class Refusal:
    """The next `times` calls of `method` ("*": any) are answered with this error; `chat_id` narrows it down."""

    method: str
    error: ApiError
    times: int
    chat_id: int | None = None


@dataclass
class Hold:
    """The next `times` calls of `method` take effect but get no answer.

    `keep_open`: the connection stays open until the client hangs up or `World.release_held` lets the
    answers go; else it is dropped at once.
    """

    method: str
    times: int
    keep_open: bool


@dataclass
class RateLimit:
    """Telegram's limits on messages, as token buckets over real time; a call beyond them gets a 429.

    `burst` is how many messages a quiet chat takes at once before `per_chat` (messages a second) counts.
    """

    overall: float = 30.0
    per_chat: float = 1.0
    burst: int = 4
    group_per_minute: int = 20
    _buckets: dict[str, tuple[float, float]] = field(default_factory=dict)

    def spend(self, chat_id: int) -> None:
        """Take one message for `chat_id`; raises the 429 with its retry_after where there is none left."""
        now = time.monotonic()
        limits = [("all", self.overall, self.overall), (f"chat {chat_id}", self.per_chat, float(self.burst))]
        if chat_id < 0:
            limits.append((f"group {chat_id}", self.group_per_minute / 60, float(self.group_per_minute)))
        left = {}
        for name, rate, capacity in limits:
            tokens, since = self._buckets.get(name, (capacity, now))
            tokens = min(capacity, tokens + (now - since) * rate)
            if tokens < 1:
                raise too_many_requests(max(1, math.ceil((1 - tokens) / rate)))
            left[name] = (tokens - 1, now)
        self._buckets.update(left)


class Faults:
    """The faults that are ordered at the moment."""

    def __init__(self) -> None:
        self.refusals: deque[Refusal] = deque()
        self.holds: deque[Hold] = deque()
        self.away: Absence | None = None

    def refusal(self, method: str, chat_id: int | None) -> ApiError | None:
        """The error ordered for this call, counted down."""
        for refusal in self.refusals:
            if refusal.method.lower() in ("*", method.lower()) and refusal.chat_id in (None, chat_id):
                refusal.times -= 1
                if refusal.times <= 0:
                    self.refusals.remove(refusal)
                return refusal.error
        return None

    def hold(self, method: str) -> Hold | None:
        """The silence ordered for this call, counted down."""
        for hold in self.holds:
            if hold.method.lower() in ("*", method.lower()):
                hold.times -= 1
                if hold.times <= 0:
                    self.holds.remove(hold)
                return hold
        return None


@dataclass(frozen=True)
class Call:
    """One call that the bot made: when by the world's clock (Unix seconds), what, and how it was answered.

    `status` is the HTTP status of the answer; 0 where the call took effect but the answer was withheld.
    """

    at: float
    method: str
    arguments: dict[str, Any]
    status: int
    answer: Any
