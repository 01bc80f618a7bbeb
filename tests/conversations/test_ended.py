"""Won and lost in words: the deal at hand moves; several are asked; nothing moves for what only sounds like it."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Activity, FollowUp, Inbox, LostReason, Member, Opportunity, Stage, StageKind
from crm.money import Money
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM
from tests.factories import add_member, add_workspace
from tests.office_deals import EURO_12400, a_deal, an_account, rows_of

Person = Callable[..., Chat]
OTTO = 700


def speaks(office: Office, chat: Chat, language: str) -> None:
    with office.database.begin() as session:
        for member in session.scalars(select(Member)):
            member.language = language
    chat.language = language


def opened(chat: Chat, id: int) -> None:
    chat.taps_data(encode("open", id))


def at_hand(chat: Chat, on: str = "opportunity", value: Money | None = EURO_12400) -> None:
    """Klaus of Bosch Rexroth with a deal, and one card of them shown."""
    done = an_account(chat, value=value)
    chat.says("/help")
    if value is None:
        deal = a_deal(chat, done.account.id, "Sensors")
    else:
        assert done.opportunity is not None
        deal = done.opportunity
    assert done.contact is not None
    opened(chat, {"opportunity": deal.id, "contact": done.contact.id, "account": done.account.id}[on])


def stage(office: Office) -> str:
    (deal,) = rows_of(office, Opportunity)
    return stage_of(office, deal)


def stage_of(office: Office, deal: Opportunity) -> str:
    with office.database.begin() as session:
        found = session.get_one(Stage, (deal.workspace_id, deal.stage_id))
        return found.standard if found.kind is not StageKind.OPEN else "open"


def reason(office: Office) -> str | None:
    (deal,) = rows_of(office, Opportunity)
    with office.database.begin() as session:
        found = session.get(LostReason, (deal.workspace_id, deal.lost_reason_id or 0))
        return (found.name or found.standard) if found is not None else None


def notes(office: Office) -> list[str]:
    return [row.text for row in rows_of(office, Activity) if row.kind is ActivityKind.NOTE]


@pytest.mark.parametrize("on", ["opportunity", "contact", "account"])
@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "won"),
        ("en", "we won it"),
        ("nl", "gewonnen!"),
        ("nl", "deal is rond"),
        ("de", "Auftrag gewonnen"),
    ],
)
def test_won_right_after_a_card_wins_its_deal_and_undo_opens_it_again(
    chat: Chat, office: Office, language: str, words: str, on: str
) -> None:
    speaks(office, chat, language)
    at_hand(chat, on)
    chat.says(words)
    assert stage(office) == "won"
    assert chat.asks("deal-won")
    chat.taps({"en": "Undo", "nl": "Ongedaan maken", "de": "Rückgängig"}[language])
    assert stage(office) == "open" and notes(office) == []


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "lost, too expensive"),
        ("nl", "verloren, te duur"),
        ("de", "verloren, zu teuer"),
    ],
)
def test_lost_takes_its_reason_from_the_words_and_keeps_them(
    chat: Chat, office: Office, language: str, words: str
) -> None:
    speaks(office, chat, language)
    at_hand(chat)
    chat.says(words)
    assert (stage(office), reason(office), notes(office)) == ("lost", "price", [words])
    chat.taps({"en": "Undo", "nl": "Ongedaan maken", "de": "Rückgängig"}[language])
    assert (stage(office), reason(office), notes(office)) == ("open", None, [])


def test_a_reason_of_the_companys_own_is_found_first(chat: Chat, office: Office) -> None:
    at_hand(chat)
    (deal,) = rows_of(office, Opportunity)
    with office.database.begin() as session:
        own = LostReason(workspace_id=deal.workspace_id, id=office.ids(), name="Delivery time", position=9)
        session.add(own)
    chat.says("lost, too expensive and the delivery time too long")
    assert reason(office) == "Delivery time"


def test_without_a_known_reason_it_is_asked_and_the_words_are_kept(chat: Chat, office: Office) -> None:
    at_hand(chat)
    chat.says("lost, they merged with Bosch")
    assert chat.asks("ask-lost-reason") and stage(office) == "open"
    asked, data = chat.last, chat.last.data_of("Competitor")
    chat.taps("Competitor")
    assert (stage(office), reason(office)) == ("lost", "competitor")
    assert notes(office) == ["lost, they merged with Bosch"]
    chat.taps_data(data, asked)
    assert len(notes(office)) == 1
    chat.taps("Undo", on=asked)
    assert (stage(office), notes(office)) == ("open", [])


def test_another_reason_is_what_was_said(chat: Chat, office: Office) -> None:
    at_hand(chat)
    chat.says("lost, they merged with Bosch")
    chat.taps("Other…")
    (deal,) = rows_of(office, Opportunity)
    assert deal.lost_words == "they merged with Bosch"


def test_another_reason_that_was_not_said_is_asked(chat: Chat, office: Office) -> None:
    at_hand(chat)
    chat.says("lost")
    chat.taps("Other…")
    assert chat.asks("ask-lost-words")
    chat.says("they merged")
    (deal,) = rows_of(office, Opportunity)
    assert (deal.lost_words, stage(office)) == ("they merged", "lost")


def test_won_asks_for_the_amount_where_there_is_none(chat: Chat, office: Office) -> None:
    at_hand(chat, value=None)
    chat.says("won!")
    assert chat.asks("ask-won-amount")
    chat.says("15k")
    (deal,) = rows_of(office, Opportunity)
    assert (stage(office), deal.value_minor) == ("won", 1_500_000)


def test_won_for_an_amount_asks_nothing_and_what_else_was_said_is_kept(chat: Chat, office: Office) -> None:
    at_hand(chat, value=None)
    chat.says("won 15k! kickoff on Monday")
    (deal,) = rows_of(office, Opportunity)
    assert (stage(office), deal.value_minor, deal.currency) == ("won", 1_500_000, "EUR")
    assert notes(office) == ["won 15k! kickoff on Monday"]
    assert [step.opportunity_id for step in rows_of(office, FollowUp)] == [deal.id]


def test_a_reply_to_an_old_card_wins_its_deal(chat: Chat, office: Office) -> None:
    at_hand(chat)
    card = chat.last
    office.clock.move(hours=30)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("gewonnen!", reply_to=card.message_id)
    assert stage(office) == "won"


def test_won_is_said_twice(chat: Chat, office: Office) -> None:
    at_hand(chat)
    chat.says("won")
    chat.says("won!")
    assert stage(office) == "won" and "Sensors" in chat.last.text


@pytest.mark.parametrize(
    ("was", "words", "becomes"),
    [("won", "lost, too expensive", "lost"), ("lost, too expensive", "won", "won")],
)
def test_a_deal_that_ended_otherwise_ends_anew_only_by_a_tap(
    chat: Chat, office: Office, was: str, words: str, becomes: str
) -> None:
    at_hand(chat)
    chat.says(was)
    card = chat.last
    before = stage(office)
    chat.says(words, reply_to=card.message_id)
    assert stage(office) == before != becomes
    assert chat.asks(f"ended-after-all-{becomes}")
    chat.taps(next(label for label in chat.last.buttons if "Sensors" in label))
    assert stage(office) == becomes


def test_a_deal_that_ended_otherwise_may_get_the_words_as_a_note(chat: Chat, office: Office) -> None:
    at_hand(chat)
    chat.says("won")
    chat.says("lost, too expensive")
    chat.taps(next(label for label in chat.last.buttons if label.startswith("Note on")))
    assert stage(office) == "won" and notes(office) == ["lost, too expensive"]


def test_with_several_open_deals_it_is_asked_which_and_once(chat: Chat, office: Office) -> None:
    at_hand(chat, "account")
    done = rows_of(office, Opportunity)[0]
    a_deal(chat, done.account_id, "Valves", Money(300_000, "EUR"))
    chat.says("lost, too expensive")
    asked = chat.last
    assert chat.asks("ended-which-lost")
    label = next(label for label in asked.buttons if "Valves" in label)
    data = asked.data_of(label)
    other = asked.data_of(next(label for label in asked.buttons if "Sensors" in label))
    chat.taps_data(data)
    chat.taps_data(other, asked)
    assert {deal.name: stage_of(office, deal) for deal in rows_of(office, Opportunity)} == {
        "Sensors": "open",
        "Valves": "lost",
    }
    assert reason_of(office, "Valves") == "price"


def reason_of(office: Office, name: str) -> str:
    deal = next(deal for deal in rows_of(office, Opportunity) if deal.name == name)
    with office.database.begin() as session:
        return session.get_one(LostReason, (deal.workspace_id, deal.lost_reason_id or 0)).standard


def test_long_after_any_card_it_is_asked_which_of_ones_own(chat: Chat, office: Office) -> None:
    at_hand(chat)
    office.clock.move(minutes=11)
    chat.says("won!")
    assert chat.asks("ended-which-won") and stage(office) == "open"
    chat.taps("Search again")
    chat.says("sens")
    chat.taps(next(label for label in chat.last.buttons if "Sensors" in label))
    assert stage(office) == "won"


def test_without_any_deal_it_is_unclear_as_before(chat: Chat, office: Office) -> None:
    chat.says("won!")
    assert chat.asks("unclear")


@pytest.mark.parametrize(
    ("words", "offered"), [("won!", "Convert"), ("lost, too expensive", "Disqualified…")]
)
def test_after_a_lead_without_a_deal_what_is_sensible_is_offered(
    chat: Chat, office: Office, words: str, offered: str
) -> None:
    chat.says("Klaus Berger, Bosch Rexroth, klaus@boschrexroth.de")
    chat.says(words)
    assert chat.asks("ended-none")
    assert chat.last.buttons == [offered, "Note on Klaus Berger", "Ignore"]
    note = chat.last.data_of("Note on Klaus Berger")
    chat.taps(offered)
    chat.taps_data(note)
    assert notes(office) == [words]


@pytest.mark.parametrize(
    "words", ["not won yet", "want to win", "lost his card", "won?", "nog niet gewonnen"]
)
def test_what_only_sounds_like_it_moves_nothing(chat: Chat, office: Office, words: str) -> None:
    at_hand(chat)
    chat.says(words)
    assert stage(office) == "open"
    chat.says(words, reply_to=chat.messages[1].message_id)
    assert stage(office) == "open"


@pytest.mark.parametrize("words", ["signed", "contract signed", "getekend", "unterschrieben"])
def test_signed_logs_the_contract_as_the_command_does(chat: Chat, office: Office, words: str) -> None:
    at_hand(chat, "contact")
    chat.says(words)
    contracts = [row for row in rows_of(office, Activity) if row.kind is ActivityKind.CONTRACT]
    assert len(contracts) == 1 and stage(office) == "won"


@pytest.mark.parametrize("who", ["rep", "removed", "elsewhere"])
def test_nobody_else_ends_it(chat: Chat, office: Office, private: Office, person: Person, who: str) -> None:
    at_hand(chat)
    (deal,) = rows_of(office, Opportunity)
    chat.says("lost")
    data = chat.last.data_of("Price")
    with office.database.begin() as session:
        turn = session.scalars(select(Inbox.id).order_by(Inbox.id.desc())).first() or 0
    if who == "elsewhere":
        with office.database.begin() as session:
            add_member(session, add_workspace(session), user_id=OTTO, chat_id=OTTO, name="Otto")
    other = person(OTTO if who == "elsewhere" else TOM, "Other")
    other.says("won!")
    if who == "removed":
        with office.database.begin() as session:
            session.scalars(select(Member).where(Member.user_id == TOM)).one().removed_at = office.clock()
    for forged in (data, encode("ended", deal.id, arg=to_base36(turn)), encode("ended-search", arg="zz")):
        other.taps_data(forged)
        other.says("won!")
    assert stage(office) == "open"
    assert all("Sensors" not in shown.text for shown in other.messages)


def test_a_colleague_of_an_open_office_sees_it_but_does_not_end_it(
    chat: Chat, office: Office, person: Person
) -> None:
    at_hand(chat)
    (deal,) = rows_of(office, Opportunity)
    tom = person(TOM, "Tom")
    tom.says("/help")
    opened(tom, deal.id)
    tom.says("won!")
    tom.says("lost, too expensive")
    assert stage(office) == "open"
