"""The records of the four building blocks."""

from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Select, select

from crm.models import (
    Account,
    AccountContact,
    Block,
    Contact,
    LostReason,
    Member,
    OpportunityContact,
    ReachKind,
    Stage,
)
from crm.money import Money
from crm.store.blocks import MODELS
from crm.store.exporting.belongings import OwnColumn, keyed, own_values, reaches, tags
from crm.store.exporting.scope import Scope, slices

Record = dict[str, Any]
"""Column -> text, list of texts, yes or no, whole number, decimal, day, or None. Ids and instants are texts."""

_FIRST = ("id", "workspace_id", "holder_id", "holder", "name")
_REACH = ("emails", "phones")
COLUMNS: dict[Block, tuple[str, ...]] = {
    Block.LEAD: (
        *_FIRST,
        "title",
        "organisation",
        *_REACH,
        "website",
        "source",
        "event_id",
        "value",
        "currency",
        "note",
        "hot",
        "supplier",
        "status",
        "reason",
        "tags",
        "created_at",
        "owed_since",
        "reached_at",
        "tries",
        "converted_at",
        "account_id",
        "contact_id",
        "opportunity_id",
    ),
    Block.ACCOUNT: (
        *_FIRST,
        *_REACH,
        "website",
        "domain",
        "customer",
        "supplier",
        "private",
        "source",
        "event_id",
        "note",
        "tags",
        "created_at",
    ),
    Block.CONTACT: (
        *_FIRST,
        "title",
        "accounts",
        "account_ids",
        "roles",
        *_REACH,
        "source",
        "event_id",
        "note",
        "hot",
        "tags",
        "created_at",
    ),
    Block.OPPORTUNITY: (
        *_FIRST,
        "account",
        "account_id",
        "lead_id",
        "value",
        "currency",
        "stage",
        "probability",
        "probability_by_hand",
        "close_day",
        "close_guessed",
        "stage_since",
        "closed_at",
        "lost_reason",
        "lost_words",
        "contacts",
        "contact_ids",
        "source",
        "event_id",
        "tags",
        "created_at",
        "active_at",
    ),
}
_RENAMED = {"event_id": "fair_id"}
_IDS = frozenset(
    {"id", "workspace_id", "holder_id", "event_id", "account_id", "contact_id", "lead_id", "opportunity_id"}
)


def records_of(
    connection: Connection, scope: Scope, block: Block, own: tuple[OwnColumn, ...]
) -> Iterator[Record]:
    """In the order they were made, workspace by workspace."""
    for rows in slices(connection, _query(scope, block)):
        ways = {} if block is Block.OPPORTUNITY else reaches(connection, rows, block)
        tagged, values = tags(connection, rows), own_values(connection, rows, own)
        more = _more(connection, scope, block, rows)
        for row in rows:
            key = row.workspace_id, row.id
            mine: dict[str, Any] = {
                "emails": ways.get(key, {}).get(ReachKind.EMAIL, []),
                "phones": ways.get(key, {}).get(ReachKind.PHONE, []),
                "tags": tagged.get(key, []),
                "value": amount(row) if block in (Block.LEAD, Block.OPPORTUNITY) else None,
                **more.get(key, {}),
            }
            record = {
                column: mine[column] if column in mine else _plain(column, row) for column in COLUMNS[block]
            }
            yield record | {column.name: values[key].get(column.name) for column in own}


def amount(row: Any) -> Any:
    """In major units, exact."""
    return None if row.value_minor is None else Money(row.value_minor, row.currency).amount


def _plain(column: str, row: Any) -> Any:
    value = getattr(row, _RENAMED.get(column, column))
    return str(value) if column in _IDS and value is not None else value


def _query(scope: Scope, block: Block) -> Select[Any]:
    kind = MODELS[block]
    query = select(kind.__table__, Member.name.label("holder")).join(
        Member, (Member.workspace_id == kind.workspace_id) & (Member.id == kind.holder_id)
    )
    if block is Block.OPPORTUNITY:
        query = (
            query.add_columns(
                Account.name.label("account"),
                Stage.standard.label("stage_word"),
                Stage.name.label("stage_name"),
                LostReason.standard.label("reason_word"),
                LostReason.name.label("reason_name"),
            )
            .outerjoin(Account, (Account.workspace_id == kind.workspace_id) & (Account.id == kind.account_id))
            .join(Stage, (Stage.workspace_id == kind.workspace_id) & (Stage.id == kind.stage_id))
            .outerjoin(
                LostReason,
                (LostReason.workspace_id == kind.workspace_id) & (LostReason.id == kind.lost_reason_id),
            )
        )
    return query.where(scope.rows_of(block)).order_by(kind.workspace_id, kind.id)


def _more(connection: Connection, scope: Scope, block: Block, rows: Any) -> dict[tuple[int, int], Record]:
    match block:
        case Block.CONTACT:
            return _accounts(connection, scope, rows)
        case Block.OPPORTUNITY:
            return _parts(connection, rows)
    return {}


def _accounts(connection: Connection, scope: Scope, rows: Any) -> dict[tuple[int, int], Record]:
    """The main one first."""
    query = (
        select(
            AccountContact.workspace_id,
            AccountContact.contact_id.label("of"),
            AccountContact.role,
            Account.id,
            Account.name,
        )
        .join(
            Account,
            (Account.workspace_id == AccountContact.workspace_id) & (Account.id == AccountContact.account_id),
        )
        .where(scope.accounts_of_contacts())
        .order_by(AccountContact.id)
    )
    found = keyed(connection, query, AccountContact, AccountContact.contact_id, rows)
    return {
        (row.workspace_id, row.id): {
            "accounts": [at.name for at in found.get((row.workspace_id, row.id), ())],
            "account_ids": [str(at.id) for at in found.get((row.workspace_id, row.id), ())],
            "roles": [at.role.value for at in found.get((row.workspace_id, row.id), ())],
        }
        for row in rows
    }


def _parts(connection: Connection, rows: Any) -> dict[tuple[int, int], Record]:
    query = (
        select(
            OpportunityContact.workspace_id,
            OpportunityContact.opportunity_id.label("of"),
            Contact.id,
            Contact.name,
        )
        .join(
            Contact,
            (Contact.workspace_id == OpportunityContact.workspace_id)
            & (Contact.id == OpportunityContact.contact_id),
        )
        .where(OpportunityContact.deleted_at.is_(None), Contact.deleted_at.is_(None))
        .order_by(OpportunityContact.id)
    )
    found = keyed(connection, query, OpportunityContact, OpportunityContact.opportunity_id, rows)
    return {
        (row.workspace_id, row.id): {
            "stage": row.stage_name or row.stage_word,
            "lost_reason": row.reason_name or row.reason_word,
            "contacts": [part.name or "" for part in found.get((row.workspace_id, row.id), ())],
            "contact_ids": [str(part.id) for part in found.get((row.workspace_id, row.id), ())],
        }
        for row in rows
    }
