"""Formatted text: HTML into text with entities, and the entities that Telegram finds by itself.

Offsets and lengths count UTF-16 code units, as the Bot API's do; positions in complaints count UTF-8 bytes.
"""

import html
import re
from dataclasses import dataclass
from typing import Any

from bot.simulator.errors import bad_request

Entity = dict[str, Any]

_KIND_OF_TAG = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "span": "spoiler",
    "tg-spoiler": "spoiler",
    "tg-emoji": "custom_emoji",
    "a": "text_link",
    "code": "code",
    "pre": "pre",
    "blockquote": "blockquote",
}
_START_TAG = re.compile(r"<([^\s>]*)((?:[^>\"']|\"[^\"]*\"|'[^']*')*)>")
_END_TAG = re.compile(r"</([^\s>]*)\s*>")
_ATTRIBUTE = re.compile(r"""([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([\w.-]+)))?""")
_CHARACTER = re.compile(r"&(?:#(\d{1,7})|#x([0-9a-fA-F]{1,6})|(lt|gt|amp|quot)\b);?")
_MENTION_OF_USER = re.compile(r"tg://user\?id=(\d+)")

_FOUND_BY_ITSELF = re.compile(
    r"(?P<bot_command>(?<![\w/@.])/[A-Za-z0-9_]{1,64}(?:@\w{3,32})?(?![\w/]))"
    r"|(?P<email>(?<![\w.+-])[\w.+-]+@(?:[\w-]+\.)+[A-Za-z]{2,24}(?!\w))"
    r"|(?P<url>(?<![\w@.])(?:(?:https?://|www\.)[^\s<>\"']+[^\s<>\"'.,;:!?)]"
    r"|(?:[A-Za-z0-9-]+\.)+(?:com|org|net|info|eu|de|nl|be|at|ch|fr|it|es|uk|me|io|app|dev)(?![\w.])(?:/[^\s<>\"']*)?))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z]\w{3,31})"
    r"|(?P<hashtag>(?<!\w)#[^\W\d_]\w*)"
    r"|(?P<phone_number>(?<!\w)\+\d[\d ().-]{6,}\d)"
)


def utf16_length(text: str) -> int:
    """How many UTF-16 code units `text` takes."""
    return len(text) + sum(1 for character in text if character > "\uffff")


@dataclass
class _Open:
    tag: str
    attributes: dict[str, str]
    offset: int


