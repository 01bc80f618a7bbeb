"""A mail as a member passed it on: pasted as text, or as a file that a job has read; and again from an earlier message.

Who of the two sides is ours, and who would be a lead.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.chat import Incoming, Kind
from bot.context import Context
from bot.documents.kept import new_file
from crm.capture.draft import Direction, DraftLead
from crm.capture.read import read_lead
from crm.mail.as_json import mail_from_json
from crm.mail.mail import Mail, Mailbox
from crm.mail.pasted import read_pasted
from crm.store.blocks import Subject
from crm.store.correspondents import Correspondent, correspondents, is_ours
from crm.store.members import team
from crm.usecases.keep_file import NewFile


@dataclass(frozen=True, slots=True)
class PassedOn:
    """message: the member's own. turn_id: of the inbox entry that `recalled` finds it by. files: to be kept with it."""

    mail: Mail
    message: Incoming
    turn_id: int
    files: tuple[NewFile, ...] = ()


def pasted(ctx: Context, message: Incoming, turn_id: int) -> PassedOn | None:
    """None where the message is no mail."""
    if message.kind is not Kind.TEXT or "@" not in message.text:
        return None
    mail = read_pasted(message.text, ctx.zone, message.written_at)
    return PassedOn(mail, message, turn_id) if mail is not None else None


def from_file(ctx: Context, payload: Mapping[str, Any], turn_id: int) -> PassedOn | None:
    """payload: of the job that read it. None where it found no mail, or the member's message was purged."""
    message = ctx.recall(int(payload["asked"]["turn"]))
    result: Mapping[str, Any] = payload.get("result") or {}
    if message is None or message.file is None or "mail" not in result:
        return None
    mail = replace(mail_from_json(result["mail"]), said_above=message.text.strip())
    attached = tuple(NewFile(kind="document", bot_id=message.bot_id, **one) for one in result["files"])
    return PassedOn(mail, message, turn_id, (new_file(message), *attached))


def recalled(ctx: Context, turn_id: int) -> PassedOn | None:
    """From an earlier entry of the member; None where it is not theirs, no mail, or purged."""
    entry = ctx.recall(turn_id)
    if entry is None:
        return None
    if entry.kind is Kind.JOB:
        return from_file(ctx, entry.payload, turn_id) if "turn" in _asked(entry) else None
    return pasted(ctx, entry, turn_id)


def found_for(ctx: Context, mail: Mail) -> list[Correspondent]:
    """Those that the mail was exchanged with."""
    return correspondents(ctx.work.session, ctx.access, mail, ours=is_own(ctx, mail))


def as_told(ctx: Context, mail: Mail, subject: Subject) -> Correspondent:
    """The member says whose it is; who wrote it may still be known."""
    known = next((one for one in found_for(ctx, mail) if one.subject.id == subject.id), None)
    if known is not None:
        return replace(known, by_domain=False)
    return Correspondent(subject, Direction.OUT if is_own(ctx, mail) else Direction.IN)


def is_own(ctx: Context, mail: Mail) -> bool:
    """Whether the member, or somebody of the team, wrote it."""
    return is_ours(mail, ctx.member.name, [one.name for one in team(ctx.work.session, ctx.access)])


def other_side(ctx: Context, mail: Mail) -> Mailbox:
    """Whom the member would make a lead of."""
    return mail.recipients[0] if mail.recipients and is_own(ctx, mail) else mail.sender


def draft_of(ctx: Context, mail: Mail) -> DraftLead:
    """What is understood of them; the words of the mail itself stand on the timeline."""
    other = other_side(ctx, mail)
    said = "" if is_own(ctx, mail) else mail.signature or mail.text
    read = read_lead(f"{other.name} <{other.address}>\n{said}", ctx.surroundings)
    return replace(
        read,
        name=other.name or read.name,
        emails=(other.address,),
        note="",
        due=None,
        next_action=None,
        is_lead=True,
    )


def _asked(entry: Incoming) -> Mapping[str, Any]:
    asked: Any = entry.payload.get("asked")
    return asked if isinstance(asked, dict) else {}
