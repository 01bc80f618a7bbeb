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


AGAIN = "Anna from Philips wants 60 now, 14k, hot, call her Tuesday, 06 12345678"


def test_an_edit_of_what_was_added_changes_what_it_had_filled(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com, 12k, call her Friday")
    office.clock.move(days=1)
    chat.says(AGAIN)
    mine = chat.my_last_id
    chat.edits(mine, "Anna from Philips wants 60 now, 15k, call her Wednesday, 06 87654321")
    lead = the_lead(office)
    assert (lead.value_minor, lead.hot) == (1_500_000, False)
    assert emails(office) == ["anna@philips.com", "+31687654321"]
    assert [step[-3:] for step in steps(office)] == ["Wed"]
    chat.edits(mine, "Anna from Philips wants 60 now, 16k")
    assert the_lead(office).value_minor == 1_600_000


def test_what_an_edit_takes_out_again_is_as_it_was_before_the_message(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com, 12k, call her Friday")
    office.clock.move(days=1)
    chat.says(AGAIN)
    mine = chat.my_last_id
    chat.edits(mine, AGAIN.replace("14k", "15k"))
    chat.edits(mine, "Anna from Philips wants 60 now")
    lead = the_lead(office)
    assert (lead.value_minor, lead.currency, lead.hot) == (1_200_000, "EUR", False)
    assert emails(office) == ["anna@philips.com"]
    assert [step[-3:] for step in steps(office)] == ["Fri"]


def test_what_was_corrected_since_it_was_added_stays(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com, 12k")
    office.clock.move(days=1)
    chat.says(AGAIN)
    mine = chat.my_last_id
    chat.says("20k", reply_to=chat.last.message_id)
    chat.edits(mine, AGAIN.replace("14k", "15k"))
    assert the_lead(office).value_minor == 2_000_000


def test_an_edit_of_what_was_added_to_a_colleagues_lead_changes_only_the_entry(
    chat: Chat, person: Person, office: Office
) -> None:
    person(TOM, "Tom").says("Anna de Vries, Philips, anna@philips.com, 12k")
    office.clock.move(days=1)
    chat.says("Anna from Philips wants 60 now")
    text = "Anna from Philips wants 70 now, 15k, hot"
    chat.edits(chat.my_last_id, text)
    assert entries(office)[-1] == text
    assert (the_lead(office).value_minor, the_lead(office).hot) == (1_200_000, False)


def test_the_event_is_read_again_too(chat: Chat, office: Office) -> None:
    chat.says("/event Metavak Gorinchem, until Friday")
    chat.taps("Skip")
    chat.says("/event Hannover Messe, until Friday")
    chat.says(ANNA)
    mine, lead = chat.my_last_id, the_lead(office)
    assert lead.source == "Hannover Messe"
    chat.edits(mine, f"{ANNA}, met her at Metavak Gorinchem")
    moved = the_lead(office)
    assert moved.source == "Metavak Gorinchem"
    assert moved.fair_id not in (None, lead.fair_id)
    chat.edits(mine, ANNA)
    assert (the_lead(office).source, the_lead(office).fair_id) == ("Hannover Messe", lead.fair_id)


def test_a_logs_own_follow_up_moves_with_its_words(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("called Anna de Vries, no answer, call again on Friday")
    mine = chat.my_last_id
    assert [step[-3:] for step in steps(office)] == ["Fri"]
    chat.edits(mine, "called Anna de Vries, no answer, call again on Monday")
    assert [step[-3:] for step in steps(office)] == ["Mon"]
    assert "Mon" in chat.last.text
    chat.edits(mine, "called Anna de Vries, no answer")
    assert steps(office) == []
    chat.taps("Undo")
    assert [step[-3:] for step in steps(office)] == ["Mon"]


def test_what_was_logged_is_read_again(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("called Anna de Vries, no answer")
    assert (the_lead(office).tries, the_lead(office).reached_at) == (1, None)
    chat.edits(chat.my_last_id, "called Anna de Vries, spoke to her")
    lead = the_lead(office)
    assert (lead.tries, lead.owed_since, lead.reached_at) == (0, None, office.clock())
    assert "spoke" in chat.last.text


def test_a_log_in_a_reply_is_read_again(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, anna@philips.com")
    chat.says("no answer, try again Friday", reply_to=chat.last.message_id)
    assert [step[-3:] for step in steps(office)] == ["Fri"]
    chat.edits(chat.my_last_id, "no answer, try again Monday")
    assert [step[-3:] for step in steps(office)] == ["Mon"]
