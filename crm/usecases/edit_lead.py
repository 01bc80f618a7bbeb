"""Changing what is known of a lead: a field, its priority, its status."""

from crm.access import Access
from crm.capture.draft import Phone
from crm.errors import Refused
from crm.models import Lead, ReachKind, Status
from crm.money import Money
from crm.store.fairs import fair_of_source
from crm.store.gazetteer import TAUGHT, forget_gazetteer
from crm.store.leads import reaches_of
from crm.store.search.index import index_lead
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.draft_to_lead import set_source
from crm.usecases.owing import plan_cadence
from crm.usecases.set_reach import put_email, put_phone

TEXT_FIELDS = ("name", "title", "organisation", "website", "source", "note")
LONGEST = 300


def edit_lead(work: Work, access: Access, lead: Lead, *, rev: int = 0, **fields: str | Money | None) -> None:
    """Sets text fields, or `value`. A source that means an event of the workspace is that event.

    rev: of the card that the member looked at, 0 where it does not matter.
    Raises Stale, and Colleagues for a colleague's lead.
    """
    check_may_edit(access, lead, rev=rev)
    for name, value in fields.items():
        if isinstance(value, Money):
            lead.value_minor, lead.currency = value.minor, value.currency
        elif name == "value":
            lead.value_minor = lead.currency = None
        elif name == "source":
            fair = fair_of_source(work.session, access, value, None, work.now.date()) if value else None
            set_source(lead, value, fair)
            plan_cadence(work, lead)
        elif name == "note":
            lead.note = value or ""
        elif name in TEXT_FIELDS:
            setattr(lead, name, value[:LONGEST] if value else None)
        else:
            raise ValueError(f"not a field of a lead: {name}")
    set_by_hand(lead, *fields)
    _finish(work, access, lead)
    if TAUGHT.intersection(fields):
        forget_gazetteer(access.workspace_id)


def set_hot(work: Work, access: Access, lead: Lead, hot: bool) -> None:
    check_may_edit(access, lead)
    lead.hot = hot
    set_by_hand(lead, "hot")
    note_turn(work, access, "turn-edited", lead.id)


def set_status(work: Work, access: Access, lead: Lead, status: Status, reason: str | None = None) -> None:
    """reason: needed for disqualified, else Refused("reason-needed")."""
    check_may_edit(access, lead)
    if status is Status.DISQUALIFIED and not (reason and reason.strip()):
        raise Refused("reason-needed")
    lead.status = status
    lead.reason = reason.strip()[:500] if reason and status is Status.DISQUALIFIED else None
    plan_cadence(work, lead)
    note_turn(work, access, "turn-status", lead.id)


def set_email(work: Work, access: Access, lead: Lead, email: str) -> None:
    """The lead's e-mail address: replaces the one it has, where it has just one."""
    check_may_edit(access, lead)
    if put_email(work, lead, email):
        set_by_hand(lead, ReachKind.EMAIL.value)
        _finish(work, access, lead)


def set_phone(work: Work, access: Access, lead: Lead, phone: Phone) -> None:
    """The lead's phone number: replaces the one it has, where it has just one."""
    check_may_edit(access, lead)
    if put_phone(work, lead, phone):
        set_by_hand(lead, ReachKind.PHONE.value)
        _finish(work, access, lead)


def set_by_hand(lead: Lead, *fields: str) -> None:
    lead.hand_set = ",".join(sorted({*filter(None, lead.hand_set.split(",")), *fields}))


def _finish(work: Work, access: Access, lead: Lead) -> None:
    note_turn(work, access, "turn-edited", lead.id)
    work.session.flush()
    index_lead(work, lead, reaches_of(work.session, lead))
