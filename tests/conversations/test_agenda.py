"""/agenda: what is due, card by card or as lists, and one tap for a whole mailing."""

from collections.abc import Callable
from datetime import date, time, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.callback import encode
from crm.capture.draft import ActivityKind
from crm.models import Activity, FollowUp, FollowUpState, Lead, Member
from tests.chat_client import Chat, Office, on_a_phone
from tests.conversation_fixtures import EVA, TOM
from tests.factories import add_lead, next_id

Person = Callable[..., Chat]


def member(session: Any, user_id: int) -> Member:
    found: Member = session.scalars(select(Member).where(Member.user_id == user_id)).one()
    return found


def owed(office: Office, *names: str, holder: int = EVA, **fields: Any) -> None:
    """Leads that came in yesterday and are not followed up."""
    yesterday = office.clock() - timedelta(days=1)
    with office.database.begin() as session:
        whose = member(session, holder)
        for name in names:
            lead = add_lead(session, whose, name, id=office.ids(), owed_since=yesterday, **fields)
            session.add(
                Activity(
                    workspace_id=whose.workspace_id,
                    id=next_id(),
                    lead_id=lead.id,
                    member_id=whose.id,
                    kind=ActivityKind.CAPTURE,
                    happened_at=yesterday,
                    created_at=yesterday,
                )
            )


def plan(office: Office, name: str, *, days: int = 0, clock: time | None = None, hot: bool = False) -> None:
    """A lead with an own follow-up so many days from today; "call" is what is to be done."""
    with office.database.begin() as session:
        eva = member(session, EVA)
        lead = add_lead(session, eva, name, id=office.ids(), hot=hot)
        session.add(
            FollowUp(
                workspace_id=eva.workspace_id,
                id=next_id(),
                lead_id=lead.id,
                member_id=eva.id,
                created_by=eva.id,
                action="call",
                day=today(office) + timedelta(days=days),
                clock=clock,
                zone="Europe/Amsterdam",
                due_at=office.clock() + timedelta(days=days),
                created_at=office.clock(),
            )
        )


def today(office: Office) -> date:
    return office.clock().date()


def activities(office: Office) -> list[tuple[str | None, str, str | None]]:
    """Whom, what, with what outcome, captures left out; in the order in which they were logged."""
    with office.database.begin() as session:
        rows = session.execute(
            select(Lead.name, Activity.kind, Activity.outcome)
            .join(Lead, Lead.id == Activity.lead_id)
            .where(Activity.deleted_at.is_(None), Activity.kind != ActivityKind.CAPTURE)
            .order_by(Activity.id)
        )
        return [(name, kind.value, outcome.value if outcome else None) for name, kind, outcome in rows]


def test_the_agenda_names_what_is_overdue_due_today_and_not_followed_up(chat: Chat, office: Office) -> None:
    plan(office, "Jansen", days=-2)
    plan(office, "Hale", days=-1)
    plan(office, "Lotte Prins", clock=time(10))
    plan(office, "Later", days=2)
    owed(office, "Ada", "Bob")
    owed(office, "Cas", hot=True)
    chat.says("/agenda")
    assert chat.last.lines == [
        "Agenda, Tue 10 Mar",
        "2 overdue: Jansen, Hale",
        "10:00 Lotte Prins, call",
        "3 not followed up, 1 🔥",
    ]
    assert chat.last.buttons == [
        "Start",
        "Start with 🔥",
        "Overdue 2",
        "Today 1",
        "This week 1",
        "Not followed up 3",
        "Mark all mailed…",
    ]


def test_an_agenda_has_six_lines_at_most(chat: Chat, office: Office) -> None:
    for number in range(9):
        plan(office, f"Today {number}")
        plan(office, f"Overdue {number}", days=-1)
    owed(office, "Ada")
    chat.says("/agenda")
    assert len(chat.last.lines) <= 6
    assert "and 7 more today" in chat.last.text
    assert "9 overdue: Overdue 0, Overdue 1, 7 more" in chat.last.text


def test_an_empty_agenda_is_kind(chat: Chat) -> None:
    chat.says("/agenda")
    assert "Nothing for today. All followed up." in chat.last.text
    assert chat.last.buttons == []


@pytest.mark.parametrize("language", ["nl", "de"])
def test_the_agenda_speaks_the_members_language(chat: Chat, office: Office, language: str) -> None:
    with office.database.begin() as session:
        member(session, EVA).language = language
    owed(office, "Ada")
    chat.says("/agenda")
    said = {"nl": "1 nog niet opgevolgd", "de": "1 noch nicht nachgefasst"}
    assert said[language] in chat.last.text


