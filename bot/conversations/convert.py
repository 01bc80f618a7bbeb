"""A lead converts: by the choice under its quote, or by /convert; and what is one tap away on the result."""

from datetime import date

from bot.callback import Tap, encode, id_in
from bot.cards.conversion import (
    CONVERT,
    NEW,
    NEXT,
    NOT_NOW,
    OPEN,
    ROLE,
    WAITING,
    preview_card,
    result_card,
    why_known,
)
from bot.cards.lead import title_line
from bot.cards.quoted import logged_line
from bot.cards.subject import subject_card
from bot.chat import Bold, Button, Reply, t
from bot.context import Context
from bot.questions import start
from bot.render import as_plain
from bot.room import Replies, Room
from bot.whom import whom
from bot.whom_question import WhomDraft, whom_question
from crm.capture.draft import Due
from crm.errors import Refused
from crm.models import ContactRole, FollowUp, Lead, Turn
from crm.store.blocks import Subject, get_subject
from crm.store.conversion import AccountMatch, become, matches_of, quotes_of, waiting_leads
from crm.store.follow_ups import own_open_follow_up
from crm.store.leads import get_lead, reaches_of
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.after_conversion import not_now, open_for_converted, set_role
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.convert_lead import convert_lead, take_conversion
from crm.usecases.part_of_turn import part_of_turn, turn_of_conversion, turn_of_quote
from crm.usecases.preview_conversion import conflicts_of, contact_for

_WHOM = "convert-whom"
_MOST_WAITING = 6


def _on_command(ctx: Context) -> Replies:
    subject = whom(ctx, ctx.said)
    if subject is None:
        return start(ctx, WHOM, WhomDraft(query=ctx.said or None))
    return [_convert_or_ask(ctx, _lead(subject))]


def _on_waiting(ctx: Context, tap: Tap) -> Replies:
    """Under the digest's line: the member's quotes that wait for an answer."""
    leads = waiting_leads(ctx.work.session, ctx.access, limit=_MOST_WAITING)
    if not leads:
        ctx.toast = t("passed")
        return []
    rows = tuple((Button(title_line(lead), encode(CONVERT, lead.id)),) for lead in leads)
    return [Reply((t("convert-waiting"),), rows)]


def _lead(subject: Subject) -> Lead:
    if not isinstance(subject, Lead):
        raise Refused("lead-converted", opens=subject.id)
    return subject


def _convert_or_ask(ctx: Context, lead: Lead, edits: int | None = None) -> Reply:
    """At once where nothing that exists matches."""
    take_conversion(ctx.work, lead)
    check_may_edit(ctx.access, lead)
    matches = matches_of(ctx.work.session, ctx.access, lead, reaches_of(ctx.work.session, lead))
    if not matches.nothing:
        return preview_card(ctx, lead, matches, edits=edits)
    return _converted(ctx, lead, None, edits)


def _on_whom(ctx: Context, tap: Tap) -> Replies:
    """[Search again]."""
    return start(ctx, WHOM, WhomDraft())


WHOM = whom_question(
    "convert-whom",
    "convert-ask-whom",
    data_of=lambda row, _: encode(CONVERT, row.id),
    again=lambda _: encode(_WHOM),
    may_be=lambda row: isinstance(row, Lead),
)


def _on_convert(ctx: Context, tap: Tap) -> Replies:
    """arg: the account that was chosen, NEW for a new one, "" to be asked where there is something to ask.

    Behind a dot the turn of the quote that the card tells of, if it tells of one.
    """
    chosen, _, turn = tap.arg.partition(".")
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, lead)
    here = ctx.incoming.message_id
    if not chosen:
        return [_convert_or_ask(ctx, lead, here)]
    if chosen == NEW:
        return [_converted(ctx, lead, None, here, id_in(turn))]
    found = matches_of(ctx.work.session, ctx.access, lead, reaches_of(ctx.work.session, lead)).accounts
    match = next((match for match in found if match.account.id == id_in(chosen)), None)
    if match is None:
        ctx.toast = t("passed")
        return []
    return [_converted(ctx, lead, match, here, id_in(turn))]


