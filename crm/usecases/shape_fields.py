"""Fields of the company's own: the owner makes them, those who may edit a row fill them."""

from sqlalchemy import func, select

from crm.access import Access
from crm.errors import Refused
from crm.models import Block, CustomField, CustomValue, FieldKind
from crm.rules.folding import fold
from crm.rules.own_field import read_value
from crm.store.blocks import Subject, block_of
from crm.store.own_fields import fields_of
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.check_owner import check_owner

_MOST_FIELDS = 20
_MOST_CHOICES = 20
_LONGEST = 60


def add_field(
    work: Work, access: Access, block: Block, name: str, kind: FieldKind, choices: list[str] | None = None
) -> CustomField:
    """Raises Refused: "owner-only", "name-needed", "field-there", "fields-many", "choices-needed"."""
    check_owner(access)
    said = _named(name)
    there = fields_of(work.session, access.workspace_id, block)
    if any(field.key == fold(said) for field in there):
        raise Refused("field-there", name=said)
    if len(there) >= _MOST_FIELDS:
        raise Refused("fields-many", most=_MOST_FIELDS)
    options = list({fold(c): " ".join(c.split())[:_LONGEST] for c in choices or () if fold(c)}.values())
    if kind is FieldKind.CHOICE and len(options) < 2:
        raise Refused("choices-needed")
    made = CustomField(
        workspace_id=access.workspace_id,
        id=work.ids(),
        block=block,
        name=said,
        key=fold(said)[:_LONGEST],
        kind=kind,
        choices=options[:_MOST_CHOICES] if kind is FieldKind.CHOICE else [],
        position=max((field.position for field in there), default=0) + 1,
        created_at=work.now,
    )
    work.session.add(made)
    note_turn(work, access, "turn-fields")
    return made


def rename_field(work: Work, access: Access, field: CustomField, name: str) -> None:
    check_owner(access)
    said = _named(name)
    others = fields_of(work.session, access.workspace_id, field.block)
    if any(other.key == fold(said) and other.id != field.id for other in others):
        raise Refused("field-there", name=said)
    field.name, field.key = said, fold(said)[:_LONGEST]
    note_turn(work, access, "turn-fields")


def remove_field(work: Work, access: Access, field: CustomField) -> int:
    """It is shown no more; what stood in it comes back with Undo. How many rows had something in it."""
    check_owner(access)
    held = select(func.count()).where(
        CustomValue.workspace_id == field.workspace_id,
        CustomValue.field_id == field.id,
        CustomValue.deleted_at.is_(None),
    )
    count = work.session.scalar(held) or 0
    field.deleted_at = work.now
    note_turn(work, access, "turn-fields")
    return count


def fill_field(work: Work, access: Access, subject: Subject, field: CustomField, text: str | None) -> None:
    """text: as typed; None empties it. Raises Refused("field-unread") where the field does not take it, and as check_may_edit."""
    check_may_edit(access, subject)
    if field.block is not block_of(subject):
        raise Refused("passed")
    value = read_value(field.kind, field.choices, text) if text is not None else None
    if text is not None and value is None:
        raise Refused("field-unread", kind=field.kind.value, name=field.name)
    row = work.session.scalars(
        select(CustomValue).where(
            CustomValue.workspace_id == access.workspace_id,
            CustomValue.field_id == field.id,
            CustomValue.entity_id == subject.id,
        )
    ).first()
    note_turn(work, access, "turn-edited", subject.id)
    if row is None:
        if value is not None:
            work.session.add(
                CustomValue(
                    workspace_id=access.workspace_id,
                    id=work.ids(),
                    field_id=field.id,
                    entity_id=subject.id,
                    value=value,
                )
            )
        return
    row.deleted_at = work.now if value is None else None
    if value is not None:
        row.value = value


def _named(name: str) -> str:
    said = " ".join(name.split())[:_LONGEST]
    if not fold(said):
        raise Refused("name-needed")
    return said
