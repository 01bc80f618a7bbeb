"""A backup carries everything, between both databases, while others write; a restore takes all of it or nothing."""

import gzip
import json
from pathlib import Path

import pytest
from sqlalchemy import select, text

from crm.models import Base, Dialogue, FollowUp, Lead
from crm.store.backup import BackupError, backup, restore
from crm.store.database import Database
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA
from tests.factories import add_lead, add_member, add_workspace

_TRANSIENT = {"lease"}


def rows_of(database: Database) -> dict[str, list[tuple[object, ...]]]:
    with database.read() as session:
        return {
            table.name: [tuple(row) for row in session.execute(select(table).order_by(*table.primary_key))]
            for table in Base.metadata.sorted_tables
            if table.name not in _TRANSIENT
        }


def lines_of(file: Path) -> list[str]:
    with gzip.open(file, "rt") as lines:
        return lines.readlines()


def fill(office: Office) -> Chat:
    """A lead with a next step, its card, a question left open."""
    chat = Chat(office, EVA, "Eva")
    chat.says(
        "Klaus Bergér, Bosch Rexroth, k.berger@bosch.example, +49 711 123456, hot, call him Friday 10:00"
    )
    chat.taps("Edit")
    chat.taps("Name")
    return chat


def test_a_backup_moves_between_the_databases_with_every_row(
    office: Office, sqlite_database: Database, postgres_database: Database, tmp_path: Path
) -> None:
    fill(office)
    before = rows_of(sqlite_database)
    assert before["lead"]
    assert before["follow_up"]
    assert before["dialogue"]

    backup(sqlite_database, tmp_path / "there.gz")
    restore(postgres_database, tmp_path / "there.gz")
    assert rows_of(postgres_database) == before

    backup(postgres_database, tmp_path / "back.gz")
    restore(sqlite_database, tmp_path / "back.gz", force=True)
    assert rows_of(sqlite_database) == before


def test_a_restored_half_finished_conversation_goes_on(
    office: Office, postgres_database: Database, tmp_path: Path
) -> None:
    fill(office)
    backup(office.database, tmp_path / "b.gz")
    restore(postgres_database, tmp_path / "b.gz")
    office.database = postgres_database
    Chat(office, EVA, "Eva").says("Karl Berger")
    with postgres_database.read() as session:
        assert session.scalars(select(Lead.name)).all() == ["Karl Berger"]
        assert session.scalars(select(Dialogue)).all() == []


def test_what_is_written_during_a_backup_is_not_half_in_it(database: Database, tmp_path: Path) -> None:
    with database.begin() as session:
        holder = add_member(session, add_workspace(session))
        add_lead(session, holder, "Before")
    with database.snapshot() as connection:
        assert connection.scalar(select(Lead.name)) == "Before"
        with database.begin() as session:
            add_lead(session, holder, "After")
        assert connection.scalars(select(Lead.name)).all() == ["Before"]
    backup(database, tmp_path / "b.gz")
    assert any("After" in line for line in lines_of(tmp_path / "b.gz"))


def test_a_database_in_use_is_not_overwritten(database: Database, tmp_path: Path) -> None:
    with database.begin() as session:
        add_member(session, add_workspace(session))
    backup(database, tmp_path / "b.gz")
    before = rows_of(database)
    with pytest.raises(BackupError, match="not empty"):
        restore(database, tmp_path / "b.gz")
    assert rows_of(database) == before


@pytest.mark.parametrize("cut", ["end", "gzip", "no backup"])
def test_half_a_backup_changes_nothing(database: Database, tmp_path: Path, cut: str) -> None:
    with database.begin() as session:
        add_member(session, add_workspace(session))
    file = tmp_path / "b.gz"
    backup(database, file)
    if cut == "gzip":
        file.write_bytes(file.read_bytes()[:-200])
    else:
        lines = lines_of(file)
        kept = lines[:-1] if cut == "end" else ["hello\n"]
        with gzip.open(file, "wt") as out:
            out.writelines(kept)
    before = rows_of(database)
    with pytest.raises(BackupError):
        restore(database, file, force=True)
    assert rows_of(database) == before


def test_a_backup_of_a_newer_version_is_refused(sqlite_database: Database, tmp_path: Path) -> None:
    with gzip.open(tmp_path / "b.gz", "wt") as out:
        out.write(json.dumps({"handslag": 1, "revision": "ffffffffffff"}) + "\n")
    with pytest.raises(BackupError, match="newer"):
        restore(sqlite_database, tmp_path / "b.gz")


def test_a_backup_is_for_the_eyes_of_its_owner_only(sqlite_database: Database, tmp_path: Path) -> None:
    backup(sqlite_database, tmp_path / "folder" / "b.gz")
    assert (tmp_path / "folder" / "b.gz").stat().st_mode & 0o077 == 0


def test_a_backup_that_cannot_be_written_leaves_nothing_behind(
    sqlite_database: Database, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(BackupError, match="cannot be written"):
        backup(sqlite_database, tmp_path / "file" / "b.gz")


def test_restored_tables_are_migrated_and_take_new_rows(
    office: Office, postgres_database: Database, tmp_path: Path
) -> None:
    fill(office)
    backup(office.database, tmp_path / "b.gz")
    restore(postgres_database, tmp_path / "b.gz")
    with postgres_database.begin() as session:
        assert session.execute(text("SELECT count(*) FROM alembic_version")).scalar_one() == 1
        follow_up = session.scalars(select(FollowUp)).one()
        follow_up.action = "mail"
