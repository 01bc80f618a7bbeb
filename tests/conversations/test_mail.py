"""Mails pasted into the chat: onto the timeline of whoever they were exchanged with, each once."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from bot.callback import encode
from crm.capture.draft import ActivityKind, Direction
from crm.models import Activity, Lead, Member, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM

Person = Callable[..., Chat]

KLAUS = "Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com"
THEIRS = """Von: Klaus Berger <klaus.berger@boschrexroth.com>
Gesendet: Montag, 9. März 2026 16:20
An: Eva <eva@vospompen.nl>
Betreff: Angebot 40 Sensoren

Hallo Eva,

wir brauchen 40 Sensoren bis Mai.

Mit freundlichen Grüßen
Klaus Berger

Von: Eva <eva@vospompen.nl>
Gesendet: Montag, 9. März 2026 09:00
An: Klaus Berger
Betreff: Sensoren

Guten Morgen Herr Berger
"""
OURS = """Van: Eva <eva@vospompen.nl>
Verzonden: dinsdag 10 maart 2026 09:30
Aan: Klaus Berger <klaus.berger@boschrexroth.com>
Onderwerp: Re: Angebot 40 Sensoren

Dag Klaus, de offerte komt morgen.
"""
PETRA = """From: Petra Vos <p.vos@boschrexroth.com>
Date: Mon, 9 Mar 2026 at 16:20
Subject: Invoices
To: <eva@vospompen.nl>

Please send them to me.

