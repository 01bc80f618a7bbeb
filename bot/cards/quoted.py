"""A quote or a contract that was logged: what it did to the lead or the opportunity, and what is to be chosen."""

from bot.callback import encode
from bot.cards.about import ABOUT, NEW, changed_line, choice_rows, new_instead_button
from bot.cards.buttons import undo_button
from bot.cards.conversion import CONVERT, next_button, opportunity_line, preview_card, result_card, why_known
from bot.cards.lead import next_step, title_line
from bot.cards.logged import link_message
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from crm.capture.draft import ActivityKind, Direction, LogDraft
from crm.models import Activity, Lead, Opportunity
from crm.money import Money
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject, find_subject, subject_of
from crm.store.conversion import matches_of
from crm.store.leads import reaches_of
from crm.store.members import who_is
from crm.store.value_of import value_of
from crm.usecases.log_quote import Quoted, quote_in_words

AMOUNT = "quote-amount"


def quote_words_card(ctx: Context, subject: Subject, log: LogDraft, *, edits: int | None = None) -> Reply:
    """Logs a quote or contract that was told in words, and says what became of it."""
    done = quote_in_words(ctx.work, ctx.who, subject, log, written_at=ctx.incoming.written_at)
    ctx.work.session.flush()
    link_message(ctx, done.activity)
    return quoted_card(ctx, done, edits=edits)


def quoted_card(ctx: Context, done: Quoted, *, open_end: bool = False, edits: int | None = None) -> Reply:
    """open_end: its words say that it holds until some day, which cannot be read."""
    ctx.work.session.flush()
    logged = Joined((said_of_quote(ctx, done.activity), t("quote-open-end") if open_end else None), " ")
    more = amount_buttons(done.activity)
    if done.converted is not None:
        planned = done.planned.follow_up if done.planned else None
        return result_card(
            ctx,
            done.converted.lead,
            logged=logged,
            why=why_known(None),
            planned=planned,
            more=more,
            edits=edits,
        )
    if done.matches is not None and isinstance(done.subject, Lead):
        return preview_card(ctx, done.subject, done.matches, logged=logged, more=more, edits=edits)
    return _plain_card(ctx, done, logged, edits)


def card_of_quote(ctx: Context, quote: Activity, *, before: Money | None = None) -> Reply:
    """Of one that was logged earlier, as it is now. before: the amount that its opportunity had, if another."""
    session, access = ctx.work.session, ctx.access
    session.flush()
    subject, logged = subject_of(session, access, quote), said_of_quote(ctx, quote)
    lead = find_subject(session, access, quote.lead_id or 0)
    if isinstance(lead, Lead) and lead.converted_at is not None:
        return result_card(ctx, lead, logged=logged)
    if isinstance(lead, Lead):
        waits, edits = lead.conversion_asked_at is not None, may_edit(access, lead.holder_id)
        if waits and edits:
            matches = matches_of(session, access, lead, reaches_of(session, lead))
            return preview_card(ctx, lead, matches, logged=logged)
        return _plain_card(ctx, Quoted(lead, quote, waits=waits), logged, None)
    opportunity = find_subject(session, access, quote.opportunity_id or 0)
    about = opportunity if isinstance(opportunity, Opportunity) else None
    return _plain_card(ctx, Quoted(subject, quote, opportunity=about, before=before), logged, None)


def amount_buttons(quote: Activity) -> tuple[Button, ...]:
    """[For how much?]: of one that was logged without an amount."""
    if quote.value_minor is not None:
        return ()
    return (Button(t("button-quote-amount"), encode(AMOUNT, quote.id)),)


def _plain_card(ctx: Context, done: Quoted, logged: Value, edits: int | None) -> Reply:
    """Nothing converted, and nothing to choose but which opportunity it is about."""
    subject, planned = done.subject, done.planned
    ctx.shows(subject)
    lines = (
        Bold(title_line(subject)),
        logged,
        opportunity_line(ctx, done.opportunity) if done.opportunity else None,
        changed_line(done.opportunity, done.before) or _closed_line(done),
        _asked_line(ctx, done),
        t("step-done", step=Joined(tuple(next_step(step) for step in done.settled)))
        if done.settled
        else None,
        t("lead-next", step=next_step(planned.follow_up)) if planned else None,
    )
    choices = choice_rows(done.activity, done.several)
    buttons = [] if planned else [next_button(ctx, subject)]
    if done.before is not None:
        choices = ((new_instead_button(done.activity),), *choices)
    if done.several:
        buttons.insert(0, Button(t("button-new-opportunity"), encode(ABOUT, done.activity.id, arg=NEW)))
    if isinstance(subject, Lead) and not done.waits:
        buttons.append(Button(t("button-convert"), encode(CONVERT, subject.id)))
    buttons.append(undo_button(ctx.work.turn_id))
    return Reply(
        lines,
        (*choices, amount_buttons(done.activity), tuple(buttons)),
        about=(About(subject.__tablename__, subject.id, ctx.work.turn_id),),
        edits=edits,
    )


def _closed_line(done: Quoted) -> Value:
    """It was said of a deal that has closed: that one stays as it is."""
    if done.closed is None or done.opportunity is None:
        return None
    return t("quote-after-end", what=value_of(done.closed) or done.closed.name)


def _asked_line(ctx: Context, done: Quoted) -> Value:
    if done.several:
        return t("quote-about-which")
    if done.waits:
        holder = who_is(ctx.work.session, ctx.workspace.id, done.subject.holder_id)
        return t("quote-waits", name=holder.member.name if holder else "–")
    return None


def said_of_quote(ctx: Context, quote: Activity) -> Value:
    """The line of what was logged, and of a contract without an amount what keeps its deal from being won."""
    return Joined(
        (logged_line(quote), t("quote-won-with-amount") if _lacks_amount(ctx, quote) else None), " "
    )


def _lacks_amount(ctx: Context, quote: Activity) -> bool:
    if quote.kind is not ActivityKind.CONTRACT or quote.value_minor is not None:
        return False
    if (quote.direction or Direction.OUT) is Direction.IN:
        return False
    session, workspace_id = ctx.work.session, quote.workspace_id
    opportunity = session.get(Opportunity, (workspace_id, quote.opportunity_id or 0))
    lead = session.get(Lead, (workspace_id, quote.lead_id or 0))
    return value_of(opportunity) is None and value_of(lead) is None


def logged_line(activity: Activity) -> Value:
    """ "Quote €12,400, valid until 30 Jun logged."."""
    way = activity.direction or Direction.OUT
    kind = t(f"quote-{activity.kind.value}-{way.value}")
    until = activity.valid_until
    valid = t("quote-valid", day=Day(until, year=until.year != activity.happened_at.year)) if until else None
    return t("log-done", what=Joined((Joined((kind, value_of(activity)), " "), valid), ", "))
