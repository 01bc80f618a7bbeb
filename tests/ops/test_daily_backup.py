"""One backup a day by default, the newest few kept; a failure does not end the bot and is tried again."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

from bot.sweeps.daily_backup import DailyBackup, Job
from crm.store.database import Database

START = datetime(2026, 3, 10, 8, tzinfo=UTC)


def at_once(job: Job) -> None:
    job()


def names(folder: Path) -> list[str]:
    return sorted(file.name for file in folder.iterdir())


def test_the_newest_days_are_kept_and_other_files_left_alone(
    sqlite_database: Database, tmp_path: Path
) -> None:
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "handslag-mine.jsonl.gz").write_text("by hand")
    sweep = DailyBackup(sqlite_database, folder, 2, at_once)
    with sqlite_database.begin() as session:
        for day in range(4):
            sweep(session, START + timedelta(days=day))
    assert names(folder) == [
        "handslag-2026-03-12.jsonl.gz",
        "handslag-2026-03-13.jsonl.gz",
        "handslag-mine.jsonl.gz",
    ]


def test_a_day_has_one_backup(sqlite_database: Database, tmp_path: Path) -> None:
    started: list[Job] = []
    sweep = DailyBackup(sqlite_database, tmp_path / "backups", 7, started.append)
    with sqlite_database.begin() as session:
        sweep(session, START)
        sweep(session, START + timedelta(seconds=30))
        started[0]()
        DailyBackup(sqlite_database, tmp_path / "backups", 7, started.append)(session, START)
    assert len(started) == 1


def test_one_that_failed_is_tried_again_after_an_hour(sqlite_database: Database, tmp_path: Path) -> None:
    folder = tmp_path / "backups"
    folder.write_text("in the way")
    sweep = DailyBackup(sqlite_database, folder, 7, at_once)
    with sqlite_database.begin() as session:
        sweep(session, START)
        folder.unlink()
        sweep(session, START + timedelta(minutes=59))
        assert not folder.exists()
        sweep(session, START + timedelta(minutes=61))
    assert names(folder) == ["handslag-2026-03-10.jsonl.gz"]


def test_none_are_made_where_the_count_is_nought(sqlite_database: Database, tmp_path: Path) -> None:
    with sqlite_database.begin() as session:
        DailyBackup(sqlite_database, tmp_path / "backups", 0, at_once)(session, START)
    assert not (tmp_path / "backups").exists()
