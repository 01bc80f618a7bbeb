"""Tags and own fields of a lead go along when it converts: the lead keeps its own, the others get a copy."""

from collections.abc import Sequence

from sqlalchemy import select

from crm.models import Account, Contact, CustomField, CustomValue, Lead, Opportunity, Tagging
from crm.store.blocks import block_of
from crm.store.work import Work


def carry_fields(work: Work, lead: Lead, to: Sequence[Account | Contact | Opportunity]) -> None:
    """A field is carried to a block that has one of the same name and kind, where that is still empty."""
    _carry_tags(work, lead, to)
    _carry_values(work, lead, to)


def _carry_tags(work: Work, lead: Lead, to: Sequence[Account | Contact | Opportunity]) -> None:
    ids = [lead.id, *(row.id for row in to)]
    query = select(Tagging).where(
        Tagging.workspace_id == lead.workspace_id, Tagging.entity_id.in_(ids), Tagging.deleted_at.is_(None)
    )
    there = {(tagging.entity_id, tagging.tag_id) for tagging in work.session.scalars(query)}
    work.session.add_all(
        Tagging(
            workspace_id=lead.workspace_id,
            id=work.ids(),
            tag_id=tag_id,
            block=block_of(row),
            entity_id=row.id,
        )
        for entity_id, tag_id in sorted(there)
        if entity_id == lead.id
        for row in to
        if (row.id, tag_id) not in there
    )


def _carry_values(work: Work, lead: Lead, to: Sequence[Account | Contact | Opportunity]) -> None:
    said = work.session.execute(
        select(CustomField, CustomValue.value)
        .join(
            CustomValue,
            (CustomValue.workspace_id == CustomField.workspace_id) & (CustomValue.field_id == CustomField.id),
        )
        .where(
            CustomValue.workspace_id == lead.workspace_id,
            CustomValue.entity_id == lead.id,
            CustomValue.deleted_at.is_(None),
            CustomField.deleted_at.is_(None),
        )
    ).all()
    if not said:
        return
    fields = select(CustomField).where(
        CustomField.workspace_id == lead.workspace_id, CustomField.deleted_at.is_(None)
    )
    same = {(field.block, field.key, field.kind): field for field in work.session.scalars(fields)}
    for row in to:
        for field, value in said:
            target = same.get((block_of(row), field.key, field.kind))
            if target is not None and (not target.choices or value in target.choices):
                _fill(work, target, row, value)


def _fill(work: Work, field: CustomField, row: Account | Contact | Opportunity, value: str) -> None:
    there = work.session.scalars(
        select(CustomValue).where(
            CustomValue.workspace_id == row.workspace_id,
            CustomValue.field_id == field.id,
            CustomValue.entity_id == row.id,
        )
    ).first()
    if there is None:
        work.session.add(
            CustomValue(
                workspace_id=row.workspace_id,
                id=work.ids(),
                field_id=field.id,
                entity_id=row.id,
                value=value,
            )
        )
    elif there.deleted_at is not None:
        there.value, there.deleted_at = value, None
