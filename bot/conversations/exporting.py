"""/export: everything of a kind that the member may see, as a file."""

from bot.callback import Tap, encode
from bot.chat import Button, Made, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import Refused
from crm.store.exporting import FORMATS, WHATS, Format, What
from crm.store.exporting.formats import AS_CARDS

_SHOWN: tuple[Format, ...] = ("xlsx", "csv", "vcf", "jsonl")


def _on_command(ctx: Context) -> Replies:
    return [_whats(None)]


def _whats(edits: int | None) -> Reply:
    buttons = [Button(t(f"export-{what}"), encode("export", arg=what)) for what in WHATS]
    rows = tuple(tuple(buttons[at : at + 2]) for at in range(0, len(buttons), 2))
    return Reply((t("export-what"),), rows, edits=edits)


def _on_what(ctx: Context, tap: Tap) -> Replies:
    """Which format; without an argument, back to what."""
    if not tap.arg:
        return [_whats(ctx.incoming.message_id)]
    what = _what(tap.arg)
    buttons = tuple(
        Button(t(f"format-{form}"), encode("export-as", arg=f"{what}.{form}"))
        for form in _SHOWN
        if form != "vcf" or what in AS_CARDS
    )
    back = (Button(t("button-back"), encode("export")),)
    return [
        Reply((t("export-how", what=t(f"export-{what}")),), (buttons, back), edits=ctx.incoming.message_id)
    ]


def _on_as(ctx: Context, tap: Tap) -> Replies:
    said, _, form = tap.arg.partition(".")
    what = _what(said)
    if form not in FORMATS or (form == "vcf" and what not in AS_CARDS):
        raise Refused("passed")
    made: dict[str, object] = {
        "what": "export",
        "workspace_id": ctx.workspace.id,
        "member_id": ctx.member.id,
        "sheet": what,
        "form": form,
        "name": f"{what}-{ctx.today.isoformat()}.{form}",
    }
    whose = "export-all" if ctx.access.sees_team else "export-mine"
    return [
        Reply((t("export-coming", what=t(f"export-{what}")),), edits=ctx.incoming.message_id),
        Reply((t(whose, what=t(f"export-{what}")),), made=Made(made, t("export-too-large"))),
    ]


def _what(said: str) -> What:
    """Raises Refused("passed") for what there is not."""
    found = next((what for what in WHATS if what == said), None)
    if found is None:
        raise Refused("passed")
    return found


ROOM = Room(commands={"export": _on_command}, taps={"export": _on_what, "export-as": _on_as})
