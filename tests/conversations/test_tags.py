"""Tags and own fields in the chat: made, filled, found by, undone; and tried by whom they are not for."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.ids import to_base36
from crm.models import CustomField, CustomValue, Lead, Tag, Tagging
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import OWNER, TOM

Person = Callable[..., Chat]


@pytest.fixture
def anna(chat: Chat, office: Office) -> int:
    chat.says("Anna de Vries, Philips, 06 12345678")
    with office.database.begin() as session:
        return session.scalars(select(Lead.id)).one()


@pytest.fixture
def owner(person: Person) -> Chat:
    return person(OWNER)


def add_field(owner: Chat, name: str, kind: str, choices: str = "") -> None:
    owner.says("/fields")
    owner.taps("Leads")
    owner.taps("Add field")
    owner.says(name)
    owner.taps(kind)
    if choices:
        owner.says(choices)


def standing(office: Office) -> list[str]:
    with office.database.begin() as session:
        rows = select(Tag.name).join(Tagging, Tagging.tag_id == Tag.id).where(Tagging.deleted_at.is_(None))
        return sorted(session.scalars(rows))


def values(office: Office) -> list[str]:
    with office.database.begin() as session:
        return list(session.scalars(select(CustomValue.value).where(CustomValue.deleted_at.is_(None))))


def test_tags_are_put_on_the_card_shown_last(chat: Chat, office: Office, anna: int) -> None:
    chat.says("/tag vip, Key Account")
    assert standing(office) == ["Key Account", "vip"]
    assert "#vip #Key Account" in chat.last.text
    chat.says("/tag #VIP #new")
    assert standing(office) == ["Key Account", "new", "vip"]


def test_a_tap_takes_a_tag_off_and_undo_puts_it_back(chat: Chat, office: Office, anna: int) -> None:
    chat.says("/tag vip")
    chat.taps("– vip")
    assert standing(office) == []
    chat.taps("+ vip") if "+ vip" in chat.last.buttons else chat.taps("Undo")
    assert standing(office) == ["vip"]


def test_the_tags_in_use_lead_to_who_bears_them(chat: Chat, office: Office, anna: int) -> None:
    chat.says("/tag vip")
    chat.says("/tags")
    chat.taps("#vip (1)")
    assert "Anna de Vries · Philips" in chat.last.buttons
    chat.taps("Anna de Vries · Philips")
    assert "Anna de Vries" in chat.last.text


def test_a_tag_that_is_named_opens_at_once_and_a_converted_lead_is_there_as_its_contact(
    chat: Chat, office: Office, anna: int
) -> None:
    chat.says("/tag vip")
    chat.says("/quote 12.4k")
    chat.says("/tags #VIP")
    assert chat.last.lines[0] == "#vip"
    assert [label for label in chat.last.buttons if label.startswith("Anna")] == ["Anna de Vries"]
    chat.says("/tags")
    assert "#vip (3)" in chat.last.buttons
    chat.says("/tags nothing like it")
    assert "#vip (3)" in chat.last.buttons


def test_nobody_sees_who_bears_a_tag_in_a_private_workspace(
    chat: Chat, private: Office, anna: int, person: Person
) -> None:
    chat.says("/tag vip")
    with private.database.begin() as session:
        tag_id = session.scalars(select(Tag.id)).one()
    tom = person(TOM)
    tom.says("/tags")
    assert "vip" not in "".join(tom.last.buttons)
    tom.taps_data(encode("tagged", tag_id, arg="0"))
    assert "Anna" not in tom.last.text and "Anna de Vries · Philips" not in tom.last.buttons
    tom.taps_data(encode("tag", anna, arg=f"-{to_base36(tag_id)}"))
    assert standing(private) == ["vip"]


def test_a_colleague_may_not_tag_a_lead_that_is_not_theirs(
    chat: Chat, office: Office, anna: int, person: Person
) -> None:
    chat.says("/tag vip")
    with office.database.begin() as session:
        tag_id = session.scalars(select(Tag.id)).one()
    tom = person(TOM)
    tom.says("/help")
    tom.taps_data(encode("tag", anna, arg=f"-{to_base36(tag_id)}"))
    assert standing(office) == ["vip"]


@pytest.mark.parametrize(
    ("kind", "said", "kept"),
    [("Text", "green", "green"), ("Number", "12,5", "12.5"), ("Date", "31.3.2026", "2026-03-31")],
)
def test_the_owner_defines_a_field_and_a_rep_fills_it(
    chat: Chat, owner: Chat, office: Office, anna: int, kind: str, said: str, kept: str
) -> None:
    add_field(owner, "Lime", kind)
    chat.says("/fields")
    chat.taps("Lime: –")
    chat.says(said)
    assert values(office) == [kept]
    chat.taps("Undo")
    assert values(office) == []


def test_a_choice_is_a_tap_and_the_same_is_found_by_it(
    chat: Chat, owner: Chat, office: Office, anna: int
) -> None:
    add_field(owner, "Class", "Choice", "Gold, Silver")
    chat.says("/fields")
    chat.taps("Class: –")
    chat.taps("Gold")
    assert values(office) == ["Gold"]
    chat.taps("Who else?")
    assert "Anna de Vries · Philips" in chat.last.buttons


def test_what_a_field_does_not_take_is_said_and_not_kept(
    chat: Chat, owner: Chat, office: Office, anna: int
) -> None:
    add_field(owner, "Budget", "Number")
    chat.says("/fields")
    chat.taps("Budget: –")
    chat.says("rather a lot")
    assert "takes a number" in chat.last.text
    assert values(office) == []


def test_a_field_is_renamed_removed_and_brought_back(owner: Chat, office: Office, anna: int) -> None:
    add_field(owner, "Budget", "Number")
    owner.taps("Budget")
    owner.says("Money")
    owner.taps("Remove…")
    with office.database.begin() as session:
        assert session.scalars(select(CustomField.name).where(CustomField.deleted_at.is_(None))).all() == []
    owner.taps("Undo")
    with office.database.begin() as session:
        found = session.scalars(select(CustomField.name).where(CustomField.deleted_at.is_(None))).all()
        assert found == ["Money"]


def test_only_the_owner_defines_fields(chat: Chat, owner: Chat, office: Office, anna: int) -> None:
    add_field(owner, "Budget", "Number")
    with office.database.begin() as session:
        field = session.scalars(select(CustomField)).one()
    for verb, id, arg in (
        ("own-fields", 0, "lead"),
        ("own-fields", 0, "+lead"),
        ("own-field", field.id, "remove"),
        ("own-field", field.id, "rename"),
    ):
        chat.taps_data(encode(verb, id, arg=arg))
    with office.database.begin() as session:
        kept = session.scalars(select(CustomField)).one()
        assert (kept.name, kept.deleted_at) == ("Budget", None)


def test_a_colleague_may_not_fill_a_field_of_a_lead_that_is_not_theirs(
    owner: Chat, office: Office, anna: int, person: Person
) -> None:
    add_field(owner, "Budget", "Number")
    with office.database.begin() as session:
        field_id = session.scalars(select(CustomField.id)).one()
    tom = person(TOM)
    tom.says("/help")
    tom.taps_data(encode("own-value", anna, arg=to_base36(field_id)))
    tom.says("12")
    assert values(office) == []


def test_tags_and_fields_are_carried_over_by_conversion(chat: Chat, owner: Chat, office: Office) -> None:
    add_field(owner, "Class", "Text")
    owner.says("/fields")
    owner.taps("Accounts")
    owner.taps("Add field")
    owner.says("Class")
    owner.taps("Text")
    chat.says("Piet Bos, Shell")
    chat.says("/tag vip")
    chat.says("/fields")
    chat.taps("Class: –")
    chat.says("Gold")
    chat.says("/quote 12.4k")
    assert standing(office) == ["vip"] * 4
    assert values(office) == ["Gold", "Gold"]
