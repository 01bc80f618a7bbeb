"""The job that reads an .eml file: the mail as JSON, and its attachments as they are kept."""

from typing import Any

from bot.running.jobs import Task
from crm.mail.as_json import mail_to_json
from crm.mail.eml import read_eml
from crm.mail.mail import Attachment
from crm.store.file_store import key_of


def read_mail_file(task: Task) -> dict[str, Any]:
    """{"mail", "files": [{"name", "mime", "size", "sha256", "stored"}]}; {} where the file holds no mail."""
    mail = read_eml(task.file.read_bytes()) if task.file is not None else None
    if mail is None:
        return {}
    return {"mail": mail_to_json(mail), "files": [_kept(task, one) for one in mail.attachments]}


def _kept(task: Task, attachment: Attachment) -> dict[str, Any]:
    """stored: None where bytes are kept nowhere; the attachment is then found within the mail."""
    key, digest = key_of(task.workspace_id, attachment.content)
    if task.files is not None:
        task.files.put(key, attachment.content)
    return {
        "name": attachment.name,
        "mime": attachment.mime,
        "size": len(attachment.content),
        "sha256": digest,
        "stored": key if task.files is not None else None,
    }
