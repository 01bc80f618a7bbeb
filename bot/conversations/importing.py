"""A table that was sent becomes leads, accounts, contacts or opportunities: shown, checked, taken up, undone whole."""

from typing import Any

from bot.callback import Tap
from bot.cards.importing import (
    COLUMNS_A_PAGE,
    bad_rows,
    checked_card,
    checking_card,
    columns_card,
    fields_card,
    mapping_card,
    progress_card,
    result_card,
    undoing_card,
)
from bot.chat import Reply, t
from bot.context import Context
from bot.documents import import_jobs
from bot.room import Done, Replies, Room
from crm.errors import Refused
from crm.exchange.cells import text_of
from crm.exchange.header import targets
from crm.exchange.names import Field, Target
from crm.models import Block, Import, ImportState
from crm.store.imports import (
    SLICE,
    count_standing,
    drop_pieces,
    get_import,
    get_own_import,
    get_piece,
    is_over,
    latest_import,
    own_fields,
)
from crm.store.jobs import Asked, ask_job, go_on_later
from crm.store.troubles import outbox_row
from crm.usecases.import_file import (
    change_block,
    change_column,
    check_changeable,
    columns_of,
    rest_to_note,
)
from crm.usecases.import_slice import import_slice, start_import, stop_import
from crm.usecases.undo_import import give_up_undo, start_undo, undo_slice
from crm.usecases.undo_turn import UndoDependsError

_KINDS = (".csv", ".tsv", ".xlsx")
_LARGEST = 20 * 1024 * 1024
_SHOWN_SHARE = 20
"""So many words of how far it is, from first to last."""
_SAMPLE = 3
_SLICE_JOB, _UNDO_JOB = "import-slice", "import-undo"


def took_file(ctx: Context) -> Replies | None:
    """A table that comes alone: one with words, or as an answer to a card, is filed where those go."""
    file, name = ctx.incoming.file, ((ctx.incoming.file.name if ctx.incoming.file else None) or "").casefold()
    if file is None or ctx.incoming.reply_to is not None or ctx.incoming.text.strip():
        return None
    if name.endswith(".xls"):
        return [Reply((t("import-old-excel"),))]
    if not name.endswith(_KINDS):
        return None
    if file.size is not None and file.size > _LARGEST:
        return [Reply((t("import-too-big"),))]
    import_id = ctx.work.ids()
    more = {"import_id": import_id, "name": file.name}
    ask_job(ctx.work, ctx.incoming.bot_id, _asked(ctx, import_jobs.READ, more), file_id=file.file_id)
    return [Reply((t("import-reading", name=file.name),), key=_key(import_id))]


def _on_command(ctx: Context) -> Replies:
    """The last one, as it stands; or how to begin."""
    import_ = latest_import(ctx.work.session, ctx.access)
    return [Reply((t("import-how"),)), *([_show(ctx, import_, edits=None)] if import_ else [])]


def _on_read(ctx: Context, done: Done) -> Replies:
    import_id = int(done.asked["import_id"])
    edits = outbox_row(ctx.work.session, ctx.incoming.bot_id, _key(import_id))
    problem = str(done.result.get("error", "")) or (
        ("import-too-big" if done.failed == "too-big" else "import-not-fetched") if done.failed else ""
    )
    if problem:
        return [Reply((t(problem, name=str(done.asked["name"])),), edits_outbox=edits)]
    card = _show(ctx, get_own_import(ctx.work.session, ctx.access, import_id), edits=None)
    return [_in_place(card, edits)]


def _in_place(card: Reply, outbox_id: int | None) -> Reply:
    return Reply(card.lines, card.buttons, edits_outbox=outbox_id)


def _show(ctx: Context, import_: Import, *, edits: int | None) -> Reply:
    if is_over(import_):
        return result_card(import_, edits=edits)
    if import_.state is ImportState.RUNNING:
        return progress_card(import_, import_.position * SLICE, edits=edits)
    if import_.state is ImportState.UNDOING:
        return undoing_card(import_, count_standing(ctx.work.session, import_) * SLICE, edits=edits)
    return mapping_card(import_, columns_of(import_), _own(ctx, import_), edits=edits)


