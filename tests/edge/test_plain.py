"""Text that Telegram refused as HTML."""

import pytest

from bot.telegram.plain import cut, to_plain


@pytest.mark.parametrize(
    ("html", "plain"),
    [
        ("<b>Klaus</b> &amp; Co &lt;x&gt;", "Klaus & Co <x>"),
        ("3 < 4 and <b>open", "3 < 4 and open"),
        ('<a href="https://a.b">Bosch</a>', "Bosch"),
    ],
)
def test_markup_goes_and_words_stay(html: str, plain: str) -> None:
    assert to_plain(html, 100) == plain


def test_length_counts_as_telegram_counts() -> None:
    assert cut("🔥" * 5, 10) == "🔥" * 5
    assert cut("🔥" * 6, 10) == "🔥" * 4 + "…"
    assert cut("abc", 3) == "abc"
    assert cut("abcd", 3) == "ab…"
