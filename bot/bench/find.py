"""/find among a million leads whose names are as frequent as names are: few very common ones, a long tail of rare ones.

Run alone with `python -m bot.bench.find [sqlite:///… | postgresql://…] [leads]`; the database must be empty.
"""

import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import accumulate
from statistics import median
from typing import Any

from bot.bench.bulk import index_leads, insert_rows, use_a_large_cache
from bot.bench.messages import phone_of, word
from bot.bench.rows import Row, milliseconds, p95
from crm.access import Access, Role, Visibility
from crm.models import (
    Lead,
    Member,
    Reach,
    ReachKind,
    Status,
    Workspace,
)
from crm.rules.folding import fold
from crm.store.database import Database
from crm.store.migrate import upgrade
from crm.store.search.find import find_leads

_WORKSPACE = 1
_REPS = 50
_AT_ONCE = 50_000
_QUERIES = 400
_WARM_UP = 50
_WANTED_MS = 50
_NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"

_FIRST = (
    "Jan Peter Maria Anna Thomas Michael Andreas Johan Daniel Martin Stefan Eva Sandra Petra Marco Hans Klaus Julia "
    "Sophie Lisa Mark Erik Karin Monika Frank Tim Lars Nina Laura Robert Wim Kees Sabine Christian Markus Bart Femke "
    "Jürgen Günther Björn René Zoë Anke Ingrid Paul David Sarah Emma Tom Lukas Felix Max Ruben Sander Joost"
).split()
_LAST = (
    "Müller;Jansen;Schmidt;de Jong;de Vries;Schneider;van den Berg;Bakker;Fischer;Weber;van Dijk;Meyer;Visser;Wagner;"
    "Smit;Becker;Meijer;Schulz;de Boer;Hoffmann;Mulder;de Groot;Schäfer;Bos;Koch;Vos;Bauer;Peters;Richter;Hendriks;Klein;"
    "van Leeuwen;Wolf;Dekker;Schröder;Brouwer;Neumann;de Wit;Schwarz;Dijkstra;Zimmermann;Smits;Braun;de Graaf;Krüger;"
    "Hofmann;Hartmann;Lange;Schmitt;Werner;Schmitz;Krause;Meier;Lehmann;Schmid;Schulze;Maier;Köhler;Herrmann;König"
).split(";")
_FIRM = (
    "Siemens;Bosch Rexroth;Philips;ASML;Bayer;Thyssenkrupp;Continental;Shell;Unilever;Heineken;DSM;Akzo Nobel;Festo;"
    "Schaeffler;Kuka;Trumpf;Liebherr;Knorr-Bremse;Vanderlande;VDL Groep;Stork;Fokker;Damen;Royal Haskoning;Sick;Ifm;"
    "Pepperl+Fuchs;Phoenix Contact;Wago;Rittal;Krones;Claas;Miele;Dürr;Voith"
).split(";")
_FORMS = ("GmbH", "B.V.", "AG", "GmbH & Co. KG", "NV", "")


Typing = Callable[[str], tuple[str, str]]
"""The words meant -> what is typed, and the words or their beginnings that the found ones should have."""


class Zipf:
    """The n-th name is drawn with a weight of 1 / (n + 2): the first in some 3 %, most of them once or never."""

    def __init__(self, common: Iterable[str], tail: int, offset: int) -> None:
        self._names = [*common, *(word(offset + number).title() for number in range(tail))]
        self._weights = list(accumulate(1 / (place + 2) for place in range(len(self._names))))

    def __call__(self, chance: random.Random) -> str:
        return chance.choices(self._names, cum_weights=self._weights)[0]


@dataclass(frozen=True, slots=True)
class Somebody:
    first: str
    last: str
    firm: str


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
    team = Access(_WORKSPACE, 1, Role.OWNER, Visibility.OPEN)
    alone = Access(_WORKSPACE, 2, Role.REP, Visibility.PRIVATE)
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
            hits += any(_has(known[lead_id], wanted) for lead_id in found)
        taken = taken[_WARM_UP:]
        yield Row(
            f"/find, {what}, {leads:,} leads, {store}",
            f"p95 {milliseconds(p95(taken))}",
            f"median {milliseconds(median(taken))}, longest {milliseconds(max(taken))}",
            f"found {hits / (_WARM_UP + _QUERIES):.0%}",
            f"p95 {_WANTED_MS} ms",
        )


def _find(database: Database, access: Access, query: str) -> list[int]:
    with database.read() as session:
        return find_leads(session, access, query, region="DE")


def _some_lead(access: Access, leads: int, chance: random.Random) -> int:
    """One that the asker may see."""
    if access.sees_team:
        return chance.randint(1, leads)
    return chance.randint(1, leads // _REPS - 1) * _REPS + access.member_id - 1


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


def make_people(leads: int, chance: random.Random) -> list[Somebody]:
    """By lead id, from 1; the one at 0 is not stored."""
    first, last, firm = Zipf(_FIRST, 3_000, 0), Zipf(_LAST, 90_000, 5_000), Zipf(_FIRM, 120_000, 100_000)
    return [
        Somebody(first(chance), last(chance), f"{firm(chance)} {chance.choice(_FORMS)}".strip())
        for _ in range(leads + 1)
    ]


def fill_with(database: Database, known: list[Somebody]) -> None:
    """Leads and their index; lead n is held by member n % 50 + 1."""
    leads = len(known) - 1
    words: set[str] = set()
    use_a_large_cache(database)
    with database.begin() as session:
        session.add(Workspace(id=_WORKSPACE, name="Bench", created_at=_NOW))
        session.flush()
        insert_rows(session, Member, (_member(number) for number in range(1, _REPS + 1)))
    for start in range(1, leads + 1, _AT_ONCE):
        numbers = range(start, min(start + _AT_ONCE, leads + 1))
        with database.begin() as session:
            insert_rows(session, Lead, (_lead(number, known[number]) for number in numbers))
            index_leads(session, (_with_reaches(number, known[number]) for number in numbers), words)
    _tidy(database)


def _with_reaches(number: int, who: Somebody) -> tuple[Lead, list[Reach]]:
    email = f"{fold(who.first)}.{fold(who.last).replace(' ', '')}@{fold(who.firm).replace(' ', '-')}.example"
    ways = [
        Reach(kind=ReachKind.EMAIL, value=email),
        Reach(kind=ReachKind.PHONE, value=phone_of(number)),
    ]
    return Lead(**_lead(number, who)), ways


def _tidy(database: Database) -> None:
    """What autovacuum does in time."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")


def _member(number: int) -> dict[str, Any]:
    return {
        "workspace_id": _WORKSPACE,
        "id": number,
        "user_id": number,
        "name": f"Member {number}",
        "role": Role.REP,
        "language": "en",
        "joined_at": _NOW,
    }


def _lead(number: int, who: Somebody) -> dict[str, Any]:
    return {
        "workspace_id": _WORKSPACE,
        "id": number,
        "rev": 1,
        "holder_id": number % _REPS + 1,
        "name": f"{who.first} {who.last}",
        "organisation": who.firm,
        "hot": number % 9 == 0,
        "status": Status.NEW,
        "created_at": _NOW,
    }


def main() -> None:
    database = Database(sys.argv[1])
    upgrade(database)
    for row in measure_find(database, int(sys.argv[2]) if len(sys.argv) > 2 else 1_000_000):
        sys.stdout.write(f"{row.what}: {row.measured} ({row.against}), {row.ratio}\n")
        sys.stdout.flush()
    database.close()


if __name__ == "__main__":
    main()
