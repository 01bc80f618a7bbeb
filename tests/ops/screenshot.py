"""`python -m tests.ops.screenshot FILE.png`: the README's picture, taken by Chromium from the demo as it is."""

import shutil
import sys
import threading
from pathlib import Path
from queue import SimpleQueue

from playwright.sync_api import Page, expect, sync_playwright

from bot.app import App
from bot.demo.show import playing
from bot.simulator.world import World

PHONE = {"width": 390, "height": 700}
OPTIONS = ["--headless", "--no-sandbox", "--disable-gpu"]


def take(file: Path) -> None:
    """Eva's chat: a message that became a lead, and what she is to do today."""
    addresses: SimpleQueue[str] = SimpleQueue()
    with playing(8080, addresses.put) as (world, app):
        photographer = threading.Thread(target=_photograph, args=(addresses, world, app, file))
        photographer.start()
        app.run()
        photographer.join()


def _photograph(addresses: "SimpleQueue[str]", world: World, app: App, file: Path) -> None:
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
            _settle(page)
            page.screenshot(path=file)
            chromium.close()
    finally:
        app.stop()


def _settle(page: Page) -> None:
    expect(page.get_by_role("log", name="Messages").get_by_text("Start with").last).to_be_visible()
    page.wait_for_timeout(500)  # the message slides in


if __name__ == "__main__":
    take(Path(sys.argv[1]))
