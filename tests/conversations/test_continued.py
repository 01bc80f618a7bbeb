"""A message right after the card of a contact, an account or a deal goes on about it; one tap makes it a lead of its own."""

from collections.abc import Callable
from datetime import date

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.models import Activity, Contact, FollowUp, Lead, Member, Opportunity, Reach, Tagging
from crm.usecases.convert_lead import Converted
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM
from tests.office_deals import a_deal, an_account, rows_of

Person = Callable[..., Chat]
BLOCKS = ["contact", "account", "opportunity"]


def at_hand(chat: Chat, on: str) -> Converted:
    """Klaus of Bosch Rexroth with one deal; the card of one of them is shown."""
    done = an_account(chat)
    chat.says("/help")
    opened(chat, id_of(done, on))
    return done


def id_of(done: Converted, on: str) -> int:
    assert done.contact is not None and done.opportunity is not None
    return {"contact": done.contact, "account": done.account, "opportunity": done.opportunity}[on].id


def opened(chat: Chat, id: int) -> None:
    chat.taps_data(encode("open", id))


def notes(office: Office) -> list[str]:
    return [row.text for row in rows_of(office, Activity) if row.kind is ActivityKind.NOTE]


def reaches(office: Office, on: str) -> set[str]:
    return {row.value for row in rows_of(office, Reach) if getattr(row, f"{on}_id") is not None}


@pytest.mark.parametrize("on", BLOCKS)
@pytest.mark.parametrize("words", ["friday 10:00", "vrijdag 10:00", "Freitag 10:00", "call him friday 10:00"])
def test_a_time_is_the_next_step_there(chat: Chat, office: Office, on: str, words: str) -> None:
    done = at_hand(chat, on)
    chat.says(words)
    (step,) = rows_of(office, FollowUp)
    assert getattr(step, f"{on}_id") == id_of(done, on)
    assert chat.last.lines[0] == f"Added: {words}"
    assert chat.last.buttons == ["New lead", "Undo"]
    chat.taps("Undo")
    assert rows_of(office, FollowUp) == [] and words not in notes(office)


def test_a_bare_day_after_a_deal_is_when_it_closes(chat: Chat, office: Office) -> None:
    at_hand(chat, "opportunity")
    chat.says("1 May")
    (deal,) = rows_of(office, Opportunity)
    assert (deal.close_day, deal.close_guessed) == (date(2026, 5, 1), False)
    assert rows_of(office, FollowUp) == []
    chat.taps("Undo")
    (deal,) = rows_of(office, Opportunity)
    assert deal.close_guessed


@pytest.mark.parametrize("on", BLOCKS)
def test_an_amount_is_that_of_the_only_open_deal(chat: Chat, office: Office, on: str) -> None:
    at_hand(chat, on)
    chat.says("15k")
    (deal,) = rows_of(office, Opportunity)
    assert (deal.value_minor, deal.currency) == (1_500_000, "EUR")
    assert chat.last.buttons == ["New lead", "Undo"]
    chat.taps("Undo")
    assert rows_of(office, Opportunity)[0].value_minor == 1_240_000


def test_with_several_deals_an_amount_is_only_noted(chat: Chat, office: Office) -> None:
    done = at_hand(chat, "account")
    a_deal(chat, done.account.id, "Valves")
    chat.says("15k")
    assert {deal.value_minor for deal in rows_of(office, Opportunity)} == {1_240_000, None}
    assert "15k" in notes(office)


@pytest.mark.parametrize(
    ("on", "holds"), [("contact", "contact"), ("account", "account"), ("opportunity", "contact")]
)
@pytest.mark.parametrize(
    ("words", "value"),
    [("k.berger@boschrexroth.de", "k.berger@boschrexroth.de"), ("06 12345678", "+31612345678")],
)
def test_an_address_or_a_number_is_added_and_replaces_none(
    chat: Chat, office: Office, on: str, holds: str, words: str, value: str
) -> None:
    at_hand(chat, on)
    before = reaches(office, holds)
    chat.says(words)
    assert reaches(office, holds) == before | {value}
    assert len(rows_of(office, Lead)) == 1
    chat.says(f"/find {words}")
    assert "Bosch Rexroth" in chat.last.text or any("Bosch Rexroth" in label for label in chat.last.buttons)


def test_an_address_is_taken_back(chat: Chat, office: Office) -> None:
    at_hand(chat, "contact")
    before = reaches(office, "contact")
    chat.says("k.berger@boschrexroth.de")
    chat.taps("Undo")
    assert reaches(office, "contact") == before


@pytest.mark.parametrize("on", [*BLOCKS, "lead"])
def test_tags_are_put_on_it(chat: Chat, office: Office, on: str) -> None:
    if on == "lead":
        chat.says("Anna de Vries, Philips, anna@philips.com")
    else:
        at_hand(chat, on)
    chat.says("#vip #key-account")
    assert len(rows_of(office, Tagging)) == 2
    assert chat.last.lines[0] == "Added: #vip #key-account"
    assert "#vip" not in notes(office)
    chat.taps("Undo")
    assert rows_of(office, Tagging) == []


def test_a_wish_is_a_note_there_and_one_tap_makes_it_a_lead_of_its_own(chat: Chat, office: Office) -> None:
    at_hand(chat, "contact")
    chat.says("and a demo too, 06 12345678")
    assert "and a demo too, 06 12345678" in notes(office)
    chat.taps("New lead")
    assert notes(office).count("and a demo too, 06 12345678") == 0
    assert len(rows_of(office, Lead)) == 2
    assert "+31612345678" not in reaches(office, "contact")


@pytest.mark.parametrize("on", BLOCKS)
def test_somebody_new_is_a_lead_all_the_same(chat: Chat, office: Office, on: str) -> None:
    at_hand(chat, on)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    assert len(rows_of(office, Lead)) == 2


@pytest.mark.parametrize("on", BLOCKS)
def test_ten_minutes_later_it_is_no_continuation(chat: Chat, office: Office, on: str) -> None:
    at_hand(chat, on)
    office.clock.move(minutes=11)
    chat.says("anna@philips.com")
    assert len(rows_of(office, Lead)) == 2 and "anna@philips.com" not in reaches(office, "contact")


@pytest.mark.parametrize("words", ["#vip", "k.berger@boschrexroth.de", "15k"])
def test_what_a_colleague_holds_is_not_changed(
    chat: Chat, office: Office, person: Person, words: str
) -> None:
    done = at_hand(chat, "contact")
    tom = person(TOM, "Tom")
    tom.says("/help")
    opened(tom, id_of(done, "contact"))
    tom.says(words)
    assert rows_of(office, Tagging) == []
    assert "k.berger@boschrexroth.de" not in reaches(office, "contact")
    assert rows_of(office, Opportunity)[0].value_minor == 1_240_000


@pytest.mark.parametrize("removed", [False, True])
def test_what_nobody_else_sees_is_not_added_to(
    chat: Chat, office: Office, private: Office, person: Person, removed: bool
) -> None:
    done = at_hand(chat, "contact")
    tom = person(TOM, "Tom")
    tom.says("/help")
    with office.database.begin() as session:
        member = session.scalars(select(Member).where(Member.user_id == TOM)).one()
        member.last_shown_id, member.last_shown_at = id_of(done, "contact"), office.clock()
        member.removed_at = office.clock() if removed else None
    before = notes(office)
    tom.says("k.berger@boschrexroth.de")
    assert notes(office) == before
    assert all("Klaus" not in shown.text for shown in tom.messages)
    assert len(rows_of(office, Contact)) == 1
