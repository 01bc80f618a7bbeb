"""What can be exported: each with its columns and its records."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal, get_args

from sqlalchemy import Connection

from crm.models import Block
from crm.store.exporting import history
from crm.store.exporting.belongings import own_columns
from crm.store.exporting.blocks import COLUMNS, Record, records_of
from crm.store.exporting.scope import Scope

What = Literal["leads", "accounts", "contacts", "opportunities", "activities", "follow-ups", "files"]
WHATS: tuple[What, ...] = get_args(What)
BLOCK_OF: dict[What, Block] = {
    "leads": Block.LEAD,
    "accounts": Block.ACCOUNT,
    "contacts": Block.CONTACT,
    "opportunities": Block.OPPORTUNITY,
}
_HISTORY = {
    "activities": (history.ACTIVITY_COLUMNS, history.activities),
    "follow-ups": (history.FOLLOW_UP_COLUMNS, history.follow_ups),
    "files": (history.FILE_COLUMNS, history.files),
}


@dataclass(frozen=True, slots=True)
class Sheet:
    """records: each has exactly these columns, in this order; can be read once."""

    name: What
    columns: Sequence[str]
    records: Iterator[Record]


def sheet_of(connection: Connection, scope: Scope, what: What) -> Sheet:
    block = BLOCK_OF.get(what)
    if block is None:
        columns, read = _HISTORY[what]
        return Sheet(what, columns, read(connection, scope))
    own = own_columns(connection, scope, block, COLUMNS[block])
    columns = (*COLUMNS[block], *(column.name for column in own))
    return Sheet(what, columns, records_of(connection, scope, block, own))
