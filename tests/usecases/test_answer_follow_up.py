"""What a member says to a reminder: what it logs, what it ends, when it comes again."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import func, select

from crm.capture.draft import ActivityKind, Due, Outcome
from crm.errors import NotYours, Refused
from crm.models import Activity, FollowUp, FollowUpState, Lead
from crm.store.database import Database, Session
from crm.store.follow_ups import get_follow_up
from crm.usecases.answer_follow_up import Answer, answer_follow_up, put_off
from crm.usecases.undo_turn import undo_turn
from tests.clock import START
from tests.follow_up_desk import Desk, make_desk

TODAY = date(2026, 3, 10)
TOMORROW = date(2026, 3, 11)


def answer(desk: Desk, lead: Lead, follow_up: FollowUp | None, said: Answer, rev: int = 0) -> Activity | None:
    done = answer_follow_up(desk.work(), desk.who(), lead, follow_up, said, happened_at=desk.now, rev=rev)
    desk.session.flush()
    return done.activity if done else None


def calls(session: Session) -> int:
    return session.scalar(select(func.count()).where(Activity.kind != ActivityKind.CAPTURE)) or 0


@pytest.mark.parametrize(
    ("said", "kind"), [(Answer.SPOKE, ActivityKind.CALL), (Answer.MAILED, ActivityKind.EMAIL)]
)
def test_spoke_and_mailed_log_it_end_the_follow_up_and_nothing_is_owed(
    sqlite_database: Database, said: Answer, kind: ActivityKind
) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        activity = answer(desk, lead, follow_up, said)
        assert activity is not None and activity.kind is kind
        assert follow_up.state is FollowUpState.DONE
        assert (lead.owed_since, lead.cadence_day) == (None, None)


def test_no_answer_counts_a_try_and_comes_again_on_the_next_working_day(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        follow_up.rung_at = START
        activity = answer(desk, lead, follow_up, Answer.NO_ANSWER)
        assert activity is not None and activity.outcome is Outcome.NO_ANSWER
        assert (lead.tries, lead.owed_since) == (1, START)
        assert follow_up.state is FollowUpState.OPEN
        assert (follow_up.day, follow_up.clock, follow_up.rung_at) == (TOMORROW, time(10), None)


def test_no_answer_on_a_friday_comes_again_on_monday(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session, START + timedelta(days=3))
        lead = desk.owed()
        follow_up = desk.plan(lead, date(2026, 3, 13), time(10))
        answer(desk, lead, follow_up, Answer.NO_ANSWER)
        assert follow_up.day == date(2026, 3, 16)


def test_stop_ends_the_follow_up_and_the_cadence_until_they_come_to_us_again(
    sqlite_database: Database,
) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        assert answer(desk, lead, follow_up, Answer.STOP) is None
        assert follow_up.state is FollowUpState.STOPPED
        assert lead.owed_since == START
        assert lead.cadence_day is None


def test_stop_without_a_follow_up_keeps_the_cadence_away_and_undo_brings_it_back(
    sqlite_database: Database,
) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        assert lead.cadence_day == TOMORROW
        work = desk.work()
        answer_follow_up(work, desk.who(), lead, None, Answer.STOP, happened_at=desk.now)
        assert lead.cadence_day is None
        undo_turn(desk.work(), desk.who().access, work.turn_id)
        assert lead.cadence_day == TOMORROW


@pytest.mark.parametrize("said", list(Answer))
@pytest.mark.parametrize("planned", [True, False])
def test_the_second_of_two_taps_does_nothing(sqlite_database: Database, said: Answer, planned: bool) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10)) if planned else None
        rev = follow_up.rev if follow_up else lead.rev
        answer(desk, lead, follow_up, said, rev=rev)
        logged, steps = calls(session), session.scalar(select(func.count()).select_from(FollowUp))
        assert answer(desk, lead, follow_up, said, rev=rev) is None
        assert (calls(session), session.scalar(select(func.count()).select_from(FollowUp))) == (logged, steps)


def test_later_is_the_same_follow_up_at_another_time_and_it_rings_again(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        follow_up.rung_at = START
        planned = put_off(desk.work(), desk.who(), lead, follow_up, Due(TOMORROW, time(9), "tomorrow"))
        assert planned.follow_up is follow_up
        assert (follow_up.day, follow_up.clock, follow_up.rung_at) == (TOMORROW, time(9), None)


def test_later_twice_for_a_lead_without_a_follow_up_makes_one(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        for clock in (time(9), time(9)):
            put_off(desk.work(), desk.who(), lead, None, Due(TOMORROW, clock, ""))
            session.flush()
        assert session.scalar(select(func.count()).select_from(FollowUp)) == 1


def test_later_is_refused_once_it_is_done(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        answer(desk, lead, follow_up, Answer.SPOKE)
        with pytest.raises(Refused) as refused:
            put_off(desk.work(), desk.who(), lead, follow_up, Due(TOMORROW, None, ""))
        assert refused.value.key == "passed"


def test_a_managers_later_counts_by_the_clock_of_the_member_it_reminds(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        desk.members["Eva"].zone = "America/New_York"
        lead = desk.owed()
        follow_up = desk.plan(lead, TODAY, time(10))
        put_off(desk.work("Mia"), desk.who("Mia"), lead, follow_up, Due(TOMORROW, time(10), ""))
        assert follow_up.due_at == START.replace(day=11, hour=14)


def test_a_follow_up_of_a_colleague_is_not_there_for_a_rep_but_for_a_manager(
    sqlite_database: Database,
) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        follow_up = desk.plan(desk.owed(), TODAY, time(10))
        with pytest.raises(NotYours):
            get_follow_up(session, desk.who("Tom").access, follow_up.id)
        assert get_follow_up(session, desk.who("Mia").access, follow_up.id)[0] is follow_up
