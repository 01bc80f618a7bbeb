"""Tags, and what bears them, as far as a member may see it."""

from sqlalchemy import ColumnElement, and_, func, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Block, Lead, Tag, Tagging
from crm.rules.folding import fold
from crm.store.blocks import MODELS, Subject, visible
from crm.store.plans import unindexed

LONGEST = 60
"""Letters of a tag's name."""


def tags_of(session: Session, subject: Subject) -> list[Tag]:
    """In the order they were put on it."""
    return list(
        session.scalars(
            select(Tag)
            .join(Tagging, and_(Tagging.workspace_id == Tag.workspace_id, Tagging.tag_id == Tag.id))
            .where(
                Tagging.workspace_id == subject.workspace_id,
                Tagging.entity_id == subject.id,
                Tagging.deleted_at.is_(None),
                Tag.deleted_at.is_(None),
            )
            .order_by(unindexed(Tagging.id))
        )
    )


def tags_in_use(session: Session, access: Access, *, limit: int = 12) -> list[tuple[Tag, int]]:
    """The workspace's tags with how many rows bear each that the member may see; the most used first."""
    query = (
        select(Tag, func.count(Tagging.id))
        .join(Tagging, and_(Tagging.workspace_id == Tag.workspace_id, Tagging.tag_id == Tag.id))
        .where(
            Tag.workspace_id == access.workspace_id,
            Tag.deleted_at.is_(None),
            Tagging.deleted_at.is_(None),
            or_(*(_seen(access, block) for block in Block)),
        )
        .group_by(Tag.workspace_id, Tag.id)
        .order_by(func.count(Tagging.id).desc(), Tag.name)
    )
    return [(tag, count) for tag, count in session.execute(query.limit(limit))]


def get_tag(session: Session, access: Access, tag_id: int) -> Tag:
    """Raises NotYours."""
    tag = session.get(Tag, (access.workspace_id, tag_id))
    if tag is None or tag.deleted_at is not None:
        raise NotYours
    return tag


def find_tag(session: Session, access: Access, name: str) -> Tag | None:
    """ "VIP" and "#vip" are one tag."""
    query = select(Tag).where(
        Tag.workspace_id == access.workspace_id, Tag.key == fold(name)[:LONGEST], Tag.deleted_at.is_(None)
    )
    return session.scalars(query.limit(1)).first()


def tagged(session: Session, access: Access, tag: Tag, *, limit: int, offset: int = 0) -> list[Subject]:
    """What bears it, newest first over all blocks."""
    query = select(Tagging.block, Tagging.entity_id).where(
        Tagging.workspace_id == access.workspace_id,
        Tagging.tag_id == tag.id,
        Tagging.deleted_at.is_(None),
        or_(*(_seen(access, block) for block in Block)),
    )
    page = list(session.execute(query.order_by(Tagging.entity_id.desc()).limit(limit).offset(offset)))
    found: dict[int, Subject] = {}
    for block in {row.block for row in page}:
        ids = [row.entity_id for row in page if row.block is block]
        rows = session.scalars(visible(access, block).where(MODELS[block].id.in_(ids)))
        found |= {row.id: row for row in rows}
    return [found[row.entity_id] for row in page if row.entity_id in found]


def _seen(access: Access, block: Block) -> ColumnElement[bool]:
    """A lead that has converted is seen as what it became, which bears its tags."""
    kind = MODELS[block]
    row = visible(access, block).with_only_columns(kind.id).where(kind.id == Tagging.entity_id)
    if block is Block.LEAD:
        row = row.where(Lead.converted_at.is_(None))
    return and_(Tagging.block == block, row.correlate(Tagging).exists())
