"""The conversation engine: asks only for what is missing. No Telegram, no SQL; a conversation is data.

A draft is a frozen dataclass whose fields are str, int, bool or None, so that it can be kept as JSON.
"""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from bot.chat import Reply, Value

if TYPE_CHECKING:
    from bot.context import Context


class NotUnderstoodError(Exception):
    """An answer that a step cannot read; key: the text that says what would be understood."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass(frozen=True, slots=True)
class Choice:
    """A button of a question. value: what the draft's field becomes."""

    label: Value
    value: str | int | bool


@dataclass(frozen=True, slots=True)
class Ask:
    """One question. field: of the draft. key: the question's text.

    parse: the typed answer -> the field's value; raises NotUnderstoodError. parse None: only the choices answer.
    when: asked only if this holds. choices: buttons. shared: a contact of the phone's address book -> the field's value.
    asks_for_somebody: a person and how to reach them is what is asked for; at any other question such a text is no
    answer but a capture, and the question is asked again.
    """

    field: str
    key: str
    parse: Callable[["Context", str], Any] | None = None
    optional: bool = True
    when: Callable[[Any], bool] = lambda draft: True
    choices: Callable[["Context", Any], tuple[Choice, ...]] = lambda ctx, draft: ()
    args: Callable[["Context", Any], Mapping[str, Value]] = lambda ctx, draft: {}
    shared: Callable[["Context"], Any] | None = None
    asks_for_somebody: bool = False


@dataclass(frozen=True, slots=True)
class Conversation:
    """name and version stand in the saved state: a draft of another version gets a polite restart."""

    name: str
    version: int
    draft: type
    asks: tuple[Ask, ...]
    finish: Callable[["Context", Any], list[Reply]]


@dataclass(frozen=True, slots=True)
class Open:
    """The state of a conversation in hand. asked: the fields asked so far, in order; the last one is open."""

    conversation: Conversation
    draft: Any
    asked: tuple[str, ...] = ()
    passed: frozenset[str] = field(default_factory=frozenset)

    @property
    def ask(self) -> Ask:
        return next(a for a in self.conversation.asks if a.field == self.asked[-1])


def begin(conversation: Conversation, draft: Any) -> Open | None:
    """The first open question, or None when nothing is missing."""
    return _advance(Open(conversation, draft))


def answer(state: Open, value: Any) -> Open:
    """Fills the open question's field. The next question is the caller's `step`."""
    return replace(state, draft=replace(state.draft, **{state.ask.field: value}))


def step(state: Open) -> Open | None:
    """The next open question, or None when the conversation is complete."""
    return _advance(replace(state, passed=state.passed | {state.asked[-1]}))


def back(state: Open) -> Open | None:
    """The question before, its answer taken back; None at the first one."""
    if len(state.asked) < 2:
        return None
    earlier = state.asked[:-1]
    cleared = replace(state.draft, **{earlier[-1]: _default(state.draft, earlier[-1])})
    return replace(state, draft=cleared, asked=earlier, passed=state.passed - {earlier[-1]})


def save(state: Open) -> dict[str, Any]:
    return {"values": asdict(state.draft), "asked": list(state.asked), "passed": sorted(state.passed)}


def load(conversation: Conversation, version: int, saved: Mapping[str, Any]) -> Open | None:
    """None for a state that this version cannot read: the member then gets a polite restart."""
    try:
        known = {f.name for f in fields(conversation.draft)}
        if version != conversation.version or set(saved["values"]) != known or not saved["asked"]:
            return None
        if not {a.field for a in conversation.asks} >= set(saved["asked"]):
            return None
        draft = conversation.draft(**saved["values"])
        return Open(conversation, draft, tuple(saved["asked"]), frozenset(saved["passed"]))
    except (KeyError, TypeError):
        return None


def _advance(state: Open) -> Open | None:
    for ask in state.conversation.asks:
        known = getattr(state.draft, ask.field) is not None
        if not known and ask.field not in state.passed and ask.when(state.draft):
            return replace(state, asked=(*state.asked, ask.field))
    return None


def _default(draft: Any, name: str) -> Any:
    return next(f.default for f in fields(draft) if f.name == name)
