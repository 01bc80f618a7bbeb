"""Replies to a card or one's own message: logs, corrections, notes."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, Lead, Member, Turn
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]


@pytest.fixture(autouse=True)
def anna(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678, call her Friday")


def texts(office: Office, kind: ActivityKind) -> list[str]:
    with office.database.begin() as session:
        query = select(Activity.text).where(Activity.kind == kind, Activity.deleted_at.is_(None))
        return list(session.scalars(query))


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead)).one()


def step_day(office: Office) -> str:
    with office.database.begin() as session:
        return f"{session.scalars(select(FollowUp)).one().day:%a}"


def test_a_log_in_words_as_a_reply_logs_on_that_lead(chat: Chat, office: Office) -> None:
    chat.says("no answer", reply_to=chat.last.message_id)
    assert texts(office, ActivityKind.CALL) == ["no answer"]


def test_not_friday_monday_moves_the_next_step_and_shows_both_days(chat: Chat, office: Office) -> None:
    chat.says("not friday, monday", reply_to=chat.last.message_id)
    assert step_day(office) == "Mon"
    assert "Next step: Fri" in chat.last.text and "→ Mon" in chat.last.text
    chat.taps("Undo")
    assert step_day(office) == "Fri"


def test_just_a_note_takes_the_correction_back_and_keeps_the_words_once(chat: Chat, office: Office) -> None:
    chat.says("not friday, monday", reply_to=chat.last.message_id)
    data = chat.last.data_of("Just a note")
    chat.taps_data(data)
    chat.taps_data(data)
    assert step_day(office) == "Fri"
    assert texts(office, ActivityKind.NOTE) == ["not friday, monday"]


def test_a_bare_address_is_the_leads_address(chat: Chat) -> None:
    chat.says("anna@philips.com", reply_to=chat.last.message_id)
    assert "E-mail: anna@philips.com" in chat.last.text


def test_a_few_words_are_a_note_and_may_be_the_organisation(chat: Chat, office: Office) -> None:
    chat.says("Philips NV", reply_to=chat.my_last_id)
    assert texts(office, ActivityKind.NOTE) == ["Philips NV"]
    chat.taps("Organisation")
    assert the_lead(office).organisation == "Philips NV"
    assert texts(office, ActivityKind.NOTE) == []


def test_a_reply_to_a_list_asks_which(chat: Chat, office: Office) -> None:
    chat.says("Piet Bakker, Acme, piet@acme.com, call Friday")
    chat.says("/leads")
    chat.says("wants a brochure by post this week", reply_to=chat.last.message_id)
    assert chat.asks("reply-which")
    chat.says("anna")
    chat.taps("Anna de Vries · Philips")
    assert texts(office, ActivityKind.NOTE) == ["wants a brochure by post this week"]


@pytest.mark.usefixtures("private")
def test_a_colleague_of_a_private_workspace_cannot_use_the_buttons(
    chat: Chat, office: Office, person: Person
) -> None:
    chat.says("Philips NV", reply_to=chat.last.message_id)
    tom = person(TOM, "Tom")
    tom.says("Bo Klein, Acme, bo@acme.nl")
    tom.taps_data(chat.last.data_of("Organisation"), tom.last)
    assert the_lead_named(office, "Anna de Vries").organisation == "Philips"


@pytest.mark.parametrize(
    "text", ["Signify NV", "new@philips.com", "12k", "wants a brochure by post this week"]
)
def test_what_is_replied_to_a_colleagues_lead_is_a_note_and_changes_nothing_else(
    office: Office, person: Person, text: str
) -> None:
    before = the_lead(office)
    tom = person(TOM, "Tom")
    tom.says("/find anna")
    tom.says(text, reply_to=tom.last.message_id)
    assert texts(office, ActivityKind.NOTE) == [text]
    assert tom.last.lines[1] == "Saved as a note."
    assert "Organisation" not in tom.last.buttons
    now = the_lead(office)
    assert (now.organisation, now.value_minor, now.rev) == (
        before.organisation,
        before.value_minor,
        before.rev,
    )


@pytest.mark.parametrize("label", ["organisation", "name"])
def test_a_forged_tap_makes_no_field_of_a_colleagues_lead(office: Office, person: Person, label: str) -> None:
    tom = person(TOM, "Tom")
    tom.says("/find anna")
    tom.says("Signify NV", reply_to=tom.last.message_id)
    with office.database.begin() as session:
        turn = session.scalars(select(Turn.id).order_by(Turn.id.desc())).first() or 0
    tom.taps_data(encode("reply-is", turn, arg=label))
    assert (the_lead(office).name, the_lead(office).organisation) == ("Anna de Vries", "Philips")
    assert texts(office, ActivityKind.NOTE) == ["Signify NV"]


def test_a_time_replied_to_a_colleagues_lead_is_a_follow_up_of_ones_own(
    office: Office, person: Person
) -> None:
    tom = person(TOM, "Tom")
    tom.says("/find anna")
    tom.says("not friday, monday", reply_to=tom.last.message_id)
    with office.database.begin() as session:
        days = [
            f"{follow_up.day:%a}" for follow_up in session.scalars(select(FollowUp).order_by(FollowUp.id))
        ]
    assert days == ["Fri", "Mon"]


def the_lead_named(office: Office, name: str) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead).where(Lead.name == name)).one()


@pytest.mark.parametrize("words", ["spoke, wants a demo", "spoke", "gesproken", "gesprochen", "voicemail"])
def test_spoke_alone_is_a_call(chat: Chat, office: Office, words: str) -> None:
    chat.says(words, reply_to=chat.last.message_id)
    assert texts(office, ActivityKind.CALL) == [words]


def steps(office: Office) -> dict[str, str]:
    with office.database.begin() as session:
        return {
            step.action: f"{step.day:%a}" + (f" {step.clock:%H:%M}" if step.clock else "")
            for step in session.scalars(select(FollowUp).where(FollowUp.deleted_at.is_(None)))
        }


NOT_THIS_DAY = [
    ("en", "not friday, monday"),
    ("nl", "niet vrijdag, maandag"),
    ("de", "nicht freitag, montag"),
]


@pytest.mark.parametrize(("language", "words"), NOT_THIS_DAY, ids=[row[0] for row in NOT_THIS_DAY])
def test_not_friday_is_said_of_the_step_on_friday_whose_hour_stays(
    chat: Chat, office: Office, language: str, words: str
) -> None:
    card = chat.last.message_id
    chat.says("friday 10:00", reply_to=card)
    chat.says("/remind thursday send brochure")
    chat.language = language
    chat.says(words, reply_to=card)
    assert steps(office) == {"call her": "Mon 10:00", "send brochure": "Thu"}
    assert "10:00" in chat.last.text


def test_a_day_that_no_step_is_on_moves_nothing_and_is_a_note(chat: Chat, office: Office) -> None:
    chat.says("not tuesday, monday", reply_to=chat.last.message_id)
    assert steps(office) == {"call her": "Fri"}
    assert texts(office, ActivityKind.NOTE) == ["not tuesday, monday"]
    assert "When" in chat.last.buttons and "Organisation" not in chat.last.buttons


@pytest.mark.parametrize(("words", "value"), [("not 15k, 20k", 2_000_000), ("not 12k, 20k", 1_500_000)])
def test_not_12k_is_said_of_the_value_that_is_12k(chat: Chat, office: Office, words: str, value: int) -> None:
    card = chat.last.message_id
    chat.says("15k", reply_to=card)
    chat.says(words, reply_to=card)
    assert the_lead(office).value_minor == value


def test_what_becomes_the_organisation_is_said_with_what_it_was_and_undone_in_one_tap(
    chat: Chat, office: Office
) -> None:
    chat.says("Signify NV", reply_to=chat.last.message_id)
    chat.taps("Organisation")
    assert chat.last.lines[0] == "Organisation: Philips → Signify NV"
    assert the_lead(office).organisation == "Signify NV"
    chat.taps("Undo")
    assert the_lead(office).organisation == "Philips"
    assert texts(office, ActivityKind.NOTE) == ["Signify NV"]


def test_undo_after_a_note_became_the_organisation_is_of_that_change(chat: Chat, office: Office) -> None:
    chat.says("Signify NV", reply_to=chat.last.message_id)
    chat.taps("Organisation")
    chat.says("/undo")
    assert chat.last.text == "Undo: change of Anna de Vries?"
    chat.taps("Undo")
    assert the_lead(office).organisation == "Philips"


def test_what_a_note_became_is_not_lost_by_undoing_the_lead(chat: Chat, office: Office) -> None:
    undo = chat.last.data_of("Undo")
    chat.says("Signify NV", reply_to=chat.last.message_id)
    chat.taps("Organisation")
    chat.taps_data(undo)
    assert "Not undone. Since then: 1 change" in chat.last.text
    assert the_lead(office).organisation == "Signify NV"


def test_what_was_said_of_somebody_else_does_not_keep_the_lead(chat: Chat, office: Office) -> None:
    undo = chat.last.data_of("Undo")
    chat.says("Anna de Vries, Philips, buyer")
    chat.taps("Another Anna")
    chat.taps_data(undo)
    assert "Undone: saved Anna de Vries" in chat.last.text


WHAT_A_NOTE_SAYS = [
    ("en", "he likes blue, really, by the way", "calls back tomorrow 10:00", "Plan it: Wed 11 Mar 10:00"),
    ("nl", "hij houdt van blauw, echt, trouwens", "belt morgen om 10:00 terug", "Plannen: wo 11 mrt 10:00"),
    ("de", "er mag blau, wirklich, nebenbei gesagt", "morgen um 10 Uhr zurückrufen", "Planen: Mi 11.3. 10:00"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "note", "edit", "button"), WHAT_A_NOTE_SAYS, ids=[row[0] for row in WHAT_A_NOTE_SAYS]
)
def test_a_note_edited_into_something_to_do_offers_to_plan_it(
    office: Office, person: Person, language: str, note: str, edit: str, button: str
) -> None:
    tom = person(TOM, "Tom", language)
    with office.database.begin() as session:
        for member in session.query(Member):
            member.language = language
    tom.says("Klaus Berger, Bosch, 06 87654321")
    tom.says(note, reply_to=tom.last.message_id)
    tom.edits(tom.my_last_id, edit)
    assert button in tom.last.buttons
    data = tom.last.data_of(button)
    tom.taps(button)
    tom.taps_data(data)
    assert [when for what, when in steps(office).items() if what != "call her"] == ["Wed 10:00"]


def test_a_colleague_of_a_private_workspace_cannot_plan_what_a_note_says(
    private: Office, chat: Chat, person: Person
) -> None:
    chat.says("calls back tomorrow, really, as he said", reply_to=chat.last.message_id)
    data = chat.last.data_of("Plan it: Wed 11 Mar")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    chat.taps_data(data.replace("2026-03-11", "soon"), chat.last)
    assert steps(private) == {"call her": "Fri"}
