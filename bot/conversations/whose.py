"""Whose a message is: somebody else of that name, one of several, a further person in it, or a colleague's lead.

Each button reads the member's own message once more, as of when it was written. In its callback data rev is the inbox
entry of that message; `number` says which of the message's further people is meant, "" for whom it is about.
"""

from dataclasses import replace

from bot.callback import Tap, id_in
from bot.cards.captured import ALSO, IS_KNOWN, OWN_LEAD, TAKE_OVER, captured_card
from bot.cards.lead import lead_card, short_name
from bot.cards.logged import link_message
from bot.chat import Reply, t
from bot.context import Context
from bot.reading import read_in_hand
from bot.room import Replies, Room
from crm.capture.draft import DraftLead
from crm.models import Lead, Turn
from crm.store.chats import link_incoming, links_of
from crm.store.gazetteer import forget_gazetteer
from crm.store.leads import find_lead, get_lead
from crm.store.turns import get_turn
from crm.usecases.add_to_lead import take_over
from crm.usecases.capture_lead import as_known_lead, as_own_lead
from crm.usecases.capture_other import capture_other, other_draft, words_of
from crm.usecases.draft_to_lead import Captured
from crm.usecases.hand_over import hand_over


def _on_own_lead(ctx: Context, tap: Tap) -> Replies:
    """[New lead], [Another Anna]: what a turn (id) added is taken back, and stored as a lead of its own. arg: number."""
    turn = get_turn(ctx.work, ctx.access, tap.id)
    lead = find_lead(ctx.work.session, ctx.access, turn.about_id or 0)
    said = _read_again(ctx, tap.rev, tap.arg, lead)
    if said is None:
        return _passed(ctx)
    earlier, draft, text = said
    done = as_own_lead(
        ctx.work, ctx.who, tap.id, draft, text=text, written_at=earlier.incoming.written_at, fair=earlier.fair
    )
    return _in_place(ctx, _told(earlier, done, draft, tap.rev, tap.arg))


def _on_is_known(ctx: Context, tap: Tap) -> Replies:
    """One of several of that name (id): the new lead goes, and its message to this one. arg: the turn, and number."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    turn36, _, number = tap.arg.partition(".")
    said = _read_again(ctx, tap.rev, number, lead)
    if said is None:
        return _passed(ctx)
    earlier, draft, text = said
    done = as_known_lead(
        ctx.work,
        ctx.who,
        id_in(turn36),
        lead,
        draft,
        text=text,
        written_at=earlier.incoming.written_at,
    )
    return _in_place(ctx, _told(earlier, done, draft, tap.rev, number))


def _on_also(ctx: Context, tap: Tap) -> Replies:
    """[+ Piet Bos]: a further person of the message that a turn (id) stored becomes a lead too. arg: number."""
    turn = get_turn(ctx.work, ctx.access, tap.id)
    lead = find_lead(ctx.work.session, ctx.access, turn.about_id or 0)
    said = _read_again(ctx, tap.rev, tap.arg, lead) if tap.arg else None
    if said is None or lead is None or turn.undone_by is not None:
        return _passed(ctx)
    earlier, draft, text = said
    if _is_there(earlier, tap.arg):
        return _passed(ctx)
    done = capture_other(ctx.work, ctx.who, lead, draft, text=text, written_at=earlier.incoming.written_at)
    _link_further(earlier, done.lead, tap.arg)
    lead_in = t("also-with", name=short_name(lead))
    return [captured_card(ctx, done, draft, tap.rev, number=tap.arg, lead_in=lead_in)]


def _on_take_over(ctx: Context, tap: Tap) -> Replies:
    """A colleague's lead (id) becomes the member's; value and priority of the message hold now. arg: number."""
    lead = find_lead(ctx.work.session, ctx.access, tap.id)
    if lead is None or lead.holder_id == ctx.member.id:
        return _passed(ctx)
    hand_over(ctx.work, ctx.who, lead, ctx.who)
    said = _read_again(ctx, tap.rev, tap.arg, lead)
    if said is not None:
        take_over(lead, said[1], ctx.who)
    taken = t("lead-taken-over")
    return [lead_card(ctx, lead, turn_id=ctx.work.turn_id, lead_in=taken, edits=ctx.incoming.message_id)]


def _read_again(
    ctx: Context, said_in: int, number: str, lead: Lead | None
) -> tuple[Context, DraftLead, str] | None:
    """The turn as of that message, what it says, and its words; None where it is not theirs, or names no such person."""
    message = ctx.recall(said_in)
    if message is None:
        return None
    forget_gazetteer(ctx.workspace.id)  # what it was read by may have been older than the lead it came to
    earlier = ctx.earlier(message)
    draft, text = read_in_hand(earlier)
    if not number:
        return earlier, draft, text
    if lead is None or number not in map(str, range(len(draft.others))):
        return None
    other = other_draft(draft, draft.others[int(number)], lead, text)
    return earlier, other, words_of(other)


def _told(ctx: Context, done: Captured, draft: DraftLead, said_in: int, number: str) -> Reply:
    if number:
        _link_further(ctx, done.lead, number)
    else:
        link_message(ctx, done.lead)
    return captured_card(ctx, done, draft, said_in, number=number)


def _link_further(ctx: Context, lead: Lead, number: str) -> None:
    """So that a second tap on that person is known."""
    incoming = ctx.incoming
    link_incoming(
        ctx.work.session,
        incoming.bot_id,
        incoming.chat_id,
        incoming.message_id or 0,
        lead.workspace_id,
        ALSO,
        lead.id,
        ctx.work.turn_id,
        part=int(number) + 1,
    )


def _is_there(ctx: Context, number: str) -> bool:
    """Whether that person of the message in hand was made a lead, and it was not undone."""
    incoming, session = ctx.incoming, ctx.work.session
    links = links_of(session, incoming.bot_id, incoming.chat_id, incoming.message_id or 0, ctx.workspace.id)
    turn_id = next((link.turn_id for link in links if link.part == int(number) + 1), None)
    turn = session.get(Turn, (ctx.workspace.id, turn_id)) if turn_id is not None else None
    return turn is not None and turn.undone_by is None


def _in_place(ctx: Context, reply: Reply) -> Replies:
    return [replace(reply, edits=ctx.incoming.message_id)]


def _passed(ctx: Context) -> Replies:
    ctx.toast = t("passed")
    return []


ROOM = Room(taps={OWN_LEAD: _on_own_lead, IS_KNOWN: _on_is_known, ALSO: _on_also, TAKE_OVER: _on_take_over})
