"""Letters of a name choose a lead; nobody found is no dead end."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Activity, Inbox, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import a_deal, an_account

Person = Callable[..., Chat]


def notes(office: Office) -> list[tuple[str | None, str]]:
    with office.database.begin() as session:
        rows = session.execute(
            select(Lead.name, Activity.text)
            .join(Activity, Activity.lead_id == Lead.id)
            .where(Activity.kind == ActivityKind.NOTE, Activity.deleted_at.is_(None))
            .order_by(Activity.id)
        )
        return [(row.name, row.text) for row in rows]


def calls(office: Office) -> int:
    with office.database.begin() as session:
        there = select(Activity).where(Activity.kind == ActivityKind.CALL, Activity.deleted_at.is_(None))
        return len(session.scalars(there).all())


@pytest.fixture(autouse=True)
def two(chat: Chat, office: Office) -> None:
    """Anna and Piet of Philips; none of them shown last."""
    chat.says("Anna de Vries, Philips, 06 12345678")
    office.clock.move(minutes=11)
    chat.says("Piet Bakker, Philips, piet@philips.com")
    office.clock.move(minutes=11)


def nobody_shown(office: Office) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().last_shown_id = None


def test_a_note_without_a_lead_shown_asks_whom_and_then_what(chat: Chat, office: Office) -> None:
    nobody_shown(office)
    chat.says("/note")
    assert chat.asks("log-ask-whom")
    office.restart()
    chat.says("anna")
    assert chat.asks("ask-note", name="Anna de Vries")
    chat.says("wants 40 sensors")
    assert notes(office) == [("Anna de Vries", "wants 40 sensors")]


def test_a_note_that_was_typed_already_is_not_asked_for_again(chat: Chat, office: Office) -> None:
    nobody_shown(office)
    chat.says("/note wants 40 sensors")
    chat.says("philips")
    question, data = chat.last, chat.last.data_of("Piet Bakker · Philips")
    chat.taps_data(data, question)
    office.clock.move(minutes=1)
    chat.taps_data(data, question)
    assert notes(office) == [("Piet Bakker", "wants 40 sensors")]
    chat.taps("Undo", on=question)
    assert notes(office) == []


def test_a_note_goes_to_another_lead_than_the_one_shown_last(chat: Chat, office: Office) -> None:
    chat.says("/note")
    assert chat.asks("ask-note", name="Piet Bakker")
    chat.taps("Somebody else")
    chat.says("anna")
    chat.says("wants a demo")
    assert notes(office) == [("Anna de Vries", "wants a demo")]


@pytest.mark.parametrize("command", ["/note", "/call", "/visit", "/email", "/quote", "/contract", "/convert"])
def test_nobody_found_offers_another_search_a_new_lead_or_an_end(
    chat: Chat, office: Office, command: str
) -> None:
    nobody_shown(office)
    chat.says(command)
    chat.says("Zwartjes")
    assert "I know nobody called “Zwartjes”" in chat.last.text
    assert chat.last.buttons == ["Search again", "New lead", "Cancel"]
    shown = chat.last
    chat.taps("Search again")
    chat.says("anna")
    assert "Anna de Vries" in chat.last.text or "Anna de Vries · Philips" in chat.last.buttons
    chat.says("/cancel")
    chat.taps("Cancel", on=shown)
    assert "Nothing was saved" in shown.text


def test_a_new_lead_of_that_name_is_one_tap_away(chat: Chat, office: Office) -> None:
    chat.says("/call Zwartjes")
    chat.taps("New lead")
    assert chat.asks("lead-ask-organisation") or chat.asks("lead-ask-phone")
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 2


def test_a_reply_to_a_list_about_nobody_known_is_searched_again_and_not_lost(
    chat: Chat, office: Office
) -> None:
    chat.says("/leads")
    chat.says("wants a brochure by post this week", reply_to=chat.last.message_id)
    chat.says("Zwartjes")
    chat.taps("Search again")
    chat.says("anna")
    chat.taps("Anna de Vries · Philips")
    assert notes(office) == [("Anna de Vries", "wants a brochure by post this week")]


def test_a_log_about_nobody_known_is_searched_again_and_not_lost(chat: Chat, office: Office) -> None:
    chat.says("called Zwartjes, no answer")
    chat.taps("Search again")
    chat.says("anna")
    chat.taps("Anna de Vries · Philips")
    assert calls(office) == 1
    assert "no answer" in chat.last.text


@pytest.mark.parametrize("command", ["/quote", "/contract"])
def test_a_quote_for_nobody_known_is_searched_again_and_its_amount_is_not_lost(
    chat: Chat, office: Office, command: str
) -> None:
    nobody_shown(office)
    chat.says(f"{command} Zwartjes 5k")
    assert "I know nobody called “Zwartjes”" in chat.last.text
    chat.taps("Search again")
    chat.says("anna")
    assert chat.last.buttons == ["Anna de Vries · Philips", "Search again", "New lead", "Cancel"]
    chat.taps("Anna de Vries · Philips")
    assert "€5,000 logged" in chat.last.text


def test_only_leads_are_offered_for_conversion(chat: Chat, office: Office) -> None:
    chat.says("/convert Anna")
    nobody_shown(office)
    chat.says("/convert Philips B.V.")
    assert chat.last.buttons == ["Piet Bakker · Philips", "Search again", "New lead", "Cancel"]
    chat.taps("Search again")
    assert chat.asks("convert-ask-whom")


@pytest.mark.usefixtures("private")
@pytest.mark.parametrize("verb", ["note", "note-whom", "reply-whom", "quote-whom", "new-lead"])
def test_nobody_else_uses_what_was_typed(chat: Chat, office: Office, person: Person, verb: str) -> None:
    """By the turn of Eva's message, as a colleague, from another workspace, and when removed."""
    nobody_shown(office)
    chat.says("/note wants 40 sensors")
    with office.database.begin() as session:
        turn = session.scalars(select(Inbox.id).order_by(Inbox.id.desc())).first() or 0
        anna = session.scalars(select(Lead.id).where(Lead.name == "Anna de Vries")).one()
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    data = encode(verb, anna if verb == "note" else turn, arg=to_base36(turn))
    for other in (person(TOM, "Tom"), person(700, "Otto")):
        other.says("/help")
        other.taps_data(data)
        other.says("anna")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.taps_data(data)
    assert notes(office) == []
    assert all("40 sensors" not in shown.text for who in (TOM, 700) for shown in person(who).messages)


def test_an_account_and_its_deal_of_the_same_name_are_told_apart(chat: Chat, office: Office) -> None:
    account = an_account(chat).account
    a_deal(chat, account.id, account.name or "")
    nobody_shown(office)
    chat.says("/note")
    chat.says((account.name or "")[:3])
    buttons = chat.last.buttons
    assert len(set(buttons)) == len(buttons)
    assert f"Account: {account.name}" in buttons
    assert any(button.startswith(f"Deal: {account.name}") for button in buttons)


def test_who_bears_the_letters_first_comes_before_who_bears_them_later(chat: Chat, office: Office) -> None:
    for said in (
        "Bram Jansen, Acme, bram@acme.nl",
        "Bob Braun, Acme, bob@acme.nl",
        "Hanna Vogel, Brauerei Vogel, h@v.de",
    ):
        chat.says(said)
        office.clock.move(minutes=11)
    nobody_shown(office)
    chat.says("/note")
    chat.says("bra")
    names = [button.partition(" · ")[0] for button in chat.last.buttons[:-3]]
    assert names == ["Bram Jansen", "Bob Braun", "Hanna Vogel"]
