"""Capture, agenda and sweep with a thousand leads and with a million, where each member has the same number."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import count
from pathlib import Path
from statistics import median

from bot.app import Surroundings
from bot.bench.fill import LEADS_A_FOLLOW_UP, WORKSPACE, fill
from bot.bench.messages import text_of
from bot.bench.rows import Row, milliseconds, timed
from bot.parts import make_parts
from bot.reminders import make_reminders
from bot.runner import TurnHandler
from bot.settings import load_settings
from crm.ids import IdMaker
from crm.models import FollowUp, Source
from crm.store import inbox, outbox
from crm.store.database import Database
from crm.store.inbox import NewEntry
from crm.store.migrate import upgrade_once

_NOW = datetime.now(UTC).replace(microsecond=0)
_TOKEN = "7000000001:simulated-token-that-opens-nothing"
_BOT_ID = 7000000001
_TURNS = 200
_SWEEPS = 20
_DUE_MEMBERS, _DUE_EACH = 9, 5
_UNKNOWN = 3_000_000
"""Numbers from here on are of people whom the filled database does not know."""


def measure(few: Path, many: Path, small: int, large: int) -> Iterator[Row]:
    """The two databases are made, with that many leads, and asked in turns. Medians of whole transactions, committed."""
    benches = Bench(f"sqlite:///{few}", small), Bench(f"sqlite:///{many}", large)
    texts = (text_of(_UNKNOWN + number) for number in count())
    steps: tuple[tuple[str, int, Callable[[Bench], float]], ...] = (
        ("capture", _TURNS, lambda bench: bench.turn(next(texts))),
        ("agenda", _TURNS, lambda bench: bench.turn("/agenda")),
        (f"sweep with {_DUE_MEMBERS * _DUE_EACH} follow-ups due", _SWEEPS, Bench.sweep),
    )
    for what, times, step in steps:
        taken = [[step(bench) for bench in benches] for _ in range(2 * times)][
            times:
        ]  # the first half warms up
        before, after = (median(column) for column in zip(*taken, strict=True))
        yield Row(
            f"{what}, {large:,} leads stored",
            milliseconds(after),
            f"{small:,} leads: {milliseconds(before)}",
            f"{after / before:.2f}",
            "1.5",
        )
    for bench in benches:
        bench.close()


class Bench:
    """One filled database, and turns on it as the runner does them."""

    def __init__(self, url: str, leads: int) -> None:
        filled = Database(url)
        upgrade_once(filled)
        self._members = fill(filled, leads, _NOW)
        filled.close()
        self._database = Database(url)
        self._leads = leads
        self._ids = IdMaker(1, lambda: _NOW)
        self._random = random.Random(1)
        self._sent = 0
        settings = load_settings(telegram_bot_token=_TOKEN, database_url=url, handslag_backup_count=0)
        around = Surroundings(settings, self._database, self._ids, lambda: _NOW, _BOT_ID, "bench_bot")
        self._handler: TurnHandler = make_parts(around).handler
        self._reminders = make_reminders(_BOT_ID, self._ids)

    def close(self) -> None:
        self._database.close()

    def turn(self, text: str) -> float:
        """Seconds for a message of some member."""
        member = self._random.randint(1, self._members)
        self._sent += 1
        update = {"update_id": self._sent, "message": _message(self._sent, member, text)}
        return timed(partial(self._receive_and_handle, member, update))

    def _receive_and_handle(self, member: int, update: dict[str, object]) -> None:
        entry = NewEntry(str(self._sent), f"c{member}", json.dumps(update))
        with self._database.begin() as session:
            (stored,) = inbox.receive(session, _BOT_ID, Source.TELEGRAM, [entry], _NOW, self._ids)
        with self._database.begin() as session:
            (row,) = inbox.read_open(session, [stored.id])
            self._handler.handle(session, row)
            inbox.mark_handled(session, [row.id], _NOW)

    def send(self) -> None:
        """What a sender does with the database: reads what waits, and marks it as sent."""
        with self._database.read() as session:
            waiting = [message for chat in outbox.next_batch(session, _BOT_ID) for message in chat]
        with self._database.begin() as session:
            sent = [outbox.Sent(message, self._sent) for message in waiting]
            outbox.mark_sent(session, _BOT_ID, sent, _NOW)

    def sweep(self) -> float:
        """Seconds for one, after some follow-ups have become due."""
        with self._database.begin() as session:
            for number in self._some_follow_ups():
                follow_up = session.get_one(FollowUp, (WORKSPACE, number))
                follow_up.due_at, follow_up.rung_at = _NOW, None
        return timed(self._ring)

    def _some_follow_ups(self) -> Iterator[int]:
        """Some of a few members each."""
        for member in self._random.sample(range(2, self._members + 1), _DUE_MEMBERS):
            for place in range(_DUE_EACH):
                yield place * LEADS_A_FOLLOW_UP * self._members + member - 1

    def _ring(self) -> None:
        with self._database.begin() as session:
            self._reminders(session, _NOW)


def _message(number: int, member: int, text: str) -> dict[str, object]:
    user = {"id": member, "is_bot": False, "first_name": f"Member {member}", "language_code": "en"}
    chat = {"id": member, "type": "private", "first_name": f"Member {member}"}
    return {"message_id": number, "date": int(_NOW.timestamp()), "from": user, "chat": chat, "text": text}
