"""Who belongs to an account: a contact is added, linked to a further account, given another role, or leaves."""

from collections.abc import Sequence

from crm.access import Access
from crm.capture.draft import Phone
from crm.errors import Refused
from crm.models import Account, AccountContact, Contact, ContactRole
from crm.rules.names import name_key
from crm.store.accounts import people_of
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.reindex import reindex
from crm.usecases.set_reach import put_email, put_phone
from crm.usecases.ties import as_seen, place_at


def add_contact(
    work: Work,
    access: Access,
    account: Account,
    *,
    name: str | None,
    title: str | None = None,
    emails: Sequence[str] = (),
    phones: Sequence[Phone] = (),
    role: ContactRole = ContactRole.OTHER,
) -> Contact:
    """A new person of an account that the member may see; held by its holder.

    Raises Refused("contact-there") where somebody of that name is there already, Refused("contact-nobody") for nobody.
    """
    if not (name or emails or phones):
        raise Refused("contact-nobody")
    for contact, _ in people_of(work.session, access, account):
        if name and contact.name and name_key(contact.name) == name_key(name):
            raise Refused("contact-there", opens=contact.id)
    contact = Contact(
        workspace_id=access.workspace_id,
        id=work.ids(),
        holder_id=account.holder_id,
        name=name[:300] if name else None,
        title=title[:300] if title else None,
        note="",
        hot=False,
        created_at=work.now,
    )
    work.session.add(contact)
    put_at(work, account, contact, role)
    for email in emails:
        put_email(work, contact, email)
    for phone in phones:
        put_phone(work, contact, phone)
    note_turn(work, access, "turn-contact-added", contact.id)
    reindex(work, contact)
    return contact


def link_contact(
    work: Work, access: Access, account: Account, contact: Contact, role: ContactRole = ContactRole.OTHER
) -> None:
    """A further account of a contact; both may be seen by the member. Raises Refused("contact-there") where it is one already."""
    if place_at(work, account, contact) is not None:
        raise Refused("contact-there", opens=contact.id)
    put_at(work, account, contact, role)
    note_turn(work, access, "turn-contact-added", contact.id)
    reindex(work, contact)


def unlink_contact(work: Work, access: Access, account: Account, contact: Contact, *, rev: int) -> None:
    """They no longer belong to it; what happened with them stays. rev: of their place at it.

    Raises as `check_may_edit` of the account; NotYours where they do not belong to it.
    """
    check_may_edit(access, account)
    place = as_seen(place_at(work, account, contact), rev)
    place.deleted_at = work.now
    note_turn(work, access, "turn-contact-left", contact.id)
    reindex(work, contact)


def set_account_role(
    work: Work, access: Access, account: Account, contact: Contact, role: ContactRole, *, rev: int
) -> None:
    """rev: of their place at the account. Raises as `unlink_contact`."""
    check_may_edit(access, account)
    as_seen(place_at(work, account, contact), rev).role = role
    note_turn(work, access, "turn-role", contact.id)


def put_at(work: Work, account: Account, contact: Contact, role: ContactRole) -> None:
    work.session.add(
        AccountContact(
            workspace_id=account.workspace_id,
            id=work.ids(),
            account_id=account.id,
            contact_id=contact.id,
            role=role,
            created_at=work.now,
        )
    )
