"""How a deal ends, by a tap or told in words: won asks for the amount where there is none, lost for the reason."""

from dataclasses import dataclass
from datetime import datetime

from bot.answers import amount_in, parse_amount
from bot.callback import encode, id_in
from bot.cards.buttons import in_rows
from bot.cards.kept import back_button
from bot.cards.logged import has_become_something, link_message
from bot.cards.stage import reason_name
from bot.cards.subject import subject_card
from bot.chat import Button, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.questions import start
from bot.room import Replies
from crm.capture.draft import ActivityKind, Ending
from crm.capture.read import read_told_ending
from crm.ids import to_base36
from crm.models import LostReason, Opportunity, Stage, StageKind
from crm.money import Money
from crm.rules.folding import words
from crm.rules.stages import OTHER_REASON
from crm.store.opportunities import get_opportunity
from crm.store.stages import lost_reasons_of, pipeline
from crm.usecases.add_follow_up import add_follow_up
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.log_activity import log_activity
from crm.usecases.move_stage import move_stage
from crm.usecases.shape_pipeline import get_lost_reason

LOST = "lost"


@dataclass(frozen=True, slots=True)
class Told:
    """A message that says how a deal ended. here: the turn as of that message. turn: its own, in base 36."""

    here: Context
    ending: Ending
    turn: str


@dataclass(frozen=True, slots=True)
class AmountDraft:
    """opportunity: its id as text. rev: of it when the question was asked. told: as Told.turn, "" for a tap. amount: as typed."""

    opportunity: str
    rev: int
    told: str = ""
    amount: str | None = None


@dataclass(frozen=True, slots=True)
class WordsDraft:
    """reason: the id of the reason that asks for words."""

    opportunity: str
    reason: str
    rev: int
    told: str = ""
    words: str | None = None


def told_in_hand(ctx: Context, ending: Ending) -> Told:
    return Told(ctx, ending, to_base36(ctx.incoming.entry_id))


def told_earlier(ctx: Context, turn: str) -> Told | None:
    """None where that message is not the member's, says no such thing, or has become something since."""
    message = ctx.recall(id_in(turn)) if turn else None
    if message is None or has_become_something(ctx, message):
        return None
    here = ctx.earlier(message)
    ending = read_told_ending(here.said, here.surroundings)
    return Told(here, ending, turn) if ending is not None else None


def win(
    ctx: Context,
    opportunity: Opportunity,
    *,
    rev: int = 0,
    told: Told | None = None,
    value: Money | None = None,
    edits: int | None = None,
) -> Replies:
    """value: what it was won for; asked where neither it nor the words nor the deal say."""
    stage = _last_stage(ctx, opportunity, StageKind.WON)
    if opportunity.stage_id == stage.id:
        return _ended_so_already(ctx, opportunity, edits)
    check_may_edit(ctx.access, opportunity)
    if value is None and told is not None and told.ending.value is not None:
        value = told.ending.value.or_in(opportunity.currency or ctx.who.currency)
    if value is None and opportunity.value_minor is None:
        return start(
            ctx, AMOUNT, AmountDraft(str(opportunity.id), rev, told.turn if told is not None else "")
        )
    at = _moment(ctx, told)
    move_stage(ctx.work, ctx.who, opportunity, stage, happened_at=at, rev=rev, value=value)
    _keep_words(opportunity, told)
    return [subject_card(ctx, opportunity, lead_in=t("deal-won"), turn_id=ctx.work.turn_id, edits=edits)]


def lose(
    ctx: Context,
    opportunity: Opportunity,
    reason: LostReason | None = None,
    *,
    rev: int = 0,
    told: Told | None = None,
    said: str | None = None,
    edits: int | None = None,
) -> Replies:
    """reason: None where the words that were told have to say it, else it is asked. said: the words that some need."""
    stage = _last_stage(ctx, opportunity, StageKind.LOST)
    if opportunity.stage_id == stage.id:
        return _ended_so_already(ctx, opportunity, edits)
    check_may_edit(ctx.access, opportunity)
    reason = reason or (_reason_in(ctx, told.ending) if told is not None else None)
    if reason is None:
        return [_reasons(ctx, opportunity, rev, told, edits)]
    turn = told.turn if told is not None else ""
    if reason.standard == OTHER_REASON:
        said = said or (told.ending.words if told is not None else "")
        if not said:
            return start(ctx, WORDS, WordsDraft(str(opportunity.id), str(reason.id), rev, turn))
    at = _moment(ctx, told)
    move_stage(ctx.work, ctx.who, opportunity, stage, happened_at=at, rev=rev, reason=reason, words=said)
    _keep_words(opportunity, told)
    lead_in = t("deal-lost", reason=said or reason_name(reason))
    return [subject_card(ctx, opportunity, lead_in=lead_in, turn_id=ctx.work.turn_id, edits=edits)]


