"""Paper, ink and letters: the two looks that a picture comes in, and text that fits."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from io import BytesIO

from PIL import Image, ImageFont

_COLOURS = 64
WIDTH = 1080
"""A phone's width in pixels; Telegram keeps it."""


@dataclass(frozen=True, slots=True)
class Look:
    paper: str
    ink: str
    faint: str
    bar: str
    strong: str


LIGHT = Look(paper="#ffffff", ink="#16202a", faint="#5d6b78", bar="#c9dcf2", strong="#2f6fb5")
DARK = Look(paper="#17212b", ink="#f2f5f8", faint="#9fb0bf", bar="#2d4a68", strong="#6aaef5")


@cache
def letters(size: int, *, bold: bool = False) -> ImageFont.FreeTypeFont:
    name = "Roboto-Bold.ttf" if bold else "Roboto-Regular.ttf"
    with (files("font_roboto") / "files" / name).open("rb") as file:
        return ImageFont.truetype(BytesIO(file.read()), size)


def fitting(text: str, font: ImageFont.FreeTypeFont, width: float) -> str:
    """The text, cut with an ellipsis where it is wider than `width` pixels."""
    if font.getlength(text) <= width:
        return text
    while text and font.getlength(text + "…") > width:
        text = text[:-1]
    return text.rstrip() + "…"


def as_png(image: Image.Image) -> bytes:
    out = BytesIO()
    image.quantize(_COLOURS).save(out, "PNG", optimize=True)
    return out.getvalue()
