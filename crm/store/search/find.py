"""Finding rows of a block: by words with typos forgiven, by any written form of a phone number, by e-mail or its domain."""

from collections.abc import Mapping, Sequence

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.models import Block, Lead
from crm.rules.folding import words
from crm.store.search.by_key import by_key
from crm.store.search.by_words import costs_by_words
from crm.store.search.shelf import Shelf, alive

EVERYWHERE = (Block.ACCOUNT, Block.CONTACT, Block.OPPORTUNITY, Block.LEAD)
"""In this order what is found is shown."""


def find_in(
    session: Session,
    access: Access,
    block: Block,
    query: str,
    *,
    region: str = "NL",
    limit: int = 8,
    offset: int = 0,
) -> list[int]:
    """Ids of rows that the member may see, best first: all words as typed, then prefixes and typos, then some words.

    region: ISO 3166 alpha-2, for phone numbers without a country code.
    """
    found = _find(session, access, [block], query, region)
    return found[block][offset : offset + limit]


def find_everywhere(
    session: Session, access: Access, query: str, *, region: str = "NL", limit: int = 8, offset: int = 0
) -> list[tuple[Block, int]]:
    """As `find_in`, among all blocks: block by block in the order of EVERYWHERE, each best first.

    Rows that have all the words keep out those that have only some. A lead that has converted is left out where what it
    became is found.
    """
    found = _find(session, access, EVERYWHERE, query, region)
    found[Block.LEAD] = _not_shown_as_more(session, access, found)
    return [(block, id) for block in EVERYWHERE for id in found[block]][offset : offset + limit]


def _find(
    session: Session, access: Access, blocks: Sequence[Block], query: str, region: str
) -> dict[Block, list[int]]:
    session.flush()
    vocabulary: dict[tuple[str, bool, bool], dict[str, int]] = {}
    shelves = [Shelf(session, access, block, vocabulary) for block in blocks]
    found = {shelf.block: by_key(shelf, query, region) for shelf in shelves}
    if any(found.values()):
        return found
    costs = costs_by_words(shelves, words(query.partition("@")[0]))
    return {shelf.block: alive(shelf, costs[shelf.block]) for shelf in shelves}


def _not_shown_as_more(session: Session, access: Access, found: Mapping[Block, Sequence[int]]) -> list[int]:
    """The leads without those that are there as a contact or an account already."""
    more = {*found[Block.CONTACT], *found[Block.ACCOUNT]}
    leads = list(found[Block.LEAD])
    if not more or not leads:
        return leads
    query = select(Lead.id).where(
        Lead.workspace_id == access.workspace_id,
        Lead.id.in_(leads),
        Lead.converted_at.is_not(None),
        or_(Lead.contact_id.in_(more), Lead.account_id.in_(more)),
    )
    converted = set(session.scalars(query))
    return [id for id in leads if id not in converted]
