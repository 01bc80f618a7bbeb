"""Edit → field → one word, on accounts, contacts and opportunities."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import Account, Contact, Member, Opportunity, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM
from tests.office_deals import an_account, rows_of

Person = Callable[..., Chat]


def opened(chat: Chat, block: str) -> None:
    """The card of the made account, contact or opportunity."""
    made = an_account(chat)
    row = getattr(made, block)
    chat.says("/help")
    chat.taps_data(encode("open", row.id))


@pytest.mark.parametrize(
    ("block", "field", "said", "then"),
    [
        ("account", "Name", "Bosch Rexroth AG", "Bosch Rexroth AG"),
        ("account", "Domain", "https://www.Bosch.de/start", "bosch.de"),
        ("account", "Phone", "+49 40 999888", "+49 40 999888"),
        ("account", "E-mail", "info@bosch.de", "info@bosch.de"),
        ("contact", "Name", "Klaus Maria Berger", "Klaus Maria Berger"),
        ("contact", "Job title", "Einkäufer", "Klaus Berger · Einkäufer"),
        ("contact", "E-mail", "kb@bosch.de", "kb@bosch.de"),
        ("contact", "Phone", "+49 40 999888", "+49 40 999888"),
        ("opportunity", "Name", "40 sensors", "40 sensors · Bosch Rexroth"),
        ("opportunity", "Value", "15k", "€15,000"),
        ("opportunity", "Close day", "30 April", "closes Thu 30 Apr"),
    ],
)
def test_a_field_is_corrected_by_one_word(chat: Chat, block: str, field: str, said: str, then: str) -> None:
    opened(chat, block)
    before = chat.last.text
    chat.taps("Edit")
    chat.taps(field)
    chat.says(said)
    assert then in chat.last.text
    assert "guess" not in chat.last.text or field != "Close day"
    chat.taps("Undo")
    assert chat.last.text.endswith(before)


def test_a_mailbox_provider_is_nobodys_domain(chat: Chat, office: Office) -> None:
    opened(chat, "account")
    chat.taps("Edit")
    chat.taps("Domain")
    chat.says("gmail.com")
    assert "mailbox provider" in chat.last.text
    assert rows_of(office, Account)[0].domain == "bosch.com"


def test_what_cannot_be_read_is_asked_again(chat: Chat) -> None:
    opened(chat, "opportunity")
    chat.taps("Edit")
    chat.taps("Close day")
    chat.says("sometime")
    assert "can't read a day" in chat.last.text
    assert "Clear it" not in chat.last.buttons
    chat.says("tomorrow")
    assert "closes Tue 10 Mar" in chat.last.text or "closes Wed 11 Mar" in chat.last.text


def test_an_account_becomes_a_supplier_as_well_in_one_tap(chat: Chat, office: Office) -> None:
    opened(chat, "account")
    chat.taps("Edit")
    chat.taps("Customer")
    data = chat.last.data_of("Customer and supplier")
    chat.taps("Customer and supplier")
    assert "Customer and supplier" in chat.last.text
    chat.taps_data(data)
    assert office.toasts == ["That has passed"]
    chat.taps("Undo")
    assert rows_of(office, Account)[0].supplier is False


def test_a_contact_is_hot_in_one_tap(chat: Chat, office: Office) -> None:
    opened(chat, "contact")
    chat.taps("🔥 Hot")
    assert chat.last.lines[0] == "🔥 Klaus Berger"
    assert rows_of(office, Contact)[0].hot


def test_a_won_deal_keeps_its_amount(chat: Chat, office: Office) -> None:
    opened(chat, "opportunity")
    chat.taps("Stage…")
    chat.taps("Won 100 %")
    chat.taps("Edit")
    chat.taps("Value")
    chat.taps("Clear it")
    assert rows_of(office, Opportunity)[0].value_minor == 1_240_000


@pytest.mark.parametrize("block", ["account", "contact", "opportunity"])
def test_somebody_elses_change_meanwhile_is_told(
    chat: Chat, office: Office, person: Person, block: str
) -> None:
    opened(chat, block)
    mia = person(MANAGER, "Mia")
    mia.says("/help")
    mia.taps_data(chat.last.data_of("Edit"))
    for one in (chat, mia):
        if one is chat:
            one.taps("Edit")
        one.taps("Name")
    mia.says("Mia's name")
    chat.says("Eva's name")
    assert "changed it meanwhile" in chat.last.text
    kind = {"account": Account, "contact": Contact, "opportunity": Opportunity}[block]
    assert rows_of(office, kind)[0].name == "Mia's name"


@pytest.mark.parametrize("block", ["account", "contact", "opportunity"])
def test_a_colleague_may_look_but_not_edit(chat: Chat, office: Office, person: Person, block: str) -> None:
    opened(chat, block)
    data = chat.last.data_of("Edit")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    tom.taps("Name")
    tom.says("Mine")
    assert "colleague's" in tom.last.text
    kind = {"account": Account, "contact": Contact, "opportunity": Opportunity}[block]
    assert rows_of(office, kind)[0].name != "Mine"


@pytest.mark.parametrize("verb", ["edit", "field", "card", "hot", "relation"])
@pytest.mark.parametrize("block", ["account", "contact", "opportunity"])
def test_in_a_private_workspace_a_colleagues_row_is_not_there(
    private: Office, chat: Chat, person: Person, verb: str, block: str
) -> None:
    made = an_account(chat)
    tom = person(TOM, "Tom")
    tom.says("/help")
    for arg in ("", "name", "1", "b"):
        tom.taps_data(encode(verb, getattr(made, block).id, arg=arg))
        assert tom.is_told("gone")


def test_a_removed_member_edits_nothing(chat: Chat, office: Office) -> None:
    opened(chat, "contact")
    chat.taps("Edit")
    chat.taps("E-mail")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.says("new@bosch.com")
    assert "new@bosch.com" not in {reach.value for reach in rows_of(office, Reach)}


@pytest.mark.parametrize("arg", ["", "holder_id", "rev", "key", "domain", "close_day", "…;DROP"])
def test_a_forged_field_is_none(chat: Chat, office: Office, arg: str) -> None:
    opened(chat, "contact")
    chat.taps_data(encode("field", rows_of(office, Contact)[0].id, arg=arg))
    assert office.toasts == ["That has passed"]


def test_the_country_of_a_contacts_number_is_one_tap(chat: Chat, office: Office, person: Person) -> None:
    opened(chat, "contact")
    with office.database.begin() as session:
        reach = session.scalars(
            select(Reach).where(Reach.contact_id.is_not(None), Reach.kind == "phone")
        ).one()
        reach.value, reach.written, reach.country, reach.guesses = "+49201234567", "0201234567", "DE", "NL"
    chat.taps("Edit")
    chat.taps("Back")
    assert "(Germany?)" in chat.last.text
    data = chat.last.data_of("It's NL")
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    assert "colleague's" in tom.last.text
    chat.taps_data(data)
    assert "+31 20 123 4567" in chat.last.text
    chat.taps("Undo")
    assert "(Germany?)" in chat.last.text
