"""One field of any row of a building block gets another value; with the rules of that row."""

from datetime import date

from crm.access import Access
from crm.capture.draft import Phone
from crm.models import Account, Block, Contact, Lead, Opportunity
from crm.money import Money
from crm.store.blocks import Subject
from crm.store.work import Work
from crm.usecases.edit_account import edit_account, set_account_email, set_account_phone
from crm.usecases.edit_contact import edit_contact, set_contact_email, set_contact_phone
from crm.usecases.edit_lead import edit_lead, set_email, set_phone
from crm.usecases.edit_opportunity import edit_opportunity

Said = str | Money | Phone | date | None

FIELDS: dict[Block, tuple[str, ...]] = {
    Block.LEAD: ("name", "organisation", "title", "phone", "email", "value", "source", "website", "note"),
    Block.ACCOUNT: ("name", "domain", "website", "phone", "email", "source", "note"),
    Block.CONTACT: ("name", "title", "phone", "email", "source", "note"),
    Block.OPPORTUNITY: ("name", "value", "close_day", "source"),
}
NEEDED = {(Block.ACCOUNT, "name"), (Block.OPPORTUNITY, "name"), (Block.OPPORTUNITY, "close_day")}
"""These are never empty."""


def edit_field(
    work: Work, access: Access, subject: Subject, field: str, value: Said, *, rev: int = 0
) -> None:
    """field: of FIELDS. value: a Phone for "phone", Money for "value", a date for "close_day", else text; None clears.

    rev: of the card that the member looked at, 0 where it does not matter. Raises as the row's own use case.
    """
    match subject, value:
        case Lead(), Phone():
            set_phone(work, access, subject, value)
        case Lead(), str() if field == "email":
            set_email(work, access, subject, value)
        case Lead(), str() | Money() | None:
            edit_lead(work, access, subject, rev=rev, **{field: value})
        case Account(), Phone():
            set_account_phone(work, access, subject, value)
        case Account(), str() if field == "email":
            set_account_email(work, access, subject, value)
        case Account(), str() | None:
            edit_account(work, access, subject, rev=rev, **{field: value})
        case Contact(), Phone():
            set_contact_phone(work, access, subject, value)
        case Contact(), str() if field == "email":
            set_contact_email(work, access, subject, value)
        case Contact(), str() | None:
            edit_contact(work, access, subject, rev=rev, **{field: value})
        case Opportunity(), str() | Money() | date() | None:
            edit_opportunity(work, access, subject, rev=rev, **{field: value})
        case _:
            raise ValueError(f"not a value of {subject.__tablename__} {field}")
