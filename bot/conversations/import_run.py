"""An import runs: the dry run, the rows a slice at a time while others talk, taken back whole."""

from typing import Any

from bot.callback import Tap
from bot.cards.importing import (
    bad_rows,
    checked_card,
    checking_card,
    left_card,
    progress_card,
    result_card,
    undoing_card,
)
from bot.chat import Reply, t
from bot.context import Context
from bot.documents import import_jobs
from bot.import_steps import SLICE_JOB, UNDO_JOB, asked_for, import_card, tapped_import
from bot.replies import put_out
from bot.room import Done, Replies, Room
from crm.errors import Refused
from crm.models import Import, ImportState, Member, Workspace
from crm.store.imports import SLICE, count_standing, get_import, get_own_import, get_piece
from crm.store.jobs import ask_job, go_on_later
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.import_file import check_changeable
from crm.usecases.import_slice import import_slice, leave_import, start_import, stop_import
from crm.usecases.tell_whom import tell_whom
from crm.usecases.undo_import import give_up_undo, start_undo, undo_slice
from crm.usecases.undo_turn import UndoDependsError

_SHOWN_SHARE = 20
"""So many words of how far it is, from first to last."""


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
    _go_on(ctx, import_, SLICE_JOB)
    return [progress_card(import_, 0, edits=ctx.incoming.message_id)]


def _on_slice(ctx: Context, done: Done) -> Replies:
    import_ = get_own_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    edits = _card(done)
    before = import_.position * SLICE * _SHOWN_SHARE // max(1, import_.total)
    if import_slice(ctx.work, ctx.who, import_):
        _go_on(ctx, import_, SLICE_JOB, edits)
        now = import_.position * SLICE * _SHOWN_SHARE // max(1, import_.total)
        is_shown = edits is not None and now != before
        return [progress_card(import_, import_.position * SLICE, edits=edits)] if is_shown else []
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
    _go_on(ctx, import_, UNDO_JOB)
    left = count_standing(ctx.work.session, import_) * SLICE
    return [undoing_card(import_, left, edits=ctx.incoming.message_id)]


def _on_undo_slice(ctx: Context, done: Done) -> Replies:
    """Where somebody has added something meanwhile, what is left stays, and both are said."""
    import_ = get_import(ctx.work.session, ctx.access, int(done.asked["import_id"]))
    edits = _card(done)
    try:
        more = undo_slice(ctx.work, ctx.access, import_)
    except UndoDependsError as refused:
        give_up_undo(import_)
        args: dict[str, Any] = dict(refused.args_for_text)
        return [result_card(import_, edits=edits), Reply((t(refused.key, **args),))]
    if more:
        _go_on(ctx, import_, UNDO_JOB, edits)
        left = count_standing(ctx.work.session, import_)
        is_shown = edits is not None and left % 10 == 0
        return [undoing_card(import_, left * SLICE, edits=edits)] if is_shown else []
    return [result_card(import_, edits=edits)] if import_.state is ImportState.UNDONE else []


def _card(done: Done) -> int | None:
    """The message that shows how far it is; None where there is none: `handslag doctor` took it on."""
    message_id = done.asked["message_id"]
    return int(message_id) if message_id is not None else None


def _on_left(work: Work, bot_id: int, done: Done) -> None:
    """Who saw to it was removed: it ends where it is, and somebody who leads the team hears of it, and can take it back."""
    asked, session = done.asked, work.session
    workspace_id, member_id = int(asked["workspace_id"]), int(asked["member_id"])
    import_ = session.get(Import, (workspace_id, int(asked["import_id"])))
    if import_ is None or not leave_import(work, import_):
        return
    member = session.get_one(Member, (workspace_id, member_id))
    gone = Who(member, session.get_one(Workspace, workspace_id))
    told = tell_whom(session, bot_id, [gone]).get(member_id)
    if told is not None and told.member.chat_id is not None:
        put_out(
            work,
            bot_id,
            told.member.chat_id,
            workspace_id,
            told.member.language,
            [left_card(import_, member.name)],
        )


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
        SLICE_JOB: _on_slice,
        UNDO_JOB: _on_undo_slice,
    },
    left=dict.fromkeys((import_jobs.CHECK, SLICE_JOB, UNDO_JOB), _on_left),
)
