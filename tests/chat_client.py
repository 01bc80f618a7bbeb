"""A chat with the bot for conversation tests: real updates in, real turns on SQLite, the outbox taken as sent.

A tap on a button that is not there fails. Nothing here sleeps: the clock is the test's.
"""

import html
import json
import re
import tempfile
import textwrap
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from itertools import count
from pathlib import Path
from typing import Any

from bot.catalogue import text_of
from bot.registry import REGISTRY
from bot.running.entries import read_entry
from bot.running.jobs import Task
from bot.turn import TurnHandler
from crm.ids import IdMaker
from crm.models import Inbox, Job, OutboxKind, Source
from crm.store import inbox, outbox
from crm.store.database import Database
from crm.store.file_store import FileStore
from crm.store.jobs import fail_job, finish_job, next_jobs
from crm.store.sent import Sent, mark_sent
from tests.clock import Clock

BOT_ID = 1000


@dataclass
class Shown:
    """A message of the bot as it stands in the chat now. text: without markup. buttons: labels, row by row."""

    message_id: int
    body: dict[str, Any]
    edits: int = 0

    @property
    def html(self) -> str:
        return str(self.body["text"])

    @property
    def text(self) -> str:
        return html.unescape(re.sub(r"<[^>]+>", "", self.html))

    @property
    def lines(self) -> list[str]:
        return self.text.split("\n")

    @property
    def buttons(self) -> list[str]:
        return [b["text"] for row in self.keyboard for b in row]

    @property
    def keyboard(self) -> list[list[dict[str, str]]]:
        rows: list[list[dict[str, str]]] = self.body.get("reply_markup", {}).get("inline_keyboard", [])
        return rows

    @property
    def quotes(self) -> int | None:
        parameters = self.body.get("reply_parameters")
        return int(parameters["message_id"]) if parameters else None

    def data_of(self, label: str) -> str:
        for row in self.keyboard:
            for button in row:
                if button["text"] == label:
                    return button["callback_data"]
        raise AssertionError(f"no button {label!r} in {self.buttons}")


def on_a_phone(shown: Shown, width: int = 40) -> int:
    """How many lines it takes where so many characters fit on one."""
    return sum(len(textwrap.wrap(line, width)) or 1 for line in shown.lines)


@dataclass
class Office:
    """One bot, its database, and everybody's chats."""

    database: Database
    clock: Clock
    owners: frozenset[int] = frozenset()
    stores_files: bool = False
    chats: dict[int, dict[int, Shown]] = field(default_factory=dict)
    toasts: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._processes = count(1)
        self._updates = count(1)
        self._messages = count(1)
        self.restart()

    def restart(self) -> None:
        """The process ends and starts anew: only what is in the database is still known."""
        self.ids = IdMaker(node=next(self._processes), clock=self.clock)
        self.handler = TurnHandler(
            read=read_entry,
            clock=self.clock,
            ids=self.ids,
            owners=self.owners,
            bot_username="handslag_bot",
            stores_files=self.stores_files,
        )

    def next_message_id(self) -> int:
        return next(self._messages)

    def take(self, update: dict[str, Any], lane: str) -> None:
        """Receives one update, runs its turn, and takes everything in the outbox as sent."""
        number = next(self._updates)
        with self.database.begin() as session:
            entry = inbox.NewEntry(str(number), lane, json.dumps({"update_id": number, **update}))
            stored = inbox.receive(session, BOT_ID, Source.TELEGRAM, [entry], self.clock(), self.ids)
        self.run(stored[0].id)

    def run(self, entry_id: int) -> None:
        with self.database.begin() as session:
            row = session.get_one(Inbox, entry_id)
            answers = self.handler.handle(session, row)
            inbox.mark_handled(session, [entry_id], self.clock())
        self.toasts.extend(answer.text for answer in answers if answer.text)
        self.send()

    def passes(self, seconds: float) -> None:
        """Time goes by, and what was to be done by then is done."""
        self.clock.move(seconds=seconds)
        while due := self._due():
            for entry_id in due:
                self.run(entry_id)

    def _due(self) -> list[int]:
        with self.database.begin() as session:
            entries = inbox.open_entries(session, BOT_ID)
        return [entry.id for entry in entries if entry.due_at is None or entry.due_at <= self.clock()]

    def does_jobs(self, files: Mapping[str, bytes] | None = None, store: FileStore | None = None) -> None:
        """What was asked for is done, and its outcome received. files: what Telegram has, by file id."""
        while True:
            with self.database.begin() as session:
                found = next_jobs(session, BOT_ID, self.clock(), busy=(), limit=10)
                session.expunge_all()
            if not found:
                return
            for job in found:
                self._does(job, files or {}, store)

    def _does(self, job: Job, files: Mapping[str, bytes], store: FileStore | None) -> None:
        with tempfile.TemporaryDirectory() as folder:
            file = Path(folder) / "file" if job.file_id is not None else None
            if file is not None and job.file_id in files:
                file.write_bytes(files[job.file_id])
            task = Task(
                job.id,
                job.workspace_id,
                job.asked,
                file,
                self.database,
                self._commits,
                self.ids,
                self.clock,
                store,
            )
            gone = job.file_id is not None and job.file_id not in files
            result = {} if gone else REGISTRY.jobs[job.what](task)
        with self.database.begin() as session:
            if gone:
                received = fail_job(session, job.id, "gone", self.clock(), self.ids, hopeless="gone")
            else:
                received = finish_job(session, job.id, result, self.clock(), self.ids)
        for entry in received:
            self.run(entry.id)

    def _commits(self, work: Callable[[Any], Any]) -> Any:
        with self.database.begin() as session:
            return work(session)

    def send(self) -> None:
        """What the sender does, without a network: numbers for new messages, edits in place, sent marks."""
        while True:
            with self.database.begin() as session:
                batch = [m for chat in outbox.next_batch(session, BOT_ID) for m in chat]
                for message in batch:
                    number = self._show(session, message)
                    mark_sent(session, BOT_ID, [Sent(message, number)], self.clock())
            if not batch:
                return

    def _show(self, session: Any, message: outbox.Message) -> int:
        chat = self.chats.setdefault(message.chat_id, {})
        if message.kind is OutboxKind.EDIT:
            number = message.body.get("message_id") or outbox.message_of(session, message.target_id or 0)
            assert number in chat, "an edit of a message that is not there"
            shown = chat[number]
            shown.body, shown.edits = dict(message.body), shown.edits + 1
            return int(number)
        number = self.next_message_id()
        body = dict(message.body)
        body.setdefault("text", "")
        chat[number] = Shown(number, body)
        return number


