"""Numbers without a prefix: whose country they are of, what the answer says of a guess, and that the same digits are the same number."""

from collections.abc import Callable

import pytest
from sqlalchemy import select

from crm.models import Lead, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import TOM

Person = Callable[..., Chat]


@pytest.fixture
def hannover(chat: Chat) -> Chat:
    """A Dutch workspace at an event in Germany."""
    chat.says("/event Hannover Messe, until Friday")
    return chat


def numbers(office: Office) -> list[str]:
    with office.database.begin() as session:
        return list(session.scalars(select(Reach.value).where(Reach.deleted_at.is_(None)).order_by(Reach.id)))


@pytest.mark.parametrize("written", ["06 12345678", "0612345678", "06-12345678", "06 13 45 67 89"])
def test_at_a_fair_abroad_a_mobile_of_ones_own_country_beats_a_landline_there(
    hannover: Chat, written: str
) -> None:
    hannover.says(f"Anna de Vries, Philips, {written}")
    assert "+31 6 1" in hannover.last.text
    assert "(Netherlands?)" in hannover.last.text
    assert "It's Germany" in hannover.last.buttons or "It's DE" in hannover.last.buttons


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("Hans Klein, Klein Pumpen, 0621 123456", "+49 621 123456 (Germany?)"),
        ("Hans Klein, Klein Pumpen GmbH, 0621123456", "+49 621 123456 (Germany?)"),
        ("Hans Klein, Klein Pumpen, 040 2345678", "+49 40 2345678 (Germany?)"),
        ("Hans Klein, Klein Pumpen, 0171 2345678", "+49 171 2345678"),
    ],
)
def test_a_number_written_as_they_write_it_there_is_of_there(hannover: Chat, said: str, shown: str) -> None:
    hannover.says(said)
    assert shown in hannover.last.text


def test_a_number_that_follows_a_card_says_its_guess_and_offers_the_other(hannover: Chat) -> None:
    hannover.says("Anna de Vries, Philips, anna@philips.com")
    hannover.says("0613456789")
    assert "+31 6 13456789 (Netherlands?)" in hannover.last.text
    assert "It's DE" in hannover.last.buttons


def test_a_number_as_a_reply_is_shown_as_a_number_with_its_guess(hannover: Chat, office: Office) -> None:
    hannover.says("Anna de Vries, Philips, anna@philips.com")
    hannover.says("0611112233", reply_to=hannover.last.message_id)
    assert hannover.last.lines[1] == "Phone: +31 6 11112233 (Netherlands?)"
    assert hannover.last.buttons[:2] == ["Undo", "Just a note"]
    hannover.taps("It's DE")
    assert numbers(office)[-1] == "+49611112233"


def test_a_corrected_number_shows_both_as_numbers(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("06 87654321", reply_to=chat.last.message_id)
    assert chat.last.lines[1] == "Phone: +31 6 12345678 → +31 6 87654321"


@pytest.mark.parametrize(
    ("stored", "again"),
    [
        ("+49 40 2345678", "Klaus Berger, Bosch, 040 2345678"),
        ("+31 6 20304050", "Klaus Berger, Bosch GmbH, 06 20304050"),
        ("+31 6 20304050", "Klaus, Bosch GmbH, 0620304050"),
    ],
)
def test_the_same_digits_of_another_country_guess_are_the_number_that_is_there(
    chat: Chat, office: Office, person: Person, stored: str, again: str
) -> None:
    chat.says(f"Klaus Berger, Bosch, {stored}")
    before = numbers(office)
    tom = person(TOM, "Tom")
    tom.says(again)
    assert numbers(office) == before
    assert "Added" not in tom.last.text
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 1


def test_the_same_digits_as_a_reply_change_nothing(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, +49 40 2345678")
    chat.says("040 2345678", reply_to=chat.last.message_id)
    assert chat.last.lines[1] == "Phone: +49 40 2345678"
    assert numbers(office) == ["+49402345678"]
    chat.says("+31 40 2345678", reply_to=chat.last.message_id)
    assert chat.last.lines[1] == "Phone: +49 40 2345678 → +31 40 234 5678"


def test_a_colleague_behind_the_same_digits_is_no_known_person(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, +49 40 2345678")
    chat.says("Anna Vogel, Siemens, 040 2345678")
    with office.database.begin() as session:
        assert len(session.scalars(select(Lead)).all()) == 2


def test_more_numbers_than_the_card_has_room_for_are_counted(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com, 06 12345678, 040 2345678")
    assert chat.last.lines[1].count("📞") == 2 and "+1" not in chat.last.lines[1].split()
    chat.says("Anna de Vries, Philips, 06 87654321, 020 6234567")
    chat.says("/find Anna")
    if "📞" not in chat.last.text:
        chat.taps(next(label for label in chat.last.buttons if "Anna" in label))
    assert chat.last.lines[1].endswith("· +2")
