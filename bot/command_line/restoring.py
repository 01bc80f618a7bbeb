"""`handslag restore`: only while no bot uses the database."""

from datetime import UTC, datetime
from pathlib import Path

from bot.running import single_instance
from bot.settings import SettingsError, load_database_url
from crm.store.backup import restore
from crm.store.database import Database
from crm.store.leases import somebody_leads
from crm.store.migrate import is_current


def restore_from(file: Path, *, force: bool) -> int:
    """How many rows. Raises SettingsError while a bot runs, BackupError, DatabaseAwayError."""
    database = Database(load_database_url())
    database.check()
    lock = single_instance.hold(Path(database.url.database or "")) if database.is_sqlite else None
    try:
        if lock is None and _is_in_use(database):
            raise SettingsError("a bot runs on this database; stop it first")
        return restore(database, file, force=force)
    finally:
        database.close()
        if lock:
            lock.close()


def _is_in_use(database: Database) -> bool:
    if not is_current(database):
        return False
    with database.begin() as session:
        return somebody_leads(session, datetime.now(UTC))
