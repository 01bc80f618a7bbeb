"""The demo is the bot as it is, with a sales team to play: what somebody sees who opens the page."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from sqlalchemy import func, select

from bot.app import App
from bot.demo.show import playing
from bot.simulator.people import Person
from bot.simulator.world import World
from crm.models import Lead


@asynccontextmanager
async def showing() -> AsyncIterator[tuple[World, App, list[str]]]:
    addresses: list[str] = []
    with playing(0, addresses.append) as (world, app):
        task = asyncio.create_task(app.live())
        try:
            yield world, app, addresses
        finally:
            app.stop()
            await task


def named(world: World, name: str) -> Person:
    return next(person for person in world.people.values() if person.name.startswith(name))


async def hears(person: Person, words: str) -> str:
    return (await asyncio.to_thread(person.waits_for, words)).text


async def test_somebody_who_opens_the_page_sees_a_lead_that_was_just_told() -> None:
    async with showing() as (world, app, addresses):
        assert await hears(named(world, "Eva"), "Klaus Berger")
        assert addresses[0].startswith("http://127.0.0.1:")
        with app.database.read() as session:
            assert session.scalar(select(func.count()).select_from(Lead)) == 17


async def test_a_rep_finds_example_leads_and_a_manager_sees_the_team() -> None:
    async with showing() as (world, _, __):
        named(world, "Eva").says("/find hydropol")
        assert await hears(named(world, "Eva"), "Hydropol")
        named(world, "Mia").says("/team")
        assert "Tom de Wit" in await hears(named(world, "Mia"), "Eva Bakker")


async def test_a_manager_sees_deals_in_every_state() -> None:
    async with showing() as (world, _, __):
        named(world, "Mia").says("/report year")
        assert "5 became accounts" in await hears(named(world, "Mia"), "leads")
        named(world, "Mia").says("/pipeline")
        assert "€85,000" in await hears(named(world, "Mia"), "weighted")


async def test_skipping_ahead_rings_what_falls_due_without_waiting_for_the_next_tick() -> None:
    async with showing() as (world, _, __):
        eva = named(world, "Eva")
        await hears(eva, "Klaus Berger")
        asked = eva.says("/remind tomorrow 10:00 call Klaus about the quote")
        await asyncio.to_thread(eva.waits_for, after=asked)
        await asyncio.to_thread(world.skip, 2 * 86_400)
        assert "⏰" in await hears(eva, "call her: Emily Carter")


async def test_a_stranger_sees_nothing() -> None:
    async with showing() as (world, _, __):
        sam = named(world, "Sam")
        sam.starts()
        assert "Vos Pumps" not in await hears(sam, "")
