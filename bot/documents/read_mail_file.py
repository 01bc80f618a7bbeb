"""The job that reads an .eml file: the mail as JSON, and what is attached.

Bytes are kept once it is said whose the mail is.
"""

from typing import Any

from bot.running.jobs import Task
from crm.mail.as_json import mail_to_json
from crm.mail.eml import read_eml
from crm.mail.mail import Attachment


def read_mail_file(task: Task) -> dict[str, Any]:
    """{"mail", "files": [{"name", "mime", "size", "sha256"}]}; {} where the file holds no mail."""
    mail = read_eml(task.file.read_bytes()) if task.file is not None else None
    if mail is None:
        return {}
    return {"mail": mail_to_json(mail), "files": [_as_json(one) for one in mail.attachments]}


def _as_json(attachment: Attachment) -> dict[str, Any]:
    return {
        "name": attachment.name,
        "mime": attachment.mime,
        "size": len(attachment.content),
        "sha256": attachment.digest,
    }
