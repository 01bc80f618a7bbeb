"""While a question is open, whichever it is: somebody new with a way to reach them is stored, and the question stands."""

from collections.abc import Callable
from dataclasses import MISSING, fields
from typing import Any

import pytest
from sqlalchemy import select

from bot.dialogue import Ask, Conversation, Open, save
from bot.registry import REGISTRY
from crm.models import Activity, Block, CustomField, Dialogue, FieldKind, FollowUp, Lead
from crm.store.chats import save_dialogue
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, OWNER

Person = Callable[..., Chat]
RITA = "Rita Rand, Rand AG, rita@rand.de, 040 999888, call tomorrow 9:00"
QUESTIONS = [
    pytest.param(talk, ask, id=f"{name}-{ask.field}")
    for name, talk in sorted(REGISTRY.conversations.items())
    for ask in talk.asks
]
FOR_SOMEBODY = {("add-contact", "who"), ("forget", "query"), ("own-mail", "value")}
"""What these ask for is a person and how to reach them."""
NEEDS: dict[tuple[str, str], object] = {
    ("edit", "field"): "name",
    ("own-field-new", "block"): Block.LEAD.value,
    ("pipeline-word", "what"): "rename",
    ("setting", "setting"): "zone",
}
"""What a draft must hold; everything else that is text is the id of the lead or the field."""


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        return list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))


def is_open(office: Office) -> tuple[str, str] | None:
    with office.database.begin() as session:
        row = session.scalars(select(Dialogue)).one_or_none()
        return (row.conversation, row.step) if row is not None else None


def opens(office: Office, talk: Conversation, ask: Ask, lead: Lead, field: CustomField) -> None:
    """The question stands as if the member had come to it."""

    def held(name: str, kind: Any) -> object:
        number = field.id if name == "field" else lead.id
        return NEEDS.get((talk.name, name), {"int": 1, "bool": False}.get(str(kind), str(number)))

    needed = {
        f.name: held(f.name, getattr(f.type, "__name__", f.type))
        for f in fields(talk.draft)
        if f.default is MISSING
    }
    state = Open(talk, talk.draft(**needed), (ask.field,))
    with office.database.begin() as session:
        save_dialogue(
            session,
            (BOT_ID, OWNER, 0, OWNER),
            workspace_id=lead.workspace_id,
            conversation=talk.name,
            version=talk.version,
            step=ask.field,
            draft=save(state),
            asked_at=office.clock(),
        )


@pytest.fixture
def olga(person: Person) -> Chat:
    """The owner, who may be asked anything."""
    olga = person(OWNER, "Olga")
    olga.says("Paul Pool, Pool BV, 06 12345678")
    return olga


@pytest.fixture
def field(office: Office, olga: Chat) -> CustomField:
    (paul,) = leads(office)
    with office.database.begin() as session:
        field = CustomField(
            id=office.ids(),
            workspace_id=paul.workspace_id,
            block=Block.LEAD,
            name="Machine",
            key="machine",
            kind=FieldKind.TEXT,
            position=1,
            created_at=office.clock(),
        )
        session.add(field)
        session.flush()
        session.expunge(field)
    return field


@pytest.mark.parametrize(("talk", "ask"), QUESTIONS)
def test_somebody_new_is_stored_and_the_question_is_asked_again(
    office: Office, olga: Chat, field: CustomField, talk: Conversation, ask: Ask
) -> None:
    (paul,) = leads(office)
    opens(office, talk, ask, paul, field)
    answers = olga.says(RITA)
    if (talk.name, ask.field) in FOR_SOMEBODY:
        assert len(leads(office)) == 1
        return
    assert [lead.name for lead in leads(office)] == ["Paul Pool", "Rita Rand"]
    assert len(answers) == 2
    assert answers[0].lines[0] == "Rita Rand · Rand AG"
    assert "Cancel" in answers[1].buttons
    assert is_open(office) == (talk.name, ask.field)


