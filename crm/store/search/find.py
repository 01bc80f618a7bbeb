"""Finding rows of a block: by words with typos forgiven, by any written form of a phone number, by e-mail or its domain."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from phonenumbers import NumberParseException, PhoneNumberFormat, format_number, parse
from sqlalchemy import ColumnElement, and_, exists, func, literal, or_, select
from sqlalchemy.orm import Session, aliased

from crm.access import Access
from crm.models import Block, Lead
from crm.models.search import Indexed, Posting
from crm.rules.folding import phone_digits, words
from crm.store.blocks import MODELS, visible
from crm.store.search.terms import address_key, domain_key, phone_key
from crm.store.search.vocabulary import EXACT, MOST_ALTERNATIVES, PREFIX, alternatives

_CANDIDATES = 100
EVERYWHERE = (Block.ACCOUNT, Block.CONTACT, Block.OPPORTUNITY, Block.LEAD)
"""In this order what is found is shown."""
_NEWEST_READ = 4000
"""Of a frequent word only so many postings are read: who searches for one wants somebody recent."""
_SHORTEST_PHONE = 6
_DOMAIN = re.compile(r"(?:[\w-]+\.)+[^\W\d_]{2,}")
_PHONE_CHARACTERS = set("0123456789+-–()/. \u00a0")


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the query: the known words that it may stand for, and how many postings they have (bounded).

    beginning: what it begins with, where more known words do than `cost_of` holds; else empty.
    """

    cost_of: dict[str, int]
    size: int
    beginning: str = ""


@dataclass(frozen=True, slots=True)
class _Shelf:
    """Where is looked: one block, as far as one member may see it."""

    session: Session
    access: Access
    block: Block
    vocabulary: dict[tuple[str, bool, bool], dict[str, int]] = field(default_factory=dict)
    """What typed words may stand for, as far as it was looked up; the same for all shelves of a search."""


def find_leads(
    session: Session, access: Access, query: str, *, region: str = "NL", limit: int = 8, offset: int = 0
) -> list[int]:
    """As `find_in`, among leads."""
    return find_in(session, access, Block.LEAD, query, region=region, limit=limit, offset=offset)


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
    session.flush()
    shelf = _Shelf(session, access, block)
    exact = _by_email(shelf, query) or _by_phone(shelf, query, region)
    found = exact or _by_words(shelf, words(query.partition("@")[0]))
    return found[offset : offset + limit]


def find_everywhere(
    session: Session, access: Access, query: str, *, region: str = "NL", limit: int = 8, offset: int = 0
) -> list[tuple[Block, int]]:
    """As `find_in`, among all blocks: block by block in the order of EVERYWHERE, each best first.

    Rows that have all the words keep out those that have only some. A lead that has converted is left out where what it
    became is found.
    """
    session.flush()
    vocabulary: dict[tuple[str, bool, bool], dict[str, int]] = {}
    shelves = [_Shelf(session, access, block, vocabulary) for block in EVERYWHERE]
    found = {shelf.block: _by_email(shelf, query) or _by_phone(shelf, query, region) for shelf in shelves}
    if not any(found.values()):
        costs = _costs_by_words(shelves, words(query.partition("@")[0]))
        found = {shelf.block: _alive(shelf, costs[shelf.block]) for shelf in shelves}
    found[Block.LEAD] = _not_shown_as_more(session, access, found)
    return [(block, id) for block in EVERYWHERE for id in found[block]][offset : offset + limit]


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


def _postings(access: Access, block: Block) -> ColumnElement[bool]:
    """Those of rows that the member may see."""
    mine = and_(Posting.workspace_id == access.workspace_id, Posting.block == block)
    return mine if access.sees_team else and_(mine, Posting.holder_id == access.member_id)


def _by_email(shelf: _Shelf, query: str) -> list[int]:
    """An address, or a domain with or without the @."""
    said = query.strip()
    if " " in said or not ("@" in said or _DOMAIN.fullmatch(said)):
        return []
    key = address_key(said) if "@" in said[1:] else domain_key(said.removeprefix("@"))
    return _newest(shelf, Posting.term == key)


def _by_phone(shelf: _Shelf, query: str, region: str) -> list[int]:
    if not set(query) <= _PHONE_CHARACTERS or len(phone_digits(query)) < _SHORTEST_PHONE:
        return []
    try:
        number = format_number(parse(query, region), PhoneNumberFormat.E164)
        found = _newest(shelf, Posting.term == phone_key(number))
    except NumberParseException:
        found = []
    end = phone_key(phone_digits(query).lstrip("0"))
    return found or _newest(shelf, and_(Posting.term >= end, Posting.term < end + ":"))


def _newest(shelf: _Shelf, which: ColumnElement[bool]) -> list[int]:
    query = select(Posting.entity_id).where(_postings(shelf.access, shelf.block), which)
    ids = set(shelf.session.scalars(query.order_by(Posting.entity_id.desc()).limit(_CANDIDATES)))
    return _alive(shelf, dict.fromkeys(ids, 0))


def _by_words(shelf: _Shelf, typed: Sequence[str]) -> list[int]:
    return _alive(shelf, _costs_by_words([shelf], typed)[shelf.block])


def _costs_by_words(shelves: Sequence[_Shelf], typed: Sequence[str]) -> dict[Block, dict[int, int]]:
    """Id -> cost, of rows with all the words; where no shelf has any, of those with what was perhaps meant, or with some.

    What costs most is asked last, and only where nothing was found on any shelf.
    """
    typed = list(dict.fromkeys(typed))[:6]
    known = {shelf.block: _known(shelf, typed) for shelf in shelves}
    for ask in (_with_every, _with_doubted, _with_some):
        found = {shelf.block: ask(shelf, known[shelf.block], typed) for shelf in shelves}
        if any(found.values()):
            return found
    return {shelf.block: {} for shelf in shelves}


