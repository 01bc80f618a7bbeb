"""Locations and photos of a visit."""

from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.models import Activity, File, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM

Person = Callable[..., Chat]

ANNA = "Anna de Vries, Philips, 06 12345678"
HERE = {"location": {"latitude": 51.44083, "longitude": 5.47778}}
PLACE = "📍 51.44083, 5.47778\nhttps://osm.org/?mlat=51.44083&mlon=5.47778"


def visits(office: Office) -> list[Activity]:
    with office.database.begin() as session:
        query = select(Activity).where(Activity.kind == ActivityKind.VISIT, Activity.deleted_at.is_(None))
        found = list(session.scalars(query))
        session.expunge_all()
    return found


def lead_id(office: Office) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Lead.id).order_by(Lead.id)).first() or 0


def reply_to(message_id: int) -> dict[str, Any]:
    return {"reply_to_message": {"message_id": message_id, "date": 1, "chat": {"id": EVA, "type": "private"}}}


def test_right_after_a_visit_it_says_where_that_was(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.says("bezocht, wil een demo", reply_to=chat.last.message_id)
    chat.sends(**HERE)
    assert chat.last.lines[:2] == ["Anna de Vries · Philips", "Visit with its place noted."]
    assert [visit.text for visit in visits(office)] == [f"bezocht, wil een demo\n{PLACE}"]
    chat.taps("Undo")
    assert [visit.text for visit in visits(office)] == ["bezocht, wil een demo"]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        (
            "bezocht, wil een demo",
            "Visit: bezocht, wil een demo 📍 51.44083, 5.47778 https://osm.org/?mlat=51.44083&mlon=5.47778",
        ),
        (
            "bezocht, " + "wil " * 16 + "een demo",
            "Visit: bezocht, " + "wil " * 16 + "een demo 📍 51.44083, 5.47778…",
        ),
    ],
)
def test_the_timeline_shows_its_link_whole_or_not_at_all(
    chat: Chat, office: Office, said: str, shown: str
) -> None:
    chat.says(ANNA)
    chat.says(said, reply_to=chat.last.message_id)
    chat.sends(**HERE)
    chat.says("/find anna")
    chat.taps("Timeline")
    (line,) = [line for line in chat.last.lines if "Visit" in line]
    assert line.endswith(shown)


def test_as_a_reply_to_a_card_it_is_a_visit(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    office.clock.move(hours=1)
    chat.sends(**HERE | reply_to(card.message_id))
    assert [visit.text for visit in visits(office)] == [PLACE]


def test_a_venue_is_named(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    venue = {"title": "Evoluon", "address": "Noord Brabantlaan 1A", "location": HERE["location"]}
    chat.sends(venue=venue, **reply_to(card.message_id))
    assert visits(office)[0].text.startswith("📍 Evoluon, Noord Brabantlaan 1A\nhttps://osm.org/")


def test_the_same_place_twice_is_noted_once(chat: Chat, office: Office) -> None:
    card = chat.says(ANNA)[0]
    chat.sends(**HERE | reply_to(card.message_id))
    chat.sends(**HERE)
    assert [visit.text for visit in visits(office)] == [PLACE]


@pytest.mark.parametrize(
    ("language", "asked", "visit"),
    [
        ("en", "Were you visiting somebody?", "Visit to Anna de Vries"),
        ("nl", "Was je bij iemand op bezoek?", "Bezoek aan Anna de Vries"),
        ("de", "Warst du bei jemandem zu Besuch?", "Besuch bei Anna de Vries"),
    ],
)
def test_out_of_the_blue_it_is_asked(
    chat: Chat, office: Office, language: str, asked: str, visit: str
) -> None:
    chat.says(ANNA)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    office.clock.move(hours=2)
    chat.sends(**HERE)
    assert (chat.last.text, visits(office)) == (asked, [])
    again = chat.last.data_of(visit)
    chat.taps(visit)
    chat.taps_data(again)
    assert [visit.text for visit in visits(office)] == [PLACE]


def test_with_nobody_in_hand_it_says_what_to_do(chat: Chat) -> None:
    chat.sends(**HERE)
    assert "Log the visit first" in chat.last.text


def test_photos_right_after_a_visit_belong_to_it(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.says("bezocht, wil een demo", reply_to=chat.last.message_id)
    chat.sends(photo=[{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}])
    with office.database.begin() as session:
        kept_on = session.scalars(select(File.activity_id)).all()
    assert kept_on == [visits(office)[0].id]


def test_a_colleagues_visit_is_left_alone(chat: Chat, office: Office, person: Person) -> None:
    chat.says(ANNA)
    chat.says("bezocht, wil een demo", reply_to=chat.last.message_id)
    tom = person(TOM, "Tom")
    tom.says("/find anna")
    tom.sends(**HERE)
    tom.taps("Visit to Anna de Vries")
    assert sorted(visit.text for visit in visits(office)) == ["bezocht, wil een demo", PLACE]


def test_somebody_elses_lead_is_out_of_reach(private: Office, chat: Chat, person: Person) -> None:
    chat.says(ANNA)
    tom = person(TOM, "Tom")
    tom.says("Bram Kok, Shell, 06 87654321")
    office_visits = visits(private)
    tom.taps_data(encode("place-to", lead_id(private), arg="1"), tom.last)
    assert tom.is_told("gone")
    assert visits(private) == office_visits == []


@pytest.mark.parametrize("arg", ["", "zz", "??"])
def test_forged_buttons_do_nothing(chat: Chat, office: Office, arg: str) -> None:
    chat.says(ANNA)
    chat.taps_data(encode("place-to", lead_id(office), arg=arg))
    assert visits(office) == []
