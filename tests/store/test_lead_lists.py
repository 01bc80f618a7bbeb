"""Lists of leads on both databases: order, pages, counts, and what somebody may see."""

from crm.access import Role, Visibility
from crm.models import Block, Status
from crm.store.block_lists import COUNT_LIMIT, RowFilter, page_of_rows
from crm.store.database import Database
from tests.clock import START
from tests.factories import access_of, add_lead, add_member, add_workspace


def test_hot_first_then_newest_with_the_counts_of_the_whole_list(database: Database) -> None:
    with database.begin() as session:
        workspace = add_workspace(session)
        eva = add_member(session, workspace)
        for name, hot in (("A", False), ("B", True), ("C", False), ("D", True), ("E", False)):
            add_lead(session, eva, name, hot=hot)
        add_lead(session, eva, "Gone", deleted_at=START)
        access = access_of(eva, workspace)
        first = page_of_rows(session, access, Block.LEAD, RowFilter(), limit=3)
        second = page_of_rows(session, access, Block.LEAD, RowFilter(), limit=3, offset=3)
    assert [lead.name for lead in first.rows] == ["D", "B", "E"]
    assert [lead.name for lead in second.rows] == ["C", "A"]
    assert (first.count, first.hot) == (second.count, second.hot) == (5, 2)


def test_filters_narrow_the_list(database: Database) -> None:
    with database.begin() as session:
        workspace = add_workspace(session)
        eva, tom = add_member(session, workspace), add_member(session, workspace)
        add_lead(session, eva, "Owed", owed_since=START)
        add_lead(session, eva, "Lost", owed_since=START, status=Status.DISQUALIFIED)
        add_lead(session, tom, "Tom's", owed_since=START, status=Status.QUALIFIED)
        access = access_of(eva, workspace)

        def names(which: RowFilter) -> set[str | None]:
            return {lead.name for lead in page_of_rows(session, access, Block.LEAD, which, limit=9).rows}

        assert names(RowFilter()) == {"Owed", "Lost", "Tom's"}
        assert names(RowFilter(holder_id=eva.id)) == {"Owed", "Lost"}
        assert names(RowFilter(owed_on=START.date())) == {"Owed", "Tom's"}
        assert names(RowFilter(status=Status.DISQUALIFIED)) == {"Lost"}
        assert names(RowFilter(fair_id=1)) == set()


def test_no_filter_shows_more_than_somebody_may_see(database: Database) -> None:
    with database.begin() as session:
        workspace, other = add_workspace(session, visibility=Visibility.PRIVATE), add_workspace(session)
        eva, tom = add_member(session, workspace), add_member(session, workspace)
        mia = add_member(session, workspace, role=Role.MANAGER)
        add_lead(session, eva, "Eva's")
        add_lead(session, tom, "Tom's")
        add_lead(session, add_member(session, other), "Elsewhere")
        for member, expected in ((eva, {"Eva's"}), (mia, {"Eva's", "Tom's"})):
            page = page_of_rows(session, access_of(member, workspace), Block.LEAD, RowFilter(), limit=9)
            assert {lead.name for lead in page.rows} == expected
        toms = page_of_rows(
            session, access_of(eva, workspace), Block.LEAD, RowFilter(holder_id=tom.id), limit=9
        )
    assert (toms.rows, toms.count) == ((), 0)


def test_counting_stops_at_the_limit(sqlite_database: Database) -> None:
    with sqlite_database.begin() as session:
        workspace = add_workspace(session)
        eva = add_member(session, workspace)
        for _ in range(COUNT_LIMIT + 5):
            add_lead(session, eva, "x")
        page = page_of_rows(session, access_of(eva, workspace), Block.LEAD, RowFilter(), limit=1)
    assert page.count == COUNT_LIMIT
