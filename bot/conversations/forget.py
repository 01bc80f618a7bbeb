"""/forget: a person's erasure. What would go is said first, then asked, then done, with a receipt that names nobody."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.lead import title_line
from bot.cards.row_list import PAGE, row_list
from bot.chat import Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.documents.erased import ERASE, ask_to_erase, erase, erased
from bot.questions import start
from bot.room import Replies, Room
from crm.models import Block, Contact, Lead
from crm.rules.local_time import to_wall
from crm.rules.visibility import may_edit
from crm.store.blocks import find_subject
from crm.store.conversion import become
from crm.store.search.find import find_in
from crm.store.traces import Traces
from crm.usecases.forget_person import (
    apart,
    deleted_people,
    dry_run,
    forget_person,
    get_forgettable,
    leads_that_may_mean,
)

_QUERY_LIMIT = 100
_MOST = 10


@dataclass(frozen=True, slots=True)
class ForgetDraft:
    query: str | None = None


def _on_command(ctx: Context) -> Replies:
    return start(ctx, FORGET, ForgetDraft(ctx.said or None))


def _finish(ctx: Context, draft: ForgetDraft) -> Replies:
    query = (draft.query or "")[:_QUERY_LIMIT]
    session, access = ctx.work.session, ctx.access
    seen = _people(ctx, query)
    mine = [who for who in seen if may_edit(access, who.holder_id)]
    found = apart(session, (*mine, *deleted_people(session, access, query)))[:_MOST]
    if len(found) == 1:
        return [_sure(ctx, found[0])]
    if found:
        buttons = tuple((Button(title_line(who), encode("forget", who.id)),) for who in found)
        return [Reply((t("forget-whom"),), (*buttons, (_keep(),)))]
    return [Reply((t("not-yours-to-forget" if seen else "find-none", query=query),))]


def _people(ctx: Context, query: str) -> list[Lead | Contact]:
    """Leads and contacts; of a lead that has become a contact only that: both are one person."""
    session, access, region = ctx.work.session, ctx.access, ctx.surroundings.region
    found: dict[int, Lead | Contact] = {}
    for block in (Block.LEAD, Block.CONTACT):
        for id in find_in(session, access, block, query, region=region, limit=2 * _MOST):
            row = find_subject(session, access, id)
            who = become(session, access, row) if row is not None else None
            who = who if isinstance(who, Lead | Contact) else row
            if isinstance(who, Lead | Contact):
                found.setdefault(who.id, who)
    return list(found.values())


FORGET = Conversation(
    name="forget",
    version=1,
    draft=ForgetDraft,
    asks=(Ask("query", "ask-forget", parse=lambda ctx, text: text, optional=False),),
    finish=_finish,
    takes_any_text=True,
)


def _on_forget(ctx: Context, tap: Tap) -> Replies:
    """One of several was chosen."""
    lead = get_forgettable(ctx.work.session, ctx.access, tap.id)
    return [_sure(ctx, lead, edits=ctx.incoming.message_id)]


def _on_yes(ctx: Context, tap: Tap) -> Replies:
    gone = forget_person(ctx.work, ctx.access, tap.id)
    ask_to_erase(ctx, gone.stored)
    now = to_wall(ctx.work.now, ctx.zone)
    done = t("forgotten", day=Day(now.date(), now.time(), year=True))
    return [Reply((done, *_counts(gone), t("forgotten-elsewhere")), edits=ctx.incoming.message_id)]


def _on_others(ctx: Context, tap: Tap) -> Replies:
    """The leads in whose texts the surname stays: each to be opened, and put right by hand."""
    lead = get_forgettable(ctx.work.session, ctx.access, tap.id)
    found = leads_that_may_mean(ctx.work.session, ctx.access, lead, limit=PAGE)
    if not found:
        ctx.toast = t("passed")
        return []
    return [row_list((t("forget-others"),), found)]


def _sure(ctx: Context, lead: Lead | Contact, *, edits: int | None = None) -> Reply:
    traces = dry_run(ctx.work.session, ctx.access, lead)
    yes = Button(t("button-forget-yes"), encode("forget-yes", lead.id))
    perhaps = len(traces.perhaps)
    lines = (
        Bold(title_line(lead)),
        t("forget-sure"),
        *_counts(traces),
        t("forget-perhaps", count=perhaps) if perhaps else None,
    )
    others = (Button(t("button-forget-others"), encode("forget-others", lead.id)),) if perhaps else ()
    return Reply(lines, ((yes, _keep()), others), edits=edits)


def _counts(traces: Traces) -> tuple[Value, ...]:
    counts = t(
        "forget-counts",
        reaches=traces.reaches,
        activities=traces.activities,
        follow_ups=traces.follow_ups,
        messages=traces.messages,
    )
    mentions = len(traces.mentions)
    files = t("files-of", count=traces.files) if traces.files else None
    return Joined((counts, files)), t("forget-mentions", count=mentions) if mentions else None


def _keep() -> Button:
    return Button(t("button-keep"), encode("keep"))


ROOM = Room(
    commands={"forget": _on_command},
    taps={"forget": _on_forget, "forget-yes": _on_yes, "forget-others": _on_others},
    conversations=(FORGET,),
    jobs={ERASE: erase},
    done={ERASE: erased},
)
