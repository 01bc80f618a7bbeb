"""Putting a conversation's open question to the member, and taking the answer: Back, Skip and Cancel at every step."""

from bot.callback import Tap, encode
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Conversation, NotUnderstoodError, Open, answer, back, begin, step
from bot.room import Replies

VERB = "ask"


def start(ctx: Context, conversation: Conversation, draft: object) -> Replies:
    """Asks for the first thing that is missing, or finishes at once when nothing is."""
    return _go_on(ctx, conversation, draft, begin(conversation, draft))


def ask(ctx: Context, state: Open) -> Reply:
    """The open question with its choices."""
    question = state.ask
    choices = question.choices(ctx, state.draft)
    rows = [
        (Button(choice.label, encode(VERB, arg=f"{question.field}={number}")),)
        for number, choice in enumerate(choices)
    ]
    pairs = [tuple(b for row in rows[i : i + 2] for b in row) for i in range(0, len(rows), 2)]
    controls = [Button(t("button-cancel"), encode(VERB, arg=f"{question.field}!cancel"))]
    if len(state.asked) > 1:
        controls.insert(0, Button(t("button-back"), encode(VERB, arg=f"{question.field}!back")))
    if question.optional:
        controls.append(Button(t("button-skip"), encode(VERB, arg=f"{question.field}!skip")))
    return Reply((t(question.key, **question.args(ctx, state.draft)),), (*pairs, tuple(controls)))


def answered(ctx: Context) -> Replies:
    """A typed answer. What cannot be read is asked again; nothing typed is lost, it stands in the chat."""
    state = ctx.open
    assert state is not None
    question = state.ask
    if question.parse is None:
        return [ask(ctx, state)]
    try:
        value = question.parse(ctx, ctx.incoming.text.strip())
    except NotUnderstoodError as reason:
        again = ask(ctx, state)
        return [Reply((t(reason.key), *again.lines), again.buttons)]
    return _next(ctx, answer(state, value))


def shared(ctx: Context) -> Replies | None:
    """A contact of the phone's address book as the answer; None where no open question takes one."""
    state = ctx.open
    if state is None or state.ask.shared is None:
        return None
    return _next(ctx, answer(state, state.ask.shared(ctx)))


def tapped(ctx: Context, tap: Tap) -> Replies:
    """Back, Skip, Cancel or a choice of the question that is open; one of an earlier question has passed."""
    state = ctx.open
    name, mark, what = _parts(tap.arg)
    if state is None or not mark or name != state.asked[-1]:
        ctx.toast = t("passed")
        return []
    if mark == "!":
        return _controlled(ctx, state, what)
    choices = state.ask.choices(ctx, state.draft)
    if not what.isdecimal() or int(what) >= len(choices):
        ctx.toast = t("passed")
        return []
    return _next(ctx, answer(state, choices[int(what)].value))


def cancelled(ctx: Context) -> Replies:
    """Says so where nothing was open."""
    if ctx.open is None:
        return [Reply((t("cancel-nothing"),))]
    ctx.open = None
    return [Reply((t("cancelled"),))]


def _controlled(ctx: Context, state: Open, what: str) -> Replies:
    if what == "cancel":
        return cancelled(ctx)
    if what == "skip" and state.ask.optional:
        return _next(ctx, state)
    earlier = back(state) if what == "back" else None
    if earlier is None:
        ctx.toast = t("passed")
        return []
    ctx.open = earlier
    return [ask(ctx, earlier)]


def _next(ctx: Context, state: Open) -> Replies:
    return _go_on(ctx, state.conversation, state.draft, step(state))


def _go_on(ctx: Context, conversation: Conversation, draft: object, state: Open | None) -> Replies:
    ctx.open = state
    return [ask(ctx, state)] if state is not None else conversation.finish(ctx, draft)


def _parts(arg: str) -> tuple[str, str, str]:
    for mark in ("=", "!"):
        name, found, what = arg.partition(mark)
        if found:
            return name, mark, what
    return arg, "", ""
