"""Deals of a file that names no company: a contact's, a lead's, a private person's; contacts at several accounts."""

import json
from typing import Any

import pytest
from sqlalchemy import select

from crm.access import Role, Visibility
from crm.models import Account, Block, Contact, ImportPiece, Lead, Opportunity, OpportunityContact
from crm.store.database import Database
from crm.store.exporting import export
from crm.store.search.find import find_in
from crm.usecases.import_check import check_import
from tests.factories import add_member, add_workspace
from tests.imports.desk import Desk, standing
from tests.test_turn import counted


@pytest.fixture
def desks(database: Database) -> list[Desk]:
    """Olga (owner) and Tom (rep) of one company, where a rep sees only their own."""
    with database.begin() as session:
        workspace = add_workspace(session)
        workspace.visibility = Visibility.PRIVATE
        tom = add_member(session, workspace, name="Tom")
        olga = Desk(database, add_member(session, workspace, name="Olga", role=Role.OWNER))
        desks = [olga, Desk(database, tom)]
    desks[1].ids = olga.ids
    return desks


@pytest.fixture
def desk(desks: list[Desk]) -> Desk:
    return desks[0]


def one(desk: Desk, kind: Any, **by: Any) -> Any:
    with desk.database.read() as session:
        query = select(kind).where(kind.workspace_id == desk.member.workspace_id, kind.deleted_at.is_(None))
        return session.scalars(query.filter_by(**by)).one()


def rows(desk: Desk, what: Any) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(desk.database, what, "jsonl")]


def finds(desk: Desk, block: Block, query: str) -> list[int]:
    with desk.database.read() as session:
        return find_in(session, desk.who(session).access, block, query)


def faults(desk: Desk, import_id: int) -> list[Any]:
    with desk.database.read() as session:
        return session.scalars(select(ImportPiece.faults).where(ImportPiece.import_id == import_id)).one()


def test_a_contacts_deal_is_on_their_account_and_they_take_part(desk: Desk) -> None:
    desk.imports("Name,Company,Email\nKlaus Berger,Bosch,k@bosch.example\n", block=Block.CONTACT)
    for file in ("Deal name,Contact\nSensors,klaus berger\n", "Deal name,Email\nPumps,K@bosch.example\n"):
        done = desk.imports(file, block=Block.OPPORTUNITY)
        assert (done.made, done.bad) == (1, 0)
    klaus, bosch = one(desk, Contact), one(desk, Account)
    for name in ("Sensors", "Pumps"):
        deal = one(desk, Opportunity, name=name)
        assert (deal.account_id, deal.lead_id) == (bosch.id, None)
        assert one(desk, OpportunityContact, opportunity_id=deal.id).contact_id == klaus.id


def test_who_gets_the_deal_of_a_contact_without_an_account_finds_them(desks: list[Desk]) -> None:
    olga, tom = desks
    olga.imports("Name,Email\nJan Smit,jan@smit.example\n", block=Block.CONTACT)
    done = olga.imports("Deal name,Contact,Owner\nBike,Jan Smit,Tom\n", block=Block.OPPORTUNITY)
    assert finds(tom, Block.CONTACT, "jan smit") == [one(olga, Contact).id]
    olga.undoes(done.id)
    assert finds(tom, Block.CONTACT, "jan smit") == []


def test_a_known_leads_deal_is_on_the_lead_and_undone_with_the_import(desk: Desk) -> None:
    desk.imports("Name,Company\nAnna de Vries,Philips\n", block=Block.LEAD)
    before = standing(desk.database, desk.member.workspace_id)
    done = desk.imports("Deal name,Lead\nLamps,Anna de Vries\n", block=Block.OPPORTUNITY)
    lead, deal = one(desk, Lead), one(desk, Opportunity)
    assert (deal.lead_id, deal.account_id, lead.opportunity_id) == (lead.id, None, deal.id)
    assert finds(desk, Block.OPPORTUNITY, "lamps philips") == [deal.id]
    desk.undoes(done.id)
    after = standing(desk.database, desk.member.workspace_id)
    assert [after[table] for table in ("lead", "opportunity")] == [before["lead"], []]


def test_a_lead_is_known_by_its_organisation_too(desk: Desk) -> None:
    desk.imports("Company,Email\nPhilips,info@philips.example\n", block=Block.LEAD)
    desk.imports("Deal name,Lead\nLamps,Philips\n", block=Block.OPPORTUNITY)
    assert one(desk, Opportunity).lead_id == one(desk, Lead).id


def test_somebody_nobody_knows_becomes_a_private_person_once(desk: Desk) -> None:
    file = "Deal name,Contact,Email\nBike,Jan Smit,jan@smit.example\nTrailer,Jan Smit,jan@smit.example\n"
    assert desk.checks(desk.keeps(file, block=Block.OPPORTUNITY)).new == 2
    done = desk.imports(file, block=Block.OPPORTUNITY)
    assert (done.made, done.bad) == (2, 0)
    account, jan = one(desk, Account), one(desk, Contact)
    assert (account.name, account.private, jan.name) == ("Jan Smit", True, "Jan Smit")
    for name in ("Bike", "Trailer"):
        deal = one(desk, Opportunity, name=name)
        assert deal.account_id == account.id
        assert one(desk, OpportunityContact, opportunity_id=deal.id).contact_id == jan.id
    again = desk.imports(file, block=Block.OPPORTUNITY)
    assert (again.made, again.skipped) == (0, 2)
    desk.imports("Deal name,Contact\nHelmet,Jan Smit\n", block=Block.OPPORTUNITY)
    assert one(desk, Opportunity, name="Helmet").account_id == account.id
    assert one(desk, Contact).id == jan.id


