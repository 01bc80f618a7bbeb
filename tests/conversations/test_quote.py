"""Quotes and contracts by command: logged at once, with the file that came along; what becomes of them."""

from collections.abc import Callable
from datetime import date
from typing import Any

from sqlalchemy import select

from crm.capture.draft import ActivityKind
from crm.models import (
    Account,
    Activity,
    Contact,
    ContactRole,
    File,
    FollowUp,
    Lead,
    Member,
    Opportunity,
    Workspace,
)
from crm.money import Money
from crm.store.members import Who
from crm.store.work import start_work
from crm.usecases.open_opportunity import open_opportunity, take_part
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]
KLAUS = "Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de"


def rows(office: Office, kind: Any) -> list[Any]:
    with office.database.begin() as session:
        return list(session.scalars(select(kind).where(kind.deleted_at.is_(None)).order_by(kind.id)))


def quotes(office: Office) -> list[Activity]:
    return [a for a in rows(office, Activity) if a.kind in (ActivityKind.QUOTE, ActivityKind.CONTRACT)]


def test_undo_on_the_result_takes_quote_and_conversion_back(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote 12.4k", reply_to=chat.last.message_id)
    chat.taps("Undo")
    assert quotes(office) == [] and rows(office, Account) == []
    (lead,) = rows(office, Lead)
    assert lead.converted_at is None and lead.account_id is None
    assert "Klaus Berger" in chat.last.text


def test_the_command_takes_amount_and_validity(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote 12.4k valid until 30 June")
    (quote,) = quotes(office)
    assert (quote.value_minor, quote.currency, quote.valid_until) == (1_240_000, "EUR", date(2026, 6, 30))
    assert chat.last.lines[0] == "Quote €12,400, valid until Tue 30 Jun logged."


def test_a_quote_that_is_valid_until_a_day_of_another_year_says_the_year(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("/quote 12.4k valid until 30 January")
    assert chat.last.lines[0] == "Quote €12,400, valid until 30 Jan 2027 logged."


def test_the_command_takes_whom_it_names_and_asks_where_it_is_not_clear(chat: Chat, office: Office) -> None:
    chat.says("/quote 5k")
    assert chat.asks("quote-ask-whom")
    chat.says("/cancel")
    chat.says(KLAUS)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("/quote Klaus 5k")
    assert [lead.name for lead in rows(office, Lead) if lead.converted_at] == ["Klaus Berger"]


def test_letters_choose_whom_the_command_meant_once(chat: Chat, office: Office, person: Person) -> None:
    person(TOM, "Tom").says(KLAUS)
    chat.says("/contract 5k")
    chat.says("klaus")
    data = chat.last.data_of("Klaus Berger · Bosch Rexroth")
    chat.taps_data(data)
    chat.taps_data(data)
    (contract,) = quotes(office)
    assert (contract.kind, contract.value_minor) == (ActivityKind.CONTRACT, 500_000)


def test_a_command_over_two_lines_keeps_its_words_until_somebody_is_chosen(
    chat: Chat, office: Office, person: Person
) -> None:
    person(TOM, "Tom").says(KLAUS)
    chat.says("/quote\n5k valid until 30 April")
    chat.says("klaus")
    chat.taps("Klaus Berger · Bosch Rexroth")
    (quote,) = quotes(office)
    assert (quote.kind, quote.value_minor) == (ActivityKind.QUOTE, 500_000)


def test_the_file_that_comes_with_the_command_is_kept_with_the_quote(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    document = {"file_id": "F1", "file_unique_id": "U1", "file_name": "quote.pdf", "file_size": 10}
    chat.sends(document=document, caption="/quote 12.4k")
    (quote,), (file,) = quotes(office), rows(office, File)
    assert (file.name, file.activity_id) == ("quote.pdf", quote.id)
    assert file.account_id == rows(office, Account)[0].id


def test_a_reply_with_the_command_is_about_the_card_that_it_answers(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    card = chat.last
    office.clock.move(minutes=20)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("/quote 12.4k", reply_to=card.message_id)
    assert [account.name for account in rows(office, Account)] == ["Bosch Rexroth"]


def test_a_follow_up_is_proposed_in_five_working_days_by_one_tap(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote 12.4k", reply_to=chat.last.message_id)
    assert chat.last.buttons[0] == "Follow up Tue 17 Mar"
    data = chat.last.data_of("Follow up Tue 17 Mar")
    chat.taps_data(data)
    assert "Next: follow up, Tue 17 Mar" in chat.last.text
    chat.taps_data(data)
    (step,) = rows(office, FollowUp)
    (contact,), (opportunity,) = rows(office, Contact), rows(office, Opportunity)
    assert (step.contact_id, step.opportunity_id) == (contact.id, opportunity.id)


def test_a_quote_to_a_contact_goes_to_its_one_open_opportunity_and_of_several_it_is_asked(
    chat: Chat, office: Office
) -> None:
    chat.says(KLAUS)
    chat.says("/quote 12.4k", reply_to=chat.last.message_id)
    chat.says("/quote 13k", reply_to=chat.last.message_id)
    (opportunity,) = rows(office, Opportunity)
    assert opportunity.value_minor == 1_300_000
    chat.says("/contract 14k")
    assert rows(office, Opportunity)[0].closed_at is not None
    chat.says("/quote 5k", reply_to=chat.last.message_id)
    chat.says("/quote 6k", reply_to=chat.last.message_id)
    assert [o.value_minor for o in rows(office, Opportunity)] == [1_400_000, 600_000]


def test_of_several_open_opportunities_one_tap_says_which(chat: Chat, office: Office) -> None:
    second = two_open(chat, office)
    chat.says("/quote 7k", reply_to=chat.last.message_id)
    assert chat.asks("quote-about-which")
    assert quotes(office)[-1].opportunity_id is None
    chat.taps(next(label for label in chat.last.buttons if "€900" in label))
    assert [o.value_minor for o in rows(office, Opportunity)] == [1_240_000, 700_000]
    assert quotes(office)[-1].opportunity_id == second
    chat.taps("Undo")
    assert [o.value_minor for o in rows(office, Opportunity)] == [1_240_000, 90_000]


def two_open(chat: Chat, office: Office) -> int:
    """Klaus with a second open opportunity of €900; its id."""
    chat.says(KLAUS)
    chat.says("/quote 12.4k", reply_to=chat.last.message_id)
    with office.database.begin() as session:
        work = start_work(session, office.clock(), office.ids, office.ids())
        account, contact = session.scalars(select(Account)).one(), session.scalars(select(Contact)).one()
        member = session.get_one(Member, (account.workspace_id, account.holder_id))
        who = Who(member, session.get_one(Workspace, account.workspace_id))
        opened = open_opportunity(work, who, account, name="Spares", value=Money(90_000, "EUR"))
        take_part(work, opened, contact.id, ContactRole.OTHER)
        return opened.id


def test_a_quote_on_a_colleagues_lead_is_logged_and_its_holder_decides(
    chat: Chat, office: Office, person: Person
) -> None:
    chat.says(KLAUS)
    tom = person(TOM, "Tom")
    tom.says("/quote Klaus 12.4k")
    (lead,) = rows(office, Lead)
    assert len(quotes(office)) == 1 and lead.converted_at is None and lead.conversion_asked_at is not None
    assert lead.value_minor is None
    assert "Eva decides" in tom.last.text and "Convert" not in tom.last.buttons


def test_choosing_for_somebody_elses_quote_does_nothing(
    chat: Chat, office: Office, private: Office, person: Person
) -> None:
    two_open(chat, office)
    chat.says("/quote 7k", reply_to=chat.last.message_id)
    data = chat.last.data_of("A new deal")
    tom = person(TOM, "Tom")
    tom.says("hello there")
    tom.taps_data(data)
    assert len(rows(office, Opportunity)) == 2 and tom.is_told("gone")
    chat.says("Anna, Philips, anna@philips.com")
    other = rows(office, Lead)[-1].id
    forged = data.replace("entry-about", "quote-to")
    tom.taps_data(forged)
    tom.taps_data(f"v1:quote-to:{other}:0:1")
    assert len(quotes(office)) == 2
