"""`handslag import`: a file on the server, for a member; also while the bot runs. Broken off, it goes on where it was."""

import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bot.app import real_clock
from bot.catalogue import text_of
from bot.documents.made_documents import write_bad_rows
from bot.settings import SettingsError, load_database_url
from crm.access import Access
from crm.errors import Refused
from crm.exchange.tables import UnreadableTableError
from crm.ids import IdMaker, from_base36, to_base36
from crm.models import Block, Import, ImportState, Member, Workspace
from crm.store.database import Database
from crm.store.existing import existing
from crm.store.import_desk import broken_off, import_of_id, members_named
from crm.store.imports import SLICE, count_standing
from crm.store.members import Who, who_is
from crm.store.nodes import next_node
from crm.store.work import Session, Work, start_work
from crm.usecases.import_check import check_import
from crm.usecases.import_slice import import_slice, leave_import, start_import
from crm.usecases.keep_import import Sent, keep_import
from crm.usecases.undo_import import start_undo, undo_slice


@dataclass(frozen=True, slots=True)
class Wanted:
    """member: name, user name or Telegram's number. block: None to go by the file. bad: where rows go that do not fit."""

    file: Path
    member: str
    block: Block | None
    updates: bool
    only_check: bool
    bad: Path | None


def import_in(wanted: Wanted) -> None:
    """Raises SettingsError for a file or a member that there is not, DatabaseAwayError."""
    with existing(load_database_url()) as database:
        desk = _Desk(database)
        import_ = desk.begin(wanted)
        if import_.state is not ImportState.RUNNING:
            desk.check(import_)
            if wanted.only_check:
                return
            desk.commit(lambda session: start_import(desk.get(session, import_), updates=wanted.updates))
        desk.run(import_)
        desk.tell(import_, wanted)


def undo_in(import_id: str) -> None:
    """Raises SettingsError for an import that there is not, or that cannot be undone."""
    with existing(load_database_url()) as database:
        _Desk(database).undo(import_id)


class _Desk:
    def __init__(self, database: Database) -> None:
        self._database = database
        with database.begin() as session:
            self._ids = IdMaker(next_node(session), real_clock)

    def commit(self, work: Callable[[Session], Any]) -> Any:
        with self._database.begin() as session:
            return work(session)

    def get(self, session: Session, import_: Import) -> Import:
        return session.get_one(Import, (import_.workspace_id, import_.id))

    def begin(self, wanted: Wanted) -> Import:
        """A new one; or the one of this file that was broken off."""
        if not wanted.file.is_file():
            raise SettingsError(f"there is no file {wanted.file}")
        with self._database.read() as session:
            members = members_named(session, wanted.member)
            if len(members) != 1:
                found = "several members are" if members else "no member is"
                raise SettingsError(f"{found} called {wanted.member}; --member takes a Telegram number too")
            (member,) = members
            going_on = broken_off(session, member, wanted.file.name)
        if going_on is not None:
            _say(f"going on with import {to_base36(going_on.id)} at row {going_on.position * SLICE + 1}")
            return going_on
        sent = Sent(self._ids(), member.workspace_id, member.id, wanted.file.name, wanted.block)
        with wanted.file.open("rb") as file:
            try:
                keep_import(self.commit, file, sent, self._ids, real_clock())
            except UnreadableTableError as error:
                raise SettingsError(text_of("en", error.key, {"name": wanted.file.name})) from None
        with self._database.read() as session:
            return session.get_one(Import, (sent.workspace_id, sent.import_id))

    def check(self, import_: Import) -> None:
        with self._database.read() as session:
            mine = self.get(session, import_)
            columns = ", ".join(
                f"{mine.head[int(number)]} -> {field}" for number, field in mine.mapping["columns"].items()
            )
            checked = check_import(session, mine, self._who(session, mine))
        _say(f"{import_.total} rows, read as {import_.block.value}: {columns}")
        _say(f"{checked.new} new, {checked.known} known already, {checked.bad} do not fit")
        for key, count in checked.reasons.most_common():
            _say(f"  {count} x {text_of('en', key, {})}")
        if checked.strangers:
            _say(f"owners not in the team: {', '.join(sorted(checked.strangers))}")

    def run(self, import_: Import) -> None:
        """Raises SettingsError where the member is removed meanwhile: what was done so far stays, and can be undone."""
        while (more := self.commit(lambda session: self._slice(session, import_))) is True:
            pass
        if more is None:
            again = f"handslag import --undo {to_base36(import_.id)}"
            raise SettingsError(
                f"the member is no longer in the team; stopped half-way, to take it back: {again}"
            )

    def _slice(self, session: Session, import_: Import) -> bool | None:
        """Whether there is more; None where the member is no longer in the team."""
        mine = self.get(session, import_)
        who = who_is(session, mine.workspace_id, mine.member_id)
        if who is None:
            leave_import(self._work(session, mine), mine)
            return None
        more = import_slice(self._work(session, mine), who, mine)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{min(mine.position * SLICE, mine.total)} of {mine.total}")
        return more

    def tell(self, import_: Import, wanted: Wanted) -> None:
        with self._database.read() as session:
            done = self.get(session, import_)
            who = self._who(session, done)
            if done.bad and wanted.bad is not None:
                write_bad_rows(session, done, who.member.language, wanted.bad)
        _say(
            f"{done.made} new, {done.updated} updated, {done.skipped} left as they were, {done.bad} did not fit"
        )
        if done.bad and wanted.bad is not None:
            _say(f"those that did not fit are in {wanted.bad}")
        _say(f"to take it back: handslag import --undo {to_base36(done.id)}")

    def undo(self, said: str) -> None:
        try:
            import_id = from_base36(said)
        except ValueError:
            import_id = 0
        with self._database.read() as session:
            import_ = import_of_id(session, import_id)
        if import_ is None:
            raise SettingsError(f"there is no import {said}")
        try:
            self.commit(lambda session: self._start_undo(session, import_))
            while self.commit(lambda session: self._undo_slice(session, import_)):
                pass
        except Refused as refused:
            raise SettingsError(text_of("en", refused.key, dict(refused.args_for_text)).strip()) from None
        _say("taken back: all is as before")

    def _start_undo(self, session: Session, import_: Import) -> None:
        mine = self.get(session, import_)
        if mine.state is not ImportState.UNDOING:  # broken off, it goes on
            start_undo(self._work(session, mine), mine)

    def _undo_slice(self, session: Session, import_: Import) -> bool:
        mine = self.get(session, import_)
        more = undo_slice(self._work(session, mine), self._access(session, mine), mine)
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{count_standing(session, mine) * SLICE} rows left   ")
        return more

    def _work(self, session: Session, import_: Import) -> Work:
        return start_work(session, real_clock(), self._ids, self._ids(), import_.member_id)

    def _access(self, session: Session, import_: Import) -> Access:
        """Of whoever imported it, in the team or not: the server's administrator takes it back for them."""
        member = session.get_one(Member, (import_.workspace_id, import_.member_id))
        return Who(member, session.get_one(Workspace, import_.workspace_id)).access

    def _who(self, session: Session, import_: Import) -> Who:
        who = who_is(session, import_.workspace_id, import_.member_id)
        if who is None:
            raise SettingsError("the member is no longer in the team")
        return who


def _say(line: str) -> None:
    sys.stdout.write(f"handslag: {line}\n")
    sys.stdout.flush()