def _converted(
    ctx: Context, lead: Lead, match: AccountMatch | None, edits: int | None, quote_turn: int = 0
) -> Reply:
    """quote_turn: of the card; the conversion is a part of it where that turn logged the quote that it stands on."""
    session = ctx.work.session
    account = match.account if match else None
    contact = contact_for(session, ctx.who, lead, account)
    conflicts = conflicts_of(session, lead, account, contact)
    quote = next(iter(quotes_of(session, lead)), None)
    turn = turn_of_quote(ctx.work, ctx.access, quote) if quote is not None else None
    if turn is not None and turn.id != quote_turn:
        turn = None
    with part_of_turn(ctx.work, turn):
        done = convert_lead(ctx.work, ctx.who, lead, account=account, contact=contact, quote=quote)
    return result_card(
        ctx,
        lead,
        logged=logged_line(quote) if quote is not None and turn is not None else None,
        why=why_known(match),
        filled=done.filled,
        conflicts=conflicts,
        turn_id=turn.id if turn is not None else None,
        edits=edits,
    )


def _on_not_now(ctx: Context, tap: Tap) -> Replies:
    """The quote stands; nobody is reminded of the question again until the next one."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    check_may_edit(ctx.access, lead)
    not_now(ctx.work, ctx.access, lead)
    buttons = (Button(t("button-convert"), encode(CONVERT, lead.id)),)
    ctx.shows(lead)
    return [Reply((Bold(title_line(lead)), t("convert-later")), (buttons,), edits=ctx.incoming.message_id)]


def _on_role(ctx: Context, tap: Tap) -> Replies:
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    turn = turn_of_conversion(ctx.work, ctx.access, lead)
    with part_of_turn(ctx.work, turn):
        said = tap.arg in list(ContactRole) and set_role(ctx.work, ctx.access, lead, ContactRole(tap.arg))
    if not said:
        ctx.toast = t("passed")
        return []
    return [_result(ctx, lead, turn)]


def _on_open(ctx: Context, tap: Tap) -> Replies:
    """[Open opportunity]: where nothing was quoted yet."""
    lead = get_lead(ctx.work.session, ctx.access, tap.id)
    turn = turn_of_conversion(ctx.work, ctx.access, lead)
    with part_of_turn(ctx.work, turn):
        opportunity = open_for_converted(ctx.work, ctx.who, lead)
    if opportunity is None:
        ctx.toast = t("passed")
        return []
    return [_result(ctx, lead, turn)]


def _on_next(ctx: Context, tap: Tap) -> Replies:
    """[Follow up Tue 1 Dec]: of a lead that has converted it stands on what it became. arg: the day."""
    subject = get_subject(ctx.work.session, ctx.access, tap.id)
    now = become(ctx.work.session, ctx.access, subject)
    try:
        due = Due(date.fromisoformat(tap.arg), None, "")
    except ValueError:
        due = None
    if due is None or _planned(ctx, now) is not None:
        ctx.toast = t("passed")
        return []
    lead = subject if isinstance(subject, Lead) and subject.converted_at is not None else None
    turn = turn_of_conversion(ctx.work, ctx.access, lead) if lead is not None else None
    with part_of_turn(ctx.work, turn):
        add_follow_up(ctx.work, ctx.access, now, ctx.who, due, action=_action(ctx), reason="")
    if lead is not None:
        return [_result(ctx, lead, turn)]
    return [subject_card(ctx, now, turn_id=ctx.work.turn_id, edits=ctx.incoming.message_id)]


def _result(ctx: Context, lead: Lead, turn: Turn | None) -> Reply:
    """The card after one of its buttons. turn: the one that its Undo undoes, None for this one."""
    planned = _planned(ctx, become(ctx.work.session, ctx.access, lead))
    turn_id = turn.id if turn is not None else None
    return result_card(ctx, lead, planned=planned, turn_id=turn_id, edits=ctx.incoming.message_id)


def _planned(ctx: Context, subject: Subject) -> FollowUp | None:
    """The next step that [Follow up] planned."""
    step = own_open_follow_up(ctx.work.session, ctx.access, subject)
    return step if step is not None and step.action == _action(ctx) else None


def _action(ctx: Context) -> str:
    return as_plain(t("follow-up-on-quote"), ctx.language)


ROOM = Room(
    commands={"convert": _on_command},
    taps={
        _WHOM: _on_whom,
        WAITING: _on_waiting,
        CONVERT: _on_convert,
        NOT_NOW: _on_not_now,
        ROLE: _on_role,
        OPEN: _on_open,
        NEXT: _on_next,
    },
    conversations=(WHOM,),
)
