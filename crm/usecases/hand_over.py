"""Giving a row of a building block to another member, or taking it over: what the former holder had planned goes along.

An account takes along its contacts, its open opportunities and the leads that became it, as far as its holder held them.
What is won or lost stays with who won or lost it.
"""

from typing import Any

from sqlalchemy import select

from crm.access import Access
from crm.capture.draft import Due
from crm.errors import Colleagues, NotYours
from crm.models import Account, AccountContact, Contact, FollowUp, Lead, Opportunity
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject
from crm.store.leads import open_follow_ups
from crm.store.members import Who
from crm.store.opportunities import is_open
from crm.store.turns import note_turn
from crm.store.work import Session, Work
from crm.usecases.add_follow_up import ring_of
from crm.usecases.owing import plan_cadence
from crm.usecases.reindex import reindex


def hand_over(work: Work, giver: Who, subject: Subject, receiver: Who) -> int:
    """How many rows changed hands. By those who lead the team, by the holder, or by taking over what one may see.

    The follow-ups of the former holder ring by the receiver's calendar. Raises Colleagues, NotYours.
    """
    _check(giver.access, subject, receiver)
    former = subject.holder_id
    rows = [subject, *_along(work.session, subject, former)]
    planned = _planned(work.session, rows, former)
    for row in rows:
        row.holder_id = receiver.member.id
        if isinstance(row, Lead):
            row.cadence_step = 0
    for step in planned:
        _pass_on(work, step, receiver)
    note_turn(work, giver.access, "turn-given", subject.id)
    work.session.flush()
    for row in rows:
        if isinstance(row, Lead):
            plan_cadence(work, row)
        if not isinstance(subject, Account) or isinstance(row, Account | Lead):
            reindex(work, row)  # an account takes its contacts and opportunities along in the index, too
    return len(rows)


def _check(access: Access, subject: Subject, receiver: Who) -> None:
    if receiver.workspace.id != access.workspace_id or receiver.member.removed_at is not None:
        raise NotYours
    if not (may_edit(access, subject.holder_id) or receiver.member.id == access.member_id):
        raise Colleagues(subject.id, subject.rev)


def _along(session: Session, subject: Subject, former: int) -> list[Subject]:
    if not isinstance(subject, Account):
        return []
    held: list[Any] = []
    for kind in (Contact, Opportunity, Lead):
        query = select(kind).where(
            kind.workspace_id == subject.workspace_id, kind.holder_id == former, kind.deleted_at.is_(None)
        )
        if kind is Contact:
            theirs = select(AccountContact.contact_id).where(
                AccountContact.workspace_id == subject.workspace_id,
                AccountContact.account_id == subject.id,
                AccountContact.deleted_at.is_(None),
            )
            query = query.where(Contact.id.in_(theirs))
        elif kind is Opportunity:
            query = query.where(Opportunity.account_id == subject.id, is_open())
        else:
            query = query.where(Lead.account_id == subject.id)
        held += session.scalars(query.order_by(kind.id))
    return held


def _planned(session: Session, rows: list[Subject], former: int) -> list[FollowUp]:
    """Open follow-ups of the former holder that are seen from any of the rows, each once."""
    steps = {step.id: step for row in rows for step in open_follow_ups(session, row)}
    return [step for step in steps.values() if step.member_id == former]


def _pass_on(work: Work, step: FollowUp, receiver: Who) -> None:
    step.member_id = receiver.member.id
    if step.clock is not None:
        return
    ring = ring_of(Due(step.day, None, ""), receiver, work)
    step.zone = str(receiver.zone)
    step.day, step.due_at = ring.day, ring.instant
    if not ring.in_digest:
        step.clock = ring.instant.astimezone(receiver.zone).time().replace(second=0, microsecond=0)
