"""Photos, documents and voice messages: kept where their words, their reply or the open card say, and sent again."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.ids import to_base36
from crm.models import Account, Activity, Contact, File, Lead, Member, Opportunity
from crm.store.file_store import Folder
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM

Person = Callable[..., Chat]

ANNA = "Anna de Vries, Philips, 06 12345678"
BRAM = "Bram Kok, Shell, 06 87654321"
MEGABYTE = 1024 * 1024


def photo(number: int = 1, **more: Any) -> dict[str, Any]:
    sizes = [{"file_id": f"photo-{number}", "file_unique_id": f"p{number}", "width": 90, "height": 60}]
    return {"photo": sizes} | more


def pdf(number: int | str = 1, size: int = 1000, **more: Any) -> dict[str, Any]:
    document = {
        "file_id": f"pdf-{number}",
        "file_unique_id": f"d{number}",
        "file_name": "Offerte.pdf",
        "mime_type": "application/pdf",
        "file_size": size,
    }
    return {"document": document} | more


def reply_to(message_id: int) -> dict[str, Any]:
    return {"reply_to_message": {"message_id": message_id, "date": 1, "chat": {"id": 1, "type": "private"}}}


def files(office: Office) -> list[File]:
    with office.database.begin() as session:
        found = list(session.scalars(select(File).where(File.deleted_at.is_(None)).order_by(File.id)))
        session.expunge_all()
    return found


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        found = list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))
        session.expunge_all()
    return found


def test_a_file_goes_where_its_caption_goes(chat: Chat, office: Office) -> None:
    chat.sends(**photo(caption=ANNA))
    (lead,) = leads(office)
    assert chat.last.lines[0] == "Anna de Vries · Philips"
    assert chat.last.lines[-1] == "1 file kept"
    assert [(file.lead_id, file.file_id, file.kind) for file in files(office)] == [
        (lead.id, "photo-1", "photo")
    ]


def test_with_a_caption_as_a_reply_it_is_kept_with_the_note(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    chat.says(BRAM)
    chat.sends(**pdf(caption="this is what we agreed on in the booth yesterday") | reply_to(card.message_id))
    (file,) = files(office)
    with office.database.begin() as session:
        assert "agreed on" in session.get_one(Activity, (file.workspace_id, file.activity_id)).text
    assert file.lead_id == leads(office)[0].id
    assert "1 file kept" in chat.last.text


def test_without_words_it_goes_to_what_it_replies_to(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    chat.says(BRAM)
    chat.sends(**pdf() | reply_to(card.message_id))
    assert chat.last.lines[:2] == ["Anna de Vries · Philips", "1 file kept"]
    assert [(file.lead_id, file.name) for file in files(office)] == [(leads(office)[0].id, "Offerte.pdf")]


def test_right_after_a_card_it_belongs_to_it(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**photo())
    assert chat.last.lines[:2] == ["Anna de Vries · Philips", "1 file kept"]
    chat.taps("Undo")
    assert files(office) == []


@pytest.mark.parametrize(
    ("language", "asked", "on"),
    [
        ("en", "Whose is this? (photo)", "On Anna de Vries"),
        ("nl", "Bij wie hoort dit? (foto)", "Bij Anna de Vries"),
        ("de", "Zu wem gehört das? (Foto)", "Zu Anna de Vries"),
    ],
)
def test_later_it_is_asked_whose_it_is(
    chat: Chat, office: Office, language: str, asked: str, on: str
) -> None:
    chat.says(ANNA)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    office.clock.move(minutes=11)
    chat.sends(**photo())
    assert chat.last.text == asked
    assert files(office) == []
    chat.taps(on)
    assert [file.lead_id for file in files(office)] == [leads(office)[0].id]


def test_a_file_may_begin_a_lead_that_is_named_later(chat: Chat, office: Office) -> None:
    chat.sends(**photo())
    assert chat.last.buttons == ["New lead", "Ignore"]
    chat.taps("New lead")
    assert "1 file kept" in chat.last.text
    chat.says("Anna de Vries", reply_to=chat.last.message_id)
    (lead,) = leads(office)
    assert [file.lead_id for file in files(office)] == [lead.id]


def test_a_choice_is_taken_once(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    chat.sends(**photo())
    on, new = chat.last.data_of("On Anna de Vries"), chat.last.data_of("New lead")
    for data in (on, on, new):
        chat.taps_data(data)
    assert office.toasts[-2:] == ["That has passed", "That has passed"]
    assert (len(files(office)), len(leads(office))) == (1, 1)


def test_the_same_file_twice_is_kept_once(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**photo())
    chat.sends(**photo())
    assert "That file is there already." in chat.last.text
    assert len(files(office)) == 1


def test_a_file_that_is_too_large_to_copy_is_kept_and_said_so(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**pdf(size=21 * MEGABYTE))
    assert chat.last.lines[1] == "1 file kept"
    assert "Larger than 20 MB: it stays with Telegram" in chat.last.text
    assert len(chat.last.lines) <= 6
    assert len(files(office)) == 1


def test_a_file_is_sent_again_and_replies_to_it_find_whose_it_is(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**pdf())
    chat.says(BRAM)
    anna = leads(office)[0]
    chat.taps_data(encode("files", anna.id), chat.last)
    assert chat.last.lines == ["Anna de Vries · Philips", "1 file"]
    chat.taps("Offerte.pdf, Tue 10 Mar")
    assert chat.last.body["file"] == {"kind": "document", "file_id": "pdf-1"}
    assert chat.last.text == "Anna de Vries · Philips · Offerte.pdf, Tue 10 Mar"
    chat.says("spoke to her about the offer, she agrees", reply_to=chat.last.message_id)
    assert chat.last.lines[0] == "Anna de Vries · Philips"


def test_files_are_paged(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    for number in range(8):
        chat.sends(**photo(number))
    chat.taps_data(encode("files", leads(office)[0].id), chat.last)
    assert chat.last.buttons[-3:] == ["▶", "Timeline", "Card"]
    chat.taps("▶")
    assert chat.last.buttons == ["photo, Tue 10 Mar"] * 2 + ["◀", "Timeline", "Card"]


def test_a_file_of_another_bot_cannot_be_sent(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**photo())
    with office.database.begin() as session:
        session.scalars(select(File)).one().bot_id = 4
    chat.taps_data(encode("file", files(office)[0].id), chat.last)
    assert "it came through another bot" in chat.last.text


def test_bytes_are_kept_where_the_setting_says(chat: Chat, office: Office, tmp_path: Path) -> None:
    office.stores_files = True
    office.restart()
    store = Folder(tmp_path / "kept")
    chat.says(ANNA)
    chat.sends(**pdf())
    office.does_jobs({"pdf-1": b"%PDF"}, store)
    (file,) = files(office)
    assert file.stored is not None
    assert (store.get(file.stored), file.size) == (b"%PDF", 4)
    chat.taps("Undo")
    assert files(office) == []


def test_without_the_setting_nothing_is_fetched(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**pdf())
    office.does_jobs()
    assert [file.stored for file in files(office)] == [None]


def test_what_telegram_has_lost_is_still_listed(chat: Chat, office: Office, tmp_path: Path) -> None:
    office.stores_files = True
    office.restart()
    chat.says(ANNA)
    chat.sends(**pdf())
    before = len(chat.messages)
    office.does_jobs({}, Folder(tmp_path))
    assert len(chat.messages) == before
    assert [file.stored for file in files(office)] == [None]


def test_a_reply_to_a_list_is_asked_about(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.says(BRAM)
    chat.says("/leads")
    chat.sends(**photo() | reply_to(chat.last.message_id))
    assert "Whose is this?" in chat.last.text
    assert files(office) == []


def test_files_of_a_lead_are_seen_from_what_it_became_and_more_can_be_added(
    chat: Chat, office: Office
) -> None:
    card = chat.says("Anna de Vries, Philips, anna@philips.com")[0]
    chat.sends(**photo())
    chat.says("offerte gestuurd 12.4k", reply_to=card.message_id)
    listed = {}
    for kind in (Account, Contact, Opportunity):
        with office.database.begin() as session:
            subject_id = session.scalars(select(kind.id)).one()
        chat.taps_data(encode("open", subject_id), chat.last)
        chat.sends(**pdf(kind.__tablename__))
        chat.taps_data(encode("files", subject_id), chat.last)
        listed[kind] = [label for label in chat.last.buttons if label.endswith("Mar")]
    assert listed[Account] == ["Offerte.pdf, Tue 10 Mar", "photo, Tue 10 Mar"]
    assert listed[Contact] == listed[Opportunity] == listed[Account]


def test_in_a_private_workspace_files_of_others_are_out_of_reach(
    private: Office, chat: Chat, person: Person
) -> None:
    chat.says(ANNA)
    chat.sends(**pdf())
    tom = person(TOM, "Tom")
    tom.says(BRAM)
    anna, (file,) = leads(private)[0], files(private)
    for data in (encode("file", file.id), encode("files", anna.id), encode("file-to", anna.id, arg="1")):
        tom.taps_data(data, tom.last)
        assert tom.is_told("gone")


def test_a_file_of_somebody_else_is_not_taken(private: Office, chat: Chat, person: Person) -> None:
    chat.sends(**photo())
    new = chat.last.data_of("New lead")
    tom = person(TOM, "Tom")
    tom.says(BRAM)
    bram = leads(private)[0]
    tom.taps_data(new, tom.last)
    tom.taps_data(encode("file-to", bram.id, arg=new.split(":")[2]), tom.last)
    assert (files(private), len(leads(private))) == ([], 1)


def test_a_file_that_is_deleted_is_gone(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.sends(**photo())
    (file,) = files(office)
    chat.taps("Undo")
    chat.taps_data(encode("file", file.id), chat.last)
    assert chat.is_told("gone")


@pytest.mark.parametrize("verb", ["file", "files", "file-to", "file-lead"])
@pytest.mark.parametrize("arg", ["", "zz~", "??", to_base36(1)])
def test_forged_buttons_do_nothing(chat: Chat, office: Office, verb: str, arg: str) -> None:
    chat.says(ANNA)
    chat.taps_data(encode(verb, 12345, arg=arg))
    assert (files(office), len(leads(office))) == ([], 1)
