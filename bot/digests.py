"""The sweep of digests: at each member's hour on working days, never empty, within what may be sent unasked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.cards.digest import digest_card
from bot.chat import Day, Priority, Reply, Value, t
from bot.one_by_one import one_by_one
from bot.replies import put_out
from bot.ticks import Sweep
from crm.rules.budget import Unasked
from crm.store.agenda import Agenda, agenda_of
from crm.store.unasked import note_unasked
from crm.store.work import Session, Work, start_work
from crm.usecases.due_digests import DigestDue, claim_digests, next_digest_moment
from crm.usecases.step_cadence import Escalation, escalations_for, step_cadence

_LINES = 6


def make_digests(bot_id: int, ids: Callable[[], int]) -> Sweep:
    def send_digests(session: Session, now: datetime) -> datetime | None:
        """A bounded batch; wants to be called at once while there is more, else when the next one is due."""
        work = start_work(session, now, ids, ids())
        claimed = claim_digests(session, bot_id, now)
        one_by_one(session, claimed.due, partial(_send, work, bot_id))
        return now if claimed.again else next_digest_moment(session)

    return send_digests


def _send(work: Work, bot_id: int, due: DigestDue) -> None:
    session, who = work.session, due.who
    agenda = agenda_of(session, who, work.now)
    escalations = escalations_for(session, who, due.day)
    if not (agenda.is_worth_a_digest or escalations):
        return
    if not note_unasked(session, work.ids, who, due.day, Unasked.DIGEST):
        return
    reply = replace(
        with_escalations(agenda, escalations),
        key=f"digest-{who.member.id}-{due.day}",
        sounds=True,
        priority=Priority.DIGEST,
    )
    put_out(work, bot_id, due.chat_id, who.workspace.id, who.member.language, [reply])
    step_cadence(session, who, due.day)


def with_escalations(agenda: Agenda, escalations: Sequence[Escalation]) -> Reply:
    """The digest, with what a manager must know of the reps below: in six lines together."""
    card = digest_card(agenda)
    own = [line for line in card.lines if line is not None] if agenda.is_worth_a_digest else [Day(agenda.day)]
    if not escalations:
        return card
    lines = _escalation_lines(escalations, max(1, _LINES - len(own)))
    return replace(card, lines=(*own[: _LINES - len(lines)], *lines))


def _escalation_lines(escalations: Sequence[Escalation], room: int) -> list[Value]:
    """One line a rep; where there is no room for all, the last one sums up the rest."""
    shown = escalations if len(escalations) <= room else escalations[: room - 1]
    lines: list[Value] = [
        t("digest-escalated", name=one.name, count=one.leads, tries=one.tries) for one in shown
    ]
    rest = escalations[len(shown) :]
    if rest:
        lines.append(t("digest-escalated-more", reps=len(rest), count=sum(one.leads for one in rest)))
    return lines
