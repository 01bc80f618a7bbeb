"""The suite's own databases."""

import pytest
from sqlalchemy import func, select

from crm.models import Lead
from crm.store.database import Database
from crm.store.migrate import differences, is_current
from tests.databases import Postgres
from tests.factories import add_lead, add_member, add_workspace, reaches_of


def test_a_test_database_is_migrated_and_empty(database: Database) -> None:
    assert is_current(database)
    assert differences(database) == []
    with database.read() as session:
        assert session.scalar(select(func.count()).select_from(Lead)) == 0


def test_a_built_lead_is_stored_with_its_reaches(database: Database) -> None:
    with database.begin() as session:
        eva = add_member(session, add_workspace(session))
        lead = add_lead(
            session, eva, "Klaus Weber", "Bosch", emails=["Klaus@Bosch.de"], phones=["+4971112345"]
        )
    with database.read() as session:
        assert [reach.value for reach in reaches_of(session, lead)] == ["klaus@bosch.de", "+4971112345"]


@pytest.mark.postgres
def test_two_databases_of_one_server_do_not_see_each_other(postgres: Postgres) -> None:
    with postgres.fresh() as one, postgres.fresh() as other:
        with one.begin() as session:
            add_workspace(session)
        with other.begin() as session:
            assert session.query(Lead).count() == 0
