"""Migrations: up, down and up again, and what they make is what the models say."""

from sqlalchemy import inspect

from crm.store.database import Database
from crm.store.migrate import differences, downgrade, is_current, upgrade


def test_the_models_match_the_migrated_tables(database: Database) -> None:
    assert is_current(database)
    assert differences(database) == []


def test_every_migration_goes_up_down_and_up(database: Database) -> None:
    downgrade(database)
    assert set(inspect(database.engine).get_table_names()) <= {"alembic_version"}
    assert not is_current(database)
    upgrade(database)
    assert is_current(database)
    assert differences(database) == []
