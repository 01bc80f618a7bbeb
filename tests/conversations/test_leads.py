"""/leads: whose, which, in what order, a page at a time; and never what somebody may not see."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.models import Fair, Lead, Member, MessageLink, Workspace
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, STRANGER, TOM
from tests.factories import add_member, add_workspace, next_id

Person = Callable[..., Chat]


def lead_named(office: Office, name: str) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead).where(Lead.name == name)).one()


def capture(chat: Chat, *names: str) -> None:
    """Far enough apart that none of them continues the one before."""
    for number, name in enumerate(names):
        chat.office.clock.move(minutes=11)
        chat.says(f"{name}, Firm{number} BV, info@{name.split()[-1].lower()}.example")


def people(chat: Chat) -> list[str]:
    """The names on the list's buttons, without organisation."""
    return [label.split(" · ")[0] for label in chat.last.buttons if " · " in label]


NINE = (
    "Ada Byron",
    "Bob Cole",
    "Cas Dirks",
    "Dora Smit",
    "Ed Fynn",
    "Fay Groot",
    "Gijs Hart",
    "Hal Ives",
    "Ida Jong",
)


def test_my_leads_are_listed_the_hot_ones_first_then_the_newest(chat: Chat) -> None:
    capture(chat, "Ada Byron", "Bob Cole", "Cas Dirks")
    chat.taps("🔥 Hot")
    capture(chat, "Dora Smit")
    chat.says("/leads")
    assert people(chat) == ["🔥 Cas Dirks", "Dora Smit", "Bob Cole", "Ada Byron"]
    assert "1–4 of 4 · 1 🔥" in chat.last.text


def test_a_list_is_paged_both_ways(chat: Chat) -> None:
    capture(chat, *NINE)
    chat.says("/leads")
    assert "1–6 of 9" in chat.last.text
    assert "◀" not in chat.last.buttons
    chat.taps("▶")
    assert people(chat) == ["Cas Dirks", "Bob Cole", "Ada Byron"]
    assert "7–9 of 9" in chat.last.text
    assert "▶" not in chat.last.buttons
    chat.taps("◀")
    assert people(chat)[0] == "Ida Jong"
    assert chat.last.edits == 2


def test_a_tap_opens_the_card_in_place_and_leads_back(chat: Chat) -> None:
    capture(chat, *NINE)
    chat.says("/leads")
    chat.taps("▶")
    chat.taps("Bob Cole · Firm1 BV")
    assert chat.last.lines[0] == "Bob Cole · Firm1 BV"
    assert "Edit" in chat.last.buttons
    chat.taps("◀ List")
    assert "7–9 of 9" in chat.last.text


def test_the_list_message_carries_the_leads_that_it_shows(chat: Chat, office: Office) -> None:
    capture(chat, "Ada Byron", "Bob Cole")
    chat.says("/leads")
    with office.database.begin() as session:
        links = session.scalars(
            select(MessageLink)
            .where(MessageLink.message_id == chat.last.message_id)
            .order_by(MessageLink.part)
        )
        shown = [(link.entity, link.entity_id) for link in links]
    assert shown == [
        ("list", 0),
        ("lead", lead_named(office, "Bob Cole").id),
        ("lead", lead_named(office, "Ada Byron").id),
    ]


def test_an_empty_list_says_what_to_do(chat: Chat) -> None:
    chat.says("/leads")
    assert "Type who you met" in chat.last.text


def test_the_team_list_says_whose_lead_it_is(chat: Chat, person: Person) -> None:
    capture(chat, "Ada Byron")
    capture(person(TOM, "Tom"), "Bob Cole")
    chat.says("/leads")
    assert people(chat) == ["Ada Byron"]
    chat.taps("Team")
    assert chat.last.buttons[:2] == ["Bob Cole · Firm0 BV (Tom)", "Ada Byron · Firm0 BV (Eva)"]


def test_not_followed_up_leaves_out_whom_we_reached(chat: Chat, office: Office) -> None:
    capture(chat, "Ada Byron", "Bob Cole")
    with office.database.begin() as session:
        session.scalars(select(Lead).where(Lead.name == "Bob Cole")).one().owed_since = None
    chat.says("/leads")
    chat.taps("Not followed up")
    assert people(chat) == ["Ada Byron"]
    assert chat.last.lines[0] == "My leads · Not followed up"
    chat.taps("All")
    assert people(chat) == ["Bob Cole", "Ada Byron"]


def test_nobody_left_to_follow_up_is_good_news(chat: Chat) -> None:
    chat.says("/leads")
    chat.taps("Not followed up")
    assert "All followed up" in chat.last.text


def test_by_status(chat: Chat) -> None:
    capture(chat, "Ada Byron", "Bob Cole")
    chat.taps("Edit")
    chat.taps("Status")
    chat.taps("Qualified")
    chat.says("/leads")
    chat.taps("Status…")
    chat.taps("Qualified")
    assert chat.last.lines[0] == "My leads · Qualified"
    assert people(chat) == ["Bob Cole"]


def test_by_event(chat: Chat, office: Office) -> None:
    capture(chat, "Ada Byron", "Bob Cole")
    add_fair(office, "Hannover Messe", "Ada Byron")
    chat.says("/leads")
    chat.taps("Event…")
    chat.taps("Hannover Messe")
    assert chat.last.lines[0] == "Hannover Messe"
    assert chat.last.buttons[0] == "Ada Byron · Firm0 BV (Eva)"
    assert len(people(chat)) == 1


