"""How a deal ended, told in words: past tense only, and of nothing but a deal; three languages."""

import pytest

from crm.capture.draft import ActivityKind, EndingKind, FormalKind, Intent, ReplyIntent
from crm.capture.read import read_message, read_reply
from crm.money import Money
from tests.capture.surroundings import around

WON = [
    ("en", "won"),
    ("en", "Won!"),
    ("en", "we won it"),
    ("en", "Yes! we've won the deal"),
    ("en", "deal is done"),
    ("nl", "gewonnen!"),
    ("nl", "deal is rond"),
    ("nl", "we hebben de opdracht gewonnen"),
    ("de", "Auftrag gewonnen"),
    ("de", "gewonnen 🎉"),
    ("de", "der Deal ist unter Dach und Fach"),
]
LOST = [
    ("en", "lost", "", ()),
    ("en", "lost, too expensive", "too expensive", ("price",)),
    ("en", "too expensive, lost", "too expensive", ("price",)),
    ("en", "lost on price", "on price", ("price",)),
    ("en", "we lost the deal to Siemens", "to Siemens", ("competitor",)),
    ("en", "lost, they merged with Bosch", "they merged with Bosch", ()),
    ("nl", "verloren, te duur", "te duur", ("price",)),
    ("nl", "helaas verloren: geen budget", "geen budget", ("no-budget",)),
    ("nl", "verloren aan een concurrent", "aan een concurrent", ("competitor",)),
    ("de", "verloren, zu teuer", "zu teuer", ("price",)),
    ("de", "Auftrag leider verloren, verschoben", "verschoben", ("timing",)),
    ("de", "verloren an Siemens", "an Siemens", ("competitor",)),
]
NO_ENDING = [
    ("en", "not won yet"),
    ("en", "want to win"),
    ("en", "won't work"),
    ("en", "won?"),
    ("en", "did we win"),
    ("en", "hopefully won by Friday"),
    ("en", "lost his card"),
    ("en", "lost contact with Anna"),
    ("en", "I lost my phone, call me on the landline"),
    ("en", "I won the raffle at the booth"),
    ("en", "500 won"),
    ("en", "Won, Klaus Berger, Bosch Rexroth, 040 2345678"),
    ("nl", "nog niet gewonnen"),
    ("nl", "bijna rond"),
    ("nl", "rond 10 uur bellen"),
    ("nl", "kaartje verloren"),
    ("nl", "Ajax heeft gewonnen"),
    ("de", "noch nicht gewonnen"),
    ("de", "Karte verloren"),
    ("de", "hätte gern gewonnen"),
    ("en", "they won the tender"),
    ("en", "he lost the job"),
    ("en", "they have lost a customer"),
    ("nl", "klant heeft aanbesteding gewonnen"),
    ("nl", "ze hebben de opdracht verloren"),
    ("de", "der Kunde hat die Ausschreibung gewonnen"),
    ("de", "sie haben den Auftrag verloren"),
]
SIGNED = [
    ("en", "signed"),
    ("en", "they've signed!"),
    ("en", "contract signed"),
    ("nl", "getekend"),
    ("nl", "klant heeft getekend"),
    ("de", "unterschrieben"),
    ("de", "Kunde hat unterschrieben"),
]
NOT_SIGNED = [
    ("en", "not signed"),
    ("en", "to be signed"),
    ("en", "signed?"),
    ("en", "signed him up for the newsletter"),
    ("nl", "moet nog getekend worden"),
    ("nl", "nog niet getekend"),
    ("de", "noch nicht unterschrieben"),
    ("de", "muss unterschrieben werden"),
]


@pytest.mark.parametrize(("language", "text"), WON)
def test_won_is_told(language: str, text: str) -> None:
    understood, reply = (
        read_message(text, around(language), after_card=True),
        read_reply(text, around(language)),
    )
    assert (understood.intent, reply.intent) == (Intent.ENDING, ReplyIntent.ENDING)
    for said in (understood.ending, reply.ending):
        assert said is not None and (said.kind, said.value, said.words) == (EndingKind.WON, None, "")


@pytest.mark.parametrize(
    ("language", "text"), [("en", "won 12k"), ("nl", "gewonnen voor € 12.000"), ("de", "gewonnen, 12k €")]
)
def test_what_it_was_won_for_is_told(language: str, text: str) -> None:
    ending = read_message(text, around(language), after_card=True).ending
    assert ending is not None and isinstance(ending.value, Money)
    assert (ending.kind, ending.value.minor, ending.words) == (EndingKind.WON, 1_200_000, "")


@pytest.mark.parametrize(("language", "text", "words", "reasons"), LOST)
def test_lost_is_told_with_why(language: str, text: str, words: str, reasons: tuple[str, ...]) -> None:
    ending = read_message(text, around(language), after_card=True).ending
    assert ending is not None
    assert (ending.kind, ending.words, ending.reasons) == (EndingKind.LOST, words, reasons)


def test_a_next_step_is_told_with_it() -> None:
    ending = read_message("verloren, over een half jaar weer bellen", around("nl"), after_card=True).ending
    assert ending is not None and ending.due is not None and ending.next_action is not None


@pytest.mark.parametrize(("language", "text"), NO_ENDING)
def test_what_is_denied_wished_or_of_something_else_ends_nothing(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=True).ending is None


@pytest.mark.parametrize(("language", "text"), [row for row in NO_ENDING if not row[1].startswith("Won,")])
def test_nor_does_it_in_a_reply(language: str, text: str) -> None:
    assert read_reply(text, around(language)).ending is None


@pytest.mark.parametrize(("language", "text"), SIGNED)
def test_signed_alone_is_a_contract(language: str, text: str) -> None:
    log = read_message(text, around(language), after_card=True).log
    assert log is not None and log.kind is ActivityKind.CONTRACT
    assert log.formal is not None and log.formal.kind is FormalKind.CONTRACT_SIGNED


@pytest.mark.parametrize(("language", "text"), NOT_SIGNED)
def test_not_signed_yet_is_none(language: str, text: str) -> None:
    assert read_message(text, around(language), after_card=True).formal is None
    assert read_reply(text, around(language)).log is None
