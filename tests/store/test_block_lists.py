"""Lists of accounts, contacts and opportunities, names of organisations, and one search, on both databases."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.access import Access, Role, Visibility
from crm.capture.draft import Due
from crm.models import AccountContact, Block, Contact, Member, Opportunity, SharedPosting
from crm.money import Money
from crm.store.accounts import accounts_of, leads_behind, organisations_of, people_of
from crm.store.block_lists import RowFilter, page_of_rows, without_step
from crm.store.blocks import find_subject
from crm.store.database import Database
from crm.store.exporting.scope import Scope
from crm.store.opportunities import opportunities_of
from crm.store.search.find import find_everywhere, find_in
from crm.store.stages import pipeline
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.convert_lead import Converted, convert_lead
from crm.usecases.hand_over import hand_over
from crm.usecases.hand_over_all import former_holders, hand_over_all, held_by
from crm.usecases.move_stage import move_stage
from crm.usecases.new_deal import new_deal
from crm.usecases.people_of_account import link_contact, unlink_contact
from crm.usecases.reindex import reindex
from tests.deal_desk import NOW, DealDesk
from tests.factories import access_of, add_member, next_id
from tests.test_turn import counted


def converted(desk: DealDesk, name: str, organisation: str | None, **more: Any) -> Converted:
    email = f"{name.split()[-1].lower()}@{(organisation or 'gmail').split()[0].lower()}.com"
    lead = desk.lead(name, organisation, emails=[email], value_minor=100_000, currency="EUR", **more)
    holder = more.get("holder") or desk.eva
    return desk.do(lambda work: convert_lead(work, desk.who(holder), lead), holder)


def names(session: Session, access: Access, block: Block, **which: Any) -> list[str | None]:
    return [row.name for row in page_of_rows(session, access, block, RowFilter(**which), limit=9).rows]


def test_lists_by_holder_by_kind_and_by_stage(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        bosch = converted(desk, "Klaus Berger", "Bosch")
        converted(desk, "Li Wei", "Cable", supplier=True, holder=desk.max)
        team = desk.access(desk.boss)
        assert names(session, team, Block.ACCOUNT) == ["Cable", "Bosch"]
        assert names(session, team, Block.ACCOUNT, holder_id=desk.max.id) == ["Cable"]
        assert names(session, team, Block.ACCOUNT, supplier=True) == ["Cable"]
        assert names(session, team, Block.ACCOUNT, customer=True) == ["Bosch"]
        assert names(session, team, Block.CONTACT) == ["Li Wei", "Klaus Berger"]
        deal = bosch.opportunity
        assert deal is not None
        assert names(session, team, Block.OPPORTUNITY, stage_id=deal.stage_id) == [deal.name]
        assert names(session, team, Block.OPPORTUNITY, without_step=True) == [deal.name]
        desk.do(
            lambda work: add_follow_up(
                work, desk.access(), deal, desk.who(), Due(NOW.date(), None, ""), action="call", reason=""
            )
        )
        assert names(session, team, Block.OPPORTUNITY, without_step=True) == []
        assert without_step(session, [deal]) == set()


def test_a_private_workspace_shows_a_rep_only_their_own_whatever_is_asked(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        converted(desk, "Klaus Berger", "Bosch")
        max_ = desk.access(desk.max)
        for block in (Block.ACCOUNT, Block.CONTACT, Block.OPPORTUNITY):
            assert names(session, max_, block) == []
            assert names(session, max_, block, holder_id=desk.eva.id) == []
            assert len(names(session, desk.access(desk.boss), block)) == 1


def test_a_contact_is_named_with_the_account_they_were_at_first(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        bosch, cable = converted(desk, "Klaus Berger", "Bosch"), converted(desk, "Li Wei", "Cable")
        contact = bosch.contact
        assert contact is not None and bosch.opportunity is not None
        place = AccountContact(
            workspace_id=desk.workspace.id,
            id=next_id(),
            account_id=cable.account.id,
            contact_id=contact.id,
            created_at=NOW,
        )
        session.add(place)
        session.flush()
        access = desk.access()
        assert organisations_of(session, [contact, bosch.opportunity]) == {
            contact.id: "Bosch",
            bosch.opportunity.id: "Bosch",
        }
        assert [account.name for account, _ in accounts_of(session, access, contact)] == ["Bosch", "Cable"]
        assert [c.name for c, _ in people_of(session, access, cable.account)] == ["Li Wei", "Klaus Berger"]
        assert leads_behind(session, access, bosch.account) == [bosch.lead]
        first = accounts_of(session, access, contact)[0][1]
        first.deleted_at = NOW
        session.flush()
        assert organisations_of(session, [contact])[contact.id] == "Cable"


def test_a_private_person_has_no_organisation(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = converted(desk, "Piet Bakker", None)
        assert made.contact is not None
        assert organisations_of(session, [made.contact]) == {}


def test_open_deals_come_before_what_closed_last(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = converted(desk, "Klaus Berger", "Bosch")
        first = made.opportunity
        assert first is not None and made.contact is not None
        won = next(s for s in desk.do(lambda work: pipeline(work, desk.workspace.id)) if s.probability == 100)
        desk.do(lambda work: move_stage(work, desk.who(), first, won, happened_at=NOW))
        contact = made.contact
        second = desk.do(
            lambda work: new_deal(work, desk.who(), contact, name="Pumps", value=Money(1, "EUR"))
        )
        assert opportunities_of(session, desk.access(), made.account) == [second, first]
        assert opportunities_of(session, desk.access(), contact) == [second, first]


def test_one_search_finds_all_blocks_and_a_converted_lead_once(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = converted(desk, "Klaus Berger", "Bosch Rexroth")
        other = desk.lead("Otto Kern", "Bosch Rexroth")
        assert made.contact is not None and made.opportunity is not None
        found = find_everywhere(session, desk.access(), "rexroth")
        assert found == [
            (Block.ACCOUNT, made.account.id),
            (Block.CONTACT, made.contact.id),
            (Block.OPPORTUNITY, made.opportunity.id),
            (Block.LEAD, other.id),
        ]
        assert find_everywhere(session, desk.access(), "otto rexroth") == [(Block.LEAD, other.id)]
        assert find_everywhere(session, desk.access(), "rexrth", limit=1, offset=1) == found[1:2]
        assert find_everywhere(session, desk.access(), "berger@bosch.com") == [
            (Block.CONTACT, made.contact.id)
        ]


def test_everything_of_somebody_who_left_changes_hands_but_what_is_closed(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session)
        made = converted(desk, "Klaus Berger", "Bosch")
        deal = made.opportunity
        assert deal is not None
        desk.lead("Otto Kern", "Kern")
        won = next(s for s in desk.do(lambda work: pipeline(work, desk.workspace.id)) if s.probability == 100)
        desk.do(lambda work: move_stage(work, desk.who(), deal, won, happened_at=NOW))
        desk.eva.removed_at = NOW
        session.flush()
        boss = desk.access(desk.boss)
        assert former_holders(session, boss) == [(desk.eva, 4)]
        given = desk.do(
            lambda work: hand_over_all(work, desk.who(desk.boss), desk.eva.id, desk.who(desk.max)), desk.boss
        )
        assert (given, held_by(session, boss, desk.eva.id)) == (4, 0)
        assert deal.holder_id == desk.eva.id
        assert {row.holder_id for row in session.query(Contact)} == {desk.max.id}
        desk.undo()
        assert held_by(session, boss, desk.eva.id) == 4


def test_a_removed_member_of_another_workspace_is_not_among_them(database: Database) -> None:
    with database.begin() as session:
        desk, other = DealDesk(session), DealDesk(session)
        converted(other, "Klaus Berger", "Bosch")
        other.eva.removed_at = NOW
        session.flush()
        assert former_holders(session, desk.access(desk.boss)) == []
        assert session.query(Opportunity).count() == 1
        assert session.get(Member, (other.workspace.id, other.eva.id)) is not None
        assert desk.access(desk.boss).role is Role.OWNER


def test_who_holds_an_account_sees_its_people_whoever_holds_those(database: Database) -> None:
    """In a private workspace. By list, card, search and export alike; nobody else does, and it goes no further."""
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        bosch = converted(desk, "Klaus Berger", "Bosch")
        klaus = bosch.contact
        assert klaus is not None
        desk.do(lambda work: hand_over(work, desk.who(desk.boss), klaus, desk.who(desk.max)), desk.boss)
        eva, max_ = desk.access(), desk.access(desk.max)
        other = access_of(add_member(session, desk.workspace, name="Otto"), desk.workspace)
        elsewhere = DealDesk(session).access()
        queries = ("klaus", "brger", "berger bosch", "berger@bosch.com", "@bosch.com", "berg")
        for access in (eva, max_, other, elsewhere):
            sees = access in (eva, max_)
            for query in queries:
                assert find_in(session, access, Block.CONTACT, query) == ([klaus.id] if sees else []), query
            assert names(session, access, Block.CONTACT) == (["Klaus Berger"] if sees else [])
            assert names(session, access, Block.CONTACT, holder_id=access.member_id) == (
                ["Klaus Berger"] if sees else []
            )
            assert find_subject(session, access, klaus.id) == (klaus if sees else None)
            kept = session.scalars(select(Contact.id).where(Scope(access).rows_of(Block.CONTACT))).all()
            assert kept == ([klaus.id] if sees else [])
        assert find_everywhere(session, max_, "bosch") == [(Block.CONTACT, klaus.id)]
        assert names(session, max_, Block.ACCOUNT) == []


def test_with_the_account_goes_who_finds_its_people(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        bosch, boss = converted(desk, "Klaus Berger", "Bosch"), desk.who(desk.boss)
        klaus, account, eva, max_ = bosch.contact, bosch.account, desk.access(), desk.access(desk.max)
        assert klaus is not None

        def finds(access: Access) -> bool:
            return bool(find_in(session, access, Block.CONTACT, "klaus"))

        desk.do(lambda work: hand_over(work, boss, klaus, desk.who(desk.max)), desk.boss)
        assert finds(eva) and finds(max_)
        desk.do(lambda work: hand_over(work, boss, account, desk.who(desk.max)), desk.boss)
        assert not finds(eva) and finds(max_)
        desk.undo()
        assert finds(eva) and finds(max_)
        rev = accounts_of(session, boss.access, klaus)[0][1].rev
        desk.do(lambda work: unlink_contact(work, boss.access, account, klaus, rev=rev), desk.boss)
        assert not finds(eva) and finds(max_)
        desk.do(lambda work: link_contact(work, boss.access, account, klaus), desk.boss)
        assert finds(eva)
        klaus.name = "Karl Meyer"
        desk.do(lambda work: reindex(work, klaus))
        assert not finds(eva) and find_in(session, eva, Block.CONTACT, "karl meyer") == [klaus.id]
        klaus.deleted_at = NOW
        desk.do(lambda work: reindex(work, klaus))
        assert session.query(SharedPosting).count() == 0


def test_an_account_that_is_handed_over_shares_its_contacts_at_once(database: Database) -> None:
    with database.begin() as session:
        desk = DealDesk(session, visibility=Visibility.PRIVATE)
        bosch, anna = converted(desk, "Klaus Berger", "Bosch"), converted(desk, "Anna Vos", "Cable").contact
        assert anna is not None
        boss = desk.who(desk.boss)
        desk.do(lambda work: link_contact(work, boss.access, bosch.account, anna), desk.boss)
        with counted(database) as statements:
            desk.do(lambda work: hand_over(work, boss, bosch.account, desk.who(desk.max)), desk.boss)
        assert sum(statement.startswith("DELETE FROM shared_posting") for statement in statements) == 1
        assert find_in(session, desk.access(desk.max), Block.CONTACT, "anna") == [anna.id]
