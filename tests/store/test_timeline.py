"""What happened with a subject: all, of some kinds, with some words; the same from wherever it is seen."""

from datetime import timedelta

import pytest
from sqlalchemy import select

from crm.access import Visibility
from crm.capture.draft import ActivityKind
from crm.errors import NotYours
from crm.models import Account, Contact, Opportunity
from crm.store.blocks import Subject
from crm.store.database import Database
from crm.store.timeline import entries, get_entry
from crm.usecases.log_activity import log_activity
from tests.deal_desk import NOW, DealDesk

SAID = (
    (ActivityKind.NOTE, "Größe der Pumpe: 40 mm"),
    (ActivityKind.CALL, "wants a demo"),
    (ActivityKind.EMAIL, "Zeichnung anbei"),
    (ActivityKind.NOTE, "pays late"),
)


def say(desk: DealDesk, subject: Subject) -> None:
    for number, (kind, text) in enumerate(SAID):
        at = NOW + timedelta(hours=number)
        desk.do(
            lambda work, kind=kind, text=text, at=at: log_activity(
                work, desk.access(), subject, kind, happened_at=at, text=text, title="Angebot 7"
            )
        )


def texts(desk: DealDesk, subject: Subject, **asked: object) -> list[str]:
    found = entries(desk.session, subject, **{"limit": 20} | asked)  # type: ignore[arg-type]
    return [entry.text for entry in found]


def test_newest_first_and_a_page_at_a_time(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        say(desk, lead)
        assert texts(desk, lead)[:4] == [text for _, text in reversed(SAID)]
        assert texts(desk, lead, limit=2, offset=1) == ["Zeichnung anbei", "wants a demo"]
        assert texts(desk, lead, kinds=[ActivityKind.NOTE], limit=1, offset=1) == ["Größe der Pumpe: 40 mm"]


def test_words_are_found_whatever_their_accents_and_capitals(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        say(desk, lead)
        assert texts(desk, lead, words="PUMPE grosse") == ["Größe der Pumpe: 40 mm"]
        assert texts(desk, lead, words="angebot zeichnung") == ["Zeichnung anbei"]
        assert texts(desk, lead, words="pumpe", kinds=[ActivityKind.CALL]) == []
        assert texts(desk, lead, words="angebot", limit=2, offset=1) == ["Zeichnung anbei", "wants a demo"]


def test_what_a_lead_became_shows_the_same(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        say(desk, lead)
        desk.quote(lead)
        for kind in (Account, Contact, Opportunity):
            subject = session.scalars(select(kind)).one()
            assert texts(desk, subject, words="pumpe") == ["Größe der Pumpe: 40 mm"]


def test_an_entry_is_there_for_whoever_may_see_what_it_stands_on(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        lead = desk.lead()
        say(desk, lead)
        entry = entries(session, lead, limit=1)[0]
        assert get_entry(session, desk.access(), entry.id) == (entry, lead)
        assert get_entry(session, desk.access(desk.boss), entry.id)[1] is lead
        with pytest.raises(NotYours):
            get_entry(session, desk.access(desk.max), entry.id)
        entry.deleted_at = NOW
        for gone in (entry.id, 0, 12345):
            with pytest.raises(NotYours):
                get_entry(session, desk.access(), gone)
