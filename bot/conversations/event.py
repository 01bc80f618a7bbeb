"""/event: a fair is made once for the team; what runs and what is past; ending early; planning what it brought."""

from dataclasses import dataclass
from datetime import date

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.fair import END, LATER, PLAN, SHOW, fair_counts, fair_line, fair_summary_card
from bot.cards.lead import country_name, short_name
from bot.chat import About, Button, Day, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
from bot.questions import start
from bot.room import Replies, Room
from crm.capture.event import read_event
from crm.capture.read import read_due
from crm.models import Fair
from crm.store.fair_summary import fair_summary, unreachable_leads
from crm.store.fairs import fair_named, fairs_of, running_fair
from crm.usecases.later_fair import later_fair
from crm.usecases.make_fair import MadeFair, end_fair, get_fair, make_fair
from crm.usecases.spread_fair import spread_fair

_FAIR = "fair"
_LISTED = 5
_SHOWN = 6
_COUNTRIES = ("DE", "NL", "BE", "FR", "IT", "GB", "AT", "CH", "ES")


@dataclass(frozen=True, slots=True)
class EventDraft:
    """last_day: ISO 8601. country: ISO 3166 alpha-2."""

    name: str | None = None
    last_day: str | None = None
    country: str | None = None


def _parse_name(ctx: Context, text: str) -> str:
    return text[:200]


def _parse_day(ctx: Context, text: str) -> str:
    due = read_due(text, ctx.surroundings)
    if due is None:
        raise NotUnderstoodError("not-a-day")
    return due.day.isoformat()


def _countries(ctx: Context, draft: EventDraft) -> tuple[Choice, ...]:
    codes = dict.fromkeys((*([ctx.who.country] if ctx.who.country else []), *_COUNTRIES))
    return tuple(Choice(country_name(code, ctx.language), code) for code in list(codes)[:8])


def _event_name(ctx: Context, draft: EventDraft) -> dict[str, Value]:
    return {"name": draft.name}


def _finish(ctx: Context, draft: EventDraft) -> Replies:
    assert draft.name and draft.last_day
    before = running_fair(ctx.work.session, ctx.access, ctx.today)
    made = make_fair(ctx.work, ctx.who, draft.name, date.fromisoformat(draft.last_day), draft.country)
    fair = made.fair
    after = Day(ctx.calendar.next_working_day(fair.last_day))
    undo = undo_button(ctx.work.turn_id)
    return [
        Reply(
            (
                fair_line(fair, ctx.language),
                _known(fair, draft.name) if made.known else t("event-made"),
                _beside(before, made) if before is not None and before.id != fair.id else None,
                t("event-holds", day=after),
            ),
            ((undo,),),
        )
    ]


def _known(fair: Fair, said: str) -> Value:
    """In another spelling it is the same event: that is said, for it may be taken for a typing error."""
    return t("event-known") if fair.name == said else t("event-known-as", said=said)


def _beside(other: Fair, made: MadeFair) -> Value:
    """Leads have one event as their source, the one made last: which other one runs is said."""
    if made.known:
        return t("event-goes-to", name=other.name)
    return t("event-took-over", name=other.name, day=Day(other.last_day))


EVENT = Conversation(
    name="event",
    version=1,
    draft=EventDraft,
    asks=(
        Ask("name", "ask-event-name", _parse_name, optional=False),
        Ask("last_day", "ask-event-day", _parse_day, optional=False, args=_event_name),
        Ask("country", "ask-event-country", choices=_countries, args=_event_name),
    ),
    finish=_finish,
)


def _on_command(ctx: Context) -> Replies:
    if not ctx.said:
        return [_list(ctx)]
    said = read_event(ctx.said, ctx.surroundings)
    known = fair_named(ctx.work.session, ctx.access, said.name) if said.name else None
    country = said.country or (known.country if known else None)
    day = said.last_day.isoformat() if said.last_day else None
    return start(ctx, EVENT, EventDraft(said.name, day, country))


