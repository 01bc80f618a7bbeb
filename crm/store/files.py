"""Files of a building block, newest first, for those who may see it."""

from sqlalchemy import Select, func, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.errors import NotYours
from crm.models import Activity, File
from crm.store.blocks import Subject, block_of
from crm.store.plans import unindexed
from crm.store.timeline import seen_from


def files_of(session: Session, subject: Subject, *, limit: int, offset: int = 0) -> list[File]:
    """limit, offset: a page of them."""
    query = _of(subject).order_by(File.created_at.desc(), File.id.desc())
    return list(session.scalars(query.limit(limit).offset(offset)))


def files_of_entry(session: Session, entry: Activity) -> list[File]:
    """Those that came with it, in the order they came."""
    query = select(File).where(
        File.workspace_id == entry.workspace_id, File.activity_id == entry.id, File.deleted_at.is_(None)
    )
    return list(session.scalars(query.order_by(unindexed(File.id))))


def count_files(session: Session, subject: Subject) -> int:
    return session.scalar(_of(subject).with_only_columns(func.count())) or 0


def get_file(session: Session, access: Access, file_id: int) -> File:
    """file_id: the row's. Raises NotYours where it stands on nothing that the member may see."""
    file = session.get(File, (access.workspace_id, file_id))
    if file is None or file.deleted_at is not None or seen_from(session, access, file) is None:
        raise NotYours
    return file


def file_with(session: Session, file: File, bot_id: int) -> File | None:
    """The mail that an attachment came in, as this bot has it from Telegram; None where there is none."""
    query = select(File).where(
        File.workspace_id == file.workspace_id,
        File.activity_id == file.activity_id,
        File.bot_id == bot_id,
        File.file_id.is_not(None),
        or_(File.mime == "message/rfc822", File.name.ilike("%.eml")),
        File.deleted_at.is_(None),
    )
    return session.scalars(query.order_by(unindexed(File.id)).limit(1)).first()


def is_kept_as(session: Session, workspace_id: int, key: str) -> bool:
    """Whether the bytes with that key are a file's, also of one that is deleted."""
    query = select(File.id).where(File.workspace_id == workspace_id, File.stored == key)
    return session.scalars(query.limit(1)).first() is not None


def _of(subject: Subject) -> Select[File]:
    column = getattr(File, f"{block_of(subject).value}_id")
    return select(File).where(
        File.workspace_id == subject.workspace_id, column == subject.id, File.deleted_at.is_(None)
    )
