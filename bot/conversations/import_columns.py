"""The columns of a table that was sent: each is said to be something, or is left out."""

from bot.callback import Tap
from bot.cards.importing import COLUMNS_A_PAGE, columns_card, fields_card
from bot.context import Context
from bot.import_steps import own_names, tapped_import
from bot.room import Replies, Room
from crm.errors import Refused
from crm.exchange.cells import text_of
from crm.exchange.header import targets
from crm.exchange.names import Field, Target
from crm.models import Import
from crm.store.imports import get_piece
from crm.usecases.import_file import change_column, check_changeable, columns_of

_SAMPLE = 3


def _on_columns(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
    check_changeable(import_)
    page = int(tap.arg) if tap.arg.isdecimal() and len(tap.arg) < 4 else 0
    columns, own = columns_of(import_), own_names(ctx, import_)
    return [columns_card(import_, columns, own, page, edits=ctx.incoming.message_id)]


def _on_column(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
    check_changeable(import_)
    column = _column(import_, tap.arg)
    own = own_names(ctx, import_)
    fields: list[Target] = [*targets(import_.block), *own]
    piece = get_piece(ctx.work.session, import_, 0)
    cells = [text_of(row[column]) for row in piece.rows] if piece else []
    sample = list(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLE]
    return [fields_card(import_, column, fields, own, sample, edits=ctx.incoming.message_id)]


def _on_to(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
    column, _, field = tap.arg.partition(".")
    number = _column(import_, column)
    change_column(ctx.work.session, import_, number, _target(field))
    columns, own = columns_of(import_), own_names(ctx, import_)
    page = number // COLUMNS_A_PAGE
    return [columns_card(import_, columns, own, page, edits=ctx.incoming.message_id)]


def _target(said: str) -> Target | None:
    if not said:
        return None
    if said.isdecimal():
        return int(said)
    if said not in list(Field):
        raise Refused("passed")
    return Field(said)


def _column(import_: Import, said: str) -> int:
    if not (said.isdecimal() and len(said) < 4 and int(said) < len(import_.head)):
        raise Refused("passed")
    return int(said)


ROOM = Room(taps={"import-cols": _on_columns, "import-col": _on_column, "import-to": _on_to})