def _keep_words(opportunity: Opportunity, told: Told | None) -> None:
    """The message became this: what else it says is a note on the deal, and the next step that it asks for is planned."""
    if told is None:
        return
    here, ending = told.here, told.ending
    link_message(here, opportunity)
    if ending.words:
        log_activity(
            here.work,
            here.access,
            opportunity,
            ActivityKind.NOTE,
            happened_at=here.incoming.written_at,
            text=here.incoming.text,
        )
    if ending.due is not None:
        action = ending.next_action or ""
        text = here.incoming.text
        add_follow_up(here.work, here.access, opportunity, here.who, ending.due, action=action, reason=text)


def _reasons(ctx: Context, opportunity: Opportunity, rev: int, told: Told | None, edits: int | None) -> Reply:
    turn = f".{told.turn}" if told is not None else ""
    buttons = [
        Button(reason_name(reason), encode(LOST, opportunity.id, rev, f"{to_base36(reason.id)}{turn}"))
        for reason in lost_reasons_of(ctx.work.session, opportunity.workspace_id)
    ]
    back = (back_button(ctx, opportunity),)
    rows = (*in_rows(buttons), back)
    return subject_card(ctx, opportunity, lead_in=t("ask-lost-reason"), buttons=rows, edits=edits)


def _reason_in(ctx: Context, ending: Ending) -> LostReason | None:
    """Of the configured reasons the one that the words name: by the company's own words, else by a standard's."""
    reasons = lost_reasons_of(ctx.work.session, ctx.workspace.id)
    own = next((reason for reason in reasons if reason.name and _names(reason.name, ending.words)), None)
    if own is not None:
        return own
    standard = {reason.standard: reason for reason in reasons if reason.standard and not reason.name}
    return next((standard[word] for word in ending.reasons if word in standard), None)


def _names(name: str, said: str) -> bool:
    return bool(words(name)) and set(words(name)) <= set(words(said))


def _last_stage(ctx: Context, opportunity: Opportunity, kind: StageKind) -> Stage:
    stages = pipeline(ctx.work, opportunity.workspace_id)
    return next(stage for stage in stages if stage.kind is kind)


def _ended_so_already(ctx: Context, opportunity: Opportunity, edits: int | None) -> Replies:
    """A second tap does nothing; words are answered with how it stands."""
    if ctx.incoming.query_id is not None:
        ctx.toast = t("passed")
        return []
    return [subject_card(ctx, opportunity, edits=edits)]


def _moment(ctx: Context, told: Told | None) -> datetime:
    return (told.here if told is not None else ctx).incoming.written_at


def _finish_amount(ctx: Context, draft: AmountDraft) -> Replies:
    opportunity = get_opportunity(ctx.work.session, ctx.access, int(draft.opportunity))
    told, value = told_earlier(ctx, draft.told), amount_in(ctx, draft.amount or "")
    return win(ctx, opportunity, rev=draft.rev, told=told, value=value)


def _finish_words(ctx: Context, draft: WordsDraft) -> Replies:
    opportunity = get_opportunity(ctx.work.session, ctx.access, int(draft.opportunity))
    reason = get_lost_reason(ctx.work.session, ctx.access, int(draft.reason))
    told = told_earlier(ctx, draft.told)
    return lose(ctx, opportunity, reason, rev=draft.rev, told=told, said=draft.words)


AMOUNT = Conversation(
    name="won-amount",
    version=1,
    draft=AmountDraft,
    asks=(Ask("amount", "ask-won-amount", parse_amount, optional=False),),
    finish=_finish_amount,
)
WORDS = Conversation(
    name="lost-words",
    version=1,
    draft=WordsDraft,
    asks=(Ask("words", "ask-lost-words", lambda ctx, text: text, optional=False),),
    finish=_finish_words,
)