def test_only_a_row_that_says_nothing_of_whose_it_is_does_not_fit(desk: Desk) -> None:
    done = desk.imports("Deal name,Company,Contact,Email\nA,,,\nB,Bosch,,\n", block=Block.OPPORTUNITY)
    assert (done.made, done.bad) == (1, 1)
    assert faults(desk, done.id) == [[0, [["bad-whose", None]]]]


def known_and_new(count: int) -> tuple[str, str]:
    """So many contacts; deals of theirs by name and by address, and of as many whom nobody knows."""
    numbers = range(count)
    contacts = [f"Person a{n},Firm {n},p{n}@firm{n}.example" for n in numbers]
    deals = [f"Known {n},Person a{n}," for n in numbers]
    deals += [f"Written {n},,p{n}@firm{n}.example" for n in numbers]
    deals += [f"New {n},Somebody b{n},b{n}@new{n}.example" for n in numbers]
    return "\n".join(["Name,Company,Email", *contacts]), "\n".join(["Deal name,Contact,Email", *deals])


def test_whose_the_deals_are_is_asked_for_all_rows_at_once(desk: Desk) -> None:
    """A deal itself takes a statement, whosever it is."""
    checked, ran = list[int](), list[int]()
    for count in (4, 30):
        contacts, deals = known_and_new(count)
        desk.imports(contacts, block=Block.CONTACT)
        import_id = desk.keeps(deals, block=Block.OPPORTUNITY)
        with counted(desk.database) as statements:
            desk.commit(lambda s, id=import_id: check_import(s, desk.get(s, id), desk.who(s)))
        checked.append(len(statements))
        with counted(desk.database) as statements:
            done = desk.runs(import_id)
        ran.append(len(statements))
    assert (done.made, done.skipped, done.bad) == (78, 12, 0)
    assert checked[1] == checked[0]
    assert ran[1] - ran[0] <= 78 - 12


def test_of_several_of_one_name_none_is_guessed(desk: Desk) -> None:
    people = "Name,Company,Email\nJan Smit,Shell,j@shell.example\nJan Smit,Esso,j@esso.example\n"
    desk.imports(people, block=Block.CONTACT)
    file = "Deal name,Contact,Email\nOil,Jan Smit,\nGas,Jan Smit,j@esso.example\n"
    assert desk.checks(desk.keeps(file, block=Block.OPPORTUNITY)).reasons == {"bad-several-persons": 1}
    done = desk.imports(file, block=Block.OPPORTUNITY)
    assert faults(desk, done.id) == [[0, [["bad-several-persons", None]]]]
    assert one(desk, Opportunity).account_id == one(desk, Account, name="Esso").id


def test_whom_a_rep_may_not_see_is_nobody_they_know(desks: list[Desk]) -> None:
    olga, tom = desks
    olga.imports("Name,Company\nKlaus Berger,Bosch\n", block=Block.CONTACT)
    olga.imports("Name,Company\nAnna de Vries,Philips\n", block=Block.LEAD)
    done = tom.imports(
        "Deal name,Contact\nSensors,Klaus Berger\nLamps,Anna de Vries\n", block=Block.OPPORTUNITY
    )
    assert (done.made, done.bad) == (2, 0)
    bosch, klaus = one(olga, Account, name="Bosch"), one(olga, Contact, holder_id=olga.member.id)
    with olga.database.read() as session:
        for deal in session.scalars(select(Opportunity)):
            assert (deal.lead_id, deal.account_id != bosch.id, deal.holder_id) == (None, True, tom.member.id)
        taking_part = set(session.scalars(select(OpportunityContact.contact_id)))
    assert klaus.id not in taking_part


def test_a_contact_at_several_accounts_keeps_them_and_the_role_at_each(desk: Desk) -> None:
    file = 'Name,Accounts,Roles\nKlaus Berger,"Bosch; ""Rexroth, AG""",buyer; user\nAnna Vos,Shell; Esso,Inkoper\n'
    desk.imports(file, block=Block.CONTACT)
    klaus, anna = sorted(rows(desk, "contacts"), key=lambda row: row["name"], reverse=True)
    assert (klaus["accounts"], klaus["roles"]) == (["Bosch", "Rexroth, AG"], ["buyer", "user"])
    assert (anna["accounts"], anna["roles"]) == (["Shell", "Esso"], ["buyer", "buyer"])


def test_an_update_adds_a_place_and_tells_the_role_anew(desk: Desk) -> None:
    desk.imports("Name,Email,Accounts,Roles\nKlaus,k@x.example,Bosch,user\n", block=Block.CONTACT)
    before = standing(desk.database, desk.member.workspace_id)
    more = "Name,Email,Accounts,Roles\nKlaus,k@x.example,Bosch; Rexroth,buyer; other\n"
    done = desk.imports(more, block=Block.CONTACT, updates=True)
    (klaus,) = rows(desk, "contacts")
    assert (klaus["accounts"], klaus["roles"]) == (["Bosch", "Rexroth"], ["buyer", "other"])
    desk.undoes(done.id)
    assert standing(desk.database, desk.member.workspace_id) == before
