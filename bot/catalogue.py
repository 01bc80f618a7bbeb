"""Every text a user can see, in Fluent, by language. The keys are checked by tests/test_catalogue.py."""

from functools import cache
from pathlib import Path
from typing import Any

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("en", "nl", "de")
_LONG = 500
"""Fluent refuses arguments of more than 1,000 characters: long ones are put in afterwards."""
_FOLDER = Path(__file__).parent / "locales"


def language_of(code: str) -> str:
    """Telegram's language code ("nl-BE") -> a language of the catalogue; English where it is none of them."""
    short = code.split("-")[0].casefold()
    return short if short in LANGUAGES else "en"


@cache
def bundle(language: str, room: str = "*") -> FluentBundle:
    """All texts of one language, or of one file: a whole language takes a sixth of a second, which not every start needs.

    Raises FileNotFoundError where there are none.
    """
    made = FluentBundle([language], use_isolating=False)
    files = sorted((_FOLDER / language).glob(f"{room}.ftl"))
    if not files:
        raise FileNotFoundError(f"no texts for {language}")
    for file in files:
        made.add_resource(FluentResource(file.read_text(encoding="utf-8")))
    return made


@cache
def plain_text_of(language: str, key: str) -> str:
    """The text of a key that takes no arguments. Raises as `text_of`."""
    return text_of(language, key, {})


def text_of(language: str, key: str, args: dict[str, Any], room: str = "*") -> str:
    """The text of a key, room: as `bundle`. Raises KeyError for an unknown key and ValueError for a missing argument."""
    texts = bundle(language, room)
    if not texts.has_message(key):
        raise KeyError(f"{key} is not in the catalogue of {language}")
    pattern = texts.get_message(key).value
    if pattern is None:
        raise KeyError(f"{key} has no text in {language}")
    long = {name: value for name, value in args.items() if isinstance(value, str) and len(value) > _LONG}
    stand_ins = {name: f"\ue000{number}\ue001" for number, name in enumerate(long)}
    text, errors = texts.format_pattern(pattern, {**args, **stand_ins})
    if errors:
        raise ValueError(f"{key} ({language}): {errors[0]}")
    shown = str(text)
    for name, stand_in in stand_ins.items():
        shown = shown.replace(stand_in, long[name])
    return shown
