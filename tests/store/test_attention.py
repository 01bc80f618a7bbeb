"""Which opportunities are left alone: without a next step, and stale after their stage's days without activity."""

from datetime import timedelta

from crm.capture.draft import ActivityKind, Due
from crm.models import Opportunity, Stage
from crm.store.attention import attention_of
from crm.store.database import Database
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.log_activity import log_activity
from crm.usecases.move_stage import move_stage
from tests.clock import START
from tests.deal_desk import DealDesk

_LATER = START + timedelta(days=15)


def _deal(desk: DealDesk) -> Opportunity:
    made = desk.quote(desk.lead()).opportunity
    assert made is not None
    return made


def test_an_open_opportunity_without_a_next_step_is_counted_until_something_is_planned(
    database: Database,
) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        deal = _deal(desk)
        assert attention_of(session, desk.who(), START).without_step == 1
        desk.do(
            lambda work: add_follow_up(
                work, desk.access(), deal, desk.who(), Due(START.date(), None, ""), action="call", reason=""
            )
        )
        assert not attention_of(session, desk.who(), START)
        assert not attention_of(session, desk.who(), _LATER), "a planned follow-up counts as life"


def test_it_goes_stale_after_its_stages_days_without_activity(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        deal = _deal(desk)
        assert attention_of(session, desk.who(), START + timedelta(days=14)).stale == 0
        found = attention_of(session, desk.who(), _LATER)
        assert (found.stale, found.stalest) == (1, ((deal, "Bosch"),))
        desk.do(
            lambda work: log_activity(
                work,
                desk.access(),
                deal,
                ActivityKind.NOTE,
                happened_at=START + timedelta(days=10),
                text="thinking",
            )
        )
        assert attention_of(session, desk.who(), _LATER).stale == 0


def test_each_stage_has_its_own_patience(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        deal = _deal(desk)
        stage = session.get(Stage, (desk.workspace.id, deal.stage_id))
        assert stage is not None
        stage.stale_days = 30
        assert attention_of(session, desk.who(), _LATER).stale == 0


def test_what_is_won_or_a_colleagues_is_no_concern(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        deal = _deal(desk)
        assert not attention_of(session, desk.who(desk.max), _LATER)
        won = next(s for s in session.query(Stage) if s.standard == "won")
        desk.do(lambda work: move_stage(work, desk.who(), deal, won, happened_at=START))
        assert not attention_of(session, desk.who(), _LATER)


def test_a_quote_that_waits_for_an_answer_is_counted(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        desk.quote(desk.lead("Klaus Berger", "Bosch"))
        desk.quote(desk.lead("Mia Kurz", "Bosch GmbH"))
        assert attention_of(session, desk.who(), START).waiting == 1
