"""The digest card: six lines, what the morning says, and what is said only when asked."""

from datetime import date, time

import pytest

from bot.cards.digest import digest_card
from bot.catalogue import LANGUAGES
from bot.render import as_plain, render
from crm.models import FollowUp, Lead
from crm.store.agenda import Agenda, AgendaItem

DAY = date(2026, 4, 28)


def item(name: str, clock: time | None = None, action: str = "call") -> AgendaItem:
    return AgendaItem(Lead(id=1, name=name), FollowUp(day=DAY, clock=clock, action=action))


def said(agenda: Agenda, *, asked: bool = False, language: str = "en") -> list[str]:
    lines = [as_plain(line, language) for line in digest_card(agenda, asked=asked).lines]
    return [line for line in lines if line]


def test_the_digest_of_a_day() -> None:
    agenda = Agenda(
        DAY,
        today=(item("Lotte Prins", time(10)),),
        overdue=(item("Jansen"), item("Hale")),
        today_count=1,
        overdue_count=2,
        not_followed_up=24,
        hot=6,
        due_by_cadence=24,
        fairs=("Hannover Messe",),
    )
    assert said(agenda) == [
        "Tue 28 Apr",
        "10:00 Lotte Prins, call",
        "2 overdue: Jansen, Hale",
        "24 not followed up, 6 🔥 (Hannover Messe)",
    ]
    buttons = [as_plain(b.label, "en") for row in digest_card(agenda).buttons for b in row]
    assert buttons == ["Start with 🔥", "Agenda", "Mark mailed…"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("asked", [True, False])
def test_a_full_digest_has_six_lines(language: str, asked: bool) -> None:
    agenda = Agenda(
        DAY,
        today=tuple(item(f"Lead {n}") for n in range(5)),
        overdue=tuple(item(f"Late {n}") for n in range(5)),
        today_count=40,
        overdue_count=30,
        week_count=9,
        not_followed_up=24,
        hot=6,
        due_by_cadence=20,
        fairs=("A", "B", "C"),
        without_next_step=3,
    )
    assert len(said(agenda, asked=asked, language=language)) == 6
    assert "39" in said(agenda, asked=asked, language=language)[2]


def test_what_the_cadence_holds_back_alone_is_said_only_when_asked() -> None:
    agenda = Agenda(DAY, not_followed_up=50, hot=4, due_by_cadence=1)
    assert said(agenda)[1] == "50 not followed up, 4 🔥, 1 of them due today"
    assert "50 not followed up, 4 🔥" in said(agenda, asked=True)[1]
    held = Agenda(DAY, not_followed_up=50, hot=4)
    assert not held.is_worth_a_digest
    assert "50 not followed up, 4 🔥" in said(held, asked=True)[1]


def test_reached_without_a_next_step_is_one_line() -> None:
    assert said(Agenda(DAY, without_next_step=1))[1] == "1 reached, without a next step"
    assert said(Agenda(DAY, without_next_step=5))[1] == "5 reached, without a next step"


def test_an_empty_day_points_at_the_rest_of_the_week() -> None:
    assert said(Agenda(DAY), asked=True)[1] == "Nothing for today. All followed up."
    assert said(Agenda(DAY, week_count=3), asked=True)[1] == "Nothing for today. 3 planned later this week."


@pytest.mark.parametrize(("language", "line"), [("en", "2 today"), ("nl", "2 vandaag"), ("de", "2 heute")])
def test_where_nothing_of_today_has_room_its_number_stands_alone(language: str, line: str) -> None:
    agenda = Agenda(
        DAY,
        today=(item("Ada"), item("Bob")),
        overdue=(item("Late"),),
        today_count=2,
        overdue_count=1,
        not_followed_up=2,
        due_by_cadence=2,
        at_fairs=3,
        running_fairs=("Interpack",),
        without_next_step=3,
    )
    assert said(agenda, asked=True, language=language)[1] == line


def test_markup_in_a_name_stays_text() -> None:
    agenda = Agenda(DAY, today=(item("<b>Ada</b> & co"),), today_count=1)
    assert "&lt;b&gt;Ada&lt;/b&gt; &amp; co" in render(digest_card(agenda), "en")["text"]


@pytest.mark.parametrize("told", [1, 2, 3])
def test_what_else_is_told_takes_the_place_of_names_and_not_of_what_is_owed(told: int) -> None:
    agenda = Agenda(
        DAY,
        today=(item("Ada"), item("Bob"), item("Cy")),
        overdue=(item("Late"),),
        today_count=3,
        overdue_count=1,
        not_followed_up=2,
        due_by_cadence=2,
    )
    assert said(agenda) == [
        "Tue 28 Apr",
        "Ada, call",
        "Bob, call",
        "Cy, call",
        "1 overdue: Late",
        "2 not followed up",
    ]
    short = [as_plain(line, "en") for line in digest_card(agenda, room=6 - told).lines]
    assert len(short) == 6 - told
    assert short[-1] == ("2 not followed up" if told < 3 else "1 overdue: Late")
    assert short[1] in ("Ada, call", "3 today")
