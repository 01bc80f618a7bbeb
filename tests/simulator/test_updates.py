"""How the bot gets its updates: by polling, in order, until it confirms them."""

import asyncio

import pytest
import telegram
from telegram.error import Conflict

from bot.simulator.people import Person
from bot.simulator.running import Running
from bot.simulator.world import World


async def test_an_update_comes_again_until_an_offset_confirms_it(bot: telegram.Bot, rosa: Person) -> None:
    rosa.says("one")
    rosa.says("two")
    first = await bot.get_updates()
    assert [update.message.text for update in first] == ["one", "two"]
    assert await bot.get_updates() == first
    assert await bot.get_updates(offset=first[1].update_id) == first[1:]
    assert await bot.get_updates(offset=first[1].update_id + 1) == ()
    assert await bot.get_updates() == ()


async def test_a_limit_takes_the_oldest_and_a_negative_offset_keeps_the_newest(
    bot: telegram.Bot, rosa: Person
) -> None:
    for number in range(5):
        rosa.says(str(number))
    assert [update.message.text for update in await bot.get_updates(limit=2)] == ["0", "1"]
    assert [update.message.text for update in await bot.get_updates(offset=-2)] == ["3", "4"]
    assert [update.message.text for update in await bot.get_updates()] == ["3", "4"]


async def test_a_long_poll_is_answered_by_the_first_message(bot: telegram.Bot, rosa: Person) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(rosa.world.wait_for, lambda: rosa.world.polls == 1)
    rosa.says("there you are")
    assert [update.message.text for update in await polling] == ["there you are"]


async def test_a_second_poll_ends_the_first_with_409(
    bot: telegram.Bot, server: Running, rosa: Person
) -> None:
    first = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(rosa.world.wait_for, lambda: rosa.world.polls == 1)
    async with telegram.Bot(bot.token, base_url=server.base_url) as rival:
        second = asyncio.create_task(rival.get_updates(timeout=20))
        with pytest.raises(Conflict, match="terminated by other getUpdates request"):
            await first
        rosa.says("for the second")
        assert len(await second) == 1


async def test_a_poll_ends_with_its_client(bot: telegram.Bot, world: World) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=20))
    await asyncio.to_thread(world.wait_for, lambda: world.polls == 1)
    polling.cancel()
    await asyncio.to_thread(world.wait_for, lambda: world.polls == 0)


async def test_polling_is_refused_while_a_webhook_is_set(bot: telegram.Bot) -> None:
    await bot.set_webhook("http://127.0.0.1:9/hook")
    with pytest.raises(Conflict, match="webhook is active"):
        await bot.get_updates()
    await bot.delete_webhook()
    assert await bot.get_updates() == ()


async def test_kinds_that_were_not_asked_for_do_not_come(bot: telegram.Bot, rosa: Person) -> None:
    await bot.get_updates(allowed_updates=["message"])
    written = rosa.says("hello")
    rosa.edits(written, "hello again")
    rosa.blocks_bot()
    assert [update.message.text for update in await bot.get_updates()] == ["hello"]
    await bot.get_updates(offset=-1, allowed_updates=["my_chat_member"])
    rosa.unblocks_bot()
    assert (await bot.get_updates())[-1].my_chat_member.new_chat_member.status == "member"


async def test_update_ids_may_restart_lower_without_losing_anything(
    bot: telegram.Bot, world: World, rosa: Person
) -> None:
    rosa.says("before")
    (before,) = await bot.get_updates()
    assert await bot.get_updates(offset=before.update_id + 1) == ()
    world.updates.next_id = 7
    rosa.says("after")
    (after,) = await bot.get_updates(offset=before.update_id + 1)
    assert (after.update_id, after.message.text) == (7, "after")
    assert await bot.get_updates(offset=8) == ()


async def test_raw_updates_of_any_shape_can_be_pushed(world: World, bot: telegram.Bot) -> None:
    assert world.push_raw({"brand_new": {"kind": "unheard of"}}) == world.updates.next_id - 1
    assert world.push_raw({"update_id": 5, "message": "broken"}) == 5
    assert [update["update_id"] for update in world.updates][1] == 5
