"""Which contact does what was planned."""

import pytest

from crm.capture.draft import ActivityKind
from crm.rules.fulfils import fulfils, is_to_send_quote


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("call him about the quote", ActivityKind.CALL),
        ("bellen over de offerte", ActivityKind.CALL),
        ("Anna zurückrufen", ActivityKind.CALL),
        ("mail the brochure", ActivityKind.EMAIL),
        ("Unterlagen schicken", ActivityKind.EMAIL),
        ("send the quote", ActivityKind.QUOTE),
        ("bezoeken", ActivityKind.VISIT),
        ("", ActivityKind.CALL),
        ("", ActivityKind.EMAIL),
        ("", ActivityKind.MEETING),
    ],
)
def test_a_contact_of_the_kind_that_was_planned_does_it(action: str, kind: ActivityKind) -> None:
    assert fulfils(action, kind)


@pytest.mark.parametrize(
    ("action", "kind"),
    [
        ("send the quote", ActivityKind.CALL),
        ("send the quote", ActivityKind.EMAIL),
        ("call about the quote", ActivityKind.QUOTE),
        ("call", ActivityKind.EMAIL),
        ("demo", ActivityKind.CALL),
        ("belangrijk", ActivityKind.CALL),
    ],
)
def test_another_one_does_not(action: str, kind: ActivityKind) -> None:
    assert not fulfils(action, kind)


@pytest.mark.parametrize(
    "action",
    [
        "send quote",
        "quote",
        "make him an offer",
        "email the proposal",
        "offerte sturen",
        "offerte maken",
        "stuur de aanbieding",
        "prijsopgave mailen",
        "Angebot schicken",
        "Angebot erstellen und rausschicken",
        "Kostenvoranschlag senden",
    ],
)
def test_a_quote_is_to_go_out(action: str) -> None:
    assert is_to_send_quote(action)


@pytest.mark.parametrize(
    "action",
    [
        "",
        "call",
        "call about the quote",
        "chase quote",
        "follow up on the offer",
        "mail brochure",
        "offerte nabellen",
        "bellen over offerte",
        "offerte aanvragen",
        "Angebot nachfassen",
        "wegen Angebot anrufen",
        "Angebot einholen",
    ],
)
def test_no_quote_is_to_go_out(action: str) -> None:
    assert not is_to_send_quote(action)
