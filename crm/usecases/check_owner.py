"""Whether a member may change what holds for the whole workspace: its pipeline, its fields, its currency."""

from crm.access import Access
from crm.errors import Refused
from crm.rules.visibility import may_set_workspace


def check_owner(access: Access) -> None:
    """Raises Refused("owner-only")."""
    if not may_set_workspace(access):
        raise Refused("owner-only")
