"""A chat as the bot's side of Telegram keeps it: who it is with, whether the bot may write, and its messages."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

from bot.simulator.errors import BLOCKED, ApiError, bad_request, forbidden
from bot.simulator.message import Message

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]
BotStatus = Literal["member", "kicked", "left"]


@dataclass
class Chat:
    """`payload` is the Chat object of the Bot API. A private chat has the id of its user.

    `action` is what the bot said last that it is doing (typing …), and when.
    """

    payload: Json
    started: bool = True
    bot_status: BotStatus = "member"
    migrated_to: int | None = None
    action: Json | None = None
    messages: dict[int, Message] = field(default_factory=dict)

    @property
    def id(self) -> int:
        return int(self.payload["id"])

    @property
    def kind(self) -> str:
        """private, group or supergroup."""
        return str(self.payload["type"])

    def shown(self) -> list[Message]:
        """The messages that were not deleted, oldest first."""
        return [message for message in tuple(self.messages.values()) if not message.deleted]

    def find(self, message_id: int) -> Message | None:
        """The message with this id unless it was deleted."""
        message = self.messages.get(message_id)
        return message if message and not message.deleted else None

    def refusal(self) -> ApiError | None:
        """Why the bot may not write here."""
        if self.migrated_to is not None:
            reason = "group chat was upgraded to a supergroup chat"
            return bad_request(reason, migrate_to_chat_id=self.migrated_to)
        if self.kind == "private":
            if self.bot_status == "kicked":
                return forbidden(BLOCKED)
            return None if self.started else forbidden("bot can't initiate conversation with a user")
        if self.bot_status == "kicked":
            return forbidden(f"bot was kicked from the {self.kind} chat")
        if self.bot_status == "left":
            return forbidden(f"bot is not a member of the {self.kind} chat")
        return None

    def set_bot_status(self, world: "World", actor: Json, status: BotStatus) -> None:
        """Let `actor` change what the bot is here, and tell the bot; the caller holds the world's lock."""
        change: Json = {"chat": self.payload, "from": actor, "date": int(world.timestamp())}
        change["old_chat_member"] = _membership(world.bot, self.bot_status)
        change["new_chat_member"] = _membership(world.bot, status)
        self.bot_status = status
        world.updates.add("my_chat_member", change)


def _membership(bot: Json, status: BotStatus) -> Json:
    return {"status": status, "user": bot} | ({"until_date": 0} if status == "kicked" else {})
