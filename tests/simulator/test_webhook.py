"""Updates by webhook: with the secret, in order per chat, again until they are taken."""

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

import pytest
import telegram

from bot.simulator.people import Person
from bot.simulator.world import World


class Receiver:
    """A bot's webhook that answers with the statuses it was given, 200 after those."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.statuses: list[int] = []
        self.taken: list[dict[str, Any]] = []
        self.tried = 0
        self.secrets: set[str | None] = set()
        self.url = ""

    def receive(self, update: dict[str, Any], secret: str | None) -> int:
        with self.world.changing():
            self.tried += 1
            self.secrets.add(secret)
            status = self.statuses.pop(0) if self.statuses else 200
            if status == 200:
                self.taken.append(update)
        return status

    @property
    def texts(self) -> list[str]:
        return [update["message"]["text"] for update in self.taken]


@pytest.fixture
def receiver(world: World) -> Iterator[Receiver]:
    receiving = Receiver(world)

    class Handler(BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            update = json.loads(self.rfile.read(int(self.headers["content-length"])))
            self.send_response(receiving.receive(update, self.headers["X-Telegram-Bot-Api-Secret-Token"]))
            self.send_header("content-length", "0")
            self.end_headers()

        def log_message(self, *_: object) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    receiving.url = f"http://127.0.0.1:{server.server_port}/hook"
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    yield receiving
    server.shutdown()
    thread.join()
    server.server_close()


async def test_what_waited_and_what_comes_is_posted_with_the_secret(
    bot: telegram.Bot, receiver: Receiver, rosa: Person
) -> None:
    rosa.says("before")
    await bot.set_webhook(receiver.url, secret_token="s3cret")
    rosa.says("after")
    rosa.world.wait_for(lambda: receiver.texts == ["before", "after"])
    assert receiver.secrets == {"s3cret"}
    rosa.world.wait_for(lambda: len(rosa.world.updates) == 0)


async def test_an_update_is_posted_again_until_it_is_taken_and_later_ones_of_the_chat_wait(
    bot: telegram.Bot, receiver: Receiver, rosa: Person
) -> None:
    rosa.world.webhook_retry_seconds = 0.01
    receiver.statuses = [500, 503, 401]
    rosa.says("one")
    rosa.says("two")
    await bot.set_webhook(receiver.url)
    rosa.world.wait_for(lambda: receiver.texts == ["one", "two"])
    assert receiver.tried == 5
    info = await bot.get_webhook_info()
    assert info.last_error_message == "Wrong response from the webhook: 401 Unauthorized"


async def test_a_failing_chat_does_not_hold_up_another(
    bot: telegram.Bot, receiver: Receiver, world: World, rosa: Person
) -> None:
    world.webhook_retry_seconds = 3600
    receiver.statuses = [500]
    rosa.says("stuck")
    await bot.set_webhook(receiver.url)
    world.wait_for(lambda: receiver.tried == 1)
    world.add_user("Max").says("through")
    world.wait_for(lambda: receiver.texts == ["through"])
    world.wait_for(lambda: len(world.updates) == 1)
    assert (await bot.get_webhook_info()).pending_update_count == 1


async def test_after_deleting_the_webhook_updates_wait_for_polling(
    bot: telegram.Bot, receiver: Receiver, rosa: Person
) -> None:
    await bot.set_webhook(receiver.url)
    await bot.delete_webhook()
    rosa.says("for the poll")
    assert [update.message.text for update in await bot.get_updates()] == ["for the poll"]
    assert receiver.tried == 0
