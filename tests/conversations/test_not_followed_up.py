"""Who is not followed up: one definition, so that every screen says the same number; at an event it waits for the end.
A mailing that is confirmed late says whom it left out."""

from datetime import date, timedelta

import pytest
from sqlalchemy import select, update

from bot.sweeps.digests import make_digests
from crm.models import Fair, FollowUp, FollowUpState, Lead, Member
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA
from tests.follow_up_desk import Desk, find_desk

WEDNESDAY = date(2026, 3, 11)


def desk_of(office: Office, session: object) -> Desk:
    return find_desk(session, office.clock())  # type: ignore[arg-type]


def owe(office: Office, *names: str, hot: bool = False, fair: str | None = None) -> None:
    """Leads of Eva that came in yesterday; fair: at the event of that name."""
    with office.database.begin() as session:
        desk = desk_of(office, session)
        at = session.scalars(select(Fair.id).where(Fair.name == fair)).one() if fair else None
        for name in names:
            desk.owed(
                name,
                since=office.clock() - timedelta(days=1),
                hot=hot,
                id=office.ids(),
                fair_id=at,
                emails=[f"{name}@x.nl"],
            )


def plan(office: Office, name: str, day: date) -> None:
    with office.database.begin() as session:
        desk = desk_of(office, session)
        desk.plan(session.scalars(select(Lead).where(Lead.name == name)).one(), day)


def morning_digest(office: Office, chat: Chat) -> None:
    with office.database.begin() as session:
        session.execute(update(Member).where(Member.user_id == EVA).values(next_digest_at=office.clock()))
        make_digests(BOT_ID, office.ids)(session, office.clock())
    office.send()


@pytest.fixture
def at_the_event(chat: Chat, office: Office) -> Chat:
    """Hannover Messe runs until Friday; Ada and Bob 🔥 came there, Cas and Dirk 🔥 elsewhere."""
    chat.says("/event Hannover Messe, until Friday")
    owe(office, "Ada", fair="Hannover Messe")
    owe(office, "Bob", hot=True, fair="Hannover Messe")
    owe(office, "Cas")
    owe(office, "Dirk", hot=True)
    return chat


def test_the_agenda_counts_nobody_of_an_event_that_runs_and_says_that_they_wait(at_the_event: Chat) -> None:
    at_the_event.says("/agenda")
    assert at_the_event.last.lines[1:] == ["2 not followed up, 1 🔥", "2 wait for the end of Hannover Messe"]
    assert "Not followed up 2" in at_the_event.last.buttons


def test_a_walk_brings_up_nobody_of_an_event_that_runs(at_the_event: Chat) -> None:
    at_the_event.says("/agenda")
    at_the_event.taps("Start with 🔥")
    assert at_the_event.last.lines[:2] == ["1 of 1 · not followed up", "🔥 Dirk"]
    at_the_event.taps("Skip")
    assert "last one" in at_the_event.last.text


def test_a_mailing_marks_nobody_of_an_event_that_runs(at_the_event: Chat) -> None:
    at_the_event.says("/agenda")
    at_the_event.taps("Mark all mailed…")
    assert at_the_event.last.lines[1] == "Dirk, Cas"
    at_the_event.taps("Mark 2")
    assert "2 marked as mailed" in at_the_event.last.text


