"""What becomes of the rows of a file: made, matched, updated, bad; and undone whole."""

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Role
from crm.capture.draft import ActivityKind, DraftLead
from crm.models import (
    Account,
    AccountContact,
    Block,
    Contact,
    ContactRole,
    Import,
    ImportPiece,
    ImportState,
    Lead,
    Opportunity,
    Reach,
    Stage,
    Status,
    Tag,
    Turn,
)
from crm.store.database import Database
from crm.store.imports import SLICE
from crm.store.leads import get_lead
from crm.store.search.find import find_in
from crm.usecases.add_to_lead import add_to_lead
from crm.usecases.capture_lead import as_own_lead
from crm.usecases.edit_lead import edit_lead
from crm.usecases.log_activity import log_activity
from crm.usecases.undo_import import UndoDependsError
from crm.usecases.undo_turn import undo_turn
from tests.factories import add_member, add_workspace
from tests.imports.desk import Desk, refusal, standing

KLAUS = DraftLead(name="Klaus Berger")


@pytest.fixture
def desk(database: Database) -> Desk:
    with database.begin() as session:
        workspace = add_workspace(session)
        add_member(session, workspace, name="Tom")
        return Desk(database, add_member(session, workspace, name="Olga", role=Role.OWNER))


def leads(desk: Desk) -> list[Lead]:
    with desk.database.read() as session:
        return list(session.scalars(select(Lead).where(Lead.deleted_at.is_(None)).order_by(Lead.id)))


def find(desk: Desk, block: Block, query: str) -> list[int]:
    with desk.database.read() as session:
        return find_in(session, desk.who(session).access, block, query)


HUBSPOT = """Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lead Status,Contact owner,Job Title
101,Klaus,Berger,k.berger@bosch.example,0711 123456,Bosch Rexroth,Connected,Tom,Buyer
102,Anna,de Vries,anna@philips.example,+31 6 12345678,Philips,New,Nobody Known,
"""


def test_a_hubspot_export_becomes_leads_with_their_owners(desk: Desk) -> None:
    done = desk.imports(HUBSPOT, "hubspot.csv")
    assert (done.block, done.made, done.bad, done.state) == (Block.LEAD, 2, 0, ImportState.DONE)
    klaus, anna = leads(desk)
    assert (klaus.name, klaus.organisation, klaus.title) == ("Klaus Berger", "Bosch Rexroth", "Buyer")
    assert klaus.status is Status.CONTACTED
    with desk.database.read() as session:
        names = dict(session.execute(select(Lead.id, Lead.holder_id)).all())
        reaches = session.scalars(select(Reach.value).order_by(Reach.id)).all()
    assert names[klaus.id] != names[anna.id] == desk.member.id
    assert reaches == ["k.berger@bosch.example", "+31711123456", "anna@philips.example", "+31612345678"]
    assert find(desk, Block.LEAD, "bergr rexroth") == [klaus.id]


def test_dutch_cells_in_windows_letters_with_semicolons(desk: Desk) -> None:
    file = "Naam;Bedrijf;Telefoon;Waarde;Notitie;Heet\nJosé Müller;Café Zoë;06-20304050;€ 12.500,50;wil 40 sensoren;ja\n"
    desk.imports(file.encode("cp1252"), "export.csv")
    (lead,) = leads(desk)
    assert (lead.name, lead.organisation, lead.hot) == ("José Müller", "Café Zoë", True)
    assert (lead.value_minor, lead.currency, lead.note) == (1250050, "EUR", "wil 40 sensoren")


def test_rows_that_are_there_are_skipped_or_updated_as_chosen(desk: Desk) -> None:
    desk.imports("Name,Email,Company,Notes\nKlaus Berger,k@bosch.example,Bosch,old\n")
    again = "Name,Email,Company,Notes,Phone\nKlaus Berger,K@bosch.example,Bosch Rexroth,new,0612345678\n"
    checked = desk.checks(desk.keeps(again))
    assert (checked.new, checked.known) == (0, 1)
    skipped = desk.imports(again)
    assert (skipped.made, skipped.skipped, leads(desk)[0].note) == (0, 1, "old")
    updated = desk.imports(again, updates=True)
    (lead,) = leads(desk)
    assert (updated.updated, lead.note, lead.organisation) == (1, "new", "Bosch Rexroth")
    assert find(desk, Block.LEAD, "rexroth") == find(desk, Block.LEAD, "06 12345678") == [lead.id]


def test_the_same_person_twice_in_a_file_is_one_lead(desk: Desk) -> None:
    file = "Name,Email\nKlaus Berger,k@bosch.example\nK. Berger,k@bosch.example\n"
    checked = desk.checks(desk.keeps(file))
    assert (checked.new, checked.known) == (1, 1)
    assert desk.imports(file).made == 1


