"""What is shown of an import: how its columns are understood, what it would do, how far it is, what it did."""

from collections.abc import Mapping, Sequence
from typing import Any

from bot.callback import Tap, encode
from bot.cards.row_list import page_buttons
from bot.chat import Bold, Button, Joined, Made, Reply, Value, t
from crm.exchange.names import Field, Target
from crm.models import Block, Import, ImportState

_SHOWN = 8
_LEFT_OUT_SHOWN = 5
COLUMNS_A_PAGE = 8


def block_name(block: Block) -> Value:
    return t(f"import-block-{block.value}")


def mapping_card(
    import_: Import, columns: Mapping[int, Target], own: Mapping[int, str], *, edits: int | None = None
) -> Reply:
    """own: names of the fields that the workspace added, by their id."""
    left_out = [name for number, name in enumerate(import_.head) if number not in columns and name]
    lines: tuple[Value, ...] = (
        Bold(import_.name),
        t("import-rows-as", count=import_.total, block=block_name(import_.block)),
        _pairs(import_, columns, own) if columns else t("import-nothing-known"),
        t("import-left-out", columns=_some(left_out, _LEFT_OUT_SHOWN)) if left_out else None,
    )
    first = [Button(t("button-import-check"), encode("import-check", import_.id))] if columns else []
    change = Button(t("button-import-columns"), encode("import-cols", import_.id, arg="0"))
    others = tuple(
        Button(
            t("button-import-as", block=block_name(block)), encode("import-as", import_.id, arg=block.value)
        )
        for block in Block
        if block is not import_.block
    )
    last = [Button(t("button-cancel"), encode("import-no", import_.id))]
    if left_out and import_.block is not Block.OPPORTUNITY:
        last.insert(0, Button(t("button-import-rest"), encode("import-rest", import_.id)))
    return Reply(lines, ((*first, change), others, tuple(last)), edits=edits)


def _pairs(import_: Import, columns: Mapping[int, Target], own: Mapping[int, str]) -> Value:
    """ "First Name, Last Name → name": by field, in the order of the file."""
    by_target: dict[Target, list[str]] = {}
    for number, target in columns.items():
        by_target.setdefault(target, []).append(import_.head[number])
    shown: list[Value] = [
        t("import-pair", columns=_some(names, 3), field=field_name(target, own))
        for target, names in list(by_target.items())[:_SHOWN]
    ]
    if len(by_target) > _SHOWN:
        shown.append(f"+{len(by_target) - _SHOWN}")
    return Joined(tuple(shown))


def field_name(target: Target, own: Mapping[int, str]) -> Value:
    return t(f"import-field-{target.value}") if isinstance(target, Field) else own.get(target, "?")


def _some(names: Sequence[str], most: int) -> str:
    more = f" +{len(names) - most}" if len(names) > most else ""
    return ", ".join(names[:most]) + more


def columns_card(
    import_: Import, columns: Mapping[int, Target], own: Mapping[int, str], page: int, *, edits: int | None
) -> Reply:
    """A button a column; which one is to mean something else?"""
    first = page * COLUMNS_A_PAGE
    rows = tuple(
        (Button(_column(import_.head[number], columns.get(number), own), _col(import_, number)),)
        for number in range(first, min(first + COLUMNS_A_PAGE, len(import_.head)))
    )
    turning = page_buttons(
        _page(import_, page - 1) if page else None,
        _page(import_, page + 1) if first + COLUMNS_A_PAGE < len(import_.head) else None,
    )
    back = (Button(t("button-back"), encode("import-show", import_.id)),)
    return Reply((t("import-which-column"),), (*rows, turning, back), edits=edits)


def _column(name: str, target: Target | None, own: Mapping[int, str]) -> Value:
    return t("import-pair", columns=name, field=field_name(target, own) if target is not None else "—")


def _col(import_: Import, number: int) -> str:
    return encode("import-col", import_.id, arg=str(number))


def _page(import_: Import, page: int) -> Tap:
    return Tap("import-cols", import_.id, 0, str(page))


