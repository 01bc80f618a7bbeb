"""The digest: at the member's hour on working days, once, never empty; and the cadence that it brings along."""

import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import delete, select, text, update

from bot.sweeps.digests import make_digests
from crm.capture.draft import Outcome
from crm.models import Chat, FollowUp, Lead, Member, Outbox, Unasked
from crm.rules.digest_time import next_digest
from crm.store.database import Database
from tests.clock import START
from tests.factories import add_member, next_id
from tests.follow_up_desk import BOT_ID, find_desk, make_desk, messages

MONDAY = date(2026, 3, 9)
TUESDAY = date(2026, 3, 10)
sweep = make_digests(BOT_ID, next_id)


def at(day: date, clock: time = time(8, 30)) -> datetime:
    """A wall time in Amsterdam, in winter."""
    return datetime.combine(day, clock, UTC) - timedelta(hours=1)


EARLY = at(MONDAY, time(7))


def send(database: Database, now: datetime) -> datetime | None:
    with database.begin() as session:
        return sweep(session, now)


def days(database: Database, first: date, count: int) -> None:
    """So many mornings, one after the other."""
    for day in range(count):
        send(database, at(first + timedelta(days=day)))


def office(database: Database, now: datetime = EARLY) -> None:
    """Everybody's next digest is planned; nobody has anything to do yet."""
    with database.begin() as session:
        desk = make_desk(session, now)
        for name in desk.members:
            who = desk.who(name)
            who.member.next_digest_at = next_digest(now, who.digest_at, who.calendar)


def owe(database: Database, *names: str, holder: str = "Eva", since: datetime = EARLY) -> None:
    with database.begin() as session:
        desk = find_desk(session, since)
        for name in names:
            desk.owed(name, holder, since)


def plan(database: Database, name: str, day: date, member: str = "Eva") -> None:
    with database.begin() as session:
        desk = find_desk(session, EARLY)
        lead = desk.owed(name, member, desk.now)
        desk.plan(lead, day, member=member)


def cadence(database: Database, name: str = "Anna") -> tuple[int, date | None]:
    with database.read() as session:
        lead = session.scalars(select(Lead).where(Lead.name == name)).one()
        return lead.cadence_step, lead.cadence_day


def test_a_digest_comes_at_the_members_hour_and_tells_what_today_holds(database: Database) -> None:
    office(database)
    plan(database, "Anna", TUESDAY)
    days(database, MONDAY, 1)
    assert send(database, at(TUESDAY, time(8, 29))) == at(TUESDAY)
    assert messages(database) == []
    send(database, at(TUESDAY))
    assert messages(database, "Eva") == ["Tue 10 Mar\nAnna, call"]
    with database.read() as session:
        row = session.scalars(select(Outbox)).one()
    assert row.priority == 2
    assert "disable_notification" not in row.body


def test_a_digest_is_never_empty(database: Database) -> None:
    office(database)
    days(database, MONDAY, 5)
    assert messages(database) == []


