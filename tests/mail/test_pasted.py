"""Mails pasted into the chat, as mail programs write them in three languages."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crm.mail.dates import read_sent
from crm.mail.mail import Mail, Mailbox
from crm.mail.pasted import read_pasted

ZONE = ZoneInfo("Europe/Amsterdam")
NOW = datetime(2026, 4, 28, 9, 0, tzinfo=UTC)
SENT = datetime(2026, 4, 24, 8, 6, tzinfo=UTC)

OUTLOOK_EN = """From: Klaus Berger <Klaus.Berger@bosch.com>
Sent: Friday, April 24, 2026 10:06 AM
To: Eva Jansen <eva@ons.nl>; Tom Bakker <tom@ons.nl>
Cc: sales@ons.nl
Subject: Offer for 40 sensors

Hi Eva,

please send the offer.

Kind regards,
Klaus Berger
Bosch Rexroth AG
+49 40 2345678
"""
OUTLOOK_NL = """Van: Klaus Berger <klaus.berger@bosch.com>
Verzonden: vrijdag 24 april 2026 10:06
Aan: Eva Jansen <eva@ons.nl>
Onderwerp: Offerte 40 sensoren

Hoi Eva,

stuur je de offerte?

Met vriendelijke groet,
Klaus
"""
OUTLOOK_DE = """Von: Klaus Berger <klaus.berger@bosch.com>
Gesendet: Freitag, 24. April 2026 10:06
An: Eva Jansen <eva@ons.nl>
Betreff: Angebot 40 Sensoren

Hallo Eva,

bitte um ein Angebot.

Mit freundlichen Grüßen
Klaus
"""
GMAIL_NL = """---------- Forwarded message ---------
Van: Klaus Berger <klaus.berger@bosch.com>
Date: vr 24 apr 2026 om 10:06
Subject: Offerte 40 sensoren
To: Eva Jansen <eva@ons.nl>


stuur je de offerte?
"""
GMAIL_DE = """---------- Forwarded message ---------
Von: Klaus Berger <klaus.berger@bosch.com>
Date: Fr., 24. Apr. 2026 um 10:06 Uhr
Subject: Angebot
To: <eva@ons.nl>


bitte um ein Angebot.
"""
APPLE_EN = """Begin forwarded message:

From: Klaus Berger <klaus.berger@bosch.com>
Subject: Offer
Date: 24 April 2026 at 10:06:33 CEST
To: Eva Jansen <eva@ons.nl>

please send the offer.

Sent from my iPhone
"""
APPLE_DE = """Anfang der weitergeleiteten Nachricht:

Von: Klaus Berger <klaus.berger@bosch.com>
Betreff: Angebot
Datum: 24. April 2026 um 10:06:33 MESZ
An: Eva Jansen <eva@ons.nl>

bitte um ein Angebot.
"""
APPLE_NL = """Begin doorgestuurd bericht:

Van: "Klaus Berger" <klaus.berger@bosch.com>
Onderwerp: Offerte
Datum: 24 april 2026 om 10:06:33 CEST
Aan: Eva Jansen <eva@ons.nl>

stuur je de offerte?
"""
THUNDERBIRD = """-------- Weitergeleitete Nachricht --------
Betreff: \tAngebot
Datum: \tFri, 24 Apr 2026 10:06:33 +0200
Von: \tKlaus Berger <klaus.berger@bosch.com>
An: \teva@ons.nl


bitte um ein Angebot.
"""
OUTLOOK_MOBILE = """**From:** Klaus Berger [mailto:klaus.berger@bosch.com]
**Sent:** 24-04-2026 10:06
**To:** eva@ons.nl
**Subject:** Offer

