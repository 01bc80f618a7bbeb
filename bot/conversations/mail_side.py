"""[They wrote], [We wrote]: a wrong guess at who wrote a mail is turned round by one tap."""

from bot.callback import Tap, id_in
from bot.cards.mail import turned_card
from bot.chat import t
from bot.context import Context
from bot.documents.passed_on import recalled
from bot.room import Replies, Room
from crm.capture.draft import Direction
from crm.store.blocks import subject_of
from crm.usecases.log_mail_direction import set_mail_direction


def _on_side(ctx: Context, tap: Tap) -> Replies:
    """id: of the mail on the timeline. arg: the direction that it had, and the entry that it came in by."""
    direction, _, entry = tap.arg.partition(".")
    if direction not in list(Direction):
        ctx.toast = t("passed")
        return []
    said_in = id_in(entry)
    passed = recalled(ctx, said_in)
    sender = passed.mail.sender.address if passed is not None else None
    done = set_mail_direction(ctx.work, ctx.access, tap.id, Direction(direction), sender)
    if done is None:
        ctx.toast = t("passed")
        return []
    mail, turn, settled = done
    subject = subject_of(ctx.work.session, ctx.access, mail)
    return [turned_card(ctx, subject, mail, turn.id, said_in, settled)]


ROOM = Room(taps={"mail-by": _on_side})
