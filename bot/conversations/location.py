"""A location sent as a reply or right after a visit says where that was; else it is a visit, or asked about."""

from datetime import timedelta

from bot.callback import Tap, encode, id_in
from bot.cards.lead import short_name
from bot.cards.logged import has_become_something, link_message, logged_card
from bot.chat import Button, Incoming, Kind, Reply, t
from bot.context import Context
from bot.documents.loose_files import is_open
from bot.room import Replies, Room
from bot.spoken_of import place_replied_to, subject_at
from crm.capture.draft import ActivityKind, Direction
from crm.ids import to_base36
from crm.models import Activity
from crm.store.blocks import Subject, find_subject, get_subject
from crm.store.visits import visit_since
from crm.usecases.log_activity import log_activity
from crm.usecases.note_place import Spot, note_place

_TO = "place-to"
_SAME_VISIT = timedelta(hours=12)
"""A visit logged so long ago may still be the one that the place is of."""


def located(ctx: Context) -> Replies:
    place = place_replied_to(ctx, ctx.incoming)
    if place is not None:
        if isinstance(place, Activity) and _is_own_visit(ctx, place):
            return [_noted(ctx, subject_at(ctx, place), place, ctx.incoming)]
        return [_visited(ctx, subject_at(ctx, place), ctx.incoming)]
    last = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if last is None:
        return [Reply((t("place-nobody"),))]
    visit = _visit(ctx, last, ctx.incoming) if is_open(ctx, ctx.incoming) else None
    if visit is not None:
        return [_noted(ctx, last, visit, ctx.incoming)]
    turn = ctx.work.turn_id
    buttons = (
        Button(t("button-visit-to", name=short_name(last)), encode(_TO, last.id, arg=to_base36(turn))),
        Button(t("button-ignore"), encode("ignore", turn)),
    )
    return [Reply((t("place-whose"),), (buttons,))]


def _on_to(ctx: Context, tap: Tap) -> Replies:
    """arg: the turn that the location came in by."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    message = ctx.recall(id_in(tap.arg))
    if message is None or message.kind is not Kind.LOCATION or has_become_something(ctx, message):
        ctx.toast = t("passed")
        return []
    return [_visited(ctx, subject, message, edits=ctx.incoming.message_id)]


def _visited(ctx: Context, subject: Subject, message: Incoming, edits: int | None = None) -> Reply:
    """The place of today's visit; a visit of its own where none was logged."""
    visit = _visit(ctx, subject, message) or log_activity(
        ctx.work,
        ctx.access,
        subject,
        ActivityKind.VISIT,
        happened_at=message.written_at,
        direction=Direction.OUT,
    )
    return _noted(ctx, subject, visit, message, edits)


def _noted(
    ctx: Context, subject: Subject, visit: Activity, message: Incoming, edits: int | None = None
) -> Reply:
    note_place(ctx.work, ctx.access, visit, _spot(message))
    ctx.work.session.flush()
    link_message(ctx.earlier(message), visit)
    return logged_card(ctx, subject, t("place-noted"), edits=edits)


def _visit(ctx: Context, subject: Subject, message: Incoming) -> Activity | None:
    return visit_since(ctx.work.session, ctx.access, subject, message.written_at - _SAME_VISIT)


def _is_own_visit(ctx: Context, activity: Activity) -> bool:
    return activity.kind is ActivityKind.VISIT and activity.member_id == ctx.member.id


def _spot(message: Incoming) -> Spot:
    said = message.payload
    name = ", ".join(str(said[part]) for part in ("title", "address") if said.get(part))
    return Spot(float(str(said["latitude"])), float(str(said["longitude"])), name)


ROOM = Room(taps={_TO: _on_to})
