"""Who takes part in the buying process of an opportunity: somebody joins, is given another role, or leaves."""

from crm.access import Access
from crm.errors import Refused
from crm.models import Contact, ContactRole, Opportunity
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.open_opportunity import take_part
from crm.usecases.ties import as_seen, part_in


def join_opportunity(
    work: Work,
    access: Access,
    opportunity: Opportunity,
    contact: Contact,
    role: ContactRole = ContactRole.OTHER,
) -> None:
    """Raises as `check_may_edit`; Refused("contact-there") where they take part already."""
    check_may_edit(access, opportunity)
    if part_in(work, opportunity, contact) is not None:
        raise Refused("contact-there", opens=contact.id)
    take_part(work, opportunity, contact.id, role)
    note_turn(work, access, "turn-contact-joined", opportunity.id)


def leave_opportunity(
    work: Work, access: Access, opportunity: Opportunity, contact: Contact, *, rev: int
) -> None:
    """rev: of their part in it. Raises as `check_may_edit`; NotYours where they take no part."""
    check_may_edit(access, opportunity)
    as_seen(part_in(work, opportunity, contact), rev).deleted_at = work.now
    note_turn(work, access, "turn-contact-out", opportunity.id)


def set_part_role(
    work: Work, access: Access, opportunity: Opportunity, contact: Contact, role: ContactRole, *, rev: int
) -> None:
    """rev: of their part in it. Raises as `leave_opportunity`."""
    check_may_edit(access, opportunity)
    as_seen(part_in(work, opportunity, contact), rev).role = role
    note_turn(work, access, "turn-role", opportunity.id)
