"""Properties over random companies: exported and imported elsewhere they are the same; imported and undone, as before."""

import json
import random
import string
from collections.abc import Iterator
from datetime import timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from crm.access import Role
from crm.capture.draft import ActivityKind
from crm.models import Activity, Block, CustomField, FieldKind, FollowUp, Lead
from crm.rules.folding import fold
from crm.store.database import Database
from crm.store.exporting import Scope, export, write_export
from crm.store.leads import get_lead
from crm.store.stages import pipeline
from crm.usecases.log_activity import log_activity
from tests.clock import START
from tests.databases import fresh_sqlite
from tests.factories import add_member, add_workspace, next_id
from tests.imports.desk import Desk, standing

NASTY = (
    "=1+1",
    "+31",
    "-x",
    "@y",
    "'=z",
    'say "hi"',
    "a;b",
    "a,b",
    "line\nbreak",
    "Łukasz",
    "Ёлка",
    "名前",
    "🔥 hot",
    "  x ",
    "0012",
    "1.234,5",
    "<b>",
    "O'Neil",
    "\\n",
    "%",
)
SETTINGS = settings(
    max_examples=8,
    deadline=None,
    phases=(Phase.explicit, Phase.generate),
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
LOST = {
    "workspace_id",
    "id",
    "holder_id",
    "event_id",
    "account_id",
    "account_ids",
    "contact_ids",
    "lead_id",
    "contact_id",
}
LOST |= {
    "opportunity_id",
    "stage_since",
    "active_at",
    "close_guessed",
    "closed_at",
    "owed_since",
    "reached_at",
    "tries",
}
LOST |= {"converted_at", "domain", "contacts", "lost_words"}
"""Columns that belong to one workspace, or to a history that a table does not hold."""


@pytest.fixture
def two(sqlite_template: Path, tmp_path: Path) -> Iterator[list[Database]]:
    """Two databases, for many companies each."""
    folders = [tmp_path / name for name in ("here", "there")]
    for folder in folders:
        folder.mkdir()
    with (
        fresh_sqlite(sqlite_template, folders[0]) as here,
        fresh_sqlite(sqlite_template, folders[1]) as there,
    ):
        yield [here, there]


def company(database: Database) -> Desk:
    with database.begin() as session:
        workspace = add_workspace(session)
        for block in Block:
            for position, (name, kind) in enumerate(
                (("Machine", FieldKind.TEXT), ("Size", FieldKind.NUMBER), ("Since", FieldKind.DATE))
            ):
                session.add(
                    CustomField(
                        workspace_id=workspace.id, id=next_id(), block=block, name=name, key=fold(name), kind=kind,
                        position=position, created_at=START,
                    )
                )  # fmt: skip
        add_member(session, workspace, name="Tom")
        desk = Desk(database, add_member(session, workspace, name="Olga", role=Role.OWNER))
        pipeline(desk.work(session), workspace.id)
    return desk


class Company:
    """Random rows of a block, as a file of ours has them; no two are the same person."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self._number = 0

    def text(self) -> str:
        words = ["".join(self.chance.choices(string.ascii_lowercase, k=6)) for _ in range(2)]
        return " ".join([*words, self.chance.choice(NASTY)] if self.chance.random() < 0.6 else words)

    def some(self, value: str) -> str:
        return value if self.chance.random() < 0.7 else ""

    def row(self, block: Block) -> dict[str, str]:
        self._number += 1
        n, chance = self._number, self.chance
        name = f"{''.join(chance.choices(string.ascii_lowercase, k=9))} {self.text()}".strip()
        shared = {
            "name": name,
            "source": self.some(self.text().replace("\n", " ").strip()),
            "holder": chance.choice(["Olga", "Tom"]),
            "tags": self.some('vip; "gold, old"'),
            "created_at": (START - timedelta(days=n)).isoformat(),
            "Machine": self.some(self.text().strip()),
            "Size": self.some(chance.choice(["12.50", "-3", "0.001", "100000"])),
            "Since": self.some("2024-02-29"),
        }
        reach = {
            "emails": self.some(f"p{n}@firm{n}.example; q{n}@firm{n}.example"),
            "phones": self.some(f"+3161234{n:04}; +4971112{n:04}"),
            "note": self.some(self.text().strip()),
        }
        money = {
            "value": f"{chance.randrange(10**9) / 100:.2f}",
            "currency": chance.choice(["EUR", "USD", "GBP"]),
        }
        match block:
            case Block.LEAD:
                more = {
                    "organisation": f"Org{n} {self.text()}".strip(),
                    "hot": chance.choice(["yes", "no"]),
                    "title": self.some("Buyer"),
                    "website": self.some("https://x.example/a?b=c"),
                    "status": chance.choice(["new", "contacted", "qualified", "disqualified"]),
                }
                return shared | reach | more | (money if chance.random() < 0.5 else {})
            case Block.ACCOUNT:
                return (
                    shared
                    | reach
                    | {
                        "customer": chance.choice(["yes", "no"]),
                        "supplier": chance.choice(["yes", "no"]),
                        "website": self.some("x.example"),
                    }
                )
            case Block.CONTACT:
                return (
                    shared
                    | reach
                    | {
                        **chance.choice(
                            [
                                {},
                                {"accounts": f"Firm{n % 5} GmbH", "roles": "buyer"},
                                {"accounts": f'Firm{n % 5} GmbH; "Other, {n % 3}"', "roles": "user; other"},
                            ]
                        ),
                        "hot": "no",
                        "title": "CEO",
                    }
                )
        stage, percent = chance.choice(
            [("new", 10), ("new", 35), ("quote-sent", 50), ("won", 100), ("lost", 0)]
        )
        return (
            shared
            | money
            | {
                "account": f"Firm{n % 5} GmbH",
                "stage": stage,
                "probability": str(percent),
                "close_day": "2026-02-01",
                "lost_reason": "price" if stage == "lost" else "",
            }
        )

    def file(self, block: Block, rows: int) -> bytes:
        made = [self.row(block) for _ in range(rows)]
        columns = list(dict.fromkeys(column for row in made for column in row))
        lines = [columns, *([row.get(column, "") for column in columns] for row in made)]
        return "".join(json_csv(line) for line in lines).encode()


def json_csv(cells: list[str]) -> str:
    return ",".join('"' + cell.replace('"', '""') + '"' for cell in cells) + "\r\n"


def records(desk: Desk, what: Any) -> list[dict[str, Any]]:
    """Numbers as numbers: Excel keeps no zeros behind the point."""
    rows = [json.loads(line) for line in export(desk.database, what, "jsonl")]
    for row in rows:
        row["Size"] = row["Size"] and Decimal(row["Size"])
    mine = [row for row in rows if row["workspace_id"] == str(desk.member.workspace_id)]
    return sorted(
        ({k: v for k, v in row.items() if k not in LOST} for row in mine), key=lambda row: row["name"]
    )


WHATS = {
    Block.LEAD: "leads",
    Block.ACCOUNT: "accounts",
    Block.CONTACT: "contacts",
    Block.OPPORTUNITY: "opportunities",
}


@pytest.mark.parametrize("form", ["csv", "xlsx"])
@pytest.mark.parametrize("block", list(Block))
@SETTINGS
@given(seed=st.integers(0, 10**6))
def test_exported_and_imported_elsewhere_it_is_the_same(
    two: list[Database], tmp_path: Path, block: Block, form: Any, seed: int
) -> None:
    here, there = (company(database) for database in two)
    done = here.imports(Company(seed).file(block, 12), block=block)
    assert (done.made, done.bad) == (12, 0)
    file = tmp_path / f"x.{form}"
    with here.database.begin() as session:
        access = here.who(session).access
    write_export(here.database, WHATS[block], form, file, Scope(access))
    back = there.imports(file.read_bytes(), file.name, block)
    assert (back.made, back.bad) == (12, 0)
    assert records(there, WHATS[block]) == records(here, WHATS[block])


@pytest.mark.parametrize("updates", [False, True])
@SETTINGS
@given(seed=st.integers(0, 10**6))
def test_imported_and_undone_everything_is_as_before(two: list[Database], updates: bool, seed: int) -> None:
    """Whatever stood there before, and was known to the file or not; no note, follow-up or field is lost."""
    desk, chance, made = company(two[0]), random.Random(seed), Company(seed)
    for block in chance.sample(list(Block), 2):
        desk.imports(made.file(block, 8), block=block)

    def lives(session: Any) -> None:
        work = desk.work(session)
        access = desk.who(session).access
        for lead_id in session.scalars(
            select(Lead.id).where(Lead.workspace_id == access.workspace_id).limit(3)
        ):
            log_activity(
                work,
                access,
                get_lead(session, access, lead_id),
                ActivityKind.CALL,
                happened_at=desk.clock(),
                text="x",
            )

    desk.commit(lives)
    before = standing(desk.database, desk.member.workspace_id)
    block = chance.choice(list(Block))
    again = Company(seed if chance.random() < 0.5 else seed + 1)
    done = desk.imports(again.file(block, 10), block=block, updates=updates)
    if done.made or done.updated:
        desk.undoes(done.id)
    after = standing(desk.database, desk.member.workspace_id)
    for table, rows in before.items():
        assert after[table] == rows, table
    assert {Activity.__tablename__, FollowUp.__tablename__, CustomField.__tablename__} <= before.keys()
