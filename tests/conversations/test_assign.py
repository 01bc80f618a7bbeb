"""Follow-ups for a colleague: "Tom: call Bosch tomorrow"."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from crm.models import FollowUp, Lead, Member
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, OWNER, TOM

Person = Callable[..., Chat]


def planned(office: Office) -> list[tuple[str, str, str, str]]:
    """For whom, on which lead, what, on which day."""
    with office.database.begin() as session:
        rows = session.execute(
            select(Member.name, Lead.name, Lead.organisation, FollowUp.action, FollowUp.day)
            .join(Lead, Lead.id == FollowUp.lead_id)
            .join(Member, Member.id == FollowUp.member_id)
            .where(FollowUp.deleted_at.is_(None))
            .order_by(FollowUp.id)
        )
        return [
            (who, name or organisation, action, f"{day:%d}") for who, name, organisation, action, day in rows
        ]


@pytest.mark.parametrize("user_id", [MANAGER, OWNER])
def test_a_manager_or_owner_makes_a_members_follow_up(office: Office, person: Person, user_id: int) -> None:
    leader, tom = person(user_id, "Mia"), person(TOM, "Tom")
    tom.says("Klaus Berger, Bosch, klaus@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    assert planned(office) == [("Tom", "Klaus Berger", "call Bosch", "11")]
    assert "For Tom" in leader.last.text
    assert "Next: call Bosch, Wed 11 Mar" in leader.last.text


def test_the_member_is_told_by_one_message_that_sounds(office: Office, person: Person) -> None:
    leader, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    tom.says("Klaus Berger, Bosch, klaus@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    assert tom.last.lines == ["Mia asks you:", "Klaus Berger · Bosch", "Next: call Bosch, Wed 11 Mar"]
    assert "disable_notification" not in tom.last.body
    assert "disable_notification" in leader.last.body


def test_in_dutch_and_german(office: Office, person: Person) -> None:
    leader = person(MANAGER, "Mia")
    leader.says("Tom: bel Bosch morgen")
    leader.taps("New lead")
    leader.says("Eva: morgen Siemens anrufen")
    leader.taps("New lead")
    assert [(who, lead, day) for who, lead, _, day in planned(office)] == [
        ("Tom", "Bosch", "11"),
        ("Eva", "Siemens", "11"),
    ]


def test_where_nobody_is_known_it_asks_and_one_tap_makes_a_lead_for_the_member(
    office: Office, person: Person
) -> None:
    leader, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    leader.says("Tom: call Bosch tomorrow")
    assert leader.last.lines == ["I know nobody called “Bosch”. A new lead for Tom?"]
    assert leader.last.buttons == ["New lead", "Ignore"]
    assert planned(office) == [] and tom.messages == []
    leader.taps("New lead")
    with office.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        holder = session.get_one(Member, (lead.workspace_id, lead.holder_id))
    assert (lead.organisation, holder.name, lead.owed_since) == ("Bosch", "Tom", None)
    assert planned(office) == [("Tom", "Bosch", "call Bosch", "11")]


def test_of_several_it_asks_which(office: Office, person: Person) -> None:
    eva, leader = person(EVA, "Eva"), person(MANAGER, "Mia")
    eva.says("Klaus Berger, Bosch, klaus@bosch.de")
    office.clock.move(hours=1)
    eva.says("Anna Vogel, Bosch, anna@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    assert planned(office) == []
    assert set(leader.last.buttons) == {"Klaus Berger · Bosch", "Anna Vogel · Bosch", "New lead", "Ignore"}
    leader.taps("Anna Vogel · Bosch")
    assert planned(office) == [("Tom", "Anna Vogel", "call Bosch", "11")]


def test_of_several_the_only_one_that_the_member_holds_is_meant(office: Office, person: Person) -> None:
    person(EVA, "Eva").says("Klaus Berger, Bosch, klaus@bosch.de")
    person(TOM, "Tom").says("Anna Vogel, Bosch, anna@bosch.de")
    person(MANAGER, "Mia").says("Tom: call Bosch tomorrow")
    assert planned(office) == [("Tom", "Anna Vogel", "call Bosch", "11")]


def test_the_choice_tapped_twice_makes_one_follow_up(office: Office, person: Person) -> None:
    eva, leader = person(EVA, "Eva"), person(MANAGER, "Mia")
    eva.says("Klaus Berger, Bosch, klaus@bosch.de")
    office.clock.move(hours=1)
    eva.says("Anna Vogel, Bosch, anna@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    data, shown = leader.last.data_of("New lead"), leader.last
    for _ in range(2):
        leader.taps_data(data, shown)
    assert planned(office) == [("Tom", "Bosch", "call Bosch", "11")]


def test_a_rep_is_told_kindly_and_may_take_it_over(office: Office, person: Person) -> None:
    eva = person(EVA, "Eva")
    eva.says("Tom: call Bosch tomorrow")
    assert "Only a manager plans for Tom" in eva.last.text
    assert planned(office) == []
    eva.taps("Yes, for me")
    assert planned(office) == []
    eva.taps("New lead")
    assert planned(office) == [("Eva", "Bosch", "call Bosch", "11")]
    assert person(TOM).messages == []


def test_a_rep_plans_for_themselves(office: Office, person: Person) -> None:
    eva = person(EVA, "Eva")
    eva.says("Eva: call Bosch tomorrow")
    eva.taps("New lead")
    assert planned(office) == [("Eva", "Bosch", "call Bosch", "11")]
    assert "Planned for you" in eva.last.text


def test_a_rep_cannot_forge_the_choice(office: Office, person: Person) -> None:
    """The button reads the message again, and that is the rep's own: rights are checked there."""
    eva, leader = person(EVA, "Eva"), person(MANAGER, "Mia")
    eva.says("Klaus Berger, Bosch, klaus@bosch.de")
    office.clock.move(hours=1)
    eva.says("Anna Vogel, Bosch, anna@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    eva.says("/undo")
    data = leader.last.data_of("Anna Vogel · Bosch")
    for forged in (data, f"{data}."):
        eva.taps_data(forged)
        assert planned(office) == []


def test_in_a_private_workspace_the_member_gets_the_lead_too(private: Office, person: Person) -> None:
    person(EVA, "Eva").says("Klaus Berger, Bosch, klaus@bosch.de")
    person(MANAGER, "Mia").says("Tom: call Bosch tomorrow")
    with private.database.begin() as session:
        lead = session.scalars(select(Lead)).one()
        assert session.get_one(Member, (lead.workspace_id, lead.holder_id)).name == "Tom"


def test_without_a_day_it_is_for_today(office: Office, person: Person) -> None:
    leader = person(MANAGER, "Mia")
    leader.says("Tom: call Bosch")
    leader.taps("New lead")
    assert planned(office) == [("Tom", "Bosch", "call Bosch", "10")]


def test_a_time_is_by_the_clock_of_the_member_it_is_for(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        session.execute(update(Member).where(Member.user_id == TOM).values(zone="America/New_York"))
    leader = person(MANAGER, "Mia")
    leader.says("Tom: call Bosch tomorrow 10:00")
    leader.taps("New lead")
    with office.database.begin() as session:
        due_at = session.scalars(select(FollowUp.due_at)).one()
    assert (due_at.day, due_at.hour) == (11, 14)


def test_undo_takes_it_back(office: Office, person: Person) -> None:
    leader = person(MANAGER, "Mia")
    leader.says("Tom: call Bosch tomorrow")
    leader.taps("New lead")
    leader.taps("Undo")
    assert planned(office) == []


def test_a_removed_member_is_not_named_any_more(office: Office, person: Person) -> None:
    with office.database.begin() as session:
        session.execute(update(Member).where(Member.user_id == TOM).values(removed_at=office.clock()))
    person(MANAGER, "Mia").says("Tom: call Bosch tomorrow")
    assert planned(office) == []


def test_a_second_step_is_confirmed_as_said_and_both_are_counted(office: Office, person: Person) -> None:
    leader, tom = person(MANAGER, "Mia"), person(TOM, "Tom")
    tom.says("Klaus Berger, Bosch, klaus@bosch.de")
    leader.says("Tom: call Bosch tomorrow")
    assert leader.last.lines[0] == "For Tom, who has been told"
    leader.says("Tom: mail Bosch tomorrow at 9")
    assert leader.last.lines[0] == "For Tom, who has been told: mail Bosch, Wed 11 Mar 09:00 · 2 planned now"
    assert tom.last.lines[2] == "Next: mail Bosch, Wed 11 Mar 09:00"


def test_of_several_a_rep_who_takes_it_over_chooses_for_themselves(office: Office, person: Person) -> None:
    eva = person(EVA, "Eva")
    eva.says("Klaus Berger, Bosch, klaus@bosch.de")
    office.clock.move(hours=1)
    eva.says("Anna Vogel, Bosch, anna@bosch.de")
    eva.says("Tom: call Bosch tomorrow")
    eva.taps("Yes, for me")
    eva.taps("Anna Vogel · Bosch")
    assert planned(office) == [("Eva", "Anna Vogel", "call Bosch", "11")]


@pytest.mark.parametrize(
    ("language", "said", "line"),
    [
        ("en", "Zoe: call Bosch tomorrow", "I know nobody called Zoe in your team."),
        ("nl", "Zoe: bel Bosch morgen", "Ik ken niemand die Zoe heet in je team."),
        ("de", "Zoe: morgen Bosch anrufen", "In deinem Team kenne ich niemanden namens Zoe."),
    ],
)
def test_who_is_not_in_the_team_is_named(
    office: Office, person: Person, language: str, said: str, line: str
) -> None:
    with office.database.begin() as session:
        session.execute(update(Member).where(Member.user_id == MANAGER).values(language=language))
    leader = person(MANAGER, "Mia")
    leader.says(said)
    assert leader.last.lines[0] == line
    assert len(leader.last.lines) == 2 and leader.last.buttons
    assert planned(office) == []
