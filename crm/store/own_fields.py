"""The fields that a company added to its building blocks, and what stands in them."""

from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Block, CustomField, CustomValue
from crm.store.blocks import MODELS, Subject, block_of, visible


def fields_of(session: Session, workspace_id: int, block: Block | None = None) -> list[CustomField]:
    """In their order; block: only of that one."""
    query = select(CustomField).where(
        CustomField.workspace_id == workspace_id, CustomField.deleted_at.is_(None)
    )
    if block is not None:
        query = query.where(CustomField.block == block)
    return list(session.scalars(query.order_by(CustomField.block, CustomField.position, CustomField.id)))


def get_field(session: Session, access: Access, field_id: int) -> CustomField:
    """Raises NotYours."""
    found = session.get(CustomField, (access.workspace_id, field_id))
    if found is None or found.deleted_at is not None:
        raise NotYours
    return found


def values_of(session: Session, subject: Subject) -> list[tuple[CustomField, str | None]]:
    """All fields of its block with what stands in them, None where nothing does."""
    rows = session.execute(
        select(CustomValue.field_id, CustomValue.value).where(
            CustomValue.workspace_id == subject.workspace_id,
            CustomValue.entity_id == subject.id,
            CustomValue.deleted_at.is_(None),
        )
    )
    there: dict[int, str] = dict(rows.all())
    fields = fields_of(session, subject.workspace_id, block_of(subject))
    return [(one, there.get(one.id)) for one in fields]


def with_value(
    session: Session, access: Access, field: CustomField, value: str, *, limit: int, offset: int = 0
) -> list[Subject]:
    """The rows in which the field holds that value, newest first, as far as the member may see them."""
    kind = MODELS[field.block]
    here = and_(
        CustomValue.workspace_id == kind.workspace_id,
        CustomValue.entity_id == kind.id,
        CustomValue.field_id == field.id,
        CustomValue.value == value,
        CustomValue.deleted_at.is_(None),
    )
    query = visible(access, field.block).join(CustomValue, here).order_by(kind.id.desc())
    return list(session.scalars(query.limit(limit).offset(offset)))