def test_an_agenda_of_nothing_but_the_event_does_not_say_that_all_are_followed_up(
    chat: Chat, office: Office
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    owe(office, "Ada", fair="Hannover Messe")
    chat.says("/agenda")
    assert chat.last.lines[1:] == ["1 waits for the end of Hannover Messe"]
    chat.says("who should I call today?")
    assert chat.last.lines[1:] == ["1 waits for the end of Hannover Messe"]


def test_after_the_event_they_are_not_followed_up(at_the_event: Chat, office: Office) -> None:
    office.clock.move(days=6)
    at_the_event.says("/agenda")
    assert "4 not followed up, 2 🔥 (Hannover Messe)" in at_the_event.last.text


def test_every_screen_says_the_same_number(at_the_event: Chat, office: Office) -> None:
    owe(office, "Planned", hot=True)
    plan(office, "Planned", WEDNESDAY + timedelta(days=7))
    chat = at_the_event
    chat.says("/agenda")
    assert "2 not followed up, 1 🔥" in chat.last.text
    start = chat.last.data_of("Start")
    chat.taps("Not followed up 2")
    assert chat.last.lines == ["Not followed up", "1–2 of 2"]
    chat.taps_data(start)
    assert chat.last.lines[0].startswith("1 of 2")
    chat.says("whom have I not followed up?")
    assert chat.last.lines == ["2 not followed up, 1 🔥"]
    chat.says("/leads")
    chat.taps("Not followed up")
    assert chat.last.lines == ["My leads · Not followed up", "1–2 of 2 · 1 🔥"]
    morning_digest(office, chat)
    assert "2 not followed up, 1 🔥" in chat.last.text


def test_an_events_own_list_shows_who_is_not_followed_up_there(at_the_event: Chat) -> None:
    at_the_event.says("/leads")
    at_the_event.taps("Event…")
    at_the_event.taps("Hannover Messe")
    at_the_event.taps("Not followed up")
    assert at_the_event.last.buttons[:2] == ["🔥 Bob (Eva)", "Ada (Eva)"]


def test_the_digest_says_how_many_of_them_are_due_today(chat: Chat, office: Office) -> None:
    owe(office, "Ada", "Bob")
    owe(office, "Cas", hot=True)
    with office.database.begin() as session:
        session.execute(
            update(Lead).where(Lead.name != "Ada").values(cadence_day=WEDNESDAY + timedelta(days=9))
        )
    morning_digest(office, chat)
    assert chat.last.lines[1:] == ["3 not followed up, 1 🔥, 1 of them due today"]
    assert chat.last.buttons[0] == "Start with 🔥"


def test_a_digest_that_names_no_hot_one_does_not_start_with_them(chat: Chat, office: Office) -> None:
    owe(office, "Ada", hot=True)
    owe(office, "Planned")
    plan(office, "Planned", date(2026, 3, 10))
    with office.database.begin() as session:
        session.execute(update(Lead).values(cadence_day=WEDNESDAY + timedelta(days=9)))
    morning_digest(office, chat)
    assert chat.last.lines[1:] == ["14:00 Planned, call"]
    assert chat.last.buttons == ["Start", "Agenda"]


def test_who_needs_no_follow_up_is_not_open_at_the_event_either(at_the_event: Chat, office: Office) -> None:
    at_the_event.says("/event")
    at_the_event.taps("Hannover Messe")
    assert "open" in at_the_event.last.text
    with office.database.begin() as session:
        desk = desk_of(office, session)
        for name in ("Ada", "Bob"):
            stopped: FollowUp = desk.plan(
                session.scalars(select(Lead).where(Lead.name == name)).one(), WEDNESDAY
            )
            stopped.state, stopped.done_at = FollowUpState.STOPPED, office.clock()
    at_the_event.says("/event")
    at_the_event.taps("Hannover Messe")
    assert "open" not in at_the_event.last.text


def test_what_the_event_holds_back_keeps_its_turn_though_it_came_before_the_event(
    chat: Chat, office: Office
) -> None:
    owe(office, "Ada", "Cas")
    chat.says("/event Hannover Messe, until Friday")
    with office.database.begin() as session:
        fair_id = session.scalars(select(Fair.id)).one()
        session.execute(update(Lead).values(cadence_day=date(2026, 3, 10)))
        session.execute(update(Lead).where(Lead.name == "Ada").values(fair_id=fair_id))
    morning_digest(office, chat)
    assert chat.last.lines[1:] == ["1 not followed up"]
    with office.database.begin() as session:
        steps = {lead.name: lead.cadence_step for lead in session.scalars(select(Lead))}
    assert steps == {"Ada": 0, "Cas": 1}


def test_a_mailing_confirmed_late_says_whom_it_left_out(chat: Chat, office: Office) -> None:
    owe(office, "Ada", "Bob", "Cas", "Dirk")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    asked = chat.last
    office.clock.move(hours=20)
    plan(office, "Bob", WEDNESDAY + timedelta(days=7))
    with office.database.begin() as session:
        desk = desk_of(office, session)
        desk.spoke(session.scalars(select(Lead).where(Lead.name == "Cas")).one())
    owe(office, "Newcomer")
    chat.taps("Mark 4", on=asked)
    assert chat.messages[-1].lines == [
        "✅ 2 marked as mailed.",
        "2 of 4 left out, followed up or planned since: Cas, Bob",
    ]


def test_a_mailing_whose_leads_went_to_a_colleague_says_how_many_are_left_out(
    chat: Chat, office: Office
) -> None:
    owe(office, "Ada", "Bob")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    with office.database.begin() as session:
        desk = desk_of(office, session)
        session.scalars(select(Lead).where(Lead.name == "Ada")).one().holder_id = desk.members["Tom"].id
    chat.taps("Mark 2")
    assert chat.last.lines == ["✅ 1 marked as mailed.", "1 of 2 left out: no longer waiting for you"]


@pytest.mark.parametrize("arg", ["", "x", "99999999999999", "-4"])
def test_a_mailing_with_a_forged_count_says_nothing_of_others(chat: Chat, office: Office, arg: str) -> None:
    owe(office, "Ada")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    verb, version = "mark-all", chat.last.data_of("Mark 1").split(":")
    chat.taps_data(":".join((version[0], verb, version[2], version[3], arg)))
    assert "1 marked as mailed" in chat.last.text
    assert len(chat.last.lines) == 1
