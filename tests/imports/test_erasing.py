"""What a file holds of a person goes with them; rows and jobs are kept for seven days at most."""

from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.sweeps.purge import purge
from crm.access import Role
from crm.models import Import, ImportPiece, ImportState, Job, JobState, Lead
from crm.store.database import Database
from crm.usecases.forget_person import forget_person
from tests.factories import add_member, add_workspace
from tests.imports.desk import Desk

FILE = (
    "Name,Email,Company\nZbigniew Quuxmann,zq@quux.example,Quux\nAnna,anna@x.example,X\nBad Quuxmann,none,\n"
)


@pytest.fixture
def desk(database: Database) -> Desk:
    with database.begin() as session:
        return Desk(database, add_member(session, add_workspace(session), name="Olga", role=Role.OWNER))


def forgets(desk: Desk, name: str) -> None:
    def forget(session: object) -> None:
        work = desk.work(session)  # type: ignore[arg-type]
        lead_id = work.session.scalars(select(Lead.id).where(Lead.name == name)).one()
        forget_person(work, desk.who(work.session).access, lead_id)

    desk.commit(forget)


def rows(desk: Desk) -> str:
    with desk.database.read() as session:
        pieces = session.execute(select(ImportPiece.rows, ImportPiece.faults)).all()
        return " ".join(map(str, [*pieces, *session.scalars(select(Import.name))]))


def test_a_forgotten_person_stands_in_no_file(desk: Desk) -> None:
    desk.imports(FILE, "Zbigniew Quuxmann.csv")
    forgets(desk, "Zbigniew Quuxmann")
    left = rows(desk)
    assert "Quux" not in left
    assert "zq@" not in left
    assert "anna@x.example" in left


def test_whoever_was_forgotten_does_not_come_back_with_a_file_that_waits(desk: Desk) -> None:
    desk.imports(FILE)
    waiting = desk.keeps(FILE.replace("Company", "Firma"))
    forgets(desk, "Zbigniew Quuxmann")
    checked = desk.checks(waiting)
    assert (checked.new, checked.known, checked.bad) == (0, 1, 0)
    done = desk.runs(waiting)
    assert (done.made, done.bad) == (0, 0)


def test_an_import_is_undone_without_those_who_were_forgotten(desk: Desk) -> None:
    done = desk.imports(FILE)
    forgets(desk, "Zbigniew Quuxmann")
    desk.undoes(done.id)
    with desk.database.read() as session:
        assert session.scalar(select(func.count()).select_from(Lead).where(Lead.deleted_at.is_(None))) == 0
        assert desk.get(session, done.id).state is ImportState.UNDONE


@pytest.mark.parametrize(("days", "kept"), [(6.9, 1), (7.1, 0)])
def test_rows_and_jobs_are_kept_for_seven_days(desk: Desk, days: float, kept: int) -> None:
    desk.imports(FILE)
    with desk.database.begin() as session:
        session.add(
            Job(
                id=1, bot_id=1, workspace_id=1, what="x", lane="c1", asked={}, state=JobState.DONE,
                created_at=desk.clock(),
            )
        )  # fmt: skip
    with desk.database.begin() as session:
        purge(session, desk.clock() + timedelta(days=days))
    with desk.database.read() as session:
        assert session.scalar(select(func.count()).select_from(ImportPiece)) == kept
        assert session.scalar(select(func.count()).select_from(Job)) == kept
