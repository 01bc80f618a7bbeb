"""Changing what is known of an account: a field, which way the relation goes, a way to reach it."""

from crm.access import Access
from crm.capture.draft import Phone
from crm.errors import Refused
from crm.models import Account
from crm.rules.email_domains import is_freemail
from crm.rules.names import organisation_key
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.reindex import reindex
from crm.usecases.set_reach import put_email, put_phone

_TEXT_FIELDS = ("name", "domain", "website", "source", "note")


def edit_account(work: Work, access: Access, account: Account, *, rev: int = 0, **fields: str | None) -> None:
    """Sets text fields. domain: with or without scheme and "www.".

    Raises as `check_may_edit`; Refused("name-needed") where the name would be empty, Refused("domain-freemail") for the
    domain of a provider that names nobody.
    """
    check_may_edit(access, account, rev=rev)
    for name, value in fields.items():
        match name:
            case "name":
                if not value:
                    raise Refused("name-needed")
                account.name, account.key = value, organisation_key(value)[:300]
            case "domain":
                account.domain = _domain(value) if value else None
            case "note":
                account.note = value or ""
            case _ if name in _TEXT_FIELDS:
                setattr(account, name, value)
            case _:
                raise ValueError(f"not a field of an account: {name}")
    _finish(work, access, account)


def set_relation(
    work: Work, access: Access, account: Account, *, customer: bool, supplier: bool, rev: int = 0
) -> None:
    """Which way the relation goes; at least one of the two. Raises as `check_may_edit`."""
    if not (customer or supplier):
        raise ValueError("an account is a customer, a supplier or both")
    check_may_edit(access, account, rev=rev)
    account.customer, account.supplier = customer, supplier
    note_turn(work, access, "turn-edited", account.id)


def set_account_email(work: Work, access: Access, account: Account, email: str) -> None:
    check_may_edit(access, account)
    if put_email(work, account, email):
        _finish(work, access, account)


def set_account_phone(work: Work, access: Access, account: Account, phone: Phone) -> None:
    check_may_edit(access, account)
    if put_phone(work, account, phone):
        _finish(work, access, account)


def _domain(text: str) -> str:
    host = (text.partition("//")[2] or text).partition("/")[0]
    domain = host.rpartition("@")[2].strip().casefold().removeprefix("www.")
    if is_freemail(domain):
        raise Refused("domain-freemail")
    return domain[:300]


def _finish(work: Work, access: Access, account: Account) -> None:
    note_turn(work, access, "turn-edited", account.id)
    reindex(work, account)
