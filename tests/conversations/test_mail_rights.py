"""Every button under mails, files and places, tapped by those who have no business with it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from sqlalchemy import func, select

from bot.callback import encode
from crm.ids import to_base36
from crm.models import File, Lead, Member, OwnMail
from crm.models.base import Base, Journaled
from tests.chat_client import Chat, Office, Shown
from tests.conversation_fixtures import EVA, STRANGER, TOM
from tests.conversations.test_files import photo
from tests.conversations.test_mail import KLAUS, OURS, PETRA, THEIRS
from tests.conversations.test_mail_file import document, eml
from tests.factories import add_member, add_workspace

Person = Callable[..., Chat]

PLACE = {"location": {"latitude": 53.5, "longitude": 9.9}}
VERBS = (
    "mail-to mail-all mail-lead mail-other mail-me mail-by mail-off mail-ours mail-add "
    "file file-to file-lead files place-to"
).split()


def journaled(office: Office) -> dict[str, list[Any]]:
    """What any tap may have changed: every row that can be undone, with its rev."""
    kinds = [m.class_ for m in Base.registry.mappers if issubclass(m.class_, Journaled)]
    with office.database.begin() as session:
        return {
            kind.__tablename__: [
                tuple(row)
                for row in session.execute(select(kind.id, kind.rev, kind.deleted_at).order_by(kind.id))
            ]
            for kind in kinds
        }


def buttons_of(chat: Chat) -> Iterator[tuple[Shown, str]]:
    """All that were ever shown and are about something."""
    for shown in chat.messages:
        for row in shown.keyboard:
            for button in row:
                if button["callback_data"].split(":")[2] != "0":
                    yield shown, button["callback_data"]


@pytest.fixture
def shown(private: Office, chat: Chat) -> list[str]:
    """Eva's buttons under mails that were logged, captured and asked about, attachments, a loose photo and a place."""
    chat.says(OURS)
    chat.says("Anna de Vries, Bosch, info@boschrexroth.com")
    chat.says("Bram Kok, Bosch, info@boschrexroth.com")
    chat.says(THEIRS.replace("klaus.berger@", "info@"))
    chat.says(KLAUS)
    chat.says(THEIRS)
    chat.says("Ina Krol, Shell, ina@shell.com")
    chat.says(PETRA.replace("boschrexroth", "shell"))
    chat.says(OURS.replace("Eva <eva@", "Verkoop <verkoop@"))
    chat.sends(**document())
    private.does_jobs({"eml-1": eml()})
    with private.database.begin() as session:
        klaus = session.scalars(select(Lead.id).where(Lead.name == "Klaus Berger")).one()
        eva = session.scalars(select(Member).where(Member.user_id == EVA)).one()
        own = OwnMail(
            workspace_id=eva.workspace_id,
            id=77,
            value="eva@gmail.com",
            member_id=eva.id,
            created_at=private.clock(),
        )
        session.add(own)
    chat.taps_data(encode("files", klaus), chat.messages[0])
    private.clock.move(minutes=11)
    chat.sends(**photo(7))
    chat.sends(**PLACE)
    return [*(data for _, data in buttons_of(chat)), encode("mail-off", 77), encode("files", klaus)]


def is_of(data: str) -> str:
    return data.split(":")[1]


def test_the_buttons_tried_here_are_all_there_are(shown: list[str]) -> None:
    listed = {is_of(data) for data in shown}
    assert set(VERBS) - listed == {"mail-ours", "mail-add"}


def test_a_colleague_in_a_private_workspace_changes_and_sees_nothing(
    private: Office, shown: list[str], person: Person
) -> None:
    tom = person(TOM, "Tom")
    tom.says("Ida Dahl, Volvo, ida@volvo.com")
    before = journaled(private)
    for data in shown:
        tom.taps_data(data, tom.messages[0])
    assert journaled(private) == before
    assert_knows_nothing(tom)


def test_a_member_of_another_workspace_changes_and_sees_nothing(
    private: Office, shown: list[str], person: Person
) -> None:
    with private.database.begin() as session:
        other = add_workspace(session, name="Other", set_up_at=private.clock())
        add_member(session, other, user_id=STRANGER, chat_id=STRANGER, name="Sam")
    sam = person(STRANGER, "Sam")
    sam.says("Ida Dahl, Volvo, ida@volvo.com")
    before = journaled(private)
    for data in shown:
        sam.taps_data(data, sam.messages[0])
    assert journaled(private) == before
    assert_knows_nothing(sam)


def test_a_member_who_left_changes_and_sees_nothing(private: Office, shown: list[str], chat: Chat) -> None:
    with private.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = private.clock()
    before, seen = journaled(private), {one.message_id: one.html for one in chat.messages}
    for data in shown:
        chat.taps_data(data, chat.messages[0])
    assert journaled(private) == before
    new = [one for one in chat.messages if seen.get(one.message_id) != one.html]
    assert not any("Klaus" in one.text or "file" in one.body for one in new)


def assert_knows_nothing(chat: Chat) -> None:
    for one in chat.messages:
        assert not any(
            word in one.html for word in ("Klaus", "Bosch", "Zeichnung", "Angebot", "Shell", "eva@")
        )
        assert "file" not in one.body


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("arg", ["", "??", "in.", "out.zz", "in.zz~", to_base36(1), "99999"])
def test_forged_buttons_change_nothing(chat: Chat, office: Office, verb: str, arg: str) -> None:
    chat.says(KLAUS)
    with office.database.begin() as session:
        lead = session.scalars(select(Lead.id)).one()
    before = journaled(office)
    for row in (0, 12345, lead):
        chat.taps_data(encode(verb, row, arg=arg), chat.messages[0])
    assert journaled(office) == before
    with office.database.begin() as session:
        assert session.scalar(select(func.count()).select_from(File)) == 0
