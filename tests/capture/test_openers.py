"""What a message opens with only to say that a lead follows is no part of the note."""

import pytest

from crm.capture.read import read_lead
from tests.capture.surroundings import around


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "lead: Anna de Vries, Philips, 06 12345678"),
        ("en", "New lead: Anna de Vries, Philips, 06 12345678"),
        ("en", "new contact - Anna de Vries, Philips, 06 12345678"),
        ("nl", "nieuwe lead: Anna de Vries, Philips, 06 12345678"),
        ("de", "Neuer Kontakt: Anna de Vries, Philips, 06 12345678"),
    ],
)
def test_the_opener_is_no_note(language: str, text: str) -> None:
    draft = read_lead(text, around(language))
    assert (draft.name, draft.organisation, draft.note) == ("Anna de Vries", "Philips", "")


def test_a_lead_engineer_is_one() -> None:
    draft = read_lead("lead engineer at Bosch, Klaus Berger, 06 12345678", around("en"))
    assert (draft.name, draft.title) == ("Klaus Berger", "lead engineer")


@pytest.mark.parametrize("text", ["Ans Kok, 06 12345678", "Ans Kok, Philips"])
def test_ans_is_a_first_name(text: str) -> None:
    assert read_lead(text, around("nl")).name == "Ans Kok"


def test_ans_stands_before_an_office_too() -> None:
    assert read_lead("Rechnung ans Büro schicken, 0151 12345678", around("de")).name is None
