"""/pipeline and /report in the chat: a picture with the same in words, and numbers one part at a time."""

from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image

from bot.callback import encode
from bot.pictures.funnel import draw
from bot.pictures.paint import DARK, LIGHT
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import MANAGER, TOM
from tests.conversations.test_move import deal, move, open_deal

Person = Callable[..., Chat]


def picture(chat: Chat) -> dict[str, object]:
    body: dict[str, object] = chat.last.body["picture"]
    return body


def test_the_picture_has_a_bar_a_stage_with_count_amount_and_weighted_amount(
    chat: Chat, office: Office
) -> None:
    open_deal(chat, office)
    chat.says("/pipeline")
    bars = picture(chat)["bars"]
    assert isinstance(bars, list) and len(bars) == 5
    quote_sent = bars[2]
    assert (quote_sent["label"], quote_sent["count"]) == ("Quote sent 50 %", "1")
    assert (quote_sent["amount"], quote_sent["weighted"]) == ("€12,400", "€6,200")


def test_the_same_is_said_in_words_for_screen_readers(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    chat.says("/pipeline")
    assert "Quote sent 50 %: 1 · €12,400 · weighted €6,200" in chat.last.text
    assert "⚠️ 1 with a guessed close date" in chat.last.text
    assert "Nothing in New, Qualified, Negotiation, Verbal yes" in chat.last.text
    assert len(chat.last.lines) == 4


def test_light_or_dark_as_the_member_chose_last(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    chat.says("/pipeline")
    assert picture(chat)["dark"] is False
    chat.taps("Dark")
    assert picture(chat)["dark"] is True
    chat.says("/pipeline")
    assert picture(chat)["dark"] is True
    for look in (LIGHT, DARK):
        image = Image.open(BytesIO(draw(picture(chat) | {"dark": look is DARK}))).convert("RGB")
        assert image.width == 1080
        paper = tuple(int(look.paper[i : i + 2], 16) for i in (1, 3, 5))
        found = image.getpixel((5, 5))
        assert isinstance(found, tuple)
        assert all(abs(a - b) < 12 for a, b in zip(found, paper, strict=True))


@pytest.mark.parametrize(
    "bars",
    [
        [],
        [{"label": "x" * 300, "count": "1" * 30, "amount": "9" * 40, "weighted": "1", "size": 0, "part": 0}],
    ],
)
def test_any_numbers_can_be_drawn(bars: list[dict[str, object]]) -> None:
    assert draw({"title": "é" * 200, "subtitle": "", "bars": bars, "dark": False}).startswith(b"\x89PNG")


def test_nothing_in_it_yet_is_said(chat: Chat, office: Office) -> None:
    chat.says("/pipeline")
    assert "No open deals yet" in chat.last.text
    assert "picture" not in chat.last.body


def test_the_forecast_is_weighted_by_close_month_and_guesses_apart(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    chat.says("/pipeline")
    chat.taps("Forecast")
    assert "April 2026: €0 (+ €6,200 with a guessed date)" in chat.last.text


def test_a_manager_sees_the_team_and_a_rep_of_a_private_workspace_only_their_own(
    chat: Chat, private: Office, person: Person
) -> None:
    open_deal(chat, private)
    manager, tom = person(MANAGER), person(TOM)
    manager.says("/pipeline")
    assert "€12,400" in manager.last.text
    tom.says("/pipeline")
    tom.taps_data(encode("pipeline", arg="t"))
    tom.taps_data(encode("forecast", arg="t"))
    tom.says("/report")
    for part in ("sales", "source", "member", "activity"):
        tom.taps_data(encode("report", arg=f"{part}.y"))
    assert all("12,400" not in said.text and "Eva" not in said.text for said in tom.messages)


def test_a_report_of_a_period_one_part_at_a_time(chat: Chat, office: Office, person: Person) -> None:
    open_deal(chat, office)
    move(chat, office, "won")
    manager = person(MANAGER)
    manager.says("/report")
    assert "1 lead" in manager.last.text
    assert "1 became an account (100 %), usually within 1 hour" in manager.last.text
    manager.taps("Won and lost")
    assert "✅ 1 won: €12,400" in manager.last.text
    manager.taps("By member")
    assert "leads → followed up → account → won" in manager.last.text
    assert "Eva: 1 → 100 % (1 h) → 100 % (1 h) → €12,400 (1 h)" in manager.last.text
    manager.taps("By source")
    assert "Without source" in manager.last.text
    manager.taps("Year")
    assert "This year" in manager.last.text
    manager.says("/report kwartaal")
    assert "This quarter" in manager.last.text


def test_what_did_the_fair_bring(chat: Chat, office: Office, person: Person) -> None:
    chat.says("/event Hannover Messe, until Friday")
    open_deal(chat, office)
    manager = person(MANAGER)
    manager.says("/report hannover messe")
    assert "Hannover Messe" in manager.last.text and "1 lead" in manager.last.text
    manager.says("/report Interpack")
    assert "I know no event Interpack" in manager.last.text


def test_lost_ones_are_told_with_why(chat: Chat, office: Office) -> None:
    open_deal(chat, office)
    move(chat, office, "lost")
    chat.taps("Competitor")
    assert deal(office).closed_at is not None
    chat.says("/report")
    chat.taps("Won and lost")
    assert "1 lost: €12,400" in chat.last.text and "Competitor 1" in chat.last.text
