"""Changing what is known of a contact: a field, its priority, a way to reach the person."""

from crm.access import Access
from crm.capture.draft import Phone
from crm.models import Contact
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.reindex import reindex
from crm.usecases.set_reach import put_email, put_phone

_TEXT_FIELDS = ("name", "title", "source", "note")


def edit_contact(work: Work, access: Access, contact: Contact, *, rev: int = 0, **fields: str | None) -> None:
    """Sets text fields. Raises as `check_may_edit`."""
    check_may_edit(access, contact, rev=rev)
    for name, value in fields.items():
        if name not in _TEXT_FIELDS:
            raise ValueError(f"not a field of a contact: {name}")
        setattr(contact, name, value if name != "note" else value or "")
    _finish(work, access, contact)


def set_contact_hot(work: Work, access: Access, contact: Contact, hot: bool) -> None:
    check_may_edit(access, contact)
    contact.hot = hot
    note_turn(work, access, "turn-edited", contact.id)


def set_contact_email(work: Work, access: Access, contact: Contact, email: str) -> None:
    check_may_edit(access, contact)
    if put_email(work, contact, email):
        _finish(work, access, contact)


def set_contact_phone(work: Work, access: Access, contact: Contact, phone: Phone) -> None:
    check_may_edit(access, contact)
    if put_phone(work, contact, phone):
        _finish(work, access, contact)


def _finish(work: Work, access: Access, contact: Contact) -> None:
    note_turn(work, access, "turn-edited", contact.id)
    reindex(work, contact)
