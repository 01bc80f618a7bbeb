"""`python -m tests.ops.screenshot FOLDER`: the README's pictures, taken by Chromium from the demo as it is."""

import shutil
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

from playwright.sync_api import Page, expect, sync_playwright

from bot.app import App
from bot.demo.show import playing
from bot.simulator.world import World

PHONE = {"width": 390, "height": 844}
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu"]


def take(folder: Path) -> None:
    """chat.png: a message that became a lead, and what Eva is to do today. pipeline.png: what Mia, the manager, sees."""
    addresses: SimpleQueue[str] = SimpleQueue()
    with playing(8080, addresses.put) as (world, app):
        photographer = threading.Thread(target=_photograph, args=(addresses, world, app, folder))
        photographer.start()
        app.run()
        photographer.join()


def _photograph(addresses: "SimpleQueue[str]", world: World, app: App, folder: Path) -> None:
    try:
        url = addresses.get(timeout=30)
        eva = next(person for person in world.people.values() if person.name.startswith("Eva"))
        card = eva.waits_for("Klaus Berger")
        with sync_playwright() as playwright:
            chromium = playwright.chromium.launch(executable_path=shutil.which("chromium"), args=OPTIONS)
            page = chromium.new_page(viewport=PHONE, device_scale_factor=2)
            page.goto(url)
            eva.says("who should I call today?")
            eva.waits_for(after=card)
            _settle(page, "Start with")
            page.screenshot(path=folder / "chat.png")
            mia = next(person for person in world.people.values() if person.name.startswith("Mia"))
            page.get_by_role("button", name="People, time and settings").click()
            page.locator("#people button", has_text="Mia").click()
            mia.says("/pipeline")
            _settle(page, "Forecast")
            page.screenshot(path=folder / "pipeline.png")
            chromium.close()
    finally:
        app.stop()


def _settle(page: Page, words: str) -> None:
    expect(page.get_by_role("log", name="Messages").get_by_text(words).last).to_be_visible()
    page.wait_for_timeout(500)  # the message slides in


if __name__ == "__main__":
    take(Path(sys.argv[1]))
