"""An opportunity moves on: one tap a stage; lost asks why, won for the amount; nothing is overwritten silently."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Visibility
from crm.capture.draft import ActivityKind
from crm.ids import to_base36
from crm.models import Activity, Lead, LostReason, Member, Opportunity, Stage, StageKind, Workspace
from crm.money import Money
from crm.store.members import Who
from crm.store.stages import stages_of
from crm.store.work import start_work
from crm.usecases.log_quote import log_quote
from crm.usecases.move_stage import StageLabel, read_move
from tests.chat_client import Chat, Office
from tests.clock import START
from tests.conversation_fixtures import EVA, OWNER, TOM
from tests.factories import next_id

Person = Callable[..., Chat]


def open_deal(chat: Chat, office: Office, amount: int | None = 1_240_000) -> int:
    """The id of Anna's opportunity, in "Quote sent"."""
    chat.says("Anna de Vries, Philips, 06 12345678")
    with office.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        holder = session.get(Member, (lead.workspace_id, lead.holder_id))
        workspace = session.get(Workspace, lead.workspace_id)
        assert holder is not None and workspace is not None
        quoted = log_quote(
            start_work(session, START, next_id, next_id(), holder.id),
            Who(holder, workspace),
            lead,
            ActivityKind.QUOTE,
            happened_at=START,
            value=Money(amount, "EUR") if amount else None,
        )
        assert quoted.opportunity is not None
        return quoted.opportunity.id


def deal(office: Office) -> Opportunity:
    with office.database.begin() as session:
        return session.scalars(select(Opportunity)).one()


def stage(office: Office, word: str) -> Stage:
    with office.database.begin() as session:
        return session.scalars(select(Stage).where(Stage.standard == word)).one()


def move(chat: Chat, office: Office, word: str = "") -> None:
    arg = to_base36(stage(office, word).id) if word else ""
    chat.taps_data(encode("move", deal(office).id, deal(office).rev, arg))


