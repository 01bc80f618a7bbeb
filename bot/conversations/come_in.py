"""The door: owner links, invite links, HANDSLAG_OWNERS, and the one polite answer to a stranger."""

from dataclasses import dataclass

from bot.callback import encode
from bot.catalogue import language_of
from bot.chat import Button, Incoming, Kind, Reply, t
from bot.commanded import commanded
from bot.context import Context
from crm.access import Role
from crm.errors import Refused
from crm.store.gazetteer import forget_gazetteer
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.come_in import first_workspace, join, make_workspace, take_in

_FIRST_NAME = "Handslag"


@dataclass(frozen=True, slots=True)
class Door:
    work: Work
    incoming: Incoming
    owners: frozenset[int]


def at_the_door(door: Door, who: Who | None) -> tuple[Who | None, list[Reply]]:
    """Who it is after this message, and what is to be said because of it; no replies: go on as usual.

    A capture is never kept waiting: set-up is offered, not asked for.
    """
    token = _start_token(door.incoming)
    if token:
        try:
            joined = _join(door, token)
        except Refused as refused:
            return who, [Reply((t(refused.key),))]
        return joined, [welcome(joined)]
    if who is None and door.incoming.sender is not None and door.incoming.sender.user_id in door.owners:
        who = _enter_as_owner(door)
        return who, [welcome(who)] if _is_start(door.incoming) else []
    if who is not None and _is_start(door.incoming):
        return who, [welcome(who)]
    return who, []


def welcome(who: Who) -> Reply:
    """An owner is asked for the set-up, once; everybody else is asked nothing."""
    if who.member.role is Role.OWNER and who.workspace.set_up_at is None:
        return Reply((t("welcome-owner"), t("welcome-example")), ((_set_up_button(),),))
    return Reply((t("welcome-member", workspace=who.workspace.name), t("welcome-example")))


def set_up_offer(ctx: Context) -> list[Reply]:
    """After the first answer to an owner who came in without /start (HANDSLAG_OWNERS): nothing waits for it."""
    is_new = ctx.member.joined_at == ctx.work.now
    if not is_new or ctx.member.role is not Role.OWNER or ctx.workspace.set_up_at is not None or ctx.open:
        return []
    return [Reply((t("set-up-offer"),), ((_set_up_button(),),))]


def _set_up_button() -> Button:
    return Button(t("button-set-up"), encode("set-up"))


def stranger_reply() -> Reply:
    return Reply((t("stranger"),))


def language_of_sender(incoming: Incoming) -> str:
    return language_of(incoming.sender.language if incoming.sender else "")


def _start_token(incoming: Incoming) -> str:
    """The payload of t.me/<bot>?start=…, which arrives as "/start …"; a bare code works as well."""
    command, rest = commanded(incoming.text)
    return rest if incoming.kind is Kind.TEXT and command == "start" else ""


def _is_start(incoming: Incoming) -> bool:
    return incoming.kind is Kind.TEXT and commanded(incoming.text) == ("start", "")


def _join(door: Door, token: str) -> Who:
    sender = door.incoming.sender
    assert sender is not None
    work = door.work
    who = join(
        work.session,
        work.ids,
        work.now,
        token,
        user_id=sender.user_id,
        name=sender.name,
        username=sender.username,
        language=language_of(sender.language),
    )
    forget_gazetteer(who.workspace.id)
    return who


def _enter_as_owner(door: Door) -> Who:
    sender, work = door.incoming.sender, door.work
    assert sender is not None
    workspace = first_workspace(work.session) or make_workspace(work.session, work.ids, work.now, _FIRST_NAME)
    return take_in(
        work.session,
        work.ids,
        work.now,
        workspace,
        Role.OWNER,
        user_id=sender.user_id,
        name=sender.name,
        username=sender.username,
        language=language_of(sender.language),
    )
