"""What goes wrong to order, as the bot's client library sees it."""

import asyncio

import pytest
import telegram
from telegram.error import BadRequest, NetworkError, RetryAfter

from bot.simulator.faults import RateLimit
from bot.simulator.people import Person
from bot.simulator.world import World


async def test_ordered_refusals_are_counted_and_have_no_effect(bot: telegram.Bot, rosa: Person) -> None:
    rosa.world.fail_next("sendMessage", 429, "Too Many Requests: retry after 7", {"retry_after": 7}, times=2)
    for _ in range(2):
        with pytest.raises(RetryAfter):
            await bot.send_message(rosa.id, "x")
    assert rosa.answers == []
    await bot.send_message(rosa.id, "x")
    assert [call.status for call in rosa.world.calls("sendMessage")] == [429, 429, 200]


async def test_a_refusal_can_be_meant_for_one_chat(bot: telegram.Bot, world: World, rosa: Person) -> None:
    other = world.add_user("Max")
    world.fail_next("*", 400, "Bad Request: no", chat_id=rosa.id)
    await bot.send_message(other.id, "x")
    with pytest.raises(BadRequest, match="No"):
        await bot.send_message(rosa.id, "x")


async def test_a_send_can_take_effect_without_an_answer(bot: telegram.Bot, rosa: Person) -> None:
    rosa.world.hang_after_accept()
    with pytest.raises(NetworkError):
        await bot.send_message(rosa.id, "arrived")
    assert [message.text for message in rosa.answers] == ["arrived"]
    assert rosa.world.calls("sendMessage")[0].status == 0
    await bot.send_message(rosa.id, "answered")


async def test_an_answer_can_be_held_back_and_released(bot: telegram.Bot, rosa: Person) -> None:
    world = rosa.world
    world.hang_after_accept(keep_open=True)
    sending = asyncio.create_task(bot.send_message(rosa.id, "x"))
    await asyncio.to_thread(world.wait_for, lambda: world.held == 1)
    assert rosa.answers[0].text == "x"
    assert not sending.done()
    world.release_held()
    assert (await sending).text == "x"
    assert world.held == 0


async def test_a_held_answer_ends_with_its_client(bot: telegram.Bot, rosa: Person) -> None:
    world = rosa.world
    world.hang_after_accept(keep_open=True)
    sending = asyncio.create_task(bot.send_message(rosa.id, "x"))
    await asyncio.to_thread(world.wait_for, lambda: world.held == 1)
    sending.cancel()
    await asyncio.to_thread(world.wait_for, lambda: world.held == 0)


@pytest.mark.parametrize("how", ["refused", "502"])
async def test_telegram_can_be_away_and_come_back(bot: telegram.Bot, rosa: Person, how: str) -> None:
    await asyncio.to_thread(rosa.world.go_away, None, how)  # type: ignore[arg-type]
    with pytest.raises(NetworkError):
        await bot.send_message(rosa.id, "x")
    assert rosa.answers == []
    rosa.world.come_back()
    await bot.send_message(rosa.id, "x")


async def test_telegram_comes_back_by_itself_after_the_given_time(bot: telegram.Bot, rosa: Person) -> None:
    await asyncio.to_thread(rosa.world.go_away, 0.05)
    await asyncio.to_thread(rosa.world.wait_for, lambda: rosa.world.faults.away is None)
    await bot.send_message(rosa.id, "x")


async def test_a_long_poll_is_cut_when_telegram_goes_away(bot: telegram.Bot, world: World) -> None:
    polling = asyncio.create_task(bot.get_updates(timeout=30))
    await asyncio.to_thread(world.wait_for, lambda: world.polls == 1)
    await asyncio.to_thread(world.go_away)
    with pytest.raises(NetworkError):
        await polling


async def test_the_limits_stop_a_flood_to_one_chat_and_not_to_another(
    bot: telegram.Bot, world: World, rosa: Person
) -> None:
    other = world.add_user("Max")
    world.rate_limit = RateLimit(burst=3)
    for _ in range(3):
        await bot.send_message(rosa.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(rosa.id, "x")
    await bot.send_message(other.id, "x")


async def test_the_limits_stop_a_flood_to_everybody(bot: telegram.Bot, world: World) -> None:
    world.rate_limit = RateLimit(overall=5)
    people = [world.add_user(f"P{number}") for number in range(6)]
    for person in people[:5]:
        await bot.send_message(person.id, "x")
    with pytest.raises(RetryAfter):
        await bot.send_message(people[5].id, "x")
