"""The people of accounts and deals: added, shared, linked, with roles by one tap; deals opened by hand; contacts sent."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.ids import to_base36
from crm.models import (
    Account,
    AccountContact,
    Contact,
    ContactRole,
    Member,
    Opportunity,
    OpportunityContact,
    Reach,
)
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, STRANGER, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import an_account, rows_of

Person = Callable[..., Chat]


def open_card(chat: Chat, id: int) -> None:
    chat.says("/help")
    chat.taps_data(encode("open", id))


def test_a_contact_is_typed_in_one_line(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Add contact")
    chat.says("Anna Vogel, Einkäuferin, anna.vogel@bosch.com, +49 40 555123")
    assert chat.last.lines[0] == "Added to Bosch Rexroth"
    assert chat.last.lines[1].startswith("Anna Vogel")
    assert "anna.vogel@bosch.com · 📞 +49 40 555123" in chat.last.text
    assert [c.name for c in rows_of(office, Contact)] == ["Klaus Berger", "Anna Vogel"]
    chat.taps("Undo")
    assert [c.name for c in rows_of(office, Contact)] == ["Klaus Berger"]
    open_card(chat, made.account.id)
    assert "Contacts (1)" in chat.last.buttons


def test_a_contact_of_the_phone_is_the_answer(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Add contact")
    chat.sends(contact={"phone_number": "+4940555123", "first_name": "Anna", "last_name": "Vogel"})
    assert chat.last.lines[:2] == ["Added to Bosch Rexroth", "Anna Vogel"]
    assert len(rows_of(office, AccountContact)) == 2


def test_somebody_who_is_there_is_not_added_twice(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Add contact")
    chat.says("klaus berger, +49 40 555123")
    assert "there already" in chat.last.text
    assert len(rows_of(office, Contact)) == 1
    chat.taps("Card")
    assert chat.last.lines[0] == "Klaus Berger"


def test_a_role_changes_by_one_tap(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Klaus Berger")
    chat.taps("Decision maker")
    assert chat.last.lines[0] == "Bosch Rexroth: Decision maker"
    assert rows_of(office, AccountContact)[0].role is ContactRole.DECISION_MAKER
    chat.taps("Undo")
    assert rows_of(office, AccountContact)[0].role is ContactRole.OTHER
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Klaus Berger")
    chat.taps("Buyer")
    chat.taps("Back")
    assert "Klaus Berger (Buyer)" in chat.last.buttons
    chat.taps("Card")
    assert "Klaus Berger (Buyer)" in chat.last.text


def test_a_role_in_a_deal_is_its_own(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.opportunity is not None
    open_card(chat, made.opportunity.id)
    chat.taps("Contacts (1)")
    chat.taps("Klaus Berger")
    chat.taps("Gatekeeper")
    assert rows_of(office, OpportunityContact)[0].role is ContactRole.GATEKEEPER
    assert rows_of(office, AccountContact)[0].role is ContactRole.OTHER


def test_a_contact_is_taken_out_of_an_account_and_back(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Klaus Berger")
    chat.taps("Take out")
    assert chat.last.lines == ["Klaus Berger is out.", "Bosch Rexroth", "Nobody here yet."]
    assert rows_of(office, AccountContact) == []
    assert len(rows_of(office, Contact)) == 1
    chat.taps("Undo")
    assert len(rows_of(office, AccountContact)) == 1


def test_a_contact_belongs_to_a_further_account(chat: Chat, office: Office) -> None:
    an_account(chat, "Anna Vogel", "Philips", email="anna@philips.com", phone="")
    made = an_account(chat)
    assert made.contact is not None
    open_card(chat, made.contact.id)
    chat.taps("Accounts (1)")
    chat.taps("Another account")
    chat.says("phil")
    chat.taps("Philips")
    assert chat.last.lines[0] == "Added to Philips"
    chat.taps("Role…")
    chat.taps("Influencer")
    open_card(chat, made.contact.id)
    assert chat.last.lines[2] == "Bosch Rexroth, Philips (Influencer)"
    chat.taps("Accounts (2)")
    chat.taps("Another account")
    chat.says("phil")
    chat.taps("Philips")
    assert "there already" in chat.last.text
    assert len(rows_of(office, AccountContact)) == 3


def test_several_contacts_take_part_in_a_deal(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    assert made.opportunity is not None
    open_card(chat, made.account.id)
    chat.taps("Contacts (1)")
    chat.taps("Add contact")
    chat.says("Anna Vogel, anna@bosch.com")
    chat.taps("Role…")
    chat.taps("Decision maker")
    open_card(chat, made.opportunity.id)
    chat.taps("Contacts (1)")
    chat.taps("Add contact")
    chat.taps("Anna Vogel (Decision maker)")
    open_card(chat, made.opportunity.id)
    assert "Klaus Berger, Anna Vogel (Decision maker)" in chat.last.text
    chat.taps("Contacts (2)")
    chat.taps("Add contact")
    assert chat.asks("ask-contact")
    chat.says("Otto Kern, otto@bosch.com")
    assert len(rows_of(office, OpportunityContact)) == 3
    assert len(rows_of(office, AccountContact)) == 3


def test_a_deal_is_opened_on_an_account_and_on_a_contact(chat: Chat, office: Office) -> None:
    made = an_account(chat, value=None, deal="")
    assert made.contact is not None
    open_card(chat, made.account.id)
    chat.taps("Deals (0)")
    chat.taps("New deal")
    chat.says("40 sensors")
    chat.says("12k")
    assert chat.last.lines[0] == "40 sensors · Bosch Rexroth"
    assert "€12,000 · New 10 %" in chat.last.text
    open_card(chat, made.contact.id)
    chat.taps("Deals (0)")
    chat.taps("New deal")
    chat.says("Pumps")
    chat.taps("Skip")
    assert "no amount yet" in chat.last.text
    assert "Klaus Berger" in chat.last.text
    chat.taps("Undo")
    assert [deal.name for deal in rows_of(office, Opportunity)] == ["40 sensors"]


def test_closed_deals_of_an_account_are_listed_below_the_open_ones(chat: Chat) -> None:
    made = an_account(chat)
    assert made.opportunity is not None
    open_card(chat, made.opportunity.id)
    chat.taps("Stage…")
    chat.taps("Won 100 %")
    open_card(chat, made.account.id)
    chat.taps("Deals (0)")
    chat.taps("New deal")
    chat.says("Pumps")
    chat.taps("Skip")
    open_card(chat, made.account.id)
    chat.taps("Deals (1)")
    assert chat.last.buttons[:2] == ["⚠️ Pumps · Bosch Rexroth", "Sensors · Bosch Rexroth · €12,400"]


def test_the_leads_behind_an_account_are_one_tap_away(chat: Chat) -> None:
    made = an_account(chat)
    open_card(chat, made.account.id)
    chat.taps("Leads (1)")
    chat.taps("Klaus Berger · Bosch Rexroth")
    assert "Converted" in chat.last.text
    chat.taps("◀ List")
    assert chat.last.lines[0] == "Bosch Rexroth"


def test_a_contact_is_sent_as_a_telegram_contact_and_as_a_file(chat: Chat) -> None:
    made = an_account(chat)
    assert made.contact is not None
    open_card(chat, made.contact.id)
    chat.taps("Send contact")
    sent = chat.last.body["contact"]
    assert (sent["phone_number"], sent["first_name"], sent["last_name"]) == (
        "+49402345678",
        "Klaus",
        "Berger",
    )
    assert "ORG:Bosch Rexroth" in sent["vcard"]
    chat.taps("As a file")
    document = chat.last.body["document"]
    assert document["name"] == "Klaus Berger.vcf"
    assert "EMAIL;TYPE=INTERNET:klaus@bosch.com" in document["content"]


def test_without_a_number_a_contact_is_a_file(chat: Chat) -> None:
    made = an_account(chat, phone="")
    assert made.contact is not None
    open_card(chat, made.contact.id)
    chat.taps("Send contact")
    assert chat.last.body["document"]["name"] == "Klaus Berger.vcf"


def everything(office: Office) -> list[tuple[object, ...]]:
    with office.database.begin() as session:
        return [
            (kind.__tablename__, *(getattr(row, column.key) for column in kind.__mapper__.column_attrs))
            for kind in (Account, Contact, Opportunity, AccountContact, OpportunityContact, Reach)
            for row in session.scalars(select(kind).order_by(kind.id))
        ]


def buttons_of(chat: Chat) -> dict[str, str]:
    """Every button of this room that changes something, or leads to what does."""
    made = an_account(chat)
    other = an_account(chat, "Anna Vogel", "Philips", email="anna@philips.com", phone="")
    assert made.contact is not None and made.opportunity is not None and other.contact is not None
    account, deal, contact = made.account.id, made.opportunity.id, made.contact.id
    with chat.office.database.begin() as session:
        session.add(
            AccountContact(
                workspace_id=made.account.workspace_id,
                id=chat.office.ids(),
                account_id=account,
                contact_id=other.contact.id,
                created_at=chat.office.clock(),
            )
        )
    at, where = to_base36(account), to_base36(deal)
    return {
        "role at an account": encode("role", contact, 1, f"{at}~buyer"),
        "role in a deal": encode("role", contact, 1, f"{where}~buyer"),
        "out of an account": encode("place-out", contact, 1, at),
        "out of a deal": encode("place-out", contact, 1, where),
        "into a deal": encode("join", deal, arg=to_base36(other.contact.id)),
        "a further account": encode("link", contact, arg=to_base36(other.account.id)),
        "relation": encode("relation", account, made.account.rev, "b"),
    }


LABELS = (
    "role at an account",
    "role in a deal",
    "out of an account",
    "out of a deal",
    "into a deal",
    "a further account",
)


@pytest.mark.parametrize("label", LABELS)
def test_the_second_of_two_taps_changes_nothing_and_the_first_one_does(
    chat: Chat, office: Office, label: str
) -> None:
    data = buttons_of(chat)[label]
    chat.says("/help")
    before = everything(office)
    chat.taps_data(data)
    once = everything(office)
    chat.taps_data(data)
    assert once != before
    assert everything(office) == once


@pytest.mark.parametrize("label", LABELS)
def test_a_colleague_in_a_private_workspace_changes_nothing(
    private: Office, chat: Chat, person: Person, label: str
) -> None:
    data = buttons_of(chat)[label]
    tom = person(TOM, "Tom")
    tom.says("/help")
    before = everything(private)
    tom.taps_data(data)
    assert everything(private) == before


@pytest.mark.parametrize("label", [label for label in LABELS if label != "a further account"])
def test_a_colleague_in_an_open_workspace_changes_no_roles(
    office: Office, chat: Chat, person: Person, label: str
) -> None:
    data = buttons_of(chat)[label]
    tom = person(TOM, "Tom")
    tom.says("/help")
    before = everything(office)
    tom.taps_data(data)
    assert "colleague's" in tom.last.text
    assert everything(office) == before


@pytest.mark.parametrize("label", LABELS)
def test_another_workspace_and_a_removed_member_change_nothing(
    office: Office, chat: Chat, person: Person, label: str
) -> None:
    data = buttons_of(chat)[label]
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly", role=Role.OWNER)
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    before = everything(office)
    for one in (person(STRANGER, "Sly"), chat):
        one.says("/help")
        one.taps_data(data)
    assert everything(office) == before


@pytest.mark.parametrize("label", LABELS)
def test_a_button_altered_by_hand_changes_nothing(office: Office, chat: Chat, label: str) -> None:
    version, verb, row, rev, arg = buttons_of(chat)[label].split(":", 4)
    chat.says("/help")
    before = everything(office)
    for forged in ("0", "zzzzzzzzzzzz", to_base36(office.ids())):
        chat.taps_data(f"{version}:{verb}:{forged}:{rev}:{arg}")
    for forged in ("", "…;DROP", "0", "zz~owner", f"{arg}x", arg.split("~")[0] + "~king"):
        if verb == "place-out" and forged.split("~")[0] == arg:
            continue
        chat.taps_data(f"{version}:{verb}:{row}:{rev}:{forged}")
    assert everything(office) == before


def test_what_changed_meanwhile_is_told(office: Office, chat: Chat) -> None:
    datas = buttons_of(chat)
    chat.says("/help")
    chat.taps_data(datas["role at an account"])
    chat.taps_data(datas["role at an account"].replace("buyer", "user"))
    assert "changed it meanwhile" in chat.last.text
    chat.taps_data(datas["out of an account"])
    assert "changed it meanwhile" in chat.last.text


@pytest.mark.parametrize(
    "verb",
    ["people", "places", "deals-of", "behind", "add-contact", "new-deal", "link-account", "send-contact"],
)
def test_views_and_questions_are_not_for_a_colleague_of_a_private_workspace(
    private: Office, chat: Chat, person: Person, verb: str
) -> None:
    made = an_account(chat)
    assert made.contact is not None and made.opportunity is not None
    tom = person(TOM, "Tom")
    tom.says("/help")
    for id in (made.account.id, made.contact.id, made.opportunity.id):
        tom.taps_data(encode(verb, id))
        assert tom.is_told("gone")


def test_a_colleague_opens_no_deal_on_an_account_that_is_not_theirs(
    office: Office, chat: Chat, person: Person
) -> None:
    made = an_account(chat)
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(encode("new-deal", made.account.id))
    tom.says("Mine")
    tom.taps("Skip")
    assert "colleague's" in tom.last.text
    assert len(rows_of(office, Opportunity)) == 1


@pytest.mark.parametrize(
    ("said", "name"), [("Vogel", "Vogel"), ("Vogel, +49 40 555123", "Vogel"), ("anna vogel", "Anna Vogel")]
)
def test_a_single_word_is_a_name(chat: Chat, office: Office, said: str, name: str) -> None:
    made = an_account(chat)
    chat.says("/help")
    chat.taps_data(encode("add-contact", made.account.id))
    chat.says(said)
    assert rows_of(office, Contact)[-1].name == name
    assert chat.last.lines[0] == "Added to Bosch Rexroth"


def test_a_whole_sentence_is_nobody(chat: Chat, office: Office) -> None:
    made = an_account(chat)
    chat.says("/help")
    chat.taps_data(encode("add-contact", made.account.id))
    chat.says("they want to have it before the end of the month")
    assert "Who? A name, phone number or e-mail address" in chat.last.text
    assert len(rows_of(office, Contact)) == 1
