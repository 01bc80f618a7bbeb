"""/remind: about what it replies to or was shown last, else about whomever letters of a name choose; nothing typed is lost."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.ids import to_base36
from crm.models import FollowUp, Inbox, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import an_account

Person = Callable[..., Chat]


@pytest.fixture(autouse=True)
def two(chat: Chat, office: Office) -> None:
    """Anna and Piet of Philips; none of them shown last."""
    chat.says("Anna de Vries, Philips, 06 12345678")
    office.clock.move(minutes=11)
    chat.says("Piet Bakker, Philips, piet@philips.com")
    office.clock.move(minutes=11)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().last_shown_id = None


def planned(office: Office) -> list[tuple[str | None, str, str]]:
    with office.database.begin() as session:
        rows = session.execute(
            select(Lead.name, FollowUp.action, FollowUp.day)
            .join(FollowUp, FollowUp.lead_id == Lead.id)
            .where(FollowUp.deleted_at.is_(None))
            .order_by(FollowUp.id)
        )
        return [(row.name, row.action, str(row.day)) for row in rows]


def test_letters_choose_whom_it_is_about_and_the_words_are_not_asked_again(
    chat: Chat, office: Office
) -> None:
    chat.says("/remind tomorrow call about the quote")
    assert chat.asks("log-ask-whom")
    office.restart()
    office.clock.move(days=1)
    chat.says("anna")
    assert planned(office) == [("Anna de Vries", "call about the quote", "2026-03-11")]
    assert "Next: call about the quote, Wed 11 Mar" in chat.last.text
    chat.taps("Undo")
    assert planned(office) == []


def test_of_several_one_is_tapped_and_twice_is_once(chat: Chat, office: Office) -> None:
    chat.says("/remind tomorrow call")
    chat.says("philips")
    question, data = chat.last, chat.last.data_of("Piet Bakker · Philips")
    chat.taps_data(data, question)
    assert question.edits == 1
    office.clock.move(minutes=1)
    chat.taps_data(data, question)
    assert office.toasts[-1] == "That has passed"
    assert planned(office) == [("Piet Bakker", "call", "2026-03-11")]


def test_a_command_over_two_lines_keeps_its_words_until_somebody_is_chosen(
    chat: Chat, office: Office
) -> None:
    chat.says("/remind\nTuesday 10:00 call")
    chat.says("philips")
    chat.taps("Piet Bakker · Philips")
    assert planned(office) == [("Piet Bakker", "call", "2026-03-17")]


def test_without_words_whom_comes_first_and_then_when(chat: Chat, office: Office) -> None:
    chat.says("/remind")
    chat.says("anna")
    assert chat.asks("ask-when")
    chat.says("Friday")
    assert planned(office) == [("Anna de Vries", "", "2026-03-13")]


def test_without_a_time_it_is_about_another_by_one_tap(chat: Chat, office: Office) -> None:
    chat.says("/find piet")
    chat.says("/remind call about the quote")
    assert chat.asks("ask-when")
    chat.taps("Somebody else")
    chat.says("anna")
    chat.says("Friday")
    assert planned(office) == [("Anna de Vries", "call about the quote", "2026-03-13")]


def test_as_a_reply_it_is_about_that_card(chat: Chat, office: Office) -> None:
    card = chat.messages[0]
    chat.says("/find piet")
    chat.says("/remind tomorrow call", reply_to=card.message_id)
    assert planned(office) == [("Anna de Vries", "call", "2026-03-11")]


def test_a_contact_is_chosen_too(chat: Chat, office: Office) -> None:
    an_account(chat)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().last_shown_id = None
    chat.says("/remind tomorrow call")
    chat.says("klaus berger")
    assert chat.last.lines[0] == "Klaus Berger"
    assert "Next: call, Wed 11 Mar" in chat.last.text


def test_nobody_found_is_no_dead_end(chat: Chat, office: Office) -> None:
    chat.says("/remind tomorrow call")
    chat.says("Zwartjes")
    assert chat.last.buttons == ["Search again", "New lead", "Cancel"]
    chat.taps("Search again")
    chat.says("anna")
    assert planned(office) == [("Anna de Vries", "call", "2026-03-11")]


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize("verb", ["remind", "remind-whom"])
def test_nobody_else_uses_what_was_typed(chat: Chat, office: Office, person: Person, verb: str) -> None:
    """By the turn of Eva's message, as a colleague, from another workspace, and when removed."""
    chat.says("/remind tomorrow call about the secret")
    with office.database.begin() as session:
        turn = session.scalars(select(Inbox.id).order_by(Inbox.id.desc())).first() or 0
        anna = session.scalars(select(Lead.id).where(Lead.name == "Anna de Vries")).one()
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    data = encode(verb, anna if verb == "remind" else 0, arg=to_base36(turn))
    for other in (person(TOM, "Tom"), person(700, "Otto")):
        other.says("/help")
        other.taps_data(data)
        other.says("anna")
        assert all("secret" not in shown.text for shown in other.messages)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.taps_data(data)
    assert planned(office) == []
