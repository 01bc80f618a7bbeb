"""Reminders: everything due is told once, whatever else happens."""

import threading
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select, text, update

from bot.sweeps.reminders import make_reminders
from crm.capture.draft import Due
from crm.models import Chat, FollowUp, FollowUpState, Lead, Member, Outbox
from crm.store.database import Database, Session
from crm.usecases.answer_follow_up import Answer, answer_follow_up, put_off
from tests.clock import START
from tests.factories import add_lead, add_member, next_id
from tests.follow_up_desk import BOT_ID, Desk, find_desk, make_desk, messages

TODAY = date(2026, 3, 10)
TEN = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
"""10:00 in Amsterdam."""

sweep = make_reminders(BOT_ID, next_id)


def ring(database: Database, now: datetime) -> datetime | None:
    with database.begin() as session:
        return sweep(session, now)


def ring_all(database: Database, now: datetime) -> int:
    """Until nothing more is due at once; how many sweeps it took."""
    for count in range(1, 1000):
        if ring(database, now) != now:
            return count
    raise AssertionError("the sweep never ends")


def plan(database: Database, *names: str, clock: time = time(10), now: datetime = START) -> None:
    with database.begin() as session:
        desk = make_desk(session, now - timedelta(hours=2))
        for name in names:
            desk.plan(desk.owed(name, phones=["+31620304050"]), TODAY, clock)


def test_a_reminder_says_when_what_why_and_how_to_reach_them(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session, START - timedelta(days=1))
        lead = desk.owed("Lotte Prins", organisation="Studio Prins", phones=["+31620304050"])
        desk.plan(lead, TODAY, time(10)).reason = "demo"
    ring(database, TEN)
    assert messages(database) == [
        "⏰ 10:00 call: Lotte Prins, Studio Prins\nYou planned this on Mon 9 Mar: “demo”\n+31 6 20304050"
    ]
    with database.read() as session:
        row = session.scalars(select(Outbox)).one()
    assert "disable_notification" not in row.body
    assert row.priority == 1
    assert [link[0] for link in row.links] == ["lead", "follow_up"]


def test_nothing_rings_before_its_time_and_the_sweep_says_when_it_will(database: Database) -> None:
    plan(database, "Anna")
    assert ring(database, TEN - timedelta(seconds=1)) == TEN
    assert messages(database) == []


def test_it_rings_once_however_often_the_sweep_comes(database: Database) -> None:
    plan(database, "Anna")
    for minutes in range(5):
        ring(database, TEN + timedelta(minutes=minutes))
    assert len(messages(database)) == 1


def test_what_fell_due_while_the_process_was_down_rings_on_start(database: Database) -> None:
    plan(database, "Anna")
    ring(database, TEN + timedelta(days=2))
    assert messages(database)[0].startswith("⏰ Tue 10 Mar 10:00 call: Anna")


def test_own_times_ring_at_night_at_the_weekend_and_while_away(database: Database) -> None:
    sunday = date(2026, 3, 15)
    with database.begin() as session:
        desk = make_desk(session)
        desk.members["Eva"].away_until = date(2026, 4, 1)
        desk.plan(desk.owed("Anna"), sunday, time(3))
    ring(database, datetime(2026, 3, 15, 2, 0, tzinfo=UTC))
    assert len(messages(database, "Eva")) == 1


def test_more_than_three_at_once_are_one_message_with_a_list(database: Database) -> None:
    plan(database, "Anna", "Bert", "Cees", "Dora", "Emil", "Fred")
    ring(database, TEN)
    (text_,) = messages(database)
    lines = text_.split("\n")
    assert lines[0] == "⏰ 6 follow-ups are due"
    assert len(lines) <= 6
    assert lines[-1] == "and 2 more"


def test_three_at_once_ring_one_by_one(database: Database) -> None:
    plan(database, "Anna", "Bert", "Cees")
    ring(database, TEN)
    assert len(messages(database)) == 3


def test_a_follow_up_of_a_colleague_says_who_planned_it(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session, START - timedelta(hours=1))
        desk.plan(desk.owed("Anna"), TODAY, time(10)).created_by = desk.members["Mia"].id
    ring(database, TEN)
    assert "Mia planned this on Tue 10 Mar" in messages(database, "Eva")[0]


def test_nobody_is_reminded_of_a_lead_that_was_deleted(database: Database) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        session.scalars(select(Lead)).one().deleted_at = START
    assert ring(database, TEN) is None
    assert messages(database) == []


@pytest.mark.parametrize("why", ["blocked", "never wrote"])
def test_who_cannot_be_told_is_told_of_to_a_manager(database: Database, why: str) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        eva = find_desk(session).members["Eva"]
        if why == "blocked":
            session.execute(update(Chat).where(Chat.chat_id == eva.chat_id).values(blocked_at=START))
        else:
            eva.chat_id = None
    ring(database, TEN)
    ring(database, TEN)
    told = messages(database)
    assert told == messages(database, "Mia") and len(told) == 1
    assert "Eva, whom I can't reach, planned this on Tue 10 Mar" in told[0]


