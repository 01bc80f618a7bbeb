"""Which mail is ours: the member's own address, the company's domains, and a wrong guess turned round."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.capture.draft import ActivityKind, Direction
from crm.models import Activity, FollowUp, FollowUpState, Member, OwnMail, Status
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, OWNER
from tests.conversations.test_mail import KLAUS, OURS, PETRA, THEIRS, leads, mails
from tests.conversations.test_mail_file import rows

Person = Callable[..., Chat]

SALES = OURS.replace("Eva <eva@", "Verkoop <verkoop@")
"""Ours, but nothing in it says so."""
ME = "verkoop@vospompen.nl"
INSIDE = OURS.replace("Klaus Berger <klaus.berger@boschrexroth.com>", "Tom <tom@vospompen.nl>")


def own(office: Office) -> list[tuple[str, int | None]]:
    return sorted((row.value, row.member_id) for row in rows(office, OwnMail))


def called(office: Office, name: str, user_id: int = EVA) -> int:
    """Names a member; returns their id."""
    with office.database.begin() as session:
        member = session.scalars(select(Member).where(Member.user_id == user_id)).one()
        member.name = name
        return member.id


def sets_domain(person: Person, domain: str = "vospompen.nl") -> Chat:
    olga = person(OWNER, "Olga")
    olga.says("/settings")
    olga.taps("Our mail")
    olga.taps("Add")
    olga.says(domain)
    return olga


def test_this_is_me_makes_the_mail_ours_and_the_address_and_domain_known(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(SALES)
    assert "Mailed, Tue 10 Mar 09:30" in chat.last.text
    assert "This is me" in chat.last.buttons
    chat.taps("This is me")
    assert f"{ME} is you from now on (/settings)" in chat.last.text
    assert len(chat.last.lines) <= 6
    assert own(office) == [(ME, called(office, "Eva"))]
    assert [mail.direction for mail in mails(office)] == [Direction.OUT]
    chat.says(SALES.replace("verkoop@", "tom@").replace("Re: ", "Nochmals: "))
    assert [mail.direction for mail in mails(office)] == [Direction.OUT] * 2
    assert "This is me" not in chat.last.buttons


def test_own_mail_of_somebody_new_becomes_ours_by_this_is_me(chat: Chat, office: Office) -> None:
    chat.says(
        PETRA.replace("Petra Vos <p.vos@boschrexroth.com>", f"Verkoop <{ME}>").replace(
            "eva@vospompen.nl", "info@ford.com"
        )
    )
    chat.taps("This is me")
    assert "I don't know them yet." in chat.last.text
    chat.taps("New lead")
    assert [mail.direction for mail in mails(office)] == [Direction.OUT]


def test_undo_of_this_is_me_takes_back_the_address_too(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(SALES)
    chat.taps("This is me")
    chat.taps("Undo")
    assert own(office) == []


def test_undo_after_this_is_me_is_of_the_mail_and_takes_back_both(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(SALES)
    chat.taps("This is me")
    chat.says("/undo")
    assert chat.last.text == "Undo: e-mail with Klaus Berger?"
    chat.taps("Undo")
    assert chat.last.lines[0] == "Undone: e-mail with Klaus Berger"
    assert own(office) == []


@pytest.mark.parametrize(
    ("sender", "button", "logged"),
    [
        ("Petra Vos <petra@gmail.com>", "New lead", 0),
        ("Petra Vos <p.vos@boschrexroth.com>", "Undo", 1),
    ],
)
def test_private_mailboxes_and_known_companies_are_not_asked_about(
    chat: Chat, office: Office, sender: str, button: str, logged: int
) -> None:
    chat.says(KLAUS)
    chat.says(PETRA.replace("Petra Vos <p.vos@boschrexroth.com>", sender))
    assert "This is me" not in chat.last.buttons
    entry = chat.last.data_of(button).split(":")[2]
    chat.taps_data(f"v1:mail-me:{entry}:0:", chat.last)
    assert chat.last.text == "Somebody else writes from that address."
    assert (own(office), len(mails(office))) == ([], logged)


def test_the_whole_name_says_whose_address_it_is(chat: Chat, office: Office) -> None:
    eva = called(office, "Eva de Vries")
    chat.says(KLAUS)
    chat.says(OURS.replace("Van: Eva", "Van: Vries, Eva de"))
    assert "eva@vospompen.nl is you from now on (/settings)" in chat.last.text
    assert own(office) == [("eva@vospompen.nl", eva)]
    chat.taps("Undo")
    assert (own(office), mails(office)) == ([], [])


def test_a_first_name_says_nothing_of_an_address(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(OURS)
    assert own(office) == []
    assert "This is me" in chat.last.buttons


def test_mail_from_the_companys_domain_is_ours_whoever_wrote_it(
    chat: Chat, office: Office, person: Person
) -> None:
    olga = sets_domain(person)
    assert olga.last.lines[:2] == ["Mail that is ours", "From vospompen.nl"]
    chat.says(KLAUS, at=office.clock().replace(hour=7))
    assert leads(office)[0].owed_since is not None
    chat.says(SALES)
    assert [mail.direction for mail in mails(office)] == [Direction.OUT]
    assert leads(office)[0].owed_since is None


def test_a_customer_with_a_members_name_is_a_customer_once_the_domain_is_known(
    chat: Chat, office: Office, person: Person
) -> None:
    sets_domain(person)
    chat.says(PETRA.replace("Petra Vos", "Eva"))
    chat.taps("New lead")
    assert [mail.direction for mail in mails(office)] == [Direction.IN]
    assert [lead.name for lead in leads(office)] == ["Eva"]


def test_mail_among_ourselves_stores_nothing_without_asking(
    chat: Chat, office: Office, person: Person
) -> None:
    sets_domain(person)
    chat.says(KLAUS)
    owed = leads(office)[0].owed_since
    chat.says(INSIDE)
    assert chat.last.lines == [
        "An internal mail: Re: Angebot 40 Sensoren",
        "About whom? Else I keep nothing.",
    ]
    assert chat.last.buttons == ["On Klaus Berger", "Ignore"]
    new = chat.last.data_of("Ignore").replace("ignore", "mail-lead")
    chat.taps_data(new, chat.last)
    assert (len(leads(office)), mails(office)) == (1, [])
    chat.taps("On Klaus Berger")
    notes = [one for one in rows_of_kind(office, ActivityKind.NOTE) if one.mail_id]
    assert [note.subject for note in notes] == ["Re: Angebot 40 Sensoren"]
    assert (mails(office), leads(office)[0].owed_since) == ([], owed)
    assert "We wrote" not in chat.last.buttons


def rows_of_kind(office: Office, kind: ActivityKind) -> list[Activity]:
    return [one for one in rows(office, Activity) if one.kind is kind]


def test_they_wrote_turns_it_round_and_owes_again(chat: Chat, office: Office) -> None:
    chat.says(KLAUS + " mail him today 9:30", at=office.clock().replace(hour=7))
    chat.says(OURS)
    (lead,) = leads(office)
    assert (lead.owed_since, lead.status) == (None, Status.CONTACTED)
    assert [step.state for step in rows(office, FollowUp)] == [FollowUpState.DONE]
    chat.taps("They wrote")
    (lead,) = leads(office)
    assert lead.owed_since == mails(office)[0].happened_at
    assert lead.status is Status.NEW
    assert [step.state for step in rows(office, FollowUp)] == [FollowUpState.OPEN]
    assert "They mailed, Tue 10 Mar 09:30: Re: Angebot 40 Sensoren" in chat.last.text
    chat.taps("We wrote")
    assert leads(office)[0].owed_since is None
    assert [step.state for step in rows(office, FollowUp)] == [FollowUpState.DONE]
    chat.taps("Undo")
    assert mails(office) == []
    assert leads(office)[0].owed_since is not None
    assert [step.state for step in rows(office, FollowUp)] == [FollowUpState.OPEN]


def test_they_wrote_takes_back_what_the_name_taught(chat: Chat, office: Office) -> None:
    eva = called(office, "Eva de Vries")
    chat.says(KLAUS)
    chat.says(OURS.replace("Van: Eva", "Van: Eva de Vries"))
    chat.taps("They wrote")
    assert own(office) == []
    chat.taps("We wrote")
    assert own(office) == [("eva@vospompen.nl", eva)]


def test_the_same_mail_is_known_again_after_it_was_turned(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    chat.taps("We wrote")
    chat.says(THEIRS)
    assert "That mail stands there already" in chat.last.text
    assert len(mails(office)) == 1


@pytest.mark.parametrize(
    ("language", "by_us", "by_them", "me"),
    [
        ("en", "We wrote", "They wrote", "This is me"),
        ("nl", "Wij schreven", "Zij schreven", "Dat ben ik"),
        ("de", "Wir schrieben", "Sie schrieben", "Das bin ich"),
    ],
)
def test_the_buttons_speak_the_members_language(
    office: Office, chat: Chat, language: str, by_us: str, by_them: str, me: str
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat.says(KLAUS)
    chat.says(SALES)
    assert [me in chat.last.buttons, by_them in chat.last.buttons] == [True, True]
    chat.taps(by_them)
    assert by_us in chat.last.buttons
