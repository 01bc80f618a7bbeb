"""What mail is ours: an address is learned, a domain is set, either is taken back."""

from crm.access import Access
from crm.errors import Refused
from crm.models import OwnMail
from crm.rules.email_domains import is_freemail
from crm.store.own_mail import get_own_mail, own_mail_called
from crm.store.turns import OWN_MAIL, note_turn
from crm.store.work import Work
from crm.usecases.check_owner import check_owner


def learn_address(work: Work, access: Access, address: str) -> bool:
    """address: the member's own, in small letters. False: it was known as somebody's of us."""
    return _add(work, access, address, access.member_id)


def add_domain(work: Work, access: Access, domain: str) -> bool:
    """domain: in small letters. False: it stands there. Raises Refused("owner-only"), Refused("mail-freemail")."""
    check_owner(access)
    if is_freemail(domain):
        raise Refused("mail-freemail", domain=domain)
    return _add(work, access, domain, None)


def take_back(work: Work, access: Access, own_mail_id: int) -> OwnMail:
    """One's own address; the owner anything. Raises NotYours."""
    row = get_own_mail(work.session, access, own_mail_id)
    note_turn(work, access, OWN_MAIL)
    row.deleted_at = work.now
    return row


def guess_anew(work: Work, access: Access, address: str, *, is_own: bool) -> None:
    """What was learned of an address holds no more, or again. One that was never the member's is left alone."""
    row = own_mail_called(work.session, access.workspace_id, address)
    if row is None or row.member_id != access.member_id or (row.deleted_at is None) is is_own:
        return
    if is_own:
        learn_address(work, access, address)
    else:
        take_back(work, access, row.id)


def _add(work: Work, access: Access, value: str, member_id: int | None) -> bool:
    row = own_mail_called(work.session, access.workspace_id, value)
    if row is not None and row.deleted_at is None:
        return False
    note_turn(work, access, OWN_MAIL)
    if row is not None:
        row.deleted_at, row.member_id = None, member_id
        return True
    work.session.add(
        OwnMail(
            workspace_id=access.workspace_id,
            id=work.ids(),
            value=value,
            member_id=member_id,
            created_at=work.now,
        )
    )
    return True