def _on_show(ctx: Context, tap: Tap) -> Replies:
    return [_show(ctx, _mine(ctx, tap), edits=ctx.incoming.message_id)]


def _on_as(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    if tap.arg not in list(Block):
        raise Refused("passed")
    change_block(ctx.work.session, import_, Block(tap.arg))
    return _on_show(ctx, tap)


def _on_rest(ctx: Context, tap: Tap) -> Replies:
    rest_to_note(ctx.work.session, _mine(ctx, tap))
    return _on_show(ctx, tap)


def _on_columns(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    check_changeable(import_)
    page = int(tap.arg) if tap.arg.isdecimal() and len(tap.arg) < 4 else 0
    columns, own = columns_of(import_), _own(ctx, import_)
    return [columns_card(import_, columns, own, page, edits=ctx.incoming.message_id)]


def _on_column(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    check_changeable(import_)
    column = _column(import_, tap.arg)
    own = _own(ctx, import_)
    fields: list[Target] = [*targets(import_.block), *own]
    piece = get_piece(ctx.work.session, import_, 0)
    cells = [text_of(row[column]) for row in piece.rows] if piece else []
    sample = list(dict.fromkeys(cell for cell in cells if cell))[:_SAMPLE]
    return [fields_card(import_, column, fields, own, sample, edits=ctx.incoming.message_id)]


def _on_to(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    column, _, field = tap.arg.partition(".")
    number = _column(import_, column)
    change_column(ctx.work.session, import_, number, _target(field))
    columns, own = columns_of(import_), _own(ctx, import_)
    page = number // COLUMNS_A_PAGE
    return [columns_card(import_, columns, own, page, edits=ctx.incoming.message_id)]


def _target(said: str) -> Target | None:
    if not said:
        return None
    if said.isdecimal():
        return int(said)
    if said not in list(Field):
        raise Refused("passed")
    return Field(said)


def _column(import_: Import, said: str) -> int:
    if not (said.isdecimal() and len(said) < 4 and int(said) < len(import_.head)):
        raise Refused("passed")
    return int(said)


def _on_check(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    check_changeable(import_)
    import_.state = ImportState.CHECKING
    more = {"import_id": import_.id, "mapping": import_.mapping, "block": import_.block.value}
    ask_job(ctx.work, ctx.incoming.bot_id, _asked(ctx, import_jobs.CHECK, more))
    return [checking_card(import_.name, 0, import_.total, edits=ctx.incoming.message_id)]


def _on_checked(ctx: Context, done: Done) -> Replies:
    """What was changed or called off meanwhile was not checked."""
    import_ = get_own_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    if import_.state is not ImportState.CHECKING:
        return []
    edits = int(done.asked["message_id"])
    if done.failed or not done.result:
        import_.state = ImportState.ASKED
        return [_show(ctx, import_, edits=edits)]
    import_.state = ImportState.CHECKED
    import_.made, import_.skipped, import_.bad = (int(done.result[key]) for key in ("new", "known", "bad"))
    return [checked_card(import_, done.result, edits=edits)]


def _on_no(ctx: Context, tap: Tap) -> Replies:
    """Called off before it began."""
    import_ = _mine(ctx, tap)
    check_changeable(import_)
    import_.state, import_.finished_at = ImportState.STOPPED, ctx.work.now
    import_.made = import_.updated = import_.skipped = import_.bad = 0
    drop_pieces(ctx.work.session, import_)
    return [Reply((t("import-called-off", name=import_.name),), edits=ctx.incoming.message_id)]


def _on_go(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    start_import(import_, updates=tap.arg == "update")
    _go_on(ctx, import_, _SLICE_JOB)
    return [progress_card(import_, 0, edits=ctx.incoming.message_id)]


def _on_slice(ctx: Context, done: Done) -> Replies:
    import_ = get_own_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    edits = int(done.asked["message_id"])
    before = import_.position * SLICE * _SHOWN_SHARE // max(1, import_.total)
    if import_slice(ctx.work, ctx.who, import_):
        _go_on(ctx, import_, _SLICE_JOB, edits)
        now = import_.position * SLICE * _SHOWN_SHARE // max(1, import_.total)
        return [progress_card(import_, import_.position * SLICE, edits=edits)] if now != before else []
    if import_.state is not ImportState.DONE:
        return []
    return [result_card(import_, edits=edits), *([bad_rows(import_)] if import_.bad else [])]


def _on_stop(ctx: Context, tap: Tap) -> Replies:
    import_ = get_import(ctx.work.session, ctx.access, tap.id)
    stop_import(ctx.work, import_)
    return [result_card(import_, edits=ctx.incoming.message_id)]


def _on_bad(ctx: Context, tap: Tap) -> Replies:
    import_ = _mine(ctx, tap)
    if not import_.bad or get_piece(ctx.work.session, import_, 0) is None:
        raise Refused("passed")
    return [bad_rows(import_)]


def _on_undo(ctx: Context, tap: Tap) -> Replies:
    import_ = get_import(ctx.work.session, ctx.access, tap.id)
    start_undo(ctx.work, import_)
    _go_on(ctx, import_, _UNDO_JOB)
    left = count_standing(ctx.work.session, import_) * SLICE
    return [undoing_card(import_, left, edits=ctx.incoming.message_id)]


def _on_undo_slice(ctx: Context, done: Done) -> Replies:
    """Where somebody has added something meanwhile, what is left stays, and both are said."""
    import_ = get_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    edits = int(done.asked["message_id"])
    try:
        more = undo_slice(ctx.work, ctx.access, import_)
    except UndoDependsError as refused:
        give_up_undo(import_)
        args: dict[str, Any] = dict(refused.args_for_text)
        return [result_card(import_, edits=edits), Reply((t(refused.key, **args),))]
    if more:
        _go_on(ctx, import_, _UNDO_JOB, edits)
        left = count_standing(ctx.work.session, import_)
        return [] if left % 10 else [undoing_card(import_, left * SLICE, edits=edits)]
    return [result_card(import_, edits=edits)] if import_.state is ImportState.UNDONE else []


def _go_on(ctx: Context, import_: Import, what: str, message_id: int | None = None) -> None:
    """The next slice, in a lane of the import's own: the chat's other messages need not wait for it."""
    asked = _asked(ctx, what, {"import_id": import_.id}, message_id)
    go_on_later(ctx.work, ctx.incoming.bot_id, asked, lane=f"i{import_.id}")


def _asked(ctx: Context, what: str, more: dict[str, Any], message_id: int | None = None) -> Asked:
    assert ctx.incoming.sender is not None
    shared = {
        "member_id": ctx.member.id,
        "bot_id": ctx.incoming.bot_id,
        "message_id": message_id or ctx.incoming.message_id,
    }
    return Asked(what, ctx.workspace.id, ctx.incoming.chat_id, ctx.incoming.sender.user_id, shared | more)


def _mine(ctx: Context, tap: Tap) -> Import:
    return get_own_import(ctx.work.session, ctx.access, tap.id)


def _own(ctx: Context, import_: Import) -> dict[int, str]:
    found = own_fields(ctx.work.session, import_.workspace_id, import_.block)
    return {id: name for id, (name, _) in found.items()}


def _key(import_id: int) -> str:
    return f"import-{import_id}"


ROOM = Room(
    commands={"import": _on_command},
    taps={
        "import-show": _on_show,
        "import-as": _on_as,
        "import-rest": _on_rest,
        "import-cols": _on_columns,
        "import-col": _on_column,
        "import-to": _on_to,
        "import-check": _on_check,
        "import-go": _on_go,
        "import-no": _on_no,
        "import-stop": _on_stop,
        "import-bad": _on_bad,
        "import-undo": _on_undo,
    },
    jobs={import_jobs.READ: import_jobs.read, import_jobs.CHECK: import_jobs.check},
    done={
        import_jobs.READ: _on_read,
        import_jobs.CHECK: _on_checked,
        _SLICE_JOB: _on_slice,
        _UNDO_JOB: _on_undo_slice,
    },
)