def test_without_a_manager_an_owner_is_told(database: Database) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        members = find_desk(session).members
        members["Eva"].chat_id = members["Mia"].chat_id = None
    ring(database, TEN)
    assert len(messages(database, "Olga")) == 1


def test_where_no_chat_is_open_nobody_is_told_and_the_agenda_keeps_it(database: Database) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        session.execute(update(Chat).values(blocked_at=START))
    assert ring(database, TEN) is None
    assert messages(database) == []
    with database.read() as session:
        assert session.scalars(select(FollowUp)).one().state is FollowUpState.OPEN


def test_what_a_removed_member_had_planned_goes_to_a_manager(database: Database) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        find_desk(session).members["Eva"].removed_at = START
    ring(database, TEN)
    assert messages(database, "Eva") == []
    assert "Eva, who has left, planned this" in messages(database, "Mia")[0]


def test_a_lead_out_of_sight_is_not_named(database: Database) -> None:
    plan(database, "Anna")
    with database.begin() as session:
        desk = find_desk(session)
        desk.workspace.visibility = type(desk.workspace.visibility).PRIVATE
        session.scalars(select(Lead)).one().holder_id = desk.members["Tom"].id
    ring(database, TEN)
    assert messages(database) == []


@pytest.mark.parametrize(
    "break_it",
    [
        "UPDATE reach SET value = 'no number' WHERE lead_id = :lead",
        "UPDATE lead SET status = 'nonsense' WHERE id = :lead",
    ],
)
def test_one_bad_row_never_stops_the_rest(database: Database, break_it: str) -> None:
    plan(database, "Anna", "Bert", "Cees")
    with database.begin() as session:
        bert = session.scalars(select(Lead).where(Lead.name == "Bert")).one()
        session.execute(text(break_it), {"lead": bert.id})
    assert ring(database, TEN) is None
    assert [said.split("\n")[0][-4:] for said in messages(database)] == ["Anna", "Cees"]


def test_a_member_with_a_bad_zone_never_stops_the_rest(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session)
        for name, member in (("Anna", "Eva"), ("Bert", "Tom")):
            desk.plan(desk.owed(name, member), TODAY, time(10), member=member)
        desk.members["Eva"].zone = "Nowhere/Land"
    ring(database, TEN)
    assert len(messages(database, "Tom")) == 1


@pytest.mark.parametrize(
    ("day", "before", "after"),
    [
        # Summer time begins on Sunday 29 March, ends on 25 October 2026: 10:00 stays 10:00 on the wall.
        (
            date(2026, 3, 30),
            datetime(2026, 3, 30, 7, 59, tzinfo=UTC),
            datetime(2026, 3, 30, 8, 0, tzinfo=UTC),
        ),
        (
            date(2026, 10, 26),
            datetime(2026, 10, 26, 8, 59, tzinfo=UTC),
            datetime(2026, 10, 26, 9, 0, tzinfo=UTC),
        ),
    ],
)
def test_ten_o_clock_is_ten_o_clock_on_the_wall_on_both_sides_of_a_clock_change(
    sqlite_database: Database, day: date, before: datetime, after: datetime
) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        desk.plan(desk.owed("Anna"), day, time(10))
    ring(sqlite_database, before)
    assert messages(sqlite_database) == []
    ring(sqlite_database, after)
    assert len(messages(sqlite_database)) == 1


