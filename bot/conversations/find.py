"""/find, among leads, accounts, contacts and deals: by name, organisation, e-mail or phone; one hit opens the card."""

from dataclasses import dataclass, replace

from bot.callback import Tap, encode
from bot.cards.opened import opened_card
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list
from bot.cards.titles import labels_of
from bot.chat import Bold, Button, Reply, t
from bot.commanded import commanded
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from crm.models import Lead
from crm.store.blocks import Subject, rows_by_id
from crm.store.search.find import find_everywhere

_QUERY_LIMIT = 100


@dataclass(frozen=True, slots=True)
class FindDraft:
    query: str | None = None


def _on_command(ctx: Context) -> Replies:
    return start(ctx, FIND, FindDraft(ctx.said or None))


def _finish(ctx: Context, draft: FindDraft) -> Replies:
    query = draft.query or ""
    found = _search(ctx, query, 0)
    if len(found) == 1:
        return [opened_card(ctx, found[0])]
    return [_results(ctx, query, found, Tap("find", ctx.work.turn_id, 0, "0"))]


FIND = Conversation(
    name="find",
    version=1,
    draft=FindDraft,
    asks=(Ask("query", "ask-find", parse=lambda ctx, text: text, optional=False),),
    finish=_finish,
)


def _on_find(ctx: Context, tap: Tap) -> Replies:
    """Another page, or back to the results: the search stands in the member's own message (tap.id)."""
    message = ctx.recall(tap.id)
    if message is None:
        ctx.toast = t("passed")
        return []
    query = commanded(message.text)[1]
    page = read_page(tap.arg)
    found = _search(ctx, query, page)
    here = Tap("find", tap.id, 0, str(page))
    return [replace(_results(ctx, query, found, here), edits=ctx.incoming.message_id)]


def _search(ctx: Context, query: str, page: int) -> list[Subject]:
    """One more than a page holds, so that it shows whether there is another."""
    session, access = ctx.work.session, ctx.access
    found = find_everywhere(
        session,
        access,
        query[:_QUERY_LIMIT],
        region=ctx.surroundings.region,
        limit=PAGE + 1,
        offset=page * PAGE,
    )
    return rows_by_id(session, access, found)


def _results(ctx: Context, query: str, found: list[Subject], here: Tap) -> Reply:
    asked = query.strip()[:_QUERY_LIMIT]
    if not found:
        new = Button(t("button-new-lead"), encode("new-lead", here.id))
        return Reply((t("find-none", query=asked), t("find-none-hint")), ((new,),))
    page = read_page(here.arg)
    shown = found[:PAGE]
    turning = page_buttons(
        replace(here, arg=str(page - 1)) if page else None,
        replace(here, arg=str(page + 1)) if len(found) > PAGE else None,
    )
    labels = [
        label if isinstance(row, Lead) else t(f"find-{row.__tablename__}", name=label)
        for row, label in zip(shown, labels_of(ctx.work.session, shown), strict=True)
    ]
    return row_list((Bold(t("find-found", query=asked)),), shown, here=here, labels=labels, more=(turning,))


ROOM = Room(commands={"find": _on_command}, taps={"find": _on_find}, conversations=(FIND,))
