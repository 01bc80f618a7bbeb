"""The reminder: why it came, whom to reach and how, and the answer in one tap."""

from collections.abc import Sequence
from datetime import date

from bot.callback import encode
from bot.cards.lead import phone_shown
from bot.cards.titles import named
from bot.chat import About, Bold, Button, Day, Joined, Priority, Reply, Value, t
from crm.models import FollowUp, Member, Reach, ReachKind
from crm.rules.local_time import local_day
from crm.store.blocks import Subject
from crm.usecases.answer_follow_up import Answer
from crm.usecases.ring_follow_ups import Due, Rings

_REASON_LIMIT = 120

ANSWER, LATER = "fu-answer", "fu-later"


def reminder_card(ring: Rings, due: Due, today: date) -> Reply:
    """One follow-up of a member. today: their local day; a reminder of another day names it."""
    return Reply(
        lines=(
            t(
                "remind-head",
                when=_when(due.follow_up, today),
                what=Bold(_what(due)),
            ),
            _why(due, local_day(due.follow_up.created_at, ring.who.zone), ring.instead_of),
            ways_to_reach(due.reaches),
        ),
        buttons=answer_buttons(due.follow_up),
        about=(About(due.subject.__tablename__, due.subject.id), About("follow_up", due.follow_up.id)),
        sounds=True,
        priority=Priority.REMINDER,
        key=f"remind-{due.follow_up.id}-{due.follow_up.rev}",
    )


def reminders_card(ring: Rings, today: date) -> Reply:
    """Many at the same moment, as one message: the first of them to open, the rest in the agenda."""
    listed = [t("remind-item", when=_when(due.follow_up, today), what=_what(due)) for due in ring.due[:4]]
    more = ring.count - len(listed)
    opens = tuple(
        (Button(named(due.subject, due.organisation), encode("open", due.subject.id)),)
        for due in ring.due[: len(listed)]
    )
    first = ring.due[0].follow_up
    return Reply(
        lines=(
            t("remind-many", count=ring.count),
            *listed,
            t("remind-more", count=more) if more > 0 else None,
        ),
        buttons=(
            *opens,
            (
                Button(t("button-start"), encode("walk-start", arg="a")),
                Button(t("button-agenda"), encode("agenda")),
            ),
        ),
        about=(About("list", 0), *(About(due.subject.__tablename__, due.subject.id) for due in ring.due)),
        sounds=True,
        priority=Priority.REMINDER,
        key=f"reminders-{first.id}-{first.rev}",
    )


def answer_buttons(follow_up: FollowUp) -> tuple[tuple[Button, ...], ...]:
    """rev: a tap on what was answered since finds another one, and does nothing."""
    said = {
        Answer.SPOKE: "button-spoke",
        Answer.NO_ANSWER: "button-no-answer",
        Answer.MAILED: "button-mailed",
    }
    answers = tuple(
        Button(t(key), encode(ANSWER, follow_up.id, follow_up.rev, answer.value))
        for answer, key in said.items()
    )
    return answers, (
        Button(t("button-later"), encode(LATER, follow_up.id, follow_up.rev)),
        Button(t("button-stop"), encode(ANSWER, follow_up.id, follow_up.rev, Answer.STOP.value)),
    )


def what_line(follow_up: FollowUp, subject: Subject, organisation: str | None) -> Value:
    """ "call: Lotte Prins, Studio Prins". organisation: that a contact or a deal belongs to."""
    who = named(subject, organisation, ", ")
    return t("remind-what", action=follow_up.action, who=who) if follow_up.action else who


def ways_to_reach(reaches: Sequence[Reach]) -> Value:
    return Joined(tuple(phone_shown(r) if r.kind is ReachKind.PHONE else r.value for r in reaches[:3]))


def _what(due: Due) -> Value:
    return what_line(due.follow_up, due.subject, due.organisation)


def _when(follow_up: FollowUp, today: date) -> Value:
    clock = f"{follow_up.clock:%H:%M}" if follow_up.clock else ""
    return clock if follow_up.day == today else Day(follow_up.day, follow_up.clock)


def _why(due: Due, planned_on: date, instead_of: Member | None) -> Value:
    day = Day(planned_on)
    said = " ".join(due.follow_up.reason.split())
    if len(said) > _REASON_LIMIT:
        said = said[: _REASON_LIMIT - 1].rstrip() + "…"
    if instead_of is not None:
        key = "remind-unreached" if instead_of.removed_at is None else "remind-left"
        why = t(key, name=instead_of.name, day=day)
    elif due.planned_by is not None:
        why = t("remind-planned-by", name=due.planned_by, day=day)
    else:
        why = t("remind-planned", day=day)
    return t("remind-why", why=why, said=said) if said else why
