"""Whose an e-mail address is: the name that its part before the @ spells."""

from crm.capture.found import PersonFound
from crm.capture.lexicon import PARTICLES, merged
from crm.capture.scene import Scene
from crm.capture.text import Word, fold, fold_german

ROLES = merged("role_addresses")


def address_of(scene: Scene, person: PersonFound) -> str | None:
    """The address whose local part spells this name, whole or by initials."""
    names = [word for word in person.words if word.low not in PARTICLES]
    for local, address in scene.locals:
        parts = [
            part for part in local.replace("_", ".").replace("-", ".").replace("+", ".").split(".") if part
        ]
        if not parts or parts[0] in ROLES:
            continue
        flat = "".join(parts)
        for folding in (fold, fold_german):
            spelled = ["".join(char for char in folding(word.low) if char.isalnum()) for word in names]
            joined = "".join(
                "".join(char for char in folding(word.low) if char.isalnum()) for word in person.words
            )
            if spelled and (
                spelled[0] in parts
                or (len(spelled) > 1 and spelled[-1] in parts)
                or flat in (joined, "".join(spelled))
            ):
                return address
            if len(spelled) > 1 and (
                flat == spelled[0][:1] + spelled[-1]
                or flat == spelled[-1] + spelled[0][:1]
                or flat == spelled[0] + spelled[-1][:1]
                or flat == spelled[0][:1] + joined[len(spelled[0]) :]
                or (len(flat) <= 4 and flat == "".join(part[:1] for part in spelled))
            ):
                return address
            if (
                len(spelled) == 1
                and len(spelled[0]) > 3
                and (flat.endswith(spelled[0]) or flat.startswith(spelled[0]))
            ):
                return address
    return None


def local_has(scene: Scene, word: Word) -> bool:
    return not scene.locals or any(
        fold(word.low) in local or fold_german(word.low) in local for local, _ in scene.locals
    )


def part_of_local(word: Word, local: str) -> bool:
    parts = local.replace("_", ".").replace("-", ".").split(".")
    return (
        (fold(word.low) in parts or fold_german(word.low) in parts)
        and word.low not in ROLES
        and len(word.low) > 2
    )
