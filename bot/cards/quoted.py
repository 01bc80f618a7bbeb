"""A quote or a contract that was logged: what it did to the lead or the opportunity, and what is to be chosen."""

from bot.callback import encode
from bot.cards.about import ABOUT, NEW, changed_line, choice_rows, new_instead_button
from bot.cards.buttons import undo_button
from bot.cards.conversion import CONVERT, next_button, opportunity_line, preview_card, result_card, why_known
from bot.cards.lead import next_step, title_line
from bot.cards.logged import link_message
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from bot.context import Context
from crm.capture.draft import Direction, LogDraft
from crm.models import Activity, Lead
from crm.store.blocks import Subject
from crm.store.members import who_is
from crm.usecases.convert_lead import value_of
from crm.usecases.log_quote import Quoted, quote_in_words


def quote_words_card(ctx: Context, subject: Subject, log: LogDraft, *, edits: int | None = None) -> Reply:
    """Logs a quote or contract that was told in words, and says what became of it."""
    done = quote_in_words(ctx.work, ctx.who, subject, log, written_at=ctx.incoming.written_at)
    ctx.work.session.flush()
    link_message(ctx, done.activity)
    return quoted_card(ctx, done, edits=edits)


def quoted_card(ctx: Context, done: Quoted, *, edits: int | None = None) -> Reply:
    ctx.work.session.flush()
    logged = logged_line(done.activity)
    if done.converted is not None:
        planned = done.planned.follow_up if done.planned else None
        return result_card(
            ctx, done.converted.lead, logged=logged, why=why_known(None), planned=planned, edits=edits
        )
    if done.matches is not None and isinstance(done.subject, Lead):
        return preview_card(ctx, done.subject, done.matches, logged=logged, edits=edits)
    return _plain_card(ctx, done, logged, edits)


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
        (*choices, tuple(buttons)),
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


def logged_line(activity: Activity) -> Value:
    """ "Quote €12,400, valid until 30 Jun logged."."""
    way = activity.direction or Direction.OUT
    kind = t(f"quote-{activity.kind.value}-{way.value}")
    valid = t("quote-valid", day=Day(activity.valid_until)) if activity.valid_until else None
    return t("log-done", what=Joined((Joined((kind, value_of(activity)), " "), valid), ", "))