def test_a_digest_comes_once_however_often_the_sweep_comes(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    for minutes in range(0, 300, 30):
        send(database, at(TUESDAY) + timedelta(minutes=minutes))
    assert len(messages(database, "Eva")) == 1


def test_no_digest_at_weekends_or_on_holidays(database: Database) -> None:
    office(database, at(date(2026, 4, 2), time(7)))
    with database.begin() as session:
        desk = find_desk(session)
        desk.plan(desk.owed("Anna", since=at(date(2026, 4, 2))), date(2026, 4, 2))
    summer = timedelta(hours=1)
    told = []
    for day in range(
        2, 9
    ):  # Good Friday counts in the Netherlands as an ordinary day, Easter Monday does not
        before = len(messages(database, "Eva"))
        send(database, at(date(2026, 4, day)) - summer)
        if len(messages(database, "Eva")) > before:
            told.append(day)
    assert 4 not in told and 5 not in told and 6 not in told
    assert told[0] == 2 and 7 in told


def test_no_digest_while_away_and_what_was_due_stands_in_the_next(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        find_desk(session).members["Eva"].away_until = date(2026, 3, 12)
    days(database, MONDAY, 4)
    assert messages(database, "Eva") == []
    send(database, at(date(2026, 3, 13)))
    assert messages(database, "Eva") == ["Fri 13 Mar\n1 not followed up"]


def test_down_over_the_hour_one_digest_comes_on_start(database: Database) -> None:
    office(database)
    plan(database, "Anna", TUESDAY)
    send(database, at(TUESDAY, time(11)))
    send(database, at(TUESDAY, time(12)))
    assert len(messages(database, "Eva")) == 1


def test_down_for_days_one_digest_comes_not_several(database: Database) -> None:
    office(database)
    plan(database, "Anna", MONDAY)
    send(database, at(date(2026, 3, 13), time(9)))
    assert len(messages(database, "Eva")) == 1


def test_started_in_the_night_the_digest_waits_for_the_hour(database: Database) -> None:
    office(database)
    plan(database, "Anna", MONDAY)
    wednesday = date(2026, 3, 11)
    assert send(database, at(wednesday, time(3))) == at(wednesday)
    assert messages(database) == []
    send(database, at(wednesday))
    assert len(messages(database, "Eva")) == 1


def test_started_after_work_the_digest_waits_for_the_next_morning(database: Database) -> None:
    office(database)
    plan(database, "Anna", MONDAY)
    send(database, at(TUESDAY, time(21)))
    assert messages(database) == []


def test_a_digest_hour_in_the_evening_is_kept(database: Database) -> None:
    office(database)
    plan(database, "Anna", TUESDAY)
    with database.begin() as session:
        eva = find_desk(session).members["Eva"]
        eva.digest_at, eva.next_digest_at = time(20), at(TUESDAY, time(20))
    send(database, at(TUESDAY, time(20)))
    assert len(messages(database, "Eva")) == 1


def test_each_member_by_the_clock_of_their_own_zone(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        who = find_desk(session).who("Eva")
        who.member.zone = "America/New_York"
        who.member.next_digest_at = next_digest(at(MONDAY), who.digest_at, who.calendar)
    days(database, MONDAY, 2)
    assert messages(database, "Eva") == []
    send(database, datetime(2026, 3, 10, 12, 30, tzinfo=UTC))  # 08:30 there, in summer time already
    assert len(messages(database, "Eva")) == 1


@pytest.mark.parametrize(
    ("day", "moment"),
    [
        (date(2026, 3, 30), datetime(2026, 3, 30, 6, 30, tzinfo=UTC)),
        (date(2026, 10, 26), datetime(2026, 10, 26, 7, 30, tzinfo=UTC)),
    ],
)
def test_half_past_eight_on_the_wall_on_both_sides_of_a_clock_change(
    sqlite_database: Database, day: date, moment: datetime
) -> None:
    before = datetime.combine(day, time(0), UTC) - timedelta(days=3)
    office(sqlite_database, before)
    owe(sqlite_database, "Anna", since=before - timedelta(days=3))
    assert send(sqlite_database, before + timedelta(hours=9)) == moment
    count = len(messages(sqlite_database, "Eva"))
    with sqlite_database.begin() as session:
        session.execute(update(Lead).values(cadence_day=day, cadence_step=1))
    send(sqlite_database, moment - timedelta(minutes=1))
    assert len(messages(sqlite_database, "Eva")) == count
    send(sqlite_database, moment)
    assert len(messages(sqlite_database, "Eva")) == count + 1


def test_a_digest_at_half_past_two_comes_once_in_the_night_of_the_clock_change(
    sqlite_database: Database,
) -> None:
    """On 25 October 2026 there is 02:30 twice; with Sunday a working day, the digest still comes once."""
    office(sqlite_database, datetime(2026, 10, 24, 12, tzinfo=UTC))
    with sqlite_database.begin() as session:
        desk = find_desk(session, datetime(2026, 10, 24, 12, tzinfo=UTC))
        desk.workspace.weekdays = "0123456"
        who = desk.who()
        who.member.digest_at = time(2, 30)
        who.member.next_digest_at = next_digest(desk.now, who.digest_at, who.calendar)
        desk.plan(desk.owed("Anna"), date(2026, 10, 25))
    moment = datetime(2026, 10, 24, 23, 0, tzinfo=UTC)
    for _ in range(20):
        moment += timedelta(minutes=15)
        send(sqlite_database, moment)
    assert len(messages(sqlite_database, "Eva")) == 1


def test_the_cadence_brings_a_lead_after_1_then_3_then_7_working_days(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    told = []
    for day in range(30):
        before = len(messages(database, "Eva"))
        send(database, at(MONDAY + timedelta(days=day)) - timedelta(hours=day > 19))
        if len(messages(database, "Eva")) > before:
            told.append(MONDAY + timedelta(days=day))
    assert told == [date(2026, 3, 10), date(2026, 3, 13), date(2026, 3, 24)]


def test_the_cadence_is_one_line_however_many_leads_it_brings(database: Database) -> None:
    office(database)
    owe(database, *(f"L{n}" for n in range(24)))
    send(database, at(TUESDAY))
    assert messages(database, "Eva") == ["Tue 10 Mar\n24 not followed up"]


def test_after_the_last_step_the_manager_hears_one_line_a_rep_with_the_tries(database: Database) -> None:
    office(database)
    owe(database, "Anna", "Bert")
    owe(database, "Cees", holder="Tom")
    with database.begin() as session:
        desk = find_desk(session, at(MONDAY, time(10)))
        anna = session.scalars(select(Lead).where(Lead.name == "Anna")).one()
        desk.log(anna, Outcome.NO_ANSWER)
        desk.log(anna, Outcome.VOICEMAIL)
    days(database, MONDAY, 18)
    assert messages(database, "Mia") == [
        "Wed 25 Mar\nEva: 2 still not followed up, 2 tries\nTom: 1 still not followed up"
    ]
    assert messages(database, "Olga") == []
    assert len(messages(database, "Eva")) == 3, "the escalation is no fourth time for the rep"


def test_every_manager_hears_it_once_also_one_who_was_away(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        desk = find_desk(session)
        other = add_member(session, desk.workspace, name="Max", role=desk.members["Mia"].role)
        other.next_digest_at, other.away_until = at(MONDAY), date(2026, 3, 26)
    days(database, MONDAY, 19)
    assert len(messages(database, "Mia")) == 1
    assert messages(database, "Max") == ["Fri 27 Mar\nEva: 1 still not followed up"]


def test_many_reps_are_summed_up_so_that_it_stays_six_lines(database: Database) -> None:
    office(database)
    with database.begin() as session:
        desk = find_desk(session)
        for n in range(9):
            desk.members[f"R{n}"] = add_member(session, desk.workspace, name=f"R{n}")
            desk.owed(f"L{n}", f"R{n}", EARLY)
        session.execute(update(Lead).values(cadence_step=3, cadence_day=TUESDAY))
    send(database, at(TUESDAY))
    (told,) = messages(database, "Mia")
    assert len(told.split("\n")) == 6
    assert told.endswith("5 reps: 5 still not followed up")


def test_an_owner_who_does_not_sell_gets_no_digest_and_one_who_sells_does(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        find_desk(session).members["Mia"].removed_at = START  # so that the owner is the one to hear of it
        session.execute(update(Lead).values(cadence_step=3, cadence_day=TUESDAY))
    send(database, at(TUESDAY))
    assert messages(database, "Olga") == []
    owe(database, "Bert", holder="Olga")
    send(database, at(date(2026, 3, 11)))
    assert messages(database, "Olga") == ["Wed 11 Mar\n1 not followed up\nEva: 1 still not followed up"]


def test_what_an_owner_planned_is_in_their_digest_though_they_hold_no_lead(database: Database) -> None:
    office(database)
    plan(database, "Anna", TUESDAY)
    with database.begin() as session:
        session.execute(update(FollowUp).values(member_id=find_desk(session).members["Olga"].id))
    send(database, at(TUESDAY))
    assert messages(database, "Olga") == ["Tue 10 Mar\nAnna, call"]


def test_a_blocked_chat_gets_none_and_the_cadence_waits(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        session.execute(update(Chat).values(blocked_at=START))
    days(database, MONDAY, 3)
    assert messages(database) == []
    assert cadence(database) == (0, TUESDAY)


def test_a_removed_member_gets_none(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        find_desk(session).members["Eva"].removed_at = START
    days(database, MONDAY, 3)
    assert messages(database) == []


@pytest.mark.parametrize("broken", ["zone = 'Nowhere/Land'", "language = 'xx'"])
def test_one_bad_member_never_stops_the_rest(database: Database, broken: str) -> None:
    office(database)
    owe(database, "Anna")
    owe(database, "Bert", holder="Tom")
    with database.begin() as session:
        session.execute(text(f"UPDATE member SET {broken} WHERE name = 'Eva'"))  # noqa: S608
    for minutes in range(3):
        send(database, at(TUESDAY) + timedelta(minutes=minutes))
    assert messages(database, "Tom") == ["Tue 10 Mar\n1 not followed up"]


def test_reached_leads_without_a_next_step_are_one_line_once_a_week(database: Database) -> None:
    office(database)
    owe(database, "Anna")
    with database.begin() as session:
        desk = find_desk(session, at(MONDAY, time(9)))
        desk.spoke(session.scalars(select(Lead)).one())
    days(database, TUESDAY, 9)
    assert messages(database, "Eva") == ["Mon 16 Mar\n1 reached, without a next step"]


def test_two_processes_at_once_send_each_digest_once(postgres_database: Database) -> None:
    office(postgres_database)
    with postgres_database.begin() as session:
        desk = find_desk(session)
        for n in range(40):
            desk.members[f"R{n}"] = member = add_member(session, desk.workspace, name=f"R{n}")
            member.next_digest_at = at(TUESDAY)
            desk.owed(f"L{n}", f"R{n}", EARLY)
    failures: list[BaseException] = []

    def sweep_often() -> None:
        try:
            for _ in range(15):
                send(postgres_database, at(TUESDAY))
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sweep_often) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with postgres_database.read() as session:
        chats = session.scalars(select(Outbox.chat_id)).all()
        steps = session.scalars(select(Lead.cadence_step)).all()
    assert len(chats) == len(set(chats)) == 40
    assert set(steps) == {1}


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(gaps=st.lists(st.integers(1, 40 * 60), min_size=1, max_size=30))
def test_whenever_the_sweep_runs_nobody_gets_two_digests_a_day_nor_one_out_of_hours(
    sqlite_database: Database, gaps: list[int]
) -> None:
    with sqlite_database.begin() as session:
        for table in (Outbox, Unasked, FollowUp):
            session.execute(delete(table))
        session.execute(update(Member).values(next_digest_at=None))
        desk = make_desk(session, at(MONDAY, time(7)))
        who = desk.who()
        who.member.next_digest_at = at(MONDAY)
        desk.plan(desk.owed("Anna"), MONDAY)
    now = at(MONDAY, time(7))
    for minutes in gaps:
        now += timedelta(minutes=minutes)
        send(sqlite_database, now)
    with sqlite_database.read() as session:
        told = [row.created_at.astimezone(who.zone) for row in session.scalars(select(Outbox))]
    assert len({moment.date() for moment in told}) == len(told)
    assert all(moment.weekday() < 5 for moment in told)
    assert all(time(8, 30) <= moment.time() < time(17, 30) for moment in told)
