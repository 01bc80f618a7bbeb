"""Mails sent as .eml files: read outside the turn, then as a pasted one, with their attachments."""

from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from bot.documents.attached import FETCHED, GoneError
from bot.documents.made_documents import maker
from crm.capture.draft import ActivityKind, Direction
from crm.models import Activity, File, Lead, Member
from crm.store.file_store import Folder
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
from tests.failing_jobs import gives_up, tries_again

Person = Callable[..., Chat]

KLAUS = "Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com"


def eml(sender: str = "Klaus Berger <klaus.berger@boschrexroth.com>", *, attached: bool = True) -> bytes:
    message = EmailMessage()
    message["From"] = sender
    message["To"] = "Eva <eva@vospompen.nl>"
    message["Subject"] = "Zeichnung für 40 Sensoren"
    message["Date"] = "Mon, 9 Mar 2026 16:20:11 +0100"
    message["Message-ID"] = "<z1@boschrexroth.com>"
    message.set_content("Anbei die Zeichnung.\n\nMit freundlichen Grüßen\nKlaus Berger\n+49 40 2345678\n")
    if attached:
        message.add_attachment(b"%PDF-1", maintype="application", subtype="pdf", filename="Zeichnung.pdf")
    return bytes(message)


def document(**more: Any) -> dict[str, Any]:
    file = {
        "file_id": "eml-1",
        "file_unique_id": "e1",
        "file_name": "Zeichnung.eml",
        "mime_type": "message/rfc822",
        "file_size": 900,
    }
    return {"document": file | more.pop("file", {})} | more


def rows(office: Office, kind: type[Any]) -> list[Any]:
    with office.database.begin() as session:
        found = list(session.scalars(select(kind).where(kind.deleted_at.is_(None)).order_by(kind.id)))
        session.expunge_all()
    return found


def mails(office: Office) -> list[Activity]:
    return [one for one in rows(office, Activity) if one.kind is ActivityKind.EMAIL]


def sends(chat: Chat, raw: bytes, store: Folder | None = None, **more: Any) -> None:
    chat.sends(**document(**more))
    chat.office.does_jobs({"eml-1": raw}, store)


