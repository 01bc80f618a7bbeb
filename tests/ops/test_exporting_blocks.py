"""Exports of all four building blocks, in every format, and only of what a member may see."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from crm.access import Access, Role, Visibility
from crm.capture.draft import ActivityKind
from crm.models import (
    Account,
    AccountContact,
    Activity,
    Block,
    Contact,
    ContactRole,
    CustomField,
    CustomValue,
    FieldKind,
    Opportunity,
    Reach,
    ReachKind,
    Stage,
    Tag,
    Tagging,
)
from crm.store.database import Database
from crm.store.exporting import Scope, export, write_export
from tests.clock import START
from tests.factories import add_lead, add_member, add_workspace, next_id


@dataclass
class Sold:
    """Eva has Bosch with Klaus and an opportunity; Tom has nothing but a lead."""

    database: Database
    eva: Access
    tom: Access


def _add(session: Any, row: Any) -> Any:
    session.add(row)
    session.flush()
    return row


@pytest.fixture
def sold(database: Database) -> Iterator[Sold]:
    with database.begin() as session:
        workspace = add_workspace(session)
        eva, tom = (add_member(session, workspace, name=name) for name in ("Eva", "Tom"))
        here: dict[str, Any] = {"workspace_id": workspace.id, "created_at": START}
        held = here | {"holder_id": eva.id}
        account = _add(session, Account(id=next_id(), name="Bosch; Rexroth", key="bosch rexroth", **held))
        contact = _add(
            session, Contact(id=next_id(), name="Klaus Berger", title="Buyer", note="a;b\nc", **held)
        )
        _add(
            session,
            AccountContact(
                id=next_id(), account_id=account.id, contact_id=contact.id, role=ContactRole.BUYER, **here
            ),
        )
        _add(
            session,
            Reach(
                workspace_id=workspace.id,
                id=next_id(),
                contact_id=contact.id,
                kind=ReachKind.PHONE,
                value="+31612345678",
                written="0612345678",
            ),
        )
        stage = _add(
            session,
            Stage(workspace_id=workspace.id, id=next_id(), standard="quote-sent", position=2, probability=50),
        )
        _add(
            session,
            Opportunity(
                id=next_id(),
                account_id=account.id,
                name="=Sensors",
                value_minor=1234567,
                currency="EUR",
                stage_id=stage.id,
                stage_since=START,
                probability=50,
                close_day=date(2026, 4, 24),
                active_at=START,
                **held,
            ),
        )
        own = _add(
            session,
            CustomField(
                id=next_id(),
                block=Block.ACCOUNT,
                name="Sites",
                key="sites",
                kind=FieldKind.NUMBER,
                position=0,
                **here,
            ),
        )
        _add(
            session,
            CustomValue(
                workspace_id=workspace.id, id=next_id(), field_id=own.id, entity_id=account.id, value="12.50"
            ),
        )
        tag = _add(session, Tag(id=next_id(), name="VIP, gold", key="vip gold", **here))
        _add(
            session,
            Tagging(
                workspace_id=workspace.id,
                id=next_id(),
                tag_id=tag.id,
                block=Block.ACCOUNT,
                entity_id=account.id,
            ),
        )
        for holder, lead in ((eva, None), (tom, add_lead(session, tom, "Toms lead"))):
            _add(
                session,
                Activity(
                    id=next_id(),
                    member_id=holder.id,
                    kind=ActivityKind.NOTE,
                    text=f"by {holder.name}",
                    happened_at=START,
                    account_id=None if lead else account.id,
                    lead_id=lead.id if lead else None,
                    **here,
                ),
            )
        access = [Access(workspace.id, who.id, Role.REP, Visibility.PRIVATE) for who in (eva, tom)]
    yield Sold(database, *access)


def as_json(sold: Sold, what: Any, access: Access | None = None) -> list[dict[str, Any]]:
    return [json.loads(line) for line in export(sold.database, what, "jsonl", Scope(access))]


def test_accounts_contacts_and_opportunities_come_out_whole(sold: Sold) -> None:
    (account,) = as_json(sold, "accounts")
    assert (account["name"], account["Sites"], account["tags"]) == ("Bosch; Rexroth", "12.50", ["VIP, gold"])
    (contact,) = as_json(sold, "contacts")
    assert (contact["accounts"], contact["roles"]) == (["Bosch; Rexroth"], ["buyer"])
    assert contact["phones"] == ["+31612345678"]
    (opportunity,) = as_json(sold, "opportunities")
    assert (opportunity["value"], opportunity["stage"], opportunity["close_day"]) == (
        "12345.67",
        "quote-sent",
        "2026-04-24",
    )
    assert opportunity["account"] == "Bosch; Rexroth"


def test_lists_in_cells_and_formulas_survive_a_spreadsheet(sold: Sold) -> None:
    (account,) = csv.DictReader(io.StringIO("".join(export(sold.database, "accounts", "csv"))))
    assert (account["tags"], account["Sites"]) == ('"VIP, gold"', "12.50")
    (opportunity,) = csv.DictReader(io.StringIO("".join(export(sold.database, "opportunities", "csv"))))
    assert opportunity["name"] == "'=Sensors"


def test_excel_gets_text_as_text_and_amounts_and_days_as_such(sold: Sold, tmp_path: Path) -> None:
    file = tmp_path / "out.xlsx"
    write_export(sold.database, "opportunities", "xlsx", file)
    sheet = load_workbook(file)["opportunities"]
    head, row = sheet.iter_rows()
    cells = {title.value: cell for title, cell in zip(head, row, strict=True)}
    assert (cells["name"].value, cells["name"].data_type) == ("=Sensors", "s")
    assert Decimal(str(cells["value"].value)) == Decimal("12345.67")
    assert cells["close_day"].value.date() == date(2026, 4, 24)
    write_export(sold.database, "contacts", "xlsx", file)
    head, row = load_workbook(file)["contacts"].iter_rows(values_only=True)
    assert dict(zip(head, row, strict=True))["phones"] == "+31612345678"


def test_a_contact_becomes_a_card(sold: Sold) -> None:
    card = "".join(export(sold.database, "contacts", "vcf"))
    assert "N:Berger;Klaus;;;\r\n" in card
    assert "ORG:Bosch\\; Rexroth\r\n" in card
    assert "NOTE:a\\;b\\nc\r\n" in card
    assert "TEL;TYPE=VOICE:+31612345678\r\n" in card


@pytest.mark.parametrize("what", ["accounts", "contacts", "opportunities"])
def test_somebody_else_in_a_private_workspace_exports_none_of_it(sold: Sold, what: str) -> None:
    assert len(as_json(sold, what, sold.eva)) == 1
    assert as_json(sold, what, sold.tom) == []


def test_history_is_exported_by_whose_it_is(sold: Sold) -> None:
    assert [row["text"] for row in as_json(sold, "activities", sold.eva)] == ["by Eva"]
    assert [row["text"] for row in as_json(sold, "activities", sold.tom)] == ["by Tom"]
    stranger = Access(sold.eva.workspace_id + 1, sold.eva.member_id, Role.OWNER, Visibility.OPEN)
    for what in ("leads", "accounts", "activities", "follow-ups", "files"):
        assert as_json(sold, what, stranger) == []
