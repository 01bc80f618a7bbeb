"""What was formal, told in the past: quotes, contracts and orders, with amount and validity; and what only sounds so."""

from datetime import date
from decimal import Decimal

import pytest

from crm.capture.draft import ActivityKind, Direction, FormalKind, Intent
from crm.capture.read import read_message, read_reply
from crm.money import Money
from tests.capture.surroundings import around

SENT, RECEIVED = FormalKind.QUOTE_SENT, FormalKind.QUOTE_RECEIVED
SIGNED, ORDERED, WE_ORDERED = FormalKind.CONTRACT_SIGNED, FormalKind.ORDERED, FormalKind.WE_ORDERED

TOLD = [
    ("en", "quote sent 12.4k", SENT, None, 12400, None, None),
    ("en", "quote sent", SENT, None, None, None, None),
    ("en", "sent Mulder a quote for €12,400, valid until 30 June", SENT, "Mulder", 12400, "EUR", date(2026, 6, 30)),
    ("en", "I've just sent the offer to Thiel, $8,000", SENT, "Thiel", 8000, "USD", None),
    ("en", "quoted Jansen 4k", SENT, "Jansen", 4000, None, None),
    ("en", "proposal went out to Bosch yesterday", SENT, "Bosch", None, None, None),
    ("en", "quote sent 8k until 30 april", SENT, None, 8000, None, date(2026, 4, 30)),
    ("en", "quote sent 8k valid until 30 june", SENT, None, 8000, None, date(2026, 6, 30)),
    ("nl", "offerte gestuurd 8k tot 30 april", SENT, None, 8000, None, date(2026, 4, 30)),
    ("nl", "offerte gestuurd 8k geldig tot 30 april", SENT, None, 8000, None, date(2026, 4, 30)),
    ("de", "Angebot geschickt 8k bis 30. April", SENT, None, 8000, None, date(2026, 4, 30)),
    ("en", "got their quote, 8k, valid 30 days", RECEIVED, None, 8000, None, date(2026, 5, 22)),
    ("en", "received the quote from Brightseal, $2,000", RECEIVED, "Brightseal", 2000, "USD", None),
    ("en", "contract signed with Hale, £45k", SIGNED, "Hale", 45000, "GBP", None),
    ("en", "Mulder signed the contract", SIGNED, "Mulder", None, None, None),
    ("en", "Mulder placed the order, 12k", ORDERED, "Mulder", 12000, None, None),
    ("en", "order received from Solway, 3k", ORDERED, "Solway", 3000, None, None),
    ("en", "order confirmation received from Brightseal, $2,000", WE_ORDERED, "Brightseal", 2000, "USD", None),
    ("nl", "orderbevestiging ontvangen van Kunststof Unie, 8k", WE_ORDERED, "Kunststof Unie", 8000, None, None),
    ("nl", "besteld bij Kunststof Unie, 8k", WE_ORDERED, "Kunststof Unie", 8000, None, None),
    ("de", "Auftragsbestätigung von Thiel erhalten, 8k", WE_ORDERED, "Thiel", 8000, None, None),
    ("en", "Mulder placed an order with us, 12k", ORDERED, "Mulder", 12000, None, None),
    ("nl", "offerte gestuurd 12.4k", SENT, None, 12400, None, None),
    ("nl", "offerte van € 12.400 aan Mulder gemaild, geldig tot 30 juni", SENT, "Mulder", 12400, "EUR", date(2026, 6, 30)),
    ("nl", "heb Hoekstra de offerte gestuurd, 30 dagen geldig", SENT, "Hoekstra", None, None, date(2026, 5, 22)),
    ("nl", "offerte ligt er bij Prins", SENT, "Prins", None, None, None),
    ("nl", "offerte ontvangen van Kunststof Unie, 8k", RECEIVED, "Kunststof Unie", 8000, None, None),
    ("nl", "contract getekend, 45.000 euro", SIGNED, None, 45000, "EUR", None),
    ("nl", "Mulder heeft de offerte getekend", SIGNED, "Mulder", None, None, None),
    ("nl", "opdracht gekregen van Mulder", ORDERED, "Mulder", None, None, None),
    ("nl", "Van Dijk heeft besteld, 6k", ORDERED, "Van Dijk", 6000, None, None),
    ("de", "Angebot geschickt", SENT, None, None, None, None),
    ("de", "Angebot über 12.400 € an Thiel geschickt, gültig bis 30. Juni", SENT, "Thiel", 12400, "EUR", date(2026, 6, 30)),
    ("de", "habe Weber das Angebot gemailt", SENT, "Weber", None, None, None),
    ("de", "Angebot ist raus an Berger, 9,5k", SENT, "Berger", 9500, None, None),
    ("de", "Angebot von Feinguss erhalten, 8.000 €", RECEIVED, "Feinguss", 8000, "EUR", None),
    ("de", "Vertrag unterschrieben, 45.000 €", SIGNED, None, 45000, "EUR", None),
    ("de", "Auftrag erhalten von Thiel", ORDERED, "Thiel", None, None, None),
    ("de", "Keller hat bestellt", ORDERED, "Keller", None, None, None),
]  # fmt: skip

