"""One filled database, and turns and readings on it as the bot does them."""

import json
import random
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import partial
from itertools import islice

from bot.app import Surroundings
from bot.bench.fill import WORKSPACE, fill
from bot.bench.rows import timed
from bot.parts import make_parts
from bot.running.runner import TurnHandler
from bot.settings import load_settings
from bot.sweeps.reminders import make_reminders
from crm.access import Access, Role, Visibility
from crm.ids import IdMaker
from crm.models import FollowUp, Source
from crm.store import inbox, outbox
from crm.store.database import Database
from crm.store.inbox import NewEntry
from crm.store.migrate import upgrade_once
from crm.store.sent import Sent, mark_sent
from crm.store.work import Session

DUE_MEMBERS, DUE_EACH = 9, 5
_NOW = datetime.now(UTC).replace(microsecond=0)
_TOKEN = "7000000001:simulated-token-that-opens-nothing"
_BOT_ID = 7000000001


class Bench:
    """Made and filled at once."""

    def __init__(self, url: str, leads: int) -> None:
        filled = Database(url)
        upgrade_once(filled)
        self._numbers = fill(filled, leads, _NOW)
        filled.close()
        self._database = Database(url)
        self._ids = IdMaker(1, lambda: _NOW)
        self._random = random.Random(1)
        self._sent = 0
        settings = load_settings(telegram_bot_token=_TOKEN, database_url=url, handslag_backup_count=0)
        around = Surroundings(settings, self._database, self._ids, lambda: _NOW, _BOT_ID, "bench_bot")
        self._handler: TurnHandler = make_parts(around).handler
        self._reminders = make_reminders(_BOT_ID, self._ids)

    def close(self) -> None:
        self._database.close()

    @property
    def now(self) -> datetime:
        return _NOW

    @property
    def long_account(self) -> int:
        """The id of the account with many entries."""
        return self._numbers.id(next(self._numbers.deals_of(2)), 1)

    def some_member(self) -> int:
        return self._random.randint(1, self._numbers.members)

    def reads(self, work: "Read", *, everybody: bool = False) -> float:
        """Seconds for reading something on behalf of some member; everybody: a manager."""
        role = Role.MANAGER if everybody else Role.REP
        access = Access(WORKSPACE, self.some_member(), role, Visibility.PRIVATE)
        return timed(partial(self._read, work, access))

    def _read(self, work: "Read", access: Access) -> None:
        with self._database.read() as session:
            work(self, session, access)

    def turn(self, text: str, member: int | None = None) -> float:
        """Seconds for a message of a member; None: of some member."""
        member = member or self.some_member()
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
            sent = [Sent(message, self._sent) for message in waiting]
            mark_sent(session, _BOT_ID, sent, _NOW)

    def sweep(self) -> float:
        """Seconds for one, after some follow-ups have become due."""
        with self._database.begin() as session:
            for number in self._some_follow_ups():
                follow_up = session.get_one(FollowUp, (WORKSPACE, number))
                follow_up.due_at, follow_up.rung_at = _NOW, None
        return timed(self._ring)

    def _some_follow_ups(self) -> Iterator[int]:
        """Some of a few members each."""
        for member in self._random.sample(range(2, self._numbers.members + 1), DUE_MEMBERS):
            yield from islice(self._numbers.follow_ups_of(member), DUE_EACH)

    def _ring(self) -> None:
        with self._database.begin() as session:
            self._reminders(session, _NOW)


Read = Callable[[Bench, Session, Access], None]


def _message(number: int, member: int, text: str) -> dict[str, object]:
    user = {"id": member, "is_bot": False, "first_name": f"Member {member}", "language_code": "en"}
    chat = {"id": member, "type": "private", "first_name": f"Member {member}"}
    return {"message_id": number, "date": int(_NOW.timestamp()), "from": user, "chat": chat, "text": text}
