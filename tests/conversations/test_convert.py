"""A lead converts: what is asked where something matches, what is one tap away on the result, and who may."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.sweeps.digests import make_digests
from crm.ids import to_base36
from crm.models import (
    Account,
    AccountContact,
    Contact,
    ContactRole,
    FollowUp,
    Lead,
    Member,
    Opportunity,
    OpportunityContact,
)
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM
from tests.conversations.test_quote import KLAUS, quotes, rows
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]
OTTO = 700


def bosch_is_an_account(chat: Chat) -> None:
    chat.says(KLAUS)
    chat.says("/quote 5k")
    chat.office.clock.move(minutes=20)


def mia_is_quoted(chat: Chat) -> None:
    """Somebody else of the same domain, so that it is asked."""
    bosch_is_an_account(chat)
    chat.says("Mia Kurz, Rexroth Lohr, mia.kurz@boschrexroth.de")
    chat.says("/quote 12.4k")


def mia(office: Office) -> Lead:
    lead: Lead = next(lead for lead in rows(office, Lead) if lead.name == "Mia Kurz")
    return lead


def test_where_an_account_matches_the_quote_stands_logged_and_it_is_asked(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    assert chat.last.lines == [
        "Quote €12,400 logged.",
        "Mia Kurz → contact of Bosch Rexroth (same domain)",
        "Deal €12,400, Quote sent 50 %, closes Thu 9 Apr (guess)",
        "1 note comes along",
        "⚠️ Organisation stays Bosch Rexroth, not Rexroth Lohr",
    ]
    assert chat.last.buttons == ["Use this account", "New account", "Not now", "Undo"]
    assert len(quotes(office)) == 2 and mia(office).converted_at is None
    assert mia(office).conversion_asked_at is not None


def test_use_this_account_links(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Use this account")
    (account,) = rows(office, Account)
    assert account.name == "Bosch Rexroth"
    assert [contact.name for contact in rows(office, Contact)] == ["Klaus Berger", "Mia Kurz"]
    assert mia(office).account_id == account.id and mia(office).conversion_asked_at is None


def test_what_a_contract_would_do_is_what_it_does(chat: Chat, office: Office) -> None:
    bosch_is_an_account(chat)
    chat.says("Mia Kurz, Rexroth Lohr, mia@boschrexroth.de")
    chat.says("/contract 7.5k")
    would = chat.last.lines[2]
    assert would == "Deal €7,500, Won 100 %, closes Tue 10 Mar"
    chat.taps("Use this account")
    assert would in chat.last.lines


def test_new_account_makes_one_of_its_own(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("New account")
    assert [account.name for account in rows(office, Account)] == ["Bosch Rexroth", "Rexroth Lohr"]


def test_not_now_leaves_the_quote_and_convert_asks_again(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Not now")
    assert mia(office).conversion_asked_at is None and len(quotes(office)) == 2
    chat.taps("Convert")
    assert "Use this account" in chat.last.buttons
    chat.taps("Use this account")
    assert mia(office).converted_at is not None


def test_what_an_existing_contact_has_stays_blanks_are_filled_and_both_are_shown(
    chat: Chat, office: Office
) -> None:
    bosch_is_an_account(chat)
    with office.database.begin() as session:
        session.scalars(select(Contact)).one().source = "Website"
        session.scalars(select(Lead)).one().deleted_at = office.clock()  # else the capture would go to it
    chat.says("Klaus Berger, CTO, Bosch Rexroth, klaus@boschrexroth.de, 040 2345678")
    with office.database.begin() as session:
        session.scalars(select(Lead).where(Lead.deleted_at.is_(None))).one().source = "Fair"
    chat.says("/quote 12.4k")
    assert "Filled in: Job title" in chat.last.text
    assert "⚠️ Source stays Website, not Fair" in chat.last.text
    chat.taps("Use this account")
    (contact,) = rows(office, Contact)
    assert (contact.title, contact.source) == ("CTO", "Website")


def test_the_role_is_one_tap_away(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    chat.taps("Decision maker")
    assert chat.last.lines[0] == "Klaus Berger, Decision maker → contact of Bosch Rexroth"
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.DECISION_MAKER]


def test_undo_after_the_buttons_of_the_result_takes_back_the_whole_conversion(
    chat: Chat, office: Office
) -> None:
    chat.says(KLAUS)
    chat.says("/quote 5k")
    chat.taps("Buyer")
    chat.taps("Follow up Tue 17 Mar")
    assert "Follow up Tue 17 Mar" not in chat.last.buttons
    chat.taps("Decision maker")
    assert "Next: follow up, Tue 17 Mar" in chat.last.text
    chat.taps("Undo")
    assert quotes(office) == rows(office, Account) == rows(office, Contact) == rows(office, Opportunity) == []
    assert rows(office, FollowUp) == rows(office, AccountContact) == []
    assert rows(office, Lead)[0].converted_at is None
    assert "Undone: quote" in chat.last.text


def test_undo_after_a_role_refuses_for_what_was_added_elsewhere(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    result = chat.last
    chat.says("/note likes tea")
    chat.taps("Buyer", on=result)
    chat.taps("Undo", on=result)
    assert "1 entry" in chat.last.text
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.BUYER]


def test_a_role_that_a_manager_sets_is_a_turn_of_its_own(chat: Chat, office: Office, person: Person) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    data = chat.last.data_of("Buyer")
    boss = person(MANAGER, "Mia")
    boss.says("/help")
    boss.taps_data(data)
    boss.taps("Undo")
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.OTHER]
    assert rows(office, Lead)[0].converted_at is not None


def test_an_existing_contact_gets_its_role_back(chat: Chat, office: Office) -> None:
    bosch_is_an_account(chat)
    with office.database.begin() as session:
        session.scalars(select(Lead)).one().deleted_at = office.clock()  # else the capture would go to it
    chat.says("Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de")
    chat.says("/convert")
    chat.taps("Use this account")
    chat.taps("Buyer")
    chat.taps("Undo")
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.OTHER]
    assert rows(office, Lead)[0].converted_at is None


def test_the_role_holds_in_the_opportunity_too(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/quote 5k")
    chat.taps("Buyer")
    assert [part.role for part in rows(office, OpportunityContact)] == [ContactRole.BUYER]


def test_by_hand_nothing_quoted_opens_no_opportunity_but_offers_one(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    assert rows(office, Opportunity) == [] and len(rows(office, Account)) == 1
    data = chat.last.data_of("Open a deal")
    chat.taps_data(data)
    chat.taps_data(data)
    (opportunity,) = rows(office, Opportunity)
    assert opportunity.account_id == rows(office, Account)[0].id
    assert "Deal New 10 %" in chat.last.text and "Open a deal" not in chat.last.buttons
    chat.taps("Undo")
    assert rows(office, Opportunity) == rows(office, Account) == []
    assert rows(office, Lead)[0].opportunity_id is None


def test_by_hand_a_lead_with_a_value_opens_one(chat: Chat, office: Office) -> None:
    chat.says(f"{KLAUS}, 12k")
    chat.says("/convert")
    (opportunity,) = rows(office, Opportunity)
    assert opportunity.value_minor == 1_200_000


def test_by_name_and_by_letters(chat: Chat, office: Office, person: Person) -> None:
    boss = person(MANAGER, "Mia")
    chat.says(KLAUS)
    boss.says("/convert")
    assert boss.asks("convert-ask-whom")
    boss.says("klaus")
    boss.taps("Klaus Berger · Bosch Rexroth")
    assert len(rows(office, Account)) == 1
    chat.says("Anna de Vries, Philips, anna@philips.com")
    boss.says("/convert Anna")
    assert [account.name for account in rows(office, Account)] == ["Bosch Rexroth", "Philips"]


def test_a_second_conversion_says_where_it_goes_on(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    asked = chat.last
    data = asked.data_of("New account")
    chat.taps("Use this account", asked)
    chat.taps_data(data, asked)
    assert chat.last.text == "That lead has become an account: this is where it goes on."
    assert len(rows(office, Account)) == 1
    chat.taps("Card")
    assert "Mia Kurz" in chat.last.text
    chat.says("/convert")
    assert chat.last.text == "That lead has become an account: this is where it goes on."


def test_a_lead_that_has_converted_is_read_only(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    card = chat.last
    hot = card.data_of("🔥 Hot")
    chat.says("/convert")
    chat.taps_data(hot, card)
    assert chat.last.text == "That lead has become an account: this is where it goes on."
    assert not rows(office, Lead)[0].hot


@pytest.mark.parametrize("label", ["Use this account", "New account", "Not now"])
@pytest.mark.parametrize("who", ["rep", "stranger workspace", "removed"])
def test_nobody_else_answers_for_the_holder(
    chat: Chat, office: Office, person: Person, label: str, who: str
) -> None:
    mia_is_quoted(chat)
    data = chat.last.data_of(label)
    before = (rows(office, Account), mia(office).conversion_asked_at)
    if who == "stranger workspace":
        with office.database.begin() as session:
            add_member(session, add_workspace(session), user_id=OTTO, chat_id=OTTO, name="Otto")
        other = person(OTTO, "Otto")
    else:
        other = person(TOM, "Tom")
        if who == "removed":
            with office.database.begin() as session:
                session.scalars(select(Member).where(Member.user_id == TOM)).one().removed_at = office.clock()
    other.says("/help")
    other.taps_data(data)
    after = (rows(office, Account), mia(office).conversion_asked_at)
    assert len(after[0]) == len(before[0]) and after[1] == before[1]
    assert mia(office).converted_at is None


def test_in_a_private_workspace_a_colleagues_account_is_neither_shown_nor_taken(
    chat: Chat, office: Office, private: Office, person: Person
) -> None:
    bosch_is_an_account(chat)
    (account,) = rows(office, Account)
    tom = person(TOM, "Tom")
    tom.says("Mia Kurz, Rexroth Lohr, mia.kurz@boschrexroth.de")
    tom.taps_data(f"v1:convert:{to_base36(mia(office).id)}:0:{to_base36(account.id)}")
    assert mia(office).converted_at is None
    tom.says("/quote 5k")
    assert mia(office).account_id != account.id and mia(office).converted_at is not None
    assert "same domain" not in tom.last.text


def test_the_buttons_of_a_result_are_for_those_who_hold_it(
    chat: Chat, office: Office, private: Office, person: Person
) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    forged = [chat.last.data_of(label) for label in ("Buyer", "Open a deal", chat.last.buttons[0])]
    tom = person(TOM, "Tom")
    tom.says("/help")
    for data in forged:
        tom.taps_data(data)
        assert tom.is_told("gone")
    assert rows(office, Opportunity) == []
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.OTHER]


def test_forged_arguments_change_nothing(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/convert")
    id36 = to_base36(rows(office, Lead)[0].id)
    for data in (
        "convert-role:{}:0:king",
        "convert-next:{}:0:2026-99-99",
        "convert-next:{}:0:",
        "convert:{}:0:zz",
        "convert:{}:0:zz.zz",
        "convert:{}:0:new.!",
    ):
        chat.taps_data("v1:" + data.format(id36))
    assert [part.role for part in rows(office, AccountContact)] == [ContactRole.OTHER]
    assert len(rows(office, Account)) == 1


def test_the_digest_mentions_what_waits_and_leads_back_to_the_question(
    chat: Chat, office: Office, person: Person
) -> None:
    mia_is_quoted(chat)
    with office.database.begin() as session:
        for lead in session.scalars(select(Lead)):
            lead.owed_since = lead.cadence_day = None
        session.scalars(select(Member).where(Member.user_id == EVA)).one().next_digest_at = office.clock()
    office.clock.move(days=1)
    with office.database.begin() as session:
        make_digests(BOT_ID, office.ids)(session, office.clock())
    office.send()
    assert "1 quote waits: account yet?" in chat.last.text
    data = chat.last.data_of("Quotes to decide")
    chat.taps("Quotes to decide")
    assert chat.last.buttons == ["Mia Kurz · Rexroth Lohr"]
    chat.taps("Mia Kurz · Rexroth Lohr")
    chat.taps("Use this account")
    assert mia(office).converted_at is not None
    tom = person(TOM, "Tom")
    tom.says("/help")
    before = len(tom.messages)
    tom.taps_data(data)
    assert len(tom.messages) == before


def test_an_account_keeps_whom_it_came_from(chat: Chat, office: Office) -> None:
    mia_is_quoted(chat)
    chat.taps("Use this account")
    office.clock.move(minutes=20)
    (account,) = rows(office, Account)
    chat.taps_data(f"v1:open:{to_base36(account.id)}:0:")
    assert "from Klaus Berger" in chat.last.text and "from Mia" not in chat.last.text
