"""A mail as a member passed it on: pasted as text, or as a file that a job has read; and again from an earlier message.

Who of the two sides is ours, and who would be a lead.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from bot.chat import Incoming, Kind
from bot.context import Context
from bot.documents.kept import new_file, own_links
from crm.capture.draft import Direction, DraftLead
from crm.mail.as_json import mail_from_json
from crm.mail.draft import draft_of
from crm.mail.mail import Mail, Mailbox
from crm.mail.pasted import read_pasted
from crm.models import Turn
from crm.rules.email_domains import own_domain
from crm.store.blocks import Subject
from crm.store.correspondents import (
    Correspondent,
    correspondents,
    is_known,
    is_named_as,
    is_ours,
    outside,
)
from crm.store.members import team
from crm.store.own_mail import Ours, ours_of
from crm.usecases.keep_file import NewFile
from crm.usecases.own_mail import learn_address


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
    return correspondents(ctx.work.session, ctx.access, mail, ours(ctx), is_ours=is_own(ctx, mail))


def as_told(ctx: Context, mail: Mail, subject: Subject) -> Correspondent:
    """The member says whose it is; who wrote it may still be known."""
    known = next((one for one in found_for(ctx, mail) if one.subject.id == subject.id), None)
    if known is not None:
        return replace(known, by_domain=False)
    if is_among_us(ctx, mail):
        return Correspondent(subject, None)
    return Correspondent(subject, Direction.OUT if is_own(ctx, mail) else Direction.IN)


def ours(ctx: Context) -> Ours:
    ctx.work.session.flush()
    return ours_of(ctx.work.session, ctx.access)


def is_own(ctx: Context, mail: Mail) -> bool:
    """Whether the member, or somebody of the team, wrote it."""
    names = [one.name for one in team(ctx.work.session, ctx.access)]
    return is_ours(mail, ours(ctx), ctx.member.name, names)


def is_among_us(ctx: Context, mail: Mail) -> bool:
    """Nobody else had a part in it."""
    return bool(mail.recipients) and is_own(ctx, mail) and not outside(mail, ours(ctx))


def may_be_mine(ctx: Context, mail: Mail, found: Sequence[Correspondent]) -> bool:
    """Whether it is worth asking if the member writes from that address: nobody is known by it or by its domain, and an
    address of theirs at an organisation is not known yet."""
    known = ours(ctx)
    sender = mail.sender.address
    return (
        own_domain(sender) is not None
        and not known.holds(sender)
        and not any(own_domain(address) for address in known.mine)
        and not is_theirs(ctx, mail, found)
    )


def is_theirs(ctx: Context, mail: Mail, found: Sequence[Correspondent]) -> bool:
    """Whether somebody is known by the sender's address, or by its domain. found: as found_for says."""
    return any(one.direction is Direction.IN for one in found) or is_known(
        ctx.work.session, ctx.access, mail.sender.address
    )


def learn_by_name(ctx: Context, mail: Mail) -> str:
    """The sender's address, where the whole name says that it is the member's; "" where nothing is learned."""
    sender = mail.sender.address
    if not is_named_as(mail, ctx.member.name) or not is_own(ctx, mail):
        return ""
    if is_known(ctx.work.session, ctx.access, sender):
        return ""
    return sender if learn_address(ctx.work, ctx.access, sender) else ""


def other_side(ctx: Context, mail: Mail) -> Mailbox | None:
    """Whom the member would make a lead of; None where nobody but us had a part in it."""
    if not is_own(ctx, mail):
        return mail.sender
    return next(iter(outside(mail, ours(ctx))), None)


def lead_draft(ctx: Context, mail: Mail, other: Mailbox) -> DraftLead:
    """What is understood of the other side."""
    return draft_of(mail, other, ctx.surroundings, is_ours=is_own(ctx, mail))


def has_become_something(ctx: Context, passed: PassedOn) -> bool:
    """And that was not taken back."""
    turns = {link.turn_id for link in own_links(ctx, passed.message)}
    return any(turn_id is None or is_standing(ctx, turn_id) for turn_id in turns)


def is_standing(ctx: Context, turn_id: int) -> bool:
    turn = ctx.work.session.get(Turn, (ctx.workspace.id, turn_id))
    return turn is not None and turn.undone_by is None


def _asked(entry: Incoming) -> Mapping[str, Any]:
    asked: Any = entry.payload.get("asked")
    return asked if isinstance(asked, dict) else {}
