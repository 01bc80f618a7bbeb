"""Files through the whole application and the simulated Telegram: fetched, read, kept in a folder, sent again."""

import asyncio
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import App, build, real_clock
from bot.callback import encode
from bot.parts import make_parts
from bot.settings import Settings, SettingsError
from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.running import Running
from bot.simulator.world import World
from crm.models import File, Inbox, InboxState, Source
from crm.store.database import Database
from tests.clock import Clock
from tests.conversations.test_mail_file import KLAUS, eml
from tests.edge.test_app import happens, living
from tests.factories import add_member, add_workspace
from tests.simulator.pictures import png
from tests.withstand.process import prepare

MakeApp = Callable[..., App]


@pytest.fixture
def make_app(world: World, telegram: Running, sqlite_database: Database) -> MakeApp:
    url = prepare(sqlite_database)

    def make(clock: Callable[[], datetime] = real_clock, **settings: Any) -> App:
        given = {
            "telegram_bot_token": world.token,
            "telegram_api_url": telegram.url,
            "database_url": url,
            "handslag_limits": False,
        }
        return build(Settings(_env_file=None, **(given | settings)), make_parts, clock)  # type: ignore[call-arg]

    return make


async def test_a_mail_and_a_photo_are_kept_and_sent_again(
    make_app: MakeApp, world: World, sqlite_database: Database, tmp_path: Path
) -> None:
    eva = _member(world, sqlite_database)
    folder = tmp_path / "files"
    async with living(make_app(handslag_files=f"folder:{folder}")):
        eva.says(KLAUS)
        await happens(world, lambda: len(eva.answers) == 1)
        eva.sends_photo(png(40, 30))
        await happens(world, lambda: len(eva.answers) == 2)
        eva.sends_document(eml(), "Zeichnung.eml", "message/rfc822")
        await happens(world, lambda: any("They mailed" in str(a.payload) for a in eva.answers))
        async with asyncio.timeout(10):
            while len(list(folder.glob("*/*"))) < 3:  # noqa: ASYNC110 (no event of ours tells of a file)
                await asyncio.sleep(0.02)
        with sqlite_database.begin() as session:
            stored = session.scalars(select(File).order_by(File.id)).all()
            ids = [file.id for file in stored]
            names = [file.name for file in stored]
        assert names == [None, "Zeichnung.eml", "Zeichnung.pdf"]
        card = eva.answers[-1]
        for number, file_id in enumerate(ids, start=1):
            eva.forges_tap(card, encode("file", file_id))
            await happens(world, lambda number=number: len(_files(eva)) == number)
        photo, mail, pdf = _files(eva)
        assert photo.payload["photo"][0]["file_id"] == eva.messages[2].payload["photo"][-1]["file_id"]
        assert mail.payload["document"]["file_name"] == "Zeichnung.eml"
        sent = world.files.by_id(pdf.payload["document"]["file_id"])
        assert (sent.name, sent.content) == ("Zeichnung.pdf", b"%PDF-1")


async def test_an_attachment_is_fetched_again_where_no_bytes_are_kept(
    make_app: MakeApp, world: World, sqlite_database: Database
) -> None:
    eva = _member(world, sqlite_database)
    async with living(make_app()):
        eva.says(KLAUS)
        await happens(world, lambda: len(eva.answers) == 1)
        eva.sends_document(eml(), "Zeichnung.eml", "message/rfc822")
        await happens(world, lambda: any("They mailed" in str(a.payload) for a in eva.answers))
        with sqlite_database.begin() as session:
            pdf = session.scalars(select(File.id).where(File.name == "Zeichnung.pdf")).one()
        eva.forges_tap(eva.answers[-1], encode("file", pdf))
        await happens(world, lambda: _files(eva))
        sent = world.files.by_id(_files(eva)[0].payload["document"]["file_id"])
        assert (sent.name, sent.content) == ("Zeichnung.pdf", b"%PDF-1")


async def test_an_album_is_one_message_though_the_process_ends_within_the_second(
    make_app: MakeApp, world: World, sqlite_database: Database
) -> None:
    eva = _member(world, sqlite_database)

    def handled(count: int) -> bool:
        with sqlite_database.begin() as session:
            entries = session.scalars(select(Inbox).where(Inbox.source == Source.TELEGRAM)).all()
        return len([one for one in entries if one.state is InboxState.HANDLED]) == count

    clock = Clock(real_clock())  # it stands still: the second of quiet does not pass by itself
    async with living(make_app(clock)):
        eva.sends_photo(png(40, 30), media_group_id="7")
        eva.sends_photo(png(41, 30), media_group_id="7", caption=KLAUS)
        await happens(world, lambda: handled(2))
    assert eva.answers == []
    eva.sends_photo(png(42, 30), media_group_id="7")
    async with living(make_app(clock)):
        await happens(world, lambda: handled(3))
        clock.move(seconds=2)
        await happens(world, lambda: eva.answers)
    assert len(eva.answers) == 1
    assert "3 files kept" in str(eva.answers[0].payload)


async def test_a_voice_message_is_sent_again_as_one(
    make_app: MakeApp, world: World, sqlite_database: Database
) -> None:
    eva = _member(world, sqlite_database)
    async with living(make_app()):
        eva.says(KLAUS)
        await happens(world, lambda: len(eva.answers) == 1)
        eva.sends_voice(b"OggS")
        await happens(world, lambda: len(eva.answers) == 2)
        with sqlite_database.begin() as session:
            file_id = session.scalars(select(File.id)).one()
        eva.forges_tap(eva.answers[-1], encode("file", file_id))
        await happens(world, lambda: "voice" in eva.answers[-1].payload)


@pytest.mark.parametrize("wrong", ["nowhere", "folder:", "s3://", "folder:/dev/null/x"])
async def test_a_wrong_setting_is_told_at_the_start(make_app: MakeApp, wrong: str) -> None:
    with pytest.raises(SettingsError, match="HANDSLAG_FILES"):
        make_app(handslag_files=wrong)


def _member(world: World, database: Database) -> Person:
    eva = world.add_user("Eva")
    with database.begin() as session:
        add_member(session, add_workspace(session), user_id=eva.id, chat_id=eva.id)
    return eva


def _files(person: Person) -> list[Message]:
    """What the bot sent that is a file."""
    return [m for m in person.answers if m.payload.keys() & {"photo", "document", "voice"}]
