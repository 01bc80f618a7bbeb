"""A room: the commands, buttons and conversations of one topic. bot/registry.py lists all of them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.callback import Tap
from bot.chat import Reply
from bot.context import Context
from bot.dialogue import Conversation
from bot.running.jobs import Do
from crm.store.work import Work

Replies = list[Reply]
OnCommand = Callable[[Context], Replies]
OnTap = Callable[[Context, Tap], Replies]
OnDone = Callable[[Context, "Done"], Replies]
OnLeft = Callable[[Work, int, "Done"], None]
"""With the bot's id, for a message to somebody else."""


@dataclass(frozen=True, slots=True)
class Done:
    """A job that has come back. asked: what was asked for. result: of whoever did it. failed: why there is none, else ""."""

    asked: Mapping[str, Any]
    result: Mapping[str, Any]
    failed: str = ""


@dataclass(frozen=True, slots=True)
class Room:
    """commands: by name, without the slash; `ctx.said` holds the rest of the line. taps: by the verb of a button.

    jobs: how slow work is done, outside any transaction. done: what is said when it has come back. left: what is done with
    it instead where whoever asked is no longer a member. All by its name.
    """

    commands: Mapping[str, OnCommand] = field(default_factory=dict)
    taps: Mapping[str, OnTap] = field(default_factory=dict)
    conversations: tuple[Conversation, ...] = ()
    jobs: Mapping[str, Do] = field(default_factory=dict)
    done: Mapping[str, OnDone] = field(default_factory=dict)
    left: Mapping[str, OnLeft] = field(default_factory=dict)