Kind regards,
Petra Vos
Bosch Rexroth AG
+49 40 2345678
"""


def mails(office: Office) -> list[Activity]:
    with office.database.begin() as session:
        query = select(Activity).where(Activity.kind == ActivityKind.EMAIL, Activity.deleted_at.is_(None))
        found = list(session.scalars(query.order_by(Activity.id)))
        session.expunge_all()
    return found


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        found = list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))
        session.expunge_all()
    return found


def test_their_mail_goes_on_their_timeline(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    assert chat.last.lines[:2] == [
        "Klaus Berger · Bosch Rexroth",
        "They mailed, Mon 9 Mar 16:20: Angebot 40 Sensoren",
    ]
    (mail,) = mails(office)
    assert (mail.direction, mail.subject) == (Direction.IN, "Angebot 40 Sensoren")
    assert mail.text == "Hallo Eva,\n\nwir brauchen 40 Sensoren bis Mai.\n\nKlaus Berger"
    assert len(leads(office)) == 1


def test_our_mail_ends_what_is_owed_and_theirs_begins_it(chat: Chat, office: Office) -> None:
    chat.says(KLAUS, at=office.clock().replace(hour=7))
    chat.says(OURS)
    assert "Mailed, Tue 10 Mar 09:30: Re: Angebot 40 Sensoren" in chat.last.text
    assert leads(office)[0].owed_since is None
    office.clock.move(days=1)
    chat.says(THEIRS.replace("Montag, 9. März 2026 16:20", "Mittwoch, 11. März 2026 08:00"))
    assert leads(office)[0].owed_since is not None


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "They mailed, Mon 9 Mar 16:20: Angebot 40 Sensoren"),
        ("nl", "Mailde ons, ma 9 mrt 16:20: Angebot 40 Sensoren"),
        ("de", "Mailte uns, Mo 9.3. 16:20: Angebot 40 Sensoren"),
    ],
)
def test_it_is_told_in_the_members_language(office: Office, chat: Chat, language: str, said: str) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat.says(KLAUS)
    chat.says(THEIRS)
    assert said in chat.last.text


def test_the_same_mail_twice_is_logged_once_and_said_so(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    chat.says(THEIRS)
    assert chat.last.text == "Klaus Berger · Bosch Rexroth\nThat mail stands there already: Mon 9 Mar 16:20."
    assert chat.last.buttons == ["Card"]
    assert len(mails(office)) == 1


def test_what_stands_above_it_is_a_note_even_the_second_time(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    chat.says("moet ik donderdag bellen\n\n" + THEIRS)
    chat.says("/find klaus")
    chat.taps("Timeline")
    assert "Note: moet ik donderdag bellen" in chat.last.text
    assert len(mails(office)) == 1


def test_undo_takes_it_back(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    chat.taps("Undo")
    assert mails(office) == []


def test_a_mail_of_somebody_new_is_offered_as_a_lead_with_that_mail_on_its_timeline(
    chat: Chat, office: Office
) -> None:
    chat.says(PETRA)
    chat.taps("New lead")
    (lead,) = leads(office)
    assert chat.last.lines == [
        "Petra Vos · Bosch Rexroth AG",
        "p.vos@boschrexroth.com · 📞 +49 40 2345678",
        "They mailed, Mon 9 Mar 16:20: Invoices",
    ]
    assert lead.note == ""
    assert [(mail.lead_id, mail.direction) for mail in mails(office)] == [(lead.id, Direction.IN)]
    chat.taps("Undo")
    assert (leads(office), mails(office)) == ([], [])


def test_a_mail_of_somebody_new_is_no_question_and_no_log(chat: Chat, office: Office) -> None:
    chat.says(
        PETRA.replace("Please send them to me.", "Who should I call today? I called Jansen, no answer.")
    )
    chat.taps("New lead")
    assert [lead.name for lead in leads(office)] == ["Petra Vos"]
    assert len(mails(office)) == 1


def test_a_colleague_of_a_lead_is_logged_on_it_and_is_one_tap_from_a_lead_of_their_own(
    chat: Chat, office: Office
) -> None:
    chat.says(KLAUS)
    chat.says(PETRA)
    assert "They mailed · Petra Vos, Mon 9 Mar 16:20: Invoices" in chat.last.text
    chat.taps("New lead")
    klaus, petra = leads(office)
    assert (petra.name, petra.organisation) == ("Petra Vos", "Bosch Rexroth AG")
    assert [mail.lead_id for mail in mails(office)] == [petra.id]
    assert klaus.id != petra.id
    with office.database.begin() as session:
        values = session.scalars(select(Reach.value).where(Reach.lead_id == petra.id)).all()
    assert sorted(values) == ["+49402345678", "p.vos@boschrexroth.com"]
    chat.taps("Undo")
    assert [lead.name for lead in leads(office)] == ["Klaus Berger"]


def test_several_with_that_address_are_asked_about(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Bosch, info@boschrexroth.com")
    chat.says("Bram Kok, Bosch, info@boschrexroth.com")
    chat.says(THEIRS.replace("klaus.berger@", "info@"))
    assert chat.last.lines == [
        "A mail from Klaus Berger · info@boschrexroth.com: Angebot 40 Sensoren",
        "Whose is it?",
    ]
    assert mails(office) == []
    chat.taps("Bram Kok · Bosch")
    assert [mail.lead_id for mail in mails(office)] == [leads(office)[1].id]
    assert chat.last.lines[0] == "Bram Kok · Bosch"


def test_ours_to_several_goes_to_all_of_them(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says(OURS.replace("rexroth.com>", "rexroth.com>; anna@philips.com"))
    all_of_them = chat.last.data_of("All of them")
    chat.taps("All of them")
    assert chat.last.lines[0] == "It is on the timeline of 2 people now:"
    assert [mail.lead_id for mail in mails(office)] == [lead.id for lead in leads(office)]
    chat.taps_data(all_of_them)
    assert len(mails(office)) == 2
    chat.taps("Undo")
    assert mails(office) == []


def test_a_choice_is_taken_once(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Bosch, info@boschrexroth.com")
    chat.says("Bram Kok, Bosch, info@boschrexroth.com")
    chat.says(THEIRS.replace("klaus.berger@", "info@"))
    anna, bram, new = (
        chat.last.data_of(b) for b in ("Anna de Vries · Bosch", "Bram Kok · Bosch", "New lead")
    )
    chat.taps_data(anna)
    for again in (anna, bram, new):
        chat.taps_data(again)
        assert office.toasts[-1] == "That has passed"
    assert (len(mails(office)), len(leads(office))) == (1, 2)


def test_ours_to_somebody_new_offers_a_lead_of_them(chat: Chat, office: Office) -> None:
    chat.says(OURS)
    assert chat.last.lines == [
        "A mail to Klaus Berger · klaus.berger@boschrexroth.com: Re: Angebot 40 Sensoren",
        "I don't know them yet.",
    ]
    assert leads(office) == []
    chat.taps("New lead")
    (lead,) = leads(office)
    assert lead.name == "Klaus Berger"
    assert [mail.direction for mail in mails(office)] == [Direction.OUT]


def test_ignored_nothing_is_saved(chat: Chat, office: Office) -> None:
    chat.says(OURS)
    chat.taps("Ignore")
    assert (leads(office), mails(office)) == ([], [])


def test_a_reply_says_whose_it_is(chat: Chat, office: Office) -> None:
    card = chat.says("Anna de Vries, Philips, 06 12345678")[0]
    chat.says("Bram Kok, Shell, 06 87654321")
    chat.says(PETRA, reply_to=card.message_id)
    anna = leads(office)[0]
    assert [(mail.lead_id, mail.direction) for mail in mails(office)] == [(anna.id, Direction.IN)]


def test_while_something_is_asked_the_mail_is_logged_and_it_is_asked_again(
    chat: Chat, office: Office
) -> None:
    chat.says(KLAUS)
    chat.says("/lead Boris")
    asked = chat.last.text
    chat.says(THEIRS)
    assert len(mails(office)) == 1
    assert chat.last.text == asked


def test_editing_the_message_changes_no_mail(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says(THEIRS)
    before = mails(office)[0].text
    chat.edits(chat.my_last_id, THEIRS.replace("40 Sensoren bis Mai", "50"))
    assert mails(office)[0].text == before


def test_in_a_private_workspace_somebody_elses_lead_is_not_told_of(
    private: Office, chat: Chat, person: Person
) -> None:
    person(TOM, "Tom").says(KLAUS)
    chat.says(THEIRS)
    chat.taps("New lead")
    toms, evas = leads(private)
    assert [mail.lead_id for mail in mails(private)] == [evas.id]
    assert (toms.name, evas.name) == ("Klaus Berger", "Klaus Berger")
    person(MANAGER, "Mia").says(OURS)
    assert "Whose is it?" in person(MANAGER).last.text


def test_buttons_of_somebody_else_do_nothing(private: Office, chat: Chat, person: Person) -> None:
    chat.says("Anna de Vries, Bosch, info@boschrexroth.com")
    chat.says("Bram Kok, Bosch, info@boschrexroth.com")
    chat.says(THEIRS.replace("klaus.berger@", "info@"))
    asked, tom = chat.last, person(TOM, "Tom")
    tom.says("Ida Dahl, Volvo, ida@volvo.com")
    for label in ("Anna de Vries · Bosch", "New lead"):
        tom.taps_data(asked.data_of(label), tom.last)
    turn, ida = asked.data_of("New lead").split(":")[2], leads(private)[2]
    chat.taps_data(encode("mail-to", ida.id, arg=turn), asked)
    assert chat.is_told("gone")
    assert (mails(private), len(leads(private))) == ([], 3)


def test_somebody_elses_lead_of_their_own_is_not_taken_back(
    private: Office, chat: Chat, person: Person
) -> None:
    chat.says(KLAUS)
    chat.says(PETRA)
    tom = person(TOM, "Tom")
    tom.says("Ida Dahl, Volvo, ida@volvo.com")
    tom.taps_data(chat.last.data_of("New lead"), tom.last)
    assert private.toasts[-1] == "That has passed"
    assert (len(mails(private)), len(leads(private))) == (1, 2)


def test_a_member_who_left_logs_nothing(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.says(THEIRS)
    assert mails(office) == []


@pytest.mark.parametrize(
    "data",
    ["v1:mail-to:0:0:", "v1:mail-to:1:0:??", "v1:mail-lead:1:0:", "v1:mail-all:1:0:", "v1:mail-other:1:0:zz"],
)
def test_forged_buttons_do_nothing(chat: Chat, office: Office, data: str) -> None:
    chat.says(KLAUS)
    chat.taps_data(data)
    assert (len(leads(office)), mails(office)) == (1, [])
