"""Whose deal is meant by words that say how one ended: the only open one of whoever is at hand, else it is asked."""

from collections.abc import Sequence

from bot.callback import encode
from bot.cards.conversion import CONVERT
from bot.cards.lead import short_name
from bot.cards.titles import labels_of, title_of
from bot.chat import Bold, Button, Reply, t
from bot.context import Context
from bot.deal_end import Told, lose, told_in_hand, win
from bot.room import Replies
from crm.capture.draft import Ending, EndingKind
from crm.models import Account, Contact, Lead, Opportunity, StageKind, Status
from crm.store.blocks import Subject, find_subject, main_account_id
from crm.store.opportunities import open_opportunities, own_open_opportunities
from crm.store.stages import pipeline

ENDED, SEARCH = "ended", "ended-search"
_MOST = 6


def end_of(ctx: Context, subject: Subject, ending: Ending, *, edits: int | None = None) -> Replies:
    """ending: of the message in hand. subject: what it is about."""
    deals = _open_deals(ctx, subject)
    told = told_in_hand(ctx, ending)
    if isinstance(subject, Opportunity) and _ended_otherwise(ctx, subject, ending):
        return [_which(ctx, told, deals, subject, edits, after_all=True)]
    if len(deals) == 1:
        return end(ctx, deals[0], told, edits=edits)
    return [_which(ctx, told, deals, subject, edits) if deals else _none(ctx, told, subject, edits)]


def end_of_some(ctx: Context, ending: Ending) -> Replies:
    """Nobody is at hand: one's own deals are offered, and no deal changes before one is chosen. Nothing where there is none."""
    deals = own_open_opportunities(ctx.work.session, ctx.access, limit=_MOST)
    return [_which(ctx, told_in_hand(ctx, ending), deals, None, None)] if deals else []


def end(ctx: Context, opportunity: Opportunity, told: Told, *, edits: int | None = None) -> Replies:
    ends = win if told.ending.kind is EndingKind.WON else lose
    return ends(ctx, opportunity, told=told, edits=edits)


def _ended_otherwise(ctx: Context, opportunity: Opportunity, ending: Ending) -> bool:
    """A deal that was won is told to be lost, or the reverse: too much changes by it to go by the words alone."""
    stages = pipeline(ctx.work, opportunity.workspace_id)
    kind = next(stage.kind for stage in stages if stage.id == opportunity.stage_id)
    return kind is not StageKind.OPEN and kind.value != ending.kind.value


def _open_deals(ctx: Context, subject: Subject) -> list[Opportunity]:
    """A deal itself, open or not; else those of a person, or of their account where they take part in none."""
    session, access = ctx.work.session, ctx.access
    if isinstance(subject, Opportunity):
        return [subject]
    found = open_opportunities(session, access, subject)
    if found or not isinstance(subject, Contact):
        return found
    account = find_subject(session, access, main_account_id(session, subject) or 0)
    return open_opportunities(session, access, account) if isinstance(account, Account) else []


def _which(
    ctx: Context,
    told: Told,
    deals: Sequence[Opportunity],
    subject: Subject | None,
    edits: int | None,
    after_all: bool = False,
) -> Reply:
    """after_all: the one deal has ended otherwise."""
    shown = deals[:_MOST]
    kind = told.ending.kind.value
    asks = t(f"ended-after-all-{kind}") if after_all else t(f"ended-which-{kind}")
    rows = tuple(
        (Button(label, encode(ENDED, deal.id, arg=told.turn)),)
        for label, deal in zip(labels_of(ctx.work.session, shown), shown, strict=True)
    )
    search = Button(t("button-search-again"), encode(SEARCH, arg=told.turn))
    last = (search, *_note(ctx, subject), _ignore(ctx))
    return Reply((asks,), (*rows, last), edits=edits)


def _none(ctx: Context, told: Told, subject: Subject, edits: int | None) -> Reply:
    """No deal is open there: what may have been meant is one tap away."""
    won = told.ending.kind is EndingKind.WON
    first: tuple[Button, ...] = ()
    match subject:
        case Lead() if won:
            first = (Button(t("button-convert"), encode(CONVERT, subject.id)),)
        case Lead():
            data = encode("set-status", subject.id, subject.rev, Status.DISQUALIFIED.value)
            first = (Button(t("button-disqualified"), data),)
        case Account() | Contact() if won:
            first = (Button(t("button-new-deal"), encode("new-deal", subject.id)),)
    rows = (first, (*_note(ctx, subject), _ignore(ctx)))
    return Reply((Bold(title_of(ctx.work.session, subject)), t("ended-none")), rows, edits=edits)


def _note(ctx: Context, subject: Subject | None) -> tuple[Button, ...]:
    if subject is None:
        return ()
    label = t("button-note-on", name=short_name(subject))
    return (Button(label, encode("as-note", ctx.incoming.entry_id, arg=str(subject.id))),)


def _ignore(ctx: Context) -> Button:
    return Button(t("button-ignore"), encode("ignore", ctx.incoming.entry_id))