def test_a_time_that_comes_twice_rings_once(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = make_desk(session)
        desk.plan(desk.owed("Anna"), date(2026, 10, 25), time(2, 30))
    moment = datetime(2026, 10, 25, 0, 0, tzinfo=UTC)
    for _ in range(12):
        moment += timedelta(minutes=15)
        ring(sqlite_database, moment)
    assert len(messages(sqlite_database)) == 1


def many(database: Database, members: int, each: int) -> None:
    """`each` follow-ups at ten for each of so many members, by bulk inserts."""
    with database.begin() as session:
        desk = make_desk(session)
        team = [add_member(session, desk.workspace, name=f"R{n}") for n in range(members)]
        lead = add_lead(session, desk.members["Eva"], "Anna")
        rows = [
            {
                "workspace_id": desk.workspace.id,
                "id": next_id(),
                "lead_id": lead.id,
                "member_id": member.id,
                "created_by": member.id,
                "action": "call",
                "reason": "",
                "day": TODAY,
                "clock": time(10),
                "zone": "Europe/Amsterdam",
                "due_at": TEN,
                "state": FollowUpState.OPEN,
                "created_at": START,
                "rev": 1,
            }
            for member in team
            for _ in range(each)
        ]
        session.execute(FollowUp.__table__.insert(), rows)


def test_ten_thousand_due_at_once_are_one_message_for_each_member_who_has_many(database: Database) -> None:
    many(database, members=100, each=100)
    ring_all(database, TEN)
    with database.read() as session:
        rows = session.scalars(select(Outbox)).all()
        waiting = session.scalar(select(func.count()).where(FollowUp.rung_at.is_(None)))
    assert len(rows) == 100 == len({row.chat_id for row in rows})
    assert all("100 follow-ups are due" in row.body["text"] for row in rows)
    assert waiting == 0


def test_ten_thousand_due_at_once_each_ring_once_where_nobody_has_many(sqlite_database: Database) -> None:
    many(sqlite_database, members=3334, each=3)
    sweeps = ring_all(sqlite_database, TEN)
    with sqlite_database.read() as session:
        told = session.scalars(select(Outbox.links)).all()
    follow_ups = [link[1] for links in told for link in links if link[0] == "follow_up"]
    assert len(follow_ups) == len(set(follow_ups)) == 10_002
    assert sweeps > 50, "in bounded batches, so that turns come in between"


def test_two_processes_sweeping_at_once_tell_each_follow_up_once(postgres_database: Database) -> None:
    many(postgres_database, members=120, each=2)
    failures: list[BaseException] = []

    def sweep_until_done() -> None:
        try:
            for _ in range(60):
                ring(postgres_database, TEN)
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=sweep_until_done) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    with postgres_database.read() as session:
        told = session.scalars(select(Outbox.links)).all()
        waiting = session.scalar(select(func.count()).where(FollowUp.rung_at.is_(None)))
    follow_ups = [link[1] for links in told for link in links if link[0] == "follow_up"]
    assert len(follow_ups) == len(set(follow_ups)) == 240
    assert waiting == 0


def test_a_member_whose_turn_is_in_hand_is_told_right_after_it(postgres_database: Database) -> None:
    plan(postgres_database, "Anna")
    with postgres_database.begin() as session:
        eva = session.scalars(select(Member).where(Member.name == "Eva").with_for_update()).one()
        assert ring(postgres_database, TEN) == TEN
        eva.last_shown_at = TEN
    assert messages(postgres_database) == []
    ring(postgres_database, TEN)
    assert len(messages(postgres_database)) == 1


ACTIONS = st.sampled_from(["sweep", "sweep", "hour", "later", *Answer])


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(actions=st.lists(st.tuples(ACTIONS, st.integers(0, 2)), max_size=25))
def test_whatever_the_order_of_sweeps_and_taps_each_time_set_rings_at_most_once(
    sqlite_database: Database, actions: list[tuple[str, int]]
) -> None:
    with sqlite_database.begin() as session:
        session.execute(text("DELETE FROM outbox"))
        desk = _again(session)
        plans = [desk.plan(desk.owed(f"L{n}"), TODAY, time(10)) for n in range(3)]
        ids = [(plan.workspace_id, plan.id) for plan in plans]
    now, times_set = TEN, [1, 1, 1]
    for action, which in actions:
        if action == "sweep":
            ring(sqlite_database, now)
        elif action == "hour":
            now += timedelta(hours=1)
        else:
            with sqlite_database.begin() as session:
                desk.session, desk.now = session, now
                follow_up = session.get_one(FollowUp, ids[which])
                lead = session.get_one(Lead, (follow_up.workspace_id, follow_up.lead_id))
                if follow_up.state is not FollowUpState.OPEN:
                    continue
                if action == "later":
                    later = (now + timedelta(hours=2)).astimezone(desk.who().zone)
                    put_off(desk.work(), desk.who(), lead, follow_up, Due(later.date(), later.time(), ""))
                    times_set[which] += 1
                else:
                    rev = follow_up.rev
                    for _ in range(2):  # each tap twice
                        answer_follow_up(
                            desk.work(), desk.who(), lead, follow_up, Answer(action), happened_at=now, rev=rev
                        )
                        session.flush()
                    times_set[which] += action is Answer.NO_ANSWER
    with sqlite_database.read() as session:
        told = [link[1] for links in session.scalars(select(Outbox.links)) for link in links]
        for which, (_, follow_up_id) in enumerate(ids):
            assert told.count(follow_up_id) <= times_set[which]
        due = session.scalars(
            select(FollowUp).where(FollowUp.due_at <= now, FollowUp.state == FollowUpState.OPEN)
        ).all()
    ring(sqlite_database, now)
    with sqlite_database.read() as session:
        told = [link[1] for links in session.scalars(select(Outbox.links)) for link in links]
    assert {follow_up.id for follow_up in due} <= set(told)


def _again(session: Session) -> Desk:
    """A workspace of its own for each example; what earlier ones left rings no more."""
    session.execute(update(FollowUp).values(state=FollowUpState.DONE))
    return make_desk(session)
