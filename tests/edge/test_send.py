"""The sender, against the simulated Telegram: order, refusals, limits, and what Telegram does to chats."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from bot.settings import Limits
from bot.simulator.faults import RateLimit
from bot.simulator.running import Running
from bot.simulator.world import World
from crm.models import Chat, MessageLink, OutboxKind, OutboxState
from crm.store.database import Database
from tests.edge.conftest import PostOffice, going


def texts(world: World, chat_id: int) -> list[str]:
    return [message.text for message in world.messages(chat_id)]


async def test_a_chat_gets_its_messages_in_order(office: PostOffice, world: World) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    rows = [office.put(person.id, str(n)) for n in range(12) for person in (anna, ben)]
    await office.settled(*rows)
    assert texts(world, anna.id) == texts(world, ben.id) == [str(n) for n in range(12)]


async def test_the_sent_mark_has_telegrams_number_and_what_is_shown(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    (row,) = await office.settled(office.put(anna.id, links=[["lead", 5, 6]]))
    assert row.message_id == anna.messages[-1].id
    with office.database.read() as session:
        link = session.get_one(MessageLink, (office.bot_id, anna.id, row.message_id, 0))
    assert (link.entity, link.entity_id, link.turn_id) == ("lead", 5, 6)


async def test_a_message_goes_as_html_with_keyboard_quote_and_silence(
    office: PostOffice, world: World
) -> None:
    anna = world.add_user("Anna")
    said = anna.says("klaus")
    keyboard = {"inline_keyboard": [[{"text": "Edit", "callback_data": "v1:e:1:1:"}]]}
    body = {
        "text": "<b>Klaus</b> &amp; Co",
        "reply_markup": keyboard,
        "reply_parameters": {"message_id": said.id, "allow_sending_without_reply": True},
        "disable_notification": True,
    }
    await office.settled(office.put(anna.id, body=body))
    message = anna.messages[-1]
    assert (message.text, message.reply_to, message.silent) == ("Klaus & Co", said.id, True)
    assert message.labels == ["Edit"]


async def test_an_edit_changes_the_message_even_when_enqueued_before_it_was_sent(
    office: PostOffice, world: World
) -> None:
    anna = world.add_user("Anna")
    card = office.put(anna.id, "reading the card…")
    await office.settled(card, office.edit(anna.id, "Klaus Berger", card))
    assert texts(world, anna.id) == ["Klaus Berger"]


async def test_an_edit_that_changes_nothing_is_a_success(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    card = office.put(anna.id, "the same")
    await office.settled(card)
    await office.settled(office.edit(anna.id, "the same", card))


async def test_a_vanished_message_is_sent_anew_and_later_edits_go_there(
    office: PostOffice, world: World
) -> None:
    anna = world.add_user("Anna")
    card = office.put(anna.id, "card")
    await office.settled(card)
    with world.changing():
        world.chat(anna.id).messages.clear()
    await office.settled(office.edit(anna.id, "edited", card))
    await office.settled(office.edit(anna.id, "edited again", card))
    assert texts(world, anna.id) == ["edited again"]


async def test_a_deletion_deletes_and_one_of_a_vanished_message_is_a_success(
    office: PostOffice, world: World
) -> None:
    anna = world.add_user("Anna")
    card = office.put(anna.id, "card")
    await office.settled(card)
    for _ in range(2):
        await office.settled(office.put(anna.id, kind=OutboxKind.DELETE, target_id=card))
    assert texts(world, anna.id) == []


async def test_a_person_goes_as_a_telegram_contact(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    keyboard = {"inline_keyboard": [[{"text": "As a file", "callback_data": "v1:e:1:1:"}]]}
    contact = {
        "phone_number": "+49402345678",
        "first_name": "Klaus",
        "last_name": "Berger",
        "vcard": "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Klaus Berger\r\nEND:VCARD\r\n",
    }
    await office.settled(
        office.put(anna.id, body={"text": "…", "contact": contact, "reply_markup": keyboard})
    )
    message = anna.messages[-1]
    assert message.payload["contact"] == contact
    assert message.labels == ["As a file"]


async def test_a_document_is_uploaded_with_its_caption(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    body = {"text": "<b>Leads</b>", "document": {"name": "leads.csv", "content": "name\nKlaus\n"}}
    await office.settled(office.put(anna.id, kind=OutboxKind.DOCUMENT, body=body))
    payload = anna.messages[-1].payload
    assert payload["document"]["file_name"] == "leads.csv"
    assert payload["caption"] == "Leads"


async def test_broken_markup_is_sent_as_plain_text(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    await office.settled(office.put(anna.id, "<b>Klaus & <i>Co"))
    assert texts(world, anna.id) == ["Klaus & Co"]


async def test_a_text_too_long_is_cut_and_sent(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    await office.settled(office.put(anna.id, "🔥" * 5000))
    (text,) = texts(world, anna.id)
    assert text.endswith("…")
    assert len(text.encode("utf-16-le")) <= 2 * 4096


async def test_what_telegram_refuses_fails_and_the_rest_of_the_chat_goes_on(
    office: PostOffice, world: World
) -> None:
    anna = world.add_user("Anna")
    refused, accepted = office.put(anna.id, " "), office.put(anna.id, "fine")
    await office.settled(accepted)
    (row,) = await office.settled(refused, state=OutboxState.FAILED)
    assert row.error is not None and "empty" in row.error


async def test_an_unknown_chat_fails_and_is_not_tried_again(office: PostOffice, world: World) -> None:
    await office.settled(office.put(424242), state=OutboxState.FAILED)
    assert len(world.calls("sendMessage")) == 1


async def test_somebody_who_blocked_the_bot_is_marked_and_not_tried_again(
    office: PostOffice, world: World
) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    with office.database.begin() as session:
        session.add(Chat(bot_id=office.bot_id, chat_id=anna.id, type="private"))
    anna.blocks_bot()
    lost = [office.put(anna.id, str(n)) for n in range(3)]
    await office.settled(office.put(ben.id))
    await office.settled(*lost, state=OutboxState.FAILED)
    assert office.blocked == [anna.id]
    assert len([call for call in world.calls("sendMessage") if call.status == 403]) == 1
    with office.database.read() as session:
        assert session.get_one(Chat, (office.bot_id, anna.id)).blocked_at is not None


async def test_what_waits_for_a_group_reaches_its_supergroup(office: PostOffice, world: World) -> None:
    group = world.add_group("Sales", [world.add_user("Anna")])
    new = group.becomes_supergroup()
    rows = [office.put(group.id, str(n)) for n in range(3)]
    await office.settled(*rows)
    said = [message.text for message in world.messages(new.id) if message.from_bot]
    assert said == ["0", "1", "2"]
    with office.database.read() as session:
        assert session.get_one(Chat, (office.bot_id, group.id)).migrated_to == new.id


async def test_telegram_away_is_waited_for_and_nothing_is_lost(office: PostOffice, world: World) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    world.go_away(how="refused")
    rows = [office.put(person.id, str(n)) for n in range(3) for person in (anna, ben)]
    await asyncio.sleep(0.3)
    world.come_back()
    await office.settled(*rows)
    assert texts(world, anna.id) == texts(world, ben.id) == ["0", "1", "2"]


async def test_a_server_error_in_one_chat_does_not_keep_the_others(office: PostOffice, world: World) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    world.fail_next("sendMessage", 500, "Internal Server Error", times=1, chat_id=anna.id)
    first, second = office.put(anna.id, "to anna"), office.put(ben.id, "to ben")
    await office.settled(second)
    assert office.row(first).state is OutboxState.OPEN
    await office.settled(first)


async def test_a_429_makes_its_chat_wait_as_long_as_asked_and_no_other(
    office: PostOffice, world: World
) -> None:
    anna, ben = world.add_user("Anna"), world.add_user("Ben")
    wait = {"retry_after": 1}
    world.fail_next("sendMessage", 429, "Too Many Requests: retry after 1", wait, chat_id=anna.id)
    began = asyncio.get_running_loop().time()
    late = office.put(anna.id)
    await office.until(lambda: any(call.status == 429 for call in world.log))
    await office.settled(office.put(ben.id))
    assert asyncio.get_running_loop().time() - began < 0.9
    await office.settled(late)
    assert asyncio.get_running_loop().time() - began >= 1.0


async def test_429s_of_two_chats_within_a_second_stop_all(office: PostOffice, world: World) -> None:
    anna, ben, carl = (world.add_user(name) for name in ("Anna", "Ben", "Carl"))
    for person in (anna, ben):
        world.fail_next(
            "sendMessage", 429, "Too Many Requests: retry after 1", {"retry_after": 1}, chat_id=person.id
        )
    began = asyncio.get_running_loop().time()
    rows = [office.put(anna.id), office.put(ben.id)]
    await office.until(lambda: sum(call.status == 429 for call in world.log) == 2)
    rows.append(office.put(carl.id))
    await office.settled(*rows)
    assert asyncio.get_running_loop().time() - began >= 1.0
    assert [call.status for call in world.calls("sendMessage")].count(429) == 2


@pytest.fixture
async def careful(world: World, telegram: Running, sqlite_database: Database) -> AsyncIterator[PostOffice]:
    """With limits, tight ones so that the test is short."""
    limits = Limits(per_second=40, per_chat=10, burst=2, per_group_minute=600)
    made = PostOffice(world, telegram, sqlite_database, limits)
    async with going(made.sender.run):
        yield made
    await made.close()


async def test_with_limits_kept_telegram_never_says_429(careful: PostOffice, world: World) -> None:
    world.rate_limit = RateLimit(overall=42, per_chat=11, burst=2, group_per_minute=640)
    people = [world.add_user(f"P{n}") for n in range(10)]
    rows = [careful.put(person.id, str(n)) for n in range(6) for person in people]
    await careful.settled(*rows)
    assert {call.status for call in world.calls("sendMessage")} == {200}


async def test_replies_overtake_reminders_that_wait_for_the_limit(careful: PostOffice, world: World) -> None:
    people = [world.add_user(f"P{n}") for n in range(80)]
    late = world.add_user("Late")
    rows = [careful.put(person.id, "reminder", priority=1) for person in people]
    await careful.until(lambda: len(world.calls("sendMessage")) >= 20)
    reply = careful.put(late.id, "reply")
    await careful.settled(reply)
    assert sum(careful.row(row).state is OutboxState.OPEN for row in rows) > 10
    await careful.settled(*rows)


async def test_at_most_eight_are_on_their_way_at_a_time(office: PostOffice, world: World) -> None:
    people = [world.add_user(f"P{n}") for n in range(12)]
    world.hang_after_accept("sendMessage", times=12, keep_open=True)
    rows = [office.put(person.id) for person in people]
    await office.until(lambda: world.held == 8)
    await asyncio.sleep(0.1)
    assert world.held == 8
    while any(office.row(row).state is OutboxState.OPEN for row in rows):
        world.release_held()
        await asyncio.sleep(0.02)


async def test_edits_of_one_message_that_wait_are_sent_as_one(office: PostOffice, world: World) -> None:
    anna = world.add_user("Anna")
    card = office.put(anna.id, "card")
    await office.settled(card)
    world.hang_after_accept("sendMessage", times=1, keep_open=True)
    office.put(anna.id, "something before it")
    await office.until(lambda: world.held == 1)
    edits = [office.edit(anna.id, f"version {n}", card) for n in range(4)]
    world.release_held()
    await office.settled(edits[-1])
    assert len(world.calls("editMessageText")) == 1
    assert texts(world, anna.id)[0] == "version 3"
