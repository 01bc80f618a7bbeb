"""[Send contact]: a Telegram contact that the phone can keep, and a vCard file."""

from bot.callback import Tap, encode
from bot.cards.shared import card_file, shared_contact
from bot.chat import Button, t
from bot.context import Context
from bot.room import Replies, Room
from crm.store.accounts import get_contact


def _on_send(ctx: Context, tap: Tap) -> Replies:
    """arg "file": as a file only; without a number it is a file anyway."""
    contact = get_contact(ctx.work.session, ctx.access, tap.id)
    ctx.shows(contact)
    as_file = Button(t("button-as-file"), encode("send-contact", contact.id, arg="file"))
    sent = shared_contact(ctx, contact, ((as_file,),)) if tap.arg != "file" else None
    return [sent or card_file(ctx, contact)]


ROOM = Room(taps={"send-contact": _on_send})
