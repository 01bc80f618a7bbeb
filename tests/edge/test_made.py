"""Documents that are made when they are sent: whole, packed where they are large, and not for who has left."""

from collections.abc import AsyncIterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from bot.documents.made_documents import Make, TooLargeError, maker
from bot.simulator.running import Running
from bot.simulator.world import World
from bot.telegram.api import TelegramApi
from bot.telegram.deliver import Outcome, Refused, deliver
from crm.access import Role
from crm.models import Member, OutboxKind
from crm.store.database import Database
from crm.store.outbox import Message
from crm.store.sent import Sent
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace


@pytest.fixture
async def api(world: World, telegram: Running) -> AsyncIterator[TelegramApi]:
    made = TelegramApi(world.token, telegram.url)
    yield made
    await made.close()


async def send(api: TelegramApi, chat_id: int, wanted: Mapping[str, Any], make: Make) -> Outcome:
    body = {"text": "<b>Leads</b>", "made": {"sorry": "too large", **wanted}, "disable_notification": True}
    message = Message(1, chat_id, 3, OutboxKind.DOCUMENT, 0, body, [], None)

    async def number_of(row: int) -> int | None:
        return None

    return await deliver(api, message, number_of, None, make)


def wanted(member: Member, form: str = "csv") -> dict[str, Any]:
    return {
        "what": "export",
        "workspace_id": member.workspace_id,
        "member_id": member.id,
        "sheet": "leads",
        "form": form,
        "name": f"leads.{form}",
    }


@pytest.fixture
def olga(sqlite_database: Database) -> Member:
    with sqlite_database.begin() as session:
        member = add_member(session, add_workspace(session), name="Olga", role=Role.OWNER)
        add_lead(session, member, "Jürgen 🔥")
    return member


async def test_it_arrives_as_a_file_with_its_words(
    world: World, api: TelegramApi, sqlite_database: Database, olga: Member
) -> None:
    chat = world.add_user("Olga")
    sent = await send(api, chat.id, wanted(olga), maker(sqlite_database))
    assert isinstance(sent, Sent)
    (message,) = chat.answers
    assert (message.payload["caption"], message.payload["document"]["file_name"]) == ("Leads", "leads.csv")
    content = world.files.by_id(message.payload["document"]["file_id"]).content.decode("utf-8-sig")
    assert "Jürgen 🔥" in content


async def test_its_name_arrives_as_it_is(
    world: World, api: TelegramApi, sqlite_database: Database, olga: Member
) -> None:
    chat = world.add_user("Olga")
    await send(api, chat.id, wanted(olga) | {"name": 'Jürgen "Max" Huber.csv'}, maker(sqlite_database))
    assert chat.answers[-1].payload["document"]["file_name"] == 'Jürgen "Max" Huber.csv'


async def test_who_has_left_is_sent_nothing(
    api: TelegramApi, sqlite_database: Database, olga: Member, world: World
) -> None:
    with sqlite_database.begin() as session:
        session.get_one(Member, (olga.workspace_id, olga.id)).removed_at = START
    outcome = await send(api, world.add_user("Olga").id, wanted(olga), maker(sqlite_database))
    assert isinstance(outcome, Refused)


async def test_what_is_too_large_even_packed_is_said(
    world: World, api: TelegramApi, sqlite_database: Database, olga: Member
) -> None:
    def too_large(what: Mapping[str, Any], folder: Path) -> Path | None:
        raise TooLargeError

    chat = world.add_user("Olga")
    assert isinstance(await send(api, chat.id, wanted(olga), too_large), Sent)
    assert chat.answers[-1].text == "too large"


def test_what_is_large_is_packed(sqlite_database: Database, olga: Member, tmp_path: Path) -> None:
    with sqlite_database.begin() as session:
        add_lead(session, session.get_one(Member, (olga.workspace_id, olga.id)), note="x" * 5000)
    made = maker(sqlite_database, largest=1000)(wanted(olga), tmp_path)
    assert made is not None
    assert made.name == "leads.csv.zip"
    with pytest.raises(TooLargeError):
        maker(sqlite_database, largest=10)(wanted(olga), tmp_path)
