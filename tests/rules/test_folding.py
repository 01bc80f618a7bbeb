"""Text for search and comparison."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.folding import fold, one_letter_deletions, phone_digits, words

from .examples import property_test

small_words = st.text(string.ascii_lowercase[:4], min_size=1, max_size=8)


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Klaus Berger", "klaus berger"),
        ("  Müller—Groß  ", "muller gross"),
        ("STRASSE Straße", "strasse strasse"),
        ("Søren Ærø", "soren aero"),
        ("Łukasz Żółć", "lukasz zolc"),
        ("Đorđe Þór Œuvre", "dorde thor oeuvre"),
        ("İstanbul ılık", "istanbul ilik"),
        ("O'Neil-Smith, Jr.", "o neil smith jr"),
        ("Ｂｏｓｃｈ ① ﬁn", "bosch 1 fin"),
        ("🔥 hot ❤️", "hot"),
        ("soft\u00adhyphen", "softhyphen"),
        ("\u202eאבג", "אבג"),
        ("Ελλάδα", "ελλαδα"),
        ("हिन्दी", "हिनदी"),
        ("41.2%", "41 2"),
        ("", ""),
        ("…!?", ""),
    ],
)
def test_text_without_case_accents_and_punctuation(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_words_keep_their_order_and_repetitions() -> None:
    assert words("Baden-Baden: the Bäder") == ("baden", "baden", "the", "bader")


@property_test
@given(st.text())
def test_folding_twice_changes_nothing(text) -> None:
    assert fold(fold(text)) == fold(text)


@property_test
@given(st.text())
def test_case_does_not_matter(text) -> None:
    assert fold(text.casefold()) == fold(text)


@property_test
@given(st.text(), st.text())
def test_words_of_two_texts_are_the_words_of_each(one, other) -> None:
    assert words(f"{one} {other}") == words(one) + words(other)


@property_test
@given(st.text(st.characters(max_codepoint=127)))
def test_plain_and_accented_ways_agree_on_ascii(text) -> None:
    assert fold(f"{text} é") == f"{fold(text)} e".strip()


@property_test
@given(st.text())
def test_a_folded_text_has_single_spaces_and_none_around(text) -> None:
    assert fold(text) == " ".join(fold(text).split())


def test_deletions_are_the_word_without_each_of_its_letters() -> None:
    assert one_letter_deletions("anna") == {"nna", "ana", "ann"}
    assert one_letter_deletions("a") == set()


@st.composite
def typos(draw: st.DrawFn) -> tuple[str, str]:
    word = draw(small_words)
    at = draw(st.integers(0, len(word) - 1))
    letter = draw(st.sampled_from(string.ascii_lowercase))
    wrong = draw(
        st.sampled_from(
            [
                word[:at] + word[at + 1 :],
                word[:at] + letter + word[at:],
                word[:at] + letter + word[at + 1 :],
                word[:at] + word[at + 1 : at + 2] + word[at] + word[at + 2 :],
            ]
        )
    )
    return word, wrong


@property_test
@given(typos())
def test_a_word_and_its_single_typo_meet_in_their_deletions(typo) -> None:
    word, wrong = typo
    if len(word) > 1 and len(wrong) > 1:
        assert ({word} | one_letter_deletions(word)) & ({wrong} | one_letter_deletions(wrong))


@property_test
@given(small_words)
def test_deletions_are_one_letter_shorter_and_at_most_as_many_as_letters(word) -> None:
    deletions = one_letter_deletions(word)
    assert len(deletions) <= len(word)
    assert all(len(deletion) == len(word) - 1 for deletion in deletions)


@pytest.mark.parametrize(
    ("phone", "digits"),
    [("+31612345678", "31612345678"), ("+49 (40) 234-56", "494023456"), ("٠٦١٢", "0612"), ("²", "")],
)
def test_of_a_phone_number_only_the_digits_remain(phone: str, digits: str) -> None:
    assert phone_digits(phone) == digits
