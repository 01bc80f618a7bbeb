"""A raw update becomes what the bot understands; what cannot be read says so and does nothing worse."""

import json
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.chat import Incoming, Kind
from bot.simulator.world import World
from bot.telegram.convert import UnreadableUpdateError, lane_of, to_incoming

NOW = datetime(2026, 3, 10, 9, 0, tzinfo=UTC)
BOT = 77


def read(update: Any) -> Incoming | None:
    return to_incoming(update, BOT, NOW)


def newest(world: World) -> Incoming:
    update = json.loads(json.dumps(list(world.updates)[-1]))
    incoming = read(update)
    assert incoming is not None
    return incoming


@pytest.fixture
def world() -> World:
    return World()


def test_a_text_with_who_where_when_and_what_it_answers(world: World) -> None:
    anna = world.add_user("Anna Vos", "nl", "annav")
    first = anna.says("hoi")
    anna.says("klaus berger", reply_to=first, date=NOW)
    incoming = newest(world)
    assert (incoming.kind, incoming.text, incoming.reply_to) == (Kind.TEXT, "klaus berger", first.id)
    assert (incoming.chat_id, incoming.chat_type, incoming.written_at) == (anna.id, "private", NOW)
    assert incoming.sender is not None
    assert (incoming.sender.name, incoming.sender.username, incoming.sender.language) == (
        "Anna Vos",
        "annav",
        "nl",
    )


def test_an_edited_text(world: World) -> None:
    anna = world.add_user("Anna")
    anna.edits(anna.says("klaus"), "klaus berger")
    assert (newest(world).kind, newest(world).text) == (Kind.EDITED, "klaus berger")


def test_a_contact_card(world: World) -> None:
    world.add_user("Anna").sends_contact("+31612345678", "Jan", "Smit", vcard="BEGIN:VCARD")
    contact = newest(world).contact
    assert contact is not None
    assert (contact.name, contact.phone, contact.vcard) == ("Jan Smit", "+31612345678", "BEGIN:VCARD")


def test_a_document_with_its_caption_and_album(world: World) -> None:
    world.add_user("Anna").sends_document(
        b"abc", "card.vcf", "text/vcard", caption="klaus", media_group_id="9"
    )
    incoming = newest(world)
    assert (incoming.kind, incoming.text, incoming.album) == (Kind.FILE, "klaus", "9")
    assert incoming.file is not None
    assert (incoming.file.kind, incoming.file.name, incoming.file.mime, incoming.file.size) == (
        "document",
        "card.vcf",
        "text/vcard",
        3,
    )


def test_voice_place_sticker_poll_and_dice(world: World) -> None:
    anna = world.add_user("Anna")
    anna.sends_voice(b"OggS")
    assert newest(world).file is not None
    anna.sends_location(52.5, 4.25)
    assert newest(world).payload == {"latitude": 52.5, "longitude": 4.25}
    for send, other in (
        (anna.sends_sticker, "sticker"),
        (lambda: anna.sends_poll("?", ["a", "b"]), "poll"),
        (anna.sends_dice, "dice"),
    ):
        send()
        assert (newest(world).kind, newest(world).other) == (Kind.OTHER, other)


def test_a_tap_is_dated_by_when_it_came_in(world: World) -> None:
    anna = world.add_user("Anna")
    tap = anna.forges_tap(anna.says("x"), "v1:edit:1:1:")
    incoming = newest(world)
    assert (incoming.kind, incoming.text, incoming.query_id) == (Kind.TAP, "v1:edit:1:1:", tap.id)
    assert (incoming.chat_id, incoming.written_at) == (anna.id, NOW)


def test_a_tap_on_a_message_too_old_to_show_is_readable() -> None:
    query = {
        "id": "1",
        "from": {"id": 5, "first_name": "A"},
        "data": "d",
        "message": {"chat": {"id": 5, "type": "private"}, "message_id": 3, "date": 0},
    }
    incoming = read({"callback_query": query})
    assert incoming is not None and incoming.message_id == 3


def test_blocked_and_let_in_again(world: World) -> None:
    anna = world.add_user("Anna")
    world.updates.allow(["message", "my_chat_member"])
    anna.blocks_bot()
    assert (newest(world).kind, newest(world).chat_id) == (Kind.BLOCKED, anna.id)
    anna.unblocks_bot()
    assert newest(world).kind is Kind.UNBLOCKED


