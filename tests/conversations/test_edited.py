"""Editing one's own message: what it became follows the new words."""

from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import func, select

from crm.models import Activity, Change, FollowUp, Lead, Member, Outbox, Reach
from tests.chat_client import Chat, Office
from tests.conversation_fixtures import EVA, MANAGER, TOM

Person = Callable[..., Chat]
ANNA = "Anna de Vries, Philips, anna@philips.com, 12k, call her Friday"


def the_lead(office: Office) -> Lead:
    with office.database.begin() as session:
        return session.scalars(select(Lead)).one()


def emails(office: Office) -> list[str]:
    with office.database.begin() as session:
        return list(session.scalars(select(Reach.value).where(Reach.deleted_at.is_(None))))


def entries(office: Office) -> list[str]:
    with office.database.begin() as session:
        return list(session.scalars(select(Activity.text).where(Activity.deleted_at.is_(None))))


def steps(office: Office) -> list[str]:
    with office.database.begin() as session:
        rows = session.scalars(select(FollowUp).where(FollowUp.deleted_at.is_(None)))
        return [f"{row.action} {row.day:%a}" for row in rows]


def everything(office: Office) -> tuple[int | None, ...]:
    with office.database.begin() as session:
        return tuple(session.scalar(select(func.count()).select_from(kind)) for kind in (Change, Outbox))


