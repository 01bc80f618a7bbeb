"""The documents say what is so: every setting, every command, and files that are there."""

import re
from pathlib import Path

import pytest

from bot.cli import app
from bot.settings import Limits, Settings

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "ARCHITECTURE.md", "CONTRIBUTING.md")
_PATHS = re.compile(r"`((?:bot|crm|tests)/[\w/.]+)`")


def test_the_readme_has_every_setting_and_its_default() -> None:
    table = (ROOT / "README.md").read_text()
    fields = {name.upper(): field for name, field in Settings.model_fields.items() if name != "limits"}
    fields |= {f"HANDSLAG_LIMIT_{name.upper()}": field for name, field in Limits.model_fields.items()}
    for name, field in fields.items():
        assert f"| `{name}` |" in table, name
        if isinstance(field.default, str | int) and not isinstance(field.default, bool):
            assert f"| `{name}` | `{field.default}` |" in table, name


def test_the_readme_names_no_setting_that_there_is_not() -> None:
    known = {name.upper() for name in Settings.model_fields} | {
        f"HANDSLAG_LIMIT_{name.upper()}" for name in Limits.model_fields
    }
    named = re.findall(r"^\| `([A-Z_]+)` \|", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert set(named) <= known


@pytest.mark.parametrize("document", DOCUMENTS)
def test_files_that_are_named_are_there(document: str) -> None:
    text = (ROOT / document).read_text()
    linked = [link for link in re.findall(r"\]\(([^)#]+)\)", text) if "://" not in link]
    pictures = re.findall(r'src="([^"]+)"', text)
    named = [path for path in _PATHS.findall(text) if "birthday" not in path]
    for path in (*linked, *pictures, *named):
        assert (ROOT / path).exists(), path


def test_make_has_every_command_that_the_documents_name() -> None:
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(), re.MULTILINE))
    for document in DOCUMENTS:
        named = re.findall(r"(?:^ {4}|`)make ([a-z]+)", (ROOT / document).read_text(), re.MULTILINE)
        assert set(named) <= targets


def test_handslag_has_every_command_that_the_readme_names() -> None:
    known = {
        command.name or command.callback.__name__ for command in app.registered_commands if command.callback
    }
    named = re.findall(r"(?:^ {4}|`|bin/)handslag ([a-z-]+)", (ROOT / "README.md").read_text(), re.MULTILINE)
    assert named
    assert set(named) <= known
