"""[Start]: through what is due, card by card in one message; each answer goes on to the next."""

from bot.callback import Tap, encode
from bot.cards.walk import LATER, SKIP, Step, later_buttons, read_step, walk_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.room import Replies, Room
from crm.capture.draft import Due
from crm.errors import NotYours
from crm.models import FollowUp
from crm.rules.later import LaterChoice, later_choices
from crm.store.agenda import AgendaItem
from crm.store.blocks import Subject
from crm.store.follow_ups import get_follow_up
from crm.store.leads import get_lead
from crm.store.walk import Place, Through, count_items, is_still_open, next_item, place_of
from crm.usecases.answer_follow_up import Answer, answer_follow_up, put_off

_BACK = "back"


def _on_start(ctx: Context, tap: Tap) -> Replies:
    """tap.arg: what to walk through."""
    through = Through(tap.arg) if tap.arg in [known.value for known in Through] else Through.ALL
    session, now = ctx.work.session, ctx.work.now
    first = next_item(session, ctx.who, through, now)
    if first is None:
        return [_end(ctx, "walk-nothing")]
    total = count_items(session, ctx.who, through, now)
    return [walk_card(ctx, first, Step(through, 1, total, place_of(first)))]


def _on_walk(ctx: Context, tap: Tap) -> Replies:
    """An answer, [Later], [Skip]. What was answered already just goes on: a second tap does no harm."""
    read = read_step(tap.id, tap.arg)
    if read is None:
        ctx.toast = t("passed")
        return []
    what, step = read
    item = _item_at(ctx, step.place)
    if item is not None and what in (LATER, _BACK):
        buttons = later_buttons(step, _choices(ctx, item.follow_up)) if what == LATER else None
        return [walk_card(ctx, item, step, buttons=buttons)]
    if item is not None and what != SKIP:
        if what not in [answer.value for answer in Answer]:
            ctx.toast = t("passed")
            return []
        answer_follow_up(
            ctx.work, ctx.who, item.subject, item.follow_up, Answer(what), happened_at=ctx.work.now
        )
    return [_go_on(ctx, step)]


def _on_later(ctx: Context, tap: Tap) -> Replies:
    """Another time, one of those that were offered."""
    read = read_step(tap.id, tap.arg)
    if read is None:
        ctx.toast = t("passed")
        return []
    which, step = read
    item = _item_at(ctx, step.place)
    if item is not None:
        chosen = [choice for choice in _choices(ctx, item.follow_up) if choice.which == which]
        if not chosen:  # this afternoon has passed meanwhile
            return [walk_card(ctx, item, step, buttons=later_buttons(step, _choices(ctx, item.follow_up)))]
        due = Due(chosen[0].ring.day, chosen[0].clock, "")
        put_off(ctx.work, ctx.who, item.subject, item.follow_up, due)
    return [_go_on(ctx, step)]


def _go_on(ctx: Context, step: Step) -> Reply:
    found = next_item(ctx.work.session, ctx.who, step.through, ctx.work.now, step.place)
    return walk_card(ctx, found, step.to(found)) if found else _end(ctx, "walk-done")


def _item_at(ctx: Context, place: Place) -> AgendaItem | None:
    """What a card shows, None where it was answered or put off since, or is no longer there to see.

    A place is what a button says: whatever it names is checked as everything else.
    """
    follow_up: FollowUp | None = None
    subject: Subject
    try:
        if place.at_follow_up:
            follow_up, subject = get_follow_up(ctx.work.session, ctx.access, place.id)
        else:
            subject = get_lead(ctx.work.session, ctx.access, place.id)
    except NotYours:
        return None
    return AgendaItem(subject, follow_up) if is_still_open(subject, follow_up, place) else None


def _choices(ctx: Context, follow_up: FollowUp | None) -> tuple[LaterChoice, ...]:
    clock = follow_up.clock if follow_up else None
    return later_choices(ctx.work.now, clock, ctx.who.digest_at, ctx.calendar)


def _end(ctx: Context, key: str) -> Reply:
    agenda = Button(t("button-agenda"), encode("agenda"))
    return Reply((t(key),), ((agenda,),), edits=ctx.incoming.message_id)


ROOM = Room(taps={"walk-start": _on_start, "walk": _on_walk, "walk-later": _on_later})
