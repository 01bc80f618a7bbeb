"""A card that a tap changes keeps its timeline and the way back to its list."""

import pytest

from tests.chat_client import Chat, Office
from tests.conversations.test_move import open_deal

WAYS = ["Timeline", "◀ List"]


@pytest.fixture
def opened(chat: Chat, office: Office) -> Chat:
    """Anna's deal, opened from /deals."""
    open_deal(chat, office)
    chat.says("/deals")
    chat.taps(chat.last.buttons[0])
    assert ways(chat) == WAYS
    return chat


def ways(chat: Chat) -> list[str]:
    return [button for button in chat.last.buttons if button in WAYS]


def test_after_a_stage_move_and_its_undo(opened: Chat) -> None:
    opened.taps("→ Negotiation 70 %")
    assert ways(opened) == WAYS
    opened.taps("Undo")
    assert ways(opened) == WAYS
    opened.taps("◀ List")
    assert opened.last.lines[0] == "My deals"


@pytest.mark.parametrize("through", [("Stage…", "Verbal yes 90 %"), ("Stage…", "Probability", "40 %")])
def test_after_a_choice(opened: Chat, through: tuple[str, ...]) -> None:
    for label in through:
        opened.taps(label)
    assert ways(opened) == WAYS


@pytest.mark.parametrize(
    "through", [("Edit",), ("Stage…",), ("Stage…", "Probability"), ("Stage…", "Lost 0 %")]
)
def test_back_leads_to_the_card_as_it_was(opened: Chat, through: tuple[str, ...]) -> None:
    before = opened.last.buttons
    for label in through:
        opened.taps(label)
    opened.taps("Back")
    assert opened.last.buttons == before


def test_a_card_that_was_not_opened_has_none(chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, 06 12345678")
    chat.taps("🔥 Hot")
    assert ways(chat) == []
    chat.taps("Edit")
    chat.taps("Back")
    assert ways(chat) == []


def test_what_is_no_list_leads_nowhere(opened: Chat, office: Office) -> None:
    for row in opened.last.keyboard:
        for button in row:
            if button["text"] == "Timeline":
                button["callback_data"] = button["callback_data"].replace("deals~", "undo~")
            if button["text"] == "◀ List":
                button["callback_data"] = "v1:undo:1:0:"
    opened.taps("→ Negotiation 70 %")
    assert ways(opened) == ["Timeline"]
