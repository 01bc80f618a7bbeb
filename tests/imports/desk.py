"""A member at a desk with files: imports by the use cases, without a chat."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import inspect, select
from sqlalchemy.orm import Session

from crm.errors import Refused
from crm.ids import IdMaker
from crm.models import Base, Block, Import, Member
from crm.models.base import Journaled
from crm.store.database import Database
from crm.store.members import Who, who_is
from crm.store.work import Work, start_work
from crm.usecases.import_check import Checked, check_import
from crm.usecases.import_slice import import_slice, start_import
from crm.usecases.keep_import import Sent, keep_import
from crm.usecases.undo_import import start_undo, undo_slice
from tests.clock import Clock

_BOOKKEEPING = {"rev"}
_NO_STATE = {"change", "turn", "import", "import_piece", "node"}


@dataclass
class Desk:
    """What `member` does with files. counts of the last import: `import_`."""

    database: Database
    member: Member
    clock: Clock = field(default_factory=Clock)

    def __post_init__(self) -> None:
        self.ids = IdMaker(7, self.clock)

    def commit(self, work: Callable[[Session], Any]) -> Any:
        with self.database.begin() as session:
            return work(session)

    def who(self, session: Session) -> Who:
        who = who_is(session, self.member.workspace_id, self.member.id)
        assert who is not None
        return who

    def work(self, session: Session) -> Work:
        return start_work(session, self.clock(), self.ids, self.ids(), self.member.id)

    def keeps(self, content: bytes | str, name: str = "file.csv", block: Block | None = None) -> int:
        """The import's id; its mapping can be looked at."""
        data = content.encode() if isinstance(content, str) else content
        sent = Sent(self.ids(), self.member.workspace_id, self.member.id, name, block)
        keep_import(self.commit, io.BytesIO(data), sent, self.ids, self.clock())
        return sent.import_id

    def checks(self, import_id: int) -> Checked:
        with self.database.read() as session:
            return check_import(session, self.get(session, import_id), self.who(session))

    def imports(
        self,
        content: bytes | str,
        name: str = "file.csv",
        block: Block | None = None,
        *,
        updates: bool = False,
    ) -> Import:
        import_id = self.keeps(content, name, block)
        return self.runs(import_id, updates=updates)

    def runs(self, import_id: int, *, updates: bool = False, slices: int = 10_000) -> Import:
        """slices: so many turns at most."""
        self.commit(lambda session: start_import(self.get(session, import_id), updates=updates))
        for _ in range(slices):
            if not self.commit(lambda session: self._slice(session, import_id)):
                break
        with self.database.read() as session:
            return self.get(session, import_id)

    def _slice(self, session: Session, import_id: int) -> bool:
        return import_slice(self.work(session), self.who(session), self.get(session, import_id))

    def undoes(self, import_id: int) -> None:
        """Raises what the use cases refuse."""
        self.commit(lambda session: start_undo(self.work(session), self.get(session, import_id)))
        while self.commit(
            lambda session: undo_slice(
                self.work(session), self.who(session).access, self.get(session, import_id)
            )
        ):
            pass

    def get(self, session: Session, import_id: int) -> Import:
        return session.get_one(Import, (self.member.workspace_id, import_id))


def standing(database: Database, workspace_id: int) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of a workspace that stands, of every table but the journal and the imports themselves; without revs."""
    found = {}
    with database.read() as session:
        for mapper in Base.registry.mappers:
            kind, name = mapper.class_, mapper.local_table.name  # type: ignore[attr-defined]
            if name in _NO_STATE:
                continue
            columns = [column.key for column in inspect(kind).column_attrs if column.key not in _BOOKKEEPING]
            query = select(kind)
            if "workspace_id" in columns:
                query = query.where(kind.workspace_id == workspace_id)
            rows = session.scalars(query)
            found[name] = sorted(
                (
                    tuple(repr(getattr(row, column)) for column in columns)
                    for row in rows
                    if not isinstance(row, Journaled) or row.deleted_at is None
                ),
            )
    return found


def refusal(work: Callable[[], Any]) -> Refused:
    try:
        work()
    except Refused as refused:
        return refused
    raise AssertionError("it was not refused")
