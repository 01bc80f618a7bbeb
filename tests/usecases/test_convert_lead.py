"""A lead converts: what it becomes, what comes along, and the way back."""

import pytest
from sqlalchemy import func, select

from crm.access import Visibility
from crm.capture.draft import ActivityKind, Direction, DraftLead, Due
from crm.errors import Refused
from crm.models import (
    Account,
    Activity,
    Block,
    Contact,
    CustomField,
    CustomValue,
    FieldKind,
    File,
    FollowUp,
    Lead,
    Opportunity,
    OpportunityContact,
    ReachKind,
    Stage,
    StageKind,
    Status,
    Tag,
    Tagging,
)
from crm.money import Money
from crm.rules.conversion import Formal, Opens
from crm.store.blocks import block_of, subject_of
from crm.store.conversion import Why
from crm.store.database import Database
from crm.store.leads import reaches_of
from crm.store.search.find import find_in
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.capture_lead import capture_lead
from crm.usecases.convert_lead import convert_lead
from crm.usecases.log_activity import log_activity
from crm.usecases.open_opportunity import open_opportunity
from crm.usecases.preview_conversion import conflicts_of
from crm.usecases.undo_turn import UndoDependsError
from tests.clock import START
from tests.deal_desk import EURO_12400, DealDesk, picture
from tests.factories import next_id


