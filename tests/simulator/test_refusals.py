"""Refusals come with the status and in the words of the real server: the application decides by them."""

import json
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from bot.simulator.people import Person
from bot.simulator.running import Running
from bot.simulator.world import World
from tests.simulator.pictures import png


class Caller:
    """Calls methods with plain HTTP and gives the whole answer."""

    def __init__(self, server: Running) -> None:
        self.base = f"{server.base_url}{server.world.token}"
        self.client = httpx.Client(verify=False)

    def __call__(self, method: str, files: Any = None, **arguments: Any) -> dict[str, Any]:
        form = {k: json.dumps(v) if isinstance(v, dict | list) else v for k, v in arguments.items()}
        answer: dict[str, Any] = self.client.post(f"{self.base}/{method}", data=form, files=files).json()
        return answer

    def refusal(self, method: str, files: Any = None, **arguments: Any) -> str:
        answer = self(method, files, **arguments)
        assert not answer["ok"]
        return str(answer["description"])


@pytest.fixture
def call(server: Running) -> Iterator[Caller]:
    caller = Caller(server)
    with caller.client:
        yield caller


def keys(**button: str) -> dict[str, Any]:
    return {"inline_keyboard": [[{"text": "x", **button}]]}


def test_a_wrong_token_is_unauthorized(server: Running) -> None:
    response = httpx.get(f"{server.base_url}1:wrong/getMe")
    assert response.status_code == 401
    assert response.json() == {"ok": False, "error_code": 401, "description": "Unauthorized"}


def test_an_unknown_method_is_not_found(call: Caller) -> None:
    assert call("getWeather") == {
        "ok": False,
        "error_code": 404,
        "description": "Not Found: method not found",
    }


def test_method_names_are_read_without_regard_to_case(call: Caller) -> None:
    assert call("GETME")["ok"]


