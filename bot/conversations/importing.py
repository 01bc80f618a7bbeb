"""A table that was sent becomes leads, accounts, contacts or opportunities: it is shown how it is read."""

from bot.callback import Tap
from bot.chat import Reply, t
from bot.context import Context
from bot.documents import import_jobs
from bot.documents.file_kinds import is_old_table, is_table
from bot.documents.kept import TELEGRAM_LIMIT
from bot.import_steps import asked_for, import_card, tapped_import
from bot.room import Done, Replies, Room
from crm.errors import Refused
from crm.models import Block, Import, ImportState
from crm.store.imports import drop_pieces, get_own_import, latest_import
from crm.store.jobs import ask_job
from crm.store.troubles import outbox_row
from crm.store.work import Work
from crm.usecases.import_file import change_block, check_changeable, rest_to_note
from crm.usecases.import_slice import leave_import


def took_file(ctx: Context) -> Replies | None:
    """A table that comes alone: one with words, or as an answer to a card, is filed where those go."""
    file = ctx.incoming.file
    if file is None or ctx.incoming.reply_to is not None or ctx.incoming.text.strip() or not is_table(file):
        return None
    if is_old_table(file):
        return [Reply((t("import-old-excel"),))]
    if file.size is not None and file.size > TELEGRAM_LIMIT:
        return [Reply((t("import-too-big"),))]
    import_id = ctx.work.ids()
    more = {"import_id": import_id, "name": file.name}
    ask_job(ctx.work, ctx.incoming.bot_id, asked_for(ctx, import_jobs.READ, more), file_id=file.file_id)
    return [Reply((t("import-reading", name=file.name),), key=_key(import_id))]


def _on_command(ctx: Context) -> Replies:
    """The last one, as it stands; or how to begin."""
    import_ = latest_import(ctx.work.session, ctx.access)
    return [Reply((t("import-how"),)), *([import_card(ctx, import_, edits=None)] if import_ else [])]


def _on_read(ctx: Context, done: Done) -> Replies:
    import_id = int(done.asked["import_id"])
    edits = outbox_row(ctx.work.session, ctx.incoming.bot_id, _key(import_id))
    problem = str(done.result.get("error", "")) or (
        ("import-too-big" if done.failed == "too-big" else "import-not-fetched") if done.failed else ""
    )
    if problem:
        return [Reply((t(problem, name=str(done.asked["name"])),), edits_outbox=edits)]
    card = import_card(ctx, get_own_import(ctx.work.session, ctx.access, import_id), edits=None)
    return [_in_place(card, edits)]


def _in_place(card: Reply, outbox_id: int | None) -> Reply:
    return Reply(card.lines, card.buttons, edits_outbox=outbox_id)


def _on_show(ctx: Context, tap: Tap) -> Replies:
    return [import_card(ctx, tapped_import(ctx, tap), edits=ctx.incoming.message_id)]


def _on_as(ctx: Context, tap: Tap) -> Replies:
    import_ = tapped_import(ctx, tap)
    if tap.arg not in list(Block):
        raise Refused("passed")
    change_block(ctx.work.session, import_, Block(tap.arg))
    return _on_show(ctx, tap)


def _on_rest(ctx: Context, tap: Tap) -> Replies:
    rest_to_note(ctx.work.session, tapped_import(ctx, tap))
    return _on_show(ctx, tap)


def _on_no(ctx: Context, tap: Tap) -> Replies:
    """Called off before it began."""
    import_ = tapped_import(ctx, tap)
    check_changeable(import_)
    import_.state, import_.finished_at = ImportState.STOPPED, ctx.work.now
    import_.made = import_.updated = import_.skipped = import_.bad = 0
    drop_pieces(ctx.work.session, import_)
    return [Reply((t("import-called-off", name=import_.name),), edits=ctx.incoming.message_id)]


def _on_left(work: Work, bot_id: int, done: Done) -> None:
    """Whoever sent the file was removed before it was read."""
    import_ = work.session.get(Import, (int(done.asked["workspace_id"]), int(done.asked["import_id"])))
    if import_ is not None:
        leave_import(work, import_)


def _key(import_id: int) -> str:
    return f"import-{import_id}"


ROOM = Room(
    commands={"import": _on_command},
    taps={
        "import-show": _on_show,
        "import-as": _on_as,
        "import-rest": _on_rest,
        "import-no": _on_no,
    },
    jobs={import_jobs.READ: import_jobs.read},
    done={import_jobs.READ: _on_read},
    left={import_jobs.READ: _on_left},
)
