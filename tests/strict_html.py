"""Telegram's HTML, read strictly: what the Bot API would refuse fails here."""

import re
from typing import Any

from bot.render import utf16_length

_TAGS = {"b", "i", "u", "s", "code", "pre", "blockquote"}
_TOKEN = re.compile(r"<(/?)([a-z]+)>|&(?:amp|lt|gt|quot);|([<>&])")
_ENTITY = re.compile(r"&(amp|lt|gt|quot);")
_MEANT = {"amp": "&", "lt": "<", "gt": ">", "quot": '"'}


def text_after_entities(html: str) -> str:
    """The text that Telegram shows. Raises AssertionError for broken markup."""
    tags: list[str] = []
    for found in _TOKEN.finditer(html):
        closing, tag, bare = found.groups()
        assert not bare, f"a bare {bare!r} at {found.start()} of {html[:200]!r}"
        if not tag:
            continue
        assert tag in _TAGS, f"unknown tag {tag!r}"
        if closing:
            assert tags and tags.pop() == tag, f"</{tag}> closes nothing in {html[:200]!r}"
        else:
            tags.append(tag)
    assert not tags, f"{tags} stay open in {html[:200]!r}"
    bare_text = re.sub(r"</?[a-z]+>", "", html)
    return _ENTITY.sub(lambda entity: _MEANT[entity.group(1)], bare_text)


def check_body(body: dict[str, Any]) -> str:
    """A message that Telegram would take; its text. Raises AssertionError."""
    text = text_after_entities(body["text"])
    assert text.strip(), "an empty message"
    assert utf16_length(text) <= 4096, f"{utf16_length(text)} units"
    body["text"].encode("utf-8")
    for row in body.get("reply_markup", {}).get("inline_keyboard", []):
        assert row, "an empty row of buttons"
        for button in row:
            assert button["text"].strip() and utf16_length(button["text"]) <= 64
            assert ("url" in button) != ("callback_data" in button)
            assert 1 <= len(button.get("callback_data", "x").encode()) <= 64
    return text