def test_the_first_quote_makes_an_account_a_contact_and_an_opportunity(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead(emails=["klaus.berger@bosch.com"], phones=["+49402345678"], title="Einkäufer")
        quoted = desk.quote(lead)
        assert quoted.converted is not None
        made = quoted.converted
        assert (made.account.name, made.account.domain, made.account.customer) == ("Bosch", "bosch.com", True)
        assert made.contact is not None
        assert (made.contact.name, made.contact.title) == ("Klaus Berger", "Einkäufer")
        assert [r.value for r in reaches_of(session, made.contact)] == [
            "klaus.berger@bosch.com",
            "+49402345678",
        ]
        opportunity = made.opportunity
        assert opportunity is not None
        assert (opportunity.value_minor, opportunity.currency) == (1_240_000, "EUR")
        stage = session.get(Stage, (desk.workspace.id, opportunity.stage_id))
        assert stage is not None and (stage.standard, opportunity.probability) == ("quote-sent", 50)
        assert opportunity.close_guessed and (opportunity.close_day - START.date()).days == 30
        assert lead.status is Status.CONVERTED
        assert (lead.account_id, lead.contact_id) == (made.account.id, made.contact.id)
        assert lead.owed_since is None and lead.cadence_day is None
        part = session.scalars(select(OpportunityContact)).one()
        assert (part.opportunity_id, part.contact_id) == (opportunity.id, made.contact.id)


def test_nothing_is_left_behind(database: Database) -> None:
    """Timeline, follow-ups with whose they are, files and tags are seen from account, contact and opportunity."""
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        desk.do(
            lambda work: log_activity(
                work, desk.access(desk.max), lead, ActivityKind.NOTE, happened_at=START, text="40 sensors"
            ),
            desk.max,
        )
        planned = desk.do(
            lambda work: add_follow_up(
                work,
                desk.access(),
                lead,
                desk.who(desk.max),
                Due(START.date(), None, ""),
                action="call",
                reason="",
            )
        ).follow_up
        tag = Tag(workspace_id=lead.workspace_id, id=next_id(), name="VIP", key="vip", created_at=START)
        tagging = Tagging(
            workspace_id=lead.workspace_id, id=next_id(), tag_id=tag.id, block=Block.LEAD, entity_id=lead.id
        )
        photo = File(
            workspace_id=lead.workspace_id,
            id=next_id(),
            lead_id=lead.id,
            member_id=desk.eva.id,
            kind="photo",
            bot_id=1,
            file_id="x",
            created_at=START,
        )
        session.add_all([tag, tagging, photo])
        made = desk.quote(lead).converted
        assert made is not None and made.contact is not None and made.opportunity is not None
        session.expire_all()
        for column, row in (
            (Activity.account_id, made.account),
            (Activity.contact_id, made.contact),
            (Activity.opportunity_id, made.opportunity),
        ):
            said = session.scalars(select(Activity.text).where(column == row.id)).all()
            assert {"met at the booth", "40 sensors"} <= set(said)
        assert (planned.account_id, planned.contact_id, planned.opportunity_id, planned.member_id) == (
            made.account.id,
            made.contact.id,
            made.opportunity.id,
            desk.max.id,
        )
        assert subject_of(session, desk.access(), planned) is made.contact
        assert photo.account_id == made.account.id
        tagged = session.scalars(select(Tagging.entity_id).where(Tagging.tag_id == tag.id)).all()
        assert set(tagged) == {lead.id, made.account.id, made.contact.id, made.opportunity.id}


@pytest.mark.parametrize(
    ("name", "organisation", "phones", "account", "contact", "private"),
    [
        (None, None, ["+31612345678"], "+31612345678", True, True),
        ("Piet Bos", None, [], "Piet Bos", True, True),
        (None, "Philips", ["+31402345678"], "Philips", False, False),
    ],
)
def test_a_lead_with_only_a_phone_number_or_without_an_organisation_converts_too(
    database: Database,
    name: str | None,
    organisation: str | None,
    phones: list[str],
    account: str,
    contact: bool,
    private: bool,
) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = desk.quote(desk.lead(name, organisation, phones=phones)).converted
        assert made is not None
        assert (made.account.name, made.contact is not None, made.account.private) == (
            account,
            contact,
            private,
        )


def test_a_lead_of_which_nothing_is_known_is_refused(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead(None, None)
        with pytest.raises(Refused, match="convert-nobody"):
            desk.do(lambda work: convert_lead(work, desk.who(), lead))


def test_undo_restores_exactly_what_was(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead(emails=["klaus@bosch.com"])
        before = picture(session)
        made = desk.quote(lead).converted
        assert made is not None
        desk.undo()
        assert picture(session) | {"stage": [], "lost_reason": []} == before | {
            "stage": [],
            "lost_reason": [],
        }
        standing = select(Activity.account_id).where(Activity.deleted_at.is_(None))
        assert session.scalars(standing.distinct()).all() == [None]
        assert find_in(session, desk.access(), Block.ACCOUNT, "Bosch") == []
        assert find_in(session, desk.access(), Block.LEAD, "Bosch") == [lead.id]


def test_undo_names_what_was_added_since(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        quoted = desk.quote(desk.lead())
        assert quoted.converted is not None and quoted.converted.contact is not None
        contact = quoted.converted.contact
        desk.do(
            lambda work: log_activity(
                work, desk.access(), contact, ActivityKind.NOTE, happened_at=START, text="new"
            )
        )
        with pytest.raises(UndoDependsError) as refused:
            desk.undo(-2)
        assert refused.value.args_for_text["notes"] == 1


def test_undo_names_what_was_added_on_the_old_lead_since(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        desk.quote(lead)
        desk.do(
            lambda work: log_activity(
                work, desk.access(), lead, ActivityKind.NOTE, happened_at=START, text="new"
            )
        )
        with pytest.raises(UndoDependsError) as refused:
            desk.undo(-2)
        assert refused.value.args_for_text["notes"] == 1
        desk.undo(-2)
        desk.undo(-4)
        assert lead.converted_at is None


def test_a_second_conversion_is_answered_and_makes_nothing(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        desk.quote(lead)
        with pytest.raises(Refused, match="lead-converted"):
            desk.do(lambda work: convert_lead(work, desk.who(), lead))
        assert session.scalar(select(func.count()).select_from(Account)) == 1


def test_an_account_of_the_same_name_or_domain_is_offered_and_the_quote_stands_logged(
    database: Database,
) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        desk.quote(desk.lead("Klaus Berger", "Bosch GmbH", emails=["klaus@bosch.com"]))
        by_name = desk.quote(desk.lead("Mia Kurz", "BOSCH"))
        by_domain = desk.quote(desk.lead("Jo Lang", "Rexroth", emails=["jo@bosch.com"]))
        for quoted, why in ((by_name, Why.NAME), (by_domain, Why.DOMAIN)):
            assert quoted.converted is None and quoted.matches is not None
            assert [(m.account.name, m.why) for m in quoted.matches.accounts] == [("Bosch GmbH", why)]
            lead = session.get(Lead, (desk.workspace.id, quoted.activity.lead_id or 0))
            assert lead is not None and lead.conversion_asked_at is not None


def test_a_freemail_domain_never_makes_two_people_one_organisation(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        desk.quote(desk.lead("Klaus Berger", "Bosch", emails=["klaus@gmail.com"]))
        other = desk.quote(desk.lead("Mia Kurz", "Philips", emails=["mia@gmail.com"]))
        assert other.converted is not None and not other.converted.knew_account


def test_an_existing_contact_gets_blanks_filled_and_is_never_overwritten(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        first = desk.quote(desk.lead("Klaus Berger", "Bosch", emails=["klaus@bosch.com"])).converted
        assert first is not None and first.contact is not None
        first.contact.source = "Website"
        lead = desk.lead(
            "Klaus Berger",
            "Bosch",
            emails=["klaus@bosch.com"],
            phones=["+49402345678"],
            title="CTO",
            source="Fair",
        )
        quoted = desk.quote(lead)
        assert quoted.matches is not None and quoted.matches.contact is first.contact
        made = desk.do(
            lambda work: convert_lead(
                work, desk.who(), lead, account=first.account, contact=first.contact, quote=quoted.activity
            )
        )
        assert made.filled == ("title",)
        assert (first.contact.title, first.contact.source) == ("CTO", "Website")
        kinds = [r.kind for r in reaches_of(session, first.contact)]
        assert kinds == [ReachKind.EMAIL, ReachKind.PHONE]
        assert session.scalar(select(func.count()).select_from(Contact)) == 1


def test_a_supplier_converts_on_a_quote_received_without_an_opportunity(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = desk.quote(desk.lead(), direction=Direction.IN).converted
        assert made is not None
        assert (made.account.supplier, made.account.customer, made.opportunity) == (True, False, None)


@pytest.mark.parametrize(
    ("formal", "kinds", "converts"),
    [
        (Formal.QUOTE, [ActivityKind.QUOTE], True),
        (Formal.QUOTE, [ActivityKind.CONTRACT], True),
        (Formal.CONTRACT, [ActivityKind.QUOTE], False),
        (Formal.CONTRACT, [ActivityKind.CONTRACT], True),
        (Formal.BOTH, [ActivityKind.CONTRACT], False),
        (Formal.BOTH, [ActivityKind.QUOTE, ActivityKind.QUOTE], False),
        (Formal.BOTH, [ActivityKind.QUOTE, ActivityKind.CONTRACT], True),
    ],
)
def test_what_counts_as_formal_is_the_workspaces_choice(
    sqlite_database: Database, formal: Formal, kinds: list[ActivityKind], converts: bool
) -> None:
    with sqlite_database.begin() as session:
        desk = DealDesk(session, formal=formal)
        lead = desk.lead()
        for kind in kinds:
            desk.quote(lead, kind=kind)
        assert (lead.converted_at is not None) is converts


def test_a_contract_with_an_amount_wins_the_opportunity(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = desk.quote(desk.lead(), kind=ActivityKind.CONTRACT).converted
        assert made is not None and made.opportunity is not None
        stage = session.get(Stage, (desk.workspace.id, made.opportunity.stage_id))
        assert stage is not None and stage.kind is StageKind.WON
        assert made.opportunity.probability == 100 and made.opportunity.closed_at is not None


def test_an_opportunity_that_stands_on_the_lead_goes_to_the_account(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        opened = desk.do(lambda work: open_opportunity(work, desk.who(), lead, name="40 sensors"))
        assert (opened.lead_id, opened.account_id) == (lead.id, None)
        made = desk.quote(lead).converted
        assert made is not None and made.opportunity is opened
        assert (opened.account_id, opened.value_minor) == (made.account.id, 1_240_000)
        assert session.scalar(select(func.count()).select_from(Opportunity)) == 1


def test_a_second_quote_on_the_contact_goes_to_its_one_open_opportunity(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = desk.quote(desk.lead()).converted
        assert made is not None
        again = desk.quote(made.contact, Money(1_300_000, "EUR"))
        assert again.opportunity is made.opportunity
        assert made.opportunity is not None and made.opportunity.value_minor == 1_300_000
        assert again.activity.opportunity_id == made.opportunity.id


def test_a_rep_cannot_convert_a_colleagues_lead(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        with pytest.raises(Refused, match="not-yours-to-edit"):
            desk.do(lambda work: convert_lead(work, desk.who(desk.max), lead), desk.max)


def test_in_a_private_workspace_a_colleagues_account_is_not_told_of(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        desk.quote(desk.lead("Klaus Berger", "Bosch", emails=["klaus@bosch.com"]))
        other = desk.lead("Klaus Berger", "Bosch", emails=["klaus@bosch.com"], holder=desk.max)
        quoted = desk.quote(other, member=desk.max)
        assert quoted.matches is None and quoted.converted is not None
        assert not quoted.converted.knew_account and not quoted.converted.knew_contact


def test_follow_ups_ring_for_contacts_too(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = desk.quote(desk.lead(), EURO_12400).converted
        assert made is not None and made.contact is not None
        contact = made.contact
        planned = desk.do(
            lambda work: add_follow_up(
                work,
                desk.access(),
                contact,
                desk.who(),
                Due(START.date(), None, ""),
                action="call",
                reason="",
            )
        ).follow_up
        assert isinstance(planned, FollowUp)
        assert (planned.lead_id, planned.contact_id, planned.account_id) == (
            None,
            contact.id,
            made.account.id,
        )


@pytest.mark.parametrize(("supplier", "opened"), [(False, 1), (True, 0)])
def test_where_the_workspace_chose_so_an_opportunity_opens_at_first_contact(
    database: Database, supplier: bool, opened: int
) -> None:
    """It stands on the lead until that converts; undoing the capture takes it back."""
    with database.begin() as session:
        desk = DealDesk(session, opens=Opens.AT_FIRST_CONTACT)
        draft = DraftLead(
            name="Klaus Berger",
            organisation="Bosch",
            note="40 sensors",
            value=Money(1_200_000, "EUR"),
            supplier=supplier,
        )
        lead = desk.do(
            lambda work: capture_lead(
                work, desk.who(), draft, text="at the booth", written_at=START, fair=None
            )
        ).lead
        found = session.scalars(select(Opportunity)).all()
        assert len(found) == opened
        if supplier:
            return
        (standing,) = found
        assert (standing.lead_id, standing.account_id, standing.name) == (lead.id, None, "40 sensors")
        assert (standing.value_minor, standing.probability) == (1_200_000, 10)
        made = desk.quote(lead).converted
        assert made is not None and made.opportunity is standing and standing.account_id == made.account.id
        desk.undo(-1)
        desk.undo(0)
        assert standing.deleted_at is not None and lead.deleted_at is not None


def test_what_stood_on_a_lead_that_turns_out_a_supplier_is_not_lost(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        lead = desk.lead()
        opened = desk.do(lambda work: open_opportunity(work, desk.who(), lead, name="40 sensors"))
        made = desk.quote(lead, direction=Direction.IN).converted
        assert made is not None and made.opportunity is opened and lead.opportunity_id == opened.id
        assert (opened.account_id, opened.probability, opened.value_minor) == (made.account.id, 10, None)


def test_conflicts_name_what_stays_own_fields_too(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        first = desk.quote(desk.lead("Klaus Berger", "Bosch", website="bosch.com", title="CTO")).converted
        assert first is not None and first.contact is not None
        lead = desk.lead("Klaus Berger", "Bosch", website="bosch.de", title="CEO")
        for position, (row, value) in enumerate(((lead, "10"), (first.contact, "20"))):
            own = CustomField(
                workspace_id=lead.workspace_id,
                id=next_id(),
                block=block_of(row),
                name="Pumps",
                key="pumps",
                kind=FieldKind.NUMBER,
                position=position,
                created_at=START,
            )
            shared = {"workspace_id": lead.workspace_id, "id": next_id(), "field_id": own.id}
            session.add_all([own, CustomValue(entity_id=row.id, value=value, **shared)])
        session.flush()
        found = conflicts_of(session, lead, first.account, first.contact)
        assert [(c.field, c.own, c.kept, c.said) for c in found] == [
            ("website", False, "bosch.com", "bosch.de"),
            ("title", False, "CTO", "CEO"),
            ("Pumps", True, "20", "10"),
        ]
