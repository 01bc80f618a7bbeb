"""How many unasked messages a day."""

from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.access import Role
from crm.rules.budget import Unasked, may_send

from .examples import property_test

people = st.tuples(st.sampled_from(Role), st.booleans())
limits = {
    (Role.REP, True): 3,
    (Role.REP, False): 3,
    (Role.MANAGER, True): 2,
    (Role.MANAGER, False): 2,
    (Role.OWNER, True): 3,
    (Role.OWNER, False): 0,
}


def sent_of(wanted: Sequence[Unasked], role: Role, sells: bool) -> list[Unasked]:
    sent: list[Unasked] = []
    for kind in wanted:
        if may_send(kind, role, sells, sent):
            sent.append(kind)
    return sent


def test_a_rep_gets_three_a_day() -> None:
    wanted = [Unasked.DIGEST, Unasked.FAIR_END, Unasked.FAIR_END, Unasked.FAIR_END]
    assert len(sent_of(wanted, Role.REP, sells=True)) == 3


def test_a_manager_gets_two() -> None:
    wanted = [Unasked.DIGEST, Unasked.ESCALATION, Unasked.FAIR_END]
    assert sent_of(wanted, Role.MANAGER, sells=True) == [Unasked.DIGEST, Unasked.ESCALATION]


def test_an_owner_who_does_not_sell_gets_alarms_only() -> None:
    assert sent_of(list(Unasked), Role.OWNER, sells=False) == [Unasked.ALARM]


def test_an_owner_who_sells_gets_a_digest() -> None:
    assert may_send(Unasked.DIGEST, Role.OWNER, True, [])


def test_the_digest_comes_once() -> None:
    assert not may_send(Unasked.DIGEST, Role.REP, True, [Unasked.DIGEST])


@pytest.mark.parametrize("role", [Role.REP, Role.MANAGER])
def test_what_comes_before_the_digest_leaves_it_its_place(role: Role) -> None:
    early = [Unasked.FAIR_END] * 5
    assert sent_of([*early, Unasked.DIGEST], role, sells=True)[-1] is Unasked.DIGEST


@property_test
@given(st.lists(st.sampled_from(Unasked)), people)
def test_no_order_of_messages_exceeds_the_budget_or_holds_an_alarm_back(wanted, person) -> None:
    sent = sent_of(wanted, *person)
    assert len([kind for kind in sent if kind is not Unasked.ALARM]) <= limits[person]
    assert sent.count(Unasked.ALARM) == wanted.count(Unasked.ALARM)


@property_test
@given(st.lists(st.sampled_from(Unasked)), people)
def test_the_digest_is_always_possible_once_for_who_gets_any(wanted, person) -> None:
    sent = sent_of([*wanted, Unasked.DIGEST], *person)
    assert sent.count(Unasked.DIGEST) == (1 if limits[person] else 0)