@dataclass
class Chat:
    """One person's private chat with the bot. my_last_id: the message id of what they sent last."""

    office: Office
    user_id: int
    name: str = "Eva"
    language: str = "en"
    my_last_id: int = 0

    def says(
        self,
        text: str,
        *,
        reply_to: int | None = None,
        at: datetime | None = None,
        message_id: int | None = None,
    ) -> list[Shown]:
        """Sends a text; returns the bot's new messages. at: when it was written, if not now."""
        message = self._message(at, message_id) | {"text": text}
        if reply_to is not None:
            message["reply_to_message"] = {"message_id": reply_to, "date": 1, "chat": message["chat"]}
        return self._sends({"message": message})

    def edits(self, message_id: int, text: str) -> list[Shown]:
        message = self._message(None, message_id) | {
            "text": text,
            "edit_date": int(self.office.clock().timestamp()),
        }
        return self._sends({"edited_message": message})

    def sends(self, **parts: Any) -> list[Shown]:
        """Anything else that a message can hold: sends(sticker={...})."""
        return self._sends({"message": self._message(None, None) | parts})

    def taps(self, label: str, on: Shown | None = None) -> list[Shown]:
        """Taps a button by its label, on the last message by default."""
        shown = on or self.last
        return self.taps_data(shown.data_of(label), shown)

    def taps_data(self, data: str, on: Shown | None = None) -> list[Shown]:
        """Taps with any data: also forged or old."""
        shown = on or self.last
        chat = {"id": self.user_id, "type": "private"}
        query = {
            "id": str(self.office.next_message_id()),
            "from": self._user(),
            "chat_instance": "1",
            "data": data,
            "message": {
                "message_id": shown.message_id,
                "date": 1,
                "chat": chat,
                "text": "…",
                "reply_markup": {"inline_keyboard": shown.keyboard},
            },
        }
        return self._sends({"callback_query": query})

    @property
    def messages(self) -> list[Shown]:
        return list(self.office.chats.get(self.user_id, {}).values())

    @property
    def last(self) -> Shown:
        """The message that was sent last."""
        return self.messages[-1]

    def asks(self, key: str, **args: Any) -> bool:
        """Whether the bot's last message asks this question of the catalogue."""
        return text_of(self.language, key, args) in self.last.text

    def is_told(self, key: str, **args: Any) -> bool:
        """Whether the last toast, which a tap brought, says this of the catalogue."""
        return self.office.toasts[-1:] == [text_of(self.language, key, args)]

    def _sends(self, update: dict[str, Any]) -> list[Shown]:
        before = {shown.message_id for shown in self.messages}
        self.office.take(update, f"c{self.user_id}")
        return [shown for shown in self.messages if shown.message_id not in before]

    def _message(self, at: datetime | None, message_id: int | None) -> dict[str, Any]:
        self.my_last_id = message_id or self.office.next_message_id()
        written = at or self.office.clock()
        return {
            "message_id": self.my_last_id,
            "date": int(written.timestamp()),
            "chat": {"id": self.user_id, "type": "private", "first_name": self.name},
            "from": self._user(),
        }

    def _user(self) -> dict[str, Any]:
        return {"id": self.user_id, "is_bot": False, "first_name": self.name, "language_code": self.language}
