"""What a logged contact does with what was planned, on both databases."""

from datetime import date, time, timedelta

import pytest
from sqlalchemy import select

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Activity, FollowUp, FollowUpState, Lead, Status
from crm.store.agenda import agenda_of
from crm.store.database import Database, Session
from crm.usecases.answer_follow_up import need_no_next_step
from crm.usecases.change_outcome import change_outcome
from crm.usecases.log_in_words import log_contact
from crm.usecases.undo_turn import undo_turn
from tests.clock import START
from tests.follow_up_desk import Desk, make_desk

TODAY = date(2026, 3, 10)
AFTERNOON = START + timedelta(hours=6)
NEXT_MONDAY = START + timedelta(days=6)


def the_step(session: Session) -> FollowUp:
    session.flush()
    return session.scalars(select(FollowUp)).one()


def due_call(session: Session, action: str = "call", clock: time | None = time(12)) -> tuple[Desk, Lead]:
    """A lead of Eva's with a follow-up that was due this noon; it is 16:00."""
    desk = make_desk(session)
    lead = desk.owed("Anna")
    desk.plan(lead, TODAY, clock, action=action)
    desk.now = AFTERNOON
    return desk, lead


def call(desk: Desk, lead: Lead, outcome: Outcome = Outcome.SPOKE, member: str = "Eva") -> int:
    """The turn that logged it."""
    work = desk.work(member)
    access = desk.who(member).access
    direction = Direction.OUT
    log_contact(
        work, access, lead, ActivityKind.CALL, happened_at=desk.now, direction=direction, outcome=outcome
    )
    desk.session.flush()
    return work.turn_id


@pytest.mark.parametrize(("action", "clock"), [("call", time(12)), ("call", None), ("", time(12))])
def test_a_contact_does_what_was_due_and_undo_opens_it_again(
    database: Database, action: str, clock: time | None
) -> None:
    with database.begin() as session:
        desk, lead = due_call(session, action, clock)
        if clock is None:
            desk.now = START + timedelta(days=1)
        turn = call(desk, lead)
        assert (the_step(session).state, the_step(session).done_at) == (FollowUpState.DONE, desk.now)
        undo_turn(desk.work(), desk.who().access, turn)
        assert (the_step(session).state, the_step(session).done_at) == (FollowUpState.OPEN, None)


@pytest.mark.parametrize(
    ("action", "outcome", "member"),
    [
        ("call", Outcome.NO_ANSWER, "Eva"),
        ("call", Outcome.VOICEMAIL, "Eva"),
        ("send the quote", Outcome.SPOKE, "Eva"),
        ("call", Outcome.SPOKE, "Tom"),
    ],
)
def test_another_contact_leaves_it_open(
    database: Database, action: str, outcome: Outcome, member: str
) -> None:
    with database.begin() as session:
        desk, lead = due_call(session, action)
        call(desk, lead, outcome, member)
        assert the_step(session).state is FollowUpState.OPEN


def test_what_is_planned_for_later_stays_open(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed("Anna")
        desk.plan(lead, TODAY + timedelta(days=1), time(12))
        call(desk, lead)
        assert the_step(session).state is FollowUpState.OPEN


def test_an_outcome_put_right_goes_back_with_the_call_by_one_undo(database: Database) -> None:
    with database.begin() as session:
        desk, lead = due_call(session)
        turn = call(desk, lead)
        assert (lead.status, lead.owed_since) == (Status.CONTACTED, None)
        assert change_outcome(desk.work(), desk.who(), turn, Outcome.NO_ANSWER) is not None
        assert (lead.status, lead.tries, lead.owed_since) == (Status.NEW, 1, START)
        assert the_step(session).state is FollowUpState.OPEN
        assert change_outcome(desk.work(), desk.who(), turn, Outcome.NO_ANSWER) is None
        undo_turn(desk.work(), desk.who().access, turn)
        assert (lead.status, lead.tries) == (Status.NEW, 0)
        assert the_step(session).state is FollowUpState.OPEN
        there = select(Activity).where(Activity.kind == ActivityKind.CALL, Activity.deleted_at.is_(None))
        assert session.scalars(there).all() == []
        assert change_outcome(desk.work(), desk.who(), turn, Outcome.SPOKE) is None


def test_who_needs_no_next_step_is_not_counted_on_monday(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed("Anna")
        call(desk, lead)
        assert agenda_of(session, desk.who(), NEXT_MONDAY).without_next_step == 1
        work = desk.work()
        assert need_no_next_step(work, desk.who(), lead)
        session.flush()
        assert not need_no_next_step(desk.work(), desk.who(), lead)
        assert agenda_of(session, desk.who(), NEXT_MONDAY).without_next_step == 0
        undo_turn(desk.work(), desk.who().access, work.turn_id)
        assert agenda_of(session, desk.who(), NEXT_MONDAY).without_next_step == 1


def test_a_manager_says_it_for_the_holder(database: Database) -> None:
    with database.begin() as session:
        desk = make_desk(session)
        lead = desk.owed("Anna")
        call(desk, lead)
        need_no_next_step(desk.work("Mia"), desk.who("Mia"), lead)
        assert agenda_of(session, desk.who(), NEXT_MONDAY).without_next_step == 0
