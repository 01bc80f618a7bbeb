"""A reply to a card: one field corrected, something done logged, or a note."""

from datetime import date, time

import pytest

from crm.capture.draft import ReplyIntent
from crm.capture.read import read_reply
from tests.capture.surroundings import around


@pytest.mark.parametrize(
    ("language", "text", "field"),
    [
        ("en", "jan@philips.com", "email"),
        ("en", "his mail is jan@philips.com", "email"),
        ("en", "06 12345678", "phone"),
        ("en", "12.5k", "value"),
        ("en", "€ 12.500", "value"),
        ("en", "fri 10:00", "due"),
        ("en", "next tuesday", "due"),
        ("nl", "12.500 euro", "value"),
        ("nl", "overmorgen om 9u", "due"),
        ("nl", "volgende week dinsdag", "due"),
        ("de", "12.500 Euro", "value"),
        ("de", "am Freitag um 10 Uhr", "due"),
        ("de", "0170 1234567", "phone"),
    ],
)
def test_a_bare_value_corrects_its_field(language: str, text: str, field: str) -> None:
    reply = read_reply(text, around(language))
    assert reply.intent is ReplyIntent.CORRECTION
    assert reply.correction is not None
    assert reply.correction.field == field


@pytest.mark.parametrize(
    ("language", "text", "field", "denied"),
    [
        ("en", "not Friday, Monday", "due", "Friday"),
        ("nl", "niet vrijdag, maandag", "due", "vrijdag"),
        ("de", "nicht freitag, montag", "due", "freitag"),
        ("en", "not 12k, 15k", "value", "12k"),
        ("nl", "niet 12k maar 15k", "value", "12k"),
        ("de", "nicht 12k, sondern 15k", "value", "12k"),
        ("en", "not Jansen, Janssen", "name", "Jansen"),
        ("nl", "niet Philips BV, Signify NV", "organisation", "Philips BV"),
        ("de", "nicht Thiel GmbH, Thiele GmbH", "organisation", "Thiel GmbH"),
        ("en", "not buyer, head of sales", "title", "buyer"),
    ],
)
def test_not_one_but_the_other_corrects(language: str, text: str, field: str, denied: str) -> None:
    reply = read_reply(text, around(language))
    assert reply.intent is ReplyIntent.CORRECTION
    assert reply.correction is not None
    assert (reply.correction.field, reply.correction.denied) == (field, denied)


def test_the_corrected_day_is_the_second_one() -> None:
    correction = read_reply("nicht freitag, montag", around("de")).correction
    assert correction is not None and correction.due is not None
    assert correction.due.day == date(2026, 4, 27)


def test_a_corrected_time_is_taken_over() -> None:
    correction = read_reply("fri 10:00", around("en")).correction
    assert correction is not None and correction.due is not None
    assert (correction.due.day, correction.due.clock) == (date(2026, 4, 24), time(10))


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "called, no answer"),
        ("en", "quote sent 12.4k"),
        ("nl", "gebeld, wil offerte"),
        ("nl", "offerte gestuurd 12.4k"),
        ("de", "angerufen, nicht erreicht"),
        ("de", "Angebot geschickt"),
        ("en", "spoke"),
        ("en", "spoke, wants 3 samples"),
        ("en", "we spoke, wants a demo"),
        ("en", "talked yesterday"),
        ("en", "mailed"),
        ("en", "Sent him a mail about delivery"),
        ("en", "I sent them an e-mail with the specs"),
        ("en", "wrote her an email"),
        ("en", "voicemail"),
        ("nl", "gesproken"),
        ("nl", "gesproken, wil 3 samples"),
        ("nl", "gemaild"),
        ("nl", "gemailt"),
        ("nl", "hem een mail gestuurd over de levering"),
        ("nl", "voicemail"),
        ("de", "gesprochen"),
        ("de", "gesprochen, will drei Muster"),
        ("de", "geredet, will eine Demo"),
        ("de", "gemailt"),
        ("de", "ihm eine Mail geschickt wegen der Lieferung"),
        ("de", "Mailbox"),
    ],
)
def test_something_done_is_logged(language: str, text: str) -> None:
    reply = read_reply(text, around(language))
    assert reply.intent is ReplyIntent.LOG
    assert reply.log is not None


@pytest.mark.parametrize(
    ("language", "text", "short"),
    [
        ("en", "Philips NV", True),
        ("en", "very friendly", True),
        ("en", "he prefers to be called in the morning by a colleague", False),
        ("nl", "heeft twee honden en een boot", False),
        ("de", "Philips NV", True),
        ("de", "mag keine Anrufe vor zehn Uhr am Montag und Dienstag", False),
        ("en", "not interested in the big one", False),
        ("en", "need to send him a mail about delivery", False),
        ("en", "he sent us a mail about delivery", False),
    ],
)
def test_anything_else_is_a_note(language: str, text: str, short: bool) -> None:
    reply = read_reply(text, around(language))
    assert reply.intent is ReplyIntent.NOTE
    assert reply.short is short