NOT_TOLD = [
    ("en", "wants a quote"),
    ("en", "Anna from Philips wants a quote"),
    ("en", "send the quote friday"),
    ("en", "quote to be sent to Mulder"),
    ("en", "quote not sent yet"),
    ("en", "has the quote been sent"),
    ("en", "did we send the quote to Mulder?"),
    ("en", "asked for a quote"),
    ("en", "waiting for the signed contract"),
    ("en", "will place the order in May"),
    ("en", "if they get the quote sent to the boss they buy"),
    ("en", "I ordered pizza for everyone"),
    ("en", "did Tom's offer get sent"),
    ("en", "we got the order of the booths wrong"),
    ("en", "she made an offer to help"),
    ("en", "Klaus got an offer from another company"),
    ("en", "Mulder received our quote"),
    ("en", "got the quote request from Mulder"),
    ("nl", "taxi besteld om 6 uur"),
    ("nl", "hij heeft een voorstel gedaan om te lunchen"),
    ("nl", "akkoord met het voorstel"),
    ("nl", "Jansen heeft onze offerte ontvangen"),
    ("nl", "opdracht: stand opruimen"),
    ("de", "Pizza ist bestellt"),
    ("de", "Thiel hat unser Angebot erhalten"),
    ("de", "hat Angebot bekommen und prüft"),
    ("de", "im Auftrag von Herrn Weber"),
    ("nl", "offerte sturen"),
    ("nl", "offerte gevraagd"),
    ("nl", "heeft offerte aangevraagd"),
    ("nl", "Jansen wil een offerte"),
    ("nl", "offerte moet nog gestuurd worden"),
    ("nl", "offerte nog niet gestuurd"),
    ("nl", "is de offerte verstuurd"),
    ("nl", "wil de offerte morgen gestuurd krijgen"),
    ("nl", "contract moet getekend worden"),
    ("nl", "gaat bestellen"),
    ("de", "Angebot schicken"),
    ("de", "Angebot angefordert"),
    ("de", "will ein Angebot"),
    ("de", "Angebot muss geschickt werden"),
    ("de", "Angebot noch nicht geschickt"),
    ("de", "wurde das Angebot geschickt"),
    ("de", "Angebot bis Freitag erbeten"),
    ("de", "Vertrag soll unterschrieben werden"),
    ("de", "kein Angebot bekommen"),
]


@pytest.mark.parametrize(("language", "text", "kind", "about", "amount", "currency", "until"), TOLD)
def test_a_formal_step_told_in_the_past_is_a_log_with_amount_and_validity(
    language: str,
    text: str,
    kind: FormalKind,
    about: str | None,
    amount: int | None,
    currency: str | None,
    until: date | None,
) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.intent is Intent.LOG
    assert understood.log is not None
    step = understood.log.formal
    assert step is not None
    assert understood.formal == step
    value = Money.of(Decimal(amount), currency) if amount is not None else None
    assert (step.kind, understood.log.about, step.value, step.valid_until) == (kind, about, value, until)
    wanted = ActivityKind.QUOTE if kind in (SENT, RECEIVED) else ActivityKind.CONTRACT
    assert understood.log.kind is wanted
    assert understood.log.direction is (Direction.IN if kind in (RECEIVED, WE_ORDERED) else Direction.OUT)
    assert understood.log.due is None


@pytest.mark.parametrize(("language", "text"), NOT_TOLD)
def test_what_is_wished_planned_asked_or_denied_is_no_formal_step(language: str, text: str) -> None:
    understood = read_message(text, around(language), after_card=False)
    assert understood.formal is None
    reply = read_reply(text, around(language))
    assert reply.log is None or reply.log.formal is None


@pytest.mark.parametrize(("language", "text"), [row[:2] for row in TOLD if row[3] is None])
def test_a_reply_to_a_card_tells_it_too(language: str, text: str) -> None:
    reply = read_reply(text, around(language))
    assert reply.log is not None
    assert reply.log.formal is not None


def test_a_capture_may_tell_of_a_quote_too() -> None:
    text = "Klaus Berger, Einkäufer bei Bosch Rexroth, klaus.berger@bosch.de, Angebot über 12.000 € geschickt"
    understood = read_message(text, around("de"), after_card=False)
    assert understood.intent is Intent.CAPTURE
    assert understood.formal is not None
    assert understood.formal.kind is SENT


def test_the_day_to_which_a_quote_holds_is_no_next_step_but_another_day_is() -> None:
    text = "quote sent to Mulder, 12k, valid until 30 June, call him friday"
    log = read_message(text, around("en"), after_card=False).log
    assert log is not None
    assert log.formal is not None
    assert log.formal.valid_until == date(2026, 6, 30)
    assert log.due is not None
    assert log.due.day == date(2026, 4, 24)
