"""`handslag import`: a file on the server, for a member, and taken back."""

import json
import re
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.command_line import import_in
from bot.command_line.import_in import Wanted, undo_in
from bot.settings import SettingsError
from crm.access import Role
from crm.models import Block, Import, ImportState
from crm.store.database import Database
from crm.store.exporting import export
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.import_slice import import_slice
from tests.factories import add_member, add_workspace
from tests.imports.desk import Desk


@pytest.fixture
def desk(sqlite_database: Database, monkeypatch: pytest.MonkeyPatch) -> Desk:
    monkeypatch.setenv("DATABASE_URL", sqlite_database.url.render_as_string(hide_password=False))
    with sqlite_database.begin() as session:
        return Desk(
            sqlite_database, add_member(session, add_workspace(session), name="Olga", role=Role.OWNER)
        )


def wanted(file: Path, **more: object) -> Wanted:
    fields = {"member": "olga", "block": None, "updates": False, "only_check": False, "bad": None} | more
    return Wanted(file, **fields)  # type: ignore[arg-type]


def names(desk: Desk) -> list[str]:
    return [json.loads(line)["name"] for line in export(desk.database, "leads", "jsonl")]


def many(folder: Path, count: int) -> Path:
    file = folder / "leads.csv"
    file.write_text("Name,Email\n" + "".join(f"P {n},p{n}@x.example\n" for n in range(count)) + "Q,nothing\n")
    return file


def test_a_file_is_imported_says_how_and_is_taken_back(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file, bad = many(tmp_path, 250), tmp_path / "bad.csv"
    import_in.import_in(wanted(file, bad=bad))
    said = capsys.readouterr().out
    assert "250 new, 0 known already, 1 do not fit" in said
    assert "250 new, 0 updated, 0 left as they were, 1 did not fit" in said
    assert "Email: not an e-mail address" in bad.read_text("utf-8-sig")
    assert len(names(desk)) == 250
    undo = re.search(r"--undo (\w+)", said)
    assert undo is not None
    undo_in(undo.group(1))
    assert names(desk) == []


def test_a_check_changes_nothing(desk: Desk, tmp_path: Path) -> None:
    import_in.import_in(wanted(many(tmp_path, 3), only_check=True, block=Block.LEAD))
    assert names(desk) == []


def test_broken_off_it_goes_on_where_it_was(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = many(tmp_path, 250)
    import_id = desk.keeps(file.read_bytes(), file.name)
    desk.runs(import_id, slices=1)
    assert len(names(desk)) == 100
    import_in.import_in(wanted(file))
    assert "at row 101" in capsys.readouterr().out
    assert len(names(desk)) == 250
    with desk.database.read() as session:
        assert desk.get(session, import_id).state is ImportState.DONE


@pytest.mark.parametrize(
    ("member", "content", "said"),
    [
        ("nobody", "Name\nX\n", "no member is called nobody"),
        ("olga", "", "There are no rows"),
        ("olga", None, "there is no file"),
    ],
)
def test_what_cannot_be_imported_is_one_line(
    desk: Desk, tmp_path: Path, member: str, content: str | None, said: str
) -> None:
    file = tmp_path / "x.csv"
    if content is not None:
        file.write_text(content)
    with pytest.raises(SettingsError, match=said):
        import_in.import_in(wanted(file, member=member))


def test_what_was_not_imported_is_not_taken_back(desk: Desk) -> None:
    for said in ("zzz", "!", ""):
        with pytest.raises(SettingsError, match="there is no import"):
            undo_in(said)


def test_whose_member_is_removed_meanwhile_stops_half_way_and_is_taken_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def one_slice(work: Work, who: Who, import_: Import) -> bool:
        more = import_slice(work, who, import_)
        who.member.removed_at = work.now
        return more

    monkeypatch.setattr(import_in, "import_slice", one_slice)
    with pytest.raises(SettingsError, match="no longer in the team; stopped half-way") as stopped:
        import_in.import_in(wanted(many(tmp_path, 250)))
    assert len(names(desk)) == 100
    with desk.database.read() as session:
        (import_,) = session.scalars(select(Import))
    assert import_.state is ImportState.STOPPED
    undo_in(str(stopped.value).split()[-1])
    assert names(desk) == []
