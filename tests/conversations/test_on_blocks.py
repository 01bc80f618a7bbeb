"""Notes, logs, next steps and replies on accounts, contacts and deals, as on leads."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from bot.sweeps.reminders import make_reminders
from crm.access import Role
from crm.capture.draft import ActivityKind, Outcome
from crm.models import (
    Account,
    Activity,
    Block,
    Contact,
    FollowUp,
    FollowUpState,
    Lead,
    Member,
    Opportunity,
    Reach,
)
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, STRANGER, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import a_deal, an_account, rows_of

Person = Callable[..., Chat]
BLOCKS = ("account", "contact", "opportunity")


def open_card(chat: Chat, block: str) -> int:
    """The id of what is shown."""
    made = an_account(chat)
    id: int = getattr(made, block).id
    chat.says("/help")
    chat.taps_data(encode("open", id))
    return id


def newest(office: Office) -> Activity:
    activity: Activity = rows_of(office, Activity)[-1]
    return activity


@pytest.mark.parametrize("block", BLOCKS)
def test_a_note_by_the_button_and_by_command(chat: Chat, office: Office, block: str) -> None:
    id = open_card(chat, block)
    chat.taps("Note")
    chat.says("wants the blue one")
    assert "Saved as a note" in chat.last.text
    assert (newest(office).block, newest(office).block_id) == (Block(block), id)
    chat.taps("Undo")
    assert newest(office).text != "wants the blue one"
    chat.says("/note and the red one")
    assert (newest(office).block_id, newest(office).text) == (id, "and the red one")


@pytest.mark.parametrize("block", BLOCKS)
def test_a_call_by_the_button_and_a_visit_by_command(chat: Chat, office: Office, block: str) -> None:
    id = open_card(chat, block)
    chat.taps("Log")
    data = chat.last.data_of("Spoke")
    chat.taps("Spoke")
    chat.taps_data(data)
    assert [a.block_id for a in rows_of(office, Activity) if a.kind is ActivityKind.CALL] == [id]
    chat.says("/visit")
    chat.taps("Visit")
    assert (newest(office).kind, newest(office).block_id) == (ActivityKind.VISIT, id)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_reply_to_the_card_logs_on_it(chat: Chat, office: Office, block: str) -> None:
    id = open_card(chat, block)
    chat.says("called, no answer", reply_to=chat.last.message_id)
    assert (newest(office).kind, newest(office).block_id) == (ActivityKind.CALL, id)
    chat.says("they want a longer warranty on all of it", reply_to=chat.last.message_id)
    assert (newest(office).kind, newest(office).block_id) == (ActivityKind.NOTE, id)


@pytest.mark.parametrize("block", BLOCKS)
def test_a_next_step_rings_and_is_answered(chat: Chat, office: Office, block: str) -> None:
    id = open_card(chat, block)
    chat.says("/remind today 15:00 call about the quote")
    assert "Next: call about the quote, " in chat.last.text
    step = rows_of(office, FollowUp)[0]
    assert step.block_id == id
    office.clock.move(hours=6)
    with office.database.begin() as session:
        make_reminders(BOT_ID, office.ids)(session, office.clock())
    office.send()
    assert chat.last.text.startswith("⏰")
    chat.taps("Spoke")
    assert rows_of(office, FollowUp)[0].state is FollowUpState.DONE
    assert newest(office).block_id == id


@pytest.mark.parametrize("block", BLOCKS)
def test_when_plans_by_one_tap_and_moves_it(chat: Chat, office: Office, block: str) -> None:
    id = open_card(chat, block)
    chat.taps("When")
    chat.taps("Tomorrow")
    assert "Next: " in chat.last.text
    chat.taps("When")
    chat.taps("In a week")
    (step,) = rows_of(office, FollowUp)
    assert step.block_id == id
    chat.taps("Undo")
    assert len(rows_of(office, FollowUp)) == 1


def test_a_deal_with_a_next_step_is_no_longer_marked(chat: Chat) -> None:
    open_card(chat, "opportunity")
    assert "⚠️ no next step" in chat.last.text
    chat.taps("When")
    chat.taps("Tomorrow")
    assert "⚠️" not in chat.last.text
    chat.says("/deals")
    assert chat.last.buttons[0] == "Sensors · Bosch Rexroth · €12,400"


@pytest.mark.parametrize(
    ("said", "then"),
    [
        ("15k", "Value: €12,400 → €15,000"),
        ("30 April", "Close day: Thu 30 Apr"),
        ("not Sensors, Pumps", "Name: Sensors → Pumps"),
    ],
)
def test_a_bare_answer_corrects_the_deal(chat: Chat, office: Office, said: str, then: str) -> None:
    open_card(chat, "opportunity")
    chat.says(said, reply_to=chat.last.message_id)
    assert then in chat.last.text
    deal = rows_of(office, Opportunity)[0]
    assert deal.close_guessed is (said != "30 April")
    chat.taps("Undo")
    deal = rows_of(office, Opportunity)[0]
    assert (deal.name, deal.value_minor, deal.close_guessed) == ("Sensors", 1_240_000, True)


def test_a_denied_day_moves_the_next_step_of_a_deal(chat: Chat, office: Office) -> None:
    open_card(chat, "opportunity")
    chat.says("/remind friday call")
    chat.says("not friday, monday", reply_to=chat.last.message_id)
    assert "Next step:" in chat.last.text
    assert rows_of(office, Opportunity)[0].close_guessed


@pytest.mark.parametrize("block", ["account", "contact"])
def test_a_bare_address_or_number_corrects_the_person_or_the_account(
    chat: Chat, office: Office, block: str
) -> None:
    id = open_card(chat, block)
    chat.says("new@bosch.com", reply_to=chat.last.message_id)
    assert "new@bosch.com" in chat.last.text
    open_again(chat, id)
    chat.says("+49 40 777888", reply_to=chat.last.message_id)
    column = f"{block}_id"
    values = {reach.value for reach in rows_of(office, Reach) if getattr(reach, column) == id}
    assert values == {"new@bosch.com", "+4940777888"}


def open_again(chat: Chat, id: int) -> None:
    chat.says("/help")
    chat.taps_data(encode("open", id))


def test_what_a_row_does_not_have_is_kept_as_a_note(chat: Chat, office: Office) -> None:
    id = open_card(chat, "opportunity")
    chat.says("new@bosch.com", reply_to=chat.last.message_id)
    assert (newest(office).kind, newest(office).text, newest(office).block_id) == (
        ActivityKind.NOTE,
        "new@bosch.com",
        id,
    )
    assert "new@bosch.com" not in {reach.value for reach in rows_of(office, Reach)}


def test_a_few_words_may_be_the_job_title_of_a_contact(chat: Chat, office: Office) -> None:
    open_card(chat, "contact")
    chat.says("Leiter Einkauf", reply_to=chat.last.message_id)
    assert "Saved as a note. Or is that the …" in chat.last.text
    chat.taps("Job title")
    assert rows_of(office, Contact)[0].title == "Leiter Einkauf"


def test_a_log_in_words_finds_the_contact_and_the_account(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.contact is not None
    chat.says("called Klaus Berger, no answer")
    assert newest(office).block_id == made.contact.id
    office.clock.move(minutes=20)
    chat.says("spoke to Bosch Rexroth about delivery times")
    assert newest(office).block_id == made.account.id


def test_two_who_may_be_meant_are_asked_for(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    chat.says("Klaus Meier, Kern GmbH, meier@kern.de")
    office.clock.move(minutes=20)
    chat.says("called Klaus, no answer")
    assert "Klaus Berger · Bosch Rexroth" in chat.last.buttons
    chat.taps("Klaus Berger · Bosch Rexroth")
    assert made.contact is not None
    assert newest(office).block_id == made.contact.id


def test_a_reply_to_the_old_card_of_a_converted_lead_lands_on_the_contact(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.contact is not None and made.opportunity is not None
    chat.says("/help")
    chat.taps_data(encode("open", made.lead.id))
    chat.says("they want a longer warranty on all of it", reply_to=chat.last.message_id)
    assert (newest(office).contact_id, newest(office).opportunity_id) == (
        made.contact.id,
        made.opportunity.id,
    )
    assert newest(office).lead_id is None


def test_a_reply_to_a_list_asks_which_and_finds_contacts(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    a_deal(chat, made.account.id, "Pumps")
    chat.says("/deals")
    chat.says("wants a brochure by post this week", reply_to=chat.last.message_id)
    assert chat.asks("reply-which")
    chat.says("pumps")
    chat.taps("Deal: Pumps · Bosch Rexroth")
    pumps = next(deal for deal in rows_of(office, Opportunity) if deal.name == "Pumps")
    assert newest(office).block_id == pumps.id


def test_an_edited_log_on_a_contact_follows(chat: Chat, office: Office) -> None:
    open_card(chat, "contact")
    chat.says("called, no answer", reply_to=chat.last.message_id)
    said = chat.my_last_id
    chat.edits(said, "called, spoke to him")
    assert newest(office).outcome is not None and newest(office).outcome.value == "spoke"


def test_a_bare_call_on_a_contact_gets_its_outcome_by_one_tap(chat: Chat, office: Office) -> None:
    open_card(chat, "contact")
    chat.says("called", reply_to=chat.last.message_id)
    chat.taps("No answer")
    assert (newest(office).kind, newest(office).outcome) == (ActivityKind.CALL, Outcome.NO_ANSWER)
    chat.taps("Spoke")
    assert newest(office).outcome is Outcome.SPOKE


def everything(office: Office) -> list[tuple[Any, ...]]:
    with office.database.begin() as session:
        return [
            (kind.__tablename__, *(getattr(row, column.key) for column in kind.__mapper__.column_attrs))
            for kind in (Account, Contact, Opportunity, Lead, Reach, Activity, FollowUp)
            for row in session.scalars(select(kind).order_by(kind.id))
        ]


def buttons(id: int) -> list[str]:
    return [
        encode("note", id),
        encode("log", id, arg="call.out.spoke"),
        encode("when", id, arg="2026-03-12"),
        encode("when", id, arg="none"),
        encode("hot", id, arg="1"),
    ]


@pytest.mark.parametrize("block", BLOCKS)
def test_a_colleague_in_a_private_workspace_logs_nothing(
    private: Office, chat: Chat, person: Person, block: str
) -> None:
    id = open_card(chat, block)
    tom = person(TOM, "Tom")
    tom.says("/help")
    before = everything(private)
    for data in buttons(id):
        tom.taps_data(data)
        assert tom.is_told("gone")
    for said in ("/note Klaus Berger wants it", "called Klaus Berger, no answer"):
        tom.says(said)
    assert everything(private) == before


@pytest.mark.parametrize("block", BLOCKS)
def test_another_workspace_and_a_removed_member_log_nothing(
    office: Office, chat: Chat, person: Person, block: str
) -> None:
    id = open_card(chat, block)
    card = chat.last.message_id
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly", role=Role.OWNER)
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    before = everything(office)
    for one in (person(STRANGER, "Sly"), chat):
        one.says("/help")
        for data in buttons(id):
            one.taps_data(data)
    chat.says("called, no answer", reply_to=card)
    assert everything(office) == before


def test_a_colleague_in_an_open_workspace_logs_but_corrects_nothing(
    office: Office, chat: Chat, person: Person
) -> None:
    id = open_card(chat, "opportunity")
    tom = person(TOM, "Tom")
    open_again(tom, id)
    tom.says("15k", reply_to=tom.last.message_id)
    assert rows_of(office, Opportunity)[0].value_minor == 1_240_000
    assert (newest(office).kind, newest(office).block_id) == (ActivityKind.NOTE, id)


def test_what_was_agreed_with_a_contact_and_an_account_is_answered(chat: Chat) -> None:
    open_card(chat, "contact")
    chat.says("they want a longer warranty on all of it", reply_to=chat.last.message_id)
    for question in ("what did I agree with Klaus Berger?", "what did I agree with Bosch Rexroth?"):
        chat.says(question)
        assert "longer warranty" in chat.last.text
        chat.taps("Card")
        assert "Edit" in chat.last.buttons


def test_a_manager_plans_for_a_rep_on_an_account_that_is_there(
    chat: Chat, office: Office, person: Person
) -> None:
    id = open_card(chat, "account")
    mia = person(MANAGER, "Mia")
    mia.says("Eva: call Bosch Rexroth tomorrow")
    assert [step.block_id for step in rows_of(office, FollowUp)] == [id]
    assert chat.last.lines[1] == "Bosch Rexroth"
    assert len(rows_of(office, Lead)) == 1


def test_what_is_unclear_may_be_a_note_on_the_contact_that_was_shown(chat: Chat, office: Office) -> None:
    id = open_card(chat, "contact")
    office.clock.move(minutes=20)
    chat.says("hmm")
    chat.taps("Note on Klaus Berger")
    assert (newest(office).text, newest(office).block_id) == ("hmm", id)


def test_what_is_planned_with_a_contact_of_ones_own_account_rings_whoever_holds_them(
    private: Office, chat: Chat, person: Person
) -> None:
    made = an_account(chat)
    assert made.contact is not None
    with private.database.begin() as session:
        tom_id = session.scalars(select(Member.id).where(Member.user_id == TOM)).one()
        session.get_one(Account, (made.account.workspace_id, made.account.id)).holder_id = tom_id
    tom = person(TOM, "Tom")
    open_again(tom, made.contact.id)
    tom.says("/remind today 15:00 call about the quote")
    tom.says("/agenda")
    assert "Klaus Berger" in tom.last.text
    private.clock.move(hours=6)
    with private.database.begin() as session:
        make_reminders(BOT_ID, private.ids)(session, private.clock())
    private.send()
    assert tom.last.text.startswith("⏰")
