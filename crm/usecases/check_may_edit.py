"""Whether a member may change what is written down of a row of a building block."""

from crm.access import Access
from crm.errors import Colleagues, NotYours, Refused, Stale
from crm.models import Lead
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject


def check_may_edit(access: Access, subject: Subject, *, rev: int = 0) -> None:
    """rev: of the card that the member looked at, 0 where it does not matter.

    Raises NotYours for one that is gone, Colleagues for a colleague's, Refused("lead-converted") for a
    lead that has converted (its contact and account go on), Stale where somebody changed it since.
    """
    if subject.deleted_at is not None or subject.workspace_id != access.workspace_id:
        raise NotYours
    if not may_edit(access, subject.holder_id):
        raise Colleagues(subject.id, subject.rev)
    if isinstance(subject, Lead) and subject.converted_at is not None:
        raise Refused("lead-converted", opens=subject.contact_id or subject.account_id)
    if rev and subject.rev != rev:
        raise Stale
