"""What hangs on imported rows: ways to reach them, tags, values of the workspace's own fields. A slice at a time."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select

from crm.exchange.rows import ReadRow
from crm.models import Block, CustomValue, Reach, ReachKind, Tag, Tagging
from crm.rules.folding import fold
from crm.store.blocks import Subject
from crm.store.work import Work

Put = tuple[Subject, ReadRow, bool]
"""A row of a block, what the file says of it, whether it is new."""


def put_reaches(work: Work, block: Block, put: Sequence[Put]) -> dict[int, list[Reach]]:
    """Adds those that are not there yet. Returns all of each new row."""
    column = f"{block.value}_id"
    there: dict[int, set[str]] = {}
    old = [subject.id for subject, _, is_new in put if not is_new]
    if old:
        query = select(Reach).where(
            Reach.workspace_id == put[0][0].workspace_id,
            getattr(Reach, column).in_(old),
            Reach.deleted_at.is_(None),
        )
        for reach in work.session.scalars(query):
            there.setdefault(getattr(reach, column), set()).add(reach.value)
    made: dict[int, list[Reach]] = {}
    for subject, row, _ in put:
        known = there.setdefault(subject.id, set())
        ways: list[tuple[ReachKind, str, str, str | None]] = [
            (ReachKind.EMAIL, email.casefold(), email, None) for email in row.emails
        ]
        ways += [(ReachKind.PHONE, phone.e164, phone.written, phone.country) for phone in row.phones]
        for kind, value, written, country in ways:
            if value in known:
                continue
            known.add(value)
            reach = Reach(
                workspace_id=subject.workspace_id,
                id=work.ids(),
                kind=kind,
                value=value[:320],
                written=written[:320],
                country=country,
                guesses="",
                **{column: subject.id},
            )
            work.session.add(reach)
            made.setdefault(subject.id, []).append(reach)
    return made


def put_tags(work: Work, block: Block, put: Sequence[Put]) -> None:
    """Tags that the workspace does not have yet are made."""
    named: dict[str, str] = {}
    for tag in (tag for _, row, _ in put for tag in row.tags if fold(tag)):
        named.setdefault(fold(tag), tag)
    if not named:
        return
    workspace_id = put[0][0].workspace_id
    tags = {
        known.key: known
        for known in work.session.scalars(
            select(Tag).where(Tag.workspace_id == workspace_id, Tag.key.in_(named), Tag.deleted_at.is_(None))
        )
    }
    for key, name in named.items():
        if key not in tags:
            tags[key] = Tag(
                workspace_id=workspace_id, id=work.ids(), name=name, key=key[:60], created_at=work.now
            )
            work.session.add(tags[key])
    on = select(Tagging.tag_id, Tagging.entity_id).where(
        Tagging.workspace_id == workspace_id,
        Tagging.entity_id.in_([subject.id for subject, _, is_new in put if not is_new]),
        Tagging.deleted_at.is_(None),
    )
    there = {(row.tag_id, row.entity_id) for row in work.session.execute(on)}
    for subject, row, _ in put:
        for name in row.tags:
            meant = tags.get(fold(name))
            if meant is not None and (meant.id, subject.id) not in there:
                there.add((meant.id, subject.id))
                work.session.add(
                    Tagging(
                        workspace_id=workspace_id,
                        id=work.ids(),
                        tag_id=meant.id,
                        block=block,
                        entity_id=subject.id,
                    )
                )


def put_own(work: Work, put: Sequence[Put]) -> None:
    """A value that was cleared before is taken up again: there is one row a field."""
    if not any(row.own for _, row, _ in put):
        return
    workspace_id = put[0][0].workspace_id
    query = select(CustomValue).where(
        CustomValue.workspace_id == workspace_id,
        CustomValue.entity_id.in_([subject.id for subject, _, is_new in put if not is_new]),
    )
    there: dict[Any, CustomValue] = {
        (value.field_id, value.entity_id): value for value in work.session.scalars(query)
    }
    for subject, row, _ in put:
        for field_id, said in row.own.items():
            known = there.get((field_id, subject.id))
            if known is None:
                known = there[field_id, subject.id] = CustomValue(
                    workspace_id=workspace_id,
                    id=work.ids(),
                    field_id=field_id,
                    entity_id=subject.id,
                    value=said,
                )
                work.session.add(known)
            else:
                known.value = said
                known.deleted_at = None
