"""What an e-mail is to us: who wrote to whom, when, about what, and what they said themselves."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from hashlib import sha256

_ADDRESS = re.compile(r"[\w.!#$%&'*+/=?^`{|}~-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """address: in small letters. name: "" where none was given."""

    name: str
    address: str


@dataclass(frozen=True, slots=True)
class Attachment:
    name: str
    mime: str
    content: bytes

    @property
    def digest(self) -> str:
        """SHA-256, hex."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True)
class Mail:
    """text: what was said, without quoted tails and without the signature. said_above: what stands above a pasted mail.

    sent_at: aware; None where it is not said. message_id: without <>; None for a pasted one.
    """

    sender: Mailbox
    recipients: tuple[Mailbox, ...]
    subject: str
    sent_at: datetime | None
    text: str
    signature: str = ""
    message_id: str | None = None
    attachments: tuple[Attachment, ...] = ()
    said_above: str = ""

    @property
    def key(self) -> str:
        """By which a second copy is known: its Message-ID, else who, when and about what."""
        if self.message_id:
            return self.message_id
        when = self.sent_at.isoformat(timespec="minutes") if self.sent_at else self.text
        return sha256(f"{self.sender.address}\n{when}\n{self.subject}".encode()).hexdigest()

    @property
    def whole_text(self) -> str:
        """With the signature: numbers stand there."""
        return "\n\n".join(part for part in (self.text, self.signature) if part)


def read_mailboxes(text: str) -> tuple[Mailbox, ...]:
    """ "Klaus Berger <klaus@bosch.com>; eva@ons.nl" -> both; names without an address are left out."""
    found: dict[str, Mailbox] = {}
    end = 0
    for match in _ADDRESS.finditer(text[:5000]):
        address = match[0].strip(".'").casefold()
        name = "" if match[0] in text[end : match.start()] else _name(text[end : match.start()])
        found.setdefault(address, Mailbox(name, address))
        end = match.end()
    return tuple(found.values())


def mailbox(name: str, address: str) -> Mailbox | None:
    """None where the address is none."""
    found = read_mailboxes(address)
    return Mailbox(_name(name), found[0].address) if found else None


def first_of_each(mailboxes: Iterable[Mailbox]) -> tuple[Mailbox, ...]:
    """Each address once, in order."""
    found: dict[str, Mailbox] = {}
    for one in mailboxes:
        found.setdefault(one.address, one)
    return tuple(found.values())


def _name(before: str) -> str:
    """What stands before an address, without the marks around it."""
    bare = re.sub(r"[\[<(](?:mailto:)?\s*$", "", before).strip(" \t\n<>()[]\"',;*:|")
    return " ".join(bare.split())[:200]
