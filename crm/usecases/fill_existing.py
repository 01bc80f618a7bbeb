"""What a lead that converts brings to an account or a contact: blanks are filled, nothing is overwritten."""

from sqlalchemy import select

from crm.models import Account, Contact, ContactRole, Lead, Reach
from crm.store.conversion import own_domain
from crm.store.work import Work
from crm.usecases.people_of_account import put_at
from crm.usecases.ties import place_at

_CONTACT_BLANKS = ("name", "title", "source", "fair_id")
_ACCOUNT_BLANKS = ("website", "source", "fair_id")


def blanks_filled(contact: Contact, lead: Lead) -> tuple[str, ...]:
    """The fields that an existing contact lacks and the lead has."""
    return _blanks(contact, lead, _CONTACT_BLANKS)


def fill_contact(contact: Contact, lead: Lead) -> tuple[str, ...]:
    """Blanks are filled, nothing is overwritten. What both have stays on the lead, too."""
    filled = blanks_filled(contact, lead)
    for name in filled:
        setattr(contact, name, getattr(lead, name))
    if not contact.note and lead.note:
        contact.note = lead.note
    if lead.hot:
        contact.hot = True
    return filled


def fill_account(account: Account, lead: Lead, reaches: list[Reach]) -> None:
    """Its own domain too, where it has none."""
    for name in _blanks(account, lead, _ACCOUNT_BLANKS):
        setattr(account, name, getattr(lead, name))
    if account.domain is None:
        account.domain = own_domain(lead, reaches)


def _blanks(row: Account | Contact, lead: Lead, names: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(name for name in names if getattr(row, name) is None and getattr(lead, name) is not None)


def copy_reaches(work: Work, to: Contact | Account, reaches: list[Reach]) -> None:
    """The lead keeps its own."""
    column = Reach.contact_id if isinstance(to, Contact) else Reach.account_id
    known = set(
        work.session.scalars(
            select(Reach.value).where(
                Reach.workspace_id == to.workspace_id, column == to.id, Reach.deleted_at.is_(None)
            )
        )
    )
    work.session.add_all(
        Reach(
            workspace_id=to.workspace_id,
            id=work.ids(),
            contact_id=to.id if isinstance(to, Contact) else None,
            account_id=to.id if isinstance(to, Account) else None,
            kind=reach.kind,
            value=reach.value,
            written=reach.written,
            country=reach.country,
            guesses=reach.guesses,
        )
        for reach in reaches
        if reach.value not in known
    )


def belong(work: Work, account: Account, contact: Contact, role: ContactRole) -> None:
    """role: of a contact who is new there; one who is there already keeps theirs."""
    if place_at(work, account, contact) is None:
        put_at(work, account, contact, role)