def test_what_does_not_fit_says_why_and_the_rest_goes_on(desk: Desk) -> None:
    file = "Name,Email,Amount,Phone\nA,not an address,12,\nB,,lots,12\nC,c@c.example,5,\n,,,\n,,9,\n"
    import_id = desk.keeps(file)
    assert desk.checks(import_id).reasons == {
        "bad-email": 1,
        "bad-amount": 1,
        "bad-phone": 1,
        "bad-no-name": 1,
    }
    done = desk.runs(import_id)
    assert (done.made, done.bad) == (1, 3)
    with desk.database.read() as session:
        (faults,) = session.scalars(select(ImportPiece.faults).where(ImportPiece.import_id == done.id))
    assert faults == [
        [0, [["bad-email", "Email"]]],
        [1, [["bad-amount", "Amount"], ["bad-phone", "Phone"]]],
        [3, [["bad-no-name", None]]],
    ]


def test_contacts_bring_their_account_and_role_along(desk: Desk) -> None:
    file = "Contact Name,Account Name,Role,Email\nKlaus Berger,Bosch,Decision maker,k@bosch.example\nEva Lang,BOSCH GmbH,Buyer,e@bosch.example\n"
    done = desk.imports(file, "contacts.csv")
    assert (done.block, done.made) == (Block.CONTACT, 2)
    with desk.database.read() as session:
        (account,) = session.scalars(select(Account)).all()
        roles = session.scalars(select(AccountContact.role).order_by(AccountContact.id)).all()
    assert (account.name, account.domain) == ("Bosch", "bosch.example")
    assert roles == [ContactRole.DECISION_MAKER, ContactRole.BUYER]
    assert len(find(desk, Block.CONTACT, "bosch")) == 2
    assert find(desk, Block.ACCOUNT, "bosch") == [account.id]


def test_deals_of_pipedrive_become_opportunities(desk: Desk) -> None:
    file = (
        "Deal - Title,Deal - Value,Deal - Currency,Organization - Name,Deal - Stage,Deal - Expected close date,Deal - Probability\n"
        "40 sensors,12000,EUR,Bosch,Proposal Made,2026-04-24,60\nOld line,500,USD,Bosch,Won,2025-01-31,\nBad,1,EUR,Bosch,Nirvana,,\nWrong,1,EUR,Bosch,Won,,20\n"
    )
    done = desk.imports(file, "deals.csv")
    assert (done.block, done.made, done.bad) == (Block.OPPORTUNITY, 2, 2)
    with desk.database.read() as session:
        sensors, old = session.scalars(
            select(Opportunity).where(Opportunity.deleted_at.is_(None)).order_by(Opportunity.id)
        ).all()
        stage = session.get_one(Stage, (sensors.workspace_id, sensors.stage_id))
    assert (stage.standard, sensors.probability, sensors.probability_by_hand) == ("quote-sent", 60, True)
    assert (sensors.value_minor, str(sensors.close_day), sensors.close_guessed) == (
        1200000,
        "2026-04-24",
        False,
    )
    assert (old.probability, old.currency) == (100, "USD")
    assert old.closed_at is not None
    assert old.closed_at.year == 2025
    assert sensors.closed_at is None


def test_tags_are_made_once_and_hang_on_each_row(desk: Desk) -> None:
    desk.imports('Name,Email,Tags\nA,a@a.example,"fair, hot"\nB,b@b.example,Fair\n')
    with desk.database.read() as session:
        assert session.scalars(select(Tag.name).order_by(Tag.id)).all() == ["fair", "hot"]


def many(count: int) -> str:
    rows = (f"Person {n:04},p{n:04}@x{n:04}.example,Firm {n:04}" for n in range(count))
    return "Name,Email,Company\n" + "\n".join(rows) + "\n"


def test_each_slice_is_a_turn_of_the_import(desk: Desk) -> None:
    done = desk.imports(many(2 * SLICE + 1))
    with desk.database.read() as session:
        turns = session.scalars(select(Turn).where(Turn.import_id == done.id)).all()
    assert (done.made, len(turns)) == (2 * SLICE + 1, 3)


def test_undone_whole_everything_is_as_before(desk: Desk) -> None:
    desk.imports("Name,Email,Company,Notes\nPerson 0001,p0001@x0001.example,Firm 0001,mine\n")
    before = standing(desk.database, desk.member.workspace_id)
    file = (
        many(2 * SLICE + 5).replace("Company\n", "Company,Tags\n").replace("Firm 0003\n", "Firm 0003,vip\n")
    )
    done = desk.imports(file, updates=True)
    assert (done.updated, done.made) == (1, 2 * SLICE + 4)
    assert standing(desk.database, desk.member.workspace_id) != before
    desk.undoes(done.id)
    after = standing(desk.database, desk.member.workspace_id)
    for table, rows in before.items():
        assert after[table] == rows, table
    with desk.database.read() as session:
        assert desk.get(session, done.id).state is ImportState.UNDONE


