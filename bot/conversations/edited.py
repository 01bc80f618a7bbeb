"""An edited message: the lead or the entry that it became follows, and the card that told of it, in place."""

from dataclasses import replace

from bot.cards.captured import also_buttons
from bot.cards.lead import lead_card
from bot.cards.logged import logged_card
from bot.cards.said import said_of
from bot.chat import Reply
from bot.context import Context
from bot.room import Replies
from crm.capture.draft import LogDraft
from crm.capture.read import read_lead, read_message, read_reply
from crm.models import Activity, MessageLink
from crm.store.blocks import Subject
from crm.store.chats import links_of
from crm.store.outbox import first_answers
from crm.usecases.reread_lead import captured_by, reread_lead
from crm.usecases.reread_log import reread_log


def edited(ctx: Context) -> Replies:
    """Silent where nothing follows: a command, an answer, something undone or gone, the same words."""
    incoming = ctx.incoming
    links = links_of(
        ctx.work.session, incoming.bot_id, incoming.chat_id, incoming.message_id or 0, ctx.workspace.id
    )
    link = next((link for link in links if link.outbox_id is None and link.turn_id is not None), None)
    if link is None or not incoming.text.strip() or incoming.text.startswith("/"):
        return []
    shown_last = ctx.member.last_shown_id, ctx.member.last_shown_at
    replies = _captured(ctx, link) if link.entity == "lead" else _logged(ctx, link)
    ctx.member.last_shown_id, ctx.member.last_shown_at = (
        shown_last  # the card changes where it is, maybe far up
    )
    return replies


def _captured(ctx: Context, link: MessageLink) -> Replies:
    found = captured_by(ctx.work, ctx.who, link.turn_id or 0)
    text = ctx.incoming.text
    if found is None or found[1].text == text:
        return []
    lead, activity = found
    after = read_lead(text, ctx.surroundings)
    reread_lead(
        ctx.work,
        ctx.who,
        lead,
        activity,
        link.turn_id or 0,
        before=read_lead(activity.text, ctx.surroundings),
        after=after,
        text=text,
        fair=ctx.fair,
    )
    card = lead_card(ctx, lead, turn_id=ctx.work.turn_id)
    also = also_buttons(ctx, after, ctx.work.turn_id)
    return [_in_place(ctx, link, lead, replace(card, buttons=(*card.buttons, *also)))]


def _logged(ctx: Context, link: MessageLink) -> Replies:
    is_entry = link.entity == Activity.__tablename__
    activity = ctx.work.session.get(Activity, (ctx.workspace.id, link.entity_id)) if is_entry else None
    if activity is None:
        return []
    text = ctx.incoming.text
    before, after = _log_in(ctx, activity.text), _log_in(ctx, text)
    subject = reread_log(
        ctx.work, ctx.who, activity, link.turn_id or 0, before=before, after=after, text=text
    )
    if subject is None:
        return []
    return [_in_place(ctx, link, subject, logged_card(ctx, subject, said_of(activity), entry=activity))]


def _log_in(ctx: Context, text: str) -> LogDraft | None:
    """A log in words by itself, or as it is said in a reply."""
    said = read_message(text, ctx.surroundings, after_card=False)
    return said.log or read_reply(text, ctx.surroundings).log


def _in_place(ctx: Context, link: MessageLink, subject: Subject, card: Reply) -> Reply:
    """The card of the message's own turn changes; where it is gone, a new one is sent."""
    rows = first_answers(ctx.work.session, ctx.incoming.bot_id, ctx.incoming.chat_id, link.turn_id or 0)
    this = [subject.__tablename__, subject.id]
    shown = next((row for row, links in rows if any(about[:2] == this for about in links)), None)
    return replace(card, edits_outbox=shown)
