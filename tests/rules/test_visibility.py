"""Who may do what."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.access import Access, Role, Visibility
from crm.rules.visibility import may_edit, may_invite, may_remove, may_see, may_set_workspace

from .examples import property_test

ME, COLLEAGUE = 7, 8

accesses = st.builds(Access, st.just(1), st.just(ME), st.sampled_from(Role), st.sampled_from(Visibility))
holders = st.sampled_from([ME, COLLEAGUE])


def access(role: Role, visibility: Visibility = Visibility.OPEN) -> Access:
    return Access(1, ME, role, visibility)


def test_a_rep_in_an_open_workspace_sees_the_teams_leads_but_edits_only_own_ones() -> None:
    rep = access(Role.REP, Visibility.OPEN)
    assert may_see(rep, COLLEAGUE)
    assert not may_edit(rep, COLLEAGUE)
    assert may_edit(rep, ME)


def test_a_rep_in_a_private_workspace_sees_only_own_leads() -> None:
    rep = access(Role.REP, Visibility.PRIVATE)
    assert not may_see(rep, COLLEAGUE)
    assert may_see(rep, ME)


@pytest.mark.parametrize("role", [Role.MANAGER, Role.OWNER])
def test_managers_and_owners_see_and_edit_everything(role: Role) -> None:
    assert may_see(access(role, Visibility.PRIVATE), COLLEAGUE)
    assert may_edit(access(role, Visibility.PRIVATE), COLLEAGUE)


@pytest.mark.parametrize(
    ("role", "invited", "allowed"),
    [
        (Role.OWNER, Role.OWNER, True),
        (Role.OWNER, Role.REP, True),
        (Role.MANAGER, Role.OWNER, False),
        (Role.MANAGER, Role.MANAGER, True),
        (Role.MANAGER, Role.REP, True),
        (Role.REP, Role.REP, False),
    ],
)
def test_nobody_invites_above_themselves_and_reps_nobody(role, invited, allowed) -> None:
    assert may_invite(access(role), invited) is allowed


@pytest.mark.parametrize(
    ("role", "removed", "allowed"),
    [
        (Role.OWNER, Role.OWNER, True),
        (Role.OWNER, Role.MANAGER, True),
        (Role.MANAGER, Role.REP, True),
        (Role.MANAGER, Role.MANAGER, False),
        (Role.MANAGER, Role.OWNER, False),
        (Role.REP, Role.REP, False),
    ],
)
def test_owners_remove_everybody_managers_reps_and_reps_nobody(role, removed, allowed) -> None:
    assert may_remove(access(role), removed, is_last_owner=False) is allowed


def test_the_last_owner_stays() -> None:
    assert not may_remove(access(Role.OWNER), Role.OWNER, is_last_owner=True)


@pytest.mark.parametrize(("role", "allowed"), [(Role.OWNER, True), (Role.MANAGER, False), (Role.REP, False)])
def test_only_owners_set_what_holds_for_everybody(role: Role, allowed: bool) -> None:
    assert may_set_workspace(access(role)) is allowed


@property_test
@given(accesses, holders)
def test_who_edits_also_sees(access, holder) -> None:
    if may_edit(access, holder):
        assert may_see(access, holder)


@property_test
@given(holders, st.sampled_from(Visibility))
def test_a_higher_role_never_sees_or_edits_less(holder, visibility) -> None:
    rising = [access(role, visibility) for role in (Role.REP, Role.MANAGER, Role.OWNER)]
    for may in (may_see, may_edit):
        allowed = [may(one, holder) for one in rising]
        assert allowed == sorted(allowed)
