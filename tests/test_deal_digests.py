"""What the digest says of deals: what is left alone, a manager's Monday, and the forecast at the end of a month."""

from datetime import date, datetime, timedelta

from crm.capture.draft import ActivityKind
from crm.models import Opportunity, Stage
from crm.money import Money
from crm.store.database import Database
from crm.usecases.log_quote import log_quote
from crm.usecases.move_stage import move_stage
from tests.follow_up_desk import find_desk, messages
from tests.test_digests import EARLY, MONDAY, at, days, office, send


def quote(database: Database, organisation: str, *, holder: str = "Eva", at: datetime = EARLY) -> int:
    with database.begin() as session:
        desk = find_desk(session, at)
        lead = desk.owed("Anna", holder, at, organisation=organisation)
        quoted = log_quote(
            desk.work(holder),
            desk.who(holder),
            lead,
            ActivityKind.QUOTE,
            happened_at=at,
            value=Money(1_000_000, "EUR"),
        )
        assert quoted.opportunity is not None
        return quoted.opportunity.id


def test_on_monday_the_holder_hears_what_has_no_next_step(database: Database) -> None:
    office(database)
    quote(database, "Philips")
    days(database, MONDAY, 5)
    told = [said for said in messages(database, "Eva") if "without a next step" in said]
    assert told == ["Mon 9 Mar\n1 deal without a next step"]


def test_a_stale_one_is_named(database: Database) -> None:
    office(database, EARLY - timedelta(days=21))
    quote(database, "Philips", at=EARLY - timedelta(days=20))
    send(database, at(MONDAY))
    assert any("⚠️ 1 stale: Philips" in said for said in messages(database, "Eva"))


def test_on_monday_the_manager_hears_of_the_pipeline_and_of_last_week(database: Database) -> None:
    office(database)
    quote(database, "Philips")
    won = quote(database, "Bosch", at=EARLY - timedelta(days=4))
    with database.begin() as session:
        desk = find_desk(session, EARLY - timedelta(days=3))
        deal = session.get(Opportunity, (desk.workspace.id, won))
        stage = session.query(Stage).filter_by(standard="won").one()
        assert deal is not None
        move_stage(desk.work(), desk.who(), deal, stage, happened_at=desk.now)
    days(database, MONDAY, 5)
    told = [said for said in messages(database, "Mia") if "Pipeline" in said]
    assert told == ["Mon 9 Mar\nPipeline €10,000, weighted €5,000; last week ✅ €10,000 won, €0 lost"]
    assert not [said for said in messages(database, "Eva") if "Pipeline" in said]


def test_at_the_end_of_a_month_the_manager_hears_the_forecast_of_the_next(database: Database) -> None:
    office(database)
    quote(database, "Philips")
    days(database, MONDAY, 23)
    told = [said for said in messages(database, "Mia") if "Forecast" in said]
    assert told == ["Tue 31 Mar\nForecast for April 2026: €0 weighted (+ €5,000 guessed)"]


def test_nothing_in_the_pipeline_is_nothing_to_tell(database: Database) -> None:
    office(database)
    days(database, MONDAY, 23)
    assert messages(database) == []


def test_the_last_working_day_may_be_before_a_weekend(sqlite_database: Database) -> None:
    """30 April 2027 is a Friday; the 27th is King's Day."""
    office(sqlite_database, at(date(2027, 4, 29)))
    quote(sqlite_database, "Philips", at=at(date(2027, 4, 29)))
    send(sqlite_database, at(date(2027, 4, 30)))
    assert any("Forecast for May 2027" in said for said in messages(sqlite_database, "Mia"))
