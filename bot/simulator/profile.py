"""What the bot tells about itself: commands, name and descriptions, per language."""

from dataclasses import dataclass, field
from typing import Any

Json = dict[str, Any]

EVERYWHERE = "default"


@dataclass
class Profile:
    """`commands` by (scope, language code); `texts` by (name, description or short_description, language code)."""

    commands: dict[tuple[str, str], list[Json]] = field(default_factory=dict)
    texts: dict[tuple[str, str], str] = field(default_factory=dict)

    def commands_for(self, language_code: str, scopes: tuple[str, ...] = (EVERYWHERE,)) -> list[Json]:
        """The commands that somebody with this language sees: the narrowest scope first, then their language."""
        for scope in scopes:
            for language in (language_code, ""):
                if commands := self.commands.get((scope, language)):
                    return commands
        return []

    def text(self, kind: str, language_code: str) -> str:
        """A text in this language, else the one for everybody, else nothing."""
        return self.texts.get((kind, language_code)) or self.texts.get((kind, ""), "")
