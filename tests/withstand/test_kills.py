"""kill -9 under a stream of captures: every lead exactly once, every reply at least once, order per chat kept."""

import random
import time

import pytest

from bot.simulator.world import World
from crm.store.database import Database
from tests.withstand.process import Launcher, end_the_lease
from tests.withstand.stream import Stream


@pytest.mark.torture
def test_killed_at_random_moments_it_loses_and_doubles_nothing(
    kills: int, launcher: Launcher, world: World, database: Database
) -> None:
    seed = random.randrange(1 << 32)
    moments = random.Random(seed)
    with Stream(world) as stream:
        for _ in range(kills):
            bot = launcher.start_polling()
            time.sleep(moments.uniform(0, 0.4))
            bot.kill()
            end_the_lease(database)
    launcher.start_polling()
    try:
        stream.check(database)
    except (AssertionError, TimeoutError) as error:
        error.add_note(f"seed {seed}")
        raise


def test_killed_between_telegrams_answer_and_the_sent_mark_it_sends_again(
    launcher: Launcher, world: World, database: Database
) -> None:
    stream = Stream(world)
    bot = launcher.start_polling()
    world.hang_after_accept("sendMessage", times=8, keep_open=True)
    for person in stream.people:
        stream.one(person)
        stream.one(person)
    world.wait_for(lambda: world.held == 8)
    bot.kill()
    end_the_lease(database)
    launcher.start_polling()
    stream.check(database)
    repeated = sum(len(person.answers) - 2 for person in stream.people)
    assert repeated == 8, "Telegram took eight, and never could say so"


def test_killed_between_the_inbox_and_the_offset_it_handles_nothing_twice(
    launcher: Launcher, world: World, database: Database
) -> None:
    stream = Stream(world)
    bot = launcher.start_polling()
    world.fail_next("getUpdates", 502, "Bad Gateway", times=1_000_000)
    for person in stream.people:
        stream.one(person)
    world.wait_for(lambda: any(person.answers for person in stream.people))
    bot.kill()
    end_the_lease(database)
    world.faults.refusals.clear()
    assert len(world.updates) == len(stream.people), "Telegram still has them all"
    launcher.start_polling()
    stream.check(database)
