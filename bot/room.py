"""A room: the commands, buttons and conversations of one topic. bot/registry.py lists all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from bot.callback import Tap
from bot.chat import Reply
from bot.context import Context
from bot.dialogue import Conversation

Replies = list[Reply]
OnCommand = Callable[[Context], Replies]
OnTap = Callable[[Context, Tap], Replies]


@dataclass(frozen=True, slots=True)
class Room:
    """commands: by name, without the slash; `ctx.said` holds the rest of the line. taps: by the verb of a button."""

    commands: Mapping[str, OnCommand] = field(default_factory=dict)
    taps: Mapping[str, OnTap] = field(default_factory=dict)
    conversations: tuple[Conversation, ...] = ()
