"""Formatted text is read as Telegram reads it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.simulator.entities import parse_html, trimmed, utf16_length, with_found
from bot.simulator.errors import ApiError


def test_offsets_count_utf16_units_behind_an_emoji() -> None:
    text, entities = parse_html("🔥 <b>Klaus</b>")
    assert text == "🔥 Klaus"
    assert entities == [{"type": "bold", "offset": 3, "length": 5}]


def test_nested_tags_come_outermost_first() -> None:
    _, entities = parse_html("<b>a <i>b</i></b>")
    assert [entity["type"] for entity in entities] == ["bold", "italic"]


def test_only_the_four_named_characters_are_decoded() -> None:
    assert parse_html("&lt;b&gt; &amp; &quot; &euro; &#8364; A & B")[0] == '<b> & " &euro; € A & B'


def test_a_language_of_code_is_kept() -> None:
    _, entities = parse_html('<pre><code class="language-python">x = 1</code></pre>')
    assert entities == [{"type": "pre", "offset": 0, "length": 5, "language": "python"}]


def test_links_with_and_without_scheme_become_links_and_others_plain_text() -> None:
    assert parse_html('<a href="https://x.de/?a=1&amp;b=2">x</a>')[1][0]["url"] == "https://x.de/?a=1&b=2"
    assert parse_html('<a href="x.de">x</a>')[1][0]["url"] == "http://x.de"
    assert parse_html('<a href="nonsense">x</a>') == ("x", [])


@pytest.mark.parametrize(
    ("source", "complaint"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("é<foo>", 'Unsupported start tag "foo" at byte offset 2'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("a < b", "Unclosed start tag at byte offset 2"),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
    ],
)
def test_broken_markup_is_refused_with_the_place(source: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(source)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_white_space_around_is_cut_off_and_entities_move_along() -> None:
    text, entities = trimmed(*parse_html("  <b> bold </b>\n"))
    assert text == "bold"
    assert entities == [{"type": "bold", "offset": 0, "length": 4}]


def test_telegram_finds_commands_links_and_addresses_by_itself() -> None:
    text = "/start@my_bot see www.bosch.de or k.berger@bosch.com, +49 40 2345678 #fair @klaus_b"
    found = [
        (entity["type"], text[entity["offset"] :][: entity["length"]]) for entity in with_found(text, [])
    ]
    assert found == [
        ("bot_command", "/start@my_bot"),
        ("url", "www.bosch.de"),
        ("email", "k.berger@bosch.com"),
        ("phone_number", "+49 40 2345678"),
        ("hashtag", "#fair"),
        ("mention", "@klaus_b"),
    ]


def test_nothing_is_found_inside_code() -> None:
    text, entities = parse_html("<code>/start</code> /help")
    assert [entity["offset"] for entity in with_found(text, entities)] == [0, 7]


@given(st.text(st.sampled_from("<>/&;\"'= abi🔥é\n"), max_size=40))
def test_any_text_is_either_refused_or_has_entities_within_it(source: str) -> None:
    try:
        text, entities = trimmed(*parse_html(source))
    except ApiError as refused:
        assert refused.description.startswith("Bad Request: can't parse entities: ")
        return
    for entity in with_found(text, entities):
        assert 0 <= entity["offset"] < entity["offset"] + entity["length"] <= utf16_length(text)
