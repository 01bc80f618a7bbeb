"""Finding leads on both databases: typos, phones as written, e-mails, and only what one may see."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sqlalchemy import func, select

from crm.access import Access, Role, Visibility
from crm.capture.draft import DraftLead, Phone
from crm.models import Block, Lead, Member, Workspace
from crm.models.search import Indexed, Posting, Word, WordVariant
from crm.rules.folding import one_letter_deletions
from crm.rules.typos import is_one_typo
from crm.store.database import Database, Session
from crm.store.leads import reaches_of
from crm.store.search.alike import find_similar
from crm.store.search.find import find_in
from crm.store.search.index import index_lead, remove
from crm.store.work import Work, start_work
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id

Adds = Callable[..., Lead]


class Shelf:
    """A workspace with two reps, and leads that are indexed as they are added."""

    def __init__(self, session: Session) -> None:
        self.session = session
        self.work: Work = start_work(session, START, next_id, turn_id=1)
        self.workspace: Workspace = add_workspace(session)
        self.eva: Member = add_member(session, self.workspace)
        self.tom: Member = add_member(session, self.workspace, name="Tom")

    def add(
        self, name: str | None, organisation: str | None, holder: Member | None = None, **more: object
    ) -> Lead:
        lead = add_lead(self.session, holder or self.eva, name, organisation, **more)  # type: ignore[arg-type]
        index_lead(self.work, lead, reaches_of(self.session, lead))
        return lead

    def access(self, member: Member | None = None, visibility: Visibility = Visibility.OPEN) -> Access:
        return Access(self.workspace.id, (member or self.eva).id, Role.REP, visibility)

    def find(self, query: str, access: Access | None = None) -> list[str | None]:
        ids = find_in(self.session, access or self.access(), Block.LEAD, query, region="NL")
        return [self.session.get_one(Lead, (self.workspace.id, i)).name for i in ids]


@pytest.fixture
def shelf(database: Database):  # type: ignore[no-untyped-def]
    with database.begin() as session:
        yield Shelf(session)


@pytest.mark.parametrize(
    "query",
    [
        "klaus",
        "Berger",
        "KLAUS berger",
        "berger rexroth",
        "Bosch",
        "klaus ber",
        "klaus.berger",
        "berger bosch klaus",
    ],
)
def test_a_lead_is_found_by_its_words_in_any_order_and_case(shelf: Shelf, query: str) -> None:
    shelf.add("Klaus Berger", "Bosch Rexroth", emails=["klaus.berger@boschrexroth.de"])
    shelf.add("Anna de Vries", "Philips")
    assert shelf.find(query) == ["Klaus Berger"]


@pytest.mark.parametrize("query", ["brger", "bergerr", "bergre", "bxrger", "klaus bertger", "rexrot klaus"])
def test_a_typo_is_forgiven(shelf: Shelf, query: str) -> None:
    shelf.add("Klaus Berger", "Bosch Rexroth")
    assert shelf.find(query) == ["Klaus Berger"]


def test_umlauts_and_accents_need_not_be_typed(shelf: Shelf) -> None:
    shelf.add("Jürgen Großmann", "Café Łódź")
    assert shelf.find("grossmann lodz") == ["Jürgen Großmann"]


def test_words_as_typed_come_before_typos(shelf: Shelf) -> None:
    shelf.add("Jan Jansen", "A")
    shelf.add("Jan Janssen", "B")
    assert shelf.find("janssen")[0] == "Jan Janssen"


def test_a_typo_that_is_somebody_elses_name_is_forgiven_too(shelf: Shelf) -> None:
    shelf.add("Piet Jansen", "Acme")
    shelf.add("Lotte Janssen", "Bolt")
    assert shelf.find("lotte jansen") == ["Lotte Janssen"]
    assert shelf.find("jansen acme") == ["Piet Jansen"]


def test_hot_ones_come_first_then_the_newest(shelf: Shelf) -> None:
    shelf.add("Jan Een", "A", hot=True)
    shelf.add("Jan Twee", "B")
    shelf.add("Jan Drie", "C")
    assert shelf.find("jan") == ["Jan Een", "Jan Drie", "Jan Twee"]


def test_where_nobody_has_all_words_those_with_some_are_shown(shelf: Shelf) -> None:
    shelf.add("Klaus Berger", "Bosch")
    assert shelf.find("klaus philips") == ["Klaus Berger"]


def test_letters_of_a_second_word_find_however_many_words_begin_so(shelf: Shelf) -> None:
    for other in "abcdefghijklmnop":
        shelf.add(f"Anna Web{other}", "Philips")
    shelf.add("Klaus Webzwart", "Bosch")
    shelf.add("Klaus Vos", "Bosch")
    assert shelf.find("klaus web") == ["Klaus Webzwart"]


@pytest.mark.parametrize(
    "query", ["06-12345678", "+31 6 1234 5678", "0031612345678", "612345678", "(06) 12345678", "345678"]
)
def test_a_phone_number_is_found_however_it_is_written(shelf: Shelf, query: str) -> None:
    shelf.add("Lotte Prins", None, phones=["+31612345678"])
    shelf.add("Somebody Else", None, phones=["+31687654321"])
    assert shelf.find(query) == ["Lotte Prins"]


@pytest.mark.parametrize("query", ["Lotte@Studio.nl", "@studio.nl", "studio.nl", "STUDIO.NL"])
def test_an_address_or_its_domain_finds(shelf: Shelf, query: str) -> None:
    shelf.add("Lotte Prins", None, emails=["lotte@studio.nl"])
    assert shelf.find(query) == ["Lotte Prins"]


def test_in_a_private_workspace_only_ones_own_are_found(shelf: Shelf) -> None:
    shelf.add("Klaus Berger", "Bosch", holder=shelf.tom, emails=["k@bosch.de"], phones=["+31612345678"])
    for query in ("klaus", "k@bosch.de", "0612345678"):
        assert shelf.find(query, shelf.access(visibility=Visibility.PRIVATE)) == []
        assert shelf.find(query, shelf.access(shelf.tom, Visibility.PRIVATE)) == ["Klaus Berger"]


def test_another_workspace_finds_nothing(shelf: Shelf) -> None:
    shelf.add("Klaus Berger", "Bosch")
    other = add_member(shelf.session, add_workspace(shelf.session))
    access = Access(other.workspace_id, other.id, Role.OWNER, Visibility.OPEN)
    assert find_in(shelf.session, access, Block.LEAD, "klaus") == []


def test_a_changed_lead_is_found_by_what_it_is_now(shelf: Shelf) -> None:
    lead = shelf.add("Klaus Berger", "Bosch")
    lead.name, lead.holder_id = "Karl Meyer", shelf.tom.id
    index_lead(shelf.work, lead, [])
    assert shelf.find("berger") == []
    assert shelf.find("karl", shelf.access(shelf.tom, Visibility.PRIVATE)) == ["Karl Meyer"]
    assert shelf.find("karl", shelf.access(visibility=Visibility.PRIVATE)) == []


def test_a_removed_lead_leaves_nothing_in_the_index(shelf: Shelf) -> None:
    kept = shelf.add("Klaus Kept", "Bosch")
    lead = shelf.add("Klaus Berger", "Bosch", emails=["klaus@bosch.de"], phones=["+31612345678"])
    remove(shelf.work, lead.workspace_id, Block.LEAD, lead.id)
    query = select(func.count()).select_from(Posting).where(Posting.entity_id == lead.id)
    assert shelf.session.scalar(query) == 0
    assert shelf.session.scalar(select(Word.text).where(Word.text == "berger")) is None
    assert shelf.session.scalar(select(WordVariant.word).where(WordVariant.word == "berger")) is None
    assert shelf.session.scalars(select(Indexed.entity_id)).all() == [kept.id]
    assert shelf.find("klaus") == ["Klaus Kept"]


@pytest.mark.parametrize(
    "draft",
    [
        DraftLead(name="K. Berger", emails=("KLAUS@bosch.de",)),
        DraftLead(name="Klaus Berger", phones=(Phone("+31612345678", "06 12345678", "NL"),)),
        DraftLead(name="klaus berger", organisation="Bosch GmbH"),
    ],
)
def test_somebody_known_is_recognised(shelf: Shelf, draft: DraftLead) -> None:
    lead = shelf.add("Klaus Berger", "Bosch", emails=["klaus@bosch.de"], phones=["+31612345678"])
    assert find_similar(shelf.session, shelf.access(), draft) == [lead.id]


@pytest.mark.parametrize(
    "draft",
    [
        DraftLead(name="Anna Vos", phones=(Phone("+31612345678", "06 12345678", "NL"),)),
        DraftLead(name="Klaus Berger", organisation="Philips"),
        DraftLead(name="Klaus Berger"),
        DraftLead(),
    ],
)
def test_somebody_else_is_not_taken_for_them(shelf: Shelf, draft: DraftLead) -> None:
    shelf.add("Klaus Berger", "Bosch", emails=["klaus@bosch.de"], phones=["+31612345678"])
    assert find_similar(shelf.session, shelf.access(), draft) == []


@given(st.text("abcde", min_size=2, max_size=7), st.text("abcde", min_size=2, max_size=7))
def test_a_typo_is_what_shares_a_deletion_and_is_one_edit_away(one: str, other: str) -> None:
    assert is_one_typo(one, other) == is_one_typo(other, one)
    if is_one_typo(one, other):
        assert ({one} | one_letter_deletions(one)) & ({other} | one_letter_deletions(other))
