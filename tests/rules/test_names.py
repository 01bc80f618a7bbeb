"""Names of people and organisations as keys."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.names import name_key, names_agree, organisation_key

from .examples import property_test

names = st.lists(
    st.sampled_from(["Jan", "J.", "Jansen", "K", "Klaus", "Müller", "Mueller", "de", "Vries", "Dr."]),
    max_size=4,
).map(" ".join)


@pytest.mark.parametrize(
    "name",
    ["Klaus Müller", "KLAUS MUELLER", "Müller, Klaus", "Dr. Klaus Muller", "Herr Dipl.-Ing. Klaus Müller"],
)
def test_one_person_however_written_has_one_key(name: str) -> None:
    assert name_key(name) == "klaus muller"


def test_two_people_have_two_keys() -> None:
    assert name_key("Jan Smit") != name_key("Jan Smits")


def test_a_name_that_is_only_a_form_of_address_is_kept() -> None:
    assert name_key("Herr") == "herr"
    assert name_key("…") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klaus Berger", "Berger, Klaus"),
        ("K. Berger", "Klaus Berger"),
        ("Berger", "Klaus Berger"),
        ("J. de Vries", "Jan Pieter de Vries"),
        ("A. Adams", "Adams Anna"),
        ("", "Klaus Berger"),
    ],
)
def test_names_that_can_be_one_persons_agree(one: str, other: str) -> None:
    assert names_agree(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Klaus Berger", "Jan Smit"),
        ("K. Berger", "Jan Berger"),
        ("Jan Berger", "Klaus Berger"),
        ("Jan Jan", "Jan Smit"),
    ],
)
def test_names_that_cannot_be_one_persons_do_not(one: str, other: str) -> None:
    assert not names_agree(one, other)


@property_test
@given(names, names)
def test_agreeing_is_mutual_and_everybody_agrees_with_themselves(one, other) -> None:
    assert names_agree(one, other) == names_agree(other, one)
    assert names_agree(one, one)


@property_test
@given(names, names)
def test_equal_keys_agree(one, other) -> None:
    if name_key(one) == name_key(other):
        assert names_agree(one, other)


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("Bosch Rexroth AG", "bosch rexroth"),
        ("Müller Maschinenbau GmbH & Co. KG", "muller maschinenbau"),
        ("Mueller Maschinenbau", "muller maschinenbau"),
        ("Studio Prins B.V.", "studio prins"),
        ("studio prins bv", "studio prins"),
        ("Philips N.V.", "philips"),
        ("Jansen V.O.F.", "jansen"),
        ("Vestas Wind Systems A/S", "vestas wind systems"),
        ("Fiat S.p.A.", "fiat"),
        ("Comarch Sp. z o.o.", "comarch"),
        ("Škoda Auto a.s.", "skoda auto"),
        ("Airbus SE", "airbus"),
        ("Smith and Co Ltd", "smith"),
        ("Apple, Inc.", "apple"),
        ("AG Insurance", "ag insurance"),
        ("H&M", "hm"),
        ("3 M", "3m"),
        ("AG", "ag"),
        ("", ""),
        ("!", ""),
    ],
)
def test_an_organisation_is_known_without_its_legal_form(name: str, key: str) -> None:
    assert organisation_key(name) == key


def test_two_organisations_have_two_keys() -> None:
    assert organisation_key("Bosch Rexroth AG") != organisation_key("Bosch GmbH")


@property_test
@given(
    st.text(string.ascii_letters, min_size=2).filter(
        lambda word: word.lower() not in ("and", "und", "en", "et")
    ),
    st.sampled_from(["GmbH", "B.V.", "Ltd.", "GmbH & Co. KG", "S.A.", "Sp. z o.o.", "and Co"]),
)
def test_a_legal_form_behind_a_name_changes_nothing(word, form) -> None:
    assert organisation_key(f"Acme {word} {form}") == organisation_key(f"Acme {word}")


@property_test
@given(st.text())
def test_an_organisation_with_a_word_in_it_has_a_key(name) -> None:
    assert bool(organisation_key(name)) == bool(name_key(name))
