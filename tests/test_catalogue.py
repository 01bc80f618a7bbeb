"""The catalogue of texts: complete in every language, within Telegram's limits, and the only place with texts."""

import ast
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from fluent.syntax import FluentParser
from fluent.syntax import ast as fluent

from bot.catalogue import LANGUAGES
from bot.conversations.settings import SETTINGS
from bot.registry import REGISTRY
from bot.render import utf16_length
from crm.access import Role, Visibility
from crm.capture.draft import ActivityKind
from crm.models import Status

ROOT = Path(__file__).parent.parent
LOCALES = ROOT / "bot" / "locales"
SPOKEN = (ROOT / "bot", ROOT / "crm")
MEANINGFUL = set("🔥⏰✅📞⚠️◀▶🎲")
LONGEST_BUTTON = 60
LONGEST_COMMAND = 256
MOST_LINES = 6

_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u23e9-\u23fa\u25b6\u25c0\ufe0f]")


def messages(language: str) -> dict[str, fluent.Message]:
    found: dict[str, fluent.Message] = {}
    for file in sorted((LOCALES / language).glob("*.ftl")):
        resource = FluentParser().parse(file.read_text(encoding="utf-8"))
        for entry in resource.body:
            assert not isinstance(entry, fluent.Junk), f"{file}: {entry.content}"
            if isinstance(entry, fluent.Message):
                found[entry.id.name] = entry
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_key_is_there_twice(language: str) -> None:
    """Not in one room, and not in two: the second would silently lose."""
    lines = [
        line for file in (LOCALES / language).glob("*.ftl") for line in file.read_text("utf-8").splitlines()
    ]
    keys = Counter(line.split(" =")[0] for line in lines if re.match(r"[a-z][a-z0-9-]* =", line))
    assert not {key for key, count in keys.items() if count > 1}


def variables(node: object) -> set[str]:
    if isinstance(node, fluent.VariableReference):
        return {node.id.name}
    if isinstance(node, fluent.BaseNode):
        return set().union(*(variables(value) for value in vars(node).values()))
    if isinstance(node, list):
        return set().union(*(variables(item) for item in node))
    return set()


def texts_of(node: object) -> Iterator[str]:
    """Every literal piece of text of a message."""
    if isinstance(node, fluent.TextElement):
        yield node.value
    elif isinstance(node, fluent.Pattern):
        for element in node.elements:
            yield from texts_of(element)
    elif isinstance(node, fluent.Placeable):
        yield from texts_of(node.expression)
    elif isinstance(node, fluent.SelectExpression):
        for variant in node.variants:
            yield from texts_of(variant.value)


def longest(pattern: fluent.Pattern) -> str:
    """The longest form of a text, variables left out."""
    parts = []
    for element in pattern.elements:
        if isinstance(element, fluent.TextElement):
            parts.append(element.value)
        elif isinstance(element.expression, fluent.SelectExpression):
            parts.append(max((longest(v.value) for v in element.expression.variants), key=len))
    return "".join(parts)


def trees() -> Iterator[tuple[Path, ast.Module]]:
    for folder in SPOKEN:
        for file in sorted(folder.rglob("*.py")):
            if "simulator" not in file.parts and "demo" not in file.parts and "migrations" not in file.parts:
                yield file, ast.parse(file.read_text(encoding="utf-8"))


def name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def keys_said(argument: ast.expr) -> Iterator[str]:
    """Keys of a t(…): also both of `t("a" if … else "b")`; "prefix-*" for one that is computed."""
    if isinstance(argument, ast.Constant) and isinstance(argument.value, str):
        yield argument.value
    elif isinstance(argument, ast.IfExp):
        yield from keys_said(argument.body)
        yield from keys_said(argument.orelse)
    elif isinstance(argument, ast.JoinedStr):
        parts = [p.value if isinstance(p, ast.Constant) else "*" for p in argument.values]
        yield "".join(map(str, parts))


def used_keys() -> dict[str, Path]:
    """Key, or pattern with a star, -> where it is used."""
    found: dict[str, Path] = {}
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            called, arguments = name_of(node), node.args
            if called in ("t", "T", "Refused", "NotUnderstoodError", "CadenceError") and arguments:
                found |= dict.fromkeys(keys_said(arguments[0]), file)
            elif called == "Ask" and len(arguments) > 1:
                found |= dict.fromkeys(keys_said(arguments[1]), file)
            elif called == "note_turn" and len(arguments) > 2:
                found |= dict.fromkeys(keys_said(arguments[2]), file)
            elif called == "text_of" and len(arguments) > 1:
                found |= dict.fromkeys(keys_said(arguments[1]), file)
    return {key: file for key, file in found.items() if file.name not in ("catalogue.py", "render.py")}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_key_that_code_uses_is_in_every_language(language: str) -> None:
    there = messages(language)
    missing = {
        f"{key} ({file.relative_to(ROOT)})"
        for key, file in used_keys().items()
        if not any(re.fullmatch(re.escape(key).replace(r"\*", ".+"), name) for name in there)
    }
    assert not missing


