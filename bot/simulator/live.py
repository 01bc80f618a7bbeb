"""What a person sees on the chat page, as a stream of server-sent events."""

import asyncio
import json
import time
from collections.abc import AsyncIterator
from typing import TYPE_CHECKING, Any

from bot.simulator.message import Message
from bot.simulator.people import Person
from bot.simulator.profile import EVERYWHERE
from bot.simulator.waking import woken_by

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]

KEEP_ALIVE_SECONDS = 15


async def live(world: "World", person: Person | None) -> AsyncIterator[str]:
    """`state` (people, clock, commands), `messages` (new or changed) and `tap` (a tap was answered), as they change.

    The first `messages` holds the whole chat; None as person gives only the state.
    """
    seen = _Seen(world, person)
    with woken_by(world) as changed:
        while True:
            changed.clear()
            for event, data in seen.news():
                yield f"event: {event}\ndata: {json.dumps(data)}\n\n"
            try:
                async with asyncio.timeout(KEEP_ALIVE_SECONDS):
                    await changed.wait()
            except TimeoutError:
                yield ": still here\n\n"


class _Seen:
    """What one page was told already."""

    def __init__(self, world: "World", person: Person | None) -> None:
        self._world = world
        self._person = person
        self._state: Json = {}
        self._payloads: dict[int, Json] | None = None
        self._deleted: set[int] = set()
        self._taps = {tap.id for tap in tuple(world.taps.values()) if tap.answer}

    def news(self) -> list[tuple[str, Any]]:
        """The events since the last time, oldest first."""
        events: list[tuple[str, Any]] = []
        if (state := _state(self._world, self._person)) != self._state:
            self._state = state
            events.append(("state", state))
        if self._person:
            first = self._payloads is None
            if (fresh := self._fresh(self._person)) or first:
                events.append(("messages", [_shown(message) for message in fresh]))
            events += [("tap", answer) for answer in self._answers(self._person)]
        return events

    def _fresh(self, person: Person) -> list[Message]:
        known = self._payloads = self._payloads or {}
        fresh = [
            message
            for message in tuple(person.chat.messages.values())
            if known.get(message.id) is not message.payload
            or (message.deleted and message.id not in self._deleted)
        ]
        known |= {message.id: message.payload for message in fresh}
        self._deleted |= {message.id for message in fresh if message.deleted}
        return fresh

    def _answers(self, person: Person) -> list[Json]:
        told = []
        for tap in tuple(self._world.taps.values()):
            if tap.person == person.id and tap.answer and tap.id not in self._taps:
                self._taps.add(tap.id)
                told.append({"tap": tap.id, **tap.answer})
        return told


def _state(world: "World", person: Person | None) -> Json:
    language = person.payload["language_code"] if person else ""
    return {
        "bot": {"name": world.bot["first_name"], "username": world.bot["username"]},
        "ahead": round(world.timestamp() - time.time()),
        "people": [_profile(other) for other in tuple(world.people.values())],
        "description": world.profile.text("description", language),
        "commands": _commands(world, person) if person else [],
        "action": person.chat.action if person else None,
    }


def _commands(world: "World", person: Person) -> list[Json]:
    scopes = (f"chat:{person.id}", "all_private_chats", EVERYWHERE)
    return world.profile.commands_for(person.payload["language_code"], scopes)


def _profile(person: Person) -> Json:
    last = next(reversed(person.messages), None)
    return {
        "id": person.id,
        "name": person.name,
        "note": person.note,
        "language": person.payload["language_code"],
        "blocked": person.chat.bot_status == "kicked",
        "last": {"id": last.id, "text": last.text[:80], "bot": last.from_bot} if last else None,
    }


def _shown(message: Message) -> Json:
    return {
        "id": message.id,
        "deleted": message.deleted,
        "silent": message.silent,
        "bot": message.from_bot,
        "force_reply": message.force_reply,
        "payload": message.payload,
    }
