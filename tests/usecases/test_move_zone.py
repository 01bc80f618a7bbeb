"""A member moves, or their hours and holidays change."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import select

from bot.sweeps.digests import make_digests
from bot.sweeps.reminders import make_reminders
from crm.models import FollowUp, Lead, Outbox
from crm.rules.digest_time import next_digest
from crm.store.database import Database
from crm.usecases.move_zone import reschedule_member, reschedule_team
from tests.clock import START
from tests.factories import next_id
from tests.follow_up_desk import BOT_ID, Desk, find_desk, make_desk, messages

THURSDAY = date(2026, 3, 12)
TEN_IN_AMSTERDAM = datetime(2026, 3, 12, 9, 0, tzinfo=UTC)


def move_to_new_york(desk: Desk) -> None:
    desk.members["Eva"].zone, desk.members["Eva"].country = "America/New_York", "US"
    reschedule_member(desk.work(), desk.who())
    desk.session.flush()


def test_a_clock_time_keeps_its_instant_from_amsterdam_to_new_york(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session)
        follow_up = desk.plan(desk.owed("Anna"), THURSDAY, time(10))
        move_to_new_york(desk)
        assert follow_up.due_at == TEN_IN_AMSTERDAM
        assert (follow_up.day, follow_up.clock, follow_up.zone) == (THURSDAY, time(5), "America/New_York")
    for now in (TEN_IN_AMSTERDAM - timedelta(minutes=1), TEN_IN_AMSTERDAM, TEN_IN_AMSTERDAM):
        with database.begin() as session:
            make_reminders(BOT_ID, next_id)(session, now)
    assert [said[:7] for said in messages(database, "Eva")] == ["⏰ 05:00"]


def test_a_clock_time_after_midnight_may_fall_on_the_day_before(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        follow_up = desk.plan(desk.owed("Anna"), THURSDAY, time(2))
        move_to_new_york(desk)
        assert (follow_up.day, follow_up.clock) == (date(2026, 3, 11), time(21))


def test_a_day_goes_with_the_member_to_the_hour_of_their_new_clock(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        follow_up = desk.plan(desk.owed("Anna"), THURSDAY)
        move_to_new_york(desk)
        assert (follow_up.day, follow_up.clock) == (THURSDAY, None)
        assert follow_up.due_at == datetime(2026, 3, 12, 12, 30, tzinfo=UTC)


def test_the_digest_comes_at_the_hour_of_the_new_clock_and_only_once_on_the_day_of_the_move(
    database: Database,
) -> None:
    sweep = make_digests(BOT_ID, next_id)
    morning = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
    with database.begin() as session:
        desk = make_desk(session, START)
        desk.members["Eva"].next_digest_at = morning
        desk.plan(desk.owed("Anna"), THURSDAY)
    for now in (morning, morning + timedelta(hours=5), morning + timedelta(hours=9)):
        with database.begin() as session:
            sweep(session, now)
            if now == morning:
                move_to_new_york(find_desk(session, now))
    assert len(messages(database, "Eva")) == 1
    with database.begin() as session:
        eva = find_desk(session).members["Eva"]
        assert eva.next_digest_at == datetime(2026, 3, 13, 12, 30, tzinfo=UTC)


def test_a_day_that_has_become_a_holiday_moves_to_the_next_working_day(sqlite_database: Database) -> None:
    """1 May is a holiday in Germany, not in the Netherlands."""
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        follow_up = desk.plan(desk.owed("Anna"), date(2026, 5, 1))
        assert follow_up.day == date(2026, 5, 1)
        desk.members["Eva"].country = "DE"
        reschedule_member(desk.work(), desk.who())
        assert follow_up.day == date(2026, 5, 4)


def test_the_cadence_follows_the_new_holidays(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed("Anna", since=datetime(2026, 4, 30, 9, tzinfo=UTC))
        assert lead.cadence_day == date(2026, 5, 1)
        desk.members["Eva"].country = "DE"
        reschedule_member(desk.work(), desk.who())
        session.refresh(lead)
        assert lead.cadence_day == date(2026, 5, 4)


def test_another_cadence_holds_for_every_member_at_once(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        desk.owed("Anna", "Eva")
        desk.owed("Bert", "Tom")
        desk.workspace.cadence = "2,5"
        reschedule_team(desk.work("Olga"), desk.who("Olga").access)
        assert session.scalars(select(Lead.cadence_day)).all() == [THURSDAY, THURSDAY]


def test_another_digest_hour_holds_from_the_next_digest_on(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        desk.members["Eva"].digest_at = time(11)
        reschedule_member(desk.work(), desk.who())
        assert desk.members["Eva"].next_digest_at == START.replace(hour=10)


def test_a_later_digest_hour_on_the_same_day_brings_no_second_digest(sqlite_database: Database) -> None:
    sweep = make_digests(BOT_ID, next_id)
    morning = datetime(2026, 3, 12, 7, 30, tzinfo=UTC)
    with sqlite_database.begin() as session:
        desk = make_desk(session, START)
        desk.members["Eva"].next_digest_at = morning
        desk.plan(desk.owed("Anna"), THURSDAY)
    with sqlite_database.begin() as session:
        sweep(session, morning)
        desk = find_desk(session, morning)
        desk.members["Eva"].digest_at = time(11)
        reschedule_member(desk.work(), desk.who())
    with sqlite_database.begin() as session:
        sweep(session, morning + timedelta(hours=3))
        assert len(session.scalars(select(Outbox)).all()) == 1


def test_what_is_done_or_a_colleagues_is_left_alone(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        toms = desk.plan(desk.owed("Anna", "Tom"), THURSDAY, time(10), member="Tom")
        rev = toms.rev
        move_to_new_york(desk)
        assert (toms.rev, toms.zone) == (rev, "Europe/Amsterdam")


def test_the_next_digest_after_a_move_is_by_the_new_calendar(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        move_to_new_york(desk)
        who = desk.who()
        assert who.member.next_digest_at == next_digest(START, time(8, 30), who.calendar)
        assert session.scalars(select(FollowUp)).all() == []
