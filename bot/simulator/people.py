"""The people and groups of the world, and what they do: this is how a test or the chat page speaks to the bot."""

import re
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from bot.simulator.chats import Chat
from bot.simulator.entities import with_found
from bot.simulator.message import Message

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]
ALBUM = "media_group_id"


@dataclass
class Tap:
    """A tapped inline button. `answer` is what answerCallbackQuery was called with, None before."""

    id: str
    at: float
    data: str
    answer: Json | None = field(default=None)


class Person:
    """Somebody who chats with the bot; without `chat` in their private chat. Times are datetimes or Unix seconds."""

    def __init__(self, world: "World", payload: Json) -> None:
        self.world = world
        self.payload = payload

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
        chat: "Group | None" = None,
        **extra: Any,
    ) -> Message:
        """Send a text; `extra` are more fields of the Message object."""
        found = with_found(text, [])
        content = {"text": text, **({"entities": found} if found else {})}
        return self.sends(content | extra, reply_to, date, chat)

    def starts(self, payload: str = "") -> Message:
        """Open the bot by its link and press Start: /start with the payload of the link."""
        return self.says(f"/start {payload}".strip())

    def sends(
        self,
        content: Json,
        reply_to: Message | int | None = None,
        date: datetime | float | None = None,
        chat: "Group | None" = None,
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

    def edits(self, message: Message | int, text: str, chat: "Group | None" = None) -> Message:
        """Change the text (or caption) of an own message."""
        world, room = self.world, chat.chat if chat else self.chat
        with world.changing():
            edited = room.messages[message if isinstance(message, int) else message.id]
            if edited.payload.get("from", {}).get("id") != self.id:
                raise PermissionError(f"message {edited.id} is not {self.name}'s")
            field_name, found = ("text" if "text" in edited.payload else "caption"), with_found(text, [])
            entities = "entities" if field_name == "text" else "caption_entities"
            kept = {key: value for key, value in edited.payload.items() if key != entities}
            now = {field_name: text, "edit_date": int(world.timestamp())}
            edited.payload = kept | now | ({entities: found} if found else {})
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
            tap = Tap(str(4_000_000_000_000 + len(world.taps) + 1), world.timestamp(), data)
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
        return self.sends(
            {"document": self.world.files.document(content, name, mime_type)} | _captioned(extra)
        )

    def sends_photo(self, content: bytes, **extra: Any) -> Message:
        """Send a PNG, GIF or JPEG as a photo; `caption`, `media_group_id` by name."""
        return self.sends({"photo": self.world.files.photo(content)} | _captioned(extra))

    def sends_voice(self, content: bytes, duration: int = 3, **extra: Any) -> Message:
        """Send a voice message of `duration` seconds (OGG)."""
        stored = self.world.files.add(content, "voice.ogg", "audio/ogg", "voice")
        return self.sends(
            {"voice": {**stored.ids, "duration": duration, "mime_type": "audio/ogg"}} | _captioned(extra)
        )

    def sends_contact(
        self,
        phone_number: str,
        first_name: str,
        last_name: str = "",
        vcard: str = "",
        user_id: int | None = None,
    ) -> Message:
        """Share a contact card."""
        optional = {"last_name": last_name, "user_id": user_id, "vcard": vcard}
        contact = {"phone_number": phone_number, "first_name": first_name}
        return self.sends({"contact": contact | {key: value for key, value in optional.items() if value}})

    def sends_location(self, latitude: float, longitude: float) -> Message:
        """Share a place."""
        return self.sends({"location": {"latitude": latitude, "longitude": longitude}})

    def sends_sticker(self, emoji: str = "👍") -> Message:
        """Send a sticker."""
        stored = self.world.files.add(b"RIFF", "sticker.webp", "image/webp", "stickers")
        shape = {"type": "regular", "width": 512, "height": 512, "is_animated": False, "is_video": False}
        return self.sends({"sticker": stored.ids | shape | {"emoji": emoji}})

    def sends_poll(self, question: str, options: list[str]) -> Message:
        """Send a poll."""
        answers = [
            {"persistent_id": str(number), "text": text, "voter_count": 0}
            for number, text in enumerate(options)
        ]
        poll: Json = {"id": f"poll-{len(self.messages) + 1}", "question": question, "options": answers}
        poll |= {"total_voter_count": 0, "is_closed": False, "is_anonymous": True, "type": "regular"}
        poll |= {"allows_multiple_answers": False, "allows_revoting": False, "members_only": False}
        return self.sends({"poll": poll})

    def sends_dice(self, emoji: str = "🎲", value: int = 4) -> Message:
        """Throw a dice."""
        return self.sends({"dice": {"emoji": emoji, "value": value}})

    def blocks_bot(self) -> None:
        """Block the bot: it is told (my_chat_member) and may not write any more."""
        self._sets_bot("kicked")

    def unblocks_bot(self) -> None:
        """Unblock the bot again."""
        self._sets_bot("member")

    def _sets_bot(self, status: str) -> None:
        with self.world.changing():
            change_bot_status(self.world, self.chat, self.payload, status)


def _captioned(extra: Json) -> Json:
    found = with_found(extra["caption"], []) if extra.get("caption") else []
    given = {key: value for key, value in extra.items() if value is not None}
    return given | ({"caption_entities": found} if found else {})


def _reaches_bot(world: "World", message: Message) -> bool:
    if world.reads_all_group_messages:
        return True
    quoted = message.payload.get("reply_to_message", {})
    to_bot = quoted.get("from", {}).get("id") == world.bot["id"]
    return to_bot or message.text.startswith("/") or f"@{world.bot['username']}" in message.text


def change_bot_status(world: "World", chat: Chat, actor: Json, status: str) -> None:
    """Let `actor` change what the bot is in a chat (member, kicked, left); the caller holds the lock."""
    before = chat.bot_status
    chat.bot_status = "kicked" if status == "kicked" else "left" if status == "left" else "member"
    change: Json = {"chat": chat.payload, "from": actor, "date": int(world.timestamp())}
    change["old_chat_member"] = _membership(world, before)
    change["new_chat_member"] = _membership(world, chat.bot_status)
    world.updates.add("my_chat_member", change)


def _membership(world: "World", status: str) -> Json:
    return {"status": status, "user": world.bot} | ({"until_date": 0} if status == "kicked" else {})


class Group:
    """A group with the bot in it."""

    def __init__(self, world: "World", chat: Chat, members: list[Person]) -> None:
        self.world = world
        self.chat = chat
        self.members = members

    @classmethod
    def found(cls, world: "World", title: str, members: list[Person], supergroup: bool) -> "Group":
        """Make a group; its first member (or nobody) adds the bot."""
        with world.changing():
            number = len(world.groups) + 1
            chat_id = -1_002_000_000_000 - number if supergroup else -4_000_000_000 - number
            chat = Chat({"id": chat_id, "type": "supergroup" if supergroup else "group", "title": title})
            group = world.groups[chat_id] = cls(world, chat, members)
            world.chats[chat_id] = chat
            if members:
                chat.bot_status = "left"
                change_bot_status(world, chat, members[0].payload, "member")
        return group

    @property
    def id(self) -> int:
        return self.chat.id

    @property
    def messages(self) -> list[Message]:
        """The messages of the group that were not deleted, oldest first."""
        return self.chat.shown()

    def becomes_supergroup(self) -> "Group":
        """Upgrade to a supergroup: the old chat refuses from now on and names the new one."""
        world = self.world
        upgraded = Group.found(world, self.chat.payload["title"], [], supergroup=True)
        upgraded.members = self.members
        with world.changing():
            actor = self.members[0].payload if self.members else world.bot
            old = world.post(self.chat, actor, {"migrate_to_chat_id": upgraded.id})
            new = world.post(upgraded.chat, actor, {"migrate_from_chat_id": self.id})
            self.chat.migrated_to = upgraded.id
            world.updates.add("message", old.payload)
            world.updates.add("message", new.payload)
        return upgraded

    def removes_bot(self) -> None:
        """Throw the bot out."""
        with self.world.changing():
            actor = self.members[0].payload if self.members else self.world.bot
            change_bot_status(self.world, self.chat, actor, "kicked")
