"""The sweep of digests: at each member's hour on working days, never empty, within what may be sent unasked."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from bot.cards.digest import DIGEST_LINES, digest_card
from bot.cards.met import MET_NAMED, met_button, met_lines
from bot.chat import About, Day, MonthOf, Priority, Reply, Value, t
from bot.replies import put_out
from bot.sweeps.one_by_one import one_by_one
from bot.sweeps.ticks import Sweep
from crm.money import Money
from crm.rules.budget import Unasked
from crm.store.account_news import Met, kept_for_digest, told_in_digest
from crm.store.agenda import Agenda, agenda_of
from crm.store.overview import Overview, overview_for
from crm.store.unasked import note_unasked
from crm.store.work import Session, Work, start_work
from crm.usecases.due_digests import DigestDue, claim_digests, next_digest_moment
from crm.usecases.step_cadence import Escalation, escalations_for, step_cadence


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
    overview = overview_for(session, who, work.now)
    met = kept_for_digest(session, who)
    if not (agenda.is_worth_a_digest or escalations or overview or met):
        return
    if not note_unasked(session, work.ids, who, due.day, Unasked.DIGEST):
        return
    reply = replace(
        with_team(agenda, escalations, overview, met),
        key=f"digest-{who.member.id}-{due.day}",
        sounds=True,
        priority=Priority.DIGEST,
    )
    put_out(work, bot_id, due.chat_id, who.workspace.id, who.member.language, [reply])
    step_cadence(session, who, due.day)
    told_in_digest(session, who, due.day, met)


def with_team(
    agenda: Agenda, escalations: Sequence[Escalation], overview: Overview, met: Sequence[Met] = ()
) -> Reply:
    """The digest, with what colleagues did at one's accounts and what a manager must know of the team below: in six
    lines together."""
    card = digest_card(agenda)
    own: Sequence[Value] = card.lines if agenda.is_worth_a_digest else (Day(agenda.day),)
    told = [*met_lines(met), *_overview_lines(overview)]
    if not escalations and not told:
        return card
    lines = [*told]
    if escalations:
        lines = [*_escalation_lines(escalations, max(1, DIGEST_LINES - len(own) - len(told))), *told]
    if len(own) > (room := DIGEST_LINES - len(lines)):
        own = digest_card(agenda, room=room).lines  # its sums stay, its names make room
    shown = (*own, *lines)
    more = ((met_button(met, agenda.day),),) if met else ()
    about = (About("lead", one.lead.id) for one in met[:MET_NAMED])
    return replace(card, lines=shown, buttons=(*card.buttons, *more), about=(*card.about, *about))


def _overview_lines(overview: Overview) -> list[Value]:
    lines: list[Value] = []
    pipeline, closed, month = overview.pipeline, overview.last_week, overview.forecast
    if pipeline is not None and closed is not None:
        lines.append(
            t(
                "digest-pipeline",
                amount=pipeline.money(pipeline.total.amount),
                weighted=pipeline.money(pipeline.total.weighted),
                won=Money(closed.won_amount, pipeline.own),
                lost=Money(closed.lost_amount, pipeline.own),
            )
        )
    if month is not None:
        lines.append(
            t(
                "digest-forecast",
                month=MonthOf(month.first),
                sure=Money(month.sum.weighted, overview.own),
                guessed=Money(month.guessed.weighted, overview.own),
            )
        )
    return lines


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