class _HtmlReader:
    """Reads one HTML text; complains like the real server, with the position of the tag."""

    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.parts: list[str] = []
        self.offset = 0
        self.open: list[_Open] = []
        self.entities: list[Entity] = []

    def read(self) -> tuple[str, list[Entity]]:
        for special in re.finditer(r"[<&]", self.source):
            if special.start() < self.position:
                continue
            self._append(self.source[self.position : special.start()])
            self.position = special.start()
            if special.group() == "&":
                self._read_character()
            elif self.source.startswith("</", self.position):
                self._read_end_tag()
            else:
                self._read_start_tag()
        self._append(self.source[self.position :])
        if self.open:
            raise self._error(f'Can\'t find end tag corresponding to start tag "{self.open[-1].tag}"')
        self.entities.sort(key=lambda entity: (entity["offset"], -entity["length"]))
        return "".join(self.parts), self.entities

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.offset += utf16_length(text)

    def _error(self, reason: str) -> Exception:
        return bad_request(f"can't parse entities: {reason}")

    def _here(self) -> str:
        return f"at byte offset {len(self.source[: self.position].encode())}"

    def _read_character(self) -> None:
        match = _CHARACTER.match(self.source, self.position)
        decoded = html.unescape(match.group().rstrip(";") + ";") if match else "&"
        self._append(decoded)
        self.position = match.end() if match else self.position + 1

    def _read_start_tag(self) -> None:
        match = _START_TAG.match(self.source, self.position)
        if match is None:
            raise self._error(f"Unclosed start tag {self._here()}")
        tag = match.group(1).lower()
        if tag not in _KIND_OF_TAG:
            raise self._error(f'Unsupported start tag "{tag}" {self._here()}')
        attributes = {
            name: html.unescape(double or single or token)
            for name, double, single, token in _ATTRIBUTE.findall(match.group(2))
        }
        if tag == "span" and attributes.get("class") != "tg-spoiler":
            raise self._error(f'Tag "span" must have class "tg-spoiler" {self._here()}')
        self.open.append(_Open(tag, attributes, self.offset))
        self.position = match.end()

    def _read_end_tag(self) -> None:
        if not self.open:
            raise self._error(f"Unexpected end tag {self._here()}")
        match = _END_TAG.match(self.source, self.position)
        if match is None:
            raise self._error(f"Unclosed end tag {self._here()}")
        opened, found = self.open[-1], match.group(1).lower()
        if found and found != opened.tag:
            expected = f'expected "</{opened.tag}>", found "</{found}>"'
            raise self._error(f"Unmatched end tag {self._here()}, {expected}")
        self.open.pop()
        self.position = match.end()
        if self.offset > opened.offset:
            self._close(opened)

    def _close(self, opened: _Open) -> None:
        entity: Entity = {"type": _KIND_OF_TAG[opened.tag]}
        entity |= {"offset": opened.offset, "length": self.offset - opened.offset}
        last = self.entities[-1] if self.entities else {}
        covers_last = all(last.get(key) == entity[key] for key in ("offset", "length"))
        language = opened.attributes.get("class", "").removeprefix("language-")
        if opened.tag == "a":
            if not self._link(entity, opened):
                return
        elif opened.tag == "tg-emoji":
            entity["custom_emoji_id"] = opened.attributes.get("emoji-id", "")
        elif opened.tag == "blockquote" and "expandable" in opened.attributes:
            entity["type"] = "expandable_blockquote"
        elif opened.tag == "pre" and covers_last and last["type"] == "code":
            entity |= {"language": last["language"]} if last.get("language") else {}
            self.entities.pop()
        elif opened.tag == "code" and language and self.open and self.open[-1].tag == "pre":
            entity["language"] = language
        self.entities.append(entity)

    def _link(self, entity: Entity, opened: _Open) -> bool:
        text = "".join(self.parts).encode("utf-16-le")[opened.offset * 2 :].decode("utf-16-le")
        target = opened.attributes.get("href") or text
        if user := _MENTION_OF_USER.fullmatch(target):
            entity |= {"type": "text_mention", "user_id": int(user.group(1))}
        elif re.match(r"(?:https?|tg|ton|tonsite)://|mailto:|tel:", target):
            entity["url"] = target
        elif re.match(r"[\w-]+(?:\.[\w-]+)+", target):
            entity["url"] = f"http://{target}"
        else:
            return False
        return True


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Text and entities of `source`; a malformed one raises the server's "can't parse entities: …"."""
    return _HtmlReader(source).read()


def trimmed(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Text without the white space around it, which Telegram cuts off, and the entities moved along."""
    shift = utf16_length(text[: len(text) - len(text.lstrip())])
    text = text.strip()
    whole = utf16_length(text)
    moved = []
    for entity in entities:
        start = max(entity["offset"] - shift, 0)
        end = min(entity["offset"] + entity["length"] - shift, whole)
        if end > start:
            moved.append({**entity, "offset": start, "length": end - start})
    return text, moved


def with_found(text: str, entities: list[Entity]) -> list[Entity]:
    """`entities` plus commands, links, addresses and the like that Telegram marks by itself."""
    taken = [(e["offset"], e["offset"] + e["length"]) for e in entities if e["type"] in _OPAQUE]
    found = list(entities)
    for match in _FOUND_BY_ITSELF.finditer(text):
        start = utf16_length(text[: match.start()])
        length = utf16_length(match.group())
        if not any(start < end and begin < start + length for begin, end in taken):
            found.append({"type": str(match.lastgroup), "offset": start, "length": length})
    return sorted(found, key=lambda entity: (entity["offset"], -entity["length"]))


_OPAQUE = frozenset({"code", "pre", "text_link", "text_mention"})
