"""Whose an opportunity is where its row names no organisation: a contact or a lead that the member may see."""

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from sqlalchemy import exists, literal, select, union_all
from sqlalchemy.orm import Session, aliased

from crm.access import Access
from crm.exchange.rows import ReadRow
from crm.models import Block, Contact, Lead, Posting
from crm.models.search import WORD_LENGTH
from crm.rules.folding import words
from crm.rules.names import name_key, organisation_key
from crm.store.blocks import MODELS, visible
from crm.store.search.terms import address_key

Person = Contact | Lead
_PERSONS = (Block.CONTACT, Block.LEAD)
_MOST = 100
"""So many of one name are looked at."""
_AT_ONCE = 100
"""SQLite joins no more than 500 queries."""


def find_whose(session: Session, access: Access, rows: Sequence[ReadRow]) -> list[ReadRow]:
    """Sets `whose_id` where one contact, else one lead, is meant. Returns the rows where several may be.

    By their address; of several with that, and where it finds nobody, by their name. All rows are looked up at once.
    A row about somebody whom nobody knows is in order.
    """
    asked = [row for row in rows if row.id is None and not row.organisations and row.person is not None]
    emails = sorted({address_key(email) for row in asked for email in row.emails})
    by_address = _people(session, access, {key: [key] for key in emails})
    meant = {id(row): _with_address(row, by_address) for row in asked}
    names = {name for row in asked if not meant[id(row)] and (name := _name_of(row)) is not None}
    by_name = _by_name(session, access, sorted(names))
    unclear: list[ReadRow] = []
    for row in asked:
        ids = _first_kind(meant[id(row)] or by_name.get(_name_of(row) or "", []))
        if len(ids) > 1:
            unclear.append(row)
        elif ids:
            (row.whose_id,) = ids
    return unclear


def _name_of(row: ReadRow) -> str | None:
    return next(iter(row.persons), None)


def _with_address(row: ReadRow, by_address: Mapping[str, Sequence[Person]]) -> list[Person]:
    found = {each.id: each for email in row.emails for each in by_address.get(address_key(email), ())}
    name = _name_of(row)
    if name is None or len(found) < 2:
        return list(found.values())
    return [each for each in found.values() if _is_called(each, name)] or list(found.values())


def _by_name(session: Session, access: Access, names: Sequence[str]) -> dict[str, list[Person]]:
    terms = {name: [word[:WORD_LENGTH] for word in words(name)] for name in names}
    found = _people(session, access, terms)
    return {name: [each for each in some if _is_called(each, name)] for name, some in found.items()}


def _first_kind(found: Sequence[Person]) -> list[int]:
    """Contacts before leads."""
    contacts = [each.id for each in found if isinstance(each, Contact)]
    return contacts or [each.id for each in found]


def _is_called(subject: Person, name: str) -> bool:
    if subject.name is not None and name_key(subject.name) == name_key(name):
        return True
    organisation = subject.organisation if isinstance(subject, Lead) else None
    return organisation is not None and organisation_key(organisation) == organisation_key(name)


def _people(
    session: Session, access: Access, terms: Mapping[str, Collection[str]]
) -> dict[str, list[Person]]:
    """terms: what is looked for -> the terms that find it. A statement for a hundred of it, and one a block.

    Leads that have converted are left out: what they became is found.
    """
    each = [_has(access.workspace_id, number, some) for number, some in enumerate(terms.values())]
    postings = [
        posting
        for start in range(0, len(each), _AT_ONCE)
        for posting in session.execute(union_all(*each[start : start + _AT_ONCE]))
    ]
    people: dict[int, Person] = {}
    for block in _PERSONS:
        ids = {posting.entity_id for posting in postings if posting.block is block}
        query = visible(access, block).where(MODELS[block].id.in_(ids))
        if block is Block.LEAD:
            query = query.where(Lead.converted_at.is_(None))
        people |= {person.id: person for person in session.scalars(query)} if ids else {}
    found: list[list[Person]] = [[] for _ in terms]
    for posting in postings:
        if posting.entity_id in people:
            found[posting.number].append(people[posting.entity_id])
    return dict(zip(terms, found, strict=True))


def _has(workspace_id: int, number: int, terms: Collection[str]) -> Any:
    """Persons that are found by each of the terms; the longest is looked up, as the rarest. number: of the question."""
    first, *rest = sorted(set(terms), key=len, reverse=True) or [""]
    query = select(Posting.block, Posting.entity_id).where(
        Posting.workspace_id == workspace_id, Posting.term == first, Posting.block.in_(_PERSONS)
    )
    for term in rest:
        other = aliased(Posting)
        query = query.where(
            exists().where(
                other.workspace_id == Posting.workspace_id,
                other.term == term,
                other.block == Posting.block,
                other.entity_id == Posting.entity_id,
            )
        )
    found = query.limit(_MOST).subquery()
    return select(literal(number).label("number"), found.c.block, found.c.entity_id)
