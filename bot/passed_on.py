"""A mail as a member passed it on: pasted as text, or as a file that a job has read; and again from an earlier message."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from bot.chat import Incoming, Kind
from bot.context import Context
from bot.kept import new_file
from crm.mail.as_json import mail_from_json
from crm.mail.mail import Mail
from crm.mail.pasted import read_pasted
from crm.store.correspondents import Correspondent, correspondents
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
    return correspondents(ctx.work.session, ctx.access, mail, team_names(ctx))


def team_names(ctx: Context) -> list[str]:
    return [member.name for member in team(ctx.work.session, ctx.access)]


def _asked(entry: Incoming) -> Mapping[str, Any]:
    asked: Any = entry.payload.get("asked")
    return asked if isinstance(asked, dict) else {}
