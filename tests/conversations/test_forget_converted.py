"""/forget of somebody who has converted: contact, leads, roles, tags, fields, files; the organisation stays."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import (
    Account,
    Block,
    Contact,
    CustomField,
    CustomValue,
    FieldKind,
    Lead,
    Member,
    Opportunity,
    OpportunityContact,
    Tag,
    Tagging,
)
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, TOM
from tests.conversations.test_forget import NAME, both, traces
from tests.conversations.test_quote import rows
from tests.factories import add_member, add_workspace, next_id

__all__ = ["both"]
Person = Callable[..., Chat]
ZBIGNIEW = f"{NAME}, Quux GmbH, zq@quux.example, +49 40 2345671"
DOCUMENT = {
    "file_id": "F1",
    "file_unique_id": "U1",
    "file_name": "quote zbigniew quuxmann.pdf",
    "file_size": 9,
}


def converted(chat: Chat, said: str = ZBIGNIEW) -> None:
    """With a tag, a field of their own, a file, a note on the contact and a next step."""
    chat.says(said)
    lead = rows(chat.office, Lead)[-1]
    with chat.office.database.begin() as session:
        shared = {"workspace_id": lead.workspace_id}
        tag = Tag(id=next_id(), name="VIP", key="vip", created_at=lead.created_at, **shared)
        session.add(tag)
        session.add(Tagging(id=next_id(), tag_id=tag.id, block=Block.LEAD, entity_id=lead.id, **shared))
        for position, block in enumerate((Block.LEAD, Block.CONTACT)):
            own = CustomField(
                id=next_id(),
                block=block,
                name="Nick",
                key="nick",
                kind=FieldKind.TEXT,
                position=position,
                created_at=lead.created_at,
                **shared,
            )
            session.add(own)
            if block is Block.LEAD:
                session.add(
                    CustomValue(id=next_id(), field_id=own.id, entity_id=lead.id, value=NAME, **shared)
                )
    chat.sends(document=DOCUMENT, caption="/quote 12.4k")
    chat.taps("Buyer")
    chat.taps(next(label for label in chat.last.buttons if label.startswith("Follow up")))


@pytest.mark.parametrize("query", [NAME, "zq@quux.example"])
def test_nothing_names_them_and_the_organisation_stays(both: Office, query: str) -> None:
    chat = Chat(both, MANAGER, "Mia")
    converted(chat)
    assert traces(both.database)
    chat.says(f"/forget {query}")
    chat.taps("Forget for good")
    assert "Forgotten" in chat.last.text
    assert traces(both.database) == set()
    (account,), (opportunity,) = rows(both, Account), rows(both, Opportunity)
    assert account.name == "Quux GmbH" and opportunity.account_id == account.id
    assert opportunity.value_minor == 1_240_000 and opportunity.lead_id is None
    for kind in (Lead, Contact, OpportunityContact, CustomValue):
        assert rows(both, kind) == []


def test_a_private_person_goes_with_account_and_opportunity(office: Office, chat: Chat) -> None:
    converted(chat, f"{NAME}, zq@gmail.example, +49 40 2345671")
    assert rows(office, Account)[0].private
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert traces(office.database) == set()
    assert rows(office, Account) == rows(office, Opportunity) == []


def test_a_conversion_that_was_undone_leaves_nothing_of_them_behind(office: Office, chat: Chat) -> None:
    chat.says(ZBIGNIEW)
    chat.says("/convert")
    chat.taps("Undo")
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert traces(office.database) == set()


def test_what_was_done_with_them_is_not_undone_after(office: Office, chat: Chat) -> None:
    card = chat.says(ZBIGNIEW)[0]
    undo = chat.says("/quote 12.4k", reply_to=card.message_id)[0].data_of("Undo")
    chat.says(f"/forget {NAME}")
    chat.taps(chat.last.buttons[0])
    chat.says("/undo")
    assert chat.last.text == "Nothing to undo."
    chat.taps_data(undo)
    assert [account.name for account in rows(office, Account)] == ["Quux GmbH"]
    assert len(rows(office, Opportunity)) == 1


def test_the_others_of_the_account_stay(office: Office, chat: Chat) -> None:
    converted(chat)
    office.clock.move(minutes=20)
    chat.says("Anna de Vries, Quux GmbH, anna@quux.example")
    chat.taps("Add as contact")
    chat.says(f"/forget {NAME}")
    chat.taps("Forget for good")
    assert [contact.name for contact in rows(office, Contact)] == ["Anna de Vries"]
    chat.says("/find anna")
    assert "Anna de Vries" in chat.last.text


def test_a_rep_forgets_nobody_of_whom_a_colleague_holds_a_part(
    office: Office, chat: Chat, person: Person
) -> None:
    chat.says(ZBIGNIEW)
    chat.says("/convert")
    contact = rows(office, Contact)[0].id
    lead = rows(office, Lead)[0].id
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto")
    for other, key in ((person(TOM, "Tom"), "not-yours-to-forget"), (person(700, "Otto"), "gone")):
        other.says("/help")
        for id in (contact, lead):
            other.taps_data(encode("forget-yes", id))
            assert other.asks(key) or other.is_told(key)
    with office.database.begin() as session:
        tom_id = session.scalars(select(Member.id).where(Member.user_id == TOM)).one()
        session.scalars(select(Contact)).one().holder_id = tom_id
    for id in (contact, lead):
        chat.taps_data(encode("forget-yes", id))
        assert chat.asks("not-yours-to-forget")
    assert len(rows(office, Contact)) == 1
