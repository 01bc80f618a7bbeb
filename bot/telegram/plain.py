"""Text that Telegram refused as HTML, as plain text: readable in any case, and short enough."""

import re
from html import unescape

_TAG = re.compile(r"</?[a-zA-Z][^<>]*>")


def to_plain(html: str, limit: int) -> str:
    """Without tags, with entities resolved, at most `limit` UTF-16 units."""
    return cut(unescape(_TAG.sub("", html)), limit)


def cut(text: str, limit: int) -> str:
    """At most `limit` UTF-16 units, as Telegram counts; never half of a character. Ends in "…" where cut."""
    units = text.encode("utf-16-le", "surrogatepass")
    if len(units) <= 2 * limit:
        return text
    return units[: 2 * (limit - 1)].decode("utf-16-le", "ignore") + "…"
