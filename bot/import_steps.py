"""What the rooms of an import share: which import is meant, how it stands, what is asked for next."""

from typing import Any

from bot.callback import Tap
from bot.cards.importing import mapping_card, progress_card, result_card, undoing_card
from bot.chat import Reply
from bot.context import Context
from crm.models import Import, ImportState
from crm.store.imports import SLICE, count_standing, get_own_import, is_over, own_fields
from crm.store.jobs import Asked
from crm.usecases.import_file import columns_of

SLICE_JOB, UNDO_JOB = "import-slice", "import-undo"


def import_card(ctx: Context, import_: Import, *, edits: int | None) -> Reply:
    """As it stands."""
    if is_over(import_):
        return result_card(import_, edits=edits)
    if import_.state is ImportState.RUNNING:
        return progress_card(import_, import_.position * SLICE, edits=edits)
    if import_.state is ImportState.UNDOING:
        return undoing_card(import_, count_standing(ctx.work.session, import_) * SLICE, edits=edits)
    return mapping_card(import_, columns_of(import_), own_names(ctx, import_), edits=edits)


def tapped_import(ctx: Context, tap: Tap) -> Import:
    """One's own: raises NotYours for a colleague's."""
    return get_own_import(ctx.work.session, ctx.access, tap.id)


def own_names(ctx: Context, import_: Import) -> dict[int, str]:
    """Fields that the workspace added: id -> name."""
    found = own_fields(ctx.work.session, import_.workspace_id, import_.block)
    return {id: name for id, (name, _) in found.items()}


def asked_for(ctx: Context, what: str, more: dict[str, Any], message_id: int | None = None) -> Asked:
    """message_id: of the card that shows how far it is; the one that was tapped by default."""
    assert ctx.incoming.sender is not None
    shared = {
        "member_id": ctx.member.id,
        "bot_id": ctx.incoming.bot_id,
        "message_id": message_id or ctx.incoming.message_id,
    }
    return Asked(what, ctx.workspace.id, ctx.incoming.chat_id, ctx.incoming.sender.user_id, shared | more)