def test_what_was_added_since_is_named_and_nothing_is_undone(desk: Desk) -> None:
    done = desk.imports(many(SLICE + 2))
    first, *_, last = leads(desk)

    def adds(session: object) -> None:
        work = desk.work(session)  # type: ignore[arg-type]
        access = desk.who(work.session).access
        lead = get_lead(work.session, access, first.id)
        log_activity(work, access, lead, ActivityKind.NOTE, happened_at=desk.clock(), text="wants a demo")

    def renames(session: object) -> None:
        work = desk.work(session)  # type: ignore[arg-type]
        get_lead(work.session, desk.who(work.session).access, last.id).name = "Another"
        work.session.add(
            Turn(workspace_id=last.workspace_id, id=work.turn_id, member_id=1, at=work.now, what="")
        )

    desk.commit(adds)
    desk.commit(renames)
    refused = refusal(lambda: desk.undoes(done.id))
    assert isinstance(refused, UndoDependsError)
    assert refused.args_for_text == {"notes": 1, "follow_ups": 0, "changes": 1}
    assert len(leads(desk)) == SLICE + 2


def adds_klaus(desk: Desk, lead: Lead) -> int:
    """Somebody writes about the lead, who gets a name by it; the turn."""

    def adds(session: Session) -> int:
        work, who = desk.work(session), desk.who(session)
        there = get_lead(session, who.access, lead.id)
        add_to_lead(work, who, there, KLAUS, text="Klaus", written_at=desk.clock(), again=True)
        return work.turn_id

    turn_id: int = desk.commit(adds)
    return turn_id


def test_what_was_changed_while_another_thing_was_taken_back_is_not_lost(desk: Desk) -> None:
    done = desk.imports("Email,Company\nanna@philips.example,Philips\n", block=Block.LEAD)
    (lead,) = leads(desk)
    added = adds_klaus(desk, lead)

    def says_it_is_the_organisation(session: Session) -> None:
        work, access = desk.work(session), desk.who(session).access
        undo_turn(work, access, added)
        edit_lead(work, access, get_lead(session, access, lead.id), organisation="Klaus")

    desk.commit(says_it_is_the_organisation)
    refused = refusal(lambda: desk.undoes(done.id))
    assert refused.args_for_text == {"notes": 0, "follow_ups": 0, "changes": 1}
    with desk.database.read() as session:
        assert desk.get(session, done.id).state is ImportState.DONE
    assert [each.organisation for each in leads(desk)] == ["Klaus"]


def test_what_was_added_and_became_another_lead_does_not_stand_in_the_way(desk: Desk) -> None:
    done = desk.imports("Email,Company\nanna@philips.example,Philips\n", block=Block.LEAD)
    added = adds_klaus(desk, leads(desk)[0])

    def says_it_is_another(session: Session) -> None:
        as_own_lead(
            desk.work(session),
            desk.who(session),
            added,
            KLAUS,
            text="Klaus",
            written_at=desk.clock(),
            fair=None,
        )

    desk.commit(says_it_is_another)
    desk.undoes(done.id)
    assert [each.name for each in leads(desk)] == ["Klaus Berger"]


def test_a_part_of_an_import_is_not_undone_by_itself(desk: Desk) -> None:
    done = desk.imports(many(SLICE + 1))
    with desk.database.read() as session:
        turn_id = session.scalars(select(Turn.id).where(Turn.import_id == done.id)).first() or 0
    refused = refusal(
        lambda: desk.commit(lambda session: undo_turn(desk.work(session), desk.who(session).access, turn_id))
    )
    assert refused.key == "undo-import-whole"


def test_an_import_starts_once(desk: Desk) -> None:
    done = desk.imports(many(3))
    assert refusal(lambda: desk.runs(done.id)).key == "passed"
    desk.undoes(done.id)
    assert refusal(lambda: desk.undoes(done.id)).key == "undo-done"
    with desk.database.read() as session:
        assert session.get_one(Import, (done.workspace_id, done.id)).made == 3


def test_an_imported_lead_owes_nothing(desk: Desk) -> None:
    """Thousands that were never met would bury those who wait for an answer."""
    desk.imports(many(2))
    assert {(lead.owed_since, lead.cadence_day) for lead in leads(desk)} == {(None, None)}
    with desk.database.read() as session:
        assert session.scalars(select(Contact)).all() == []
