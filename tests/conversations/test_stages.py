"""The owner shapes the pipeline in chat; reports have a currency of their own."""

from collections.abc import Callable
from decimal import Decimal

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import LostReason, Rate, Stage, Workspace
from crm.money import Money
from crm.store.rates import rates_of
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import OWNER, TOM
from tests.conversations.test_move import deal, open_deal, stage

Person = Callable[..., Chat]


@pytest.fixture
def owner(person: Person) -> Chat:
    return person(OWNER)


def names(office: Office) -> list[str]:
    with office.database.begin() as session:
        rows = session.scalars(select(Stage).where(Stage.deleted_at.is_(None)).order_by(Stage.position))
        return [row.name or row.standard for row in rows]


def test_the_owner_renames_a_stage(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Negotiation 70 %")
    owner.taps("Rename")
    owner.says("Haggling")
    assert names(office)[3] == "Haggling"
    owner.taps("Undo")
    assert names(office)[3] == "negotiation"


def test_the_owner_reorders_stages_but_won_and_lost_stay_at_the_end(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Qualified 25 %")
    owner.taps("▲")
    assert names(office)[:2] == ["qualified", "new"]
    owner.taps_data(encode("stage-do", stage(office, "won").id, 1, "up"))
    assert names(office)[-2:] == ["won", "lost"]


def test_the_owner_adds_a_stage_before_won(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Add stage")
    owner.says("Legal check")
    assert names(office)[-3:] == ["Legal check", "won", "lost"]


def test_the_owner_sets_10_to_90_percent_for_open_ones(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("New 10 %")
    owner.taps("Probability")
    owner.taps("30 %")
    assert stage(office, "new").probability == 30
    for forged in ("p0", "p5", "p95", "p100"):
        owner.taps_data(encode("stage-do", stage(office, "new").id, 1, forged))
    owner.taps_data(encode("stage-do", stage(office, "won").id, 1, "p50"))
    assert (stage(office, "new").probability, stage(office, "won").probability) == (30, 100)


def test_after_how_many_days_a_stage_goes_stale(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("New 10 %")
    owner.taps("Stale after…")
    owner.says("soon")
    owner.says("7")
    assert stage(office, "new").stale_days == 7


def test_removing_a_stage_moves_what_is_in_it(chat: Chat, owner: Chat, office: Office) -> None:
    open_deal(chat, office)
    owner.says("/stages")
    owner.taps("Quote sent 50 %")
    owner.taps("Remove…")
    assert "1 deal is in it" in owner.last.text
    owner.taps("Negotiation")
    assert "quote-sent" not in names(office)
    assert (deal(office).stage_id, deal(office).probability) == (stage(office, "negotiation").id, 70)


def test_an_empty_stage_goes_at_once_and_comes_back_by_undo(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Qualified 25 %")
    owner.taps("Remove…")
    assert "qualified" not in names(office)
    owner.taps("Undo")
    assert "qualified" in names(office)


def test_undo_of_a_removed_stage_shows_the_stages_and_says_which_deals_are_back(
    chat: Chat, owner: Chat, office: Office
) -> None:
    open_deal(chat, office)
    owner.says("/stages")
    owner.taps("Quote sent 50 %")
    owner.taps("Remove…")
    owner.taps("Negotiation")
    owner.taps("Undo")
    assert owner.last.lines == ["Undone: the stages · 1 deal is back", "Stages", "Tap one to change it"]
    assert "Quote sent 50 %" in owner.last.buttons
    assert deal(office).stage_id == stage(office, "quote-sent").id


def test_undo_of_any_change_shows_the_list_again(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Qualified 25 %")
    owner.taps("▲")
    owner.taps("Undo")
    assert owner.last.lines == ["Undone: the stages", "Stages", "Tap one to change it"]
    owner.taps("Reasons for losing")
    owner.taps("– Price")
    owner.taps("Undo")
    assert owner.last.lines == ["Undone: the stages", "Reasons for losing", "Tap one to take it off the list"]
    assert "– Price" in owner.last.buttons


def test_reasons_for_losing_are_the_companys_own(owner: Chat, office: Office) -> None:
    owner.says("/stages")
    owner.taps("Reasons for losing")
    owner.taps("– Price")
    owner.taps("Add reason")
    owner.says("No reference")
    with office.database.begin() as session:
        there = session.scalars(select(LostReason).where(LostReason.deleted_at.is_(None))).all()
        said = {reason.name or reason.standard for reason in there}
        assert "No reference" in said and "price" not in said


@pytest.mark.parametrize("user", [TOM])
def test_only_an_owner_shapes_it(person: Person, owner: Chat, office: Office, user: int) -> None:
    owner.says("/stages")
    before = names(office)
    rep = person(user)
    rep.says("/stages")
    assert "Negotiation 70 %" in rep.last.text and not rep.last.buttons
    for verb, arg in (("stage-do", "up"), ("stage-do", "remove"), ("stage-do", "p90"), ("stage", "")):
        rep.taps_data(encode(verb, stage(office, "qualified").id, 1, arg))
    with office.database.begin() as session:
        reason = session.scalars(select(LostReason).limit(1)).one()
    rep.taps_data(encode("lost-reason", reason.id))
    rep.taps_data(encode("stage-do", arg="add"))
    rep.says("/currency USD")
    assert names(office) == before
    with office.database.begin() as session:
        assert session.scalars(select(Workspace)).one().currency is None
        assert session.scalars(select(LostReason).where(LostReason.deleted_at.is_not(None))).all() == []


def test_one_reporting_currency_with_rates_set_by_the_owner(owner: Chat, office: Office) -> None:
    owner.says("/currency USD 0,92")
    assert "1 USD = 0.92 EUR" in owner.last.text
    owner.says("/currency usd 0.9")
    with office.database.begin() as session:
        workspace = session.scalars(select(Workspace)).one()
        rates = rates_of(session, workspace)
        assert rates.of == {"USD": Decimal("0.9")}
        assert rates.in_own(Money(1001, "USD")) == Money(901, "EUR")
        assert rates.in_own(Money(1000, "CHF")) is None
        assert len(session.scalars(select(Rate)).all()) == 1
    owner.says("/currency CHF")
    with office.database.begin() as session:
        workspace = session.scalars(select(Workspace)).one()
        assert (workspace.currency, rates_of(session, workspace).of) == ("CHF", {})


@pytest.mark.parametrize(
    "said", ["/currency EURO", "/currency EUR one", "/currency EUR -1", "/currency EUR 1e99"]
)
def test_what_is_no_currency_or_rate_is_said_kindly(owner: Chat, office: Office, said: str) -> None:
    owner.says(said)
    assert "Try /currency" in owner.last.text