def test_without_events_it_says_how_to_make_one(chat: Chat) -> None:
    chat.says("/leads")
    chat.taps("Event…")
    assert "/event" in chat.last.text
    chat.taps("Back")
    assert "Event…" in chat.last.buttons


def test_a_manager_looks_at_one_member_and_keeps_the_filter(chat: Chat, person: Person) -> None:
    capture(chat, "Ada Byron")
    capture(person(TOM, "Tom"), "Bob Cole")
    mia = person(MANAGER, "Mia")
    mia.says("/leads")
    mia.taps("Not followed up")
    mia.taps("Member…")
    mia.taps("Tom")
    assert mia.last.lines[0] == "Tom · Not followed up"
    assert people(mia) == ["Bob Cole"]


def test_a_rep_has_no_list_by_member(chat: Chat) -> None:
    chat.says("/leads")
    assert "Member…" not in chat.last.buttons
    chat.taps_data(encode("leads-by", arg="p.m.a"))
    assert "Tom" not in chat.last.buttons


def test_a_private_workspace_has_no_team_list_for_reps(private: Office, chat: Chat, person: Person) -> None:
    capture(person(TOM, "Tom"), "Bob Cole")
    chat.says("/leads")
    assert "Team" not in chat.last.buttons
    for data in (encode("leads", arg="t.a.0"), encode("leads", member_id(private, TOM), arg="p.a.0")):
        chat.taps_data(data)
        assert people(chat) == []


def test_an_event_of_a_private_workspace_shows_a_rep_only_their_own(
    private: Office, chat: Chat, person: Person
) -> None:
    capture(chat, "Ada Byron")
    capture(person(TOM, "Tom"), "Bob Cole")
    fair_id = add_fair(private, "Hannover Messe", "Ada Byron", "Bob Cole")
    chat.says("/leads")
    chat.taps_data(encode("leads", fair_id, arg="e.a.0"))
    assert people(chat) == ["Ada Byron"]


def test_a_list_of_another_workspace_is_empty(chat: Chat, office: Office, person: Person) -> None:
    capture(chat, "Ada Byron")
    with office.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=office.clock())
        add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sly")
    sly = person(STRANGER, "Sly")
    sly.says("/leads")
    for data in (
        encode("leads", arg="t.a.0"),
        encode("leads", member_id(office, EVA), arg="p.a.0"),
        encode("open", lead_named(office, "Ada Byron").id),
    ):
        sly.taps_data(data)
        assert not [shown for shown in sly.messages if "Ada" in shown.text + " ".join(shown.buttons)]


def test_a_removed_member_sees_no_list(chat: Chat, office: Office) -> None:
    capture(chat, "Ada Byron")
    chat.says("/leads")
    with office.database.begin() as session:
        session.get_one(Member, (workspace_id(office), member_id(office, EVA))).removed_at = office.clock()
    before = chat.last.message_id
    chat.taps("Not followed up")
    assert not [shown for shown in chat.messages if shown.message_id > before and "Ada" in shown.text]
    assert chat.last.edits == 0


@pytest.mark.parametrize("arg", ["", "x.y.z", "m.a.-1", "m.a.99999999", "m.a.999", "p.a.0", "m.o.²"])
def test_forged_list_data_shows_a_plain_list(chat: Chat, arg: str) -> None:
    capture(chat, "Ada Byron")
    chat.says("/leads")
    chat.taps_data(encode("leads", 12345, arg=arg))
    assert chat.last.lines


def add_fair(office: Office, name: str, *of: str) -> int:
    """An event that has ended, and the leads that came from it."""
    with office.database.begin() as session:
        eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
        fair = Fair(
            workspace_id=eva.workspace_id,
            id=next_id(),
            name=name,
            key=name.casefold(),
            last_day=office.clock().date(),
            created_by=eva.id,
            created_at=office.clock(),
        )
        session.add(fair)
        session.flush()
        for lead in session.scalars(select(Lead).where(Lead.name.in_(of))):
            lead.fair_id = fair.id
        return fair.id


def member_id(office: Office, user_id: int) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Member.id).where(Member.user_id == user_id)).one()


def workspace_id(office: Office) -> int:
    with office.database.begin() as session:
        return session.scalars(select(Workspace.id)).one()


def test_a_list_that_became_a_card_is_about_that_lead_only(chat: Chat, office: Office) -> None:
    capture(chat, "Ada Byron", "Bob Cole")
    chat.says("/leads")
    chat.taps("Ada Byron · Firm0 BV")
    with office.database.begin() as session:
        links = session.scalars(select(MessageLink).where(MessageLink.message_id == chat.last.message_id))
        shown = [(link.entity, link.entity_id) for link in links]
    assert shown == [("lead", lead_named(office, "Ada Byron").id)]


def test_converted_leads_are_listed_only_by_their_status(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("/quote 12k")
    chat.says("/leads")
    assert "Anna de Vries · Philips" not in chat.last.buttons
    chat.taps("Status…")
    chat.taps("Converted")
    assert "Anna de Vries · Philips" in chat.last.buttons


@pytest.mark.parametrize("command", ["/leads", "/contacts", "/accounts", "/deals"])
def test_a_manager_who_holds_none_sees_the_teams(
    chat: Chat, office: Office, person: Callable[..., Chat], command: str
) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    if command != "/leads":
        chat.says("/quote 12k")
    manager = person(MANAGER)
    manager.says(command)
    assert any("Philips" in label for label in manager.last.buttons)
    assert not manager.last.text.startswith("My ")
