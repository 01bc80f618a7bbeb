"""A file is kept on the lead, account, contact or opportunity that it belongs to, or on something that happened with it."""

from dataclasses import dataclass

from sqlalchemy import select

from crm.access import Access
from crm.models import Activity, Block, File
from crm.store.blocks import Subject, block_of, places_of
from crm.store.turns import note_turn
from crm.store.work import Work


@dataclass(frozen=True, slots=True)
class NewFile:
    """kind: "photo", "document", "voice" … file_id, unique_id: Telegram's, None for an attachment of a mail.

    size: bytes. sha256: hex, of an attachment.
    """

    kind: str
    bot_id: int
    file_id: str | None = None
    unique_id: str | None = None
    name: str | None = None
    mime: str | None = None
    size: int | None = None
    sha256: str | None = None


def keep_file(work: Work, access: Access, place: Subject | Activity, new: NewFile) -> tuple[File, bool]:
    """place: an activity keeps it on all that the activity is seen from. False: the same file was there already."""
    work.session.flush()
    there = _kept_before(work, place, new)
    if there is not None:
        return there, False
    if isinstance(place, Activity):
        places: dict[str, int | None] = {f"{b.value}_id": getattr(place, f"{b.value}_id") for b in Block}
        places["activity_id"] = place.id
        about = place.block_id
    else:
        places, about = places_of(work.session, place), place.id
    file = File(
        workspace_id=access.workspace_id,
        id=work.ids(),
        **places,
        member_id=access.member_id,
        created_at=work.now,
        kind=new.kind[:20],
        bot_id=new.bot_id,
        file_id=_fitting(new.file_id, 200),
        unique_id=_fitting(new.unique_id, 100),
        name=new.name[:300] if new.name else None,
        mime=new.mime[:100] if new.mime else None,
        size=new.size,
        sha256=new.sha256,
    )
    work.session.add(file)
    note_turn(work, access, "turn-file", about)
    return file, True


def _kept_before(work: Work, place: Subject | Activity, new: NewFile) -> File | None:
    if new.unique_id is None and new.sha256 is None:
        return None
    same = File.unique_id == new.unique_id if new.unique_id is not None else File.sha256 == new.sha256
    here = (
        File.activity_id == place.id
        if isinstance(place, Activity)
        else getattr(File, f"{block_of(place).value}_id") == place.id
    )
    query = select(File).where(File.workspace_id == place.workspace_id, here, same, File.deleted_at.is_(None))
    return work.session.scalars(query.limit(1)).first()


def _fitting(value: str | None, limit: int) -> str | None:
    """An id that is cut is no id."""
    return value if value is not None and len(value) <= limit else None
