"""An import runs: the dry run, the rows a slice at a time while others talk, taken back whole."""

from typing import Any

from bot.callback import Tap
from bot.cards.importing import (
    bad_rows,
    checked_card,
    checking_card,
    progress_card,
    result_card,
    undoing_card,
)
from bot.chat import Reply, t
from bot.context import Context
from bot.documents import import_jobs
from bot.import_steps import asked_for, import_card, tapped_import
from bot.room import Done, Replies, Room
from crm.errors import Refused
from crm.models import Import, ImportState
from crm.store.imports import SLICE, count_standing, get_import, get_own_import, get_piece
from crm.store.jobs import ask_job, go_on_later
from crm.usecases.import_file import check_changeable
from crm.usecases.import_slice import import_slice, start_import, stop_import
from crm.usecases.undo_import import give_up_undo, start_undo, undo_slice
from crm.usecases.undo_turn import UndoDependsError

_SHOWN_SHARE = 20
"""So many words of how far it is, from first to last."""
_SLICE_JOB, _UNDO_JOB = "import-slice", "import-undo"


def _on_check(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
    check_changeable(import_)
    import_.state = ImportState.CHECKING
    more = {"import_id": import_.id, "mapping": import_.mapping, "block": import_.block.value}
    ask_job(ctx.work, ctx.incoming.bot_id, asked_for(ctx, import_jobs.CHECK, more))
    return [checking_card(import_.name, 0, import_.total, edits=ctx.incoming.message_id)]


def _on_checked(ctx: Context, done: Done) -> Replies:
    """What was changed or called off meanwhile was not checked."""
    import_ = get_own_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    if import_.state is not ImportState.CHECKING:
        return []
    edits = int(done.asked["message_id"])
    if done.failed or not done.result:
        import_.state = ImportState.ASKED
        return [import_card(ctx, import_, edits=edits)]
    import_.state = ImportState.CHECKED
    import_.made, import_.skipped, import_.bad = (int(done.result[key]) for key in ("new", "known", "bad"))
    return [checked_card(import_, done.result, edits=edits)]


def _on_go(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
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
    import_ = tapped_import(ctx, tap)
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
    asked = asked_for(ctx, what, {"import_id": import_.id}, message_id)
    go_on_later(ctx.work, ctx.incoming.bot_id, asked, lane=f"i{import_.id}")


ROOM = Room(
    taps={
        "import-check": _on_check,
        "import-go": _on_go,
        "import-stop": _on_stop,
        "import-bad": _on_bad,
        "import-undo": _on_undo,
    },
    jobs={import_jobs.CHECK: import_jobs.check},
    done={
        import_jobs.CHECK: _on_checked,
        _SLICE_JOB: _on_slice,
        _UNDO_JOB: _on_undo_slice,
    },
)
