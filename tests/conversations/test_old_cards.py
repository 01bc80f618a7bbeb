"""Replies to the old cards of a lead that has converted, and their buttons: they land on what it became."""

from collections.abc import Callable

import pytest

from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Account, Activity, Contact, FollowUp, Lead, Opportunity
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import TOM
from tests.conversations.test_quote import KLAUS, quotes, rows, two_open

Person = Callable[..., Chat]


@pytest.fixture
def old(chat: Chat) -> Shown:
    """The card of the capture; since then the lead has converted by a quote."""
    chat.says(KLAUS)
    card = chat.last
    chat.says("/quote 12.4k")
    return card


def latest(office: Office) -> Activity:
    entry: Activity = rows(office, Activity)[-1]
    return entry


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("wants a brochure by post this week", ActivityKind.NOTE),
        ("called him, spoke", ActivityKind.CALL),
        ("contract signed", ActivityKind.CONTRACT),
    ],
)
def test_a_reply_lands_on_the_contact_and_its_one_open_opportunity(
    chat: Chat, office: Office, old: Shown, words: str, kind: ActivityKind
) -> None:
    chat.says(words, reply_to=old.message_id)
    (contact,), (account,), (opportunity,) = (rows(office, kind) for kind in (Contact, Account, Opportunity))
    entry = next(a for a in rows(office, Activity) if a.kind is kind)
    assert (entry.lead_id, entry.contact_id, entry.account_id, entry.opportunity_id) == (
        None,
        contact.id,
        account.id,
        opportunity.id,
    )


@pytest.mark.parametrize("amount", ["15k", "€ 15.000", "15k euro"])
def test_an_amount_is_that_of_the_one_open_opportunity(
    chat: Chat, office: Office, old: Shown, amount: str
) -> None:
    chat.says(amount, reply_to=old.message_id)
    assert chat.last.lines[1] == "Value: €12,400 → €15,000"
    assert [deal.value_minor for deal in rows(office, Opportunity)] == [1_500_000]
    chat.taps("Undo")
    assert [deal.value_minor for deal in rows(office, Opportunity)] == [1_240_000]


def test_of_a_colleagues_opportunity_an_amount_is_a_note(
    chat: Chat, office: Office, old: Shown, person: Person
) -> None:
    tom = person(TOM, "Tom")
    tom.says("/find klaus")
    tom.says("15k", reply_to=tom.last.message_id)
    assert [deal.value_minor for deal in rows(office, Opportunity)] == [1_240_000]
    assert latest(office).kind is ActivityKind.NOTE


@pytest.mark.parametrize(
    "words",
    [
        "she does not want a call",
        "call not needed",
        "kan niet voor mei",
        "ze wil niet bellen",
        "kann nicht vor Mai",
    ],
)
def test_what_is_not_wanted_renames_nobody(chat: Chat, office: Office, old: Shown, words: str) -> None:
    chat.says(words, reply_to=old.message_id)
    assert [contact.name for contact in rows(office, Contact)] == ["Klaus Berger"]
    assert (latest(office).kind, latest(office).text) == (ActivityKind.NOTE, words)


def test_its_buttons_do_too(chat: Chat, office: Office, old: Shown) -> None:
    (contact,), (opportunity,) = rows(office, Contact), rows(office, Opportunity)
    log, when = old.data_of("Log"), old.data_of("When")
    chat.taps("Note", on=old)
    chat.says("he likes blue")
    assert (latest(office).contact_id, latest(office).opportunity_id) == (contact.id, opportunity.id)
    chat.taps_data(log, old)
    chat.taps("Spoke", on=old)
    assert latest(office).kind is ActivityKind.CALL and latest(office).contact_id == contact.id
    chat.taps_data(when, old)
    chat.taps("Tomorrow", on=old)
    (step,) = rows(office, FollowUp)
    assert (step.lead_id, step.contact_id, step.opportunity_id) == (None, contact.id, opportunity.id)


def test_the_lead_itself_stays_as_it_was(chat: Chat, office: Office, old: Shown) -> None:
    before = rows(office, Lead)[0]
    chat.says("k.berger@boschrexroth.de", reply_to=old.message_id)
    chat.taps("🔥 Hot", on=old)
    after = rows(office, Lead)[0]
    assert (after.name, after.hot, after.rev) == (before.name, before.hot, before.rev)


def test_undo_of_the_conversion_then_names_the_entry(chat: Chat, office: Office, old: Shown) -> None:
    result = chat.last
    chat.says("likes blue, and a brochure by post", reply_to=old.message_id)
    chat.taps("Undo", on=result)
    assert "Not undone. Since then: 1 entry" in chat.last.text
    assert len(rows(office, Account)) == 1


def test_of_several_open_opportunities_one_tap_says_which(chat: Chat, office: Office) -> None:
    second = two_open(chat, office)
    chat.says("called Klaus, spoke")
    assert latest(office).opportunity_id is None
    chat.taps(next(label for label in chat.last.buttons if "€900" in label))
    call = next(a for a in rows(office, Activity) if a.kind is ActivityKind.CALL)
    assert call.opportunity_id == second
    assert len(quotes(office)) == 1


def test_of_which_it_is_about_says_only_who_wrote_it(chat: Chat, office: Office, person: Person) -> None:
    two_open(chat, office)
    chat.says("called Klaus, spoke")
    data = next(chat.last.data_of(label) for label in chat.last.buttons if "€900" in label)
    tom = person(TOM, "Tom")
    tom.says("/help")
    tom.taps_data(data)
    chat.taps_data(data.rpartition(":")[0] + ":" + to_base36(rows(office, Lead)[0].id))
    chat.taps_data(data.rpartition(":")[0] + ":new")
    chat.taps_data(data.rpartition(":")[0] + ":~~")
    assert latest(office).opportunity_id is None
