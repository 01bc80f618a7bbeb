"""Telegram's limits on messages, kept on our side: in all, per chat with short bursts, per group and minute."""

from dataclasses import dataclass

from bot.settings import Limits

_IDLE_SECONDS = 120.0


@dataclass(slots=True)
class _Bucket:
    tokens: float
    at: float

    def fill(self, now: float, rate: float, capacity: float) -> None:
        self.tokens = min(capacity, self.tokens + (now - self.at) * rate)
        self.at = now


class Limiter:
    """Times are seconds of a clock that only goes forward (the event loop's)."""

    def __init__(self, limits: Limits | None) -> None:
        """None: no limits, for the bench."""
        self._limits = limits
        self._buckets: dict[str, _Bucket] = {}
        self._swept_at = 0.0

    def take(self, chat_id: int, now: float) -> float:
        """0: one message may go, and is counted. Else the seconds to wait before asking again."""
        if self._limits is None:
            return 0.0
        self._forget_idle(now)
        asked = self._rules(chat_id)
        wait = max(self._missing(key, rate, capacity, now) for key, rate, capacity in asked)
        if wait > 0:
            return wait
        for key, _, _ in asked:
            self._buckets[key].tokens -= 1
        return 0.0

    def answered(self, chat_id: int, now: float) -> None:
        """Telegram counts from when a message reached it: the time on the way earns the chat nothing."""
        if self._limits is None:
            return
        for key, _, _ in self._rules(chat_id)[1:]:
            if key in self._buckets:
                self._buckets[key].at = now

    def wait_for_any(self, now: float) -> float:
        """The seconds until any chat may get a message again; 0 where one may go now."""
        if self._limits is None:
            return 0.0
        return self._missing("all", self._limits.per_second, self._limits.per_second, now)

    def _rules(self, chat_id: int) -> list[tuple[str, float, float]]:
        assert self._limits is not None
        limits = self._limits
        rules = [
            ("all", limits.per_second, limits.per_second),
            (f"chat {chat_id}", limits.per_chat, float(limits.burst)),
        ]
        if chat_id < 0:
            rules.append((f"group {chat_id}", limits.per_group_minute / 60, limits.per_group_minute))
        return rules

    def _missing(self, key: str, rate: float, capacity: float, now: float) -> float:
        capacity = max(1.0, capacity)
        bucket = self._buckets.setdefault(key, _Bucket(capacity, now))
        bucket.fill(now, rate, capacity)
        return max(0.0, (1 - bucket.tokens) / rate)

    def _forget_idle(self, now: float) -> None:
        if now - self._swept_at > _IDLE_SECONDS:
            self._swept_at = now
            self._buckets = {k: b for k, b in self._buckets.items() if now - b.at < _IDLE_SECONDS}
