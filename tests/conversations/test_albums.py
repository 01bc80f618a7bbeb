"""Photos and documents sent together: one message, one answer, all on one subject, whenever the process ends."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.models import Activity, File, Job, Lead, Member, Opportunity
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import EVA, TOM

Person = Callable[..., Chat]

ANNA = "Anna de Vries, Philips, 06 12345678"
BRAM = "Bram Kok, Shell, 06 87654321"


def photo(number: int = 1, album: str = "77", **more: Any) -> dict[str, Any]:
    sizes = [{"file_id": f"photo-{number}", "file_unique_id": f"p{number}", "width": 90, "height": 60}]
    return {"photo": sizes, "media_group_id": album} | more


def document(name: str = "Offerte.pdf", album: str = "77", **more: Any) -> dict[str, Any]:
    file = {"file_id": f"id-{name}", "file_unique_id": f"u-{name}", "file_name": name, "file_size": 1000}
    return {"document": file, "media_group_id": album} | more


def sends(chat: Chat, *parts: dict[str, Any]) -> list[Shown]:
    """All of them within the second; returns what is answered after it."""
    before = {shown.message_id for shown in chat.messages}
    for part in parts:
        chat.sends(**part)
    chat.office.passes(1)
    return [shown for shown in chat.messages if shown.message_id not in before]


def rows(office: Office, kind: type[Any]) -> list[Any]:
    with office.database.begin() as session:
        found = list(session.scalars(select(kind).where(kind.deleted_at.is_(None)).order_by(kind.id)))
        session.expunge_all()
    return found


def whose(office: Office) -> list[tuple[str, int | None]]:
    return [(file.file_id, file.lead_id) for file in rows(office, File)]


def test_nothing_is_said_until_it_has_been_quiet_for_a_second(chat: Chat, office: Office) -> None:
    assert chat.sends(**photo(1, caption=ANNA)) == []
    office.passes(0.9)
    assert chat.sends(**photo(2)) == []
    office.passes(0.9)
    assert (chat.messages, rows(office, Lead)) == ([], [])
    office.passes(0.1)
    assert chat.last.lines[0] == "Anna de Vries · Philips"
    assert chat.last.lines[-1] == "2 files kept"
    assert len(chat.messages) == 1


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_caption_of_any_part_is_a_capture_and_is_read_once(chat: Chat, office: Office, place: int) -> None:
    parts = [photo(number) for number in (1, 2, 3)]
    parts[place] |= {"caption": ANNA}
    (card,) = sends(chat, *parts)
    (lead,) = rows(office, Lead)
    assert sorted(whose(office)) == [("photo-1", lead.id), ("photo-2", lead.id), ("photo-3", lead.id)]
    assert "3 files kept" in card.text
    assert card.quotes == chat.my_last_id - 2 + place


def test_the_same_caption_on_each_part_is_said_once_and_others_are_read_too(
    chat: Chat, office: Office
) -> None:
    sends(
        chat,
        document("a.pdf", caption=ANNA),
        document("b.pdf", caption=ANNA),
        document("c.pdf", caption="06 55555555"),
    )
    assert len(rows(office, Lead)) == 1
    assert "+31 6 55555555" in chat.last.text
    assert len(rows(office, File)) == 3


def test_undo_takes_back_all_of_it(chat: Chat, office: Office) -> None:
    sends(chat, photo(1, caption=ANNA), photo(2))
    chat.taps("Undo")
    assert (rows(office, Lead), rows(office, File)) == ([], [])


def test_a_visit_report_keeps_its_photos_on_the_visit(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    answers = sends(chat, photo(1), photo(2, caption="visited anna today, machine stands still"))
    (visit,) = (one for one in rows(office, Activity) if one.kind is ActivityKind.VISIT)
    assert [file.activity_id for file in rows(office, File)] == [visit.id, visit.id]
    assert "2 files kept" in answers[0].text
    assert len(answers) == 1


def test_a_quote_keeps_its_documents(chat: Chat, office: Office) -> None:
    card = chat.says("Anna de Vries, Philips, anna@philips.com")[0]
    reply = {"message_id": card.message_id, "date": 1, "chat": {"id": EVA, "type": "private"}}
    sends(
        chat,
        document("Offerte.pdf", caption="offerte gestuurd 12k", reply_to_message=reply),
        document("Calculatie.xlsx", reply_to_message=reply),
    )
    assert [deal.value_minor for deal in rows(office, Opportunity)] == [1_200_000]
    (quote,) = (one for one in rows(office, Activity) if one.kind is ActivityKind.QUOTE)
    assert [(file.name, file.activity_id) for file in rows(office, File)] == [
        ("Offerte.pdf", quote.id),
        ("Calculatie.xlsx", quote.id),
    ]


def test_without_words_right_after_a_card_it_belongs_to_it(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    (card,) = sends(chat, *(photo(number) for number in range(1, 5)))
    assert card.lines[:2] == ["Anna de Vries · Philips", "4 files kept"]
    chat.taps("Undo")
    assert rows(office, File) == []


def test_as_a_reply_it_goes_to_the_card(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    chat.says(BRAM)
    reply = {"message_id": card.message_id, "date": 1, "chat": {"id": EVA, "type": "private"}}
    sends(chat, photo(1), photo(2, reply_to_message=reply))
    assert [file.lead_id for file in rows(office, File)] == [rows(office, Lead)[0].id] * 2


def test_whose_it_is_is_asked_once_and_taken_once(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    (asked,) = sends(chat, photo(1), photo(2), photo(3))
    assert asked.text == "Whose is this? (photo)"
    on = asked.data_of("On Anna de Vries")
    chat.taps_data(on, asked)
    assert "3 files kept" in chat.last.text
    chat.taps_data(on, asked)
    assert office.toasts[-1] == "That has passed"
    assert len(rows(office, File)) == 3


def test_part_that_comes_late_joins_the_others_in_the_same_card(chat: Chat, office: Office) -> None:
    (card,) = sends(chat, photo(1, caption=ANNA), photo(2))
    assert sends(chat, photo(3), photo(4)) == []
    assert "4 files kept" in chat.last.text
    assert chat.last.message_id == card.message_id
    chat.taps("Undo")
    assert (rows(office, Lead), rows(office, File)) == ([], [])


def test_part_that_comes_late_while_it_is_asked_waits_for_the_answer(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    office.clock.move(minutes=11)
    (asked,) = sends(chat, photo(1), photo(2))
    assert sends(chat, photo(3)) == []
    chat.taps("On Anna de Vries", asked)
    assert len(rows(office, File)) == 3


def test_words_that_come_late_are_read(chat: Chat, office: Office) -> None:
    sends(chat, photo(1), photo(2))
    assert "Whose is this?" in chat.last.text
    sends(chat, photo(3, caption=ANNA))
    (lead,) = rows(office, Lead)
    assert [lead_id for _, lead_id in whose(office)] == [lead.id] * 3


def test_two_albums_at_once_are_two(chat: Chat, office: Office) -> None:
    answers = sends(
        chat, photo(1, "77", caption=ANNA), photo(2, "78", caption=BRAM), photo(3, "77"), photo(4, "78")
    )
    anna, bram = rows(office, Lead)
    assert dict(whose(office)) == {
        "photo-1": anna.id,
        "photo-3": anna.id,
        "photo-2": bram.id,
        "photo-4": bram.id,
    }
    assert len(answers) == 2


def test_a_restart_in_the_middle_loses_nothing(chat: Chat, office: Office) -> None:
    chat.sends(**photo(1, caption=ANNA))
    office.restart()
    chat.sends(**photo(2))
    office.restart()
    office.passes(3600)
    (lead,) = rows(office, Lead)
    assert sorted(whose(office)) == [("photo-1", lead.id), ("photo-2", lead.id)]
    assert len(chat.messages) == 1


def test_what_is_written_after_it_waits_for_nothing(chat: Chat, office: Office) -> None:
    chat.sends(**photo(1, caption=ANNA))
    chat.says(BRAM)
    assert chat.last.lines[0] == "Bram Kok · Shell"
    office.passes(1)
    assert chat.last.lines[0] == "Anna de Vries · Philips"
    assert {lead.name for lead in rows(office, Lead)} == {"Anna de Vries", "Bram Kok"}


def test_tables_without_a_word_are_imported_each_and_the_rest_is_kept(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    sends(chat, document("leads.csv"), document("klanten.xlsx"), document("Foto.pdf"))
    assert [file.name for file in rows(office, File)] == ["Foto.pdf"]
    with office.database.begin() as session:
        assert session.scalar(select(func.count()).select_from(Job).where(Job.what == "import-read")) == 2


def test_a_mail_in_an_album_is_read_as_a_mail(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    sends(chat, document("Anfrage.eml"), document("Foto.pdf"))
    assert [file.name for file in rows(office, File)] == ["Foto.pdf"]
    with office.database.begin() as session:
        assert session.scalars(select(Job.what)).all() == ["read-mail"]


def test_whoever_left_within_the_second_stores_nothing(chat: Chat, office: Office) -> None:
    chat.sends(**photo(1, caption=ANNA))
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    office.passes(1)
    assert (rows(office, Lead), rows(office, File), chat.messages) == ([], [], [])


def test_an_album_of_somebody_else_is_not_taken(private: Office, chat: Chat, person: Person) -> None:
    (asked,) = sends(chat, photo(1), photo(2))
    new = asked.data_of("New lead")
    tom = person(TOM, "Tom")
    tom.says(BRAM)
    tom.taps_data(new, tom.last)
    tom.taps_data(encode("file-to", rows(private, Lead)[0].id, arg=new.split(":")[2]), tom.last)
    assert (rows(private, File), len(rows(private, Lead))) == ([], 1)
    assert [len(sends(tom, photo(5))), len(rows(private, File))] == [1, 1]
