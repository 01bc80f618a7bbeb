"""Attachments whose bytes are kept nowhere: fetched out of their mail from Telegram; told where that cannot be."""

from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

import pytest

from bot.chat import Reply
from bot.documents.attached import attached
from bot.documents.made_documents import maker
from bot.render import render
from bot.simulator.files import LARGEST_DOWNLOAD
from bot.simulator.running import Running
from bot.simulator.world import World
from bot.telegram.api import TelegramApi
from bot.telegram.deliver import Outcome, deliver
from crm.models import File, OutboxKind
from crm.store.database import Database
from crm.store.outbox import Message
from tests.clock import START
from tests.conversations.test_mail_file import eml
from tests.factories import add_lead, add_member, add_workspace, next_id

DIGEST = sha256(b"%PDF-1").hexdigest()


@pytest.fixture
async def api(world: World, telegram: Running) -> AsyncIterator[TelegramApi]:
    made = TelegramApi(world.token, telegram.url)
    yield made
    await made.close()


def files(database: Database, mail_id: str, digest: str = DIGEST) -> tuple[File, File]:
    """The attachment, and the mail that it came in."""
    with database.begin() as session:
        lead = add_lead(session, add_member(session, add_workspace(session), name="Eva"), "Klaus")
        common: dict[str, Any] = {
            "workspace_id": lead.workspace_id,
            "lead_id": lead.id,
            "member_id": lead.holder_id,
            "kind": "document",
            "bot_id": 1,
            "created_at": START,
        }
        pdf = File(id=next_id(), name="Zeichnung.pdf", sha256=digest, size=6, **common)
        mail = File(id=next_id(), name="Zeichnung.eml", file_id=mail_id, **common)
        session.add_all([pdf, mail])
    return pdf, mail


async def opened(api: TelegramApi, database: Database, chat_id: int, pdf: File, mail: File) -> Outcome:
    reply = Reply(("Klaus",), made=attached(pdf, mail, pdf.member_id))
    message = Message(1, chat_id, 3, OutboxKind.DOCUMENT, 0, render(reply, "en"), [], None)

    async def number_of(row: int) -> int | None:
        return None

    return await deliver(api, message, number_of, None, maker(database))


async def test_it_is_fetched_out_of_the_mail_and_sent_as_a_document(
    world: World, api: TelegramApi, sqlite_database: Database
) -> None:
    chat = world.add_user("Eva")
    mail_id = world.files.add(eml(), "Zeichnung.eml", None, "documents").file_id
    await opened(api, sqlite_database, chat.id, *files(sqlite_database, mail_id))
    (message,) = chat.answers
    document = message.payload["document"]
    assert (message.payload["caption"], document["file_name"]) == ("Klaus", "Zeichnung.pdf")
    assert world.files.by_id(document["file_id"]).content == b"%PDF-1"


@pytest.mark.parametrize("raw", [None, b"no mail any more", eml(attached=False)])
async def test_where_the_mail_or_the_attachment_is_gone_it_is_said(
    world: World, api: TelegramApi, sqlite_database: Database, raw: bytes | None
) -> None:
    chat = world.add_user("Eva")
    mail_id = world.files.add(raw, "x.eml", None, "documents").file_id if raw is not None else "lost"
    await opened(api, sqlite_database, chat.id, *files(sqlite_database, mail_id))
    assert [one.payload["text"] for one in chat.answers] == [
        "Telegram no longer has the mail that it came in. Its text stands on the timeline."
    ]


async def test_a_mail_of_more_than_bots_may_fetch_is_said(
    world: World, api: TelegramApi, sqlite_database: Database
) -> None:
    chat = world.add_user("Eva")
    mail_id = world.files.add(bytes(LARGEST_DOWNLOAD + 1), "x.eml", None, "documents").file_id
    await opened(api, sqlite_database, chat.id, *files(sqlite_database, mail_id))
    assert [one.payload["text"] for one in chat.answers] == [
        "Larger than 20 MB: it stays with Telegram, I can't read or copy it."
    ]
