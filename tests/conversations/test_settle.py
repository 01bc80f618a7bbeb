"""A contact that was logged, and what had been planned for that lead: done with it, or closed by one tap."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.sweeps.reminders import make_reminders
from crm.access import Role
from crm.capture.draft import ActivityKind, Outcome
from crm.models import Activity, FollowUp, FollowUpState, Lead
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import MANAGER, TOM
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]


def states(office: Office) -> list[FollowUpState]:
    with office.database.begin() as session:
        kept = select(FollowUp).where(FollowUp.deleted_at.is_(None)).order_by(FollowUp.id)
        return [follow_up.state for follow_up in session.scalars(kept)]


def calls(office: Office) -> list[Outcome | None]:
    with office.database.begin() as session:
        there = select(Activity).where(Activity.kind == ActivityKind.CALL, Activity.deleted_at.is_(None))
        return [activity.outcome for activity in session.scalars(there.order_by(Activity.id))]


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead)).one()


@pytest.fixture
def rung(chat: Chat, office: Office) -> None:
    """A call was planned for 15:00, and it is 16:00."""
    chat.says("Anna de Vries, Philips, 06 12345678, call her today 15:00")
    office.clock.move(hours=6)
    with office.database.begin() as session:
        make_reminders(BOT_ID, office.ids)(session, office.clock())
    office.send()


@pytest.mark.usefixtures("rung")
def test_a_call_in_words_that_reached_closes_the_call_that_was_due(chat: Chat, office: Office) -> None:
    chat.says("spoke to Anna de Vries")
    assert states(office) == [FollowUpState.DONE]
    assert chat.last.lines[2] == "✅ Done: call her, Tue 10 Mar 15:00"
    assert "Next step?" in chat.last.text
    chat.taps("Undo")
    assert states(office) == [FollowUpState.OPEN]
    assert calls(office) == []


@pytest.mark.usefixtures("rung")
def test_spoke_by_the_log_button_closes_it_too(chat: Chat, office: Office) -> None:
    chat.says("/call")
    chat.taps("Spoke")
    assert states(office) == [FollowUpState.DONE]
    assert "✅ Done: call" in chat.last.text


@pytest.mark.usefixtures("rung")
def test_no_answer_closes_nothing(chat: Chat, office: Office) -> None:
    chat.says("called Anna de Vries, no answer")
    assert states(office) == [FollowUpState.OPEN]
    assert not any(button.startswith("Done") for button in chat.last.buttons)


@pytest.mark.usefixtures("rung")
def test_a_mail_does_not_do_the_call_but_one_tap_closes_it(chat: Chat, office: Office) -> None:
    chat.says("mailed Anna de Vries")
    assert states(office) == [FollowUpState.OPEN]
    shown, data = chat.last, chat.last.data_of("✅ call her, Tue 10 Mar 15:00")
    chat.taps_data(data, shown)
    assert states(office) == [FollowUpState.DONE]
    assert "Done: call her, Tue 10 Mar 15:00" in shown.text and "Next step?" in shown.text
    assert calls(office) == []
    undo = shown.data_of("Undo")
    chat.taps_data(data, shown)
    assert office.toasts[-1] == "That has passed"
    chat.taps_data(undo, shown)
    assert states(office) == [FollowUpState.OPEN]


def test_what_is_planned_for_later_stays_and_one_tap_closes_it(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678, call her Friday")
    office.clock.move(minutes=30)
    chat.says("spoke to Anna de Vries")
    assert states(office) == [FollowUpState.OPEN]
    assert "Next: call her, Fri 13 Mar" in chat.last.text
    chat.taps("✅ call her, Fri 13 Mar")
    assert states(office) == [FollowUpState.DONE]


@pytest.mark.usefixtures("rung")
def test_the_next_step_that_the_words_ask_for_stays_open(chat: Chat, office: Office) -> None:
    chat.says("spoke to Anna de Vries, call her again Thursday 11:00")
    assert states(office) == [FollowUpState.DONE, FollowUpState.OPEN]
    assert "Thu 12 Mar 11:00" in chat.last.text
    assert not any(button.startswith("✅") for button in chat.last.buttons)


@pytest.mark.usefixtures("rung")
def test_a_colleagues_call_leaves_what_i_planned(office: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    tom.says("spoke to Anna de Vries")
    assert states(office) == [FollowUpState.OPEN]


@pytest.mark.usefixtures("rung")
def test_nobody_else_closes_it_with_a_copied_button(chat: Chat, office: Office, person: Person) -> None:
    chat.says("mailed Anna de Vries")
    data = chat.last.data_of("✅ call her, Tue 10 Mar 15:00")
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    for other in (person(TOM, "Tom"), person(700, "Otto")):
        other.says("/help")
        other.taps_data(data)
    assert states(office) == [FollowUpState.OPEN]
    mia = person(MANAGER, "Mia")
    mia.says("/help")
    mia.taps_data(data)
    assert states(office) == [FollowUpState.DONE]


@pytest.fixture
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    ("button", "outcome"), [("No answer", Outcome.NO_ANSWER), ("Voicemail", Outcome.VOICEMAIL)]
)
def test_a_call_without_a_word_of_its_outcome_offers_one_in_place(
    chat: Chat, office: Office, button: str, outcome: Outcome
) -> None:
    chat.says("called Anna de Vries")
    assert calls(office) == [Outcome.SPOKE]
    shown, data = chat.last, chat.last.data_of(button)
    assert chat.taps_data(data, shown) == []
    assert calls(office) == [outcome]
    assert the_lead(office).owed_since is not None and the_lead(office).tries == 1
    assert "Spoke" in shown.buttons and button not in shown.buttons
    office.clock.move(minutes=1)
    chat.taps_data(data, shown)
    assert office.toasts[-1] == "That has passed"
    assert calls(office) == [outcome]
    chat.taps("Undo", on=shown)
    assert calls(office) == []


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    "text",
    [
        "called Anna de Vries, no answer",
        "spoke to Anna de Vries",
        "called Anna de Vries, wants a quote by Friday",
        "mailed Anna de Vries",
    ],
)
def test_where_the_outcome_is_said_none_is_offered(chat: Chat, text: str) -> None:
    chat.says(text)
    assert "Voicemail" not in chat.last.buttons and "No answer" not in chat.last.buttons


@pytest.mark.usefixtures("rung")
def test_an_outcome_put_right_opens_what_the_call_had_closed(chat: Chat, office: Office) -> None:
    chat.says("called Anna de Vries")
    assert states(office) == [FollowUpState.DONE]
    chat.taps("No answer")
    assert states(office) == [FollowUpState.OPEN]
    chat.taps("Spoke")
    assert states(office) == [FollowUpState.DONE]
    assert calls(office) == [Outcome.SPOKE]


@pytest.mark.usefixtures("anna")
def test_nobody_else_changes_the_outcome(chat: Chat, office: Office, person: Person) -> None:
    chat.says("called Anna de Vries")
    data = chat.last.data_of("No answer")
    for user_id in (TOM, MANAGER):
        other = person(user_id)
        other.says("/help")
        other.taps_data(data)
    for forged in (data + "x", data.replace("no-answer", "spoke-ish"), data.replace("no-answer", "")):
        chat.taps_data(forged)
    assert calls(office) == [Outcome.SPOKE]


@pytest.mark.parametrize(
    ("planned", "told"),
    [
        ("mail him today 15:00", "Sent him a mail about delivery"),
        ("hem mailen vandaag 15:00", "hem een mail gestuurd over de levering"),
        ("ihm mailen heute 15:00", "ihm eine Mail geschickt wegen der Lieferung"),
    ],
)
def test_a_mail_told_in_a_reply_settles_the_mail_that_was_planned(
    chat: Chat, office: Office, planned: str, told: str
) -> None:
    card = chat.says(f"Klaus Berger, Bosch, 06 12345678, {planned}")[0]
    office.clock.move(hours=6)
    chat.says(told, reply_to=card.message_id)
    assert states(office)[0] is FollowUpState.DONE
    with office.database.begin() as session:
        kinds = session.scalars(select(Activity.kind).order_by(Activity.id)).all()
    assert kinds == [ActivityKind.CAPTURE, ActivityKind.EMAIL]
