"""What was remembered: words as typed, their beginnings, words a typo away; where nothing has all of them, some."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, exists, func, select
from sqlalchemy.orm import aliased

from crm.models import Block
from crm.models.search import Indexed, Posting
from crm.store.search.shelf import CANDIDATES, Shelf, newest, some
from crm.store.search.vocabulary import EXACT, MOST_ALTERNATIVES, PREFIX, alternatives

_MOST_WORDS = 6
_NEWEST_READ = 4000
"""Of a frequent word only so many postings are read: who searches for one wants somebody recent."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """A word of the query: the known words that it may stand for, and how many postings they have (bounded).

    beginning: what it begins with, where more known words do than `cost_of` holds; else empty.
    """

    cost_of: dict[str, int]
    size: int
    beginning: str = ""


def costs_by_words(shelves: Sequence[Shelf], typed: Sequence[str]) -> dict[Block, dict[int, int]]:
    """Id -> cost, of rows with all the words; where no shelf has any, of those with what was perhaps meant, or with some.

    What costs most is asked last, and only where nothing was found on any shelf.
    """
    typed = list(dict.fromkeys(typed))[:_MOST_WORDS]
    known = {shelf.block: _known(shelf, typed) for shelf in shelves}
    for ask in (_with_every, _with_doubted, _with_some):
        found = {shelf.block: ask(shelf, known[shelf.block], typed) for shelf in shelves}
        if any(found.values()):
            return found
    return {shelf.block: {} for shelf in shelves}


def _with_every(shelf: Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    return _with_all(shelf, known) if known else {}


def _with_doubted(shelf: Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    """Each word may be a typo of another, even where it is one that the workspace knows."""
    return _with_all(shelf, _known(shelf, typed, doubted=True)) if len(known) > 1 else {}


def _with_some(shelf: Shelf, known: Sequence[_Asked], typed: Sequence[str]) -> dict[int, int]:
    found: dict[int, int] = {}
    if len(known) > 1:
        for word in sorted(known, key=lambda w: w.size):
            found |= {id: cost for id, cost in _with_all(shelf, [word]).items() if id not in found}
    return found


def _known(shelf: Shelf, typed: Sequence[str], *, doubted: bool = False) -> list[_Asked]:
    """The words that the workspace knows, or something near them."""
    asked = [_ask(shelf, word, unfinished=word == typed[-1], doubted=doubted) for word in typed]
    return [word for word in asked if word.cost_of]


def _ask(shelf: Shelf, word: str, *, unfinished: bool, doubted: bool) -> _Asked:
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
    there = some(shelf, lambda term: term.in_(cost_of), _NEWEST_READ)
    return _Asked(cost_of, shelf.session.scalar(select(func.count()).select_from(there)) or 0)


def _with_all(shelf: Shelf, asked: Sequence[_Asked]) -> dict[int, int]:
    """Id -> cost, for rows that have every word; the rarest word is read, the others are looked up."""
    first, *others = sorted(asked, key=lambda word: word.size)
    if not first.size or (first.beginning and not _has_any(shelf, first)):
        return {}
    found: dict[int, int] = {}
    for term, cost in sorted(first.cost_of.items(), key=lambda item: item[1]):
        for id in _newest_with(shelf, term, others):
            found.setdefault(id, cost)
        if len(found) >= CANDIDATES:
            break
    unequal = [word for word in others if word.beginning or len(set(word.cost_of.values())) > 1]
    if unequal and found:
        _add_costs(shelf, found, unequal)
    return found


def _has_any(shelf: Shelf, word: _Asked) -> bool:
    """Whether anything on the shelf has one of its known words: one look instead of one for each of them."""
    there = some(shelf, lambda term: term.in_(word.cost_of), 1)
    return shelf.session.scalar(select(there.c.entity_id).limit(1)) is not None


def _newest_with(shelf: Shelf, word: str, others: Iterable[_Asked]) -> list[int]:
    read = newest(shelf, lambda term: term == word, _NEWEST_READ)
    query = select(read.c.entity_id).where(*(_also(shelf, read.c.entity_id, other) for other in others))
    return list(shelf.session.scalars(query.order_by(read.c.entity_id.desc()).limit(CANDIDATES)))


def _also(shelf: Shelf, id: ColumnElement[int], word: _Asked) -> ColumnElement[bool]:
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


def _add_costs(shelf: Shelf, found: dict[int, int], others: Sequence[_Asked]) -> None:
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
