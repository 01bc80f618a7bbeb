"""The team: who is in it, with which role, who cannot be reached; removing, other roles, giving away what is left."""

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows, undo_button
from bot.chat import Bold, Button, Joined, Priority, Reply, Value, t
from bot.context import Context
from bot.replies import put_out
from bot.room import Replies, Room
from crm.access import Role
from crm.errors import NotYours
from crm.ids import from_base36, to_base36
from crm.models import Member
from crm.rules.visibility import may_remove
from crm.store.chats import get_chat
from crm.store.members import Who, team, who_is
from crm.usecases.come_in import change_role, remove_member
from crm.usecases.hand_over_all import former_holders, hand_over_all, held_by

_PAGE = 5
_LAST_PAGE = 999


def _on_command(ctx: Context) -> Replies:
    return [_list(ctx, 0)]


def _on_team(ctx: Context, tap: Tap) -> Replies:
    page = int(tap.arg) if tap.arg.isascii() and tap.arg.isdigit() and len(tap.arg) < 4 else 0
    return [_list(ctx, min(page, _LAST_PAGE), edits=ctx.incoming.message_id)]


def _list(ctx: Context, page: int, *, edits: int | None = None) -> Reply:
    """Who leads others opens a member by a button; a rep sees names and roles."""
    members = team(ctx.work.session, ctx.access)
    shown = members[page * _PAGE : (page + 1) * _PAGE]
    lines: list[Value] = [t("team-of", count=len(members)), *(_line(ctx, member) for member in shown)]
    turning = [Button(t("button-page-before"), encode("team", arg=str(page - 1)))] if page else []
    if len(members) > (page + 1) * _PAGE:
        turning.append(Button(t("button-page-after"), encode("team", arg=str(page + 1))))
    if not ctx.access.leads_others:
        return Reply(tuple(lines), (tuple(turning),), edits=edits)
    buttons = [Button(member.name, encode("member", member.id)) for member in shown]
    if page == 0:
        buttons += [
            Button(t("button-left", name=member.name, count=count), encode("member-give", member.id))
            for member, count in former_holders(ctx.work.session, ctx.access)
        ]
    return Reply(tuple(lines), (*_pairs(buttons), tuple(turning)), edits=edits)


def _line(ctx: Context, member: Member) -> Value:
    bot_id = ctx.incoming.bot_id
    chat = get_chat(ctx.work.session, bot_id, member.chat_id) if member.chat_id is not None else None
    blocked = t("team-blocked") if chat is not None and chat.blocked_at is not None else None
    return Joined((member.name, t(f"role-{member.role.value}"), blocked))


def _on_member(ctx: Context, tap: Tap) -> Replies:
    return [_card(ctx, _member(ctx, tap.id).member)]


def _card(ctx: Context, member: Member, said: Value = None) -> Reply:
    access = ctx.access
    count = held_by(ctx.work.session, access, member.id)
    buttons: list[Button] = []
    if access.role is Role.OWNER:
        buttons += [
            Button(t(f"button-make-{role.value}"), encode("member-role", member.id, arg=role.value))
            for role in Role
            if role is not member.role
        ]
    if count:
        buttons.append(Button(t("button-give-all"), encode("member-give", member.id)))
    if may_remove(access, member.role, is_last_owner=False):
        buttons.append(Button(t("button-remove"), encode("member-remove", member.id)))
    lines = (said, Bold(_line(ctx, member)), t("member-holds", count=count))
    return Reply(lines, (*_pairs(buttons), (_to_team(),)), edits=ctx.incoming.message_id)


def _on_role(ctx: Context, tap: Tap) -> Replies:
    if tap.arg not in list(Role):
        ctx.toast = t("passed")
        return []
    return [_card(ctx, change_role(ctx.work.session, ctx.access, tap.id, Role(tap.arg)))]


def _on_remove(ctx: Context, tap: Tap) -> Replies:
    """Asks first."""
    member = _member(ctx, tap.id).member
    buttons = (
        Button(t("button-remove-yes"), encode("member-out", member.id)),
        Button(t("button-keep"), encode("member", member.id)),
    )
    return [Reply((t("member-remove-sure", name=member.name),), (buttons,), edits=ctx.incoming.message_id)]


