"""A reminder answered in place."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import func, select

from bot.sweeps.reminders import make_reminders
from crm.capture.draft import ActivityKind, Outcome
from crm.models import Activity, FollowUp, FollowUpState, Lead, Member
from tests.chat_client import BOT_ID, Chat, Office, Shown
from tests.conversation_fixtures import EVA, MANAGER, TOM


@pytest.fixture
def reminder(chat: Chat, office: Office) -> Shown:
    """Eva captured Anna, and at 15:00 local time she is reminded."""
    chat.says("Anna de Vries, Philips, 06 12345678, call her today 15:00")
    office.clock.move(hours=5)
    ring(office)
    return chat.last


def ring(office: Office) -> None:
    with office.database.begin() as session:
        make_reminders(BOT_ID, office.ids)(session, office.clock())
    office.send()


def follow_up(office: Office) -> FollowUp:
    with office.database.begin() as session:
        return session.scalars(select(FollowUp).order_by(FollowUp.id.desc())).first()  # type: ignore[return-value]


def tries(office: Office) -> int:
    with office.database.begin() as session:
        query = select(func.count()).where(Activity.kind.in_((ActivityKind.CALL, ActivityKind.EMAIL)))
        return session.scalar(query) or 0


def test_the_reminder_shows_why_and_how_and_offers_the_answers(reminder: Shown) -> None:
    assert reminder.lines[0].startswith("⏰ 15:00")
    assert "Anna de Vries" in reminder.lines[0]
    assert "You planned this on Tue 10 Mar" in reminder.lines[1]
    assert reminder.lines[2] == "+31 6 12345678"
    assert reminder.buttons == ["Spoke", "No answer", "Mailed", "Later", "Stop"]
    assert "disable_notification" not in reminder.body


@pytest.mark.parametrize(("button", "line"), [("Spoke", "✅ Spoke 15:06"), ("Mailed", "✅ Mailed 15:06")])
def test_spoke_and_mailed_are_answered_in_the_same_message_and_offer_the_next_step(
    chat: Chat, office: Office, reminder: Shown, button: str, line: str
) -> None:
    office.clock.move(minutes=6)
    assert chat.taps(button, on=reminder) == []
    assert line in reminder.lines
    assert "Next step?" in reminder.lines
    assert reminder.buttons == ["Fri 13 Mar", "In a week", "Other", "None needed", "Undo"]
    assert follow_up(office).state is FollowUpState.DONE


def test_the_next_step_is_one_tap(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    chat.taps("Fri 13 Mar", on=reminder)
    assert "⏰ Fri 13 Mar" in reminder.lines
    made = follow_up(office)
    assert (made.state, str(made.day)) == (FollowUpState.OPEN, "2026-03-13")


def test_the_next_step_tapped_twice_is_one_follow_up(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    data = reminder.data_of("Fri 13 Mar")
    for _ in range(2):
        chat.taps_data(data, reminder)
    with office.database.begin() as session:
        assert session.scalar(select(func.count()).select_from(FollowUp)) == 2


def test_none_needed_plans_nothing(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    chat.taps("None needed", on=reminder)
    assert reminder.lines[-1] == "No next step needed"
    with office.database.begin() as session:
        assert FollowUpState.OPEN not in session.scalars(select(FollowUp.state)).all()


def test_what_is_to_be_done_on_that_day_is_kept_as_typed(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    chat.taps("Other", on=reminder)
    chat.says("Thursday 16:00 mail the brochure")
    with office.database.begin() as session:
        step = session.scalars(select(FollowUp).where(FollowUp.state == FollowUpState.OPEN)).one()
    assert (step.action, f"{step.clock:%H:%M}") == ("mail the brochure", "16:00")


def test_another_day_is_asked_for_and_typed(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    chat.taps("Other", on=reminder)
    assert chat.asks("ask-when")
    chat.says("when pigs fly")
    assert "I can't read a day" in chat.last.text
    chat.says("Thursday 16:00")
    assert "Thu 12 Mar 16:00" in chat.last.text


def test_no_answer_says_when_it_comes_again(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("No answer", on=reminder)
    assert "No answer 15:00. Again Wed 11 Mar 15:00" in reminder.lines
    office.clock.move(days=1)
    ring(office)
    assert chat.last.message_id != reminder.message_id
    assert chat.last.lines[0].startswith("⏰ 15:00")


@pytest.mark.parametrize("button", ["Spoke", "No answer", "Mailed", "Stop"])
def test_a_double_tap_does_no_harm(chat: Chat, office: Office, reminder: Shown, button: str) -> None:
    data = reminder.data_of(button)
    chat.taps_data(data, reminder)
    logged, planned = tries(office), follow_up(office)
    chat.taps_data(data, reminder)
    assert tries(office) == logged
    assert (follow_up(office).day, follow_up(office).state) == (planned.day, planned.state)
    assert office.toasts == ["That has passed"]


@pytest.mark.parametrize(
    ("label", "line"),
    [
        ("1 hour (16:00)", "⏰ Tue 10 Mar 16:00"),
        ("This afternoon (16:00)", "⏰ Tue 10 Mar 16:00"),
        ("Tomorrow (Wed 11 Mar)", "⏰ Wed 11 Mar 09:00"),
        ("Next week (Mon 16 Mar)", "⏰ Mon 16 Mar 15:00"),
    ],
)
def test_later_offers_times_and_the_same_message_says_which(
    chat: Chat, office: Office, reminder: Shown, label: str, line: str
) -> None:
    chat.taps("Later", on=reminder)
    if label not in reminder.buttons:
        label = next(shown for shown in reminder.buttons if shown.split(" (")[0] == label.split(" (")[0])
        line = f"⏰ Tue 10 Mar {label.split('(')[1][:5]}"
    chat.taps(label, on=reminder)
    assert line in reminder.lines
    assert follow_up(office).rung_at is None


def test_an_hour_later_it_rings_again_once(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Later", on=reminder)
    chat.taps("1 hour (16:00)", on=reminder)
    office.clock.move(hours=1)
    ring(office)
    ring(office)
    assert len([shown for shown in chat.messages if shown.lines[0].startswith("⏰ 16:00")]) == 1
    assert chat.last.message_id != reminder.message_id


def test_later_at_an_own_time(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Later", on=reminder)
    chat.taps("Own time", on=reminder)
    chat.says("tomorrow 20:30")
    assert "⏰ Wed 11 Mar 20:30" in chat.last.text


def test_stop_ends_it(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Stop", on=reminder)
    assert reminder.lines[1].startswith("Stopped 15:00")
    assert follow_up(office).state is FollowUpState.STOPPED


def test_undo_takes_the_answer_back(chat: Chat, office: Office, reminder: Shown) -> None:
    chat.taps("Spoke", on=reminder)
    chat.taps("Undo", on=reminder)
    assert follow_up(office).state is FollowUpState.OPEN
    assert tries(office) == 0 or _undone(office)


def _undone(office: Office) -> bool:
    with office.database.begin() as session:
        call = session.scalars(select(Activity).where(Activity.outcome == Outcome.SPOKE)).one()
        return call.deleted_at is not None


def test_a_colleague_cannot_answer_it(
    chat: Chat, office: Office, reminder: Shown, person: Callable[..., Chat]
) -> None:
    tom = person(TOM, "Tom")
    tom.says("/undo")
    for button in ("Spoke", "Later"):
        tom.taps_data(reminder.data_of(button))
        assert tom.is_told("gone")
    assert follow_up(office).state is FollowUpState.OPEN


def test_a_manager_can_answer_it(
    chat: Chat, office: Office, reminder: Shown, person: Callable[..., Chat]
) -> None:
    mia = person(MANAGER, "Mia")
    mia.says("/undo")
    mia.taps_data(reminder.data_of("Stop"))
    assert follow_up(office).state is FollowUpState.STOPPED


def test_a_removed_member_cannot_answer_it(chat: Chat, office: Office, reminder: Shown) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.taps("Spoke", on=reminder)
    assert follow_up(office).state is FollowUpState.OPEN


def test_a_reminder_does_not_change_the_lead_shown_last(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678, call her today 15:00")
    office.clock.move(hours=1)
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    before = shown_last(office)
    office.clock.move(hours=4)
    ring(office)
    assert chat.last.lines[0].startswith("⏰ 15:00")
    chat.taps("Spoke")
    assert shown_last(office) == before == "Klaus Berger"


def shown_last(office: Office) -> str | None:
    with office.database.begin() as session:
        eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
        return session.get_one(Lead, (eva.workspace_id, eva.last_shown_id)).name


def test_an_old_reminder_of_what_was_put_off_shows_how_it_stands(
    chat: Chat, office: Office, reminder: Shown
) -> None:
    spoke = reminder.data_of("Spoke")
    chat.taps("Later", on=reminder)
    chat.taps("Tomorrow (Wed 11 Mar)", on=reminder)
    office.clock.move(minutes=30)
    chat.taps_data(spoke, reminder)
    assert "⏰ Wed 11 Mar 09:00" in reminder.lines
    assert "Spoke" in reminder.buttons
    chat.taps("Spoke", on=reminder)
    assert follow_up(office).state is FollowUpState.DONE
    assert office.clock() - timedelta(minutes=1) < (follow_up(office).done_at or office.clock())


@pytest.fixture
def two_due(chat: Chat, office: Office) -> Shown:
    """Two calls to Anna were planned for the same hour, and a mail; the first of three reminders."""
    chat.says("Anna de Vries, Philips, 06 12345678, call her today 15:00")
    chat.says("/remind today 15:00 call about the quote")
    chat.says("/remind today 15:00 mail the leaflet")
    office.clock.move(hours=5)
    ring(office)
    return next(shown for shown in chat.messages if "call her: Anna" in shown.text and "⏰" in shown.text)


def states(office: Office) -> dict[str, FollowUpState]:
    with office.database.begin() as session:
        return {f.action: f.state for f in session.scalars(select(FollowUp))}


def test_spoke_settles_the_other_call_that_was_due_too_and_undo_brings_both_back(
    chat: Chat, office: Office, two_due: Shown
) -> None:
    chat.taps("Spoke", on=two_due)
    done, still = FollowUpState.DONE, FollowUpState.OPEN
    assert states(office) == {"call her": done, "call about the quote": done, "mail the leaflet": still}
    assert "✅ Done: call about the quote, Tue 10 Mar 15:00" in two_due.lines
    chat.taps("Undo", on=two_due)
    assert set(states(office).values()) == {still}


def test_mailed_settles_the_mail_that_was_due_and_not_the_other_call(
    chat: Chat, office: Office, two_due: Shown
) -> None:
    chat.taps("Mailed", on=two_due)
    done, still = FollowUpState.DONE, FollowUpState.OPEN
    assert states(office) == {"call her": done, "call about the quote": still, "mail the leaflet": done}


def test_a_manager_who_answers_for_a_rep_settles_the_reps_other_call(
    office: Office, two_due: Shown, person: Callable[..., Chat]
) -> None:
    mia = person(MANAGER, "Mia")
    mia.says("/help")
    mia.taps_data(two_due.data_of("Spoke"))
    assert states(office)["call about the quote"] is FollowUpState.DONE


def test_no_answer_settles_no_other_call(chat: Chat, office: Office, two_due: Shown) -> None:
    chat.taps("No answer", on=two_due)
    assert set(states(office).values()) == {FollowUpState.OPEN}
