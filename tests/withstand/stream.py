"""A stream of captures from many chats, and the check that none was lost, doubled or overtaken."""

import threading
from collections import Counter
from types import TracebackType

from sqlalchemy import select

from bot.simulator.people import Person
from bot.simulator.world import World
from crm.models import Inbox, InboxState, Lead, Reach
from crm.store.database import Database
from tests.factories import add_member, add_workspace

CHATS = 20


class Stream:
    """Everybody says "<their number> <counter>", one after the other, until the block ends."""

    def __init__(self, world: World, a_second: float = 80, chats: int = CHATS) -> None:
        self._world = world
        self._pause = 1 / a_second
        self.people = [world.add_user(f"Rep {number}") for number in range(chats)]
        self.said: dict[int, list[str]] = {person.id: [] for person in self.people}
        self.asked: dict[int, list[int]] = {}
        self._enough = threading.Event()
        self._thread = threading.Thread(target=self._flow, daemon=True)

    def __enter__(self) -> "Stream":
        self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()

    def stop(self) -> None:
        self._enough.set()
        self._thread.join()

    def _flow(self) -> None:
        turn = 0
        while not self._enough.wait(self._pause):
            self.one(self.people[turn % len(self.people)])
            turn += 1

    def one(self, person: Person) -> str:
        text = f"{person.id} {len(self.said[person.id])}"
        person.says(text)
        self.said[person.id].append(text)
        return text

    def _wait_while_it_answers(self, timeout: float) -> None:
        """Until everybody has the last answer. Raises TimeoutError where nobody gets one for so many seconds."""
        while True:
            before = self._answers()
            try:
                self._world.wait_for(lambda: all(map(self._has_last_answer, self.people)), timeout)
                return
            except TimeoutError:
                if self._answers() == before:
                    raise

    def _answers(self) -> int:
        return sum(len(person.answers) for person in self.people)

    def check(self, database: Database, timeout: float = 15) -> None:
        """Every lead exactly once, every reply at least once, order per chat kept, nothing parked, none left over."""
        self._wait_while_it_answers(timeout)
        with database.begin() as session:
            leads = Counter(session.scalars(select(Lead.note)))
            unfinished = session.scalars(select(Inbox.id).where(Inbox.state != InboxState.HANDLED)).all()
        assert leads == Counter(text for texts in self.said.values() for text in texts)
        assert unfinished == []
        for person in self.people:
            first_seen = list(dict.fromkeys(message.text for message in person.answers))
            assert first_seen == self.said[person.id]

    def _has_last_answer(self, person: Person) -> bool:
        said = self.said[person.id]
        return not said or said[-1] in [message.text for message in person.answers[-4:]]


class CaptureStream(Stream):
    """What salespeople say, for the real bot: each message has an e-mail address of its own."""

    def settle_in(self, database: Database) -> None:
        """Makes everybody a member of one workspace."""
        with database.begin() as session:
            workspace = add_workspace(session)
            for person in self.people:
                add_member(session, workspace, user_id=person.id, chat_id=person.id)

    def one(self, person: Person) -> str:
        number = len(self.said[person.id])
        address = f"m{number}@firm{person.id}.example"
        self.asked.setdefault(person.id, []).append(
            person.says(f"anna{number} vos{person.id} {address} wants a demo").id
        )
        self.said[person.id].append(address)
        return address

    def check(self, database: Database, timeout: float = 15) -> None:
        """Every e-mail address stored exactly once, every message answered, first answers in the order of asking."""
        self._wait_while_it_answers(timeout)
        with database.begin() as session:
            found = Counter(session.scalars(select(Reach.value)))
            unfinished = session.scalars(select(Inbox.id).where(Inbox.state != InboxState.HANDLED)).all()
        assert found == Counter(address for addresses in self.said.values() for address in addresses)
        assert unfinished == []
        for person in self.people:
            answered = list(dict.fromkeys(message.reply_to for message in person.answers))
            assert answered == self.asked.get(person.id, [])

    def _has_last_answer(self, person: Person) -> bool:
        asked = self.asked.get(person.id)
        return not asked or asked[-1] in [message.reply_to for message in person.answers[-4:]]
