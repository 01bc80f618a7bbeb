"""[About Spares · €900] under an entry: which of several open opportunities it is about."""

from bot.callback import Tap, id_in
from bot.cards.about import ABOUT, INSTEAD, NEW, placed_card
from bot.cards.quoted import logged_line
from bot.chat import t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.models import Activity, Opportunity
from crm.rules.conversion import FORMAL_KINDS
from crm.store.blocks import find_subject, subject_of
from crm.usecases.part_of_turn import part_of_turn, turn_of_quote
from crm.usecases.place_entry import open_for_quote, place_entry
from crm.usecases.quote_on_new_deal import quote_on_new_deal


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
        opportunity, before = open_for_quote(ctx.work, ctx.who, entry), None
    else:
        opportunity = _chosen(ctx, tap.arg)
        before = place_entry(ctx.work, ctx.who, entry, opportunity)
    return [placed_card(ctx, subject, opportunity, before=before, edits=ctx.incoming.message_id)]


def _on_instead(ctx: Context, tap: Tap) -> Replies:
    """[New deal instead]: the deal whose amount the quote changed is as it was. id: of the quote."""
    quote = ctx.work.session.get(Activity, (ctx.access.workspace_id, tap.id))
    if quote is None or quote.deleted_at is not None:
        raise NotYours
    subject_of(ctx.work.session, ctx.access, quote)
    turn = turn_of_quote(ctx.work, ctx.access, quote)
    if turn is None:
        ctx.toast = t("passed")
        return []
    with part_of_turn(ctx.work, turn):
        opportunity = quote_on_new_deal(ctx.work, ctx.who, quote, turn)
    if opportunity is None:
        ctx.toast = t("passed")
        return []
    logged = logged_line(quote)
    card = placed_card(
        ctx, opportunity, opportunity, logged=logged, turn_id=turn.id, edits=ctx.incoming.message_id
    )
    return [card]


def _chosen(ctx: Context, id36: str) -> Opportunity:
    found = find_subject(ctx.work.session, ctx.access, id_in(id36))
    if not isinstance(found, Opportunity):
        raise NotYours
    return found


ROOM = Room(taps={ABOUT: _on_about, INSTEAD: _on_instead})