NEW_PEOPLE = [
    ("nl", "Hans Klein, Klein BV, 010 2345678, morgen 9:00 bellen", "Hans Klein"),
    ("de", "Vera Vink, Vink GmbH, vera@vink.de, morgen anrufen", "Vera Vink"),
    ("de", "Frau Koslowski, 040 999888, morgen anrufen", "Koslowski"),
    ("en", "Jan, Holm AS, 040 2345678, call tomorrow", "Jan"),
    ("en", "Line Holm, Holm AS, 040 2345678, call tomorrow", "Line Holm"),
    ("en", RITA, "Rita Rand"),
]


@pytest.mark.parametrize(("language", "text", "name"), NEW_PEOPLE, ids=[row[2] for row in NEW_PEOPLE])
@pytest.mark.parametrize("command", ["/remind", "/note"])
def test_a_new_person_told_at_a_question_is_a_lead_and_what_is_next_is_theirs(
    office: Office, person: Person, command: str, language: str, text: str, name: str
) -> None:
    eva = person(EVA, "Eva", language)
    eva.says("Paul Pool, Pool BV, 06 12345678")
    eva.says(command)
    eva.says(text)
    paul, new = leads(office)
    assert new.name == name
    with office.database.begin() as session:
        assert {step.lead_id for step in session.scalars(select(FollowUp)) if step.action} == {new.id}
        assert not [entry for entry in session.scalars(select(Activity)) if entry.lead_id == paul.id][1:]


def test_the_message_at_a_question_is_edited_like_any_capture(office: Office, chat: Chat) -> None:
    chat.says("Paul Pool, Pool BV, 06 12345678")
    chat.says("/remind")
    chat.says("Hans Klein, Klein BV, 010 2345678, call tomorrow 9:00")
    chat.edits(chat.my_last_id, "Hans Groot, Klein BV, 010 2345678, call tomorrow 9:00")
    assert [lead.name for lead in leads(office)] == ["Paul Pool", "Hans Groot"]


@pytest.mark.parametrize(
    "note",
    [
        "her mobile: 06 12345679",
        "spoke with Rita about the price",
        "paul@pool.nl",
        "+49 40 999888",
        "better to call before 9:30",
        "his direct line is 040 2345678",
        "Merged with Bosch, call Jan 040 2345678",
        "Merged with Bosch GmbH, call Jan 040 2345678",
        "ask Jan, 040 2345678",
    ],
)
def test_what_names_nobody_new_or_no_way_to_reach_them_is_the_answer(
    office: Office, chat: Chat, note: str
) -> None:
    chat.says("Paul Pool, Pool BV, 06 12345678")
    chat.says("/note")
    chat.says(note)
    assert len(leads(office)) == 1
    assert "Saved as a note" in chat.last.text
    assert is_open(office) is None


def test_a_contact_of_the_address_book_is_stored_and_the_question_asked_again(
    office: Office, chat: Chat
) -> None:
    chat.says("Paul Pool, Pool BV, 06 12345678")
    chat.says("/note")
    answers = chat.sends(contact={"phone_number": "+4940999888", "first_name": "Rita", "last_name": "Rand"})
    assert [lead.name for lead in leads(office)] == ["Paul Pool", "Rita Rand"]
    assert answers[-1].lines == ["What shall I note on Paul Pool?"]


def test_a_name_in_other_letters_right_after_a_card_is_somebody_new(office: Office, chat: Chat) -> None:
    chat.says("Paul Pool, Pool BV, 06 12345678")
    chat.says("محمد علي شركة النيل +20 2 27354444 اتصل به غدا")
    paul, new = leads(office)
    assert not paul.note
    assert "محمد علي" in new.note


@pytest.mark.parametrize(("language", "word"), [("en", "hot"), ("nl", "heet"), ("de", "heiß")])
def test_hot_alone_right_after_a_card_marks_it(
    office: Office, person: Person, language: str, word: str
) -> None:
    eva = person(EVA, "Eva", language)
    eva.says("Paul Pool, Pool BV, 06 12345678")
    eva.says(word)
    (paul,) = leads(office)
    assert paul.hot