def _list(ctx: Context) -> Reply:
    fairs = fairs_of(ctx.work.session, ctx.access, limit=_LISTED)
    if not fairs:
        return Reply((t("event-none"),))
    lines = [
        t("event-runs" if _runs(ctx, fair) else "event-past-line", line=fair_line(fair, ctx.language))
        for fair in fairs
    ]
    buttons = [Button(fair.name, encode(_FAIR, fair.id)) for fair in fairs]
    rows = in_rows(buttons)
    return Reply((*lines, t("event-hint")), rows)


def _on_fair(ctx: Context, tap: Tap) -> Replies:
    """What an event brought: one's own leads, or the team's for whoever leads it and holds none there."""
    fair = get_fair(ctx.work, ctx.access, tap.id)
    own = fair_summary(ctx.work.session, fair, ctx.member.id)
    if own.leads or not ctx.access.leads_others:
        reply = fair_summary_card(ctx.work, ctx.who, fair, own)
    else:
        reply = Reply(fair_counts(fair, fair_summary(ctx.work.session, fair, None)))
    rows = reply.buttons
    if _runs(ctx, fair) and (fair.created_by == ctx.member.id or ctx.access.leads_others):
        rows = (*rows, (Button(t("button-end-now"), encode(END, fair.id)),))
    return [Reply(reply.lines, rows, edits=ctx.incoming.message_id)]


def _on_end(ctx: Context, tap: Tap) -> Replies:
    fair = get_fair(ctx.work, ctx.access, tap.id)
    end_fair(ctx.work, ctx.who, fair)
    undo = undo_button(ctx.work.turn_id)
    return [Reply((t("event-ended", name=fair.name),), ((undo,),), edits=ctx.incoming.message_id)]


def _on_plan(ctx: Context, tap: Tap) -> Replies:
    fair = get_fair(ctx.work, ctx.access, tap.id)
    done = spread_fair(ctx.work, ctx.who, fair)
    if done is None:
        ctx.toast = t("event-nothing-open")
        return []
    first, last = Day(done.first), Day(done.last)
    line = t("event-spread-one-day", count=done.count, day=first)
    if done.last != done.first:
        line = t("event-spread", count=done.count, first=first, last=last)
    buttons = (
        Button(t("button-agenda"), encode("agenda")),
        undo_button(ctx.work.turn_id),
    )
    return [Reply((fair.name, line), (buttons,), edits=ctx.incoming.message_id)]


def _on_show(ctx: Context, tap: Tap) -> Replies:
    """The leads that cannot be reached yet, each to be opened and completed."""
    fair = get_fair(ctx.work, ctx.access, tap.id)
    summary = fair_summary(ctx.work.session, fair, ctx.member.id)
    leads = unreachable_leads(ctx.work.session, fair, ctx.member.id, limit=_SHOWN)
    if not leads:
        ctx.toast = t("event-all-reachable")
        return []
    buttons = [Button(short_name(lead), encode("open", lead.id)) for lead in leads]
    rows = in_rows(buttons)
    about = (About("list", 0), *(About("lead", lead.id) for lead in leads))
    return [Reply((fair.name, t("event-unreachable", count=summary.unreachable)), rows, about=about)]


def _on_later(ctx: Context, tap: Tap) -> Replies:
    fair = get_fair(ctx.work, ctx.access, tap.id)
    day = later_fair(ctx.work, ctx.who, fair)
    again = Button(t("button-plan-it"), encode(PLAN, fair.id))
    line = t("event-later", name=fair.name, day=Day(day))
    return [Reply((line,), ((again,),), edits=ctx.incoming.message_id)]


def _runs(ctx: Context, fair: Fair) -> bool:
    return fair.last_day >= ctx.today


ROOM = Room(
    commands={"event": _on_command},
    taps={_FAIR: _on_fair, END: _on_end, PLAN: _on_plan, SHOW: _on_show, LATER: _on_later},
    conversations=(EVENT,),
)