def test_an_edited_capture_is_read_again_and_its_card_changes_in_place(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    card, text = chat.last, "Anne de Vries, Philips, anne@philips.com, 15k, mail her Monday"
    assert chat.edits(chat.my_last_id, text) == []
    lead = the_lead(office)
    assert (lead.name, lead.value_minor) == ("Anne de Vries", 1_500_000)
    assert emails(office) == ["anne@philips.com"]
    assert entries(office) == [text]
    assert [step[-3:] for step in steps(office)] == ["Mon"]
    assert card.edits == 1 and "Anne de Vries" in card.text and "€15,000" in card.text


def test_each_further_edit_changes_the_same_card(chat: Chat) -> None:
    chat.says(ANNA)
    mine = chat.my_last_id
    chat.edits(mine, ANNA.replace("Anna", "Anne"))
    chat.edits(mine, ANNA.replace("Anna", "Hanna"))
    assert len(chat.messages) == 1
    assert "Hanna de Vries" in chat.last.text


def test_what_was_corrected_by_hand_stays(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    mine = chat.my_last_id
    chat.says("anna@signify.com", reply_to=chat.last.message_id)
    chat.says("20k", reply_to=chat.messages[0].message_id)
    chat.edits(mine, "Anna de Vries, Philips, a@philips.com, 15k, call her Friday")
    assert emails(office) == ["anna@signify.com"]
    assert the_lead(office).value_minor == 2_000_000


def test_what_a_later_message_filled_in_stays(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, anna@philips.com")
    mine = chat.my_last_id
    chat.says("20k", reply_to=chat.last.message_id)
    chat.edits(mine, "Anna de Vries, anna@philips.com, call her Friday")
    assert the_lead(office).value_minor == 2_000_000
    assert [step[-3:] for step in steps(office)] == ["Fri"]


def test_a_next_step_that_left_the_message_is_gone(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.edits(chat.my_last_id, "Anna de Vries, Philips, anna@philips.com, 12k")
    assert steps(office) == []


def test_undo_on_the_card_takes_the_edit_back(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.edits(chat.my_last_id, "Anne de Vries, Philips, anne@philips.com, 15k")
    chat.taps("Undo")
    assert the_lead(office).name == "Anna de Vries"
    assert emails(office) == ["anna@philips.com"]
    assert entries(office) == [ANNA]
    assert [step[-3:] for step in steps(office)] == ["Fri"]


def test_the_same_words_twice_change_nothing(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    before = everything(office)
    chat.edits(chat.my_last_id, ANNA)
    assert everything(office) == before
    chat.edits(chat.my_last_id, ANNA.replace("Anna", "Anne"))
    before = everything(office)
    chat.edits(chat.my_last_id, ANNA.replace("Anna", "Anne"))
    assert everything(office) == before


def test_an_edit_after_undo_is_silent_and_changes_nothing(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    mine = chat.my_last_id
    chat.taps("Undo")
    before = everything(office)
    assert chat.edits(mine, "Bert Jansen, Bosch") == []
    assert everything(office) == before


def test_an_edited_note_changes_its_entry(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.says("no answer", reply_to=chat.last.message_id)
    count = len(chat.messages)
    chat.edits(chat.my_last_id, "no answer, line was busy")
    assert entries(office) == [ANNA, "no answer, line was busy"]
    assert len(chat.messages) == count


def test_an_edited_command_is_silent(chat: Chat, office: Office) -> None:
    chat.says("/help")
    before = everything(office)
    assert chat.edits(chat.my_last_id, "Bert Jansen, Bosch, bert@bosch.com") == []
    assert everything(office) == before


def test_an_edit_into_a_command_is_silent(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    before = everything(office)
    assert chat.edits(chat.my_last_id, "/find Anna") == []
    assert everything(office) == before


def test_words_without_a_name_take_no_name_away(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    chat.edits(chat.my_last_id, "call her monday")
    lead = the_lead(office)
    assert (lead.name, lead.organisation) == ("Anna de Vries", "Philips")


def test_an_edit_far_up_does_not_become_the_lead_in_hand(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    mine = chat.my_last_id
    chat.says("Klaus Berger, Bosch Rexroth, klaus@bosch.de")
    with office.database.begin() as session:
        klaus = session.scalars(select(Lead.id).where(Lead.name == "Klaus Berger")).one()
    chat.edits(mine, ANNA.replace("Anna", "Anne"))
    with office.database.begin() as session:
        assert session.scalars(select(Member.last_shown_id).where(Member.user_id == EVA)).one() == klaus


@given(
    parts=st.lists(
        st.sampled_from(
            [
                "Anna",
                "de Vries",
                "Bosch",
                "a@b.nl",
                "06 12345678",
                "12k",
                "hot",
                "call Fri",
                "mon 10:00",
                "ß%",
            ]
        ),
        min_size=1,
        max_size=6,
    ),
    separator=st.sampled_from([", ", " ", "\n"]),
)
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_words_edited_in_twice_change_nothing_the_second_time(
    chat: Chat, office: Office, parts: list[str], separator: str
) -> None:
    chat.says(ANNA)
    mine, words = chat.my_last_id, separator.join(parts)
    chat.edits(mine, words)
    before = everything(office)
    chat.edits(mine, words)
    assert everything(office) == before


def test_somebody_elses_edit_does_not_reach_the_lead(chat: Chat, person: Person, office: Office) -> None:
    chat.says(ANNA)
    before = everything(office)
    for other in (person(TOM, "Tom"), person(MANAGER, "Mia")):
        assert other.edits(chat.my_last_id, "Bert Jansen, Bosch") == []
    assert everything(office) == before


def test_a_lead_that_is_a_colleagues_now_stays_as_it_is(chat: Chat, private: Office) -> None:
    chat.says(ANNA)
    with private.database.begin() as session:
        tom = session.scalars(select(Member).where(Member.user_id == TOM)).one()
        session.scalars(select(Lead)).one().holder_id = tom.id
    before = everything(private)
    assert chat.edits(chat.my_last_id, "Bert Jansen, Bosch") == []
    assert everything(private) == before


def test_somebody_who_was_removed_changes_nothing_by_an_edit(chat: Chat, office: Office) -> None:
    chat.says(ANNA)
    with office.database.begin() as session:
        session.scalars(select(Member).where(Member.user_id == EVA)).one().removed_at = office.clock()
    chat.edits(chat.my_last_id, "Bert Jansen, Bosch")
    assert the_lead(office).name == "Anna de Vries"
    assert entries(office) == [ANNA]


def test_an_edit_of_what_was_added_to_a_lead_leaves_its_name(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("Anna de Vries, Philips, anna@philips.com, call her Friday")
    chat.edits(chat.my_last_id, "Anne de Vries, Philips, anna@philips.com, call her Monday")
    assert the_lead(office).name == "Anna de Vries"
    assert [step[-3:] for step in steps(office)] == ["Mon"]
