"""What somebody said in a mail, without what they quoted."""

import time

import pytest

from crm.mail.tail import split

QUOTED = {
    "Gmail en": "On Fri, 24 Apr 2026 at 10:06, Eva Jansen <eva@ons.nl> wrote:\n> old words\n> more",
    "Gmail en, wrapped": "On Fri, 24 Apr 2026 at 10:06, Eva Jansen <\neva@ons.nl> wrote:\n\n> old words",
    "Gmail nl": "Op vr 24 apr 2026 om 10:06 schreef Eva Jansen <eva@ons.nl>:\n> old words",
    "Gmail de": "Am Fr., 24. Apr. 2026 um 10:06 Uhr schrieb Eva Jansen <eva@ons.nl>:\n> old words",
    "Apple en": "> On 24 Apr 2026, at 10:06, Eva <eva@ons.nl> wrote:\n> \n> old words",
    "Apple nl": "Op 24 apr. 2026, om 10:06 heeft Eva <eva@ons.nl> het volgende geschreven:\n\nold words",
    "Apple de": "Am 24.04.2026 um 10:06 schrieb Eva <eva@ons.nl>:\n\nold words",
    "Thunderbird": "Am 24.04.26 um 10:06 schrieb Eva:\n> old words",
    "Outlook en": "From: Eva <eva@ons.nl>\nSent: Friday, 24 April 2026\nTo: Klaus\nSubject: Offer\n\nold words",
    "Outlook nl": "Van: Eva\nVerzonden: vrijdag 24 april 2026\nAan: Klaus\nOnderwerp: Offerte\n\nold words",
    "Outlook de": "________________________________\nVon: Eva\nGesendet: Freitag\nAn: Klaus\nBetreff: Angebot\n\nold words",
    "Outlook, old": "-----Original Message-----\nFrom: Eva\n\nold words",
    "Outlook, old, de": "-----Ursprüngliche Nachricht-----\nVon: Eva\n\nold words",
    "Outlook, old, nl": "-----Oorspronkelijk bericht-----\nVan: Eva\n\nold words",
}


@pytest.mark.parametrize("quoted", QUOTED.values(), ids=QUOTED.keys())
def test_a_quoted_tail_is_left_out(quoted: str) -> None:
    assert split(f"Tuesday is fine.\n\n{quoted}").text == "Tuesday is fine."


def test_answers_between_the_quotes_are_kept() -> None:
    text = "On Fri, 24 Apr 2026 at 10:06, Eva wrote:\n> How many?\n40.\n> When?\nIn May."
    assert split(text).text == "40.\nIn May."


def test_a_list_is_no_signature() -> None:
    assert (
        split("We need:\n- sensors\n- pumps\n\nCan you quote?").text
        == "We need:\n- sensors\n- pumps\n\nCan you quote?"
    )


@pytest.mark.parametrize(
    "closing",
    [
        "Kind regards,",
        "Best,",
        "Met vriendelijke groet,",
        "Groeten",
        "Mvg,",
        "Mit freundlichen Grüßen",
        "Viele Grüße aus Ulm",
        "VG",
        "--",
    ],
)
def test_a_signature_is_told_apart(closing: str) -> None:
    parts = split(f"40 sensors please.\n\n{closing}\nKlaus Berger\nBosch Rexroth")
    assert (parts.text, parts.signature) == ("40 sensors please.", "Klaus Berger\nBosch Rexroth")


def test_nothing_but_a_quote_is_what_was_said() -> None:
    assert split("> all of it\n> is quoted").text == "all of it\nis quoted"


def test_words_that_look_like_a_tail_are_none() -> None:
    text = "On Friday I wrote: 40 sensors.\nFrom: the sales team we heard nothing.\nBest price?"
    assert split(text).text == text


@pytest.mark.parametrize(
    "part", ["On 1\n", ">" * 50 + "\n", "From: a\n", "_" * 60 + "\n", "am 1 schrieb", " \t", "Best,\n", "a"]
)
def test_long_texts_take_no_long_time(part: str) -> None:
    text = part * (200_000 // len(part))
    started = time.process_time()
    split(text)
    assert time.process_time() - started < 3
