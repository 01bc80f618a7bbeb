"""A file that was sent is put into pieces: outside any turn, some pieces a transaction, and doing it again does no harm."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any, BinaryIO

from crm.exchange.cells import Cell
from crm.exchange.tables import UnreadableTableError, read_table
from crm.models import Block, Import, ImportState
from crm.store.imports import SLICE, add_pieces, drop_pieces
from crm.store.members import who_is
from crm.store.work import Session
from crm.usecases.import_file import describe

_PIECES_AT_ONCE = 20
_SAMPLE = 200

Commit = Callable[[Callable[[Session], Any]], Any]
"""Does something in a transaction of its own."""


@dataclass(frozen=True, slots=True)
class Sent:
    """A file that a member sent. import_id: made beforehand, so that a second try is the same import.

    block: where the member said what is in it.
    """

    import_id: int
    workspace_id: int
    member_id: int
    name: str
    block: Block | None = None


def keep_import(commit: Commit, file: BinaryIO, sent: Sent, ids: Callable[[], int], now: datetime) -> int:
    """How many rows. The import is then ASKED. Raises UnreadableTableError, having left nothing but an empty import."""
    commit(lambda session: _begin(session, sent, now))
    table = read_table(file)
    total, sample = 0, list[list[Cell]]()
    for number, rows in enumerate(_bunches(table.rows)):
        if number == 0:
            sample = rows[:_SAMPLE]
        pieces = [rows[start : start + SLICE] for start in range(0, len(rows), SLICE)]
        first = number * _PIECES_AT_ONCE
        commit(
            lambda session, first=first, pieces=pieces: add_pieces(  # type: ignore[misc]
                session, _get(session, sent), first, pieces, [ids() for _ in pieces]
            )
        )
        total += len(rows)
    if not total:
        raise UnreadableTableError("import-empty")
    commit(lambda session: _end(session, sent, table.head, sample, total))
    return total


def _begin(session: Session, sent: Sent, now: datetime) -> None:
    import_ = session.get(Import, (sent.workspace_id, sent.import_id))
    if import_ is None:
        session.add(
            Import(
                workspace_id=sent.workspace_id,
                id=sent.import_id,
                member_id=sent.member_id,
                block=sent.block or Block.LEAD,
                name=sent.name[:300],
                head=[],
                mapping={},
                created_at=now,
            )
        )
    else:
        drop_pieces(session, import_)


def _end(session: Session, sent: Sent, head: list[str], sample: list[list[Cell]], total: int) -> None:
    import_ = _get(session, sent)
    who = who_is(session, sent.workspace_id, sent.member_id)
    if who is None:  # left meanwhile: nobody will ask for it
        drop_pieces(session, import_)
        return
    describe(session, import_, who, head, sample, sent.block)
    import_.total, import_.state = total, ImportState.ASKED


def _get(session: Session, sent: Sent) -> Import:
    return session.get_one(Import, (sent.workspace_id, sent.import_id))


def _bunches(rows: Iterator[list[Cell]]) -> Iterator[list[list[Cell]]]:
    bunch: list[list[Cell]] = []
    for row in rows:
        bunch.append(row)
        if len(bunch) == SLICE * _PIECES_AT_ONCE:
            yield bunch
            bunch = []
    if bunch:
        yield bunch
