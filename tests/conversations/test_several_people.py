"""Two people in one message: the one to act on is the lead, the other is one tap away."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from sqlalchemy import select

from crm.models import Activity, Lead, Member, Reach
from crm.store import gazetteer
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM

Person = Callable[..., Chat]
BOTH = "Klaus Berger and Piet Bos, Bosch Rexroth, call Klaus friday. Piet buys, wants a price list"
SAID = [
    ("en", BOTH, "Piet buys, wants a price list"),
    (
        "nl",
        "Klaus Berger van Bosch Rexroth, vrijdag bellen, collega Piet Bos doet inkoop",
        "collega Piet Bos doet inkoop",
    ),
    (
        "de",
        "Klaus Berger von Bosch Rexroth, Freitag anrufen, Kollege Piet Bos macht den Einkauf",
        "Kollege Piet Bos macht den Einkauf",
    ),
]


def leads(office: Office) -> dict[str | None, Lead]:
    with office.database.begin() as session:
        return {lead.name: lead for lead in session.scalars(select(Lead).where(Lead.deleted_at.is_(None)))}


def entries(office: Office, lead: Lead) -> list[str]:
    with office.database.begin() as session:
        query = select(Activity.text).where(Activity.lead_id == lead.id, Activity.deleted_at.is_(None))
        return list(session.scalars(query))


def restart(office: Office) -> None:
    """A new process on the same database: nothing that was in memory is there."""
    office.handler = replace(office.handler)
    gazetteer._kept.clear()


@pytest.mark.parametrize(("language", "text", "part"), SAID, ids=[said[0] for said in SAID])
def test_one_tap_makes_the_other_one_a_lead_too(
    office: Office, person: Person, language: str, text: str, part: str
) -> None:
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().language = language
    chat = person(EVA, "Eva", language=language)
    chat.says(text)
    assert list(leads(office)) == ["Klaus Berger"]
    card = chat.last
    restart(office)
    (told,) = chat.taps("+ Piet Bos")
    piet = leads(office)["Piet Bos"]
    assert (piet.organisation, piet.note) == ("Bosch Rexroth", part)
    assert entries(office, piet) == [part]
    assert "Klaus Berger" in told.lines[0] and "Piet Bos · Bosch Rexroth" in told.text
    assert len(told.lines) <= 6
    assert card.text.splitlines()[0].startswith("Klaus Berger")


def test_the_other_one_comes_with_what_the_message_says_of_them(chat: Chat, office: Office) -> None:
    chat.says("/event Metavak Gorinchem, until Friday")
    chat.taps("Skip")
    chat.says(
        "Klaus Berger, Bosch Rexroth, klaus@bosch.de, with Piet Bos (purchasing manager, piet@bosch.de), wants 40 sensors"
    )
    chat.taps("+ Piet Bos")
    klaus, piet = leads(office)["Klaus Berger"], leads(office)["Piet Bos"]
    assert (piet.title, piet.source, piet.fair_id) == ("purchasing manager", klaus.source, klaus.fair_id)
    with office.database.begin() as session:
        found = list(session.scalars(select(Reach.value).where(Reach.lead_id == piet.id)))
    assert found == ["piet@bosch.de"]
    assert "40 sensors" not in piet.note


def test_what_was_corrected_meanwhile_holds_for_the_other_one_too(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    card = chat.last
    chat.says("organisation: Bosch Lohr", reply_to=card.message_id)
    chat.taps("+ Piet Bos", on=card)
    assert leads(office)["Piet Bos"].organisation == "Bosch Lohr"


def test_a_second_tap_does_no_harm(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    card = chat.last
    chat.taps("+ Piet Bos", on=card)
    assert chat.taps("+ Piet Bos", on=card) == []
    assert (len(leads(office)), office.toasts[-1]) == (2, "That has passed")
    assert len(entries(office, leads(office)["Piet Bos"])) == 1


def test_undo_takes_only_the_other_one_back(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    card = chat.last
    chat.taps("+ Piet Bos")
    chat.taps("Undo")
    assert list(leads(office)) == ["Klaus Berger"]
    chat.taps("+ Piet Bos", on=card)
    assert len(leads(office)) == 2


def test_the_other_one_may_be_known_already(chat: Chat, office: Office) -> None:
    chat.says("Piet Bos, Bosch Rexroth, piet@bosch.de")
    office.clock.move(days=2)
    chat.says(BOTH)
    chat.taps("+ Piet Bos")
    assert len(leads(office)) == 2
    assert "I know Piet Bos already" in chat.last.text
    chat.taps("Another Piet")
    with office.database.begin() as session:
        rows = session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)).all()
        assert [row.name for row in rows] == ["Piet Bos", "Klaus Berger", "Piet Bos"]
    assert entries(office, rows[2]) == ["Piet buys, wants a price list"]


def test_a_capture_that_was_undone_offers_nobody_any_more(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    data = chat.last.data_of("+ Piet Bos")
    chat.taps("Undo")
    chat.taps_data(data)
    assert leads(office) == {}


@pytest.mark.parametrize("user_id", [TOM, MANAGER])
def test_somebody_elses_button_does_nothing(chat: Chat, office: Office, person: Person, user_id: int) -> None:
    chat.says(BOTH)
    other = person(user_id, "X")
    other.says("/help")
    other.taps_data(chat.last.data_of("+ Piet Bos"))
    assert list(leads(office)) == ["Klaus Berger"]


@pytest.mark.usefixtures("private")
def test_a_lead_that_was_given_away_offers_nobody_any_more(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    with office.database.begin() as session:
        tom = session.scalars(select(Member).where(Member.user_id == TOM)).one()
        session.scalars(select(Lead)).one().holder_id = tom.id
    chat.taps("+ Piet Bos")
    assert list(leads(office)) == ["Klaus Berger"]


def test_somebody_removed_taps_in_vain(chat: Chat, office: Office) -> None:
    chat.says(BOTH)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.taps("+ Piet Bos")
    assert list(leads(office)) == ["Klaus Berger"]


@pytest.mark.parametrize("arg", ["1", "-1", "x", "", "²", "0.0"])
def test_forged_data_makes_nobody(chat: Chat, office: Office, arg: str) -> None:
    chat.says(BOTH)
    data = chat.last.data_of("+ Piet Bos")
    chat.taps_data(data[: data.rindex(":") + 1] + arg)
    assert list(leads(office)) == ["Klaus Berger"]


def test_the_other_ones_timeline_does_not_hold_the_first_ones_words(chat: Chat, office: Office) -> None:
    """So that forgetting one of them is enough."""
    chat.says("Klaus Berger and Piet Bos, Bosch Rexroth, klaus@bosch.de")
    chat.taps("+ Piet Bos")
    assert "laus" not in "".join(entries(office, leads(office)["Piet Bos"]))


def test_somebody_edited_into_the_message_is_offered_on_the_card(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch Rexroth, klaus@bosch.de, call him friday")
    chat.edits(chat.my_last_id, f"{BOTH} klaus@bosch.de")
    chat.taps("+ Piet Bos")
    assert sorted(str(name) for name in leads(office)) == ["Klaus Berger", "Piet Bos"]
