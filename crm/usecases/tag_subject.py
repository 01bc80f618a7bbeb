"""Putting tags on a row of a building block, and taking them off."""

from sqlalchemy import select

from crm.access import Access
from crm.errors import Refused
from crm.models import Tag, Tagging
from crm.rules.folding import fold
from crm.store.blocks import Subject, block_of
from crm.store.tags import LONGEST, find_tag, tags_of
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit

_MOST = 20


def tag_subject(work: Work, access: Access, subject: Subject, names: list[str]) -> list[Tag]:
    """The tags that were not on it yet; unknown ones are made. "VIP" and "#vip" are one tag.

    Raises Refused("tags-needed") where no name is left, Refused("tags-many") above 20 on one row, and as check_may_edit.
    """
    check_may_edit(access, subject)
    said = {fold(name): name for name in (_tidy(name) for name in names) if fold(name)}
    if not said:
        raise Refused("tags-needed")
    there = {tag.id for tag in tags_of(work.session, subject)}
    wanted = [_tag(work, access, key, name) for key, name in said.items()]
    new = [tag for tag in wanted if tag.id not in there]
    if len(there) + len(new) > _MOST:
        raise Refused("tags-many", most=_MOST)
    work.session.add_all(
        Tagging(
            workspace_id=access.workspace_id,
            id=work.ids(),
            tag_id=tag.id,
            block=block_of(subject),
            entity_id=subject.id,
        )
        for tag in new
    )
    if new:
        note_turn(work, access, "turn-tagged", subject.id)
    return new


def untag_subject(work: Work, access: Access, subject: Subject, tag: Tag) -> None:
    """Nothing happens where it does not bear the tag."""
    check_may_edit(access, subject)
    query = select(Tagging).where(
        Tagging.workspace_id == access.workspace_id,
        Tagging.entity_id == subject.id,
        Tagging.tag_id == tag.id,
        Tagging.deleted_at.is_(None),
    )
    for tagging in work.session.scalars(query):
        tagging.deleted_at = work.now
        note_turn(work, access, "turn-tagged", subject.id)


def _tag(work: Work, access: Access, key: str, name: str) -> Tag:
    known = find_tag(work.session, access, key)
    if known is not None:
        return known
    tag = Tag(
        workspace_id=access.workspace_id,
        id=work.ids(),
        name=name[:LONGEST],
        key=key[:LONGEST],
        created_at=work.now,
    )
    work.session.add(tag)
    work.session.flush()
    return tag


def _tidy(name: str) -> str:
    return " ".join(name.replace("#", " ").split())
