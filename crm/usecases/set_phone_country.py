"""The digits of a phone number, read as one of another country."""

from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, is_valid_number, parse

from crm.access import Access
from crm.errors import NotYours, Refused
from crm.models import Lead, Reach, ReachKind
from crm.store.blocks import Subject, get_subject
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.edit_lead import set_by_hand
from crm.usecases.reindex import reindex


def set_phone_country(work: Work, access: Access, reach_id: int, country: str) -> Subject:
    """Reads the digits as written again, for the country (ISO 3166 alpha-2). The row that the number belongs to.

    Raises as `check_may_edit`, and Refused("phone-not-there") where the digits are no number of that country.
    """
    reach = work.session.get(Reach, (access.workspace_id, reach_id))
    if reach is None or reach.kind is not ReachKind.PHONE or reach.deleted_at is not None:
        raise NotYours
    subject = get_subject(work.session, access, reach.lead_id or reach.contact_id or reach.account_id or 0)
    check_may_edit(access, subject)
    try:
        number = parse(reach.written, country)
    except NumberParseException:
        raise Refused("phone-not-there") from None
    if not is_valid_number(number):
        raise Refused("phone-not-there")
    reach.value, reach.country, reach.guesses = format_number(number, PhoneNumberFormat.E164), country, ""
    if isinstance(subject, Lead):
        set_by_hand(subject, "phone")
    note_turn(work, access, "turn-edited", subject.id)
    reindex(work, subject)
    return subject
