"""Two phones at the same moment, on PostgreSQL: one account, one move to a stage, and a clear answer to the second."""

import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.orm.exc import StaleDataError

from bot.callback import encode
from bot.catalogue import text_of
from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Account, Activity, Inbox, Lead, Opportunity
from crm.store.database import Database
from crm.store.stages import stages_of
from tests.chat_client import Chat, Office
from tests.clock import Clock
from tests.conversation_fixtures import EVA, MANAGER
from tests.factories import add_member, add_workspace

pytestmark = pytest.mark.postgres

KLAUS = "Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de"
MIA = "Mia Kurz, Bosch Rexroth, mia@boschrexroth.de"
_PATIENCE = 20
"""Seconds until a turn that should be waiting for another is taken for lost."""


class TwoPhones(Office):
    """Turns that are held open before their commit, so that another can meet them in the middle."""

    def receives(self, chat: Chat, update: dict) -> int:  # type: ignore[type-arg]
        """The inbox entry, not yet handled."""
        entries: list[int] = []
        self.run = entries.append  # type: ignore[method-assign]
        self.take(update, f"c{chat.user_id}")
        del self.run  # type: ignore[attr-defined]
        return entries[0]

    def run(self, entry_id: int) -> None:
        """As the runner does it: a turn that met another's change is done again."""
        try:
            super().run(entry_id)
        except StaleDataError:
            super().run(entry_id)

    def at_once(self, first: int, second: int) -> None:
        """The second turn starts while the first is done but not committed, and goes on when it is."""
        with ThreadPoolExecutor(1) as other_phone:
            with self.database.begin() as session:
                self.handler.handle(session, session.get_one(Inbox, first))
                session.flush()
                done = other_phone.submit(self.run, second)
                self._until_it_waits(done)
            done.result(timeout=_PATIENCE)
        self.send()

    def _until_it_waits(self, done: Future[None]) -> None:
        waiting = text(
            "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'"
        )
        tick = threading.Event()
        for _ in range(_PATIENCE * 20):
            assert not done.done(), f"the second did not wait: {done.exception()}"
            with self.database.begin() as session:
                if session.scalar(waiting):
                    return
            tick.wait(0.05)
        raise AssertionError("the second turn never waited for the first")


@pytest.fixture
def phones(postgres_database: Database, clock: Clock) -> Iterator[tuple[TwoPhones, Chat, Chat]]:
    with postgres_database.begin() as session:
        workspace = add_workspace(session, zone="Europe/Amsterdam", set_up_at=clock())
        add_member(session, workspace, user_id=EVA, chat_id=EVA, name="Eva")
        add_member(session, workspace, user_id=MANAGER, chat_id=MANAGER, name="Mia", role=Role.MANAGER)
    office = TwoPhones(postgres_database, clock)
    yield office, Chat(office, EVA, "Eva"), Chat(office, MANAGER, "Mia")


def count(database: Database, kind: type, *where: object) -> int:
    with database.begin() as session:
        return session.scalar(select(func.count()).select_from(kind).where(*where)) or 0  # type: ignore[arg-type]


def says(chat: Chat, words: str) -> dict:  # type: ignore[type-arg]
    return {"message": chat._message(None, None) | {"text": words}}


def taps(chat: Chat, data: str) -> dict:  # type: ignore[type-arg]
    at = {"message_id": chat.last.message_id, "date": 1, "chat": {"id": chat.user_id, "type": "private"}}
    query = {"id": str(chat.office.next_message_id()), "from": chat._user(), "chat_instance": "1"}
    return {"callback_query": query | {"data": data, "message": at | {"text": "…"}}}


def test_of_two_moves_of_one_opportunity_the_first_holds_and_the_second_is_told(
    phones: tuple[TwoPhones, Chat, Chat],
) -> None:
    office, eva, mia = phones
    eva.says(KLAUS)
    eva.says("/quote 12.4k")
    mia.says("/find Klaus")
    with office.database.begin() as session:
        deal = session.scalars(select(Opportunity)).one()
        stage_ids = {stage.standard: stage.id for stage in stages_of(session, deal.workspace_id)}
    negotiation, verbal_yes = (
        encode("move", deal.id, deal.rev, to_base36(stage_ids[word]))
        for word in ("negotiation", "verbal-yes")
    )
    first = office.receives(eva, taps(eva, negotiation))
    second = office.receives(mia, taps(mia, verbal_yes))
    moves = count(office.database, Activity, Activity.kind == ActivityKind.STAGE)
    office.at_once(first, second)
    assert count(office.database, Opportunity, Opportunity.stage_id == stage_ids["negotiation"]) == 1
    assert count(office.database, Activity, Activity.kind == ActivityKind.STAGE) == moves + 1
    assert mia.last.text == text_of("en", "stale", {})


def test_one_lead_converted_twice_is_one_account(phones: tuple[TwoPhones, Chat, Chat]) -> None:
    office, eva, mia = phones
    eva.says(KLAUS)
    mia.says("/find Klaus")
    first = office.receives(eva, says(eva, "/convert"))
    second = office.receives(mia, says(mia, "/convert Klaus"))
    office.at_once(first, second)
    assert count(office.database, Account) == 1
    assert mia.last.text == "That lead has become an account: this is where it goes on."
    assert mia.last.buttons == ["Card"]


def test_two_quotes_for_one_lead_are_one_account_and_both_logged(
    phones: tuple[TwoPhones, Chat, Chat],
) -> None:
    office, eva, mia = phones
    eva.says(KLAUS)
    first = office.receives(eva, says(eva, "/quote 12.4k"))
    second = office.receives(mia, says(mia, "/quote Klaus 13k"))
    office.at_once(first, second)
    assert count(office.database, Account) == 1
    assert count(office.database, Activity, Activity.kind == ActivityKind.QUOTE) == 2
    assert count(office.database, Opportunity) == 1
    assert "Deal €13,000" in mia.last.text


def test_two_people_of_one_organisation_are_one_account_and_the_second_is_asked(
    phones: tuple[TwoPhones, Chat, Chat],
) -> None:
    office, eva, mia = phones
    eva.says(KLAUS)
    mia.says(MIA)
    first = office.receives(eva, says(eva, "/quote 12.4k"))
    second = office.receives(mia, says(mia, "/quote 13k"))
    office.at_once(first, second)
    assert count(office.database, Account) == 1
    assert "Use this account" in mia.last.buttons
    assert count(office.database, Lead, Lead.conversion_asked_at.is_not(None)) == 1
