"""/accounts, /contacts, /deals: whose, which, a page at a time; and never what somebody may not see."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Role
from crm.models import Account, Member
from crm.money import Money
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, STRANGER, TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import a_deal, an_account

Person = Callable[..., Chat]


def test_my_accounts_are_listed_the_newest_first(chat: Chat, person: Person) -> None:
    an_account(chat)
    an_account(person(TOM), "Jan Smit", "Philips", email="jan@philips.com", phone="")
    an_account(chat, "Anna de Vries", "Signify", email="anna@signify.com", phone="")
    chat.says("/accounts")
    assert chat.last.buttons[:2] == ["Signify", "Bosch Rexroth"]
    assert chat.last.lines == ["My accounts", "1–2 of 2"]
    chat.taps("Team")
    assert chat.last.buttons[:3] == ["Signify (Eva)", "Philips (Tom)", "Bosch Rexroth (Eva)"]


def test_suppliers_have_a_list_of_their_own(chat: Chat) -> None:
    an_account(chat)
    an_account(chat, "Li Wei", "Cable Co", email="li@cable.com", phone="", supplier=True)
    chat.says("/accounts")
    chat.taps("Suppliers")
    assert chat.last.lines[0] == "My accounts · Suppliers"
    assert [b for b in chat.last.buttons if b in ("Cable Co", "Bosch Rexroth")] == ["Cable Co"]


def test_an_account_opens_from_the_list_and_leads_back(chat: Chat) -> None:
    an_account(chat)
    chat.says("/accounts")
    chat.taps("Bosch Rexroth")
    assert chat.last.lines[0] == "Bosch Rexroth"
    chat.taps("◀ List")
    assert chat.last.lines[0] == "My accounts"


def test_contacts_are_named_with_their_organisation(chat: Chat) -> None:
    an_account(chat)
    chat.says("/contacts")
    assert chat.last.buttons[0] == "Klaus Berger · Bosch Rexroth"
    chat.taps("Klaus Berger · Bosch Rexroth")
    assert chat.last.lines[:3] == ["Klaus Berger", "klaus@bosch.com · 📞 +49 40 2345678", "Bosch Rexroth"]


def test_a_private_person_is_named_once(chat: Chat) -> None:
    an_account(chat, "Piet Bakker", None, email="piet@gmail.com", phone="")
    chat.says("/contacts")
    assert chat.last.buttons[0] == "Piet Bakker"


def test_deals_show_amount_and_that_nothing_is_planned(chat: Chat) -> None:
    an_account(chat)
    chat.says("/deals")
    assert chat.last.buttons[0] == "⚠️ Sensors · Bosch Rexroth · €12,400"
    chat.taps("⚠️ Sensors · Bosch Rexroth · €12,400")
    assert chat.last.lines == [
        "Sensors · Bosch Rexroth",
        "€12,400 · New 10 % · closes Thu 9 Apr (guess)",
        "Klaus Berger",
        "⚠️ no next step",
    ]


def test_deals_of_a_stage(chat: Chat) -> None:
    made = an_account(chat)
    a_deal(chat, made.account.id, "Pumps", Money(300_000, "EUR"))
    chat.says("/deals")
    chat.taps("⚠️ Pumps · Bosch Rexroth · €3,000")
    chat.taps("→ Qualified 25 %")
    chat.says("/deals")
    chat.taps("Stage…")
    chat.taps("Qualified")
    assert chat.last.buttons[0] == "⚠️ Pumps · Bosch Rexroth · €3,000"
    assert chat.last.lines == ["My deals · Qualified", "1–1 of 1"]


def test_an_empty_list_says_how_one_comes_to_be(chat: Chat) -> None:
    for command in ("/accounts", "/contacts", "/deals"):
        chat.says(command)
        assert "/quote" in chat.last.text


def test_a_list_is_paged(chat: Chat) -> None:
    for number in range(8):
        an_account(chat, f"Person {number}", f"Firm {number}", email=f"p@firm{number}.com", phone="")
    chat.says("/accounts")
    assert "1–6 of 8" in chat.last.text
    chat.taps("▶")
    assert chat.last.buttons[:2] == ["Firm 1", "Firm 0"]


def test_a_manager_looks_at_one_members_deals(chat: Chat, person: Person) -> None:
    an_account(chat)
    mia = person(MANAGER, "Mia")
    mia.says("/deals")
    mia.taps("Member…")
    mia.taps("Eva")
    assert mia.last.lines[0] == "Eva"
    assert mia.last.buttons[0].endswith("€12,400")


def everything_of(chat: Chat) -> list[str]:
    """Data of every list and card that Eva can open."""
    made = an_account(chat)
    assert made.contact is not None and made.opportunity is not None
    ids = (made.account.id, made.contact.id, made.opportunity.id)
    with chat.office.database.begin() as session:
        eva = session.scalars(select(Member.id).where(Member.user_id == EVA)).one()
    return [
        *(encode(verb, arg=f"{whose}.a.0") for verb in ("accounts", "contacts", "deals") for whose in "mt"),
        *(encode(verb, eva, arg="p.a.0") for verb in ("accounts", "contacts", "deals")),
        *(encode(verb, arg=f"{menu}.t.a") for verb in ("accounts-by", "deals-by") for menu in "pf"),
        *(encode("open", id) for id in ids),
        *(encode("timeline", id, arg="0~") for id in ids),
        *(encode(verb, id) for verb in ("people", "places", "deals-of", "behind") for id in ids),
    ]


def shows_nothing(chat: Chat, datas: list[str]) -> None:
    chat.says("/help")
    for data in datas:
        chat.taps_data(data)
        shown = " ".join(text for one in chat.messages for text in (one.text, *one.buttons))
        assert "Bosch" not in shown and "Klaus" not in shown and "Sensors" not in shown, data


def test_a_rep_of_a_private_workspace_sees_nobody_elses(private: Office, chat: Chat, person: Person) -> None:
    shows_nothing(person(TOM, "Tom"), everything_of(chat))


def test_another_workspace_sees_nothing(office: Office, chat: Chat, person: Person) -> None:
    datas = everything_of(chat)
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly", role=Role.OWNER)
    shows_nothing(person(STRANGER, "Sly"), datas)


def test_a_removed_member_sees_nothing_any_more(office: Office, chat: Chat) -> None:
    datas = everything_of(chat)
    chat.says("/help")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    before = chat.last.message_id
    for data in datas:
        chat.taps_data(data)
    assert not [shown for shown in chat.messages if shown.message_id > before and "Bosch" in shown.text]
    assert chat.last.edits == 0


def test_a_contact_of_ones_own_account_is_seen_whoever_holds_it(
    private: Office, chat: Chat, person: Person
) -> None:
    made = an_account(chat)
    assert made.contact is not None
    with private.database.begin() as session:
        tom = session.scalars(select(Member).where(Member.user_id == TOM)).one()
        session.get_one(Account, (tom.workspace_id, made.account.id)).holder_id = tom.id
    tom_chat = person(TOM, "Tom")
    tom_chat.says("/accounts")
    tom_chat.taps("Bosch Rexroth")
    assert "Klaus Berger" in tom_chat.last.text


@pytest.mark.parametrize("verb", ["accounts", "contacts", "deals"])
@pytest.mark.parametrize("arg", ["", "x.y.z", "m.a.-1", "m.s99.0", "m.a.999", "p.a.0", "m.c.²"])
def test_forged_list_data_shows_a_plain_list(chat: Chat, verb: str, arg: str) -> None:
    an_account(chat)
    chat.says(f"/{verb}")
    chat.taps_data(encode(verb, 12345, arg=arg))
    chat.taps_data(encode(f"{verb}-by", 12345, arg=arg))
    assert chat.last.lines