def _with_every(shelf: _Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    return _with_all(shelf, known) if known else {}


def _with_doubted(shelf: _Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    """Each word may be a typo of another, even where it is one that the workspace knows."""
    return _with_all(shelf, _known(shelf, typed, doubted=True)) if len(known) > 1 else {}


def _with_some(shelf: _Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    if len(known) > 1:
        for word in sorted(known, key=lambda w: w.size):
            found |= {id: cost for id, cost in _with_all(shelf, [word]).items() if id not in found}
    return found


def _known(shelf: _Shelf, typed: Sequence[str], *, doubted: bool = False) -> list[_Asked]:
    """The words that the workspace knows, or something near them."""
    asked = [_ask(shelf, word, unfinished=word == typed[-1], doubted=doubted) for word in typed]
    return [word for word in asked if word.cost_of]


def _ask(shelf: _Shelf, word: str, *, unfinished: bool, doubted: bool) -> _Asked:
    asked = (word, unfinished, doubted)
    if asked not in shelf.vocabulary:
        shelf.vocabulary[asked] = alternatives(
            shelf.session, shelf.access.workspace_id, word, unfinished=unfinished, doubted=doubted
        )
    cost_of = shelf.vocabulary[asked]
    if not cost_of:
        return _Asked({}, 0)
    if unfinished and len(cost_of) == MOST_ALTERNATIVES:
        return _Asked(cost_of, _NEWEST_READ + 1, beginning=word)  # looked up in the rows that have the others
    some = (
        select(Posting.entity_id)
        .where(_postings(shelf.access, shelf.block), Posting.term.in_(cost_of))
        .limit(_NEWEST_READ)
        .subquery()
    )
    return _Asked(cost_of, shelf.session.scalar(select(func.count()).select_from(some)) or 0)


def _with_all(shelf: _Shelf, asked: Sequence[_Asked]) -> dict[int, int]:
    """Id -> cost, for rows that have every word; the rarest word is read, the others are looked up."""
    first, *others = sorted(asked, key=lambda word: word.size)
    if not first.size or (first.beginning and not _has_any(shelf, first)):
        return {}
    found: dict[int, int] = {}
    for term, cost in sorted(first.cost_of.items(), key=lambda item: item[1]):
        for id in _newest_with(shelf, term, others):
            found.setdefault(id, cost)
        if len(found) >= _CANDIDATES:
            break
    unequal = [word for word in others if word.beginning or len(set(word.cost_of.values())) > 1]
    if unequal and found:
        _add_costs(shelf, found, unequal)
    return found


def _has_any(shelf: _Shelf, word: _Asked) -> bool:
    """Whether anything on the shelf has one of its known words: one look instead of one for each of them."""
    there = exists().where(_postings(shelf.access, shelf.block), Posting.term.in_(word.cost_of))
    return bool(shelf.session.scalar(select(there)))


def _newest_with(shelf: _Shelf, term: str, others: Iterable[_Asked]) -> list[int]:
    newest = (
        select(Posting.entity_id)
        .where(_postings(shelf.access, shelf.block), Posting.term == term)
        .order_by(Posting.entity_id.desc())
        .limit(_NEWEST_READ)
        .subquery()
    )
    query = select(newest.c.entity_id).where(*(_also(shelf, newest.c.entity_id, other) for other in others))
    return list(shelf.session.scalars(query.order_by(newest.c.entity_id.desc()).limit(_CANDIDATES)))


def _also(shelf: _Shelf, id: ColumnElement[int], word: _Asked) -> ColumnElement[bool]:
    """Whether a row has another word too."""
    if word.beginning:
        whole = aliased(Indexed)
        return exists().where(
            whole.workspace_id == shelf.access.workspace_id,
            whole.entity_id == id,
            (" " + whole.terms).like(f"% {word.beginning}%"),
        )
    other = aliased(Posting)
    return exists().where(
        other.workspace_id == shelf.access.workspace_id,
        other.term.in_(word.cost_of),
        other.block == shelf.block,
        other.entity_id == id,
    )


def _add_costs(shelf: _Shelf, found: dict[int, int], others: Sequence[_Asked]) -> None:
    rows = shelf.session.execute(
        select(Indexed.entity_id, Indexed.terms).where(
            Indexed.workspace_id == shelf.access.workspace_id, Indexed.entity_id.in_(found)
        )
    )
    for id, terms in rows:
        there = set(terms.split())
        for word in others:
            found[id] += min(
                (cost for term, cost in word.cost_of.items() if term in there),
                default=PREFIX if word.beginning else EXACT,
            )


def _alive(shelf: _Shelf, cost_of: dict[int, int]) -> list[int]:
    """Cheapest first, then hot ones, then the newest; deleted and hidden ones are not there."""
    if not cost_of:
        return []
    kind = MODELS[shelf.block]
    hot = kind.hot if shelf.block in (Block.LEAD, Block.CONTACT) else literal(False)
    query = visible(shelf.access, shelf.block).where(kind.id.in_(cost_of))
    rows = shelf.session.execute(query.with_only_columns(kind.id, hot.label("hot")))
    return [row.id for row in sorted(rows, key=lambda row: (cost_of[row.id], not row.hot, -row.id))]
