"""[Start]: through what is due, card by card in one message; each answer goes on to the next."""

from dataclasses import dataclass
from datetime import date

from bot.answers import parse_when, said_to_do
from bot.callback import Tap, encode
from bot.cards.walk import (
    LATER,
    NONE,
    ON,
    OWN,
    SKIP,
    Step,
    here,
    later_buttons,
    next_card,
    read_step,
    walk_card,
)
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies, Room
from bot.sent_question import ask_if_sent
from crm.capture.draft import Due, Outcome
from crm.capture.read import read_due
from crm.errors import NotYours
from crm.models import FollowUp
from crm.rules.later import LaterChoice, later_choices
from crm.store.agenda import AgendaItem
from crm.store.blocks import Subject
from crm.store.follow_ups import get_follow_up
from crm.store.leads import get_lead, open_follow_ups
from crm.store.timeline import entries
from crm.store.walk import Place, Through, count_items, is_still_open, next_item, place_of
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.answer_follow_up import Answer, answer_follow_up, need_no_next_step, put_off

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
        ctx.work.session.flush()
    done = what in (Answer.SPOKE, Answer.MAILED)
    asks = ask_if_sent(ctx, item.follow_up) if item and item.follow_up and done else []
    return [_offer_next(ctx, step) if what == Answer.SPOKE else _go_on(ctx, step), *asks]


def _offer_next(ctx: Context, step: Step) -> Reply:
    """The second of two taps on [Spoke] finds the offer again."""
    _, subject = _at(ctx, step.place)
    latest = entries(ctx.work.session, subject, limit=1)
    spoken = [entry for entry in latest if entry.outcome is Outcome.SPOKE]
    if not spoken or open_follow_ups(ctx.work.session, subject):
        return _go_on(ctx, step)
    return next_card(ctx, subject, step)


def _on_later(ctx: Context, tap: Tap) -> Replies:
    """Another time, one of those that were offered."""
    read = read_step(tap.id, tap.arg)
    if read is None:
        ctx.toast = t("passed")
        return []
    which, step = read
    item = _item_at(ctx, step.place)
    if item is not None and which == OWN:
        return start(ctx, TIME, WalkTimeDraft(str(tap.id), tap.arg, is_next=False))
    if item is not None:
        chosen = [choice for choice in _choices(ctx, item.follow_up) if choice.which == which]
        if not chosen:  # this afternoon has passed meanwhile
            return [walk_card(ctx, item, step, buttons=later_buttons(step, _choices(ctx, item.follow_up)))]
        due = Due(chosen[0].ring.day, chosen[0].clock, "")
        put_off(ctx.work, ctx.who, item.subject, item.follow_up, due)
    return [_go_on(ctx, step)]


def _on_next(ctx: Context, tap: Tap) -> Replies:
    """After [Spoke]: a day, [Other], [None needed], or on without. A second tap just goes on."""
    read = read_step(tap.id, tap.arg)
    if read is None:
        ctx.toast = t("passed")
        return []
    what, step = read
    follow_up, subject = _at(ctx, step.place)
    if what != ON and not open_follow_ups(ctx.work.session, subject):
        if what == OWN:
            return start(ctx, TIME, WalkTimeDraft(str(tap.id), tap.arg, is_next=True))
        if what == NONE:
            need_no_next_step(ctx.work, ctx.who, subject)
        else:
            try:
                day = date.fromisoformat(what)
            except ValueError:
                ctx.toast = t("passed")
                return []
            _plan_next(ctx, subject, follow_up, Due(day, None, ""))
    return [_go_on(ctx, step)]


def _plan_next(ctx: Context, subject: Subject, follow_up: FollowUp | None, due: Due, said: str = "") -> None:
    """said: what is to be done; where nothing was said of it, what was to be done before."""
    action = said or (follow_up.action if follow_up is not None else "")
    add_follow_up(ctx.work, ctx.access, subject, ctx.who, due, action=action, reason=due.written)


@dataclass(frozen=True, slots=True)
class WalkTimeDraft:
    """id, step: of the button, as text (`read_step`). is_next: a next step is asked for, not another time for this one."""

    id: str
    step: str
    is_next: bool
    when: str | None = None


def _finish_time(ctx: Context, draft: WalkTimeDraft) -> Replies:
    read = read_step(int(draft.id), draft.step)
    due = read_due(draft.when or "", ctx.surroundings)
    assert read is not None and due is not None  # both were read before
    _, step = read
    said = said_to_do(ctx, draft.when or "")
    if draft.is_next:
        follow_up, subject = _at(ctx, step.place)
        _plan_next(ctx, subject, follow_up, due, said)
    elif (item := _item_at(ctx, step.place)) is not None:
        put_off(ctx.work, ctx.who, item.subject, item.follow_up, due, action=said)
    return [_go_on(ctx, step)]


TIME = Conversation(
    name="walk-time",
    version=1,
    draft=WalkTimeDraft,
    asks=(Ask("when", "ask-when", parse_when, optional=False),),
    finish=_finish_time,
)


def _go_on(ctx: Context, step: Step) -> Reply:
    found = next_item(ctx.work.session, ctx.who, step.through, ctx.work.now, step.place)
    return walk_card(ctx, found, step.to(found)) if found else _end(ctx, "walk-done")


def _item_at(ctx: Context, place: Place) -> AgendaItem | None:
    """What a card shows, None where it was answered or put off since, or is no longer there to see.

    A place is what a button says: whatever it names is checked as everything else.
    """
    try:
        follow_up, subject = _at(ctx, place)
    except NotYours:
        return None
    return AgendaItem(subject, follow_up) if is_still_open(subject, follow_up, place) else None


def _at(ctx: Context, place: Place) -> tuple[FollowUp | None, Subject]:
    """Raises NotYours."""
    if place.at_follow_up:
        return get_follow_up(ctx.work.session, ctx.access, place.id)
    return None, get_lead(ctx.work.session, ctx.access, place.id)


def _choices(ctx: Context, follow_up: FollowUp | None) -> tuple[LaterChoice, ...]:
    clock = follow_up.clock if follow_up else None
    return later_choices(ctx.work.now, clock, ctx.who.digest_at, ctx.calendar)


def _end(ctx: Context, key: str) -> Reply:
    agenda = Button(t("button-agenda"), encode("agenda"))
    return Reply((t(key),), ((agenda,),), edits=here(ctx))


ROOM = Room(
    taps={"walk-start": _on_start, "walk": _on_walk, "walk-later": _on_later, "walk-next": _on_next},
    conversations=(TIME,),
)