@pytest.mark.parametrize(
    ("prefix", "words"),
    [
        ("role", list(Role)),
        ("visibility", list(Visibility)),
        ("status", list(Status)),
        ("turn", list(ActivityKind)),
        ("language", LANGUAGES),
        ("setting", SETTINGS),
        ("ask-setting", SETTINGS),
    ],
)
def test_computed_keys_are_there_for_every_word(prefix: str, words: Sequence[str]) -> None:
    assert {f"{prefix}-{word}" for word in words} <= set(messages("en"))


@pytest.mark.parametrize("language", [code for code in LANGUAGES if code != "en"])
def test_languages_have_the_same_keys_with_the_same_variables(language: str) -> None:
    english, other = messages("en"), messages(language)
    assert set(english) ^ set(other) == set()
    different = {
        key: (variables(english[key]), variables(other[key]))
        for key in english
        if variables(english[key]) != variables(other[key])
    }
    assert not different


def test_no_text_is_there_that_nobody_says() -> None:
    """A key counts as said when it stands in the code, whole or as the beginning of a computed one."""
    code = "\n".join(file.read_text(encoding="utf-8") for file, _ in trees())
    said = set(re.findall(r"[\"']([a-z][a-z0-9]*(?:-[a-z0-9]+)*)[\"']", code))
    begun = set(re.findall(r"[\"']([a-z][a-z0-9-]*-)\{", code))
    idle = {key for key in messages("en") if key not in said and not any(key.startswith(b) for b in begun)}
    assert not idle


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_keep_to_the_limits(language: str) -> None:
    for key, message in messages(language).items():
        assert message.value is not None, key
        text = longest(message.value)
        assert message.value.elements, key
        if key.startswith(("button-", "field-", "setting-")):
            assert utf16_length(text) <= LONGEST_BUTTON, key
        if key.startswith("menu-"):
            assert 3 <= utf16_length(text) <= LONGEST_COMMAND, key
        assert len(text.splitlines()) <= MOST_LINES, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_emoji_are_only_those_that_carry_meaning(language: str) -> None:
    strange = {
        (key, mark)
        for key, message in messages(language).items()
        for text in texts_of(message.value)
        for mark in _EMOJI.findall(text)
        if mark not in MEANINGFUL
    }
    assert not strange


@pytest.mark.parametrize("language", LANGUAGES)
def test_texts_have_no_markup_of_their_own(language: str) -> None:
    """A bare < or & in a text would break the message that it stands in."""
    broken = {
        key
        for key, message in messages(language).items()
        for text in texts_of(message.value)
        if re.search("[<>&]", text)
    }
    assert not broken


@pytest.mark.parametrize("language", ["nl", "de"])
def test_amounts_are_written_with_the_comma_of_the_language(language: str) -> None:
    pointed = {
        key
        for key, message in messages(language).items()
        for text in texts_of(message.value)
        if re.search(r"\d\.\dk", text)
    }
    assert not pointed


def test_every_command_has_a_description() -> None:
    assert {f"menu-{name}" for name in REGISTRY.commands} - {"menu-start"} <= set(messages("en"))


def literals_shown(node: ast.expr) -> Iterator[str]:
    """Strings with words in what is shown; names of keys and single marks are none."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        if re.search(r"[A-Za-z]{2,}", node.value) and not node.value.startswith(("https://", "/start")):
            yield node.value
    elif isinstance(node, ast.JoinedStr):
        for part in node.values:
            yield from literals_shown(part)
    elif isinstance(node, ast.Tuple | ast.List):
        for item in node.elts:
            yield from literals_shown(item)
    elif isinstance(node, ast.IfExp):
        yield from literals_shown(node.body)
        yield from literals_shown(node.orelse)
    elif isinstance(node, ast.BoolOp):
        for value in node.values:
            yield from literals_shown(value)
    elif isinstance(node, ast.Call) and name_of(node) in ("Joined", "Bold"):
        for argument in node.args[:1]:
            yield from literals_shown(argument)


def test_no_text_that_a_user_can_see_stands_in_python() -> None:
    """What Reply, Button, Choice, Joined and Bold are given, and the arguments of t(…)."""
    found = []
    for file, tree in trees():
        for node in ast.walk(tree):
            if not isinstance(node, ast.Call):
                continue
            shown: list[ast.expr] = []
            if name_of(node) in ("Reply", "Button", "Choice", "Joined", "Bold"):
                shown = node.args[:1]
                shown += [k.value for k in node.keywords if k.arg in ("lines", "label", "value")]
            elif name_of(node) == "t":
                shown = [k.value for k in node.keywords]
            found += [(str(file.relative_to(ROOT)), text) for one in shown for text in literals_shown(one)]
    assert not found


def test_a_literal_would_be_noticed() -> None:
    call = ast.parse('Button("Hello" if x else f"{n} leads", data)').body[0]
    assert isinstance(call, ast.Expr) and isinstance(call.value, ast.Call)
    assert list(literals_shown(call.value.args[0])) == ["Hello", " leads"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_chance_of_a_sale_is_called_a_deal_everywhere(language: str) -> None:
    """As in /deals. The code says opportunity."""
    shown = [
        line for file in (LOCALES / language).glob("*.ftl") for line in file.read_text("utf-8").splitlines()
    ]
    said = [line.partition(" = ")[2] if re.match(r"[a-z][a-z0-9-]* =", line) else line for line in shown]
    assert not [line for line in said if re.search(r"opportunit|verkoopkans|\bchancen?\b", line, re.I)]
