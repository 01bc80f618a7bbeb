"""Who bears the name that a mail was sent under: they may write from another address than the one that is known."""

from collections.abc import Sequence

from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Contact, Lead
from crm.rules.names import name_key
from crm.store.blocks import Subject, find_subject
from crm.store.search.find import find_everywhere

_MOST = 3


def namesakes(session: Session, access: Access, name: str) -> Sequence[Subject]:
    """Leads and contacts that the member may see; a lead that has converted stands for its contact. None for one word:
    half a company is called Jan."""
    key = name_key(name)
    if len(key.split()) < 2:
        return ()
    found = (find_subject(session, access, id) for _, id in find_everywhere(session, access, name, limit=20))
    people = (row for row in found if isinstance(row, Contact | Lead))
    return [row for row in people if name_key(row.name or "") == key][:_MOST]
