"""Delivery of updates to the bot's webhook: in order per chat, again and again until it answers 2xx."""

import asyncio
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import httpx

from bot.simulator.waking import woken_by

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]


@dataclass
class Webhook:
    """What setWebhook set. `last_error_at` is Unix seconds."""

    url: str
    secret_token: str = ""
    max_connections: int = 40
    last_error_at: int = 0
    last_error: str = ""

    def info(self) -> Json:
        """The part of WebhookInfo that depends on the webhook."""
        error = {"last_error_date": self.last_error_at, "last_error_message": self.last_error}
        return {
            "url": self.url,
            "max_connections": self.max_connections,
            **(error if self.last_error_at else {}),
        }


def lane(update: Json) -> str:
    """What an update must keep its order with: its chat, or its user where it has no chat."""
    for kind, content in update.items():
        if kind != "update_id" and isinstance(content, dict):
            carrier = content.get("message", content)
            owner = carrier.get("chat") or content.get("from") or {}
            return f"{owner.get('id')}"
    return ""


async def deliver(world: "World") -> None:
    """Post pending updates to the webhook, as long as this task lives; one at a time per lane."""
    busy: dict[str, asyncio.Task[None]] = {}
    # No certificates are checked: the webhook is on this machine, and loading them would slow every start.
    async with httpx.AsyncClient(timeout=60, trust_env=False, verify=False) as client:
        with woken_by(world) as changed:
            try:
                while True:
                    changed.clear()
                    _start(world, client, busy)
                    await changed.wait()
            finally:
                for task in busy.values():
                    task.cancel()


def _start(world: "World", client: httpx.AsyncClient, busy: dict[str, asyncio.Task[None]]) -> None:
    webhook = world.webhook
    if webhook is None:
        return
    for update in world.updates:
        name = lane(update)
        if len(busy) >= webhook.max_connections:
            return
        if name not in busy:
            busy[name] = asyncio.create_task(_deliver_one(world, client, webhook, update, busy))


async def _deliver_one(
    world: "World",
    client: httpx.AsyncClient,
    webhook: Webhook,
    update: Json,
    busy: dict[str, asyncio.Task[None]],
) -> None:
    try:
        await _post(world, client, webhook, update)
    finally:
        with world.changing():
            del busy[lane(update)]


async def _post(world: "World", client: httpx.AsyncClient, webhook: Webhook, update: Json) -> None:
    headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret_token} if webhook.secret_token else {}
    delay = world.webhook_retry_seconds
    while world.webhook is webhook:
        try:
            response = await client.post(webhook.url, json=update, headers=headers)
            if response.is_success:
                with world.changing():
                    world.updates.remove(update["update_id"])
                return
            problem = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        except httpx.HTTPError as error:
            problem = str(error) or type(error).__name__
        with world.changing():
            webhook.last_error_at, webhook.last_error = int(world.timestamp()), problem
        await asyncio.sleep(delay)
        delay = min(delay * 2, 60 * world.webhook_retry_seconds)
