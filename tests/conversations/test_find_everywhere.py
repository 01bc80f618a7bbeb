"""/find among all blocks: what is found says what it is, and opens."""

from collections.abc import Callable

from bot.callback import encode
from crm.models import Contact
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, TOM
from tests.office_deals import an_account

Person = Callable[..., Chat]


def test_what_is_found_says_what_it_is(chat: Chat) -> None:
    an_account(chat)
    chat.says("Otto Kern, Bosch Rexroth, otto@kern.de")
    chat.says("/find rexroth")
    assert chat.last.buttons == [
        "Account: Bosch Rexroth",
        "Contact: Klaus Berger · Bosch Rexroth",
        "Deal: ⚠️ Sensors · Bosch Rexroth · €12,400",
        "Otto Kern · Bosch Rexroth",
    ]
    for label in list(chat.last.buttons):
        chat.taps(label)
        assert "Edit" in chat.last.buttons
        chat.taps("◀ List")


def test_a_converted_lead_is_found_as_what_it_became(chat: Chat) -> None:
    an_account(chat, deal="")
    chat.says("/find klaus berger")
    assert chat.last.lines[0] == "Klaus Berger"
    assert "Send contact" in chat.last.buttons


def test_an_address_finds_only_who_has_it(chat: Chat) -> None:
    an_account(chat)
    chat.says("Klaus Meier, Klaus und Co, meier@klaus.de")
    chat.says("/find klaus@bosch.com")
    assert chat.last.lines[0] == "Klaus Berger"


def test_a_number_finds_the_contact(chat: Chat) -> None:
    an_account(chat)
    chat.says("/find 040 2345678")
    assert "Send contact" in chat.last.buttons or "Contact: Klaus Berger · Bosch Rexroth" in chat.last.buttons


def test_all_words_in_one_row_keep_out_rows_with_some_of_them(chat: Chat) -> None:
    an_account(chat)
    chat.says("Otto Kern, Bosch Rexroth, otto@kern.de")
    chat.says("/find otto rexroth")
    assert chat.last.lines[0] == "Otto Kern · Bosch Rexroth"


def test_a_rep_of_a_private_workspace_finds_nothing_of_a_colleague(
    private: Office, chat: Chat, person: Person
) -> None:
    an_account(chat)
    tom = person(TOM, "Tom")
    for query in ("rexroth", "klaus berger", "sensors", "klaus@bosch.com", "+49402345678"):
        tom.says(f"/find {query}")
        assert "Nobody found" in tom.last.text


def test_of_ones_own_account_a_colleagues_contact_is_found_listed_and_read(
    private: Office, chat: Chat, person: Person
) -> None:
    """Klaus becomes Tom's; the account stays Eva's."""
    an_account(chat, deal="")
    with private.database.begin() as session:
        klaus = session.query(Contact).one().id
    mia, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    mia.says("/find klaus berger")
    mia.taps("Edit")
    mia.taps("Give to…")
    mia.taps("Tom")
    for said in ("klaus brger", "klaus@bosch.com", "040 2345678"):
        chat.says(f"/find {said}")
        assert "Klaus Berger" in chat.last.text + " ".join(chat.last.buttons), said
    chat.says("/contacts")
    assert chat.last.buttons[0] == "Klaus Berger · Bosch Rexroth (Tom)"
    chat.taps(chat.last.buttons[0])
    assert chat.last.lines[0] == "Klaus Berger"
    chat.taps("Timeline")
    assert "Klaus Berger · Bosch Rexroth" in chat.last.text
    chat.taps_data(encode("forget-yes", klaus))
    assert chat.asks("not-yours-to-forget")
    tom.says("/contacts")
    assert tom.last.buttons[0] == "Klaus Berger · Bosch Rexroth"
    tom.says("/accounts")
    assert not any("Bosch" in button for button in tom.last.buttons)
    mia.says("/find bosch rexroth")
    mia.taps("Account: Bosch Rexroth")
    mia.taps("Edit")
    mia.taps("Give to…")
    mia.taps("Olga")
    chat.says("/find klaus berger")
    assert "Nobody found" in chat.last.text
    chat.says("/contacts")
    assert not any("Klaus" in button for button in chat.last.buttons)
    for verb in ("open", "forget-yes"):
        chat.taps_data(encode(verb, klaus))
        assert chat.is_told("gone")
