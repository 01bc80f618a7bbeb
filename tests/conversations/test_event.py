"""Events: made once for the team, what they hold back, what they brought, and planning the rest."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta

import pytest
from sqlalchemy import func, select, update

from bot.sweeps.digests import make_digests
from bot.sweeps.fair_ends import make_fair_ends
from crm.ids import to_base36
from crm.models import Fair, FollowUp, FollowUpState, Lead, Member, Reach, Unasked
from crm.rules.digest_time import next_digest
from crm.store.members import Who, team
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM
from tests.factories import add_member, add_workspace
from tests.follow_up_desk import find_desk

FRIDAY, MONDAY, TUESDAY = date(2026, 3, 13), date(2026, 3, 16), date(2026, 3, 17)


def sweep(office: Office, now: datetime | None = None) -> None:
    if now is not None:
        office.clock.set(now)
    with office.database.begin() as session:
        make_fair_ends(BOT_ID, office.ids)(session, office.clock())
    office.send()


def morning(day: date, clock: time = time(8, 30)) -> datetime:
    return datetime.combine(day, clock, UTC) - timedelta(hours=1)


def fairs(office: Office) -> list[Fair]:
    with office.database.begin() as session:
        return list(session.scalars(select(Fair).where(Fair.deleted_at.is_(None)).order_by(Fair.id)))


def leads_at(office: Office, count: int, *, hot: int = 0, silent: int = 0, user_id: int = EVA) -> None:
    """So many leads of the newest event; the first ones hot, the last ones without phone or e-mail."""
    with office.database.begin() as session:
        desk = find_desk(session, office.clock())
        name = session.scalars(select(Member.name).where(Member.user_id == user_id)).one()
        fair = session.scalars(select(Fair).order_by(Fair.id.desc()).limit(1)).one()
        for n in range(count):
            phones = [] if n >= count - silent else [f"+3162030{n:04}"]
            desk.owed(f"L{n}", name, office.clock(), phones=phones, hot=n < hot, fair_id=fair.id)


def plans(office: Office) -> dict[date, int]:
    with office.database.begin() as session:
        rows = session.execute(
            select(FollowUp.day, func.count())
            .where(FollowUp.state == FollowUpState.OPEN, FollowUp.deleted_at.is_(None))
            .group_by(FollowUp.day)
        )
        return {row[0]: row[1] for row in rows}


def test_an_event_is_made_by_one_message(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    assert chat.last.lines[0] == "Hannover Messe (Germany), until Fri 13 Mar"
    assert "before Mon 16 Mar" in chat.last.text
    (fair,) = fairs(office)
    assert (fair.name, fair.country, fair.last_day) == ("Hannover Messe", "DE", FRIDAY)


@pytest.mark.parametrize(
    "text",
    [
        "/event hannover messe until Friday",
        "/event Hannover Messe tot vrijdag",
        "/event Hannover Messe, bis Freitag",
        "/event Hannover Messe t/m 13 maart",
        "/event Hannover Messe 13 March",
    ],
)
def test_its_last_day_is_understood_in_three_languages(chat: Chat, office: Office, text: str) -> None:
    chat.says(text)
    (fair,) = fairs(office)
    assert (fair.name, fair.last_day) == ("Hannover Messe", FRIDAY)


def test_what_is_missing_is_asked_and_the_country_only_where_it_is_not_known(
    chat: Chat, office: Office
) -> None:
    chat.says("/event Klantendag Vos")
    assert chat.asks("ask-event-day", name="Klantendag Vos")
    chat.says("no idea")
    assert "I can't read a day" in chat.last.text
    chat.says("Friday")
    assert chat.asks("ask-event-country", name="Klantendag Vos")
    chat.taps("Belgium")
    (fair,) = fairs(office)
    assert (fair.name, fair.country, fair.last_day) == ("Klantendag Vos", "BE", FRIDAY)


def test_the_country_can_be_skipped(chat: Chat, office: Office) -> None:
    chat.says("/event Klantendag Vos, until Friday")
    chat.taps("Skip")
    assert fairs(office)[0].country is None


def test_it_is_made_once_for_the_team(chat: Chat, office: Office, person: Callable[..., Chat]) -> None:
    chat.says("/event Hannover Messe, until Friday")
    tom = person(TOM, "Tom")
    tom.says("/event hannover messe until Friday")
    assert "Your team has it already" in tom.last.text
    assert len(fairs(office)) == 1


def test_who_starts_a_second_event_hears_which_one_it_takes_over_from(
    chat: Chat, person: Callable[..., Chat]
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    assert "until now" not in chat.last.text
    mia = person(MANAGER, "Mia")
    mia.says("/event Interpack, until Thursday")
    assert mia.last.lines[1:3] == [
        "From now on your team's leads have it as their source.",
        "Until now that was Hannover Messe, until Fri 13 Mar; name it in a message and it goes there.",
    ]
    chat.says("Ada Byron, Byron BV, ada@byron.nl")
    assert "Interpack" in chat.last.text
    chat.says("Hannover Messe: Bob Cole, Cole BV, bob@cole.nl")
    assert "Hannover Messe" in chat.last.text


def test_who_names_an_event_that_another_has_taken_over_hears_where_leads_go(
    chat: Chat, person: Callable[..., Chat]
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    chat.says("/event Metavak, until Thursday")
    tom = person(TOM, "Tom")
    tom.says("/event hannover messe until Friday")
    assert tom.last.lines[1:3] == [
        "Your team has it already.",
        "Leads go to Metavak now; name this one in a message and it goes here.",
    ]


def test_leads_get_it_as_source_and_its_country_for_phone_numbers(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    chat.says("Klaus Berger, Bosch Rexroth, 040 2345678")
    (fair,) = fairs(office)
    with office.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        reach = session.scalars(select(Reach)).one()
    assert (lead.fair_id, lead.source) == (fair.id, "Hannover Messe")
    assert reach.country == "DE"


def test_the_cadence_of_its_leads_holds_until_the_first_working_day_after_it(
    chat: Chat, office: Office
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    chat.says("Klaus Berger, Bosch Rexroth, 040 2345678")
    with office.database.begin() as session:
        assert session.scalars(select(Lead.cadence_day)).one() == MONDAY


def test_for_a_day_that_has_passed_another_one_is_asked(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until 6 March 2026")
    assert chat.asks("ask-event-day", name="Hannover Messe")
    assert fairs(office) == []


def test_a_last_day_months_away_is_refused_and_asked_again(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe")
    chat.says("1 October")
    assert "60 days away" in chat.last.text
    chat.says("Friday")
    assert fairs(office)[0].last_day == FRIDAY


def test_undo_takes_it_back(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    chat.taps("Undo")
    assert fairs(office) == []


def test_undo_lets_the_cadence_of_its_leads_go_on(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    made = chat.last
    leads_at(office, 2)
    chat.taps("Undo", on=made)
    with office.database.begin() as session:
        assert session.scalars(select(Lead.cadence_day).distinct()).all() == [date(2026, 3, 11)]


def test_event_alone_lists_what_runs_and_what_is_past(chat: Chat, office: Office) -> None:
    chat.says("/event")
    assert chat.last.text.startswith("No events yet")
    chat.says("/event Hannover Messe, until Friday")
    office.clock.move(days=10)
    chat.says("/event Interpack, until Friday")
    chat.says("/event")
    assert chat.last.lines[0].startswith("▶ Interpack")
    assert chat.last.lines[1].startswith("Hannover Messe")
    assert chat.last.buttons == ["Interpack", "Hannover Messe"]


def test_ending_early_lets_the_cadence_go_on_and_brings_the_summary(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 3)
    office.clock.move(days=1)
    chat.says("/event")
    chat.taps("Hannover Messe")
    chat.taps("It has ended")
    with office.database.begin() as session:
        assert session.scalars(select(Lead.cadence_day).distinct()).all() == [date(2026, 3, 11)]
    sweep(office)
    assert chat.last.lines[0] == "Hannover Messe: 3 leads"


def test_a_colleague_cannot_end_it_but_a_manager_can(
    chat: Chat, office: Office, person: Callable[..., Chat]
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    (fair,) = fairs(office)
    for somebody, ended in ((person(TOM, "Tom"), False), (person(MANAGER, "Mia"), True)):
        somebody.says("/event")
        somebody.taps("Hannover Messe")
        assert ("It has ended" in somebody.last.buttons) is ended
        somebody.taps_data(f"v1:fair-end:{to_base36(fair.id)}:0:")
        assert (fairs(office)[0].last_day < FRIDAY) is ended


def summary_of(chat: Chat, office: Office) -> None:
    """Hannover Messe with 50 leads of Eva: 10 hot, 5 planned, 3 without phone or e-mail."""
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 50, hot=10, silent=3)
    with office.database.begin() as session:
        desk = find_desk(session, office.clock())
        for lead in session.scalars(select(Lead).order_by(Lead.id).limit(5)):
            desk.plan(lead, date(2026, 3, 20))
    sweep(office, morning(MONDAY))


def test_at_its_end_each_member_hears_what_it_brought(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    assert chat.last.lines == [
        "Hannover Messe: 50 leads, 10 🔥",
        "5 have a next step",
        "3 have no phone or e-mail",
        "42 open: 🔥 first, 20 a day from Mon 16 Mar?",
    ]
    assert chat.last.buttons == ["Plan it", "Show the 3", "Later"]


def test_the_summary_names_the_holiday_that_it_skips(chat: Chat, office: Office) -> None:
    office.clock.set(datetime(2026, 4, 20, 9, tzinfo=UTC))
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 2)
    sweep(office, datetime(2026, 4, 27, 7, tzinfo=UTC))
    assert "Hannover Messe: 2" not in chat.last.text
    sweep(office, datetime(2026, 4, 28, 7, tzinfo=UTC))
    assert "20 a day from Tue 28 Apr? (Mon 27 Apr: King's Day)" in chat.last.lines[-1]


def test_the_summary_comes_once_at_the_digest_hour_of_the_first_working_day_after(
    chat: Chat, office: Office
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 2)
    before = len(chat.messages)
    for now in (morning(FRIDAY, time(20)), morning(date(2026, 3, 14)), morning(MONDAY, time(8))):
        sweep(office, now)
    assert len(chat.messages) == before
    for hour in (9, 10, 11):
        sweep(office, morning(MONDAY, time(hour)))
    sweep(office, morning(TUESDAY))
    assert len(chat.messages) == before + 1
    assert "disable_notification" not in chat.last.body
    assert fairs(office)[0].closed_at is not None


def test_each_member_hears_of_their_own_leads_only(
    chat: Chat, office: Office, person: Callable[..., Chat]
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 2)
    leads_at(office, 3, user_id=TOM)
    sweep(office, morning(MONDAY))
    assert chat.last.lines[0] == "Hannover Messe: 2 leads"
    assert person(TOM).last.lines[0] == "Hannover Messe: 3 leads"
    assert person(MANAGER).messages == []


def test_who_is_away_hears_it_when_they_are_back(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 2)
    with office.database.begin() as session:
        session.execute(update(Member).values(away_until=MONDAY))
    sweep(office, morning(MONDAY))
    assert "2 leads" not in chat.last.text
    sweep(office, morning(TUESDAY))
    assert chat.last.lines[0] == "Hannover Messe: 2 leads"


def test_over_the_budget_of_the_day_it_comes_the_next(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 2)
    with office.database.begin() as session:
        desk = find_desk(session)
        for about in (1, 2):
            session.add(
                Unasked(
                    workspace_id=desk.workspace.id,
                    id=about,
                    member_id=desk.members["Eva"].id,
                    day=MONDAY,
                    kind="fair-end",
                    about=about,
                )
            )
    sweep(office, morning(MONDAY))
    assert "2 leads" not in chat.last.text
    sweep(office, morning(TUESDAY))
    assert chat.last.lines[0] == "Hannover Messe: 2 leads"


def test_plan_it_spreads_the_rest_twenty_a_day_hot_ones_first(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    chat.taps("Plan it")
    assert chat.last.lines[1] == "42 planned, 🔥 first: Mon 16 Mar to Wed 18 Mar"
    assert plans(office) == {
        MONDAY: 20,
        TUESDAY: 20,
        date(2026, 3, 18): 2,
        date(2026, 3, 20): 5,
    }
    with office.database.begin() as session:
        hot = session.execute(
            select(FollowUp.day)
            .join(Lead, Lead.id == FollowUp.lead_id)
            .where(Lead.hot.is_(True), FollowUp.day < date(2026, 3, 20))
        )
        assert {day for (day,) in hot} == {MONDAY}


def test_plan_it_twice_plans_once(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    data = chat.last.data_of("Plan it")
    for _ in range(2):
        chat.taps_data(data)
        office.clock.move(minutes=1)
    assert sum(plans(office).values()) == 47
    assert office.toasts == ["Nothing is open there any more"]


def test_undo_takes_the_plan_back_and_the_cadence_goes_on(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    chat.taps("Plan it")
    chat.taps("Undo")
    assert sum(plans(office).values()) == 5
    with office.database.begin() as session:
        waiting = session.scalar(select(func.count()).where(Lead.cadence_day.is_not(None)))
    assert waiting == 45
    chat.taps("Plan it")
    assert sum(plans(office).values()) == 47


def test_planned_in_the_afternoon_it_begins_tomorrow(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    office.clock.set(morning(MONDAY, time(15)))
    chat.taps("Plan it")
    assert min(plans(office)) == TUESDAY


def test_show_lists_those_without_phone_or_e_mail(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    chat.taps("Show the 3")
    assert chat.last.buttons == ["L47", "L48", "L49"]


def test_later_keeps_the_way_back(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    chat.taps("Later")
    assert chat.last.text == "Hannover Messe: I'll bring it up again on Tue 17 Mar."
    chat.taps("Plan it")
    assert sum(plans(office).values()) == 47


def summaries(chat: Chat) -> int:
    return sum("50 leads" in shown.text for shown in chat.messages)


def test_later_brings_it_up_once_on_the_next_working_day(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    shown, data = chat.last, chat.last.data_of("Later")
    chat.taps_data(data, shown)
    chat.taps_data(data, shown)
    for moment in (morning(MONDAY, time(15)), morning(TUESDAY, time(8, 29))):
        sweep(office, moment)
        assert summaries(chat) == 0
    for moment in (morning(TUESDAY), morning(TUESDAY, time(11)), morning(date(2026, 3, 18))):
        sweep(office, moment)
        assert summaries(chat) == 1
    chat.taps("Later")
    sweep(office, morning(date(2026, 3, 19)))
    assert "Plan it" in chat.last.buttons


def test_later_is_not_brought_up_when_nothing_is_open_any_more(chat: Chat, office: Office) -> None:
    summary_of(chat, office)
    chat.taps("Later")
    chat.taps("Plan it")
    for minute in (30, 31):
        sweep(office, morning(TUESDAY, time(8, minute)))
    assert summaries(chat) == 0
    assert fairs(office)[0].closed_at is not None


def test_later_is_a_members_own(chat: Chat, office: Office, person: Callable[..., Chat]) -> None:
    summary_of(chat, office)
    tom = person(TOM, "Tom")
    tom.says("/event")
    tom.taps_data(chat.last.data_of("Later"), tom.last)
    before = len(tom.messages)
    sweep(office, morning(TUESDAY))
    assert (len(tom.messages), summaries(chat)) == (before, 1)


def test_planning_touches_only_ones_own_leads(
    chat: Chat, office: Office, person: Callable[..., Chat]
) -> None:
    summary_of(chat, office)
    tom = person(TOM, "Tom")
    tom.says("/event")
    tom.taps_data(chat.last.data_of("Plan it"))
    assert sum(plans(office).values()) == 5


def test_a_manager_without_leads_there_sees_the_teams_counts(
    chat: Chat, office: Office, person: Callable[..., Chat]
) -> None:
    summary_of(chat, office)
    mia = person(MANAGER, "Mia")
    mia.says("/event")
    mia.taps("Hannover Messe")
    assert mia.last.lines[0] == "Hannover Messe: 50 leads, 10 🔥"
    assert "Plan it" not in mia.last.buttons


def test_an_event_of_another_workspace_is_not_there(chat: Chat, office: Office) -> None:
    chat.says("/event")
    with office.database.begin() as session:
        theirs = add_workspace(session, name="Theirs")
        member = add_member(session, theirs, name="Ann")
        fair = Fair(
            workspace_id=theirs.id,
            id=7,
            name="Anuga",
            key="anuga",
            last_day=FRIDAY,
            created_by=member.id,
            created_at=office.clock(),
        )
        session.add(fair)
    for verb in ("fair", "fair-end", "fair-plan", "fair-show", "fair-later"):
        chat.taps_data(f"v1:{verb}:{to_base36(fair.id)}:0:")
        assert chat.is_told("gone")


def test_own_times_ring_at_the_fair_and_the_digest_brings_nothing_of_it(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    leads_at(office, 4)
    with office.database.begin() as session:
        desk = find_desk(session, office.clock())
        for member in team(session, desk.who().access):
            who = Who(member, desk.workspace)
            member.next_digest_at = next_digest(office.clock(), who.digest_at, who.calendar)
    before = len(chat.messages)
    for day in (date(2026, 3, 11), date(2026, 3, 12), FRIDAY):
        with office.database.begin() as session:
            make_digests(BOT_ID, office.ids)(session, morning(day))
        office.send()
    assert len(chat.messages) == before
    with office.database.begin() as session:
        make_digests(BOT_ID, office.ids)(session, morning(MONDAY))
    office.send()
    assert "4 not followed up (Hannover Messe)" in chat.last.text


@pytest.mark.parametrize(
    "variant", ["hannovermesse", "Hannover-Messe 2026", "HANNOVER MESSE", "Hanover Messe"]
)
def test_another_spelling_makes_no_second_event_and_says_so(
    chat: Chat, office: Office, person: Callable[..., Chat], variant: str
) -> None:
    chat.says("/event Hannover Messe, until Friday")
    tom = person(TOM, "Tom")
    tom.says(f"/event {variant}, until Friday")
    assert [fair.name for fair in fairs(office)] == ["Hannover Messe"]
    assert "Hannover Messe" in tom.last.lines[0]
    assert "Your team has it already" in tom.last.text


def test_a_capture_that_names_it_in_another_spelling_joins_the_teams_event(
    chat: Chat, office: Office
) -> None:
    chat.says("/event HANNOVER MESSE 2026, until Friday")
    chat.says("/event Metavak Gorinchem, until Friday")
    chat.taps("Skip")
    chat.says("hannovermesse: Klaus Berger, Bosch Rexroth, klaus@bosch.de")
    with office.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        fair = session.get(Fair, (lead.workspace_id, lead.fair_id))
    assert (lead.source, fair.name) == ("HANNOVER MESSE 2026", "HANNOVER MESSE 2026")


def test_an_event_of_last_year_is_not_joined(chat: Chat, office: Office) -> None:
    chat.says("/event Hannover Messe, until Friday")
    office.clock.move(days=200)
    chat.says("hannovermesse: Klaus Berger, Bosch Rexroth, klaus@bosch.de")
    with office.database.begin() as session:
        assert session.scalars(select(Lead.fair_id)).one() is None


def test_at_a_fair_abroad_a_visitors_own_address_says_where_their_number_is(chat: Chat) -> None:
    chat.says("/event Hannover Messe, until Friday")
    chat.says("Lotte Prins, Studio Prins, lotte@studioprins.nl, 06 20304050")
    assert "+31 6 20304050" in chat.last.text
    chat.says("Cas Wit, Wit Bouw BV, 06 11122233")
    assert "+31 6 11122233" in chat.last.text
    chat.says("Klaus Berger, Bosch Rexroth, 040 2345678")
    assert "+49 40 2345678 (Germany?)" in chat.last.text
