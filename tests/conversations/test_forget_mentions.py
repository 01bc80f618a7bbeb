"""/forget: the name in texts about others, in every form; what stays is counted and shown; accounts left without a contact."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.models import Account, Activity, Contact, Member, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM
from tests.conversations.test_forget import NAME, both, traces
from tests.factories import add_member, add_workspace
from tests.office_deals import an_account

__all__ = ["both"]
Person = Callable[..., Chat]
ZBIGNIEW = f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671"


def notes(office: Office) -> list[str]:
    with office.database.begin() as session:
        query = select(Activity.text).where(Activity.kind == ActivityKind.NOTE)
        return list(session.scalars(query.order_by(Activity.id)))


def anna_with(chat: Chat, *said: str) -> None:
    """Somebody else, with these notes."""
    chat.office.clock.move(minutes=30)
    chat.says("Anna de Vries, Philips, anna@philips.example")
    for text in said:
        chat.says(f"/note {text}")


def namesake(chat: Chat) -> None:
    chat.office.clock.move(minutes=30)
    chat.says("Maria Quuxmann, Acme, maria@acme.example")


FORMS = (
    "met ZBIGNIEW QUUXMANN there",
    "met Zbigniéw Quüxmann there",
    "met Quuxmann, Zbigniew there",
    "met Z. Quuxmann there",
    "met Quuxmann, Z. there",
    "met zq (at) quux.example there",
    "met 0049 (0)40 234-56 71 there",
)


@pytest.mark.parametrize("is_only_one", [True, False])
def test_every_form_of_the_name_goes_from_texts_about_others(both: Office, is_only_one: bool) -> None:
    chat = Chat(both, EVA, "Eva")
    chat.says(ZBIGNIEW)
    if not is_only_one:
        namesake(chat)
    anna_with(chat, *FORMS)
    chat.says(f"/forget {NAME}")
    assert "The name in 7 texts about others" in chat.last.text
    chat.taps("Forget for good")
    assert notes(both) == ["met … there"] * 7
    if is_only_one:
        assert traces(both.database) == set()


def test_the_surname_alone_goes_where_nobody_else_bears_it(both: Office) -> None:
    chat = Chat(both, EVA, "Eva")
    chat.says(ZBIGNIEW)
    anna_with(chat, "met Quuxmann there", "spoke to Herr Quuxmann", "knows Otto Quuxmann")
    chat.says(f"/forget {NAME}")
    assert "The name in 2 texts about others" in chat.last.text
    assert "surname alone" not in chat.last.text
    chat.taps("Forget for good")
    assert notes(both) == ["met … there", "spoke to Herr …", "knows Otto Quuxmann"]


@pytest.mark.parametrize("name", ["Zbigniew Berg", "Zbigniew Bakker", "Zbigniew Thomas"])
def test_a_surname_that_is_a_word_stays_and_is_counted(office: Office, chat: Chat, name: str) -> None:
    chat.says(f"{name}, Quux GmbH, zq@quux.example")
    surname = name.split()[1]
    anna_with(chat, f"met {surname} there")
    chat.says(f"/forget {name}")
    assert "The surname alone in 1 text" in chat.last.text
    chat.taps("Forget for good")
    assert "The surname alone in 1 text" in chat.last.text and len(chat.last.lines) <= 6
    assert notes(office) == [f"met {surname} there"]


def test_somebody_elses_surname_stays_and_those_texts_are_shown(office: Office, chat: Chat) -> None:
    chat.says(ZBIGNIEW)
    namesake(chat)
    an_account(chat, "Klaus Berger", "Bosch Rexroth", deal="", value=None)
    chat.says("/find klaus berger")
    chat.says("/note met Quuxmann at lunch")
    anna_with(chat, "met Quuxmann there")
    chat.says(f"/forget {NAME}")
    assert "The surname alone in 2 texts about others: it stays" in chat.last.text
    question = chat.last
    chat.taps("Look at those")
    assert sorted(chat.last.buttons) == ["Anna de Vries · Philips", "Klaus Berger · Bosch Rexroth"]
    chat.taps("Forget for good", on=question)
    assert notes(office) == ["met Quuxmann at lunch", "met Quuxmann there"]


@pytest.mark.usefixtures("private")
def test_nobody_else_looks_at_those(office: Office, chat: Chat, person: Person) -> None:
    chat.says(ZBIGNIEW)
    namesake(chat)
    anna_with(chat, "met Quuxmann there")
    chat.says(f"/forget {NAME}")
    data = chat.last.data_of("Look at those")
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    for other in (person(TOM, "Tom"), person(700, "Otto")):
        other.says("/help")
        other.taps_data(data)
        assert other.is_told("gone")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    assert all("Anna" not in shown.text for shown in chat.taps_data(data))


def test_an_account_left_without_a_contact_is_told_before_and_after(office: Office, chat: Chat) -> None:
    an_account(chat)
    chat.says("/forget klaus berger")
    assert "Bosch Rexroth would have no contacts" in chat.last.lines
    assert len(chat.last.buttons) == 2 and len(chat.last.lines) <= 6
    chat.taps("Forget for good")
    assert "Bosch Rexroth has no contacts now" in chat.last.lines
    with office.database.begin() as session:
        assert session.scalars(select(Account.name)).all() == ["Bosch Rexroth"]
        assert len(session.scalars(select(Opportunity)).all()) == 1


def test_with_another_contact_nothing_is_said_of_the_account(office: Office, chat: Chat) -> None:
    an_account(chat)
    office.clock.move(minutes=20)
    chat.says("Anna de Vries, Bosch Rexroth, anna@bosch.com")
    chat.taps("Add as contact")
    chat.says("/forget klaus berger")
    assert "no contacts" not in chat.last.text


def own_firm(chat: Chat, **more: object) -> None:
    an_account(
        chat,
        NAME,
        "Quuxmann Pumpen",
        email="zq@quux.example",
        deal="",
        value=None,
        **more,  # type: ignore[arg-type]
    )


def test_an_account_of_their_own_name_may_go_along(both: Office) -> None:
    chat = Chat(both, MANAGER, "Mia")
    own_firm(chat)
    chat.says(f"/forget {NAME}")
    assert "Quuxmann Pumpen would have no contacts" in chat.last.text
    chat.taps("Forget, with Quuxmann Pumpen")
    assert "no contacts" not in chat.last.text
    with both.database.begin() as session:
        assert session.scalars(select(Account)).all() == session.scalars(select(Contact)).all() == []
    assert traces(both.database) == set()


def test_it_stays_where_that_is_not_chosen_and_the_receipt_does_not_name_them(
    office: Office, chat: Chat
) -> None:
    own_firm(chat)
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert "uuxmann" not in chat.last.text
    with office.database.begin() as session:
        assert session.scalars(select(Account.name)).all() == ["Quuxmann Pumpen"]


def test_it_may_not_go_where_something_else_stands_on_it_or_a_colleague_holds_it(
    office: Office, chat: Chat, person: Person
) -> None:
    own_firm(chat)
    chat.says(f"/forget {NAME}")
    data = chat.last.data_of("Forget, with Quuxmann Pumpen")
    with office.database.begin() as session:
        account = session.scalars(select(Account)).one()
        account.holder_id = session.scalars(select(Member.id).where(Member.user_id == TOM)).one()
    chat.says(f"/forget {NAME}")
    assert "Forget, with Quuxmann Pumpen" not in chat.last.buttons
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    assert tom.asks("not-yours-to-forget")
    chat.taps_data(data)
    with office.database.begin() as session:
        assert session.scalars(select(Account.name)).all() == ["Quuxmann Pumpen"]
        assert session.scalars(select(Contact)).all() == []


def test_a_deal_on_it_keeps_the_account(office: Office, chat: Chat) -> None:
    an_account(chat, NAME, "Quuxmann Pumpen", email="zq@quux.example", deal="Pumps")
    chat.says(f"/forget {NAME}")
    assert chat.last.buttons == ["Forget for good", "Keep"]
