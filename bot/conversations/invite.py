"""Inviting: a link for somebody to forward, with the role that it gives."""

from bot.callback import Tap, encode
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.access import Role
from crm.errors import Refused
from crm.rules.visibility import may_invite
from crm.usecases.come_in import INVITE_LASTS, find_invite, make_invite, widen_invite

_SEVERAL = 10
_ROLES = (Role.REP, Role.MANAGER, Role.OWNER)


def _on_command(ctx: Context) -> Replies:
    """Raises Refused("not-allowed") for a rep."""
    roles = [role for role in _ROLES if may_invite(ctx.access, role)]
    if not roles:
        raise Refused("not-allowed")
    buttons = tuple(Button(t(f"role-{role.value}"), encode("invite", arg=role.value)) for role in roles)
    cancel = Button(t("button-cancel"), encode("keep"))
    return [Reply((t("invite-as"),), (buttons, (cancel,)))]


def _on_invite(ctx: Context, tap: Tap) -> Replies:
    if tap.arg not in list(Role):
        ctx.toast = t("passed")
        return []
    role, work = Role(tap.arg), ctx.work
    token = make_invite(work.session, work.ids, work.now, ctx.access, role)
    invite = find_invite(work.session, token)
    assert invite is not None
    several = Button(t("button-invite-several", count=_SEVERAL), encode("invite-several", invite.id))
    return [
        Reply(
            (
                t("invite-made", role=t(f"role-{role.value}"), days=INVITE_LASTS.days),
                _link(ctx.bot_username, token),
            ),
            ((several,),) if role is not Role.OWNER else (),
            edits=ctx.incoming.message_id,
        )
    ]


def _on_several(ctx: Context, tap: Tap) -> Replies:
    """The link stays as it is, and so does the message that shows it."""
    widen_invite(ctx.work.session, ctx.work.now, ctx.access, tap.id, _SEVERAL)
    return [Reply((t("invite-several", count=_SEVERAL),))]


def _link(bot_username: str, token: str) -> str:
    """Where the bot's name is not known yet, what to send it."""
    return f"https://t.me/{bot_username}?start={token}" if bot_username else f"/start {token}"


ROOM = Room(commands={"invite": _on_command}, taps={"invite": _on_invite, "invite-several": _on_several})
