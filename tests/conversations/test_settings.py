"""Settings: one's own, and the owner's for everybody."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.access import Visibility
from crm.models import FollowUp, Lead, Member, Workspace
from crm.rules.conversion import Formal, Opens
from tests.chat_client import Chat, Office, on_a_phone
from tests.conversation_fixtures import EVA, MANAGER, OWNER


def member(office: Office, user_id: int = EVA) -> Member:
    with office.database.begin() as session:
        return session.scalars(select(Member).where(Member.user_id == user_id)).one()


def workspace_of(office: Office) -> Workspace:
    with office.database.begin() as session:
        return session.scalars(select(Workspace)).one()


def chooses(chat: Chat, setting: str, answer: str) -> None:
    """Types the answer."""
    chat.says("/settings")
    chat.taps(setting)
    chat.says(answer)


def test_settings_show_what_holds(chat: Chat) -> None:
    chat.says("/settings")
    assert chat.last.lines == [
        "English · Amsterdam · Netherlands",
        "Works 09:00–17:30 · Digest at 08:30",
    ]
    assert chat.last.buttons == ["Language", "Zone", "Country", "Hours", "Digest", "Away", "Our mail"]


@pytest.mark.parametrize("language", ["en", "nl", "de"])
@pytest.mark.parametrize(
    ("formal", "opens"), [(Formal("quote"), Opens("quote")), (Formal("both"), Opens("first-contact"))]
)
def test_the_owners_settings_are_six_lines_on_a_phone(
    office: Office, person: Callable[..., Chat], language: str, formal: Formal, opens: Opens
) -> None:
    with office.database.begin() as session:
        owner = session.scalars(select(Member).where(Member.user_id == OWNER)).one()
        owner.language = language
        workspace = session.scalars(select(Workspace)).one()
        workspace.formal, workspace.opens = formal, opens
    owner_chat = person(OWNER, language=language)
    owner_chat.says("/settings")
    assert on_a_phone(owner_chat.last) <= 6, owner_chat.last.text


def test_the_language_changes_at_once(office: Office, chat: Chat) -> None:
    chat.says("/settings")
    chat.taps("Language")
    chat.taps("Nederlands")
    assert chat.last.lines[0] == "✅ Opgeslagen"
    chat.says("/help")
    assert "Nieuwe lead" in chat.last.text


@pytest.mark.parametrize("answer", ["New York", "america/new_york", "new  york"])
def test_a_zone_is_typed_as_a_city(office: Office, chat: Chat, answer: str) -> None:
    chooses(chat, "Zone", answer)
    assert member(office).zone == "America/New_York"
    assert "New York" in chat.last.text


def test_a_moved_zone_moves_the_digest_and_keeps_agreed_times(office: Office, chat: Chat) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de, call him friday 10:00")
    with office.database.begin() as session:
        before = session.scalars(select(FollowUp)).one().due_at
    chooses(chat, "Zone", "New York")
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
        assert follow_up.due_at == before
        assert follow_up.zone == "America/New_York"
    # 9:00 UTC is 5:00 in New York (summer time there already), so the digest is still to come today.
    assert member(office).next_digest_at == datetime(2026, 3, 10, 12, 30, tzinfo=UTC)


def test_country_region_hours_and_digest(office: Office, chat: Chat) -> None:
    chooses(chat, "Country", "Germany")
    chooses(chat, "Region", "Bayern")
    chooses(chat, "Hours", "8-16:30")
    chooses(chat, "Digest", "7:45")
    mine = member(office)
    assert (mine.country, mine.region) == ("DE", "BY")
    assert (mine.work_start, mine.work_end, mine.digest_at) == (time(8), time(16, 30), time(7, 45))
    assert mine.next_digest_at == datetime(2026, 3, 11, 6, 45, tzinfo=UTC)
    chooses(chat, "Country", "Netherlands")
    assert member(office).region is None


def test_as_the_team_takes_an_own_setting_back(office: Office, chat: Chat) -> None:
    chooses(chat, "Hours", "8-16:30")
    chat.says("/settings")
    chat.taps("Hours")
    chat.taps("As the team")
    assert member(office).work_start is None


def test_away_until_a_day_stops_the_digest_until_then(office: Office, chat: Chat) -> None:
    chooses(chat, "Away", "20 March")
    assert member(office).away_until == date(2026, 3, 20)
    assert member(office).next_digest_at == datetime(2026, 3, 23, 7, 30, tzinfo=UTC)
    assert "Away until Fri 20 Mar" in chat.last.text
    chat.taps("Away")
    chat.taps("Not away")
    assert member(office).away_until is None


@pytest.mark.parametrize(
    ("setting", "answer", "key"),
    [
        ("Zone", "Xyzzy", "not-a-zone"),
        ("Country", "Narnia", "not-a-country"),
        ("Hours", "17-9", "not-hours"),
        ("Digest", "25:00", "not-a-clock"),
        ("Away", "whenever", "not-a-day-ahead"),
        ("Language", "Klingon", "setting-tap"),
    ],
)
def test_what_cannot_be_read_is_asked_again(chat: Chat, setting: str, answer: str, key: str) -> None:
    chooses(chat, setting, answer)
    assert chat.asks(key)
    assert "Cancel" in chat.last.buttons


def test_the_owner_sets_the_cadence_and_it_holds_at_once(
    office: Office, chat: Chat, person: Callable[..., Chat]
) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    owner = person(OWNER)
    chooses(owner, "Cadence", "2 / 4")
    assert workspace_of(office).cadence == "2,4"
    assert "Cadence 2, 4 · " in owner.last.text
    with office.database.begin() as session:
        assert session.scalars(select(Lead)).one().cadence_day == date(2026, 3, 12)


@pytest.mark.parametrize(
    ("answer", "key"),
    [
        (",", "cadence-empty"),
        ("1 1 1 1 1 1 1", "cadence-too-many"),
        ("0 3", "cadence-out-of-range"),
        ("weekly", "cadence-not-numbers"),
    ],
)
def test_a_cadence_that_cannot_be_says_why(person: Callable[..., Chat], answer: str, key: str) -> None:
    owner = person(OWNER)
    chooses(owner, "Cadence", answer)
    assert owner.asks(key)


def test_the_owner_sets_the_visibility(office: Office, person: Callable[..., Chat]) -> None:
    owner = person(OWNER)
    owner.says("/settings")
    owner.taps("Visibility")
    owner.taps("Private: only their own")
    assert workspace_of(office).visibility is Visibility.PRIVATE


@pytest.mark.parametrize("user_id", [EVA, MANAGER])
@pytest.mark.parametrize("name", ["cadence", "visibility"])
def test_only_the_owner_changes_what_holds_for_everybody(
    office: Office, person: Callable[..., Chat], user_id: int, name: str
) -> None:
    somebody = person(user_id)
    somebody.says("/settings")
    assert "Cadence" not in somebody.last.buttons
    somebody.taps_data(encode("setting", arg=name))
    assert somebody.asks("not-allowed")
    assert (workspace_of(office).cadence, workspace_of(office).visibility) == ("1,3,7", Visibility.OPEN)


def test_an_owner_who_is_one_no_more_cannot_finish_a_change(
    office: Office, person: Callable[..., Chat]
) -> None:
    owner = person(OWNER)
    owner.says("/settings")
    owner.taps("Cadence")
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == OWNER)).one().role = member(office).role
    owner.says("5 5")
    assert owner.asks("not-allowed")
    assert workspace_of(office).cadence == "1,3,7"


def test_a_double_tap_saves_once_and_says_it_has_passed(office: Office, chat: Chat) -> None:
    chat.says("/settings")
    chat.taps("Language")
    question = chat.last
    chat.taps("Deutsch", on=question)
    chat.taps("Nederlands", on=question)
    assert member(office).language == "de"
    assert office.toasts == ["Das ist vorbei"]


@pytest.mark.parametrize(
    ("setting", "answer", "shown"),
    [
        ("Account when", "a quote and a contract", "Accounts start at a quote and a contract"),
        ("Deal when", "at first contact", "Deals start at first contact"),
    ],
)
def test_the_owner_sets_what_converts_and_when_opportunities_open(
    person: Callable[..., Chat], setting: str, answer: str, shown: str
) -> None:
    owner = person(OWNER)
    owner.says("/settings")
    owner.taps(setting)
    owner.taps(answer)
    assert shown in owner.last.text


@pytest.mark.parametrize("setting", ["formal", "opens"])
@pytest.mark.parametrize("user_id", [EVA, MANAGER])
def test_nobody_else_sets_them(
    office: Office, person: Callable[..., Chat], setting: str, user_id: int
) -> None:
    other = person(user_id)
    other.says("/settings")
    assert not {"Account when", "Deal when"} & set(other.last.buttons)
    other.taps_data(encode("setting", arg=setting))
    assert other.asks("not-allowed")
    workspace = workspace_of(office)
    assert (workspace.formal, workspace.opens) == (Formal.QUOTE, Opens.AT_QUOTE)
