"""Help, the list of commands, unknown commands, and what is not read yet."""

from typing import Any

import pytest
from sqlalchemy import select

from bot.catalogue import LANGUAGES, text_of
from bot.menu import ORDER, make_menu
from bot.registry import REGISTRY
from bot.telegram.convert import _FILES, _OTHER
from crm.models import Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA

FILE = {"file_id": "f", "file_unique_id": "u"}
PHOTO = [{**FILE, "width": 10, "height": 10}]
KINDS: dict[str, Any] = {
    "sticker": FILE,
    "poll": {"id": "1"},
    "dice": {"emoji": "🎲", "value": 1},
    "story": {"id": 1},
    "voice": FILE,
    "audio": FILE,
    "video": FILE,
    "video_note": FILE,
    "animation": FILE,
    "photo": PHOTO,
    "document": FILE,
}


def test_help_is_five_lines(chat: Chat) -> None:
    chat.says("/help")
    assert len(chat.last.lines) == 5


@pytest.mark.parametrize("language", LANGUAGES)
def test_help_names_the_way_to_every_block_the_numbers_and_what_else_there_is(
    office: Office, language: str
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat = Chat(office, EVA, "Eva", language)
    chat.says("/help")
    assert len(chat.last.lines) == 5
    named = (
        "leads accounts contacts deals pipeline report quote contract tags fields stages import export "
        "find agenda settings undo"
    )
    for command in named.split():
        assert f"/{command}" in chat.last.text
        assert command in REGISTRY.commands


def test_start_of_a_member_says_where_they_are(chat: Chat) -> None:
    chat.says("/start")
    assert chat.last.lines[0] == "You are in: Vos Pompen."


def test_an_unknown_command_is_answered(chat: Chat) -> None:
    chat.says("/frobnicate <b>now</b>")
    assert chat.asks("unknown-command", command="frobnicate")


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_message_is_answered_in_the_members_language(
    office: Office, language: str, kind: str
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat = Chat(office, EVA, "Eva", language)
    chat.sends(**{kind: KINDS[kind]})
    named = text_of(language, f"kind-{kind.replace('_', '-')}", {})
    assert named in chat.last.text


@pytest.mark.parametrize("kind", [*_FILES, *_OTHER, "location", "text"])
def test_each_kind_that_can_come_in_has_a_name(kind: str) -> None:
    for language in LANGUAGES:
        assert text_of(language, f"kind-{kind.replace('_', '-')}", {})


@pytest.mark.parametrize("kind", ["photo", "document", "voice"])
def test_a_file_with_a_caption_is_captured_from_its_caption(office: Office, chat: Chat, kind: str) -> None:
    chat.sends(**{kind: KINDS[kind], "caption": "Klaus Berger, Bosch, klaus@bosch.de"})
    assert "Klaus Berger" in chat.last.text
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().name == "Klaus Berger"


def test_the_menu_lists_every_command_in_each_language() -> None:
    menu = make_menu()
    assert set(menu) == {"", "nl", "de"}
    unlisted = set(REGISTRY.commands) - set(menu[""])
    assert unlisted <= {"start"}, f"not in the menu: {unlisted}"
    for commands in menu.values():
        assert list(commands) == [name for name in ORDER if name in REGISTRY.commands]
        assert all(0 < len(text) <= 256 for text in commands.values())


def test_a_group_hears_that_it_is_the_wrong_place(office: Office) -> None:
    def said() -> list[str]:
        return [shown.text for shown in office.chats.get(-77, {}).values()]

    group = {"id": -77, "type": "group", "title": "Sales"}
    user = {"id": EVA, "is_bot": False, "first_name": "Eva", "language_code": "nl"}
    member = {"user": {"id": 1000, "is_bot": True, "first_name": "bot"}}
    came_in = {
        "chat": group,
        "from": user,
        "date": 1,
        "old_chat_member": {**member, "status": "left"},
        "new_chat_member": {**member, "status": "member"},
    }
    office.take({"my_chat_member": came_in}, "c-77")
    assert len(said()) == 1 and "privéchat" in said()[0]
    message = {"message_id": 5, "date": 1, "chat": group, "from": user}
    office.take({"message": message | {"text": "Klaus Berger, Bosch, klaus@bosch.de"}}, "c-77")
    assert len(said()) == 1
    office.take({"message": message | {"text": "/leads"}}, "c-77")
    assert len(said()) == 2 and "Klaus" not in said()[1]
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).all() == []