def test_a_group_that_became_a_supergroup(world: World) -> None:
    group = world.add_group("Sales", [world.add_user("Anna")])
    new = group.becomes_supergroup()
    moves = [incoming for update in world.updates if (incoming := read(update))]
    assert {(move.chat_id, move.migrated_to) for move in moves if move.kind is Kind.MIGRATED} == {
        (group.id, new.id)
    }


def test_addresses_behind_words_are_not_lost() -> None:
    entity = {"type": "text_link", "offset": 0, "length": 5, "url": "https://bosch.example"}
    incoming = read(message(text="Bosch", entities=[entity]))
    assert incoming is not None and incoming.payload["links"] == ["https://bosch.example"]


def test_in_a_forum_only_a_real_reply_counts_as_one() -> None:
    opening = {"message_id": 40, "date": 1, "chat": {"id": -5, "type": "supergroup"}}
    incoming = read(message(text="x", is_topic_message=True, message_thread_id=40, reply_to_message=opening))
    assert incoming is not None and (incoming.thread_id, incoming.reply_to) == (40, None)


def test_service_messages_and_unknown_kinds_are_nothing_to_answer() -> None:
    assert read(message(new_chat_title="Sales")) is None
    assert read({"update_id": 1, "message_reaction": {}}) is None


def test_what_no_database_takes_is_left_out_of_texts() -> None:
    incoming = read(message(text="a\0b\ud83dc"))
    assert incoming is not None and incoming.text == "ab?c"


@pytest.mark.parametrize(
    "update",
    [
        {"message": None},
        {"message": "text"},
        {"message": {"text": "x"}},
        {"message": {"text": 5, "date": 1, "message_id": 1, "chat": {"id": 1, "type": "private"}}},
        {"message": {"text": "x", "date": 1e99, "message_id": 1, "chat": {"id": 1, "type": "private"}}},
        {"message": {"text": "x", "date": 1 << 62, "message_id": 1, "chat": {"id": 1, "type": "private"}}},
        {"message": {"text": "x", "date": 1, "message_id": 1, "chat": {"id": 1 << 70, "type": "private"}}},
        {"message": {"photo": [], "date": 1, "message_id": 1, "chat": {"id": 1, "type": "private"}}},
        {"callback_query": {"id": "1", "data": "x"}},
        "text",
    ],
)
def test_a_malformed_update_is_unreadable_and_says_where_not_what(update: Any) -> None:
    with pytest.raises(UnreadableUpdateError):
        read(update)


def message(**content: Any) -> dict[str, Any]:
    head = {"message_id": 50, "date": 1, "chat": {"id": -5, "type": "supergroup"}}
    return {"update_id": 1, "message": head | {"from": {"id": 5, "first_name": "A"}} | content}


@pytest.mark.parametrize(
    ("update", "lane"),
    [
        ({"update_id": 1, "message": {"chat": {"id": -5}, "from": {"id": 7}}}, "c-5"),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "message": {"chat": {"id": 9}}}}, "c9"),
        ({"update_id": 1, "callback_query": {"from": {"id": 7}, "inline_message_id": "x"}}, "u7"),
        ({"update_id": 1, "my_chat_member": {"chat": {"id": 5}, "from": {"id": 5}}}, "c5"),
        ({"update_id": 1, "poll": {"id": "4"}}, "x"),
        ({"update_id": 1, "message": {"chat": {"id": "no number"}}}, "x"),
        ({"update_id": 1, "message": None}, "x"),
    ],
)
def test_the_lane_is_the_chat_or_else_the_user(update: dict[str, Any], lane: str) -> None:
    assert lane_of(update) == lane


_NAMES = st.sampled_from(
    "message edited_message callback_query my_chat_member chat from id type date text caption contact photo"
    " document location venue message_id reply_to_message entities migrate_to_chat_id data user status"
    " old_chat_member new_chat_member first_name phone_number latitude url".split()
)
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=6),
    max_leaves=25,
)


@given(st.dictionaries(_NAMES, _JSON, max_size=3))
@settings(max_examples=400, deadline=None)
def test_no_json_whatsoever_does_worse_than_being_unreadable(update: dict[str, Any]) -> None:
    assert len(lane_of(update)) <= 40
    try:
        incoming = read(update)
    except UnreadableUpdateError:
        return
    assert incoming is None or isinstance(incoming, Incoming)
