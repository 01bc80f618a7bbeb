"""A person in texts of others: every form of the name, address and number goes, and nobody else's."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.person_traces import Person

JURGEN = Person("Jürgen Müller", ("j.mueller@bosch.de",), ("+49402345671", "+31612345678"))
ANNA = Person("Anna de Vries")
PIA = Person("Pia Lena Müller-Lüdenscheidt")


@pytest.mark.parametrize(
    "text",
    [
        "met Jürgen Müller there",
        "met JÜRGEN MÜLLER there",
        "met jurgen muller there",
        "met Juergen Mueller there",
        "met Ju\u0308rgen Mu\u0308ller there",
        "met Müller, Jürgen there",
        "met MUELLER, Juergen there",
        "met Müller Jürgen there",
        "met J. Müller there",
        "met j. müller there",
        "met J Müller there",
        "met Müller, J. there",
        "met Jürgen K. Müller there",
        "met J.K. Müller there",
        "met Jürgen Müllers there",
        "met Jürgen\nMüller there",
        "met j.mueller@bosch.de there",
        "met J.Mueller@BOSCH.de there",
        "met j.mueller (at) bosch.de there",
        "met j.mueller[at]bosch[dot]de there",
        "met j.mueller @ bosch.de there",
        "met +49 40 2345671 there",
        "met +49 (0)40 234 56 71 there",
        "met 0049-40-2345671 there",
        "met 040/2345671 there",
        "met (040) 234-5671 there",
        "met 06-12345678 there",
        "met 06 12 34 56 78 there",
        "met 0031 6 12345678 there",
    ],
)
def test_every_form_is_blotted_and_no_other_word(text: str) -> None:
    assert JURGEN.is_named_in(text)
    assert JURGEN.without(text) == "met … there"


@pytest.mark.parametrize(
    "text",
    [
        "Anna de Vries",
        "ANNA DE VRIES",
        "A. de Vries",
        "A. Vries",
        "Anna Vries",
        "de Vries, Anna",
        "Vries, Anna de",
        "Vries, A. de",
    ],
)
def test_a_name_with_particles(text: str) -> None:
    assert ANNA.without(f"{text}: yes") == "…: yes"
    assert Person("Vries, Anna de").without(f"{text}: yes") == "…: yes"


@pytest.mark.parametrize(
    "text",
    [
        "Pia Lena Müller-Lüdenscheidt",
        "P. L. Muller-Ludenscheidt",
        "Pia Müller-Lüdenscheidt",
        "P.L. Müller Lüdenscheidt",
    ],
)
def test_a_double_name(text: str) -> None:
    assert PIA.without(f"with {text}!") == "with …!"


@pytest.mark.parametrize(
    "text",
    [
        "Karl Müller and Jürgen Klopp",
        "Müller GmbH, Jürgensen",
        "Jürgen. Müller wrote",
        "Jürgen and Müller",
        "a Müller pump",
        "room 2345671",
        "12345678 sensors and 06 12345679",
        "invoice 92345671",
        "k.mueller@bosch.de, xj.mueller@bosch.de",
        "Anna, de Vries",
    ],
)
def test_what_is_somebody_elses_stays(text: str) -> None:
    for person in (JURGEN, ANNA):
        if "12345678" not in text:
            assert person.without(text) == text


def test_of_two_numbers_in_a_row_only_theirs_goes() -> None:
    assert JURGEN.without("040 1111111 / 040 2345671, 06 12345678") == "040 1111111 / …, …"


ONLY = Person(
    "Jürgen Quuxmann",
    only_one=True,
    ordinary=frozenset("met called herr mr with about the and".split()),
    first_names=frozenset({"maria"}),
)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("met Quuxmann there", "met … there"),
        ("Met Quuxmann there", "Met … there"),
        ("Herr Quuxmann called", "Herr … called"),
        ("Quuxmanns pump", "… pump"),
        ("called quuxmann about the pump", "called … about the pump"),
        ("Quuxmann. Maria too", "…. Maria too"),
        ("met Maria Quuxmann", "met Maria Quuxmann"),
        ("maria quuxmann", "maria quuxmann"),
        ("with Otto Quuxmann", "with Otto Quuxmann"),
        ("Quuxmann GmbH", "Quuxmann GmbH"),
        ("Quuxmann-Meyer", "Quuxmann-Meyer"),
    ],
)
def test_a_surname_that_is_only_theirs_goes_where_no_other_name_is_next_to_it(text: str, left: str) -> None:
    assert ONLY.without(text) == left
    assert not ONLY.surname_stays_in(text)
    shared = replace(ONLY, only_one=False)
    assert shared.without(text) == text
    assert shared.surname_stays_in(text) == (text != left)
    assert shared.bears_surname(text) or "Quuxmanns" in text


def test_one_word_is_no_name_to_go_by() -> None:
    anna = Person("Anna")
    assert anna.without("met Anna") == "met Anna"
    assert anna.surname_stays_in("met Anna")


def test_an_organisation_goes_by_its_whole_name_only() -> None:
    bosch = Person("Bosch Rexroth", is_organisation=True)
    assert bosch.without("at bosch rexroth, B. Rexroth") == "at …, B. Rexroth"


@given(st.text(max_size=80))
def test_any_text_is_read_and_blotting_twice_changes_nothing(text: str) -> None:
    for person in (JURGEN, ANNA, PIA, ONLY):
        once = person.without(f"{text} {person.name} {text}")
        assert person.name not in once
        assert person.without(once) == once