def test_each_section_is_a_list_that_opens_cards_and_leads_back(chat: Chat, office: Office) -> None:
    for number in range(8):
        plan(office, f"Lead {number}", days=-8 + number)
    chat.says("/agenda")
    chat.taps("Overdue 8")
    assert chat.last.lines == ["Overdue", "1–6 of 8"]
    assert chat.last.buttons[0] == "Mon 2 Mar Lead 0, call"
    chat.taps("▶")
    assert chat.last.buttons[:2] == ["Sun 8 Mar Lead 6, call", "Mon 9 Mar Lead 7, call"]
    chat.taps("Sun 8 Mar Lead 6, call")
    assert chat.last.lines[0] == "Lead 6"
    chat.taps("◀ List")
    chat.taps("Agenda")
    assert "8 overdue" in chat.last.text
    assert chat.last.edits == 5


def test_start_walks_through_what_is_due_then_what_is_owed(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    owed(office, "Bob", hot=True)
    plan(office, "At ten", clock=time(10))
    plan(office, "Some time today")
    plan(office, "Overdue", days=-1)
    chat.says("/agenda")
    chat.taps("Start")
    seen = []
    for number in range(1, 6):
        assert f"{number} of 5" in chat.last.lines[0]
        seen.append(chat.last.lines[1])
        chat.taps("Skip")
    assert seen == ["Overdue", "At ten", "Some time today", "🔥 Bob", "Ada"]
    assert "That was the last one" in chat.last.text
    assert chat.last.edits == 6
    assert activities(office) == []


def test_each_answer_is_logged_and_goes_on(chat: Chat, office: Office) -> None:
    plan(office, "Overdue", days=-1)
    owed(office, "Cas", "Bob", "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    for answer in ("Spoke", "On ▶", "No answer", "Mailed", "Skip"):
        chat.taps(answer)
    assert activities(office) == [
        ("Overdue", "call", "spoke"),
        ("Ada", "call", "no-answer"),
        ("Bob", "email", None),
    ]
    chat.says("/agenda")
    assert "2 not followed up" in chat.last.text


def test_start_with_hot_walks_through_the_hot_ones_only(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    owed(office, "Bob", hot=True)
    plan(office, "Cas", hot=True)
    plan(office, "Dirk")
    chat.says("/agenda")
    chat.taps("Start with 🔥")
    assert "1 of 2" in chat.last.text
    assert "Cas" in chat.last.text
    chat.taps("Skip")
    assert "🔥 Bob" in chat.last.text
    chat.taps("Skip")
    assert "last one" in chat.last.text


def test_whom_i_tried_today_is_not_brought_up_again_today(chat: Chat, office: Office) -> None:
    owed(office, "Bob", "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("No answer")
    chat.says("/agenda")
    chat.taps("Start")
    assert "1 of 1" in chat.last.text
    assert "Bob" in chat.last.text
    office.clock.move(days=1)
    chat.says("/agenda")
    chat.taps("Start")
    assert "Ada" in chat.last.text
    assert "tried once" in chat.last.text


@pytest.mark.parametrize("answer", ["No answer", "Mailed"])
@pytest.mark.parametrize("planned", [True, False])
def test_a_double_tap_in_the_walk_counts_once(chat: Chat, office: Office, answer: str, planned: bool) -> None:
    owed(office, "Bob")
    if planned:
        plan(office, "Ada")
    else:
        owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    data = chat.last.data_of(answer)
    chat.taps_data(data)
    chat.taps_data(data)
    assert [name for name, _, _ in activities(office)] == ["Ada"]
    assert "2 of 2" in chat.last.text
    assert "Bob" in chat.last.text


@pytest.mark.parametrize("planned", [True, False])
def test_later_offers_times_and_goes_on(chat: Chat, office: Office, planned: bool) -> None:
    owed(office, "Bob")
    if planned:
        plan(office, "Ada", days=-1)
    else:
        owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Later")
    assert chat.last.buttons == [
        "In an hour",
        "This afternoon",
        "Tomorrow",
        "Next week",
        "Own time",
        "Back",
    ]
    data = chat.last.data_of("Tomorrow")
    chat.taps_data(data)
    chat.taps_data(data)
    assert "Bob" in chat.last.text
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
    assert (follow_up.state, follow_up.day) == (FollowUpState.OPEN, today(office) + timedelta(days=1))
    chat.taps_data(encode("open", follow_up.lead_id or 0))
    assert f"Next: {follow_up.action or 'follow up'}, " in chat.last.text


@pytest.mark.parametrize("planned", [True, False])
def test_later_at_an_own_time_goes_on(chat: Chat, office: Office, planned: bool) -> None:
    owed(office, "Bob")
    if planned:
        plan(office, "Ada", days=-1)
    else:
        owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Later")
    chat.taps("Own time")
    assert chat.asks("ask-when")
    office.restart()
    chat.says("when pigs fly")
    chat.says("Thursday 16:00")
    assert "2 of 2" in chat.last.text and "Bob" in chat.last.text
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
    assert (follow_up.state, follow_up.day, follow_up.clock) == (
        FollowUpState.OPEN,
        date(2026, 3, 12),
        time(16),
    )
    chat.taps("Mailed")
    assert "last one" in chat.last.text


def next_steps(office: Office) -> list[tuple[FollowUpState, date]]:
    with office.database.begin() as session:
        return [(row.state, row.day) for row in session.scalars(select(FollowUp).order_by(FollowUp.id))]


@pytest.mark.parametrize("planned", [True, False])
def test_after_spoke_the_walk_offers_the_next_step(chat: Chat, office: Office, planned: bool) -> None:
    owed(office, "Bob")
    if planned:
        plan(office, "Ada")
    else:
        owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Spoke")
    assert chat.last.lines[0] == "1 of 2 · ✅ Spoke. Next step?"
    assert chat.last.buttons == [
        "Tomorrow",
        "Fri 13 Mar",
        "In a week",
        "Other",
        "None needed",
        "Undo",
        "On ▶",
    ]
    data = chat.last.data_of("Fri 13 Mar")
    chat.taps_data(data)
    assert "2 of 2" in chat.last.text and "Bob" in chat.last.text
    chat.taps_data(data)
    assert (FollowUpState.OPEN, date(2026, 3, 13)) in next_steps(office)
    assert len(next_steps(office)) == 1 + planned


@pytest.mark.parametrize("planned", [True, False])
def test_a_double_tap_on_spoke_counts_once_and_keeps_the_offer(
    chat: Chat, office: Office, planned: bool
) -> None:
    if planned:
        plan(office, "Ada")
    else:
        owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    data = chat.last.data_of("Spoke")
    chat.taps_data(data)
    chat.taps_data(data)
    assert activities(office) == [("Ada", "call", "spoke")]
    assert "Next step?" in chat.last.text
    chat.taps("In a week")
    chat.taps_data(data)
    assert "last one" in chat.last.text
    assert activities(office) == [("Ada", "call", "spoke")]


@pytest.mark.parametrize(
    ("button", "said", "made"),
    [
        ("Other", "Thursday", [(FollowUpState.OPEN, date(2026, 3, 12))]),
        ("None needed", None, [(FollowUpState.STOPPED, date(2026, 3, 10))]),
        ("On ▶", None, []),
    ],
)
def test_a_next_step_in_the_walk_may_be_another_or_none(
    chat: Chat, office: Office, button: str, said: str | None, made: list[tuple[FollowUpState, date]]
) -> None:
    owed(office, "Bob", "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Spoke")
    chat.taps(button)
    if said:
        chat.says(said)
    assert "2 of 2" in chat.last.text and "Bob" in chat.last.text
    assert next_steps(office) == made


def test_spoke_tapped_after_another_answer_says_nothing_untrue(chat: Chat, office: Office) -> None:
    owed(office, "Bob", "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    spoke = chat.last.data_of("Spoke")
    chat.taps("No answer")
    chat.taps_data(spoke)
    assert activities(office) == [("Ada", "call", "no-answer")]
    assert "Bob" in chat.last.text and "Spoke." not in chat.last.text


def test_undo_in_the_walk_takes_the_answer_back(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Spoke")
    chat.taps("Undo")
    assert activities(office) == []


def test_back_from_later_shows_the_answers_again(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    before = chat.last.text, chat.last.buttons
    chat.taps("Later")
    chat.taps("Back")
    assert (chat.last.text, chat.last.buttons) == before


def test_an_answer_in_the_walk_is_undone_by_undo(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    chat.taps("Mailed")
    chat.says("/undo")
    chat.taps("Undo")
    assert activities(office) == []
    chat.says("/agenda")
    assert "1 not followed up" in chat.last.text


def test_a_walk_with_nothing_in_it_says_so(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    start = chat.last.data_of("Start")
    chat.taps_data(start)
    chat.taps("Mailed")
    chat.taps_data(start)
    assert "Nothing is waiting for you" in chat.last.text


def test_a_colleagues_walk_buttons_do_nothing_in_a_private_workspace(
    private: Office, chat: Chat, person: Person
) -> None:
    owed(private, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    mailed, later = chat.last.data_of("Mailed"), chat.last.data_of("Later")
    tom = person(TOM, "Tom")
    tom.says("/agenda")
    for data in (mailed, later):
        tom.taps_data(data)
        assert "Ada" not in tom.last.text
    assert activities(private) == []


def test_a_colleagues_follow_up_is_not_answered_for_them(chat: Chat, office: Office, person: Person) -> None:
    plan(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    spoke = chat.last.data_of("Spoke")
    tom = person(TOM, "Tom")
    tom.says("/agenda")
    tom.taps_data(spoke)
    assert activities(office) == []


@pytest.mark.parametrize(
    "arg",
    [
        "",
        "spoke",
        "spoke.a.1.1.x",
        "spoke.z.1.1.l0-0",
        "spoke.a.1.1.fzzzzzzzz-0",
        "spoke.a.1.1.f1-zzz",
        "x.a.1.1.l0-0",
    ],
)
def test_forged_walk_data_does_no_harm(chat: Chat, office: Office, arg: str) -> None:
    owed(office, "Ada")
    with office.database.begin() as session:
        lead_id = session.scalars(select(Lead.id)).one()
    chat.says("/agenda")
    for verb in ("walk", "walk-later"):
        chat.taps_data(encode(verb, lead_id, arg=arg))
    assert activities(office) == []


def test_mark_all_mailed_says_how_many_first(chat: Chat, office: Office) -> None:
    owed(office, "Dirk", "Cas", "Bob")
    owed(office, "Ada", hot=True)
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    assert chat.last.lines == [
        "Mark 4 not followed up as mailed, 1 🔥 among them?",
        "Ada, Bob, Cas, 1 more",
    ]
    assert activities(office) == []
    chat.taps("Cancel")
    assert "4 not followed up" in chat.last.text
    assert activities(office) == []


def test_mark_all_mailed_logs_a_mail_for_each_and_one_undo_takes_all_back(chat: Chat, office: Office) -> None:
    owed(office, "Cas", "Bob", "Ada")
    plan(office, "Planned")
    owed(office, "Tom's", holder=TOM)
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    chat.taps("Mark 3")
    assert "3 marked as mailed" in chat.last.text
    assert sorted(activities(office)) == [
        ("Ada", "email", None),
        ("Bob", "email", None),
        ("Cas", "email", None),
    ]
    chat.taps("Undo")
    assert "Undone: mail to several leads" in chat.last.text
    chat.taps("Agenda")
    assert chat.last.text.startswith("Agenda")
    assert activities(office) == []
    chat.says("/agenda")
    assert "3 not followed up" in chat.last.text


def test_marking_twice_marks_once(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    data = chat.last.data_of("Mark 1")
    chat.taps_data(data)
    chat.taps_data(data)
    assert len(activities(office)) == 1
    assert office.toasts == ["That has passed"]


def test_who_came_in_after_the_question_is_not_marked(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    shown = chat.last
    office.clock.move(minutes=1)
    owed(office, "Newcomer")
    chat.taps("Mark 1", on=shown)
    assert [name for name, _, _ in activities(office)] == ["Ada"]


def test_a_colleagues_mark_button_marks_only_ones_own(chat: Chat, office: Office, person: Person) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Mark all mailed…")
    data = chat.last.data_of("Mark 1")
    tom = person(TOM, "Tom")
    tom.says("/agenda")
    tom.taps_data(data)
    assert activities(office) == []


def test_a_removed_member_answers_nothing(chat: Chat, office: Office) -> None:
    owed(office, "Ada")
    chat.says("/agenda")
    chat.taps("Start")
    with office.database.begin() as session:
        member(session, EVA).removed_at = office.clock()
    chat.taps("Mailed")
    assert activities(office) == []


def test_nobody_else_s_rows_are_counted(chat: Chat, office: Office) -> None:
    owed(office, "Tom's", holder=TOM)
    chat.says("/agenda")
    assert "Nothing for today" in chat.last.text
    with office.database.begin() as session:
        assert session.scalar(select(func.count()).select_from(Lead)) == 1


def test_the_agenda_says_what_is_left_alone_among_deals_too(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("/quote 12k")
    chat.says("/agenda")
    assert "1 deal without a next step" in chat.last.text
    assert "All followed up" not in chat.last.text


@pytest.mark.parametrize("due_today", [1, 2, 3, 12])
def test_the_agenda_is_six_lines_on_a_phone_however_long_the_names(
    chat: Chat, office: Office, due_today: int
) -> None:
    long = "Maximiliane von Hohenstein-Wackernagel"
    for number in range(5):
        plan(office, f"{long} {number}", days=-1)
    for number in range(due_today):
        plan(office, f"{long} {number}", clock=time(14))
    owed(office, *(f"{long} {number}" for number in range(4)))
    chat.says("/agenda")
    assert on_a_phone(chat.last) <= 6, chat.last.text
    assert "5 overdue" in chat.last.text and "4 not followed up" in chat.last.text
    assert "today" in chat.last.text or chat.last.text.count("14:00") == due_today
