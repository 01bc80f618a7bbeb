"""Days and times as people write them, in three languages; from Wednesday 22 April 2026, 10:30, Amsterdam."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crm.capture.draft import Due, Surroundings
from crm.capture.read import read_due, read_lead
from tests.capture.surroundings import AMSTERDAM, NOW, around

TIMES = [
    ("en", "today", "2026-04-22"),
    ("en", "tomorrow 9am", "2026-04-23T09:00"),
    ("en", "the day after tomorrow at 2:30 pm", "2026-04-24T14:30"),
    ("en", "fri 10:00", "2026-04-24T10:00"),
    ("en", "next Tuesday 10am", "2026-04-28T10:00"),
    ("en", "Wednesday", "2026-04-29"),
    ("en", "friday next week", "2026-05-01"),
    ("en", "in 20 minutes", "2026-04-22T10:50"),
    ("en", "in half an hour", "2026-04-22T11:00"),
    ("en", "in 2 weeks", "2026-05-06"),
    ("en", "in a fortnight", "2026-05-06"),
    ("en", "end of next week", "2026-05-01"),
    ("en", "end of month", "2026-04-30"),
    ("en", "after the weekend", "2026-04-27"),
    ("en", "before the weekend", "2026-04-24"),
    ("en", "12 May 14:00", "2026-05-12T14:00"),
    ("en", "May 12th at 2", "2026-05-12T14:00"),
    ("en", "on the 24th", "2026-04-24"),
    ("en", "half past two tomorrow", "2026-04-23T14:30"),
    ("en", "quarter to 4 on friday", "2026-04-24T15:45"),
    ("en", "noon tomorrow", "2026-04-23T12:00"),
    ("nl", "morgen om 11u", "2026-04-23T11:00"),
    ("nl", "overmorgen om 9u", "2026-04-24T09:00"),
    ("nl", "vr 14.00", "2026-04-24T14:00"),
    ("nl", "volgende week dinsdag", "2026-04-28"),
    ("nl", "over 20 minuten", "2026-04-22T10:50"),
    ("nl", "over 3 dagen", "2026-04-25"),
    ("nl", "over een week", "2026-04-29"),
    ("nl", "eind volgende week", "2026-05-01"),
    ("nl", "na het weekend", "2026-04-27"),
    ("nl", "vrijdag half drie", "2026-04-24T14:30"),
    ("nl", "morgen kwart voor vier", "2026-04-23T15:45"),
    ("nl", "woensdag 14u30", "2026-04-29T14:30"),
    ("nl", "5/11 om 15:00", "2026-11-05T15:00"),
    ("nl", "maandag tussen 10 en 11", "2026-04-27T10:00"),
    ("nl", "week 20", "2026-05-11"),
    ("nl", "na Pinksteren", "2026-05-26"),
    ("de", "morgen um 10 Uhr", "2026-04-23T10:00"),
    ("de", "übermorgen", "2026-04-24"),
    ("de", "in 3 Tagen", "2026-04-25"),
    ("de", "nächsten Freitag", "2026-04-24"),
    ("de", "nächste Woche Dienstag", "2026-04-28"),
    ("de", "übernächste Woche Montag", "2026-05-04"),
    ("de", "Do 10:30", "2026-04-23T10:30"),
    ("de", "am 15.9. um 11 Uhr", "2026-09-15T11:00"),
    ("de", "bis Monatsende", "2026-04-30"),
    ("de", "KW 20", "2026-05-11"),
    ("de", "halb drei am Freitag", "2026-04-24T14:30"),
    ("de", "morgen viertel nach 9", "2026-04-23T09:15"),
    ("de", "nach dem Wochenende", "2026-04-27"),
    ("de", "in zwei Wochen", "2026-05-06"),
    ("de", "3. Dezember 11 Uhr", "2026-12-03T11:00"),
]

NO_TIMES = [
    ("en", "40 sensors"),
    ("en", "May Thompson"),
    ("en", "budget 12.5k"),
    ("en", "they do wood panels"),
    ("en", "version 2.10"),
    ("en", "anna.may@sunday.com"),
    ("nl", "zo snel mogelijk"),
    ("nl", "doe er 3"),
    ("nl", "wo is hij"),
    ("de", "Herr Mai"),
    ("de", "so viele Sensoren"),
    ("de", "Frau Sonntag"),
    ("de", "40 Stück zu 12,50"),
]


def written(due: Due | None) -> str | None:
    if due is None:
        return None
    return f"{due.day.isoformat()}T{due.clock:%H:%M}" if due.clock else due.day.isoformat()


@pytest.mark.parametrize(("language", "text", "expected"), TIMES)
def test_a_time_is_read(language: str, text: str, expected: str) -> None:
    assert written(read_due(text, around(language))) == expected


@pytest.mark.parametrize(("language", "text"), NO_TIMES)
def test_what_is_no_time_is_not_read_as_one(language: str, text: str) -> None:
    assert read_due(text, around(language)) is None


def test_today_at_a_time_gone_by_stays_as_it_was_said() -> None:
    assert written(read_due("today 10:00", around("en"))) == "2026-04-22T10:00"


def test_a_time_alone_that_has_gone_by_means_tomorrow() -> None:
    assert written(read_due("10:00", around("en"))) == "2026-04-23T10:00"


def test_a_date_gone_by_means_next_year() -> None:
    assert written(read_due("3 march", around("en"))) == "2027-03-03"


@pytest.mark.parametrize(
    ("zone", "now", "text", "expected"),
    [
        ("Europe/Amsterdam", datetime(2026, 3, 28, 12, tzinfo=UTC), "tomorrow 02:30", "2026-03-29T03:30"),
        ("America/New_York", datetime(2026, 3, 7, 12, tzinfo=UTC), "tomorrow at 2:30 am", "2026-03-08T03:30"),
    ],
)
def test_a_time_that_summer_time_skips_moves_forward(
    zone: str, now: datetime, text: str, expected: str
) -> None:
    there = around("en", now=now.replace(tzinfo=ZoneInfo(zone)))
    assert written(read_due(text, there)) == expected


def test_twenty_minutes_are_counted_over_the_change_of_the_clock() -> None:
    just_before = datetime(2026, 3, 29, 1, 50, tzinfo=AMSTERDAM)
    assert written(read_due("in 20 minutes", around("en", now=just_before))) == "2026-03-29T03:10"


PARTS = (
    [text for _, text, _ in TIMES]
    + [text for _, text in NO_TIMES]
    + ["12k", "jan", "call", "bellen", "anrufen", ","]
)


@given(
    st.lists(st.sampled_from(PARTS), min_size=1, max_size=6),
    st.integers(min_value=1_704_067_200, max_value=1_893_456_000),
    st.sampled_from(["Europe/Amsterdam", "America/New_York", "Australia/Lord_Howe", "UTC"]),
    st.sampled_from(["en", "nl", "de"]),
)
@settings(max_examples=200, deadline=None)
def test_a_time_is_never_in_the_past_unless_it_was_said_so(
    parts: list[str], seconds: int, zone: str, language: str
) -> None:
    local = ZoneInfo(zone)
    now = datetime.fromtimestamp(seconds, UTC)
    here = Surroundings(now, local, "NL", language)
    for due in (read_due(" ".join(parts), here), read_lead(" ".join(parts), here).due):
        if due is None:
            continue
        assert due.day >= now.astimezone(local).date()
        if due.clock is not None and "today" not in due.written:
            at = datetime.combine(due.day, due.clock, local)
            assert at.astimezone(UTC) >= now - timedelta(minutes=1)
            assert at.astimezone(UTC).astimezone(local).time() == due.clock


def test_a_due_has_no_time_of_day_where_none_was_said() -> None:
    due = read_due("tomorrow morning", around("en"))
    assert due == Due(date(2026, 4, 23), None, "tomorrow morning")
    assert NOW.timetz().replace(tzinfo=None) == time(10, 30)
