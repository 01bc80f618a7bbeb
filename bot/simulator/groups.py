"""Groups with the bot in them, and what can become of them."""

from typing import TYPE_CHECKING, Any

from bot.simulator.chats import Chat
from bot.simulator.message import Message
from bot.simulator.people import Person

if TYPE_CHECKING:
    from bot.simulator.world import World

Json = dict[str, Any]


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
                chat.set_bot_status(world, members[0].payload, "member")
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
            self.chat.set_bot_status(self.world, actor, "kicked")
