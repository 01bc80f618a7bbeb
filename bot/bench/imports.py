"""Importing and exporting many rows: time a row and memory, for a small and a large file. `python -m bot.bench.imports N`.

Each size in a process of its own, so that its highest memory is its own too.
"""

import json
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from bot.bench.messages import email_of, name_of, organisation_of, phone_of
from bot.bench.rows import Row, milliseconds, timed
from crm.access import Role
from crm.ids import IdMaker
from crm.models import Import, Member, Workspace
from crm.store.database import Database
from crm.store.exporting import write_export
from crm.store.members import Who, who_is
from crm.store.migrate import upgrade_once
from crm.store.work import Session, Work, start_work
from crm.usecases.import_check import check_import
from crm.usecases.import_slice import import_slice, start_import
from crm.usecases.keep_import import Sent, keep_import
from crm.usecases.undo_import import start_undo, undo_slice

_NOW = datetime.now(UTC).replace(microsecond=0)
_WORKSPACE, _MEMBER = 1, 2
_STEPS = ("read", "check", "import", "export", "undo")


def measure(small: int, large: int) -> Iterator[Row]:
    """small, large: rows of the two files."""
    few, many = _measured(small), _measured(large)
    for step in _STEPS:
        before, after = few[step] / small, many[step] / large
        yield Row(
            f"{step}, a CSV with {large:,} rows",
            f"{many[step]:.1f} s, {milliseconds(after)} a row",
            f"{small:,} rows: {milliseconds(before)} a row",
            f"{after / before:.2f}",
            "1.5",
        )
    longest = milliseconds(many["longest"])
    yield Row("the longest turn of that import", longest, f"{small:,} rows: {milliseconds(few['longest'])}")
    yield Row(
        f"highest memory of all that, {large:,} rows",
        f"{many['mb']:.0f} MB",
        f"{small:,} rows: {few['mb']:.0f} MB; SQLite keeps up to 64 MB of pages a connection",
        f"{many['mb'] / few['mb']:.2f}",
    )


def _measured(rows: int) -> dict[str, float]:
    done = subprocess.run(
        [sys.executable, "-m", "bot.bench.imports", str(rows)], capture_output=True, text=True, check=True
    )
    return dict(json.loads(done.stdout))


class Bench:
    """One database, one owner, one file."""

    def __init__(self, folder: Path, rows: int) -> None:
        self._folder = folder
        self._rows = rows
        self._database = Database(f"sqlite:///{folder}/import.db")
        upgrade_once(self._database)
        self._ids = IdMaker(1, lambda: _NOW)
        self._sent = Sent(self._ids(), _WORKSPACE, _MEMBER, "leads.csv")
        self.longest = 0.0
        with self._database.begin() as session:
            session.add(Workspace(id=_WORKSPACE, name="Bench", country="DE", created_at=_NOW))
            session.flush()
            session.add(
                Member(
                    workspace_id=_WORKSPACE,
                    id=_MEMBER,
                    user_id=1,
                    name="Bench",
                    role=Role.OWNER,
                    language="de",
                    joined_at=_NOW,
                )
            )

    def write(self) -> None:
        with (self._folder / "leads.csv").open("w", encoding="utf-8") as out:
            out.write("Name;Firma;E-Mail;Telefon;Betrag;Notiz\n")
            for number in range(1, self._rows + 1):
                name, firm = " ".join(name_of(number)), organisation_of(number)
                out.write(f"{name};{firm};{email_of(number)};{phone_of(number)};12.000,50;40 Sensoren\n")

    def read(self) -> None:
        with (self._folder / "leads.csv").open("rb") as file:
            keep_import(self._commit, file, self._sent, self._ids, _NOW)

    def check(self) -> None:
        with self._database.read() as session:
            checked = check_import(session, self._import(session), self._who(session))
        assert checked.new == self._rows, checked

    def run(self) -> None:
        self._commit(lambda session: start_import(self._import(session), updates=False))
        self._turns(
            lambda session: import_slice(self._work(session), self._who(session), self._import(session))
        )

    def export(self) -> None:
        write_export(self._database, "leads", "xlsx", self._folder / "leads.xlsx")

    def undo(self) -> None:
        self._commit(lambda session: start_undo(self._work(session), self._import(session)))
        self._turns(
            lambda session: undo_slice(self._work(session), self._who(session).access, self._import(session))
        )

    def _turns(self, turn: Callable[[Session], bool]) -> None:
        """Each in a transaction of its own, as the runner does them."""
        more: list[bool] = [True]

        def once() -> None:
            more[0] = self._commit(turn)

        while more[0]:
            self.longest = max(self.longest, timed(once))

    def _commit(self, work: Callable[[Session], Any]) -> Any:
        with self._database.begin() as session:
            return work(session)

    def _import(self, session: Session) -> Import:
        return session.get_one(Import, (_WORKSPACE, self._sent.import_id))

    def _who(self, session: Session) -> Who:
        who = who_is(session, _WORKSPACE, _MEMBER)
        assert who is not None
        return who

    def _work(self, session: Session) -> Work:
        return start_work(session, _NOW, self._ids, self._ids(), _MEMBER)


def run(rows: int) -> dict[str, float]:
    """Seconds of each step; the longest turn in seconds; the highest resident memory in MB."""
    with tempfile.TemporaryDirectory(prefix="handslag-bench-") as folder:
        bench = Bench(Path(folder), rows)
        bench.write()
        steps = (bench.read, bench.check, bench.run, bench.export, bench.undo)
        found = {name: timed(step) for name, step in zip(_STEPS, steps, strict=True)}
    found["longest"] = bench.longest
    found["mb"] = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return found


if __name__ == "__main__":
    sys.stdout.write(json.dumps(run(int(sys.argv[1]))))
