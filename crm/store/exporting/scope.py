"""Whose rows an export holds."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, or_, select

from crm.access import Access
from crm.models import Account, AccountContact, Block, Contact, Lead, Opportunity
from crm.store.blocks import MODELS, visible

ROWS_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Scope:
    """access: of the member who exports; None: all workspaces."""

    access: Access | None = None

    def rows_of(self, block: Block) -> ColumnElement[bool]:
        """As a condition on the block's table: what stands, and may be seen."""
        kind = MODELS[block]
        if self.access is None:
            return kind.deleted_at.is_(None)  # type: ignore[no-any-return]
        condition: ColumnElement[bool] = visible(self.access, block).whereclause  # type: ignore[assignment]
        return condition

    def standing_on(self, kind: Any) -> ColumnElement[bool]:
        """As a condition on activities, follow-ups or files: those that stand on a row that may be seen."""
        stands: ColumnElement[bool] = kind.deleted_at.is_(None)
        access = self.access
        if access is None:
            return stands
        here = and_(stands, kind.workspace_id == access.workspace_id)
        if access.sees_team:
            return here
        mine = (Lead, Account, Opportunity)
        return and_(
            here,
            or_(
                *(
                    getattr(kind, f"{held.__tablename__}_id").in_(
                        select(held.id).where(*_held(held, access), held.deleted_at.is_(None))
                    )
                    for held in mine
                ),
                kind.contact_id.in_(visible(access, Block.CONTACT).with_only_columns(Contact.id)),
            ),
        )

    def workspaces(self, table: Any) -> ColumnElement[bool]:
        """As a condition on any table of a workspace."""
        if self.access is None:
            return table.deleted_at.is_(None)  # type: ignore[no-any-return]
        return and_(table.deleted_at.is_(None), table.workspace_id == self.access.workspace_id)

    def accounts_of_contacts(self) -> ColumnElement[bool]:
        """As a condition on AccountContact joined with Account: the accounts whose names may be told."""
        return and_(AccountContact.deleted_at.is_(None), self.rows_of(Block.ACCOUNT))


def _held(kind: Any, access: Access) -> tuple[ColumnElement[bool], ...]:
    return kind.workspace_id == access.workspace_id, kind.holder_id == access.member_id


def slices(connection: Connection, query: Any) -> Iterator[Sequence[Row[Any]]]:
    found = connection.execute(query, execution_options={"yield_per": ROWS_AT_ONCE})
    yield from found.partitions()