def fields_card(
    import_: Import,
    column: int,
    fields: Sequence[Target],
    own: Mapping[int, str],
    sample: Sequence[str],
    *,
    edits: int | None,
) -> Reply:
    """sample: some cells of the column."""
    buttons = [
        Button(field_name(field, own), encode("import-to", import_.id, arg=f"{column}.{field}"))
        for field in fields
    ]
    rows = tuple(tuple(buttons[at : at + 3]) for at in range(0, len(buttons), 3))
    last = (
        Button(t("button-import-leave-out"), encode("import-to", import_.id, arg=f"{column}.")),
        Button(t("button-back"), encode("import-cols", import_.id, arg=str(column // COLUMNS_A_PAGE))),
    )
    lines = (t("import-what-is", column=import_.head[column]), Joined(tuple(sample)) if sample else None)
    return Reply(lines, (*rows, last), edits=edits)


def checking_card(name: str, done: int, total: int, *, edits: int | None, key: str | None = None) -> Reply:
    return Reply((Bold(name), t("import-checking", done=done, total=total)), edits=edits, key=key)


def checked_card(import_: Import, result: Mapping[str, Any], *, edits: int | None) -> Reply:
    """result: as bot/documents/import_jobs.py gives it."""
    bad, known = import_.bad, import_.skipped
    reasons = Joined(
        tuple(
            t("import-reason-count", count=count, reason=t(key)) for key, count in result.get("reasons", ())
        )
    )
    strangers = result.get("strangers", ())
    lines: tuple[Value, ...] = (
        Bold(import_.name),
        t("import-would-make", count=import_.made, block=block_name(import_.block)),
        t("import-would-match", count=known) if known else None,
        Joined((t("import-would-fail", count=bad), reasons), ": ") if bad else None,
        t("import-strangers", names=_some(list(strangers), 4)) if strangers else None,
    )
    go = [Button(t("button-import-go"), encode("import-go", import_.id, arg="skip"))] if import_.made else []
    if known:
        go = [
            Button(t("button-import-update", count=known), encode("import-go", import_.id, arg="update")),
            Button(t("button-import-skip", count=known), encode("import-go", import_.id, arg="skip")),
        ]
    more = (
        Button(t("button-import-columns"), encode("import-cols", import_.id, arg="0")),
        Button(t("button-cancel"), encode("import-no", import_.id)),
    )
    return Reply(lines, (tuple(go), more), edits=edits)


def progress_card(import_: Import, done: int, *, edits: int | None) -> Reply:
    stop = Button(t("button-import-stop"), encode("import-stop", import_.id))
    lines = (Bold(import_.name), t("import-running", done=done, total=import_.total))
    return Reply(lines, ((stop,),), edits=edits)


def undoing_card(import_: Import, left: int, *, edits: int | None) -> Reply:
    return Reply((Bold(import_.name), t("import-undoing", count=left)), edits=edits)


def result_card(import_: Import, *, edits: int | None) -> Reply:
    """Over, one way or the other."""
    if import_.state is ImportState.UNDONE:
        return Reply((Bold(import_.name), t("import-undone")), edits=edits)
    lines = (
        Bold(import_.name),
        t("import-stopped") if import_.state is ImportState.STOPPED else None,
        _counts(import_),
    )
    buttons = _undo(import_)
    if import_.bad:
        buttons.append(Button(t("button-import-bad"), encode("import-bad", import_.id)))
    return Reply(lines, (tuple(buttons),), edits=edits)


def left_card(import_: Import, name: str) -> Reply:
    """For somebody who leads the team. name: of the member who saw to it, and was removed."""
    lines = (Bold(import_.name), t("import-left", name=name), _counts(import_))
    return Reply(lines, (tuple(_undo(import_)),))


def _counts(import_: Import) -> Value:
    return Joined(
        (
            t("import-made", count=import_.made, block=block_name(import_.block)),
            t("import-updated", count=import_.updated) if import_.updated else None,
            t("import-skipped", count=import_.skipped) if import_.skipped else None,
            t("import-bad", count=import_.bad) if import_.bad else None,
        )
    )


def _undo(import_: Import) -> list[Button]:
    if not (import_.made or import_.updated):
        return []
    return [Button(t("button-undo"), encode("import-undo", import_.id))]


def bad_rows(import_: Import) -> Reply:
    """The rows that did not fit, as a file of the kind that was sent."""
    stem, _, kind = import_.name.rpartition(".")
    name = f"{stem or import_.name} - {import_.bad}.{'xlsx' if kind.casefold() == 'xlsx' else 'csv'}"
    made: dict[str, object] = {
        "what": "import-bad",
        "workspace_id": import_.workspace_id,
        "member_id": import_.member_id,
        "import_id": import_.id,
        "name": safe_name(name),
    }
    return Reply((t("import-bad-file", count=import_.bad),), made=Made(made, t("export-too-large")))


def safe_name(name: str) -> str:
    """A file's name without a path."""
    return name.replace("/", "_").replace("\\", "_").replace("\0", "").lstrip(".")[-120:] or "file"
