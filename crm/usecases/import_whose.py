"""Whose an opportunity is where its row names no organisation: a contact or a lead that the member may see."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import exists, select
from sqlalchemy.orm import Session, aliased

from crm.access import Access
from crm.exchange.rows import ReadRow
from crm.models import Block, Contact, Lead, Posting
from crm.models.search import WORD_LENGTH
from crm.rules.folding import words
from crm.rules.names import name_key, organisation_key
from crm.store.blocks import MODELS, visible
from crm.store.search.terms import address_key

_PERSONS = (Block.CONTACT, Block.LEAD)
_MOST = 100
"""So many of one name are looked at."""


def find_whose(session: Session, access: Access, rows: Sequence[ReadRow]) -> list[ReadRow]:
    """Sets `whose_id` where one contact, else one lead, is meant. Returns the rows where several may be.

    A row about somebody whom nobody knows is in order.
    """
    known: dict[tuple[str, ...], list[int]] = {}
    unclear: list[ReadRow] = []
    for row in rows:
        if row.id is not None or row.organisations or row.person is None:
            continue
        said = (row.person, *row.emails)
        if said not in known:
            known[said] = _meant(session, access, row)
        if len(known[said]) > 1:
            unclear.append(row)
        elif known[said]:
            (row.whose_id,) = known[said]
    return unclear


def _meant(session: Session, access: Access, row: ReadRow) -> list[int]:
    """By their address; of several with that, and where it finds nobody, by their name."""
    name = next(iter(row.persons), None)
    if row.emails:
        found = _those_of(session, access, [_has(address_key(email)) for email in row.emails])
        if name is not None and len(found) > 1:
            found = [each for each in found if _is_called(each, name)] or found
        if found:
            return _first_kind(found)
    if name is None:
        return []
    named = _those_of(session, access, [_has(*(word[:WORD_LENGTH] for word in words(name)))])
    return _first_kind([each for each in named if _is_called(each, name)])


def _first_kind(found: Sequence[Contact | Lead]) -> list[int]:
    """Contacts before leads."""
    contacts = [each.id for each in found if isinstance(each, Contact)]
    return contacts or [each.id for each in found]


def _is_called(subject: Contact | Lead, name: str) -> bool:
    if subject.name is not None and name_key(subject.name) == name_key(name):
        return True
    organisation = subject.organisation if isinstance(subject, Lead) else None
    return organisation is not None and organisation_key(organisation) == organisation_key(name)


def _those_of(session: Session, access: Access, ids: Sequence[Any]) -> list[Contact | Lead]:
    """Leads that have converted are left out: what they became is found."""
    some: dict[Block, set[int]] = {block: set() for block in _PERSONS}
    for query in ids:
        for block, entity_id in session.execute(query.where(Posting.workspace_id == access.workspace_id)):
            some[block].add(entity_id)
    found: list[Contact | Lead] = []
    for block, those in some.items():
        if those:
            query = visible(access, block).where(MODELS[block].id.in_(those))
            found += session.scalars(
                query.where(Lead.converted_at.is_(None)) if block is Block.LEAD else query
            )
    return found


def _has(*terms: str) -> Any:
    """Persons that are found by each of the terms; the longest is looked up, as the rarest."""
    first, *rest = sorted(set(terms), key=len, reverse=True) or [""]
    query = select(Posting.block, Posting.entity_id).where(Posting.term == first, Posting.block.in_(_PERSONS))
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
    return query.limit(_MOST)
