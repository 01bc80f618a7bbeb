"""What a message of the chat is about: the card, reminder or entry that it shows, or what a member's own became."""

from typing import Any

from bot.chat import Incoming
from bot.context import Context
from crm.models import Activity, Block, File, FollowUp, MessageLink
from crm.store.blocks import Subject, get_subject, subject_of
from crm.store.chats import links_of
from crm.store.conversion import become

Place = Subject | Activity
"""Where something is kept: on a subject, or on an entry of its timeline."""

_ON_BLOCKS: dict[str, Any] = {kind.__tablename__: kind for kind in (Activity, FollowUp, File)}


def places_spoken_of(ctx: Context, message_id: int) -> list[Place]:
    """Each once; an entry where the message is about one, and what a lead became instead of it.

    Raises NotYours for what is out of sight.
    """
    links = links_of(
        ctx.work.session, ctx.incoming.bot_id, ctx.incoming.chat_id, message_id, ctx.workspace.id
    )
    found: dict[int, Place] = {}
    for link in links:
        place = _place(ctx, link)
        if place is not None:
            found.setdefault(place.id, place)
    return list(found.values())


def place_replied_to(ctx: Context, message: Incoming) -> Place | None:
    """What a message replies to. None for no reply, and for a list: it may be about any of them. Raises NotYours."""
    places = places_spoken_of(ctx, message.reply_to) if message.reply_to is not None else []
    return places[0] if len(places) == 1 else None


def subject_at(ctx: Context, place: Place) -> Subject:
    """Raises NotYours."""
    return subject_of(ctx.work.session, ctx.access, place) if isinstance(place, Activity) else place


def _place(ctx: Context, link: MessageLink) -> Place | None:
    if link.entity in list(Block):
        subject = get_subject(ctx.work.session, ctx.access, link.entity_id)
        return become(ctx.work.session, ctx.access, subject)
    kind = _ON_BLOCKS.get(link.entity)
    if kind is None:
        return None
    row: Activity | FollowUp | File | None = ctx.work.session.get(kind, (link.workspace_id, link.entity_id))
    if row is None:
        return None
    subject = subject_of(ctx.work.session, ctx.access, row)
    return row if isinstance(row, Activity) and row.deleted_at is None else subject
