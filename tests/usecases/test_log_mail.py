"""Whose mail it is, and how it comes onto their timeline: once, at its own time, owing what it should."""

from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import select

from crm.access import Visibility
from crm.capture.draft import ActivityKind, Direction
from crm.mail.mail import Mail, Mailbox
from crm.models import Account, Activity, Contact, Opportunity
from crm.store.correspondents import correspondents, is_ours
from crm.store.database import Database
from crm.store.own_mail import Ours, ours_of
from crm.usecases.log_mail import LoggedMail, log_mail
from crm.usecases.own_mail import learn_address
from crm.usecases.reindex import reindex
from tests.deal_desk import NOW, DealDesk

TEAM = ("Eva Jansen", "Max")
KLAUS, EVA = "klaus.berger@bosch.com", "eva.jansen@vos.nl"


@pytest.fixture
def desk(database: Database) -> Iterator[DealDesk]:
    with database.begin() as session:
        yield DealDesk(session)


def mail(sender: str = KLAUS, *recipients: str, **fields: Any) -> Mail:
    """sender: an address, or "Name <address>"."""
    name, _, address = sender.rpartition(" ")
    to = tuple(Mailbox("", one) for one in recipients or (EVA,))
    fields = {"subject": "Offer", "sent_at": NOW + timedelta(hours=1), "text": "40 sensors please"} | fields
    return Mail(Mailbox(name, address.strip("<>")), to, **fields)


def found(desk: DealDesk, one: Mail, **more: Any) -> list[tuple[Any, Direction | None, bool]]:
    access = more.pop("access", desk.access())
    ours = more.pop("ours", Ours())
    is_own = is_ours(one, ours, "Eva", TEAM)
    matches = correspondents(desk.session, access, one, ours, is_ours=is_own)
    return [(m.subject, m.direction, m.by_domain) for m in matches]


def logged(
    desk: DealDesk, subject: Any, one: Mail, direction: Direction = Direction.IN, **more: Any
) -> LoggedMail:
    at = more.get("written_at", NOW + timedelta(days=1))
    return desk.do(lambda work: log_mail(work, desk.access(), subject, one, direction, written_at=at))


