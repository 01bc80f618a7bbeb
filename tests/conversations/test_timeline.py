"""The timeline of a lead: newest first, a page at a time."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select

from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Activity, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM
from tests.factories import next_id

Person = Callable[..., Chat]


def log(
    office: Office, kind: ActivityKind, days_ago: int, text: str = "", by: str = "Eva", **fields: object
) -> None:
    """Something that happened with the only lead."""
    with office.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        at = office.clock() - timedelta(days=days_ago)
        session.add(
            Activity(
                workspace_id=lead.workspace_id,
                id=next_id(),
                lead_id=lead.id,
                member_id=session.scalars(select(Member.id).where(Member.name == by)).one(),
                kind=kind,
                text=text,
                happened_at=at,
                created_at=at,
                **fields,
            )
        )


def open_timeline(chat: Chat) -> None:
    chat.says("/find philips")
    chat.taps("Timeline")


def test_the_timeline_shows_the_newest_first(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    log(office, ActivityKind.CALL, 3, "wants a demo", direction=Direction.OUT, outcome=Outcome.SPOKE)
    log(office, ActivityKind.EMAIL, 2, direction=Direction.IN, by="Tom")
    log(office, ActivityKind.QUOTE, 1, value_minor=1_240_000, currency="EUR")
    open_timeline(chat)
    assert chat.last.lines == [
        "Anna de Vries · Philips",
        "Tue 10 Mar 10:00 · Saved: Anna de Vries, Philips, 06 12345678",
        "Mon 9 Mar 10:00 · Quote €12,400",
        "Sun 8 Mar 10:00 · Tom · They mailed",
        "Sat 7 Mar 10:00 · Called, spoke: wants a demo",
    ]


def test_a_long_timeline_is_paged_and_leads_back_to_the_card(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    for number in range(1, 8):
        log(office, ActivityKind.NOTE, number, f"note {number}")
    open_timeline(chat)
    assert len(chat.last.lines) == 6
    assert chat.last.buttons == ["Card", "▶"]
    chat.taps("▶")
    assert [line.rsplit(" ", 1)[1] for line in chat.last.lines[1:]] == ["5", "6", "7"]
    chat.taps("◀")
    chat.taps("Card")
    assert "Edit" in chat.last.buttons


def test_the_way_back_to_the_list_survives_the_timeline(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("/leads")
    chat.taps("Anna de Vries · Philips")
    chat.taps("Timeline")
    chat.taps("Card")
    chat.taps("◀ List")
    assert chat.last.lines[0] == "My leads"


def test_a_long_text_stands_on_one_line(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    log(office, ActivityKind.NOTE, 0, "a\n" * 1000)
    open_timeline(chat)
    assert len(chat.last.lines) <= 6
    assert all(len(line) < 200 for line in chat.last.lines)


def test_another_year_is_shown_with_its_year(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    log(office, ActivityKind.VISIT, 200)
    open_timeline(chat)
    assert "22 Aug 2025 · Visit" in chat.last.text


def test_what_somebody_who_left_did_stays(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    log(office, ActivityKind.NOTE, 1, "hello", by="Tom")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == TOM)).one().removed_at = office.clock()
    open_timeline(chat)
    assert "Somebody who left · Note: hello" in chat.last.text


def test_a_change_of_status_stands_on_the_timeline(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    for label in ("Edit", "Status", "Disqualified…", "No budget"):
        chat.taps(label)
    open_timeline(chat)
    assert "Status: Disqualified: No budget" in chat.last.text
