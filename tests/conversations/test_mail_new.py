"""A mail of somebody new: a lead is offered, named as the mail names them; Undo asks again."""

from collections.abc import Callable
from email.message import EmailMessage

import pytest
from sqlalchemy import select

from crm.capture.draft import Direction
from crm.models import Contact, Lead
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM
from tests.conversations.test_mail import PETRA, leads, mails
from tests.conversations.test_mail_file import sends

Person = Callable[..., Chat]


def pasted(sender: str, text: str, subject: str = "Pumps") -> str:
    return f"From: {sender}\nDate: Mon, 9 Mar 2026 at 16:20\nSubject: {subject}\nTo: <eva@vospompen.nl>\n\n{text}\n"


def eml(sender: str, text: str, subject: str = "Pumps") -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = sender, "Eva <eva@vospompen.nl>", subject
    message["Date"] = "Mon, 9 Mar 2026 16:20:11 +0100"
    message["Message-ID"] = "<n1@x>"
    message.set_content(text)
    return bytes(message)


@pytest.mark.parametrize(
    ("sender", "text", "named"),
    [
        ("Klaus Berger <klaus@gmail.com>", "Hi Eva, thanks, we need three more.", "Klaus Berger"),
        ("Igor Field <igor@gmail.com>", "Hi Eva, we need pumps.", "Igor Field"),
        ("Ida New <ida@newfirm.com>", "Hi Eva, we need pumps.", "Ida New · Newfirm"),
        ("Ida New <ida@mail.newfirm.co.uk>", "Hello", "Ida New · Newfirm"),
        (
            "Ida New <ida@newfirm.com>",
            "Hello\n\nKind regards,\nIda New\nNew Firm Ltd",
            "Ida New · New Firm Ltd",
        ),
        ("Ida New <ida@newfirm.com>", "Hello\n\nIda New\nNew Firm Ltd", "Ida New · New Firm Ltd"),
    ],
)
def test_the_name_is_that_of_the_mail_and_the_organisation_never_its_words(
    chat: Chat, office: Office, sender: str, text: str, named: str
) -> None:
    chat.says(pasted(sender, text))
    assert chat.last.lines[1] == "I don't know them yet."
    assert leads(office) == []
    chat.taps("New lead")
    assert chat.last.lines[0] == named
    assert chat.last.lines[-1] == "They mailed, Mon 9 Mar 16:20: Pumps"
    assert leads(office)[0].note == ""


def test_a_file_makes_the_same_lead(chat: Chat, office: Office) -> None:
    sends(chat, eml("Klaus Berger <klaus@gmail.com>", "Hi Eva, thanks, we need three more."))
    chat.taps("New lead")
    assert chat.last.lines[0] == "Klaus Berger"


def test_undo_of_the_lead_asks_again(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says(PETRA)
    asked = chat.last.buttons
    chat.taps("New lead")
    chat.taps("Undo")
    assert "Petra Vos" in chat.last.lines[0]
    assert chat.last.lines[1:] == [
        "A mail from Petra Vos · p.vos@boschrexroth.com: Invoices",
        "I don't know them yet.",
    ]
    assert sorted(chat.last.buttons) == sorted(asked)
    assert ([lead.name for lead in leads(office)], mails(office)) == (["Anna de Vries"], [])
    chat.taps("On Anna de Vries")
    assert [mail.lead_id for mail in mails(office)] == [leads(office)[0].id]
    chat.taps("Undo")
    chat.taps("New lead")
    assert [lead.name for lead in leads(office)] == ["Anna de Vries", "Petra Vos"]


def test_undo_of_a_lead_made_of_a_file_asks_again(chat: Chat, office: Office) -> None:
    sends(chat, eml("Klaus Berger <klaus@gmail.com>", "Hi Eva, thanks"))
    chat.taps("New lead")
    chat.taps("Undo")
    assert chat.last.buttons == ["New lead", "Ignore"]
    chat.taps("New lead")
    assert [lead.name for lead in leads(office)] == ["Klaus Berger"]


def test_what_stands_above_it_says_when_and_how_hot(chat: Chat, office: Office) -> None:
    chat.says("hot, call him friday\n\n" + PETRA)
    chat.taps("New lead")
    assert chat.last.lines[0] == "🔥 Petra Vos · Bosch Rexroth AG"
    assert "Next: call him, Fri 13 Mar" in chat.last.text


def test_who_bears_that_name_already_is_offered(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com")
    chat.says("Anna de Vries, Philips, 06 12345678")
    sends(chat, eml("Klaus Berger <klaus@boschrexroth.de>", "Hi Eva, thanks"))
    assert chat.last.lines[1] == "Whose is it?"
    assert chat.last.buttons[:2] == ["Klaus Berger · Bosch Rexroth", "On Anna de Vries"]
    chat.taps("Klaus Berger · Bosch Rexroth")
    assert [(mail.lead_id, mail.direction) for mail in mails(office)] == [(leads(office)[0].id, Direction.IN)]


def test_the_contact_of_that_name_is_offered_instead_of_the_lead_that_it_was(
    chat: Chat, office: Office
) -> None:
    card = chat.says("Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com")[0]
    chat.says("quote sent 5k", reply_to=card.message_id)
    sends(chat, eml("Klaus Berger <klaus@boschrexroth.de>", "Hi Eva, thanks"))
    with office.database.begin() as session:
        contact = session.scalars(select(Contact.id)).one()
    chat.taps("Klaus Berger · Bosch Rexroth")
    assert [mail.contact_id for mail in mails(office)] == [contact]


def test_a_contact_with_an_address_at_that_domain_is_found_by_it(chat: Chat, office: Office) -> None:
    card = chat.says("Klaus Berger, 06 12345678")[0]
    chat.says("quote sent 5k", reply_to=card.message_id)
    chat.says("/find klaus")
    chat.taps("Contact: Klaus Berger")
    chat.says("klaus.berger@boschrexroth.com", reply_to=chat.last.message_id)
    sends(chat, eml("Klara Koch <klara@boschrexroth.com>", "Hi Eva, thanks"))
    assert "They mailed · Klara Koch, Mon 9 Mar 16:20: Pumps" in chat.last.text


def test_somebody_elses_lead_of_that_name_is_not_told_of(private: Office, chat: Chat, person: Person) -> None:
    person(TOM, "Tom").says("Klaus Berger, Bosch Rexroth, klaus.berger@boschrexroth.com")
    sends(chat, eml("Klaus Berger <klaus@boschrexroth.de>", "Hi Eva, thanks"))
    assert "Klaus Berger · Bosch Rexroth" not in chat.last.buttons
    with private.database.begin() as session:
        toms = session.scalars(select(Lead.id)).one()
    assert all(str(toms) not in button for button in chat.last.buttons)


def test_somebody_else_does_not_get_the_question_back(office: Office, chat: Chat, person: Person) -> None:
    chat.says(PETRA)
    chat.taps("New lead")
    undo, tom = chat.last.data_of("Undo"), person(TOM, "Tom")
    tom.says("Ida Dahl, Volvo, ida@volvo.com")
    tom.taps_data(undo, tom.last)
    assert "Petra" not in tom.last.text
    assert len(mails(office)) == 1


def test_a_mail_of_another_year_says_the_year(chat: Chat) -> None:
    chat.says(PETRA.replace("Mon, 9 Mar 2026", "Sun, 9 Mar 2025"))
    chat.taps("New lead")
    assert chat.last.lines[-1] == "They mailed, 9 Mar 2025: Invoices"
