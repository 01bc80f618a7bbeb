"""/find over all blocks, among a million leads and what a tenth of them became, with names as frequent as in life.

Run alone with `python -m bot.bench.find [sqlite:///… | postgresql://…] [leads]`; the database must be empty.
"""

import random
import sys
import time
from collections.abc import Callable, Iterator
from statistics import median

from bot.bench.fill_find import REPS, WORKSPACE, fill_with, number_of
from bot.bench.people import Somebody, make_people
from bot.bench.rows import Row, milliseconds, p95
from crm.access import Access, Role, Visibility
from crm.models import Block
from crm.rules.folding import fold
from crm.store.database import Database
from crm.store.migrate import upgrade
from crm.store.search.find import find_everywhere

_QUERIES = 400
_WARM_UP = 50
_WANTED_MS = 50
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

Typing = Callable[[str], tuple[str, str]]
"""The words meant -> what is typed, and the words or their beginnings that the found ones should have."""


def measure_find(database: Database, leads: int = 1_000_000) -> Iterator[Row]:
    """Fills an empty, migrated database, one workspace of it, and asks it."""
    chance = random.Random(7)
    known = make_people(leads, chance)
    fill_with(database, known)
    yield from ask(database, known, chance)


def ask(database: Database, known: list[Somebody], chance: random.Random) -> Iterator[Row]:
    """Times of single searches, each in its own transaction. known: as the database was filled with.

    "found": how often somebody who has what was wanted is among the first eight.
    """
    leads = len(known) - 1
    team = Access(WORKSPACE, 1, Role.OWNER, Visibility.OPEN)
    alone = Access(WORKSPACE, 2, Role.REP, Visibility.PRIVATE)
    store = "SQLite" if database.is_sqlite else "PostgreSQL"
    kinds: tuple[tuple[str, Access, Typing], ...] = (
        ("two words and a typo", team, lambda meant: (_with_typo(meant, chance), meant)),
        ("two words", team, lambda meant: (meant, meant)),
        ("a word and three letters of another", team, lambda meant: (_shortened(meant), _shortened(meant))),
        ("one word and a typo", team, lambda meant: (_with_typo(_last(meant), chance), _last(meant))),
        ("three letters", team, lambda meant: (_last(meant)[:3], _last(meant)[:3])),
        ("two words and a typo, only one's own", alone, lambda meant: (_with_typo(meant, chance), meant)),
    )
    for what, access, typed in kinds:
        taken, hits = [], 0
        for _ in range(_WARM_UP + _QUERIES):
            query, wanted = typed(_two_words(known[_some_lead(access, leads, chance)], chance))
            started = time.perf_counter()
            found = _find(database, access, query)
            taken.append(time.perf_counter() - started)
            hits += any(_has(known[number_of(id)], wanted) for _, id in found)
        taken = taken[_WARM_UP:]
        yield Row(
            f"/find, {what}, {leads:,} leads, {store}",
            f"p95 {milliseconds(p95(taken))}",
            f"median {milliseconds(median(taken))}, longest {milliseconds(max(taken))}",
            f"found {hits / (_WARM_UP + _QUERIES):.0%}",
            f"p95 {_WANTED_MS} ms",
        )


def _find(database: Database, access: Access, query: str) -> list[tuple[Block, int]]:
    with database.read() as session:
        return find_everywhere(session, access, query, region="DE")


def _some_lead(access: Access, leads: int, chance: random.Random) -> int:
    """One that the asker may see."""
    if access.sees_team:
        return chance.randint(1, leads)
    return chance.randint(1, leads // REPS - 1) * REPS + access.member_id - 1


def _has(who: Somebody, wanted: str) -> bool:
    words = fold(f"{who.first} {who.last} {who.firm}").split()
    return all(any(there.startswith(beginning) for there in words) for beginning in wanted.split())


def _two_words(who: Somebody, chance: random.Random) -> str:
    """Two of first name, last word of the last name, first word of the organisation."""
    words = fold(who.first).split()[0], fold(who.last).split()[-1], fold(who.firm).split()[0]
    return " ".join(sorted(chance.sample(words, 2), key=words.index))


def _last(meant: str) -> str:
    return meant.split()[-1]


def _shortened(meant: str) -> str:
    first, last = meant.split()
    return f"{first} {last[:3]}"


def _with_typo(text: str, chance: random.Random) -> str:
    """One letter of the longest word swapped, lost, doubled or replaced, but not the first one."""
    longest = max(fold(text).split(), key=len)
    at = chance.randint(1, max(1, len(longest) - 2))
    kept, hit, rest = longest[:at], longest[at : at + 1], longest[at + 1 :]
    wrong = chance.choice(
        (
            kept + rest[:1] + hit + rest[1:],
            kept + rest,
            kept + hit + hit + rest,
            kept + chance.choice(_LETTERS) + rest,
        )
    )
    return fold(text).replace(longest, wrong, 1)


def main() -> None:
    database = Database(sys.argv[1])
    upgrade(database)
    for row in measure_find(database, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000):
        sys.stdout.write(f"{row.what}: {row.measured} ({row.against}), {row.ratio}\n")
        sys.stdout.flush()
    database.close()


if __name__ == "__main__":
    main()
