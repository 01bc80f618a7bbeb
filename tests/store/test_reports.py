"""What a period or an event brought, in numbers that can be counted by hand."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from crm.access import Visibility
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Fair, Lead, Opportunity, Stage
from crm.money import Money
from crm.rules.periods import Period, span_before, span_of
from crm.store.database import Database
from crm.store.rates import Rates
from crm.store.reports.activities import activities_in
from crm.store.reports.breakdown import by_member, by_source
from crm.store.reports.closed import closed_in
from crm.store.reports.leads import leads_in
from crm.store.reports.scope import Scope
from crm.store.stages import lost_reasons_of
from crm.usecases.log_activity import log_activity
from crm.usecases.move_stage import move_stage
from tests.clock import START
from tests.deal_desk import DealDesk
from tests.factories import next_id

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
EURO = Rates("EUR", {})
MARCH = span_of(Period.MONTH, date(2026, 3, 31), AMSTERDAM)


def scope(desk: DealDesk, **more: object) -> Scope:
    return Scope(desk.access(desk.boss), span=MARCH, **more)  # type: ignore[arg-type]


def spoke(desk: DealDesk, lead: Lead, after: timedelta) -> None:
    desk.do(
        lambda work: log_activity(
            work,
            desk.access(),
            lead,
            ActivityKind.CALL,
            happened_at=START + after,
            direction=Direction.OUT,
            outcome=Outcome.SPOKE,
        )
    )


def close(desk: DealDesk, deal: Opportunity | None, word: str, reason: str = "price") -> None:
    assert deal is not None
    stage = next(s for s in desk.session.query(Stage) if s.standard == word)
    why = next(r for r in lost_reasons_of(desk.session, desk.workspace.id) if r.standard == reason)
    desk.do(
        lambda work: move_stage(
            work, desk.who(desk.boss), deal, stage, happened_at=START, reason=why if word == "lost" else None
        ),
        desk.boss,
    )


def test_leads_followed_up_and_converted_with_the_usual_time(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        first, second, third = desk.lead("A", "Bosch"), desk.lead("B", "Philips"), desk.lead("C", "Shell")
        spoke(desk, first, timedelta(hours=2))
        spoke(desk, second, timedelta(hours=6))
        desk.quote(second)
        found = leads_in(session, scope(desk))
        assert (found.count, found.reached, found.converted) == (3, 2, 1)
        assert found.to_reach is not None and timedelta(0) <= found.to_reach <= timedelta(hours=4)
        assert found.to_account == timedelta(0)
        assert third.converted_at is None


def test_won_and_lost_and_why(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        deals = [
            desk.quote(desk.lead(n, o)).opportunity
            for n, o in (("A", "Bosch"), ("B", "Philips"), ("C", "Shell"))
        ]
        close(desk, deals[0], "won")
        close(desk, deals[1], "lost", "competitor")
        found = closed_in(session, scope(desk), EURO)
        assert (found.won, found.lost, found.won_amount, found.lost_amount) == (1, 1, 1_240_000, 1_240_000)
        assert [(r.standard, n) for r, n in found.reasons if r is not None] == [("competitor", 1)]
        before = Scope(desk.access(desk.boss), span=span_before(Period.MONTH, date(2026, 3, 31), AMSTERDAM))
        assert closed_in(session, before, EURO).won == 0


def test_what_is_wrong_with_the_numbers_is_counted(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        one = desk.quote(desk.lead("A", "Bosch"), Money(100, "CHF")).opportunity
        two = desk.quote(desk.lead("B", "Philips"), None).opportunity
        close(desk, one, "won")
        close(desk, two, "lost")
        found = closed_in(session, scope(desk), EURO)
        assert (found.won, found.won_amount, found.no_rate, found.no_amount) == (1, 0, 1, 1)
        assert (found.won_left_out, found.lost_left_out) == (1, 1)


def test_by_source_and_by_member(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        fair = Fair(
            workspace_id=desk.workspace.id,
            id=next_id(),
            name="Hannover Messe",
            key="hannover messe",
            last_day=date(2026, 4, 24),
            created_by=desk.eva.id,
            created_at=START,
        )
        session.add(fair)
        session.flush()
        won = desk.quote(desk.lead("A", "Bosch", fair_id=fair.id, source="Hannover Messe")).opportunity
        close(desk, won, "won")
        desk.lead("B", "Philips", holder=desk.max, source="Website")
        sources = dict(by_source(session, scope(desk), EURO))
        assert (sources["Hannover Messe"].leads, sources["Hannover Messe"].won) == (1, 1_240_000)
        assert sources["Hannover Messe"].to_account == sources["Hannover Messe"].to_won == timedelta(0)
        assert (sources["Website"].leads, sources["Website"].won) == (1, 0)
        assert (sources["Website"].reached, sources["Website"].to_reach) == (0, None)
        members = dict(by_member(session, scope(desk), EURO))
        assert (members["Eva"].converted, members["Eva"].won, members["Max"].leads) == (1, 1_240_000, 1)
        brought = Scope(desk.access(desk.boss), fair_id=fair.id)
        assert leads_in(session, brought).count == 1
        assert closed_in(session, brought, EURO).won_amount == 1_240_000


def test_activities_count_what_members_did(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        spoke(desk, lead, timedelta(hours=1))
        found = activities_in(session, scope(desk))
        assert found.of == {ActivityKind.CALL: 1}


def test_a_rep_of_a_private_workspace_counts_only_their_own(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        desk.lead("A", "Bosch")
        close(desk, desk.quote(desk.lead("B", "Philips")).opportunity, "won")
        for holder in (None, desk.eva.id):
            forged = Scope(desk.access(desk.max), span=MARCH, holder_id=holder)
            assert leads_in(session, forged).count == 0
            assert closed_in(session, forged, EURO).won == 0
            assert by_source(session, forged, EURO) == []
            assert activities_in(session, forged).total == 0


def test_a_period_is_the_members_own_calendar() -> None:
    week = span_of(Period.WEEK, date(2026, 3, 12), AMSTERDAM)
    assert (week.first, week.last) == (date(2026, 3, 9), date(2026, 3, 12))
    assert week.start == datetime(2026, 3, 8, 23, tzinfo=UTC)
    assert span_of(Period.QUARTER, date(2026, 5, 2), AMSTERDAM).first == date(2026, 4, 1)
    before = span_before(Period.YEAR, date(2026, 5, 2), AMSTERDAM)
    assert (before.first, before.last) == (date(2025, 1, 1), date(2025, 12, 31))
