"""The people and groups of the world, and what they do: this is how a test or the chat page speaks to the bot."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, Protocol

from bot.simulator import contents
from bot.simulator.chats import BotStatus, Chat
from bot.simulator.contents import captioned, written
from bot.simulator.message import Message

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]


class HasChat(Protocol):
    """A group, as far as a person needs it."""

    @property
    def chat(self) -> Chat: ...


@dataclass
class Tap:
    """A tapped inline button. `answer` is what answerCallbackQuery was called with, None before."""

    id: str
    person: int
    at: float
    data: str
    answer: Json | None = field(default=None)


class Person:
    """Somebody who chats with the bot; without `chat` in their private chat. Times are datetimes or Unix seconds."""

    def __init__(self, world: "World", payload: Json, note: str = "") -> None:
        self.world = world
        self.payload = payload
        self.note = note

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def name(self) -> str:
        return " ".join(self.payload[key] for key in ("first_name", "last_name") if key in self.payload)

    @property
    def chat(self) -> Chat:
        """The private chat with the bot."""
        return self.world.chats[self.id]

    @property
    def messages(self) -> list[Message]:
        """Everything in the private chat that was not deleted, oldest first."""
        return self.chat.shown()

    @property
    def answers(self) -> list[Message]:
        """What the bot said in the private chat, oldest first."""
        return [message for message in self.messages if message.from_bot]

    def waits_for(self, words: str = "", *, after: Message | None = None, timeout: float = 10.0) -> Message:
        """Block until the bot's private chat shows a message of the bot with these words (or any); the newest one.

        `after` looks only at messages that came later than that one.
        """
        floor = after.id if after else 0

        def found() -> Message | None:
            heard = [m for m in self.answers if m.id > floor and words in m.text]
            return heard[-1] if heard else None

        message = self.world.wait_for(found, timeout)
        assert message is not None
        return message

    def says(
        self,
        text: str,
        reply_to: Message | int | None = None,
        date: datetime | float | None = None,
        chat: HasChat | None = None,
        **extra: Any,
    ) -> Message:
        """Send a text, into a group where `chat` is one; `extra` are more fields of the Message object."""
        return self.sends(written(text) | extra, reply_to, date, chat)

    def starts(self, payload: str = "") -> Message:
        """Open the bot by its link and press Start: /start with the payload of the link."""
        return self.says(f"/start {payload}".strip())

    def sends(
        self,
        content: Json,
        reply_to: Message | int | None = None,
        date: datetime | float | None = None,
        chat: HasChat | None = None,
    ) -> Message:
        """Send any content: the fields of the Message object that make it."""
        world, room = self.world, chat.chat if chat else self.chat
        with world.changing():
            if chat is None and room.bot_status == "kicked":
                raise PermissionError(f"{self.name} has blocked the bot and cannot write to it")
            room.started = True
            if reply_to is not None:
                number = reply_to if isinstance(reply_to, int) else reply_to.id
                content = {**content, "reply_to_message": room.messages[number].quoted()}
            seconds = date.timestamp() if isinstance(date, datetime) else date
            message = world.post(room, self.payload, content, seconds)
            if room.bot_status == "member" and (room.kind == "private" or _reaches_bot(world, message)):
                world.updates.add("message", message.payload)
        return message

    def edits(self, message: Message | int, text: str, chat: HasChat | None = None) -> Message:
        """Change the text (or caption) of an own message."""
        world, room = self.world, chat.chat if chat else self.chat
        with world.changing():
            edited = room.messages[message if isinstance(message, int) else message.id]
            if edited.payload.get("from", {}).get("id") != self.id:
                raise PermissionError(f"message {edited.id} is not {self.name}'s")
            now = written(text) if "text" in edited.payload else captioned({"caption": text})
            marked = ("entities", "caption_entities")
            kept = {key: value for key, value in edited.payload.items() if key not in marked}
            edited.payload = kept | now | {"edit_date": int(world.timestamp())}
            world.updates.add("edited_message", edited.payload)
        return edited

    def taps(self, message: Message, text_or_data: str) -> Tap:
        """Tap an inline button, named by its text or callback data; LookupError where it is not there.

        Tapping a link to the bot itself opens it with its payload; any other link is none of the bot's business.
        """
        current = self.world.chat(message.chat_id).find(message.id)
        if current is None:
            raise LookupError(f"message {message.id} is not there any more")
        button = current.button(text_or_data)
        if button.data is None:
            raise ValueError(f"button {button.text!r} opens {button.url}")
        return self.forges_tap(current, button.data)

    def forges_tap(self, message: Message, data: str) -> Tap:
        """Send callback data as a manipulated client could: without a button that carries it."""
        world = self.world
        with world.changing():
            number = str(4_000_000_000_001 + len(world.taps))
            tap = Tap(number, self.id, world.timestamp(), data)
            world.taps[tap.id] = tap
            query: Json = {"id": tap.id, "from": self.payload, "message": message.payload}
            world.updates.add(
                "callback_query", {**query, "chat_instance": str(-message.chat_id), "data": data}
            )
        return tap

    def follows(self, link: str) -> Message:
        """Tap a t.me link of the bot: /start with its payload."""
        match = re.fullmatch(rf"(?:https?://)?t\.me/{self.world.bot['username']}(?:\?start=([\w-]*))?", link)
        if match is None:
            raise ValueError(f"{link} is not a link of the bot")
        return self.starts(match.group(1) or "")

    def sends_document(
        self, content: bytes, name: str, mime_type: str | None = None, **extra: Any
    ) -> Message:
        """Send a file; `caption`, `media_group_id` and other fields of the Message object by name."""
        return self.sends(contents.document(self.world.files, content, name, mime_type) | captioned(extra))

    def sends_photo(self, content: bytes, **extra: Any) -> Message:
        """Send a PNG, GIF or JPEG as a photo; `caption`, `media_group_id` by name."""
        return self.sends(contents.photo(self.world.files, content) | captioned(extra))

    def sends_voice(self, content: bytes, duration: int = 3, **extra: Any) -> Message:
        """Send a voice message of `duration` seconds (OGG)."""
        return self.sends(contents.voice(self.world.files, content, duration) | captioned(extra))

    def sends_contact(
        self,
        phone_number: str,
        first_name: str,
        last_name: str = "",
        vcard: str = "",
        user_id: int | None = None,
    ) -> Message:
        """Share a contact card."""
        return self.sends(contents.contact(phone_number, first_name, last_name, vcard, user_id))

    def sends_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        return self.sends(contents.sticker(self.world.files, emoji))

    def sends_poll(self, question: str, options: list[str]) -> Message:
        """Send a poll."""
        return self.sends(contents.poll(question, options))

    def sends_dice(self, emoji: str = "🎲", value: int = 4) -> Message:
        """Throw a dice."""
        return self.sends({"dice": {"emoji": emoji, "value": value}})

    def blocks_bot(self) -> None:
        """Block the bot: it is told (my_chat_member) and may not write any more."""
        self._sets_bot("kicked")

    def unblocks_bot(self) -> None:
        """Unblock the bot again."""
        self._sets_bot("member")

    def _sets_bot(self, status: BotStatus) -> None:
        with self.world.changing():
            self.chat.set_bot_status(self.world, self.payload, status)


def _reaches_bot(world: "World", message: Message) -> bool:
    if world.reads_all_group_messages:
        return True
    quoted = message.payload.get("reply_to_message", {})
    to_bot = quoted.get("from", {}).get("id") == world.bot["id"]
    return to_bot or message.text.startswith("/") or f"@{world.bot['username']}" in message.text
