"""An attachment is taken out of its mail, which Telegram has: to be kept, or to be sent where it is kept nowhere."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from bot.chat import Made, t
from crm.errors import NotYours
from crm.mail.eml import read_eml
from crm.models import File
from crm.store.database import Database
from crm.store.files import get_file
from crm.store.members import Who

ATTACHED = "attached"
FETCHED = ".fetched"
"""The name of what was fetched for it, in the folder that it is made in. No attachment's name begins with a dot."""
_LONGEST_NAME = 200
"""Bytes: file systems take 255."""


class GoneError(Exception):
    """What it was to be taken from is not there any more."""


def attached(file: File, mail: File, member_id: int) -> Made:
    """mail: the .eml that the attachment came in, as Telegram has it. member_id: who asks for it."""
    wanted = {
        "what": ATTACHED,
        "workspace_id": file.workspace_id,
        "member_id": member_id,
        "file": str(file.id),
        "fetches": mail.file_id,
        "name": _fitting(file.name or "file"),
    }
    return Made(wanted, sorry=t("file-big"), gone=t("file-gone"))


def write_attached(database: Database, who: Who, wanted: Mapping[str, Any], target: Path) -> bool:
    """False where the member may not see it any more. Raises GoneError."""
    with database.read() as session:
        try:
            file = get_file(session, who.access, int(wanted["file"]))
        except NotYours:
            return False
    content = taken_out((target.parent / FETCHED).read_bytes(), file.sha256)
    if content is None:
        raise GoneError
    target.write_bytes(content)
    return True


def taken_out(raw: bytes, digest: str | None) -> bytes | None:
    """raw: a mail. digest: SHA-256, hex. None where it holds no such attachment."""
    mail = read_eml(raw)
    found = (
        (one.content for one in mail.attachments if one.digest == digest) if mail is not None else iter(())
    )
    return next(found, None)


def _fitting(name: str) -> str:
    """As a name of a file on any disk; its ending stays."""
    if len(name.encode()) <= _LONGEST_NAME:
        return name
    stem, dot, ending = name.rpartition(".")
    kept = f".{ending}".encode()[:20] if dot else b""
    cut = (stem or name).encode()[: _LONGEST_NAME - len(kept)]
    return (cut + kept).decode(errors="ignore")
