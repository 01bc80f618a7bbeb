"""A file without words: it goes to what it replies to, to a visit just logged, or to the card that is open; else it is asked
whose it is."""

from datetime import timedelta

from bot.cards.files import whose_card
from bot.cards.logged import logged_card
from bot.chat import Incoming, Reply, t
from bot.context import Context
from bot.documents.kept import keep_album, kept_lines, link_file, told
from bot.spoken_of import Place, places_spoken_of, subject_at
from crm.store.blocks import find_subject
from crm.store.visits import visit_since

_OPEN_FOR = timedelta(minutes=10)


def take_loose(ctx: Context, message: Incoming) -> Reply:
    """message: the member's own, with a file."""
    place = place_for(ctx, message)
    if place is not None:
        return kept_card(ctx, place, message)
    assert message.file is not None
    return whose_card(ctx, message.file.kind, message.entry_id)


def place_for(ctx: Context, message: Incoming) -> Place | None:
    """None where it is not clear."""
    if message.reply_to is not None:
        places = places_spoken_of(ctx, message.reply_to)
        if places:
            return places[0] if len(places) == 1 else None
    if not is_open(ctx, message):
        return None
    subject = find_subject(ctx.work.session, ctx.access, ctx.member.last_shown_id or 0)
    if subject is None:
        return None
    return visit_since(ctx.work.session, ctx.access, subject, message.written_at - _OPEN_FOR) or subject


def is_open(ctx: Context, message: Incoming) -> bool:
    """Whether the card shown last is open still: what comes right after it belongs to it."""
    shown_at = ctx.member.last_shown_at
    return shown_at is not None and timedelta(0) <= message.written_at - shown_at <= _OPEN_FOR


def kept_card(ctx: Context, place: Place, message: Incoming, edits: int | None = None) -> Reply:
    kept = keep_album(ctx, place, message)
    link_file(ctx, message, kept[0][0])
    first, *rest = kept_lines(kept) or [t("file-again")]
    return told([logged_card(ctx, subject_at(ctx, place), first, edits=edits)], rest)[0]
