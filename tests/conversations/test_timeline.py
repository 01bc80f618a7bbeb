"""The timeline of a lead: newest first, a page at a time."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Account, Activity, Contact, Lead, Member, Opportunity
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, TOM
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
    assert chat.last.buttons == ["Card", "▶", "Calls", "E-mails", "Visits", "Notes", "Search"]
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
    assert "Tom · Note: hello" in chat.last.text


def test_a_change_of_status_stands_on_the_timeline(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    for label in ("Edit", "Status", "Disqualified…", "No budget"):
        chat.taps(label)
    open_timeline(chat)
    assert "Status: Disqualified: No budget" in chat.last.text


NAMED = "Anna de Vries · Philips"


def many(office: Office) -> None:
    log(office, ActivityKind.CALL, 5, "wants a demo", direction=Direction.OUT, outcome=Outcome.SPOKE)
    log(
        office,
        ActivityKind.EMAIL,
        4,
        "Hallo Eva,\n\nwir brauchen 40 Sensoren.\n" + "lange Rede " * 40,
        direction=Direction.IN,
        subject="Angebot Größe 7",
    )
    log(office, ActivityKind.VISIT, 3, "saw the plant")
    log(office, ActivityKind.NOTE, 2, "pays late")
    log(office, ActivityKind.MEETING, 1, "with her boss")


def test_a_mail_is_a_line_with_its_subject(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    open_timeline(chat)
    assert (
        "Fri 6 Mar 10:00 · They mailed: Angebot Größe 7: Hallo Eva, wir brauchen 40 Sensoren."
        in chat.last.text
    )
    assert len(chat.last.lines) <= 6


@pytest.mark.parametrize(
    ("language", "kind", "head", "labels"),
    [
        ("en", "Calls", "Calls", ["Thu 5 Mar · Called, spoke: wants a demo"]),
        ("en", "E-mails", "E-mails", ["Fri 6 Mar · They mailed: Angebot Größe 7"]),
        (
            "nl",
            "Bezoeken",
            "Bezoeken",
            ["ma 9 mrt · Afspraak: with her boss", "za 7 mrt · Bezoek: saw the plant"],
        ),
        ("de", "Notizen", "Notizen", ["So 8.3. · Notiz: pays late", "Di 10.3. · Gespeichert: Anna de Vries"]),
    ],
)
def test_it_can_be_narrowed_to_a_kind(
    chat: Chat, office: Office, language: str, kind: str, head: str, labels: list[str]
) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat.says("/find philips")
    chat.taps({"en": "Timeline", "nl": "Tijdlijn", "de": "Verlauf"}[language])
    chat.taps(kind)
    assert chat.last.lines == [f"{NAMED} · {head}"]
    for label in labels:
        assert any(button.startswith(label) for button in chat.last.buttons)
    assert kind not in chat.last.buttons
    chat.taps({"en": "All", "nl": "Alles", "de": "Alles"}[language])
    assert len(chat.last.lines) == 6


def test_a_short_timeline_has_no_filters(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    open_timeline(chat)
    assert chat.last.buttons == ["Card"]


def test_an_entry_is_opened_in_full(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    open_timeline(chat)
    chat.taps("E-mails")
    chat.taps("Fri 6 Mar · They mailed: Angebot Größe 7")
    assert chat.last.lines[:5] == [
        NAMED,
        "Fri 6 Mar 10:00 · They mailed",
        "Angebot Größe 7",
        "Hallo Eva,",
        "wir brauchen 40 Sensoren.",
    ]
    assert "".join(chat.last.lines[5:]).count("lange Rede") == 40
    assert chat.last.buttons == ["Timeline", "Card"]
    chat.says("called her about it, she agrees", reply_to=chat.last.message_id)
    assert chat.last.lines[0] == NAMED


def test_a_very_long_entry_takes_several_messages_and_ends(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    log(office, ActivityKind.NOTE, 0, "&<>" * 20_000)
    open_timeline(chat)
    chat.taps("Notes")
    before = len(chat.messages)
    chat.taps(next(label for label in chat.last.buttons if "&<>" in label))
    said = chat.messages[before:]
    assert len(said) == 4
    assert all(len(shown.html) <= 4096 for shown in said)
    assert "It goes on" in said[-1].text
    assert said[-1].buttons == ["Timeline", "Card"]


def test_words_are_looked_for_within_it(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    open_timeline(chat)
    chat.taps("Search")
    assert chat.asks("ask-timeline-words")
    chat.says("GROSSE sensoren")
    assert chat.last.lines == [f"{NAMED} · “GROSSE sensoren”"]
    assert chat.last.buttons[0] == "Fri 6 Mar · They mailed: Angebot Größe 7"
    chat.taps("Calls")
    assert chat.last.lines == [f"{NAMED} · Calls · “GROSSE sensoren”", "Nothing of that."]
    chat.taps("All")
    assert len(chat.last.lines) == 6


def test_found_words_are_paged(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    for number in range(1, 8):
        log(office, ActivityKind.NOTE, number, f"pump {number}")
    open_timeline(chat)
    chat.taps("Search")
    chat.says("pump")
    chat.taps("▶")
    assert [label[-1] for label in chat.last.buttons[:2]] == ["6", "7"]
    chat.taps("◀")
    assert len([label for label in chat.last.buttons if "pump" in label]) == 5


def test_its_files_are_one_tap_away(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.sends(photo=[{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}])
    open_timeline(chat)
    chat.taps("Files")
    assert chat.last.lines == [NAMED, "1 file"]
    chat.taps("Timeline")
    assert "Files" in chat.last.buttons


def test_the_way_back_survives_filters_and_files(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    chat.sends(photo=[{"file_id": "f", "file_unique_id": "u", "width": 9, "height": 9}])
    chat.says("/leads")
    chat.taps(NAMED)
    for label in ("Timeline", "Calls", "Files", "Card", "◀ List"):
        chat.taps(label)
    assert chat.last.lines[0] == "My leads"


def test_it_is_the_same_on_what_a_lead_became(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    many(office)
    chat.says("offerte gestuurd 12.4k", reply_to=chat.last.message_id)
    for kind in (Account, Contact, Opportunity):
        with office.database.begin() as session:
            subject_id = session.scalars(select(kind.id)).one()
        chat.taps_data(encode("timeline", subject_id, arg="0m~"), chat.last)
        assert "Fri 6 Mar · They mailed: Angebot Größe 7" in chat.last.buttons


def test_somebody_elses_timeline_is_out_of_reach(private: Office, chat: Chat, person: Person) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(private)
    with private.database.begin() as session:
        lead_id = session.scalars(select(Lead.id)).one()
        entry_id = session.scalars(select(Activity.id).where(Activity.kind == ActivityKind.EMAIL)).one()
    tom = person(TOM, "Tom")
    tom.says("Bram Kok, Shell, 06 87654321")
    for data in (
        encode("timeline", lead_id, arg="0m~"),
        encode("entry", entry_id),
        encode("search-in", lead_id),
    ):
        tom.taps_data(data, tom.last)
        assert tom.is_told("gone")


def test_somebody_elses_words_are_not_looked_for(chat: Chat, office: Office, person: Person) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    many(office)
    open_timeline(chat)
    chat.taps("Search")
    chat.says("sensoren")
    own = chat.last.data_of("Calls")
    tom = person(TOM, "Tom")
    tom.says("/find philips")
    tom.taps_data(own, tom.last)
    assert office.toasts[-1] == "That has passed"


@pytest.mark.parametrize("arg", ["", "x", "0zz~", "99999c~", "-1m~", "0m~settings~1~x", "٣c~"])
def test_forged_places_are_the_first_page(chat: Chat, office: Office, arg: str) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    with office.database.begin() as session:
        lead_id = session.scalars(select(Lead.id)).one()
    chat.taps_data(encode("timeline", lead_id, arg=arg), chat.last)
    assert chat.last.lines[0].startswith(NAMED)
    chat.taps_data(encode("entry", 77), chat.last)
    assert chat.is_told("gone")
