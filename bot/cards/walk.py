"""One card of a walk through what is due: who it is, where in the walk, and the answer in one tap."""

from dataclasses import dataclass, replace
from datetime import date, time

from bot.callback import encode
from bot.cards.buttons import in_rows, undo_button
from bot.cards.logged import next_days
from bot.cards.subject import subject_card
from bot.chat import Button, Joined, Kind, Reply, Value, t
from bot.context import Context
from crm.ids import from_base36, to_base36
from crm.rules.later import LaterChoice
from crm.store.agenda import AgendaItem
from crm.store.blocks import Subject
from crm.store.subjects import tries_of
from crm.store.walk import Place, Through, place_of
from crm.usecases.answer_follow_up import Answer

LATER, SKIP = "later", "skip"
OWN, NONE, ON = "own", "none", "on"
_MOST = 9999


@dataclass(frozen=True, slots=True)
class Step:
    """A tap in a walk. number: of the card, from 1; total: when the walk began. place: what the card shows."""

    through: Through
    number: int
    total: int
    place: Place

    def data(self, verb: str, what: str) -> str:
        """The lead's or follow-up's id, and all the rest, in one button."""
        place = self.place
        if place.day is not None:
            clock = to_base36(place.clock.hour * 60 + place.clock.minute) if place.clock else ""
            where = f"f{to_base36(place.day.toordinal())}-{clock}"
        else:
            where = f"l{int(place.hot)}-{to_base36(place.tries)}"
        number, total = (to_base36(min(count, _MOST)) for count in (self.number, self.total))
        return encode(verb, place.id, arg=f"{what}.{self.through.value}.{number}.{total}.{where}")

    def to(self, item: AgendaItem) -> "Step":
        return replace(self, number=self.number + 1, place=place_of(item))


def read_step(id: int, arg: str) -> tuple[str, Step] | None:
    """What was tapped, and where; None for anything that Step.data does not write."""
    try:
        what, through, number, total, where = arg.split(".")
        first, _, second = where[1:].partition("-")
        if where[:1] == "f":
            minutes = from_base36(second) if second else None
            clock = time(minutes // 60, minutes % 60) if minutes is not None else None
            place = Place(id, date.fromordinal(from_base36(first)), clock)
        else:
            place = Place(id, hot=first == "1", tries=from_base36(second))
        return what, Step(Through(through), from_base36(number), from_base36(total), place)
    except (ValueError, OverflowError):
        return None


def walk_card(
    ctx: Context, item: AgendaItem, step: Step, *, buttons: tuple[tuple[Button, ...], ...] | None = None
) -> Reply:
    """buttons: instead of the answers. It stands in the message that was tapped, or answers one that was typed."""
    return subject_card(
        ctx,
        item.subject,
        lead_in=Joined((_place(step), _why(ctx, item))),
        buttons=buttons or _answers(step),
        edits=here(ctx),
    )


def next_card(ctx: Context, subject: Subject, step: Step) -> Reply:
    """After [Spoke]: the next step is offered, and one tap goes on without."""
    days = [Button(label, step.data("walk-next", day.isoformat())) for day, label in next_days(ctx).items()]
    more = (
        Button(t("button-other-day"), step.data("walk-next", OWN)),
        Button(t("button-none-needed"), step.data("walk-next", NONE)),
    )
    undo = (undo_button(ctx.work.turn_id),) if ctx.work.turn else ()
    last = (*undo, Button(t("button-go-on"), step.data("walk-next", ON)))
    lead_in = Joined((_place(step), t("walk-spoke")))
    return subject_card(ctx, subject, lead_in=lead_in, buttons=(tuple(days), more, last), edits=here(ctx))


def here(ctx: Context) -> int | None:
    """The message that was tapped; None where a new one answers what was typed."""
    return ctx.incoming.message_id if ctx.incoming.kind is Kind.TAP else None


def _place(step: Step) -> Value:
    """ "3 of 8"."""
    return t("walk-place", number=step.number, total=max(step.total, step.number))


def later_buttons(step: Step, choices: tuple[LaterChoice, ...]) -> tuple[tuple[Button, ...], ...]:
    buttons = [
        Button(t(f"walk-later-{choice.which.value}"), step.data("walk-later", choice.which.value))
        for choice in choices
    ]
    buttons.append(Button(t("button-own-time"), step.data("walk-later", OWN)))
    rows = in_rows(buttons)
    return (*rows, (Button(t("button-back"), step.data("walk", "back")),))


def _answers(step: Step) -> tuple[tuple[Button, ...], ...]:
    answers = (
        Button(t("button-spoke"), step.data("walk", Answer.SPOKE.value)),
        Button(t("button-no-answer"), step.data("walk", Answer.NO_ANSWER.value)),
        Button(t("button-mailed"), step.data("walk", Answer.MAILED.value)),
    )
    on = (
        Button(t("button-later"), step.data("walk", LATER)),
        Button(t("button-skip"), step.data("walk", SKIP)),
        Button(t("button-agenda"), encode("agenda")),
    )
    return answers, on


def _why(ctx: Context, item: AgendaItem) -> Value:
    """Why it comes: overdue, or not followed up and tried so often. Today's own time stands on the card itself."""
    if item.follow_up is not None:
        return t("walk-overdue") if item.follow_up.day < ctx.today else None
    tries = tries_of(ctx.work.session, item.subject)
    return t("walk-tried", count=tries) if tries else t("walk-owed")
