"""What the cards of accounts, contacts and opportunities have in common: lines and rows of buttons below the usual ones."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from bot.cards.lead import next_line
from bot.cards.timeline import what_happened
from bot.chat import Button, Day, Joined, Value, t
from bot.context import Context
from crm.capture.draft import ActivityKind
from crm.models import Opportunity
from crm.rules.local_time import local_day
from crm.store.blocks import Subject
from crm.store.leads import open_follow_ups
from crm.store.members import who_is
from crm.store.timeline import entries
from crm.store.value_of import value_of

SHOWN = 3
"""So many people or deals are named on a card."""
_BOOK_KEEPING = (ActivityKind.CONVERSION, ActivityKind.STAGE, ActivityKind.STATUS)
_LOOKED_AT = 6


@dataclass(frozen=True, slots=True)
class Face:
    """lines: with the title, which is the first. rows: of buttons, below the usual ones."""

    lines: tuple[Value, ...]
    rows: tuple[tuple[Button, ...], ...] = ()


def first_few(parts: Sequence[Value]) -> Value:
    """ "Klaus Berger, Anna de Vries, 2 more"; None where there is nothing."""
    more = t("digest-more", count=len(parts) - SHOWN) if len(parts) > SHOWN else None
    return Joined((*parts[:SHOWN], more), ", ")


def deals_line(deals: Sequence[Opportunity]) -> Value:
    """ "Sensors €12,400, Pumps €3,000"."""
    return first_few([Joined((deal.name, value_of(deal)), " ") for deal in deals])


def state_line(ctx: Context, subject: Subject, moved_from: date | None) -> Value:
    """ "Next: mail, Fri 24 Apr · Last: Mon 20 Apr, Call · Held by Tom": both lines on one."""
    return Joined((planned_line(ctx, subject, moved_from), past_line(ctx, subject)))


def planned_line(ctx: Context, subject: Subject, moved_from: date | None) -> Value:
    """ "Next: mail, Fri 24 Apr". moved_from: the day asked for, where it rings on another."""
    return next_line(open_follow_ups(ctx.work.session, subject), moved_from)


def past_line(ctx: Context, subject: Subject) -> Value:
    """ "Last: Mon 20 Apr, Call · Held by Tom"."""
    return Joined((_last(ctx, subject), held_by(ctx, subject)))


def _last(ctx: Context, subject: Subject) -> Value:
    """What somebody last did; None where there is nothing but book-keeping."""
    latest = entries(ctx.work.session, subject, limit=_LOOKED_AT)
    last = next((activity for activity in latest if activity.kind not in _BOOK_KEEPING), None)
    if last is None:
        return None
    day = local_day(last.happened_at, ctx.zone)
    when = Day(day, year=day.year != ctx.today.year)
    return t("card-last", what=Joined((when, what_happened(last)), ", "))


def held_by(ctx: Context, subject: Subject) -> Value:
    """None for one's own."""
    if subject.holder_id == ctx.member.id:
        return None
    holder = who_is(ctx.work.session, subject.workspace_id, subject.holder_id)
    return t("lead-holder", name=holder.member.name if holder else "–")
