"""Which part of a message is about whom."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.rules.part_about import part_about

from .examples import property_test


@pytest.mark.parametrize(
    ("text", "part"),
    [
        (
            "Klaus Berger and Piet Bos, Bosch Rexroth, call Klaus friday. Piet buys, wants a price list",
            "Piet buys, wants a price list",
        ),
        (
            "Klaus Berger en Piet Bos van Bosch Rexroth, Klaus vrijdag bellen, Piet doet inkoop",
            "Piet doet inkoop",
        ),
        (
            "Klaus Berger und Piet Bos von Bosch Rexroth; Herr Bos macht den Einkauf, Klaus Freitag anrufen",
            "Herr Bos macht den Einkauf",
        ),
        (
            "Klaus Berger, Bosch, with his colleague Piet Bos (buyer, piet@bosch.de). Wants 40",
            "with his colleague Piet Bos, buyer, piet@bosch.de",
        ),
        ("Klaus Berger and Piet Bos, Bosch, wants 40", ""),
    ],
)
def test_it_is_what_is_said_of_them_alone(text: str, part: str) -> None:
    assert part_about(text, "Piet Bos", ["Klaus Berger"]) == part


@property_test
@given(st.text(), st.text(max_size=20), st.lists(st.text(max_size=20), max_size=3))
def test_every_word_of_it_was_typed(text: str, name: str, others: list[str]) -> None:
    assert all(piece in text for piece in part_about(text, name, others).split(", "))
