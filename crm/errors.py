"""Refusals of use cases. Each carries a key of the text catalogue and its arguments, never a sentence."""

from collections.abc import Mapping


class Refused(Exception):  # noqa: N818 (it is an answer, not a fault)
    """What was asked cannot be done; `key` says why in the member's language.

    opens: the id of the row of a building block that the member can turn to instead, None for none.
    """

    def __init__(self, key: str, *, opens: int | None = None, **args: object) -> None:
        super().__init__(key)
        self.key = key
        self.opens = opens
        self.args_for_text: Mapping[str, object] = args


class NotYours(Refused):
    """It does not exist for this member: same answer whether it is somebody else's or nowhere."""

    def __init__(self) -> None:
        super().__init__("gone")


class Colleagues(Refused):
    """It is a colleague's to change. id, rev: of what could be taken over."""

    def __init__(self, id: int, rev: int) -> None:
        super().__init__("not-yours-to-edit")
        self.id, self.rev = id, rev


class Stale(Refused):
    """Somebody changed it since the member saw it."""

    def __init__(self) -> None:
        super().__init__("stale")


class DoneAlready(Refused):
    """What was tapped is done: said in passing, for nothing is left to do about it."""
