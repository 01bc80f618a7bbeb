"""Whether two people are one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.similar import Identity, SameBy, Similarity, Strength, or_from_there, similarity

from .examples import property_test

JAN = Identity("Jan Smit", "Philips", ("jan.smit@philips.com",), ("+31402345678",))

identities = st.builds(
    Identity,
    st.none() | st.sampled_from(["Jan Smit", "SMIT, Jan", "J. Smit", "Jan", "Klaus Berger", ""]),
    st.none() | st.sampled_from(["Philips", "Philips N.V.", "Bosch AG", ""]),
    st.lists(st.sampled_from(["jan@philips.com", "JAN@philips.com", "info@philips.com"]), max_size=2).map(
        tuple
    ),
    st.lists(st.sampled_from(["+31402345678", "+31612345678"]), max_size=2).map(tuple),
)


@pytest.mark.parametrize(
    ("other", "strength", "reason"),
    [
        (Identity(emails=("Jan.Smit@Philips.com",)), Strength.SAME, SameBy.EMAIL),
        (Identity("Pieter Bos", emails=("jan.smit@philips.com",)), Strength.SAME, SameBy.EMAIL),
        (Identity("Smit, Jan", phones=("+31402345678",)), Strength.SAME, SameBy.PHONE),
        (Identity("J. Smit", phones=("+31402345678",)), Strength.LIKELY, SameBy.PHONE),
        (Identity(phones=("+31402345678",)), Strength.LIKELY, SameBy.PHONE),
        (Identity("Pieter Bos", "Philips", phones=("+31402345678",)), Strength.POSSIBLE, SameBy.PHONE),
        (Identity("jan smit", "Philips N.V."), Strength.LIKELY, SameBy.NAME_AND_ORGANISATION),
    ],
)
def test_what_is_the_same_says_how_sure_it_is(other, strength, reason) -> None:
    assert similarity(JAN, other) == Similarity(strength, reason)


@pytest.mark.parametrize(
    "other",
    [
        Identity("Jan Smit", "Bosch"),
        Identity("Jan Smit"),
        Identity("Pieter Bos", "Philips"),
        Identity(emails=("pieter@philips.com",), phones=("+31402345679",)),
        Identity(),
    ],
)
def test_a_name_alone_or_an_organisation_alone_is_not_enough(other) -> None:
    assert similarity(JAN, other) is None


@pytest.mark.parametrize(
    "other",
    [
        Identity("Jan", "Philips BV"),
        Identity("jan", "philips"),
        Identity("Smit", "Philips"),
        Identity("J. Smit", "Philips"),
        Identity("Jan Smit", "Philips Lighting"),
    ],
)
def test_part_of_a_name_at_an_organisation_is_enough_for_the_only_one_there(other) -> None:
    one = Identity("Jan Smit", "Philips")
    assert similarity(one, other) == Similarity(Strength.IF_ALONE, SameBy.NAME_AND_ORGANISATION)


@pytest.mark.parametrize(
    "other",
    [
        Identity("Jan", "Philips", emails=("jan.bakker@philips.com",)),
        Identity("Jan", "Philips", phones=("+31612345678",)),
    ],
)
def test_part_of_a_name_with_an_address_of_its_own_is_only_possible(other) -> None:
    assert similarity(JAN, other) == Similarity(Strength.POSSIBLE, SameBy.NAME_AND_ORGANISATION)


@pytest.mark.parametrize("name", ["J.", "Jan Bakker", "Piet", "Dr."])
def test_another_name_at_that_organisation_is_somebody_else(name) -> None:
    assert similarity(Identity("Jan Smit", "Philips"), Identity(name, "Philips")) is None


@pytest.mark.parametrize(
    ("name", "read"),
    [
        ("Anna van Philips", ("Anna", "Philips")),
        ("anna von Bosch Rexroth", ("anna", "Bosch Rexroth")),
        ("Anna de Vries", None),
        ("van Dam", None),
        ("Anna van", None),
    ],
)
def test_a_name_may_say_where_somebody_is_from(name, read) -> None:
    found = or_from_there(Identity(name))
    assert (found and (found.name, found.organisation)) == read
    assert or_from_there(Identity(name, "Bosch")) is None


def test_colleagues_behind_one_office_mailbox_are_only_possible() -> None:
    office = ("info@philips.com",)
    assert similarity(
        Identity("Jan Smit", emails=office), Identity("Pieter Bos", emails=office)
    ) == Similarity(Strength.POSSIBLE, SameBy.EMAIL)


def test_the_strongest_reason_is_given() -> None:
    other = Identity("Jan Smit", "Philips", ("jan.smit@philips.com",), ("+31402345678",))
    assert similarity(JAN, other) == Similarity(Strength.SAME, SameBy.EMAIL)


@property_test
@given(identities, identities)
def test_it_is_the_same_both_ways_round(one, other) -> None:
    assert similarity(one, other) == similarity(other, one)


@property_test
@given(identities)
def test_everybody_is_similar_to_themselves_as_far_as_anything_identifies_them(one) -> None:
    identified = bool(one.emails or one.phones or (one.name and one.organisation))
    assert (similarity(one, one) is not None) == identified


@property_test
@given(identities, identities)
def test_knowing_one_more_address_in_common_never_weakens_it(one, other) -> None:
    before = similarity(one, other)
    shared = "shared.person@example.org"
    more = similarity(
        Identity(one.name, one.organisation, (*one.emails, shared), one.phones),
        Identity(other.name, other.organisation, (*other.emails, shared), other.phones),
    )
    assert more is not None
    assert before is None or more.strength >= before.strength