please send the offer.
"""


def read(text: str) -> Mail:
    mail = read_pasted(text, ZONE, NOW)
    assert mail is not None
    return mail


@pytest.mark.parametrize(
    "text",
    [
        OUTLOOK_EN,
        OUTLOOK_NL,
        OUTLOOK_DE,
        GMAIL_NL,
        GMAIL_DE,
        APPLE_EN,
        APPLE_DE,
        APPLE_NL,
        THUNDERBIRD,
        OUTLOOK_MOBILE,
    ],
)
def test_who_when_and_what_are_read(text: str) -> None:
    mail = read(text)
    assert mail.sender == Mailbox("Klaus Berger", "klaus.berger@bosch.com")
    assert "eva@ons.nl" in [one.address for one in mail.recipients]
    assert mail.sent_at is not None and mail.sent_at.replace(second=0) == SENT
    assert mail.subject.startswith(("Off", "Angebot"))
    assert mail.text.endswith(("offer.", "offerte?", "Angebot."))
    assert mail.said_above == ""


def test_all_recipients_count() -> None:
    assert [one.address for one in read(OUTLOOK_EN).recipients] == [
        "eva@ons.nl",
        "tom@ons.nl",
        "sales@ons.nl",
    ]


def test_the_signature_is_kept_apart() -> None:
    mail = read(OUTLOOK_EN)
    assert mail.text == "Hi Eva,\n\nplease send the offer."
    assert mail.signature == "Klaus Berger\nBosch Rexroth AG\n+49 40 2345678"


def test_a_list_of_recipients_may_take_several_lines() -> None:
    text = OUTLOOK_NL.replace(
        "Aan: Eva Jansen <eva@ons.nl>", "Aan: Eva Jansen <eva@ons.nl>;\n Tom <tom@ons.nl>"
    )
    assert [one.address for one in read(text).recipients] == ["eva@ons.nl", "tom@ons.nl"]


def test_what_the_member_wrote_above_is_kept() -> None:
    assert read("moet ik donderdag terugbellen\n\n" + GMAIL_NL).said_above == "moet ik donderdag terugbellen"


def test_the_earlier_mails_below_are_left_out() -> None:
    below = "\n________________________________\nFrom: Eva Jansen <eva@ons.nl>\nSent: Monday\nTo: Klaus\nSubject: Hello\n\nold"
    assert "old" not in read(OUTLOOK_EN + below).whole_text
    assert read(OUTLOOK_EN + below).sender.address == "klaus.berger@bosch.com"


def test_a_mail_as_its_source_is_read_too() -> None:
    mail = read(
        "Message-ID: <a1@bosch.com>\nFrom: Klaus <klaus@bosch.com>\nTo: eva@ons.nl\nSubject: =?utf-8?q?Gr=C3=BC=C3=9Fe?=\n\nhi"
    )
    assert (mail.message_id, mail.subject) == ("a1@bosch.com", "Grüße")


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Anna de Vries, Philips, anna@philips.com",
        "from: Anna, Philips",
        "Van: Anna de Vries anna@philips.com",
        "Van: Philips\nAan: ons\nOnderwerp: bellen",
        "To: do\nDate: tomorrow",
    ],
)
def test_what_is_no_mail_stays_what_it_is(text: str) -> None:
    assert read_pasted(text, ZONE, NOW) is None


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("Fri, 24 Apr 2026 10:06:33 +0200", "2026-04-24T08:06:33"),
        ("Fri, Apr 24, 2026 at 10:06 AM", "2026-04-24T08:06:00"),
        ("Friday, April 24, 2026 9:06 PM", "2026-04-24T19:06:00"),
        ("4/24/2026 9:06 PM", "2026-04-24T19:06:00"),
        ("4/5/2026 9:06 AM", "2026-04-05T07:06:00"),
        ("04/05/2026 09:06", "2026-05-04T07:06:00"),
        ("24-04-26 10:06", "2026-04-24T08:06:00"),
        ("2026-04-24 10:06", "2026-04-24T08:06:00"),
        ("Samstag, 7. März 2026 um 10:06 Uhr", "2026-03-07T09:06:00"),
        ("za 7 mrt. 2026 10:06", "2026-03-07T09:06:00"),
        ("24 april 2026", "2026-04-24T10:00:00"),
        ("24 Apr 2026, at 10:06 GMT+1", "2026-04-24T09:06:00"),
        ("Fri, 24 Apr, 10:06", "2026-04-24T08:06:00"),
        ("24 dec. 10:06", "2025-12-24T09:06:00"),
        ("31 april 2026 10:06", None),
        ("yesterday", None),
        ("", None),
    ],
)
def test_dates(written: str, expected: str | None) -> None:
    found = read_sent(written, ZONE, NOW)
    assert (found.replace(tzinfo=None).isoformat() if found else None) == expected


@given(st.text(max_size=300), st.sampled_from([OUTLOOK_DE, GMAIL_NL, APPLE_EN, ""]), st.text(max_size=300))
def test_nothing_makes_it_fail(before: str, mail: str, after: str) -> None:
    read_pasted(before + mail + after, ZONE, NOW)


@given(st.text(alphabet="0123456789 .:/-+aprilmzUTC,APM", max_size=60))
def test_no_date_makes_it_fail(text: str) -> None:
    found = read_sent(text, ZONE, NOW)
    assert found is None or found.tzinfo is not None
