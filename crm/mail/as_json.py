"""A mail as JSON, for the way from the job that read it to the turn that logs it; attachments go their own way."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from crm.mail.mail import Mail, Mailbox


def mail_to_json(mail: Mail) -> dict[str, Any]:
    return {
        "sender": [mail.sender.name, mail.sender.address],
        "recipients": [[one.name, one.address] for one in mail.recipients],
        "subject": mail.subject,
        "sent_at": mail.sent_at.isoformat() if mail.sent_at else None,
        "text": mail.text,
        "signature": mail.signature,
        "message_id": mail.message_id,
        "said_above": mail.said_above,
    }


def mail_from_json(said: Mapping[str, Any]) -> Mail:
    """What `mail_to_json` wrote."""
    return Mail(
        sender=Mailbox(*said["sender"]),
        recipients=tuple(Mailbox(*one) for one in said["recipients"]),
        subject=said["subject"],
        sent_at=datetime.fromisoformat(said["sent_at"]) if said["sent_at"] else None,
        text=said["text"],
        signature=said["signature"],
        message_id=said["message_id"],
        said_above=said["said_above"],
    )
