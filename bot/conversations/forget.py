"""/forget: a person's erasure. What would go is said first, then asked, then done, with a receipt that names nobody."""

from dataclasses import dataclass

from bot.callback import Tap, encode
from bot.cards.lead import title_line
from bot.cards.row_list import PAGE, row_list
from bot.cards.titles import titles_of
from bot.chat import Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.documents.erased import ERASE, ask_to_erase, erase, erased, try_again_later
from bot.questions import start
from bot.room import Replies, Room
from crm.models import Block, Contact, Lead
from crm.rules.local_time import to_wall
from crm.rules.visibility import may_edit
from crm.store.blocks import find_subject
from crm.store.conversion import become
from crm.store.emptied import Emptied
from crm.store.search.find import find_in
from crm.store.traces import Traces
from crm.usecases.forget_person import (
    apart,
    deleted_people,
    dry_run,
    forget_person,
    get_forgettable,
    goes_along,
    that_may_mean,
)

_QUERY_LIMIT = 100
_MOST = 10
_WITH_ACCOUNTS = "a"
_THIS_QUESTION = 1


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
    asks=(
        Ask(
            "query",
            "ask-forget",
            parse=lambda ctx, text: text,
            optional=False,
            asks_for_somebody=True,
        ),
    ),
    finish=_finish,
)


def _on_forget(ctx: Context, tap: Tap) -> Replies:
    """One of several was chosen."""
    lead = get_forgettable(ctx.work.session, ctx.access, tap.id)
    return [_sure(ctx, lead, edits=ctx.incoming.message_id)]


def _on_yes(ctx: Context, tap: Tap) -> Replies:
    gone = forget_person(ctx.work, ctx.access, tap.id, with_accounts=tap.arg == _WITH_ACCOUNTS)
    ask_to_erase(ctx, gone.stored)
    now = to_wall(ctx.work.now, ctx.zone)
    done = t("forgotten", day=Day(now.date(), now.time(), year=True))
    names = ["…" if gone.person.bears_surname(one.name) else one.name for one in _left_empty(gone)]
    empty = t("forgotten-empty", accounts=Joined(tuple(names), ", "), count=len(names)) if names else None
    tap_itself = ctx.work.turn_id in gone.inbox
    lines = (done, *_counts(gone, gone.messages - tap_itself), _perhaps(gone), empty)
    return [Reply((*lines, t("forgotten-elsewhere")), edits=ctx.incoming.message_id)]


def _on_others(ctx: Context, tap: Tap) -> Replies:
    """In whose texts the surname stays: each to be opened, and put right by hand."""
    lead = get_forgettable(ctx.work.session, ctx.access, tap.id)
    found = that_may_mean(ctx.work.session, ctx.access, lead, limit=PAGE)
    if not found:
        ctx.toast = t("passed")
        return []
    return [row_list((t("forget-others"),), found, labels=titles_of(ctx.work.session, found))]


def _sure(ctx: Context, lead: Lead | Contact, *, edits: int | None = None) -> Reply:
    traces = dry_run(ctx.work.session, ctx.access, lead)
    yes = Button(t("button-forget-yes"), encode("forget-yes", lead.id))
    emptied = Joined(tuple(one.name for one in traces.emptied), ", ")
    lines = (
        Bold(title_line(lead)),
        t("forget-sure"),
        *_counts(traces, traces.messages + _THIS_QUESTION),
        _perhaps(traces),
        t("forget-empties", accounts=emptied, count=len(traces.emptied)) if traces.emptied else None,
    )
    along = goes_along(ctx.access, traces.emptied)
    names = Joined(tuple(one.name for one in along), ", ")
    with_accounts = Button(
        t("button-forget-account", accounts=names), encode("forget-yes", lead.id, arg=_WITH_ACCOUNTS)
    )
    others = Button(t("button-forget-others"), encode("forget-others", lead.id))
    rows = (yes, _keep()), (with_accounts,) if along else (), (others,) if traces.perhaps else ()
    return Reply(lines, rows, edits=edits)


def _perhaps(traces: Traces) -> Value:
    return t("forget-perhaps", count=len(traces.perhaps)) if traces.perhaps else None


def _left_empty(traces: Traces) -> list[Emptied]:
    """Accounts that stay without a contact."""
    return [one for one in traces.emptied if one.id not in traces.gone.all_ids]


def _counts(traces: Traces, messages: int) -> tuple[Value, ...]:
    """messages: those that there were before it was asked for, and the question, which names them too."""
    counts = t(
        "forget-counts",
        reaches=traces.reaches,
        activities=traces.activities,
        follow_ups=traces.follow_ups,
        messages=messages,
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
    left={ERASE: try_again_later},
)
