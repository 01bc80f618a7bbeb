"""The commands that Telegram lists, in each language; only those that a room answers."""

from bot.catalogue import LANGUAGES, text_of
from bot.registry import REGISTRY

ORDER = (
    "lead",
    "agenda",
    "leads",
    "accounts",
    "contacts",
    "deals",
    "find",
    "remind",
    "note",
    "call",
    "visit",
    "email",
    "quote",
    "contract",
    "convert",
    "pipeline",
    "report",
    "event",
    "tag",
    "tags",
    "fields",
    "undo",
    "settings",
    "team",
    "invite",
    "import",
    "export",
    "forget",
    "setup",
    "stages",
    "currency",
    "help",
)


def make_menu() -> dict[str, dict[str, str]]:
    """Language ("" for all others: English) -> command -> description, in the order shown."""
    listed = [name for name in ORDER if name in REGISTRY.commands]
    texts = {
        language: {name: text_of(language, f"menu-{name}", {}, room="menu") for name in listed}
        for language in LANGUAGES
    }
    return {"": texts.pop("en"), **texts}
