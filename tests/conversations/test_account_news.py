"""A colleague met somebody of one's account: told at once within the day's budget, else in the next digest; never lost."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, update

from bot.callback import encode
from bot.sweeps.digests import make_digests
from crm.access import Role
from crm.models import Account, Lead, Member, Unasked, Workspace
from crm.models import Chat as ChatRow
from tests.chat_client import BOT_ID, Chat, Office
from tests.conversation_fixtures import EVA, OWNER, TOM
from tests.conversations.test_quote import KLAUS
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]
MET = ("Anna Roth", "Jo Lang", "Uwe Kurz", "Ida Weiss", "Max Moll", "Pia Wolf")


@pytest.fixture(autouse=True)
def bosch(chat: Chat, office: Office) -> None:
    """Eva's account."""
    chat.says(KLAUS)
    chat.says("/quote 5k")
    office.clock.move(minutes=20)


def meets(tom: Chat, *names: str) -> None:
    """People of Bosch Rexroth, at the booth."""
    for name in names:
        tom.says(f"{name}, Bosch Rexroth AG, {name.split()[0].lower()}@boschrexroth.de")


def digest(office: Office) -> None:
    """Tomorrow's, of everybody."""
    office.clock.move(days=1)
    with office.database.begin() as session:
        session.execute(update(Member).values(next_digest_at=office.clock()))
    with office.database.begin() as session:
        make_digests(BOT_ID, office.ids)(session, office.clock())
    office.send()


def digest_of(chat: Chat) -> str:
    return next((line for line in chat.last.lines if line.startswith("Met at your accounts")), "")


def test_what_is_over_the_budget_stands_in_the_next_digest_and_only_there(
    chat: Chat, office: Office, person: Person
) -> None:
    before = len(chat.messages)
    meets(person(TOM, "Tom"), *MET[:4])
    assert len(chat.messages) == before + 2
    digest(office)
    assert digest_of(chat) == (
        "Met at your accounts: Uwe Kurz · Bosch Rexroth AG (Tom), Ida Weiss · Bosch Rexroth AG (Tom)"
    )
    told = len(chat.messages)
    digest(office)
    assert not any("Met at" in shown.text for shown in chat.messages[told:])


def test_all_of_many_are_listed_by_one_tap_and_open(chat: Chat, office: Office, person: Person) -> None:
    meets(person(TOM, "Tom"), *MET)
    digest(office)
    shown = chat.last
    assert digest_of(chat).endswith("Max Moll · Bosch Rexroth AG (Tom), 1 more")
    assert len(shown.lines) <= 6
    chat.taps("Met at accounts: 4")
    assert shown.edits == 0
    assert chat.last.buttons == [f"{name} · Bosch Rexroth AG (Tom)" for name in MET[2:]]
    chat.taps(chat.last.buttons[3])
    assert chat.last.lines[0] == "Pia Wolf · Bosch Rexroth AG"
    chat.taps("◀ List")
    assert len(chat.last.buttons) == 4


def test_who_has_blocked_the_bot_finds_it_once_they_are_back(
    chat: Chat, office: Office, person: Person
) -> None:
    blocks(office, True)
    meets(person(TOM, "Tom"), "Anna Roth")
    digest(office)
    blocks(office, False)
    digest(office)
    assert digest_of(chat) == "Met at your accounts: Anna Roth · Bosch Rexroth AG (Tom)"


def blocks(office: Office, blocked: bool) -> None:
    with office.database.begin() as session:
        session.execute(
            update(ChatRow)
            .where(ChatRow.chat_id == EVA)
            .values(blocked_at=office.clock() if blocked else None)
        )


def test_what_was_undone_or_went_out_of_sight_since_is_not_told(
    chat: Chat, office: Office, person: Person
) -> None:
    tom = person(TOM, "Tom")
    meets(tom, *MET[:3])
    tom.taps("Undo")
    digest(office)
    assert digest_of(chat) == ""
    meets(tom, *MET[2:5])
    with office.database.begin() as session:
        session.scalars(select(Workspace)).one().visibility = "private"
    digest(office)
    assert digest_of(chat) == ""


def test_an_owner_who_holds_nothing_but_the_account_is_told_too(
    chat: Chat, office: Office, person: Person
) -> None:
    olga = person(OWNER, "Olga")
    with office.database.begin() as session:
        owner = session.scalars(select(Member).where(Member.user_id == OWNER)).one()
        session.execute(update(Account).values(holder_id=owner.id))
    meets(person(TOM, "Tom"), *MET[:3])
    assert len(olga.messages) == 2
    digest(office)
    assert digest_of(olga) == "Met at your accounts: Uwe Kurz · Bosch Rexroth AG (Tom)"


def test_an_erased_person_is_not_kept_for_the_digest(chat: Chat, office: Office, person: Person) -> None:
    tom = person(TOM, "Tom")
    meets(tom, *MET[:3])
    tom.says("/forget Uwe Kurz")
    tom.taps("Forget for good")
    with office.database.begin() as session:
        leads = set(session.scalars(select(Lead.id)))
        kept = set(session.scalars(select(Unasked.about).where(Unasked.about != 0)))
    assert kept <= leads
    digest(office)
    assert digest_of(chat) == ""


def test_nobody_else_sees_that_list_and_forged_taps_do_nothing(
    chat: Chat, office: Office, person: Person
) -> None:
    tom = person(TOM, "Tom")
    meets(tom, *MET)
    digest(office)
    data = chat.last.data_of("Met at accounts: 4")
    with office.database.begin() as session:
        elsewhere = add_workspace(session, name="Elsewhere", set_up_at=office.clock())
        add_member(session, elsewhere, user_id=700, chat_id=700, name="Otto", role=Role.OWNER)
    for other in (tom, person(700, "Otto")):
        other.says("/help")
        count = len(other.messages)
        other.taps_data(data)
        assert (len(other.messages), office.toasts[-1]) == (count, "That has passed")
    for forged in ("", "x", "2026-13-99", ".", "2026-03-11.99999", "²"):
        chat.taps_data(encode("met", arg=forged))
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    assert all("Roth" not in shown.text and "Kurz" not in shown.text for shown in chat.taps_data(data))