@pytest.mark.parametrize(
    ("arguments", "description"),
    [
        ({"text": "x" * 4097}, "Bad Request: message is too long"),
        ({"text": ""}, "Bad Request: message text is empty"),
        ({"text": " \n "}, "Bad Request: text must be non-empty"),
        ({"text": "<b></b>", "parse_mode": "HTML"}, "Bad Request: text must be non-empty"),
        (
            {"text": "<x>", "parse_mode": "HTML"},
            'Bad Request: can\'t parse entities: Unsupported start tag "x" at byte offset 0',
        ),
        ({"text": "x", "chat_id": 17}, "Bad Request: chat not found"),
        ({"text": "x", "chat_id": ""}, "Bad Request: chat_id is empty"),
        ({"text": "x", "reply_markup": keys(callback_data="é" * 33)}, "Bad Request: BUTTON_DATA_INVALID"),
        (
            {"text": "x", "reply_markup": keys()},
            "Bad Request: can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        ),
        (
            {"text": "x", "reply_markup": keys(url="not a link")},
            "Bad Request: inline keyboard button URL 'not a link' is invalid: wrong HTTP URL",
        ),
        ({"text": "x", "reply_markup": "{"}, "Bad Request: can't parse reply keyboard markup JSON object"),
        (
            {"text": "x", "reply_parameters": {"message_id": 99}},
            "Bad Request: message to be replied not found",
        ),
        ({"text": "x", "message_thread_id": 3}, "Bad Request: message thread not found"),
    ],
)
def test_a_message_that_cannot_be_sent(
    call: Caller, rosa: Person, arguments: dict[str, Any], description: str
) -> None:
    assert call.refusal("sendMessage", **{"chat_id": rosa.id, **arguments}) == description
    assert rosa.messages == []


def test_the_length_counts_what_is_left_after_parsing(call: Caller, rosa: Person) -> None:
    text = f"<b>{'x' * 4096}</b>"
    assert call("sendMessage", chat_id=rosa.id, text=text, parse_mode="HTML")["ok"]


def test_64_bytes_of_callback_data_are_taken(call: Caller, rosa: Person) -> None:
    assert call("sendMessage", chat_id=rosa.id, text="x", reply_markup=keys(callback_data="é" * 32))["ok"]


def test_a_reply_to_a_missing_message_is_sent_where_that_is_allowed(call: Caller, rosa: Person) -> None:
    reply = {"message_id": 99, "allow_sending_without_reply": True}
    answer = call("sendMessage", chat_id=rosa.id, text="x", reply_parameters=reply)
    assert "reply_to_message" not in answer["result"]


def test_an_edit_that_changes_nothing_is_refused(call: Caller, rosa: Person) -> None:
    markup = keys(callback_data="1")
    sent = call("sendMessage", chat_id=rosa.id, text="x", reply_markup=markup)["result"]
    target = {"chat_id": rosa.id, "message_id": sent["message_id"]}
    same = call.refusal("editMessageText", **target, text="x", reply_markup=markup)
    assert same.startswith("Bad Request: message is not modified: specified new message content")
    assert call("editMessageText", **target, text="x")["ok"], "the keyboard goes away, which is a change"
    assert call.refusal("editMessageReplyMarkup", **target).startswith("Bad Request: message is not modified")


def test_what_cannot_be_edited(call: Caller, rosa: Person) -> None:
    own = rosa.says("mine")
    gone = {"chat_id": rosa.id, "message_id": 99, "text": "y"}
    assert call.refusal("editMessageText", **gone) == "Bad Request: message to edit not found"
    foreign = {"chat_id": rosa.id, "message_id": own.id, "text": "y"}
    assert call.refusal("editMessageText", **foreign) == "Bad Request: message can't be edited"
    file = call("sendDocument", {"document": ("a.txt", b"x")}, chat_id=rosa.id)["result"]
    no_text = {"chat_id": rosa.id, "message_id": file["message_id"], "text": "y"}
    assert (
        call.refusal("editMessageText", **no_text) == "Bad Request: there is no text in the message to edit"
    )


def test_what_cannot_be_deleted(call: Caller, rosa: Person) -> None:
    missing = call.refusal("deleteMessage", chat_id=rosa.id, message_id=99)
    assert missing == "Bad Request: message to delete not found"
    old = call("sendMessage", chat_id=rosa.id, text="x")["result"]["message_id"]
    rosa.world.skip(49 * 3600)
    refusal = call.refusal("deleteMessage", chat_id=rosa.id, message_id=old)
    assert refusal == "Bad Request: message can't be deleted for everyone"


def test_a_tap_can_be_answered_until_it_is_too_old(call: Caller, rosa: Person) -> None:
    call("sendMessage", chat_id=rosa.id, text="x", reply_markup=keys(callback_data="1"))
    tap = rosa.taps(rosa.answers[-1], "x")
    assert call("answerCallbackQuery", callback_query_id=tap.id, text="ok")["ok"]
    assert tap.answer == {"text": "ok", "show_alert": False}
    rosa.world.skip(rosa.world.tap_lifetime + 1)
    too_old = "Bad Request: query is too old and response timeout expired or query ID is invalid"
    assert call.refusal("answerCallbackQuery", callback_query_id=tap.id) == too_old
    assert call.refusal("answerCallbackQuery", callback_query_id="made up") == too_old


def test_a_person_who_blocked_the_bot_gets_nothing_until_they_unblock_it(call: Caller, rosa: Person) -> None:
    rosa.blocks_bot()
    answer = call("sendMessage", chat_id=rosa.id, text="x")
    assert (answer["error_code"], answer["description"]) == (403, "Forbidden: bot was blocked by the user")
    rosa.unblocks_bot()
    assert call("sendMessage", chat_id=rosa.id, text="x")["ok"]


def test_the_bot_cannot_write_first(call: Caller, world: World) -> None:
    stranger = world.add_user("Sam", started=False)
    refusal = call.refusal("sendMessage", chat_id=stranger.id, text="x")
    assert refusal == "Forbidden: bot can't initiate conversation with a user"
    stranger.starts("invited")
    assert call("sendMessage", chat_id=stranger.id, text="x")["ok"]


def test_a_group_that_became_a_supergroup_names_its_new_id(call: Caller, rosa: Person) -> None:
    group = rosa.world.add_group("Sales", [rosa])
    assert call("sendMessage", chat_id=group.id, text="x")["ok"]
    upgraded = group.becomes_supergroup()
    answer = call("sendMessage", chat_id=group.id, text="x")
    assert answer["description"] == "Bad Request: group chat was upgraded to a supergroup chat"
    assert answer["parameters"] == {"migrate_to_chat_id": upgraded.id}
    assert call("sendMessage", chat_id=upgraded.id, text="x")["result"]["message_id"] == 2


def test_a_group_that_threw_the_bot_out_refuses(call: Caller, rosa: Person) -> None:
    group = rosa.world.add_group("Sales", [rosa], supergroup=True)
    group.removes_bot()
    refusal = call.refusal("sendMessage", chat_id=group.id, text="x")
    assert refusal == "Forbidden: bot was kicked from the supergroup chat"


def test_files_that_cannot_be_sent_or_read(call: Caller, rosa: Person) -> None:
    assert call.refusal("sendDocument", chat_id=rosa.id) == "Bad Request: there is no document in the request"
    unknown = call.refusal("sendDocument", chat_id=rosa.id, document="nonsense")
    assert unknown == "Bad Request: wrong file identifier/HTTP URL specified"
    empty = call.refusal("sendDocument", {"document": ("a.txt", b"")}, chat_id=rosa.id)
    assert empty == "Bad Request: file must be non-empty"
    broken = call.refusal("sendPhoto", {"photo": ("a.png", b"no picture")}, chat_id=rosa.id)
    assert broken == "Bad Request: IMAGE_PROCESS_FAILED"
    big = rosa.sends_document(b"x" * (20 * 1024 * 1024 + 1), "big.bin")
    refusal = call.refusal("getFile", file_id=big.payload["document"]["file_id"])
    assert refusal == "Bad Request: file is too big"


def test_a_known_file_is_sent_again_by_its_id(call: Caller, rosa: Person) -> None:
    first = call("sendPhoto", {"photo": ("a.png", png(200, 100))}, chat_id=rosa.id)["result"]["photo"]
    assert [(size["width"], size["height"]) for size in first] == [(90, 45), (200, 100)]
    again = call("sendPhoto", chat_id=rosa.id, photo=first[-1]["file_id"])["result"]["photo"]
    assert again == first[-1:]


def test_arguments_are_taken_as_json_form_multipart_and_query(server: Running, rosa: Person) -> None:
    url = f"{server.base_url}{server.world.token}/sendMessage"
    given = {"chat_id": str(rosa.id), "text": "hi"}
    httpx.post(url, json={"chat_id": rosa.id, "text": "hi"})
    httpx.post(url, data=given)
    httpx.post(url, data=given, files={"unused": b""})
    httpx.get(url, params=given)
    assert [message.text for message in rosa.answers] == ["hi"] * 4
    broken = httpx.post(url, content=b"{", headers={"content-type": "application/json"})
    assert broken.status_code == 400


def test_commands_are_kept_per_scope_and_language(call: Caller, world: World) -> None:
    call("setMyCommands", commands=[{"command": "help", "description": "Help"}])
    call("setMyCommands", commands=[{"command": "/help", "description": "Hulp"}], language_code="nl")
    assert call("getMyCommands", language_code="nl")["result"][0]["description"] == "Hulp"
    assert call("getMyCommands", language_code="de")["result"] == []
    assert [world.profile.commands_for(code)[0]["description"] for code in ("nl", "de")] == ["Hulp", "Help"]
    refusal = call.refusal("setMyCommands", commands=[{"command": "Ä", "description": "x"}])
    assert refusal == "Bad Request: BOT_COMMAND_INVALID"
