"""Migrations: up, down and up again, and what they make is what the models say."""

from sqlalchemy import inspect, text

from crm.models import Activity, Block, Indexed, Lead, Member, Posting, Turn, Workspace
from crm.rules.conversion import Formal
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


def test_rows_come_through_every_migration_up_and_down(database: Database) -> None:
    """Those of the first release: a lead with what hangs on it, its index and its turn."""
    downgrade(database, "d35ec58e496c")
    at = "2026-03-10 09:00:00" if database.is_sqlite else "2026-03-10 09:00:00+00"
    rows: dict[str, dict[str, object]] = {
        "workspace": {
            "id": 1,
            "name": "Vos",
            "visibility": "open",
            "zone": "Europe/Amsterdam",
            "work_start": "09:00:00",
            "work_end": "17:30:00",
            "weekdays": "01234",
            "digest_at": "08:30:00",
            "cadence": "1,3,7",
            "created_at": at,
        },
        "member": {
            "workspace_id": 1,
            "id": 2,
            "user_id": 2,
            "name": "Eva",
            "role": "rep",
            "language": "en",
            "joined_at": at,
            "last_lead_id": 3,
        },
        "lead": {
            "workspace_id": 1,
            "id": 3,
            "holder_id": 2,
            "name": "Anna",
            "note": "",
            "hot": False,
            "supplier": False,
            "status": "new",
            "created_at": at,
            "hand_set": "",
            "tries": 0,
            "cadence_step": 0,
            "rev": 1,
        },
        "reach": {
            "workspace_id": 1,
            "id": 4,
            "lead_id": 3,
            "kind": "email",
            "value": "a@b.nl",
            "written": "a@b.nl",
            "guesses": "",
            "rev": 1,
        },
        "activity": {
            "workspace_id": 1,
            "id": 5,
            "lead_id": 3,
            "member_id": 2,
            "kind": "note",
            "text": "hello",
            "happened_at": at,
            "created_at": at,
            "rev": 1,
        },
        "turn": {"workspace_id": 1, "id": 6, "member_id": 2, "at": at, "what": "turn-note", "lead_id": 3},
        "posting": {"workspace_id": 1, "term": "anna", "lead_id": 3, "holder_id": 2},
        "indexed_lead": {"workspace_id": 1, "lead_id": 3, "holder_id": 2, "terms": "anna"},
    }
    with database.engine.begin() as connection:
        for table, row in rows.items():
            columns = ", ".join(row)
            values = ", ".join(f":{name}" for name in row)
            connection.execute(text(f"INSERT INTO {table} ({columns}) VALUES ({values})"), row)  # noqa: S608
    upgrade(database)
    with database.begin() as session:
        lead = session.get(Lead, (1, 3))
        assert lead is not None and (lead.name, lead.converted_at) == ("Anna", None)
        assert session.get_one(Member, (1, 2)).last_shown_id == 3
        assert session.get_one(Turn, (1, 6)).about_id == 3
        assert session.get_one(Activity, (1, 5)).text == "hello"
        assert session.query(Posting).one().block is Block.LEAD
        assert session.query(Indexed).one().terms == "anna"
        assert session.get_one(Workspace, 1).formal is Formal.QUOTE
    downgrade(database, "d35ec58e496c")
    with database.engine.begin() as connection:
        for table in rows:
            assert connection.scalar(text(f"SELECT count(*) FROM {table}")) == 1, table  # noqa: S608
