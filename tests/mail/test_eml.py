""".eml files: what mail programs save, and what only a broken one would."""

import time
from datetime import UTC, datetime
from email.message import EmailMessage

from hypothesis import given, settings
from hypothesis import strategies as st

from crm.mail.eml import read_eml
from crm.mail.mail import Mail, Mailbox


def mail(**headers: str) -> EmailMessage:
    message = EmailMessage()
    for name, value in (
        {
            "From": "Klaus Berger <Klaus.Berger@bosch.com>",
            "To": "Eva Jansen <eva@ons.nl>",
            "Subject": "Grüße aus Ulm",
            "Date": "Fri, 24 Apr 2026 10:06:33 +0200",
            "Message-ID": "<a1@bosch.com>",
        }
        | headers
    ).items():
        message[name] = value
    message.set_content("bitte um ein Angebot über 40 Sensoren.\n")
    return message


def read(raw: bytes) -> Mail:
    found = read_eml(raw)
    assert found is not None
    return found


def test_headers_and_text() -> None:
    found = read(bytes(mail(Cc="tom@ons.nl")))
    assert found.sender == Mailbox("Klaus Berger", "klaus.berger@bosch.com")
    assert [one.address for one in found.recipients] == ["eva@ons.nl", "tom@ons.nl"]
    assert found.subject == "Grüße aus Ulm"
    assert found.sent_at == datetime(2026, 4, 24, 8, 6, 33, tzinfo=UTC)
    assert found.text == "bitte um ein Angebot über 40 Sensoren."
    assert (found.message_id, found.key) == ("a1@bosch.com", "a1@bosch.com")


def test_attachments_are_kept_and_the_html_copy_is_not() -> None:
    message = mail()
    message.add_alternative("<p>bitte</p>", subtype="html")
    message.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="Angebot ü.pdf")
    message.add_attachment(b"tnef", maintype="application", subtype="ms-tnef", filename="winmail.dat")
    found = read(bytes(message))
    assert [(a.name, a.mime, a.content) for a in found.attachments] == [
        ("Angebot ü.pdf", "application/pdf", b"%PDF"),
        ("winmail.dat", "application/ms-tnef", b"tnef"),
    ]
    assert found.text == "bitte um ein Angebot über 40 Sensoren."


def test_a_mail_within_a_mail_is_one_attachment() -> None:
    inner = mail(Subject="the first one")
    inner.add_attachment(b"x", maintype="image", subtype="png", filename="logo.png")
    outer = mail()
    outer.add_attachment(inner, filename="first.eml")
    found = read(bytes(outer))
    assert [a.name for a in found.attachments] == ["first.eml"]
    assert b"the first one" in found.attachments[0].content


def test_html_only_becomes_text_without_its_quote() -> None:
    message = mail()
    message.set_content(
        "<html><head><style>p {color: red}</style></head><body><p>Tuesday&nbsp;is <b>fine</b>.</p><ul><li>40 sensors</li></ul>"
        "<div>On Fri, 24 Apr 2026 at 10:06, Eva wrote:</div><blockquote>old<br>words</blockquote></body></html>",
        subtype="html",
    )
    assert read(bytes(message)).text == "Tuesday is fine.\n\n- 40 sensors"


def test_a_charset_that_is_unknown_or_a_lie_gives_what_can_be_read() -> None:
    raw = b"From: k@bosch.com\nContent-Type: text/plain; charset=%s\n\n40 St\xfcck"
    assert read(raw % b"x-no-such-thing").text.startswith("40 St")
    assert read(raw % b"utf-8").text.startswith("40 St")
    assert read(raw % b"latin-1").text == "40 Stück"


def test_names_of_attachments_lead_nowhere() -> None:
    message = mail()
    message.add_attachment(b"x", maintype="text", subtype="plain", filename="../../etc/passwd")
    assert read(bytes(message)).attachments[0].name == "_.._etc_passwd"


def test_no_sender_is_no_mail() -> None:
    assert read_eml(b"") is None
    assert read_eml(b"Subject: hello\n\nbody") is None
    assert read_eml(b"From: nobody\n\nbody") is None


def test_deep_nesting_and_many_parts_end() -> None:
    deep = b"".join(b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (n, n) for n in range(1500))
    many = b'Content-Type: multipart/mixed; boundary="b"\n\n' + b"--b\nContent-Type: image/png\n\nx\n" * 1500
    started = time.process_time()
    read_eml(b"From: k@bosch.com\n" + deep)
    assert len(read(b"From: k@bosch.com\n" + many).attachments) == 50
    assert read_eml(b"From: k@bosch.com\n" + many * 10) is None
    assert time.process_time() - started < 10


def test_long_headers_take_no_long_time() -> None:
    started = time.process_time()
    mail = read(
        b"From: k@bosch.com\nTo: " + b", ".join(b"a%d@b.nl" % n for n in range(50_000))
        + b"\nSubject: " + b"=?utf-8?q?a?= " * 50_000 + b"\n\nhi"
    )  # fmt: skip
    assert (mail.text, mail.recipients[0].address, mail.subject[:3]) == ("hi", "a0@b.nl", "aaa")
    assert time.process_time() - started < 5


def test_a_large_mail_takes_no_long_time() -> None:
    html = b"From: k@bosch.com\nContent-Type: text/html\n\n" + b"<div><p>hello <b>x</b></p></div>" * 300_000
    pdf = b"From: k@bosch.com\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n\n"
    started = time.process_time()
    assert len(read(html).whole_text) <= 200_000
    assert read(pdf + b"QUJD" * 2_500_000 + b"\n") is not None
    assert time.process_time() - started < 10


HEADERS = st.sampled_from(
    [b"From: ", b"To: ", b"Date: ", b"Subject: ", b"Content-Type: ", b"Content-Disposition: ", b"Message-ID: ",
     b"Content-Transfer-Encoding: ", b"=?utf-8?b?", b"?=", b"multipart/mixed; boundary=b", b"--b\n", b"text/html", b"base64",
     b"message/rfc822", b"k@bosch.com", b"<", b">", b'"', b"\n", b"\n\n", b"; filename*0*=", b"charset=", b"attachment", b"[1.2.3]", b"@"]
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(HEADERS | st.binary(max_size=8), max_size=40).map(b"".join))
def test_no_bytes_make_it_fail(raw: bytes) -> None:
    for found in (read_eml(raw), read_eml(b"From: k@bosch.com\n" + raw)):
        if found is not None:
            f"{found.sender}{found.recipients}{found.subject}{found.whole_text}{found.key}".encode()
            assert all(a.name and "\0" not in a.name for a in found.attachments)
