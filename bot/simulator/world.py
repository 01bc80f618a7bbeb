"""The world of the simulated Telegram: its people, chats, messages, updates, clock and faults.

Everything is plain state behind one lock; tests steer it from their thread while the server answers from its own.
"""

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from threading import Condition, Timer
from typing import Any, TypeVar

from bot.simulator.chats import Chat
from bot.simulator.errors import ApiError
from bot.simulator.faults import Absence, Call, Faults, Hold, RateLimit, Refusal
from bot.simulator.files import FileStore
from bot.simulator.groups import Group
from bot.simulator.message import Message
from bot.simulator.people import Person, Tap
from bot.simulator.profile import Profile
from bot.simulator.updates import UpdateQueue
from bot.simulator.webhook import Webhook

Json = dict[str, Any]
Result = TypeVar("Result")

TOKEN = "7000000001:simulated-token-that-opens-nothing"


class World:
    """One bot and everybody it can meet. `now` gives Unix seconds; the clock is that plus what was skipped."""

    def __init__(
        self,
        *,
        token: str = TOKEN,
        username: str = "handslag_demo_bot",
        first_update_id: int = 100_000_001,
        now: Callable[[], float] = time.time,
    ) -> None:
        self.token = token
        self.bot: Json = {
            "id": int(token.partition(":")[0]),
            "is_bot": True,
            "first_name": "Handslag",
            "username": username,
        }
        self.people: dict[int, Person] = {}
        self.groups: dict[int, Group] = {}
        self.chats: dict[int, Chat] = {}
        self.updates = UpdateQueue(first_update_id)
        self.webhook: Webhook | None = None
        self.webhook_retry_seconds = 1.0
        self.files = FileStore()
        self.profile = Profile()
        self.taps: dict[str, Tap] = {}
        self.tap_lifetime = 15 * 60.0
        self.reads_all_group_messages = False
        self.rate_limit: RateLimit | None = None
        self.log: deque[Call] = deque(maxlen=100_000)
        self.held = 0
        self.polls = 0
        self.faults = Faults()
        self._now = now
        self._skipped = 0.0
        self._released = 0
        self._condition = Condition()
        self._listeners: set[Callable[[], None]] = set()
        self._on_skip: list[Callable[[float], None]] = []
        self._told_of_absence: list[Callable[[Absence | None], None]] = []
        self._return: Timer | None = None
        self._last_message_id = 0

    # -- time

    def clock(self) -> datetime:
        """The time of this world, aware, in UTC."""
        return datetime.fromtimestamp(self.timestamp(), UTC)

    def timestamp(self) -> float:
        """The time of this world in Unix seconds."""
        return self._now() + self._skipped

    def skip(self, seconds: float) -> None:
        """Move the clock ahead and tell everybody who registered with `on_skip`."""
        with self.changing():
            self._skipped += seconds
        for callback in tuple(self._on_skip):
            callback(seconds)

    def on_skip(self, callback: Callable[[float], None]) -> None:
        """Call `callback(seconds)` after each skip, in the thread that skipped."""
        self._on_skip.append(callback)

    # -- watching

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Hold the lock for a change; who waits or listens is woken afterwards."""
        with self._condition:
            yield
            self._condition.notify_all()
        for wake in tuple(self._listeners):
            wake()

    def wait_for(self, predicate: Callable[[], Result], timeout: float = 10.0) -> Result:
        """Block until `predicate` (looked at after every change, under the lock) is true; its value.

        Raises TimeoutError after `timeout` seconds, naming the calls that the bot made last. Not for the
        thread whose event loop runs the bot: there, `await asyncio.to_thread(world.wait_for, …)`.
        """
        with self._condition:
            result = self._condition.wait_for(predicate, timeout)
            if not result:
                last = [f"{call.method} {call.status}" for call in tuple(self.log)[-8:]]
                raise TimeoutError(f"did not happen within {timeout} s; the bot's last calls: {last}")
            return result

    @contextmanager
    def listening(self, wake: Callable[[], None]) -> Iterator[None]:
        """Call `wake` after each change, from whichever thread made it."""
        self._listeners.add(wake)
        try:
            yield
        finally:
            self._listeners.discard(wake)

    # -- people, chats, messages

    def add_user(
        self,
        name: str,
        language_code: str = "en",
        username: str | None = None,
        *,
        user_id: int | None = None,
        started: bool = True,
        note: str = "",
    ) -> Person:
        """A new person; `started=False`: one whom the bot cannot write to before they write.

        `note` says on the chat page who they are.
        """
        with self.changing():
            first, _, last = name.partition(" ")
            payload: Json = {
                "id": user_id or 5_000_000_001 + len(self.people),
                "is_bot": False,
                "first_name": first,
            }
            payload |= {"last_name": last} if last else {}
            payload |= {"username": username} if username else {}
            person = Person(self, {**payload, "language_code": language_code}, note)
            self.people[person.id] = person
            private: Json = {key: value for key, value in payload.items() if key != "is_bot"}
            self.chats[person.id] = Chat(private | {"type": "private"}, started=started)
        return person

    def add_group(self, title: str, members: Iterable[Person] = (), *, supergroup: bool = False) -> Group:
        """A group with the bot in it; see `Group` for what can become of it."""
        return Group.found(self, title, list(members), supergroup)

    def chat(self, chat_id: int) -> Chat:
        """The chat with this id; LookupError where there is none."""
        if chat_id not in self.chats:
            raise LookupError(f"no chat {chat_id}")
        return self.chats[chat_id]

    def messages(self, chat_id: int) -> list[Message]:
        """The messages of a chat that were not deleted, oldest first."""
        return self.chat(chat_id).shown()

    def post(self, chat: Chat, sender: Json | None, content: Json, date: float | None = None) -> Message:
        """Put a message into a chat; the caller holds the lock and tells the bot of it."""
        if chat.kind == "supergroup":
            number = max(chat.messages, default=0) + 1
        else:
            number = self._last_message_id = self._last_message_id + 1
        head: Json = {"message_id": number, **({"from": sender} if sender else {}), "chat": chat.payload}
        message = Message({**head, "date": int(self.timestamp() if date is None else date), **content})
        chat.messages[number] = message
        return message

    def push_raw(self, update: Json) -> int:
        """Queue any JSON object as an update, of a kind that the bot asked for or not; its update_id."""
        with self.changing():
            return self.updates.add_raw(update)

    # -- faults

    def calls(self, method: str) -> list[Call]:
        """The logged calls of one method, oldest first."""
        return [call for call in tuple(self.log) if call.method.lower() == method.lower()]

    def fail_next(
        self,
        method: str,
        status: int,
        description: str,
        parameters: Json | None = None,
        times: int = 1,
        chat_id: int | None = None,
    ) -> None:
        """Answer the next `times` calls of `method` ("*": any) with this error; they have no effect."""
        with self.changing():
            error = ApiError(status, description, parameters or {})
            self.faults.refusals.append(Refusal(method, error, times, chat_id))

    def hang_after_accept(
        self, method: str = "sendMessage", times: int = 1, *, keep_open: bool = False
    ) -> None:
        """Let the next `times` calls take effect, but drop the connection before answering.

        With `keep_open` the answer is held back (`held` counts them) until `release_held` or the client hangs up.
        """
        with self.changing():
            self.faults.holds.append(Hold(method, times, keep_open))

    def release_held(self) -> None:
        """Send the answers that are held back."""
        with self.changing():
            self._released += 1

    @property
    def releases(self) -> int:
        """How often `release_held` was called."""
        return self._released

    def go_away(self, seconds: float | None = None, how: Absence = "refused") -> None:
        """Be unreachable, for `seconds` of real time or until `come_back`: connections refused, or a 502."""
        self._set_away(how)
        if seconds is not None:
            self._return = Timer(seconds, self._set_away, (None,))
            self._return.daemon = True
            self._return.start()

    def come_back(self) -> None:
        """End `go_away`."""
        self._set_away(None)

    def _set_away(self, how: Absence | None) -> None:
        if self._return:
            self._return.cancel()
        if how is None:  # it is back when its door is open again, not before
            self._tell_of_absence(how)
        with self.changing():
            self.faults.away = how
        if how is not None:
            self._tell_of_absence(how)

    def _tell_of_absence(self, how: Absence | None) -> None:
        for tell in tuple(self._told_of_absence):
            tell(how)

    @contextmanager
    def absence_told_to(self, tell: Callable[[Absence | None], None]) -> Iterator[None]:
        """Call `tell` with how the world goes away, and with None when it comes back."""
        self._told_of_absence.append(tell)
        try:
            yield
        finally:
            self._told_of_absence.remove(tell)
