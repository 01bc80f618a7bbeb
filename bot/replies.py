"""Replies become outbox rows, in the turn's own transaction."""

from collections.abc import Sequence

from bot.chat import Reply
from bot.render import render
from crm.models import OutboxKind
from crm.store.outbox import enqueue
from crm.store.work import Work


def put_out(
    work: Work,
    bot_id: int,
    chat_id: int,
    workspace_id: int | None,
    language: str,
    replies: Sequence[Reply],
    *,
    first_target: int | None = None,
) -> list[int]:
    """The ids of the outbox rows. first_target: the outbox row whose message the first new reply takes over
    ("I have your message but couldn't process it yet" becomes the card)."""
    rows: list[int] = []
    for number, reply in enumerate(replies):
        body = render(reply, language)
        kind, target = OutboxKind.SEND, reply.edits_outbox
        if reply.document or reply.made or reply.file or reply.picture is not None:
            kind = OutboxKind.DOCUMENT
        elif reply.edits is not None:
            kind = OutboxKind.EDIT
            body["message_id"] = reply.edits
        elif target is not None:
            kind = OutboxKind.EDIT
        elif first_target is not None and reply.chat_id is None:
            kind, target, first_target = OutboxKind.EDIT, first_target, None
        row = work.ids()
        enqueue(
            work.session,
            id=row,
            bot_id=bot_id,
            chat_id=reply.chat_id or chat_id,
            workspace_id=workspace_id,
            kind=kind,
            priority=int(reply.priority),
            idempotency_key=reply.key or f"{work.turn_id}-{number}",
            body=body,
            links=[[about.entity, about.entity_id, about.turn_id] for about in reply.about],
            target_id=target,
            created_at=work.now,
        )
        rows.append(row)
    return rows
