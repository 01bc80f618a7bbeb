"""Which mail is ours, from /settings: one's own addresses, and for the owner the company's domains; added and taken back."""

import re
from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.row_list import PAGE, page_buttons, read_page
from bot.chat import Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Conversation, NotUnderstoodError
from bot.documents.passed_on import ours
from bot.questions import start
from bot.room import Replies, Room
from crm.errors import Refused
from crm.mail.mail import read_mailboxes
from crm.rules.visibility import may_set_workspace
from crm.store.correspondents import is_known
from crm.store.own_mail import own_mails
from crm.usecases.own_mail import add_domain, learn_address, take_back

_LIST, _ADD, _OFF = "mail-ours", "mail-add", "mail-off"
_DOMAIN = re.compile(r"@?((?:[\w-]{1,63}\.){1,5}[a-z]{2,24})")
_NAMED = 5


@dataclass(frozen=True, slots=True)
class OwnMailDraft:
    """value: an address, or a domain."""

    value: str | None = None


def _on_list(ctx: Context, tap: Tap) -> Replies:
    """arg: the page."""
    return [_card(ctx, read_page(tap.arg), edits=ctx.incoming.message_id)]


def _on_add(ctx: Context, tap: Tap) -> Replies:
    return start(ctx, ADD, OwnMailDraft())


def _on_off(ctx: Context, tap: Tap) -> Replies:
    take_back(ctx.work, ctx.access, tap.id)
    return [_card(ctx, edits=ctx.incoming.message_id)]


def _card(ctx: Context, page: int = 0, *, edits: int | None = None) -> Reply:
    known = ours(ctx)
    rows = own_mails(ctx.work.session, ctx.access)
    shown = rows[page * PAGE : (page + 1) * PAGE]
    off = [Button(t("button-drop", name=row.value), encode(_OFF, row.id)) for row in shown]
    turning = page_buttons(
        Tap(_LIST, arg=str(page - 1)) if page else None,
        Tap(_LIST, arg=str(page + 1)) if len(rows) > (page + 1) * PAGE else None,
    )
    undo = (undo_button(ctx.work.turn_id),) if ctx.work.turn else ()
    return Reply(
        (
            Bold(t("mail-ours-head")),
            t("mail-ours-domains", domains=_named(known.domains)) if known.domains else None,
            t("mail-ours-mine", addresses=_named(known.mine)) if known.mine else None,
            t("mail-ours-how"),
        ),
        (
            *in_rows(off, 1),
            turning,
            (
                Button(t("button-add-own-mail"), encode(_ADD)),
                Button(t("button-back"), encode("settings")),
                *undo,
            ),
        ),
        edits=edits,
    )


def _named(values: frozenset[str]) -> Value:
    return Joined(tuple(sorted(values)[:_NAMED]), ", ")


def _parse(ctx: Context, text: str) -> str:
    found = read_mailboxes(text)
    if len(found) == 1:
        return found[0].address
    domain = _DOMAIN.fullmatch(text.casefold())
    if domain is None or found or not may_set_workspace(ctx.access):
        raise NotUnderstoodError("mail-not-own")
    return domain[1]


def _finish(ctx: Context, draft: OwnMailDraft) -> Replies:
    """Raises Refused("mail-known"), Refused("mail-freemail")."""
    value = draft.value or ""
    if "@" not in value:
        add_domain(ctx.work, ctx.access, value)
    elif is_known(ctx.work.session, ctx.access, value):
        raise Refused("mail-known")
    else:
        learn_address(ctx.work, ctx.access, value)
    return [_card(ctx)]


ADD = Conversation(
    name="own-mail",
    version=1,
    draft=OwnMailDraft,
    asks=(
        Ask(
            "value",
            "ask-own-mail",
            _parse,
            optional=False,
            args=lambda ctx, draft: {"owner": "yes" if may_set_workspace(ctx.access) else "no"},
            asks_for_somebody=True,
        ),
    ),
    finish=_finish,
)

ROOM = Room(taps={_LIST: _on_list, _ADD: _on_add, _OFF: _on_off}, conversations=(ADD,))
