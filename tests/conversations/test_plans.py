"""What a tap or a reply reads does not grow with what the workspace holds: no plan goes through all of it."""

from collections.abc import Callable

import pytest

from tests.chat_client import Chat, Office
from tests.plans import watched


def undo(chat: Chat, office: Office) -> None:
    chat.says("/undo")
    chat.taps("Undo")


def for_how_much(chat: Chat, office: Office) -> None:
    chat.says("/quote")
    chat.taps("For how much?")
    chat.says("12k")


def new_deal_instead(chat: Chat, office: Office) -> None:
    chat.says("quote sent 12k")
    chat.says("quote sent 20k")
    chat.taps("New deal instead")


def lost_and_open_again(chat: Chat, office: Office) -> None:
    chat.says("quote sent 12k")
    chat.says("lost, too expensive")
    chat.taps("Undo")


@pytest.mark.parametrize(
    "step", [undo, for_how_much, new_deal_instead, lost_and_open_again], ids=lambda step: step.__name__
)
def test_no_plan_goes_through_a_whole_workspace(
    chat: Chat, office: Office, step: Callable[[Chat, Office], None]
) -> None:
    chat.says("Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de, 40 sensors, call him friday")
    with watched() as plans:
        step(chat, office)
    assert len(plans) > 10
    assert plans.whole() == {}
