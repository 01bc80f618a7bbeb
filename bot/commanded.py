"""The command of a message and the words that follow it, whatever stands between them: a space or a new line."""

import re

_COMMAND = re.compile(r"/(\S*)\s*(.*)", re.DOTALL)


def commanded(text: str) -> tuple[str, str]:
    """ "/Quote@the_bot\\nAnna 12k" -> ("quote", "Anna 12k"). A text that is no command: ("", the text)."""
    text = text.strip()
    match = _COMMAND.fullmatch(text)
    return (match[1].partition("@")[0].casefold(), match[2]) if match is not None else ("", text)
