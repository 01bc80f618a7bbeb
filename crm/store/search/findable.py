"""What the index is told of a row of a building block: whose it is, and what it may be found by."""

from collections.abc import Sequence
from dataclasses import dataclass

from crm.models import Account, Block, Contact, Lead, Opportunity, Reach


@dataclass(frozen=True, slots=True)
class Findable:
    """said: names and titles whose words find it. person: (name, organisation), by which the same person is known."""

    workspace_id: int
    id: int
    block: Block
    holder_id: int
    said: tuple[str | None, ...]
    reaches: Sequence[Reach] = ()
    person: tuple[str, str] | None = None


def of_lead(lead: Lead, reaches: Sequence[Reach]) -> Findable:
    return Findable(
        lead.workspace_id,
        lead.id,
        Block.LEAD,
        lead.holder_id,
        (lead.name, lead.organisation, lead.title, lead.source),
        reaches,
        (lead.name, lead.organisation) if lead.name and lead.organisation else None,
    )


def of_account(account: Account, reaches: Sequence[Reach]) -> Findable:
    said = (account.name, account.source)
    return Findable(account.workspace_id, account.id, Block.ACCOUNT, account.holder_id, said, reaches)


def of_contact(contact: Contact, reaches: Sequence[Reach], organisation: str | None) -> Findable:
    """organisation: the name of the main account."""
    return Findable(
        contact.workspace_id,
        contact.id,
        Block.CONTACT,
        contact.holder_id,
        (contact.name, organisation, contact.title, contact.source),
        reaches,
        (contact.name, organisation) if contact.name and organisation else None,
    )


def of_opportunity(opportunity: Opportunity, organisation: str | None) -> Findable:
    """organisation: the name of the account, or of the lead's organisation."""
    return Findable(
        opportunity.workspace_id,
        opportunity.id,
        Block.OPPORTUNITY,
        opportunity.holder_id,
        (opportunity.name, organisation, opportunity.source),
    )
