"""A database to search in: leads, a tenth of which have become account, contact and opportunity, and the index of all."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from typing import Any

from bot.bench.bulk import index_rows, insert_rows, use_a_large_cache
from bot.bench.messages import phone_of
from bot.bench.people import Somebody
from crm.access import Role
from crm.models import (
    Account,
    AccountContact,
    Contact,
    Lead,
    Member,
    Opportunity,
    Reach,
    ReachKind,
    Status,
    Workspace,
)
from crm.rules.names import organisation_key
from crm.store.database import Database
from crm.store.search.findable import Findable, of_account, of_contact, of_lead, of_opportunity
from crm.store.stages import pipeline
from crm.store.work import Session, start_work

WORKSPACE = 1
REPS = 50
_LEADS_A_DEAL = 10
_AT_ONCE = 50_000
_NOW = datetime(2026, 3, 10, 9, tzinfo=UTC)
_KINDS = 4
"""So many ids a lead: its own, and those of the account, contact and opportunity that it became."""

Values = dict[str, Any]


def number_of(id: int) -> int:
    """Which lead a row of any block was at first."""
    return id // _KINDS


def fill_with(database: Database, known: Sequence[Somebody]) -> None:
    """known: by the number of the lead, from 1. Lead n is held by member n % 50 + 1."""
    words: set[str] = set()
    use_a_large_cache(database)
    with database.begin() as session:
        session.add(Workspace(id=WORKSPACE, name="Bench", created_at=_NOW))
        session.flush()
        insert_rows(session, Member, (_member(number) for number in range(1, REPS + 1)))
        stage_id = pipeline(start_work(session, _NOW, iter(range(1, 100)).__next__, 1), WORKSPACE)[0].id
    for start in range(1, len(known), _AT_ONCE):
        some = [Rows(n, known[n], stage_id) for n in range(start, min(start + _AT_ONCE, len(known)))]
        with database.begin() as session:
            _insert(session, some)
            index_rows(session, (findable for rows in some for findable in rows.findables()), words)
    _tidy(database)


def _insert(session: Session, some: "Sequence[Rows]") -> None:
    deals = [rows for rows in some if rows.is_deal]
    insert_rows(session, Account, (rows.account() for rows in deals))
    insert_rows(session, Contact, (rows.contact() for rows in deals))
    insert_rows(session, AccountContact, (rows.place() for rows in deals))
    insert_rows(session, Opportunity, (rows.opportunity() for rows in deals))
    insert_rows(session, Lead, (rows.lead() for rows in some))


class Rows:
    """Those of one lead."""

    def __init__(self, number: int, who: Somebody, stage_id: int) -> None:
        self._number, self._who, self._stage_id = number, who, stage_id
        self.is_deal = number % _LEADS_A_DEAL == 0

    def lead(self) -> Values:
        became = (
            {"status": Status.CONVERTED, "converted_at": _NOW} if self.is_deal else {"status": Status.NEW}
        )
        ids = (self._id(kind) if self.is_deal else None for kind in (1, 2, 3))
        return (
            self._row(0)
            | {"name": self._who.name, "organisation": self._who.firm, "hot": self._number % 9 == 0}
            | {"converted_at": None, **became}
            | dict(zip(("account_id", "contact_id", "opportunity_id"), ids, strict=True))
        )

    def account(self) -> Values:
        return self._row(1) | {"name": self._who.firm, "key": organisation_key(self._who.firm)}

    def contact(self) -> Values:
        return self._row(2) | {"name": self._who.name}

    def place(self) -> Values:
        row = self._row(1) | {"account_id": self._id(1), "contact_id": self._id(2)}
        del row["holder_id"]
        return row

    def opportunity(self) -> Values:
        return self._row(3) | {
            "account_id": self._id(1),
            "name": self._who.firm,
            "stage_id": self._stage_id,
            "stage_since": _NOW,
            "probability": 10,
            "close_day": _NOW.date(),
            "active_at": _NOW,
        }

    def findables(self) -> Iterator[Findable]:
        reaches = self._reaches()
        yield of_lead(Lead(**_said(self.lead(), "name", "organisation")), reaches)
        if self.is_deal:
            yield of_account(Account(**_said(self.account(), "name")), reaches[:1])
            yield of_contact(Contact(**_said(self.contact(), "name")), reaches, self._who.firm)
            yield of_opportunity(Opportunity(**_said(self.opportunity(), "name")), self._who.firm)

    def _id(self, kind: int) -> int:
        return self._number * _KINDS + kind

    def _row(self, kind: int) -> Values:
        return {
            "workspace_id": WORKSPACE,
            "id": self._id(kind),
            "rev": 1,
            "holder_id": self._number % REPS + 1,
            "created_at": _NOW,
        }

    def _reaches(self) -> list[Reach]:
        return [
            Reach(kind=ReachKind.EMAIL, value=self._who.email),
            Reach(kind=ReachKind.PHONE, value=phone_of(self._number)),
        ]


def _said(row: Values, *names: str) -> Values:
    """Only what the index looks at."""
    return {name: row[name] for name in ("workspace_id", "id", "holder_id", *names)}


def _member(number: int) -> Values:
    return {
        "workspace_id": WORKSPACE,
        "id": number,
        "user_id": number,
        "name": f"Member {number}",
        "role": Role.REP,
        "language": "en",
        "joined_at": _NOW,
    }


def _tidy(database: Database) -> None:
    """What autovacuum does in time."""
    if not database.is_sqlite:
        with database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
            connection.exec_driver_sql("VACUUM ANALYZE")
