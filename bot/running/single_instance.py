"""One process a SQLite file: a second `run` is refused, since it would handle the same entries again."""

import fcntl
from pathlib import Path
from typing import IO

from bot.settings import SettingsError


def hold(database_file: Path) -> IO[str]:
    """The lock lasts as long as the returned file stays open, or the process lives. Raises SettingsError."""
    try:
        lock = database_file.with_name(database_file.name + ".lock").open("w")
    except OSError as error:
        raise SettingsError(f"the database's folder cannot be written: {error.strerror}") from None
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        lock.close()
        raise SettingsError(f"another handslag already runs on {database_file}") from None
    return lock
