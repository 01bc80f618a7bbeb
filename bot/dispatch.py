"""Which handler answers: a tap, a command, an open question, a reply, an edited message, or any message."""

from bot import any_message, questions
from bot.callback import decode
from bot.chat import Incoming, Kind, Reply, t
from bot.commanded import commanded
from bot.context import Context
from bot.conversations import capture, location, mail
from bot.dialogue import Open
from bot.documents import albums
from bot.documents.handlers import took_file
from bot.documents.kept import with_files
from bot.registry import REGISTRY
from bot.room import Replies
from bot.running.entries import done_of
from bot.second_tap import is_second_tap
from crm.capture.read import read_somebody_new


def decide(ctx: Context) -> Replies:
    """The replies to one entry of a member. Commands win over open questions."""
    return with_files(ctx, _decide(ctx))


def _decide(ctx: Context) -> Replies:
    match ctx.incoming.kind:
        case Kind.TAP:
            return _tapped(ctx)
        case Kind.EDITED:
            return any_message.edited(ctx)
        case Kind.CONTACT if (replies := questions.shared(ctx)) is not None:
            return replies
        case Kind.CONTACT:
            return [*capture.contact_card(ctx), *_asked_again(ctx)]
        case Kind.LOCATION:
            return location.located(ctx)
        case Kind.JOB if albums.is_timer(ctx.incoming):
            return _came_together(ctx)
        case Kind.JOB:
            return _came_back(ctx)
        case Kind.FILE if albums.is_part(ctx.incoming):
            return albums.held(ctx)
        case Kind.FILE if (replies := took_file(ctx)) is not None:
            return replies
    return _said(ctx)


def _said(ctx: Context) -> Replies:
    text = ctx.incoming.text.strip()
    if text.startswith("/"):
        return _commanded(ctx, text)
    if not text:
        return [Reply((t("cannot-read", kind=t(_kind_key(ctx.incoming))),))]
    if (replies := _mail(ctx)) is not None:
        return replies
    if ctx.incoming.reply_to is not None and (replies := any_message.replied(ctx)) is not None:
        return replies
    if ctx.open is not None:
        return _in_conversation(ctx, ctx.open)
    return any_message.said(ctx)


def _mail(ctx: Context) -> Replies | None:
    """A pasted mail is one whatever was asked; the question is then asked again."""
    state = ctx.open
    if state is not None and state.ask.asks_for_somebody:
        return None
    replies = mail.passed_on(ctx)
    return replies if replies is None else [*replies, *_asked_again(ctx)]


def _in_conversation(ctx: Context, state: Open) -> Replies:
    """An answer; but somebody new with a way to reach them is a capture, and the question is asked again."""
    own = None if state.ask.asks_for_somebody else read_somebody_new(ctx.incoming.text, ctx.surroundings)
    if own is None:
        return questions.answered(ctx)
    cards = capture.captured(ctx, own.draft, ctx.incoming.text, formal=own.formal)
    return [*cards, *_asked_again(ctx)]


def _asked_again(ctx: Context) -> Replies:
    return [questions.ask(ctx, ctx.open)] if ctx.open is not None else []


def _tapped(ctx: Context) -> Replies:
    if is_second_tap(ctx):
        ctx.toast = t("passed")
        return []
    tap = decode(ctx.incoming.text)
    if tap is not None and tap.verb == questions.VERB:
        return questions.tapped(ctx, tap)
    handler = REGISTRY.taps.get(tap.verb) if tap else None
    if tap is None or handler is None:
        ctx.toast = t("passed")
        return []
    return handler(ctx, tap)


def _came_back(ctx: Context) -> Replies:
    return REGISTRY.done[str(ctx.incoming.payload["job"])](ctx, done_of(ctx.incoming))


def _came_together(ctx: Context) -> Replies:
    """An album is one message, handled in that message's own turn."""
    message = albums.together(ctx)
    if message is None:
        return []
    ctx.goes_by(message)
    replies = took_file(ctx)
    return replies if replies is not None else _said(ctx)


def _commanded(ctx: Context, text: str) -> Replies:
    name, ctx.said = commanded(text)
    if name == "cancel":
        return questions.cancelled(ctx)
    handler = REGISTRY.commands.get(name)
    if handler is None:
        return [Reply((t("unknown-command", command=name[:32]),))]
    ctx.open = None
    return handler(ctx)


def _kind_key(incoming: Incoming) -> str:
    """The text that names what came in: a sticker, a photo without a caption."""
    name = incoming.file.kind if incoming.file else incoming.other or incoming.kind.value
    return f"kind-{name.replace('_', '-')}"
