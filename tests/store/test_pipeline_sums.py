"""The sums of the pipeline are the sums of its rows, whatever the amounts, currencies and probabilities."""

from datetime import date
from decimal import Decimal
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete

from crm.access import Visibility
from crm.models import Opportunity, Stage, StageKind
from crm.money import Money
from crm.store.database import Database
from crm.store.pipeline_sums import forecast_of, pipeline_of
from crm.store.rates import Rates
from crm.store.stages import pipeline as make_stages
from tests.clock import START
from tests.deal_desk import DealDesk
from tests.factories import next_id

RATES = Rates("EUR", {"USD": Decimal("0.5"), "JPY": Decimal("0.006")})

rows = st.lists(
    st.fixed_dictionaries(
        {
            "value_minor": st.none() | st.integers(0, 10**12),
            "currency": st.sampled_from(["EUR", "USD", "CHF"]),
            "probability": st.sampled_from([10, 25, 40, 50, 70, 90]),
            "stage": st.integers(0, 6),
            "close_day": st.dates(date(2026, 1, 1), date(2026, 6, 30)),
            "close_guessed": st.booleans(),
            "mine": st.booleans(),
            "deleted": st.booleans(),
        }
    ),
    max_size=12,
)


def add(desk: DealDesk, stages: list[Stage], said: dict[str, Any]) -> Opportunity:
    stage = stages[said["stage"]]
    opportunity = Opportunity(
        workspace_id=desk.workspace.id,
        id=next_id(),
        holder_id=desk.eva.id if said["mine"] else desk.max.id,
        name="x",
        value_minor=said["value_minor"],
        currency=said["currency"],
        stage_id=stage.id,
        stage_since=START,
        probability=said["probability"] if stage.kind is StageKind.OPEN else stage.probability,
        close_day=said["close_day"],
        close_guessed=said["close_guessed"],
        closed_at=None if stage.kind is StageKind.OPEN else START,
        created_at=START,
        active_at=START,
        deleted_at=START if said["deleted"] else None,
    )
    desk.session.add(opportunity)
    return opportunity


@given(rows)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_sums_of_the_pipeline_equal_the_sums_of_the_rows(sqlite_database: Database, said: list[Any]) -> None:
    _check_sums(sqlite_database, said)


@given(rows)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_on_postgresql_too(postgres_database: Database, said: list[Any]) -> None:
    _check_sums(postgres_database, said)


def _check_sums(database: Database, said: list[Any]) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        stages = make_stages(desk.work(), desk.workspace.id)
        made = [add(desk, stages, one) for one in said]
        session.flush()
        for holder in (None, desk.eva.id):
            counted = [
                o
                for o in made
                if o.deleted_at is None and o.closed_at is None and holder in (None, o.holder_id)
            ]
            found = pipeline_of(session, desk.access(desk.boss), stages, RATES, holder_id=holder)
            assert found.total.count == len(counted) == sum(s.sum.count for s in found.stages)
            assert found.total.no_amount == sum(o.value_minor is None for o in counted)
            assert found.total.no_rate == sum(o.currency == "CHF" for o in counted)
            for stage_sum in found.stages:
                here = [o for o in counted if o.stage_id == stage_sum.stage.id and o.currency != "CHF"]
                exact = sum((_in_euro(o) for o in here), Decimal(0))
                weighted = sum((_in_euro(o) * o.probability / 100 for o in here), Decimal(0))
                assert abs(stage_sum.sum.amount - exact) <= 1  # a currency is rounded once
                assert abs(stage_sum.sum.weighted - weighted) <= 2
            months = forecast_of(session, desk.access(desk.boss), RATES, holder_id=holder)
            assert sum(m.sum.count + m.guessed.count for m in months) == len(counted)
            assert abs(sum(m.sum.weighted + m.guessed.weighted for m in months) - found.total.weighted) <= (
                len(counted) + len(found.stages)
            )
        session.execute(delete(Opportunity))


def _in_euro(opportunity: Opportunity) -> Decimal:
    worth = {"EUR": Decimal(1)} | RATES.of
    return Decimal(opportunity.value_minor or 0) * worth[opportunity.currency or "EUR"]


def test_a_rep_of_a_private_workspace_sees_only_their_own_sums(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        desk.quote(desk.lead("Klaus", "Bosch"))
        desk.quote(desk.lead("Mia", "Philips", holder=desk.max), Money(100, "EUR"), member=desk.max)
        stages = make_stages(desk.work(), desk.workspace.id)
        rates = Rates("EUR", {})
        assert pipeline_of(session, desk.access(desk.max), stages, rates).total.amount == 100
        forged = pipeline_of(session, desk.access(desk.max), stages, rates, holder_id=desk.eva.id)
        assert forged.total.amount == 100
        assert pipeline_of(session, desk.access(desk.boss), stages, rates).total.amount == 1_240_100
