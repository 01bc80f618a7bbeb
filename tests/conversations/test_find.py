"""/find: one hit opens the card, several make a list; and only what somebody may see."""

from collections.abc import Callable

import pytest
from sqlalchemy import update

from bot.callback import encode
from crm.models import Inbox, Lead
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]

KLAUS = "Klaus Berger, Bosch Rexroth GmbH, klaus.berger@bosch.de, 040 2345678"


def meet(chat: Chat, *messages: str) -> None:
    """Far enough apart that none of them continues the one before."""
    for message in messages:
        chat.office.clock.move(minutes=11)
        chat.says(message)


@pytest.mark.parametrize(
    "query",
    [
        "Klaus Berger",
        "berger",
        "rexroth",
        "klaus.berger@bosch.de",
        "040 2345678",
        "+49 (0)40 234 56 78",
        "Bergr",
    ],
)
def test_one_hit_opens_the_card(chat: Chat, query: str) -> None:
    meet(chat, KLAUS, "Anna de Vries, Philips, 06 12345678")
    chat.says(f"/find {query}")
    assert chat.last.lines[0] == "Klaus Berger · Bosch Rexroth GmbH"
    assert "Timeline" in chat.last.buttons


def test_several_hits_are_a_list_that_leads_back(chat: Chat) -> None:
    meet(chat, "Anna de Vries, Philips, anna@philips.com", "Jan Smit, Philips, jan@philips.com")
    chat.says("/find philips")
    assert chat.last.buttons == ["Jan Smit · Philips", "Anna de Vries · Philips"]
    chat.taps("Anna de Vries · Philips")
    assert chat.last.lines[0] == "Anna de Vries · Philips"
    chat.taps("◀ List")
    assert chat.last.buttons == ["Jan Smit · Philips", "Anna de Vries · Philips"]


def test_many_hits_are_paged(chat: Chat) -> None:
    names = (
        "Ada Byron",
        "Bob Cole",
        "Cas Dirks",
        "Dora Smit",
        "Ed Fynn",
        "Fay Groot",
        "Gijs Hart",
        "Hal Ives",
    )
    meet(chat, *(f"{name}, Philips, {name.split()[0].lower()}@philips.com" for name in names))
    chat.says("/find philips")
    assert len([b for b in chat.last.buttons if "Philips" in b]) == 6
    chat.taps("▶")
    assert chat.last.buttons == ["Bob Cole · Philips", "Ada Byron · Philips", "◀"]
    chat.taps("◀")
    assert "Hal Ives · Philips" in chat.last.buttons


def test_nobody_found_says_what_to_try(chat: Chat) -> None:
    chat.says("/find zzyzx")
    assert "Nobody found for “zzyzx”" in chat.last.text


def test_find_without_a_name_asks_for_one(chat: Chat) -> None:
    meet(chat, KLAUS, "Karl Berger, Siemens, karl@siemens.com")
    chat.says("/find")
    assert chat.asks("ask-find")
    chat.says("berger")
    assert len([b for b in chat.last.buttons if "Berger" in b]) == 2
    chat.taps("Klaus Berger · Bosch Rexroth GmbH")
    chat.taps("◀ List")
    assert len([b for b in chat.last.buttons if "Berger" in b]) == 2


def test_a_search_whose_message_was_purged_has_passed(chat: Chat, office: Office) -> None:
    meet(chat, KLAUS, "Karl Berger, Siemens, karl@siemens.com")
    chat.says("/find berger")
    chat.taps("Klaus Berger · Bosch Rexroth GmbH")
    with office.database.begin() as session:
        session.execute(update(Inbox).values(payload=""))
    chat.taps("◀ List")
    assert office.toasts == ["That has passed"]


def test_a_rep_of_a_private_workspace_finds_only_their_own(
    private: Office, chat: Chat, person: Person
) -> None:
    tom = person(TOM, "Tom")
    meet(tom, KLAUS)
    chat.says("/find klaus")
    assert "Nobody found" in chat.last.text
    tom.says("/find klaus")
    assert "Klaus Berger" in tom.last.text


def test_an_opened_card_is_not_shown_to_who_may_not_see_it(
    private: Office, chat: Chat, person: Person
) -> None:
    tom = person(TOM, "Tom")
    meet(tom, KLAUS)
    with private.database.begin() as session:
        lead = session.query(Lead).one()
    for verb, arg in (("open", ""), ("timeline", "0~"), ("timeline", "")):
        chat.says("/leads")
        chat.taps_data(encode(verb, lead.id, arg=arg))
        assert chat.is_told("gone")


@pytest.mark.parametrize(
    "back", ["x" * 40, "leads~1~" + "m" * 30, "undo~1~", "leads~~", "é~1~m", "leads~1~m.a.0~"]
)
def test_a_forged_way_back_does_no_harm(chat: Chat, office: Office, back: str) -> None:
    meet(chat, KLAUS)
    with office.database.begin() as session:
        lead = session.query(Lead).one()
    chat.taps_data(encode("open", lead.id, arg=back))
    assert chat.last.lines[0] == "Klaus Berger · Bosch Rexroth GmbH"
    chat.taps_data(encode("timeline", lead.id, arg=f"9~{back}"[:30]))
    assert chat.last.lines[0] == "Klaus Berger · Bosch Rexroth GmbH"


def test_a_colleagues_search_cannot_be_turned_over(chat: Chat, office: Office, person: Person) -> None:
    meet(chat, KLAUS, "Karl Berger, Siemens, karl@siemens.com")
    chat.says("/find berger")
    chat.taps("Klaus Berger · Bosch Rexroth GmbH")
    back = chat.last.data_of("◀ List")
    tom = person(TOM, "Tom")
    tom.says("/leads")
    tom.taps_data(back)
    assert office.toasts == ["That has passed"]


@pytest.mark.parametrize("ask", ["/find Zwartjes", "/find"])
def test_nobody_found_is_no_dead_end(chat: Chat, ask: str) -> None:
    chat.says(ask)
    if ask == "/find":
        chat.says("Zwartjes")
    assert chat.last.buttons == ["New lead"]
    chat.taps("New lead")
    assert chat.asks("lead-ask-organisation") or chat.asks("lead-ask-phone")