def test_the_sender_is_known_by_address(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    assert found(desk, mail()) == [(lead, Direction.IN, False)]


def test_a_recipient_is_known_by_address(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    assert found(desk, mail(EVA, KLAUS)) == [(lead, Direction.OUT, False)]


def test_a_colleague_of_theirs_wrote_with_them_in_copy(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    assert found(desk, mail("petra@bosch.com", EVA, KLAUS)) == [(lead, Direction.IN, False)]


@pytest.mark.parametrize(
    ("sender", "ours"),
    [
        ("Eva Jansen", True),
        ("Jansen, Eva", True),
        ("Max Vos", True),
        ("Max", False),
        ("Max Berger", False),
        ("", False),
    ],
)
def test_one_of_us_is_known_by_name(sender: str, ours: bool) -> None:
    assert is_ours(mail(f"{sender} <{EVA}>", KLAUS), Ours(), "Eva", ["Eva", "Max Vos"]) is ours


@pytest.mark.parametrize(
    ("sender", "ours"),
    [
        (f"Verkoop <{EVA}>", True),
        ("Tom <tom@vos.nl>", True),
        ("Eva Berger <eva@bosch.com>", False),
        ("Eva <eva@gmail.com>", False),
        ("Max Vos <max@gmail.com>", True),
        ("Max Vos <max@bosch.com>", False),
    ],
)
def test_once_an_address_is_known_first_names_and_other_companies_are_not_ours(
    sender: str, ours: bool
) -> None:
    known = Ours(frozenset({EVA}), frozenset({"vos.nl"}), frozenset({EVA}))
    assert is_ours(mail(sender, KLAUS), known, "Eva", ["Eva", "Max Vos"]) is ours


def test_a_private_mailbox_of_ours_makes_no_domain_ours() -> None:
    known = Ours(frozenset({"eva@gmail.com"}), frozenset(), frozenset({"eva@gmail.com"}))
    assert is_ours(mail("Eva <eva@gmail.com>", KLAUS), known, "Eva", [])
    assert not is_ours(mail("Klaus <klaus@gmail.com>", EVA), known, "Eva", [])


@pytest.mark.parametrize("said_by", ["lead", "contact", "account", "nobody"])
def test_a_members_address_makes_no_domain_ours_that_somebody_bears(desk: DealDesk, said_by: str) -> None:
    desk.workspace.visibility = Visibility.PRIVATE
    if said_by != "nobody":
        lead = desk.lead(holder=desk.max, emails=[KLAUS if said_by != "account" else "k@gmail.com"])
        if said_by != "lead":
            desk.quote(lead, member=desk.max)
            desk.session.scalars(select(Account)).one().domain = "bosch.com"
    desk.do(lambda work: learn_address(work, desk.access(), "frank@bosch.com"))
    known = ours_of(desk.session, desk.access(desk.max))
    assert known.holds("frank@bosch.com")
    assert known.domains == ({"bosch.com"} if said_by == "nobody" else frozenset())


def test_our_colleague_in_copy_is_not_the_other_side(desk: DealDesk) -> None:
    desk.lead("Tom", emails=["tom@vos.nl"])
    klaus = desk.lead(emails=[KLAUS])
    known = Ours(frozenset({EVA}), frozenset({"vos.nl"}), frozenset({EVA}))
    assert found(desk, mail(EVA, "tom@vos.nl", KLAUS), ours=known) == [(klaus, Direction.OUT, False)]
    assert found(desk, mail(EVA, "tom@vos.nl"), ours=known) == []


def test_a_customer_who_is_called_as_a_member_is_known_by_address(desk: DealDesk) -> None:
    lead = desk.lead("Eva Berger", emails=[KLAUS])
    assert found(desk, mail(f"Eva Berger <{KLAUS}>")) == [(lead, Direction.IN, False)]


def test_what_a_lead_became_is_meant_instead_of_it(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    desk.quote(lead)
    contact = desk.session.scalars(select(Contact)).one()
    assert found(desk, mail()) == [(contact, Direction.IN, False)]


def test_somebody_new_of_an_account_is_known_by_its_domain(desk: DealDesk) -> None:
    desk.quote(desk.lead(emails=[KLAUS]))
    account = desk.session.scalars(select(Account)).one()
    assert found(desk, mail("petra@bosch.com")) == [(account, Direction.IN, True)]
    assert found(desk, mail(EVA, "petra@bosch.com")) == [(account, Direction.OUT, True)]


def test_somebody_new_of_a_lead_is_known_by_its_domain(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    assert found(desk, mail("petra@bosch.com")) == [(lead, Direction.IN, True)]


def test_freemail_says_nothing_of_an_organisation(desk: DealDesk) -> None:
    desk.lead(emails=["klaus@gmail.com"])
    assert found(desk, mail("petra@gmail.com")) == []


def test_several_with_one_address_are_all_named(desk: DealDesk) -> None:
    one, other = desk.lead(emails=[KLAUS]), desk.lead("Petra Vos", emails=[KLAUS])
    assert [row for row, *_ in found(desk, mail())] == [one, other]


def test_what_a_member_may_not_see_is_not_there(desk: DealDesk) -> None:
    desk.workspace.visibility = Visibility.PRIVATE
    lead = desk.lead(emails=[KLAUS], holder=desk.max)
    assert found(desk, mail()) == []
    assert found(desk, mail("petra@bosch.com")) == []
    assert found(desk, mail(), access=desk.access(desk.max)) == [(lead, Direction.IN, False)]
    assert found(desk, mail(), access=desk.access(desk.boss)) == [(lead, Direction.IN, False)]


def test_what_was_deleted_is_not_there(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    lead.deleted_at = NOW
    desk.do(lambda work: reindex(work, lead))
    assert found(desk, mail()) == []
    assert found(desk, mail("petra@bosch.com")) == []


def test_it_stands_at_the_time_it_was_sent(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    activity = logged(desk, lead, mail(signature="Klaus\n+49 40 2345678")).activity
    assert (activity.kind, activity.direction, activity.happened_at) == (
        ActivityKind.EMAIL,
        Direction.IN,
        NOW + timedelta(hours=1),
    )
    assert (activity.subject, activity.text) == ("Offer", "40 sensors please\n\nKlaus\n+49 40 2345678")


@pytest.mark.parametrize("sent_at", [None, NOW + timedelta(days=9)])
def test_without_a_time_or_with_one_to_come_it_stands_when_it_was_passed_on(
    desk: DealDesk, sent_at: datetime | None
) -> None:
    at = NOW + timedelta(days=1)
    assert logged(desk, desk.lead(), mail(sent_at=sent_at)).activity.happened_at == at


def test_their_mail_is_owed_an_answer_and_ours_is_one(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    logged(desk, lead, mail(EVA, KLAUS), Direction.OUT)
    assert lead.owed_since is None
    logged(desk, lead, mail(subject="Re: Offer", sent_at=NOW + timedelta(hours=2)))
    assert lead.owed_since == NOW + timedelta(hours=2)


def test_a_mail_that_was_answered_long_ago_is_not_owed(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    logged(desk, lead, mail(EVA, KLAUS, sent_at=NOW + timedelta(hours=5)), Direction.OUT)
    logged(desk, lead, mail(sent_at=NOW + timedelta(hours=1)))
    assert lead.owed_since is None


def test_a_mail_of_a_contact_is_about_the_one_deal_that_is_open(desk: DealDesk) -> None:
    desk.quote(desk.lead(emails=[KLAUS]))
    contact = desk.session.scalars(select(Contact)).one()
    deal = desk.session.scalars(select(Opportunity)).one()
    activity = logged(desk, contact, mail(sent_at=NOW + timedelta(hours=5))).activity
    assert (activity.opportunity_id, activity.account_id) == (deal.id, deal.account_id)
    assert deal.active_at == NOW + timedelta(hours=5)


def test_the_same_mail_is_logged_once(desk: DealDesk) -> None:
    lead = desk.lead()
    first = logged(desk, lead, mail())
    second = logged(desk, lead, mail(), written_at=NOW + timedelta(days=3))
    assert (first.again, second.again) == (False, True)
    assert second.activity is first.activity


def test_pasted_once_and_sent_as_a_file_once_is_once(desk: DealDesk) -> None:
    lead = desk.lead()
    logged(desk, lead, mail())
    as_file = mail(message_id="a1@bosch.com", sent_at=NOW + timedelta(hours=1, seconds=33))
    assert logged(desk, lead, as_file).again


def test_another_mail_is_another(desk: DealDesk) -> None:
    lead = desk.lead()
    logged(desk, lead, mail(sent_at=None))
    for other in (
        mail(subject="Re: Offer"),
        mail(sent_at=NOW + timedelta(hours=3)),
        mail(sent_at=None, text="and pumps"),
    ):
        assert not logged(desk, lead, other).again


def test_after_undo_it_can_be_logged_anew(desk: DealDesk) -> None:
    lead = desk.lead(emails=[KLAUS])
    logged(desk, lead, mail())
    desk.undo()
    assert not logged(desk, lead, mail()).again


def test_what_was_written_above_it_is_a_note_once(desk: DealDesk) -> None:
    lead = desk.lead()
    one = mail(said_above="call him on thursday")
    assert logged(desk, lead, one).noted
    assert not logged(desk, lead, one).noted
    notes = desk.session.scalars(select(Activity.text).where(Activity.kind == ActivityKind.NOTE)).all()
    assert notes == ["call him on thursday"]
