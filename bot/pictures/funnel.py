"""The pipeline as a funnel: a bar a stage for the amount, and in it the part that is likely."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from PIL import Image, ImageDraw

from bot.pictures.paint import DARK, LIGHT, WIDTH, Look, as_png, fitting, letters

_EDGE, _HEAD, _ROW, _BAR, _FOOT = 56, 210, 168, 54, 60
_ROUND = 10


@dataclass(frozen=True, slots=True)
class Bar:
    """label: "Negotiation 70 %". count, amount, weighted: as they are shown. size, part: for the lengths, any unit."""

    label: str
    count: str
    amount: str
    weighted: str
    size: int
    part: int


def draw(funnel: Mapping[str, Any]) -> bytes:
    """funnel: {"title", "subtitle", "dark", "bars": [{"label", "count", "amount", "weighted", "size", "part"}, …]}."""
    bars = [Bar(**bar) for bar in funnel["bars"]]
    return draw_funnel(funnel["title"], funnel["subtitle"], bars, DARK if funnel["dark"] else LIGHT)


def draw_funnel(title: str, subtitle: str, bars: Sequence[Bar], look: Look) -> bytes:
    """A PNG, 1080 pixels wide: readable on a phone without zooming."""
    image = Image.new("RGB", (WIDTH, _HEAD + _ROW * len(bars) + _FOOT), look.paper)
    draw = ImageDraw.Draw(image)
    room = WIDTH - 2 * _EDGE
    draw.text((_EDGE, 48), fitting(title, letters(60, bold=True), room), look.ink, letters(60, bold=True))
    draw.text((_EDGE, 130), fitting(subtitle, letters(40), room), look.faint, letters(40))
    most = max((bar.size for bar in bars), default=0)
    for number, bar in enumerate(bars):
        _draw_bar(draw, bar, _HEAD + number * _ROW, most, look)
    return as_png(image)


def _draw_bar(draw: ImageDraw.ImageDraw, bar: Bar, top: int, most: int, look: Look) -> None:
    """Name and count above, the amounts at the right end; a stage without an amount still shows a sliver."""
    room = WIDTH - 2 * _EDGE
    right = f"{bar.amount}"
    font = letters(42, bold=True)
    width = font.getlength(right)
    draw.text((WIDTH - _EDGE - width, top), right, look.ink, font)
    name = fitting(bar.label, letters(42), room - width - 140)
    draw.text((_EDGE, top), name, look.ink, letters(42))
    draw.text((_EDGE + letters(42).getlength(name) + 18, top), bar.count, look.faint, letters(42))
    y = top + 62
    length = max(6, round(room * bar.size / most)) if most else 6
    draw.rounded_rectangle((_EDGE, y, _EDGE + length, y + _BAR), _ROUND, fill=look.bar)
    part = round(length * bar.part / bar.size) if bar.size else 0
    if part > _ROUND:
        draw.rounded_rectangle((_EDGE, y, _EDGE + part, y + _BAR), _ROUND, fill=look.strong)
    said = letters(32)
    inside = part > said.getlength(bar.weighted) + 40
    at: float = _EDGE + 20 if inside else _EDGE + length + 16
    if at + said.getlength(bar.weighted) > WIDTH - _EDGE:
        at = WIDTH - _EDGE - said.getlength(bar.weighted)
    draw.text((at, y + 8), bar.weighted, look.paper if inside else look.faint, said)
