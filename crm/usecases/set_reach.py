"""A way to reach a lead, a contact or an account: it replaces the one that is there, where that is the only one of its kind."""

from crm.capture.draft import Phone
from crm.capture.phone_readings import number_among
from crm.models import Account, Contact, Lead, Reach, ReachKind
from crm.store.blocks import block_of
from crm.store.leads import reaches_of
from crm.store.work import Work

Reachable = Lead | Contact | Account


def put_email(work: Work, row: Reachable, email: str) -> bool:
    """False where it has that address already."""
    return _put(work, row, ReachKind.EMAIL, email.casefold(), email) is not None


def put_phone(work: Work, row: Reachable, phone: Phone) -> bool:
    """False where it has that number already, in whatever country its digits were read."""
    reach = _put(work, row, ReachKind.PHONE, held_number(work, row, phone), phone.written)
    if reach is None:
        return False
    reach.country, reach.guesses = phone.country, " ".join(phone.others)
    return True


def held_number(work: Work, row: Reachable, phone: Phone) -> str:
    """The number of the row (E.164) that the digits mean; where there is none, the one that they were read as."""
    there = [reach.value for reach in reaches_of(work.session, row) if reach.kind is ReachKind.PHONE]
    return number_among(phone, there)


def only_reach(work: Work, row: Reachable, kind: ReachKind) -> str | None:
    """The one that a new one replaces: a row with several keeps them and gets one more."""
    there = [reach.value for reach in reaches_of(work.session, row) if reach.kind is kind]
    return there[0] if len(there) == 1 else None


def _put(work: Work, row: Reachable, kind: ReachKind, value: str, written: str) -> Reach | None:
    there = [reach for reach in reaches_of(work.session, row) if reach.kind is kind]
    if any(reach.value == value for reach in there):
        return None
    if len(there) == 1:
        there[0].value, there[0].written = value, written
        return there[0]
    reach = Reach(
        workspace_id=row.workspace_id,
        id=work.ids(),
        kind=kind,
        value=value,
        written=written,
        guesses="",
        **{f"{block_of(row).value}_id": row.id},
    )
    work.session.add(reach)
    return reach