def _on_out(ctx: Context, tap: Tap) -> Replies:
    _check_leads(ctx)
    member = remove_member(ctx.work.session, ctx.work.now, ctx.access, tap.id)
    count = held_by(ctx.work.session, ctx.access, member.id)
    give = (Button(t("button-give-all"), encode("member-give", member.id)),) if count else ()
    lines = (t("member-removed", name=member.name), t("member-still-holds", count=count) if count else None)
    return [Reply(lines, (give, (_to_team(),)), edits=ctx.incoming.message_id)]


def _on_give(ctx: Context, tap: Tap) -> Replies:
    """To whom? Members who were removed are given from all the same."""
    _check_leads(ctx)
    giver = _anybody(ctx, tap.id)
    count = held_by(ctx.work.session, ctx.access, giver.id)
    buttons = [
        Button(member.name, encode("member-give-to", giver.id, arg=to_base36(member.id)))
        for member in team(ctx.work.session, ctx.access)
        if member.id != giver.id
    ]
    asked = t("member-give-to-whom", name=giver.name, count=count)
    return [Reply((asked,), (*_pairs(buttons), (_to_team(),)), edits=ctx.incoming.message_id)]


def _on_give_to(ctx: Context, tap: Tap) -> Replies:
    _check_leads(ctx)
    giver, receiver = _anybody(ctx, tap.id), _receiver(ctx, tap.arg)
    given = hand_over_all(ctx.work, ctx.who, giver.id, receiver)
    if not given:
        ctx.toast = t("passed")
        return []
    ctx.work.session.flush()
    left = held_by(ctx.work.session, ctx.access, giver.id)
    _tell(ctx, receiver, giver, given)
    undo = undo_button(ctx.work.turn_id)
    more = Button(t("button-give-rest", count=left), encode("member-give-to", giver.id, arg=tap.arg))
    said = t("member-given", count=given, name=receiver.member.name)
    rest = t("member-still-holds", count=left) if left else None
    first_row = (more, undo) if left else (undo,)
    return [Reply((said, rest), (first_row, (_to_team(),)), edits=ctx.incoming.message_id)]


def _tell(ctx: Context, receiver: Who, giver: Member, count: int) -> None:
    member = receiver.member
    if member.chat_id is None or member.id == ctx.member.id:
        return
    said = t("member-given-to-you", name=ctx.member.name, former=giver.name, count=count)
    message = Reply((said,), sounds=True, priority=Priority.REMINDER, key=f"{ctx.work.turn_id}-given-all")
    put_out(ctx.work, ctx.incoming.bot_id, member.chat_id, ctx.workspace.id, member.language, [message])


def _member(ctx: Context, member_id: int) -> Who:
    """Raises NotYours for who is not in the team, and for a rep who asks."""
    _check_leads(ctx)
    found = who_is(ctx.work.session, ctx.access.workspace_id, member_id)
    if found is None:
        raise NotYours
    return found


def _anybody(ctx: Context, member_id: int) -> Member:
    """Of this workspace, removed ones too."""
    member = ctx.work.session.get(Member, (ctx.access.workspace_id, member_id))
    if member is None:
        raise NotYours
    return member


def _receiver(ctx: Context, id36: str) -> Who:
    try:
        return _member(ctx, from_base36(id36))
    except ValueError:
        raise NotYours from None


def _check_leads(ctx: Context) -> None:
    if not ctx.access.leads_others:
        raise NotYours


def _to_team() -> Button:
    return Button(t("button-to-team"), encode("team"))


def _pairs(buttons: list[Button]) -> tuple[tuple[Button, ...], ...]:
    return in_rows(buttons)


ROOM = Room(
    commands={"team": _on_command},
    taps={
        "team": _on_team,
        "member": _on_member,
        "member-role": _on_role,
        "member-remove": _on_remove,
        "member-out": _on_out,
        "member-give": _on_give,
        "member-give-to": _on_give_to,
    },
)
