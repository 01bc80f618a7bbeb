"""Giving a lead to another member, or taking it over: what the former holder had planned for it goes along."""

from crm.capture.draft import Due
from crm.models import Lead
from crm.store.leads import open_follow_ups
from crm.store.members import Who
from crm.store.work import Work
from crm.usecases.add_follow_up import ring_of
from crm.usecases.edit_lead import give_lead


def hand_over(work: Work, giver: Who, lead: Lead, receiver: Who) -> int:
    """How many open follow-ups of the former holder came along; they ring by the receiver's calendar.

    Raises Refused("not-yours-to-edit"), NotYours.
    """
    former = lead.holder_id
    give_lead(work, giver.access, lead, receiver.member.id)
    planned = [step for step in open_follow_ups(work.session, lead) if step.member_id == former]
    for step in planned:
        step.member_id = receiver.member.id
        if step.clock is None:
            ring = ring_of(Due(step.day, None, ""), receiver, work)
            step.zone = str(receiver.zone)
            step.day, step.due_at = ring.day, ring.instant
            if not ring.in_digest:
                step.clock = ring.instant.astimezone(receiver.zone).time().replace(second=0, microsecond=0)
    return len(planned)
