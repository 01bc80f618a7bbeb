"""Who may do what with a lead, a member and the workspace. Access itself says who leads others and who sees the team."""

from crm.access import Access, Role


def may_see(access: Access, *holder_ids: int) -> bool:
    """holder_ids: whose the row is; of a contact also whose the accounts are that they belong to.

    So who holds an account sees all its people, whoever holds those; who holds one of its people does not see the account.
    Whoever sees a row may also add what happened: notes, activities, follow-ups of their own.
    """
    return access.sees_team or access.member_id in holder_ids


def may_edit(access: Access, holder_id: int) -> bool:
    """Fields, status, priority: what is already written down belongs to the holder, and to who leads them."""
    return access.leads_others or holder_id == access.member_id


def may_invite(access: Access, invited: Role) -> bool:
    """Nobody invites somebody above themselves."""
    return access.role is Role.OWNER or (access.leads_others and invited is not Role.OWNER)


def may_remove(access: Access, removed: Role, *, is_last_owner: bool) -> bool:
    """Owners remove everybody but the last owner; managers remove reps. is_last_owner: of the one to be removed."""
    if access.role is Role.OWNER:
        return not is_last_owner
    return access.leads_others and removed is Role.REP


def may_set_workspace(access: Access) -> bool:
    """Cadence, visibility and what else holds for everybody."""
    return access.role is Role.OWNER
