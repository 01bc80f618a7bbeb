"""Any message of somebody new becomes a lead at once; nothing typed is lost."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import func, select

from crm.models import Activity, FollowUp, Lead, Reach
from tests.chat_client import Chat, Office, on_a_phone
from tests.conversation_fixtures import EVA, TOM

KLAUS = "Klaus Berger, Bosch Rexroth GmbH, 040 2345678, hot, 40 sensors, 12k, mail him fri"


def leads(office: Office) -> list[Lead]:
    with office.database.begin() as session:
        return list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))


def test_one_message_becomes_a_lead_without_a_question(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    (lead,) = leads(office)
    assert (lead.name, lead.organisation, lead.hot) == ("Klaus Berger", "Bosch Rexroth GmbH", True)
    assert (lead.value_minor, lead.currency) == (1_200_000, "EUR")


def test_the_card_shows_what_was_understood_and_the_next_taps(chat: Chat) -> None:
    chat.says(KLAUS)
    card = chat.last
    assert card.lines[0] == "🔥 Klaus Berger · Bosch Rexroth GmbH"
    assert "+49 40 2345678 (Germany?)" in card.text
    assert "€12,000" in card.text
    assert "40 sensors" in card.text
    assert "Fri 13 Mar" in card.text
    assert card.buttons[:5] == ["Edit", "Note", "Log", "When", "Undo"]
    assert "It's NL" in card.buttons
    assert len(card.lines) <= 6


def test_the_card_quotes_the_message_that_it_answers(chat: Chat) -> None:
    chat.says(KLAUS)
    assert chat.last.quotes == chat.my_last_id


def test_answers_to_ones_own_message_are_silent(chat: Chat) -> None:
    chat.says(KLAUS)
    assert chat.last.body["disable_notification"] is True


def test_everything_typed_stands_in_a_field_or_in_the_timeline(chat: Chat, office: Office) -> None:
    text = "Klaus Berger, Bosch, klaus@bosch.de, wants purple unicorns and a tour"
    chat.says(text)
    with office.database.begin() as session:
        assert session.scalars(select(Activity.text)).one() == text
    assert "purple unicorns and a tour" in leads(office)[0].note


def test_a_burst_makes_one_lead_for_each_message_in_order(chat: Chat, office: Office) -> None:
    for name in ("Ada Byron, Analytical Ltd", "Grace Hopper, Cobol Inc", "Mary Keller, Clarke Ltd"):
        chat.says(name)
    assert [lead.name for lead in leads(office)] == ["Ada Byron", "Grace Hopper", "Mary Keller"]


def test_tomorrow_counts_from_when_it_was_written(chat: Chat, office: Office) -> None:
    written = office.clock() - timedelta(days=1)
    chat.says("Anna de Vries, Philips, 06 12345678, call her tomorrow at 16:00", at=written)
    with office.database.begin() as session:
        follow_up = session.scalars(select(FollowUp)).one()
    assert follow_up.day == office.clock().date()


def test_a_day_off_shows_the_day_that_will_really_ring(chat: Chat) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678, call her on 14 March")
    assert "Sat 14 Mar → Mon 16 Mar" in chat.last.text


def test_one_tap_changes_the_country_of_a_number(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.taps("It's NL")
    with office.database.begin() as session:
        reach = session.scalars(select(Reach)).one()
    assert (reach.value, reach.country) == ("+31402345678", "NL")
    assert "(" not in chat.last.lines[1]


def test_one_tap_makes_a_lead_hot_and_not_hot_again(chat: Chat, office: Office) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.taps("🔥 Hot")
    assert leads(office)[0].hot
    chat.taps("Not hot")
    assert not leads(office)[0].hot


def test_undo_on_the_card_takes_the_lead_back(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.taps("Undo")
    assert leads(office) == []
    assert chat.last.text == "Undone: saved Klaus Berger"


def test_undo_twice_says_so_and_changes_nothing(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    undo = chat.last.data_of("Undo")
    chat.taps_data(undo)
    office.clock.move(minutes=1)
    assert chat.taps_data(undo) == []
    assert chat.is_told("undo-done")


def test_undo_names_what_depends_on_it_and_changes_nothing(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    card = chat.last
    chat.says("and a demo too")
    chat.taps("Undo", on=card)
    assert "1 entry" in chat.last.text
    assert len(leads(office)) == 1


def test_undo_works_at_any_age(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    office.clock.move(days=400)
    chat.taps("Undo")
    assert leads(office) == []


def test_slash_undo_names_its_target_first(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/undo")
    assert "saved Klaus Berger" in chat.last.text
    assert len(leads(office)) == 1
    chat.taps("Undo")
    assert leads(office) == []


def test_a_continuation_joins_the_lead_shown_last(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch")
    chat.says("klaus.berger@bosch.de")
    assert len(leads(office)) == 1
    with office.database.begin() as session:
        assert session.scalars(select(Reach.value)).one() == "klaus.berger@bosch.de"
    assert chat.last.buttons == ["New lead", "Undo"]


def test_somebody_new_with_an_address_right_after_a_card_is_a_lead_of_their_own(
    chat: Chat, office: Office
) -> None:
    chat.says("Anna de Vries, Philips, 06 12345678")
    chat.says("Klaus Berger, Bosch, klaus@bosch.de")
    chat.says("Bob Cole Firm1 BV info@cole.example")
    assert [lead.name for lead in leads(office)] == ["Anna de Vries", "Klaus Berger", "Bob Cole"]


def test_new_lead_makes_a_continuation_a_lead_of_its_own(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch")
    chat.says("someone@else.com")
    chat.taps("New lead")
    assert len(leads(office)) == 2
    with office.database.begin() as session:
        live = session.scalars(select(Reach).where(Reach.deleted_at.is_(None))).one()
    assert live.lead_id == leads(office)[1].id


def test_long_after_a_card_a_message_is_no_continuation(chat: Chat, office: Office) -> None:
    chat.says("Klaus Berger, Bosch")
    office.clock.move(hours=3)
    chat.says("someone@else.com")
    assert len(leads(office)) == 2


def test_an_unclear_message_becomes_no_record_until_chosen(chat: Chat, office: Office) -> None:
    chat.says("great show everyone, see you")
    assert leads(office) == []
    assert chat.last.buttons == ["New lead", "Ignore"]
    chat.taps("Ignore")
    assert leads(office) == []


def test_somebody_known_is_added_to_and_owed_anew(chat: Chat, office: Office) -> None:
    chat.says("Jan Smit, Philips, jan.smit@philips.com")
    office.clock.move(days=30)
    chat.says("jan smit philips jan.smit@philips.com wants demo tuesday")
    assert len(leads(office)) == 1
    assert "I know Jan Smit already" in chat.last.text
    assert leads(office)[0].owed_since == office.clock()
    chat.taps("Another Jan")
    assert len(leads(office)) == 2


def test_a_colleagues_lead_can_be_taken_over(chat: Chat, office: Office, person: Callable[..., Chat]) -> None:
    person(TOM, "Tom").says("Jan Smit, Philips, jan.smit@philips.com")
    chat.says("jan smit philips jan.smit@philips.com")
    assert "Tom" in chat.last.text
    chat.taps("Take over")
    with office.database.begin() as session:
        holder = session.scalar(select(Lead.holder_id))
        assert holder == session.execute(select(func.min(Lead.holder_id))).scalar()
    assert chat.user_id == EVA


def test_in_a_private_workspace_a_colleagues_lead_does_not_shine_through(
    chat: Chat, private: Office, person: Callable[..., Chat]
) -> None:
    person(TOM, "Tom").says("Jan Smit, Philips, jan.smit@philips.com")
    chat.says("jan smit philips jan.smit@philips.com")
    assert len(leads(private)) == 2
    assert "know" not in chat.last.text


def test_a_colleague_in_a_private_workspace_cannot_tap_their_way_in(
    chat: Chat, private: Office, person: Callable[..., Chat]
) -> None:
    tom = person(TOM, "Tom")
    tom.says(KLAUS)
    card = tom.last
    chat.says("Ada Byron, Analytical Ltd")
    for label in card.buttons:
        chat.taps_data(card.data_of(label))
        assert "Klaus" not in chat.last.text
    assert len(leads(private)) == 2


def test_a_shared_contact_becomes_a_lead(chat: Chat, office: Office) -> None:
    chat.sends(contact={"phone_number": "31612345678", "first_name": "Lotte", "last_name": "Prins"})
    assert leads(office)[0].name == "Lotte Prins"
    assert "+31 6 12345678" in chat.last.text


def test_a_capture_while_a_question_is_open_is_saved_and_the_question_asked_again(
    chat: Chat, office: Office
) -> None:
    chat.says("Klaus Berger, Bosch")
    chat.says("/lead")
    chat.says("Anna de Vries, Philips, anna@philips.com")
    assert [lead.name for lead in leads(office)] == ["Klaus Berger", "Anna de Vries"]
    assert "Cancel" in chat.last.buttons


def test_html_in_what_was_typed_stays_text(chat: Chat) -> None:
    chat.says("Bobby Tables, Tables & Co, bobby@tables.com, <script>alert(1)</script> <i>")
    assert "<script" not in chat.last.html
    assert "<i>" not in chat.last.html
    assert "Tables &amp; Co" in chat.last.html


def test_a_very_long_note_is_one_line_of_the_card(chat: Chat, office: Office) -> None:
    chat.says(KLAUS)
    chat.says("/note " + "wants forty sensors for the second hall " * 100)
    chat.says("Piet Bakker, Philips, piet@philips.com, " + "wants forty sensors for the second hall " * 90)
    assert on_a_phone(chat.last) <= 6
    assert "wants forty sensors for the second hall…" in chat.last.text
