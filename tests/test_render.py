"""Rendering: the one place that escapes, cuts, and formats dates and money."""

from datetime import date, time
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat import Bold, Button, Day, Joined, Reply
from bot.render import MESSAGE_LIMIT, as_html, clip, render, utf16_length
from crm.money import Money


def plain(markup: str) -> str:
    """The text that Telegram would show; fails on a tag that is not closed."""
    open_tags: list[str] = []
    parts: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(self, tag: str, attrs: object) -> None:
            open_tags.append(tag)

        def handle_endtag(self, tag: str) -> None:
            assert open_tags.pop() == tag

        def handle_data(self, data: str) -> None:
            parts.append(data)

    reader = Reader(convert_charrefs=True)
    reader.feed(markup)
    reader.close()
    assert not open_tags
    return "".join(parts)


@given(st.lists(st.text(min_size=1, max_size=3000), min_size=1, max_size=6))
def test_whatever_a_user_typed_is_valid_markup_within_the_limit(lines: list[str]) -> None:
    body = render(Reply(tuple(Bold(line) for line in lines)), "en")
    assert 0 < utf16_length(body["text"]) <= MESSAGE_LIMIT
    plain(body["text"])


@given(st.text(alphabet=st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=200))
def test_a_users_text_is_shown_as_typed(text: str) -> None:
    assert plain(as_html(text, "en")) == text


@given(st.text(max_size=200), st.integers(2, 50))
def test_clip_keeps_the_limit_in_utf16_units(text: str, limit: int) -> None:
    assert utf16_length(clip(text, limit)) <= limit


@given(st.text(max_size=300))
def test_a_button_label_fits(text: str) -> None:
    body = render(Reply(("x",), ((Button(text, "v1:a:1:0:"),),)), "en")
    label = body["reply_markup"]["inline_keyboard"][0][0]["text"]
    assert 0 < utf16_length(label) <= 60


@pytest.mark.parametrize(
    ("language", "shown"), [("en", "Fri 24 Apr 10:00"), ("nl", "vr 24 apr 10:00"), ("de", "Fr 24.4. 10:00")]
)
def test_dates_are_written_as_the_member_writes_them(language: str, shown: str) -> None:
    assert as_html(Day(date(2026, 4, 24), time(10)), language) == shown


@pytest.mark.parametrize(("language", "shown"), [("en", "€12,000"), ("nl", "€ 12.000"), ("de", "12.000 €")])
def test_money_is_written_as_the_member_writes_it(language: str, shown: str) -> None:
    assert as_html(Money(1_200_000, "EUR"), language) == shown


def test_cents_are_shown_where_there_are_some() -> None:
    assert as_html(Money(1_250, "GBP"), "en") == "£12.50"


def test_empty_parts_leave_no_separator() -> None:
    assert as_html(Joined((None, "a", "", "b")), "en") == "a · b"
