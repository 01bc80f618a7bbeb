"""Bringing the tables up to date, and telling whether they are."""

from pathlib import Path

from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

import crm.migrations
from crm.models import Base
from crm.store.database import Database, DatabaseAwayError

_LOCK = 0x48414E44  # any number, as long as it stays the same
_FOLDER = Path(crm.migrations.__file__).parent


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(_FOLDER))
    config.attributes["connection"] = connection
    return config


def upgrade(database: Database, revision: str = "head") -> None:
    with database.rebuilding() as connection:
        command.upgrade(_config(connection), revision)


def upgrade_once(database: Database) -> None:
    """As `upgrade`, where several processes may start at the same moment: one does it, the others wait."""
    if is_current(database):
        return
    if database.is_sqlite:
        upgrade(database)
        return
    with database.engine.connect() as connection:
        connection.execute(text("SELECT pg_advisory_lock(:key)"), {"key": _LOCK})
        try:
            if not is_current(database):
                upgrade(database)
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": _LOCK})


def downgrade(database: Database, revision: str = "base") -> None:
    with database.rebuilding() as connection:
        command.downgrade(_config(connection), revision)


def start_over(connection: Connection, revision: str | None) -> None:
    """Drops every table, whatever is in it, and makes those of that revision, in the transaction of a `rebuilding`."""
    how = " CASCADE" if connection.dialect.name == "postgresql" else ""
    for name in inspect(connection).get_table_names():
        connection.execute(text(f'DROP TABLE "{name}"{how}'))
    if revision is not None:
        command.upgrade(_config(connection), revision)


def upgrade_within(connection: Connection) -> None:
    """As `upgrade`, in the transaction of a `rebuilding`."""
    if connection.dialect.name == "postgresql":  # it changes no table that still has something to check
        connection.execute(text("SET CONSTRAINTS ALL IMMEDIATE"))
    command.upgrade(_config(connection), "head")


def write_revision(database: Database, message: str) -> None:
    """Writes a new file in crm/migrations/versions for what the models have and the database lacks."""
    with database.engine.begin() as connection:
        command.revision(_config(connection), message, autogenerate=True)


def current_revision(connection: Connection) -> str | None:
    """None: nothing has been migrated yet."""
    return MigrationContext.configure(connection).get_current_revision()


def knows(revision: str | None) -> bool:
    """False for the revision of a version of handslag that is newer than this one."""
    scripts = ScriptDirectory.from_config(_config(None))
    return revision is None or any(script.revision == revision for script in scripts.walk_revisions())


def is_current(database: Database) -> bool:
    """Raises DatabaseAwayError where a newer version has been at work."""
    with database.engine.connect() as connection:
        revision = current_revision(connection)
    if not knows(revision):
        raise DatabaseAwayError("the database belongs to a newer version of handslag")
    return revision == ScriptDirectory.from_config(_config(None)).get_current_head()


def differences(database: Database) -> list[object]:
    """What the models say and the migrated tables lack, or the reverse; empty when they match."""
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        return list(compare_metadata(context, Base.metadata))