def test_it_goes_on_the_timeline_with_its_files(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    sends(chat, eml())
    assert chat.last.lines[:2] == [
        "Klaus Berger · Bosch Rexroth",
        "They mailed, Mon 9 Mar 16:20: Zeichnung für 40 Sensoren · 2 files kept",
    ]
    (mail,) = mails(office)
    assert (mail.direction, mail.mail_id) == (Direction.IN, "z1@boschrexroth.com")
    assert [(f.name, f.size, f.activity_id) for f in rows(office, File)] == [
        ("Zeichnung.eml", 900, mail.id),
        ("Zeichnung.pdf", 6, mail.id),
    ]
    chat.taps("Undo")
    assert (mails(office), rows(office, File)) == ([], [])


def test_the_same_file_twice_is_logged_once(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    sends(chat, eml())
    sends(chat, eml())
    assert "That mail stands there already" in chat.last.text
    assert (len(mails(office)), len(rows(office, File))) == (1, 2)


def test_a_pasted_mail_gets_its_attachments_from_the_file(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(
        "Van: Klaus Berger <klaus.berger@boschrexroth.com>\nVerzonden: maandag 9 maart 2026 16:20\n"
        "Onderwerp: Zeichnung für 40 Sensoren\n\nAnbei die Zeichnung."
    )
    sends(chat, eml())
    assert (len(mails(office)), len(rows(office, File))) == (1, 2)
    assert "2 files kept" in chat.last.text


def test_its_caption_is_a_note(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    sends(chat, eml(), caption="moet Tom naar kijken")
    notes = [one.text for one in rows(office, Activity) if one.kind is ActivityKind.NOTE]
    assert notes == ["moet Tom naar kijken"]


def test_somebody_new_is_offered_as_a_lead(chat: Chat, office: Office) -> None:
    sends(chat, eml())
    assert chat.last.lines == [
        "A mail from Klaus Berger · klaus.berger@boschrexroth.com: Zeichnung für 40 Sensoren",
        "I don't know them yet.",
    ]
    chat.taps("New lead")
    (lead,) = rows(office, Lead)
    assert lead.name == "Klaus Berger"
    assert "+49 40 2345678" in chat.last.text
    assert [file.lead_id for file in rows(office, File)] == [lead.id, lead.id]


def test_it_can_be_put_on_whoever_was_shown_last(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    sends(chat, eml())
    chat.taps("On Anna de Vries")
    assert [mail.lead_id for mail in mails(office)] == [rows(office, Lead)[0].id]


def test_as_a_reply_it_goes_to_the_card(chat: Chat, office: Office) -> None:
    card = chat.says("Anna de Vries, Philips, 06 12345678")[0]
    chat.says(KLAUS)
    sends(
        chat,
        eml(),
        reply_to_message={"message_id": card.message_id, "date": 1, "chat": {"id": EVA, "type": "private"}},
    )
    assert [mail.lead_id for mail in mails(office)] == [rows(office, Lead)[0].id]


@pytest.mark.parametrize("raw", [b"", b"no mail at all", b"\xff\xfe\x00", b"Subject: hi\n\nx"])
def test_what_is_no_mail_is_a_file(chat: Chat, office: Office, raw: bytes) -> None:
    chat.says(KLAUS)
    sends(chat, raw)
    assert "1 file kept" in chat.last.text
    assert (mails(office), len(rows(office, File))) == ([], 1)


def test_what_telegram_has_lost_is_a_file(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.sends(**document())
    office.does_jobs({})
    assert "1 file kept" in chat.last.text


@pytest.mark.parametrize("is_read_then", [False, True])
def test_what_was_kept_as_a_file_stays_one_when_it_is_tried_again(
    chat: Chat, office: Office, is_read_then: bool
) -> None:
    chat.says(KLAUS)
    chat.sends(**document())
    gives_up(office)
    assert "1 file kept" in chat.last.text
    before = len(chat.messages)
    tries_again(office)
    office.does_jobs({"eml-1": eml()} if is_read_then else {})
    assert (mails(office), len(rows(office, File)), len(chat.messages)) == ([], 1, before)


def test_a_mail_of_which_it_was_only_asked_whose_it_is_is_read_when_it_is_tried_again(
    chat: Chat, office: Office
) -> None:
    chat.sends(**document())
    gives_up(office)
    tries_again(office)
    office.does_jobs({"eml-1": eml()})
    assert "A mail from Klaus Berger" in chat.last.text
    chat.taps("New lead")
    assert (len(mails(office)), len(rows(office, File))) == (1, 2)


def test_a_mail_that_is_too_large_to_read_is_a_file_and_said_so(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.sends(**document(file={"file_size": 30 * 1024 * 1024}))
    assert "Larger than 20 MB" in chat.last.text


def opens(chat: Chat, folder: Path, raw: bytes | None) -> Path | None:
    """What is sent of the last message, made of the mail as Telegram has it now."""
    wanted = chat.last.body["made"]
    assert wanted["fetches"] == "eml-1"
    folder.mkdir()
    if raw is not None:
        (folder / FETCHED).write_bytes(raw)
    return maker(chat.office.database)(wanted, folder)


def test_an_attachment_is_opened_out_of_its_mail(chat: Chat, office: Office, tmp_path: Path) -> None:
    chat.says(KLAUS)
    sends(chat, eml())
    chat.taps_data(encode("files", rows(office, Lead)[0].id), chat.last)
    chat.taps("Zeichnung.pdf, Tue 10 Mar")
    assert chat.last.text == "Klaus Berger · Bosch Rexroth · Zeichnung.pdf, Tue 10 Mar"
    sent = opens(chat, tmp_path / "made", eml())
    assert sent is not None
    assert (sent.name, sent.read_bytes()) == ("Zeichnung.pdf", b"%PDF-1")


@pytest.mark.parametrize(
    ("language", "gone", "large"),
    [
        ("en", "Telegram no longer has the mail", "Larger than 20 MB"),
        ("nl", "Telegram heeft de mail waar het in zat niet meer", "Groter dan 20 MB"),
        ("de", "Telegram hat die Mail mit diesem Anhang nicht mehr", "Größer als 20 MB"),
    ],
)
def test_what_is_said_where_it_cannot_be_opened(
    chat: Chat, office: Office, tmp_path: Path, language: str, gone: str, large: str
) -> None:
    chat.says(KLAUS)
    sends(chat, eml())
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat.taps_data(encode("file", rows(office, File)[1].id), chat.last)
    made = chat.last.body["made"]
    assert made["gone"].startswith(gone)
    assert made["sorry"].startswith(large)
    with pytest.raises(GoneError):
        opens(chat, tmp_path / "made", eml(attached=False))


def test_an_attachment_with_a_name_that_no_disk_takes_is_opened(
    chat: Chat, office: Office, tmp_path: Path
) -> None:
    chat.says(KLAUS)
    raw = eml().replace(b"Zeichnung.pdf", b"Z" * 280 + b".pdf")
    sends(chat, raw)
    chat.taps_data(encode("file", rows(office, File)[1].id), chat.last)
    sent = opens(chat, tmp_path / "made", raw)
    assert sent is not None
    assert sent.name.startswith("ZZZ") and sent.suffix == ".pdf"


def test_of_two_mails_the_attachment_is_taken_out_of_its_own(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(
        "Van: Klaus Berger <klaus.berger@boschrexroth.com>\nVerzonden: maandag 9 maart 2026 16:20\n"
        "Onderwerp: Zeichnung für 40 Sensoren\n\nAnbei die Zeichnung."
    )
    mail = chat.last.message_id
    other = {"file_id": "other", "file_unique_id": "o", "file_name": "Foto.pdf", "file_size": 9}
    chat.sends(
        document=other,
        reply_to_message={"message_id": mail, "date": 1, "chat": {"id": EVA, "type": "private"}},
    )
    sends(chat, eml())
    pdf = next(file for file in rows(office, File) if file.name == "Zeichnung.pdf")
    chat.taps_data(encode("file", pdf.id), chat.last)
    assert chat.last.body["made"]["fetches"] == "eml-1"


def test_who_may_no_longer_see_it_is_sent_nothing(private: Office, chat: Chat, tmp_path: Path) -> None:
    chat.says(KLAUS)
    sends(chat, eml())
    chat.taps_data(encode("file", rows(private, File)[1].id), chat.last)
    with private.database.begin() as session:
        tom = session.scalars(select(Member.id).where(Member.user_id == TOM)).one()
        session.scalars(select(Lead)).one().holder_id = tom
    assert opens(chat, tmp_path / "made", eml()) is None


def test_the_bytes_of_attachments_are_kept_where_the_setting_says(
    chat: Chat, office: Office, tmp_path: Path
) -> None:
    office.stores_files = True
    office.restart()
    store = Folder(tmp_path)
    chat.says(KLAUS)
    raw = eml()
    sends(chat, raw, store)
    mail, pdf = rows(office, File)
    assert store.get(pdf.stored) == b"%PDF-1"
    assert store.get(mail.stored) == raw
    chat.taps_data(encode("file", pdf.id), chat.last)
    assert chat.last.body["file"] == {"stored": pdf.stored, "name": "Zeichnung.pdf"}


def test_nothing_is_kept_of_a_mail_until_it_is_said_whose_it_is(
    chat: Chat, office: Office, tmp_path: Path
) -> None:
    office.stores_files = True
    office.restart()
    raw, store = eml(), Folder(tmp_path)
    sends(chat, raw, store)
    assert list(tmp_path.glob("*/*")) == []
    chat.taps("New lead")
    office.does_jobs({"eml-1": raw}, store)
    assert sorted(path.read_bytes() for path in tmp_path.glob("*/*")) == sorted([raw, b"%PDF-1"])
    assert [store.get(file.stored) for file in rows(office, File)] == [raw, b"%PDF-1"]


def test_an_attachment_that_telegram_has_lost_meanwhile_is_still_listed(
    chat: Chat, office: Office, tmp_path: Path
) -> None:
    office.stores_files = True
    office.restart()
    store = Folder(tmp_path)
    sends(chat, eml(), store)
    chat.taps("New lead")
    office.does_jobs({"eml-1": eml(attached=False)}, store)
    assert [file.stored is not None for file in rows(office, File)] == [True, False]


def test_in_a_private_workspace_somebody_elses_lead_is_not_told_of(
    private: Office, chat: Chat, person: Person
) -> None:
    person(TOM, "Tom").says(KLAUS)
    sends(chat, eml())
    assert "I don't know them yet." in chat.last.text
    assert mails(private) == []


def test_whoever_left_in_between_hears_nothing(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.sends(**document())
    before = len(chat.messages)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    office.does_jobs({"eml-1": eml()})
    assert (mails(office), len(chat.messages)) == ([], before)


def test_buttons_of_somebody_elses_mail_do_nothing(office: Office, chat: Chat, person: Person) -> None:
    sends(chat, eml())
    asked, tom = chat.last, person(TOM, "Tom")
    tom.says("Ida Dahl, Volvo, ida@volvo.com")
    tom.taps_data(asked.data_of("New lead"), tom.last)
    assert office.toasts[-1] == "That has passed"
    assert (mails(office), len(rows(office, Lead))) == ([], 1)
