"""The control surface of the simulated world."""

import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime

import pytest
import telegram

from bot.simulator.people import Person
from bot.simulator.world import World


def test_the_clock_can_be_set_and_skips_ahead_and_tells_of_it() -> None:
    world = World(now=lambda: 1_000_000_000.0)
    skipped: list[float] = []
    world.on_skip(skipped.append)
    world.skip(86_400)
    assert world.clock() == datetime(2001, 9, 10, 1, 46, 40, tzinfo=UTC)
    assert skipped == [86_400]
    assert world.add_user("Rosa").says("x").date == 1_000_086_400


def test_a_message_may_carry_the_time_at_which_it_was_written(rosa: Person) -> None:
    written = datetime(2026, 4, 21, 10, tzinfo=UTC)
    assert rosa.says("from the train", date=written).date == int(written.timestamp())


def test_waiting_in_vain_names_the_last_calls(world: World) -> None:
    with pytest.raises(TimeoutError, match="the bot's last calls"):
        world.wait_for(lambda: False, timeout=0.01)


async def test_a_button_that_is_not_there_cannot_be_tapped(bot: telegram.Bot, rosa: Person) -> None:
    keys = telegram.InlineKeyboardMarkup([[telegram.InlineKeyboardButton("Log", callback_data="v1:log")]])
    await bot.send_message(rosa.id, "card", reply_markup=keys)
    card = rosa.waits_for("card")
    assert rosa.taps(card, "Log").data == rosa.taps(card, "v1:log").data == "v1:log"
    with pytest.raises(LookupError, match="no button 'Undo'"):
        rosa.taps(card, "Undo")
    await bot.edit_message_reply_markup(rosa.id, card.id)
    with pytest.raises(LookupError, match="no button 'Log'"):
        rosa.taps(card, "Log")
    await bot.delete_message(rosa.id, card.id)
    with pytest.raises(LookupError, match="not there any more"):
        rosa.taps(card, "Log")


def test_a_link_of_the_bot_starts_it_with_its_payload(rosa: Person) -> None:
    assert rosa.follows("https://t.me/handslag_demo_bot?start=abc_1").text == "/start abc_1"
    with pytest.raises(ValueError, match="not a link of the bot"):
        rosa.follows("https://t.me/another_bot?start=abc")


def test_who_blocked_the_bot_cannot_write_to_it(rosa: Person) -> None:
    rosa.blocks_bot()
    with pytest.raises(PermissionError):
        rosa.says("hello?")


def test_in_a_group_the_bot_hears_only_what_is_meant_for_it(world: World, rosa: Person) -> None:
    group = world.add_group("Sales", [rosa])
    joined = len(world.updates)
    rosa.says("lunch?", chat=group)
    assert len(world.updates) == joined
    rosa.says("/agenda", chat=group)
    rosa.says("@handslag_demo_bot who should I call?", chat=group)
    assert len(world.updates) == joined + 2
    world.reads_all_group_messages = True
    rosa.says("lunch?", chat=group)
    assert len(world.updates) == joined + 3


def test_messages_of_many_threads_all_arrive_once(world: World) -> None:
    people = [world.add_user(f"Person {number}") for number in range(8)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda person: [person.says(str(number)) for number in range(50)], people))
    ids = [update["update_id"] for update in world.updates]
    assert ids == list(range(ids[0], ids[0] + 400))
    for person in people:
        assert [message.text for message in person.messages] == [str(number) for number in range(50)]
    assert len({message.id for person in people for message in person.messages}) == 400


def test_an_update_keeps_the_content_that_it_had_when_it_was_made(rosa: Person) -> None:
    written = rosa.says("first words")
    rosa.edits(written, "other words")
    first, second = rosa.world.updates
    assert first["message"]["text"] == "first words"
    assert second["edited_message"]["text"] == "other words"


def test_the_simulator_stands_alone() -> None:
    check = "import bot.simulator.running, sys; print({'telegram', 'crm', 'sqlalchemy'} & set(sys.modules))"
    shown = subprocess.run([sys.executable, "-c", check], capture_output=True, text=True, check=True)
    assert shown.stdout == "set()\n"
