"""kill -9 under a stream of captures: every lead exactly once, every reply at least once, order per chat kept."""

import random
import sys
import time

import pytest
from sqlalchemy import select

from bot.simulator.world import World
from crm.models import Dialogue, Lead
from crm.store.database import Database
from tests.withstand.process import Launcher, end_the_lease
from tests.withstand.stream import CaptureStream, Stream


@pytest.mark.torture
def test_killed_at_random_moments_it_loses_and_doubles_nothing(
    kills: int, launcher: Launcher, world: World, database: Database
) -> None:
    with Stream(world) as stream:
        kill_again_and_again(kills, launcher, database)
    launcher.start_polling()
    stream.check(database)


@pytest.mark.torture
def test_the_real_bot_killed_at_random_moments_keeps_every_lead(
    kills: int, launcher: Launcher, world: World, database: Database
) -> None:
    stream = CaptureStream(world, a_second=20)
    stream.settle_in(database)
    with stream:
        kill_again_and_again(kills, launcher, database, "--real")
    launcher.start_polling("--real")
    stream.check(database)


def kill_again_and_again(kills: int, launcher: Launcher, database: Database, *arguments: str) -> None:
    """The moments are random; each is printed, so that a failure shows them."""
    for number in range(kills):
        bot = launcher.start_polling(*arguments)
        moment = random.uniform(0, 0.4)
        time.sleep(moment)
        bot.kill()
        sys.stdout.write(f"kill {number} after {moment:.4f} s\n")
        end_the_lease(database)


def test_a_question_that_was_open_when_it_was_killed_is_answered_after(
    launcher: Launcher, world: World, database: Database
) -> None:
    stream = CaptureStream(world, chats=1)
    stream.settle_in(database)
    (eva,) = stream.people
    bot = launcher.start_polling("--real")
    eva.says("/lead Boris")
    eva.waits_for("From which organisation?")
    bot.kill()
    eva.says("Vos Pompen")  # while nobody is there
    end_the_lease(database)
    launcher.start_polling("--real")
    for question in ("Phone?", "E-mail?", "What next", "Anything to remember?"):
        eva.taps(eva.waits_for(question, timeout=30), "Skip")
    eva.waits_for("Boris", timeout=30)
    with database.begin() as session:
        (lead,) = session.scalars(select(Lead))
        assert (lead.name, lead.organisation) == ("Boris", "Vos Pompen")
        assert session.scalars(select(Dialogue)).all() == []


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