def test_all_stages_are_offered_but_its_own(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    move(chat, office)
    assert "Quote sent 50 %" not in chat.last.buttons
    assert {"New 10 %", "Negotiation 70 %", "Won 100 %", "Lost 0 %", "Probability"} <= set(chat.last.buttons)


def test_one_tap_moves_it_on_with_its_probability_and_stands_on_the_timeline(
    chat: Chat, office: Office, person: Person
) -> None:
    open_deal(chat, office)
    move(chat, office, "negotiation")
    assert (deal(office).stage_id, deal(office).probability) == (stage(office, "negotiation").id, 70)
    assert "Undo" in chat.last.buttons
    with office.database.begin() as session:
        moves = session.scalars(select(Activity.text).where(Activity.kind == ActivityKind.STAGE)).all()
    expected = (StageLabel(standard="quote-sent"), StageLabel(standard="negotiation"))
    assert expected in [read_move(move) for move in moves]
    owner = person(OWNER)
    owner.says("/help")
    owner.taps_data(encode("timeline", deal(office).id))
    assert "Stage: Quote sent → Negotiation" in owner.last.text
    chat.taps("Undo")
    assert deal(office).stage_id == stage(office, "quote-sent").id


def test_lost_needs_a_reason(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    move(chat, office, "lost")
    assert deal(office).closed_at is None
    chat.taps("Competitor")
    lost = deal(office)
    assert (lost.probability, lost.lost_words) == (0, None)
    with office.database.begin() as session:
        reason = session.get(LostReason, (lost.workspace_id, lost.lost_reason_id or 0))
        assert reason is not None and reason.standard == "competitor"


def test_another_reason_needs_words(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    move(chat, office, "lost")
    chat.taps("Other…")
    assert deal(office).closed_at is None
    chat.says("they merged with Bosch")
    assert deal(office).lost_words == "they merged with Bosch"
    assert "they merged with Bosch" in chat.last.text


def test_won_asks_for_the_amount_if_there_is_none(chat: Chat, office: Office) -> None:
    open_deal(chat, office, amount=None)
    move(chat, office, "won")
    assert deal(office).closed_at is None
    chat.says("rather a lot")
    assert deal(office).closed_at is None
    chat.says("15k")
    won = deal(office)
    assert (won.value_minor, won.currency, won.probability) == (1_500_000, "EUR", 100)
    assert won.closed_at is not None and not won.close_guessed


def test_a_won_one_with_an_amount_is_won_by_one_tap(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    move(chat, office, "won")
    assert deal(office).closed_at is not None


def test_a_probability_set_by_hand_stays_until_the_stage_changes(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    chat.taps_data(encode("percent", deal(office).id, deal(office).rev))
    chat.taps("80 %")
    assert (deal(office).probability, deal(office).probability_by_hand) == (80, True)
    move(chat, office, "negotiation")
    assert (deal(office).probability, deal(office).probability_by_hand) == (70, False)


@pytest.mark.parametrize("forged", ["0", "5", "95", "100", "999", "x"])
def test_no_probability_outside_its_bounds(chat: Chat, office: Office, forged: str) -> None:
    open_deal(chat, office)
    chat.taps_data(encode("percent", deal(office).id, deal(office).rev, forged))
    assert deal(office).probability == 50


def test_a_second_tap_does_nothing_and_a_stale_one_is_told(
    chat: Chat, office: Office, person: Person
) -> None:
    opportunity_id = open_deal(chat, office)
    rev = deal(office).rev
    data = encode("move", opportunity_id, rev, to_base36(stage(office, "negotiation").id))
    chat.taps_data(data)
    once = deal(office).rev
    chat.taps_data(data)
    assert deal(office).rev == once
    owner = person(OWNER)
    owner.says("/help")
    owner.taps_data(encode("move", opportunity_id, rev, to_base36(stage(office, "verbal-yes").id)))
    assert deal(office).stage_id == stage(office, "negotiation").id


def test_a_colleague_may_not_move_it(chat: Chat, office: Office, person: Person) -> None:
    opportunity_id = open_deal(chat, office)
    tom = person(TOM)
    tom.says("/help")
    for verb, arg in (("move", "won"), ("move", "lost"), ("percent", "80")):
        arg = to_base36(stage(office, arg).id) if verb == "move" else arg
        tom.taps_data(encode(verb, opportunity_id, deal(office).rev, arg))
        assert (deal(office).stage_id, deal(office).probability) == (stage(office, "quote-sent").id, 50)


def test_in_a_private_workspace_a_colleague_does_not_even_see_it(
    chat: Chat, private: Office, person: Person
) -> None:
    opportunity_id = open_deal(chat, private)
    tom = person(TOM)
    tom.says("/help")
    tom.taps_data(encode("move", opportunity_id, 1))
    assert all("Philips" not in said.text for said in tom.messages[1:])


def test_another_workspace_cannot_reach_it(chat: Chat, office: Office) -> None:
    opportunity_id = open_deal(chat, office)
    with office.database.begin() as session:
        here = session.scalars(select(Workspace)).one()
        assert here.visibility is Visibility.OPEN
        assert stages_of(session, here.id + 1) == []
        assert session.get(Opportunity, (here.id + 1, opportunity_id)) is None


def test_every_standard_pipeline_ends_in_won_and_lost(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    with office.database.begin() as session:
        stages = stages_of(session, deal(office).workspace_id)
    assert [(s.standard, s.probability) for s in stages] == [
        ("new", 10),
        ("qualified", 25),
        ("quote-sent", 50),
        ("negotiation", 70),
        ("verbal-yes", 90),
        ("won", 100),
        ("lost", 0),
    ]
    assert [s.kind for s in stages[-2:]] == [StageKind.WON, StageKind.LOST]


def test_one_that_opens_again_is_to_close_when_it_was(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    expected = deal(office).close_day
    for word in ("lost", "won"):
        office.clock.move(days=3)
        move(chat, office, word)
        if word == "lost":
            chat.taps("Price")
        assert deal(office).close_day < expected and not deal(office).close_guessed
        move(chat, office, "negotiation")
        assert (deal(office).close_day, deal(office).close_guessed) == (expected, True)
    assert "closes Thu 9 Apr (guess)" in chat.last.text


def test_from_lost_to_won_and_back_it_still_knows_its_day(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    with office.database.begin() as session:
        session.scalars(select(Opportunity)).one().close_guessed = False
    expected = deal(office).close_day
    office.clock.move(days=3)
    move(chat, office, "won")
    office.clock.move(days=3)
    move(chat, office, "lost")
    chat.taps("Price")
    move(chat, office, "negotiation")
    assert (deal(office).close_day, deal(office).close_guessed) == (expected, False)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "⚠️ was to close Thu 9 Apr"),
        ("nl", "⚠️ zou sluiten do 9 apr"),
        ("de", "⚠️ Abschluss war Do 9.4."),
    ],
)
def test_a_day_to_close_that_has_passed_is_flagged(
    chat: Chat, office: Office, person: Person, language: str, line: str
) -> None:
    opportunity_id = open_deal(chat, office)
    chat.taps_data(encode("open", opportunity_id))
    assert "⚠️ was to close" not in chat.last.text
    office.clock.move(days=31)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    eva = person(EVA, "Eva", language)
    eva.taps_data(encode("open", opportunity_id))
    assert line in eva.last.text.replace("\u00a0", " ")
    move(chat, office, "won")
    assert line not in eva.last.text.replace("\u00a0", " ")
