"""Telegram's limits, kept on our side."""

from bot.settings import Limits
from bot.telegram.limits import Limiter

LIMITS = Limits(per_second=30, per_chat=1, burst=3, per_group_minute=20)


def taken(limiter: Limiter, chat_id: int, now: float, wanted: int) -> int:
    """How many of so many messages may go at that moment."""
    return sum(limiter.take(chat_id, now) == 0 for _ in range(wanted))


def test_a_quiet_chat_gets_a_short_burst_then_one_a_second() -> None:
    limiter = Limiter(LIMITS)
    assert taken(limiter, 1, 0.0, 10) == 3
    assert taken(limiter, 1, 1.0, 10) == 1
    assert taken(limiter, 1, 3.5, 10) == 2


def test_it_says_how_long_to_wait() -> None:
    limiter = Limiter(LIMITS)
    taken(limiter, 1, 0.0, 3)
    assert limiter.take(1, 0.25) == 0.75


def test_all_chats_together_get_thirty_a_second() -> None:
    limiter = Limiter(LIMITS)
    assert sum(taken(limiter, chat, 0.0, 1) for chat in range(100)) == 30
    assert sum(taken(limiter, chat, 0.5, 1) for chat in range(100, 200)) == 15
    assert limiter.wait_for_any(0.5) > 0
    assert limiter.wait_for_any(1.5) == 0


def test_a_group_gets_twenty_a_minute() -> None:
    limiter = Limiter(LIMITS)
    sent = sum(taken(limiter, -5, float(second), 1) for second in range(60))
    assert 20 <= sent <= 40
    later = sum(taken(limiter, -5, 60.0 + second, 1) for second in range(60))
    assert later == 20


def test_one_chats_wait_costs_the_others_nothing() -> None:
    limiter = Limiter(LIMITS)
    taken(limiter, 1, 0.0, 100)
    assert taken(limiter, 2, 0.0, 3) == 3


def test_without_limits_everything_goes() -> None:
    assert taken(Limiter(None), 1, 0.0, 1000) == 1000


def test_the_time_on_the_way_earns_a_chat_nothing() -> None:
    limiter = Limiter(LIMITS)
    taken(limiter, 1, 0.0, 3)
    limiter.answered(1, 0.75)
    assert limiter.take(1, 1.0) == 0.75
    assert limiter.take(1, 1.75) == 0
