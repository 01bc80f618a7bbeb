"""One inbox entry = one transaction: who is it, which state, decide, save. The runner opens and commits it."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.callback import encode
from bot.chat import Button, CallbackAnswer, Incoming, Kind, Reply, t
from bot.context import Context
from bot.conversations import come_in
from bot.dialogue import Open, load, save
from bot.dispatch import decide
from bot.registry import REGISTRY
from bot.render import as_plain
from bot.replies import put_out
from bot.running.entries import done_of, workspace_of
from bot.trouble import settle, tell_trouble
from crm.errors import Colleagues, DoneAlready, NotYours, Refused
from crm.ids import to_base36
from crm.models import Chat, Dialogue, Inbox
from crm.store.chats import end_dialogue, get_chat, make_chat, save_dialogue
from crm.store.inbox import UnreadableEntryError, note_workspace
from crm.store.members import Who
from crm.store.speaking import Speaking, who_speaks
from crm.store.work import Session, Work, nothing_left_if_refused, start_work


@dataclass(frozen=True, slots=True)
class TurnHandler:
    """read: the inbox payload -> Incoming, None where there is nothing to do. owners: HANDSLAG_OWNERS.

    stores_files: whether bytes of files are kept besides Telegram.
    """

    read: Callable[[Inbox], Incoming | None]
    clock: Callable[[], datetime]
    ids: Callable[[], int]
    owners: frozenset[int] = frozenset()
    bot_username: str = ""
    stores_files: bool = False

    def handle(self, session: Session, entry: Inbox) -> list[CallbackAnswer]:
        """Everything that the entry changes, in the session; the answers to taps are for after the commit."""
        incoming = self.read(entry)
        if incoming is None:
            return []
        try:
            with nothing_left_if_refused(session):
                return self._handle(session, entry, incoming)
        except Refused as refused:
            return self._handle(session, entry, incoming, refused)

    def _handle(
        self, session: Session, entry: Inbox, incoming: Incoming, refused: Refused | None = None
    ) -> list[CallbackAnswer]:
        """refused: why the entry can change nothing; that is then the answer."""
        work = start_work(session, self.clock(), self.ids, entry.id)
        speaking = _speaking(session, incoming)
        chat = speaking.chat
        is_new = chat is None
        if incoming.chat_type != "private" and incoming.kind is not Kind.MIGRATED:
            return self._turn_away(session, entry, incoming, chat)
        if chat is None:
            chat = make_chat(session, incoming.bot_id, incoming.chat_id, incoming.chat_type)
        if incoming.kind is Kind.JOB:
            return self._come_back(entry, incoming, work, speaking, refused)
        if _is_about_the_chat(incoming, chat, work.now) or incoming.sender is None or incoming.sender.is_bot:
            return []
        if chat.blocked_at is not None:
            chat.blocked_at = None
        door = come_in.Door(work, incoming, self.owners)
        who, replies = come_in.at_the_door(door, _chosen(chat, speaking.memberships))
        if who is None:
            told = chat.workspace_id is None and not is_new
            chat.workspace_id = None
            stranger = [] if told and not replies else replies or [come_in.stranger_reply()]
            put_out(
                work, entry.bot_id, incoming.chat_id, None, come_in.language_of_sender(incoming), stranger
            )
            return _answers(incoming, "")
        _settle_in(chat, who, incoming.chat_id)
        work.actor_id = who.member.id
        note_workspace(session, entry.id, who.workspace.id)
        ctx = Context(
            incoming,
            work,
            who,
            incoming.text,
            bot_username=self.bot_username,
            recall=self._recall(work, incoming),
            stores_files=self.stores_files,
        )
        if who.workspace.id in speaking.fairs:
            ctx.knows_fair(speaking.fairs[who.workspace.id])
        return self._talk(entry, ctx, speaking.dialogue, replies, refused)

    def _come_back(
        self, entry: Inbox, incoming: Incoming, work: Work, speaking: Speaking, refused: Refused | None
    ) -> list[CallbackAnswer]:
        """What a job found, for the member who asked, in the workspace that they asked in. Nobody hears of it who has left:
        what was begun for them is then brought to an end."""
        asked = workspace_of(incoming)
        who = next((who for who in speaking.memberships if who.workspace.id == asked), None)
        if who is None:
            left = REGISTRY.left.get(str(incoming.payload["job"]))
            if left is not None:
                left(work, entry.bot_id, done_of(incoming))
            return []
        work.actor_id = who.member.id
        note_workspace(work.session, entry.id, who.workspace.id)
        ctx = Context(
            incoming,
            work,
            who,
            bot_username=self.bot_username,
            recall=self._recall(work, incoming),
            stores_files=self.stores_files,
        )
        return self._talk(entry, ctx, speaking.dialogue, [], refused)

    def on_trouble(self, session: Session, entry: Inbox, parked: bool) -> None:
        """After a first failed try, and when the entry is parked: the member and the owners are told."""
        try:
            incoming = self.read(entry)
        except UnreadableEntryError:
            incoming = None
        tell_trouble(start_work(session, self.clock(), self.ids, entry.id), entry, incoming, parked=parked)

    def on_blocked(self, session: Session, chat_id: int) -> None:
        """A member blocked the bot: the owners see it at the team's list, from the chat's mark."""

    def _talk(
        self,
        entry: Inbox,
        ctx: Context,
        saved: Dialogue | None,
        replies: list[Reply],
        refused: Refused | None,
    ) -> list[CallbackAnswer]:
        session, incoming = ctx.work.session, ctx.incoming
        assert incoming.sender is not None
        key = (entry.bot_id, incoming.chat_id, incoming.thread_id, incoming.sender.user_id)
        before = ctx.open = _opened(saved)
        outdated = [Reply((t("conversation-outdated"),))] if saved is not None and before is None else []
        if refused is not None:
            replies = _refusal(ctx, refused)
        else:
            session.flush()  # who has just come in is found by what is asked
            replies = replies or [*outdated, *decide(ctx), *come_in.set_up_offer(ctx)]
        if ctx.open is None and saved is not None:
            end_dialogue(session, key)
        elif ctx.open is not None and (ctx.open is not before or saved is None):
            save_dialogue(
                session,
                key,
                workspace_id=ctx.workspace.id,
                conversation=ctx.open.conversation.name,
                version=ctx.open.conversation.version,
                step=ctx.open.asked[-1],
                draft=save(ctx.open),
                asked_at=ctx.work.now,
            )
        replies = [_quoting(reply, ctx.incoming) for reply in replies]
        put_out(
            ctx.work,
            entry.bot_id,
            incoming.chat_id,
            ctx.workspace.id,
            ctx.language,
            replies,
            first_target=settle(session, entry),
        )
        return _answers(incoming, as_plain(ctx.toast, ctx.language))

    def _recall(self, work: Work, now_said: Incoming) -> Callable[[int], Incoming | None]:
        def recall(inbox_id: int) -> Incoming | None:
            entry = work.session.get(Inbox, inbox_id)
            if entry is None or not entry.payload or entry.bot_id != now_said.bot_id:
                return None
            try:
                earlier = self.read(entry)
            except UnreadableEntryError:
                return None
            return earlier if earlier is not None and _same_person(earlier, now_said) else None

        return recall

    def _turn_away(
        self, session: Session, entry: Inbox, incoming: Incoming, chat: Chat | None
    ) -> list[CallbackAnswer]:
        """A group sees everything that is said in it, so nothing of a workspace is said there.

        Said when the bot comes in, and to each command; not to what people say to each other.
        """
        if chat is None:
            make_chat(session, incoming.bot_id, incoming.chat_id, incoming.chat_type)
        if incoming.kind is Kind.BLOCKED or (incoming.sender is not None and incoming.sender.is_bot):
            return []
        if chat is None or incoming.kind is Kind.UNBLOCKED or incoming.text.startswith("/"):
            work = start_work(session, self.clock(), self.ids, entry.id)
            language = come_in.language_of_sender(incoming)
            put_out(work, entry.bot_id, incoming.chat_id, None, language, [Reply((t("only-in-private"),))])
        return _answers(incoming, "")


def _speaking(session: Session, incoming: Incoming) -> Speaking:
    if incoming.sender is None:
        return Speaking(get_chat(session, incoming.bot_id, incoming.chat_id), None, [], {}, [])
    return who_speaks(
        session,
        incoming.bot_id,
        incoming.chat_id,
        incoming.thread_id,
        incoming.sender.user_id,
        incoming.written_at.astimezone(UTC).date(),
    )


def _same_person(one: Incoming, other: Incoming) -> bool:
    return one.sender is not None and other.sender is not None and one.sender.user_id == other.sender.user_id


def _is_about_the_chat(incoming: Incoming, chat: Chat, now: datetime) -> bool:
    match incoming.kind:
        case Kind.BLOCKED:
            chat.blocked_at = now
        case Kind.UNBLOCKED:
            chat.blocked_at = None
        case Kind.MIGRATED:
            chat.migrated_to = incoming.migrated_to
        case _:
            return False
    return True


def _chosen(chat: Chat, found: list[Who]) -> Who | None:
    """Of several workspaces the one that this chat is set to."""
    return next((who for who in found if who.workspace.id == chat.workspace_id), found[0] if found else None)


def _settle_in(chat: Chat, who: Who, chat_id: int) -> None:
    """Only what is not so already: a value set anew makes the session look for changes at every flush."""
    if chat.workspace_id != who.workspace.id:
        chat.workspace_id = who.workspace.id
    if who.member.chat_id != chat_id:
        who.member.chat_id = chat_id


def _refusal(ctx: Context, refused: Refused) -> list[Reply]:
    said = t(refused.key, **dict(refused.args_for_text))  # type: ignore[arg-type]
    if isinstance(refused, DoneAlready | NotYours) and ctx.incoming.kind is Kind.TAP:
        ctx.toast = said
        return []
    button = None
    if isinstance(refused, Colleagues):
        me = to_base36(ctx.member.id)
        button = Button(t("button-take-over"), encode("give-to", refused.id, refused.rev, me))
    elif refused.opens is not None:
        button = Button(t("button-to-card"), encode("open", refused.opens))
    return [Reply((said,), ((button,),) if button is not None else ())]


def _opened(saved: Dialogue | None) -> Open | None:
    if saved is None:
        return None
    conversation = REGISTRY.conversations.get(saved.conversation)
    return load(conversation, saved.version, saved.draft) if conversation else None


def _quoting(reply: Reply, incoming: Incoming) -> Reply:
    """Each answer quotes the message that it answers: with bursts nobody knows else what belongs to what."""
    is_answer = reply.edits is None and reply.chat_id is None and reply.quotes is None
    if not is_answer or incoming.kind is Kind.TAP or incoming.message_id is None:
        return reply
    return replace(reply, quotes=incoming.message_id)


def _answers(incoming: Incoming, text: str) -> list[CallbackAnswer]:
    return [CallbackAnswer(incoming.query_id, text)] if incoming.query_id else []
