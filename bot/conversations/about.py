"""[About Spares · €900] under an entry: which of several open opportunities it is about."""

from bot.callback import Tap, id_in
from bot.cards.about import ABOUT, NEW, placed_card
from bot.chat import t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.models import Activity, Opportunity
from crm.rules.conversion import FORMAL_KINDS
from crm.store.blocks import find_subject, subject_of
from crm.usecases.place_entry import open_for_quote, place_entry


def _on_about(ctx: Context, tap: Tap) -> Replies:
    """id: of the entry. NEW: a quote is about none of them, so that it opens one."""
    session, access = ctx.work.session, ctx.access
    entry = session.get(Activity, (access.workspace_id, tap.id))
    if entry is None or entry.deleted_at is not None:
        raise NotYours
    subject = subject_of(session, access, entry)
    if entry.member_id != access.member_id and not access.leads_others:
        raise NotYours
    if entry.opportunity_id is not None or (tap.arg == NEW and entry.kind not in FORMAL_KINDS):
        ctx.toast = t("passed")
        return []
    if tap.arg == NEW:
        opportunity = open_for_quote(ctx.work, ctx.who, entry)
    else:
        opportunity = _chosen(ctx, tap.arg)
        place_entry(ctx.work, ctx.who, entry, opportunity)
    return [placed_card(ctx, subject, opportunity, edits=ctx.incoming.message_id)]


def _chosen(ctx: Context, id36: str) -> Opportunity:
    found = find_subject(ctx.work.session, ctx.access, id_in(id36))
    if not isinstance(found, Opportunity):
        raise NotYours
    return found


ROOM = Room(taps={ABOUT: _on_about})
