"""A quote or a contract, sent or received: logged at once; on a lead it may be what the conversion waits for."""

from dataclasses import dataclass, replace
from datetime import date, datetime

from crm.capture.draft import ActivityKind, Direction, FormalStep, LogDraft
from crm.capture.logs import FORMAL
from crm.models import Account, Activity, FollowUp, Lead, Opportunity
from crm.money import Money
from crm.rules.conversion import is_formal
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject, find_subject
from crm.store.conversion import Matches, become, matches_of, quotes_of
from crm.store.leads import reaches_of
from crm.store.members import Who
from crm.store.opportunities import open_opportunities
from crm.store.work import Work
from crm.usecases.add_follow_up import Planned, add_follow_up
from crm.usecases.convert_lead import Converted, convert_lead, take_conversion
from crm.usecases.log_activity import log_activity
from crm.usecases.place_entry import open_for_quote
from crm.usecases.quote_stage import begins_anew, move_to_quote_stage
from crm.usecases.settle_follow_ups import settle_due


@dataclass(frozen=True, slots=True)
class Quoted:
    """subject: what it stands on; where a lead was meant that has converted, what became of it.

    converted: it converted at once. matches: the member has to choose first. waits: its holder has to.
    opportunity: that it is about. several: the open ones that it may be about, where nobody can tell but the member.
    closed: one that it was said of, which stays as it closed. before: the amount that the opportunity had, if another.
    settled: what had been planned and is done with it. planned: the follow-up that the same words ask for.
    """

    subject: Subject
    activity: Activity
    converted: Converted | None = None
    matches: Matches | None = None
    waits: bool = False
    opportunity: Opportunity | None = None
    several: tuple[Opportunity, ...] = ()
    settled: tuple[FollowUp, ...] = ()
    planned: Planned | None = None
    closed: Opportunity | None = None
    before: Money | None = None


def log_quote(
    work: Work,
    who: Who,
    subject: Subject,
    kind: ActivityKind,
    *,
    happened_at: datetime,
    direction: Direction = Direction.OUT,
    value: Money | None = None,
    valid_until: date | None = None,
    text: str = "",
    about: Opportunity | None = None,
) -> Quoted:
    """kind: QUOTE or CONTRACT. direction: IN for a supplier's. about: the opportunity, where the subject has several open.

    A lead converts at once where nothing matches; where something does, or the lead is a colleague's, it is marked as
    waiting. On an account or contact without an open opportunity the quote opens one, and so it does on a closed one.
    """
    closed = None
    if isinstance(subject, Opportunity) and direction is Direction.OUT:
        closed, subject = _after_the_end(work, who, subject, kind)
    if isinstance(subject, Lead):
        take_conversion(work, subject)
        subject = become(work.session, who.access, subject)
    is_lead = isinstance(subject, Lead)
    several = () if is_lead or about or closed else _open_ones(work, who, subject)
    about = about or (several[0] if len(several) == 1 else None)
    activity = log_activity(
        work,
        who.access,
        subject,
        kind,
        happened_at=happened_at,
        direction=direction,
        value=_in_a_currency(value, who),
        valid_until=valid_until,
        text=text,
        about=about,
    )
    settled = settle_due(work, who.access, subject, activity)
    if isinstance(subject, Lead):
        return replace(_convert_or_ask(work, who, subject, activity), settled=settled, closed=closed)
    if len(several) > 1:
        return Quoted(subject, activity, several=several, settled=settled)
    opportunity, before = subject if isinstance(subject, Opportunity) else about, None
    if direction is Direction.IN:
        _is_supplier(work, who, activity)
    if direction is Direction.OUT and opportunity is None:
        opportunity = open_for_quote(work, who, activity, after=closed)
    elif opportunity is not None:
        before = move_to_quote_stage(work, who, opportunity, activity)
    if closed is not None and opportunity is not None:
        subject = opportunity
    return Quoted(subject, activity, opportunity=opportunity, settled=settled, closed=closed, before=before)


def log_step(
    work: Work, who: Who, subject: Subject, step: FormalStep, *, text: str, written_at: datetime
) -> Quoted:
    """step: told as done, in a log or in a capture. written_at: when the words were written, aware."""
    kind, direction = FORMAL[step.kind]
    return log_quote(
        work,
        who,
        subject,
        kind,
        happened_at=written_at,
        direction=direction,
        value=step.value,
        valid_until=step.valid_until,
        text=text,
    )


def quote_in_words(work: Work, who: Who, subject: Subject, log: LogDraft, *, written_at: datetime) -> Quoted:
    """log: one that tells of something formal. written_at: when the words were written, aware."""
    step = log.formal
    assert step is not None
    done = log_step(work, who, subject, step, text=log.text, written_at=written_at)
    if log.due is None:
        return done
    now = become(work.session, who.access, done.subject)
    action = log.next_action or ""
    return replace(
        done, planned=add_follow_up(work, who.access, now, who, log.due, action=action, reason=log.text)
    )


def _convert_or_ask(work: Work, who: Who, lead: Lead, activity: Activity) -> Quoted:
    work.session.flush()
    edits = may_edit(who.access, lead.holder_id)
    if activity.direction is Direction.IN:
        lead.supplier = True
    if activity.value_minor is not None and edits:
        lead.value_minor, lead.currency = activity.value_minor, activity.currency
    had = {quote.kind for quote in quotes_of(work.session, lead) if quote.id != activity.id}
    converts = is_formal(
        who.workspace.formal,
        activity.kind,
        has_quote=ActivityKind.QUOTE in had,
        has_contract=ActivityKind.CONTRACT in had,
    )
    if not converts:
        return Quoted(lead, activity)
    matches = matches_of(work.session, who.access, lead, reaches_of(work.session, lead))
    if edits and matches.nothing:
        converted = convert_lead(work, who, lead, quote=activity)
        return Quoted(lead, activity, converted=converted, opportunity=converted.opportunity)
    lead.conversion_asked_at = work.now
    return Quoted(lead, activity, matches=matches if edits else None, waits=not edits)


def _open_ones(work: Work, who: Who, subject: Subject) -> tuple[Opportunity, ...]:
    if isinstance(subject, Opportunity):
        return ()
    return tuple(open_opportunities(work.session, who.access, subject))


def _after_the_end(
    work: Work, who: Who, opportunity: Opportunity, kind: ActivityKind
) -> tuple[Opportunity | None, Subject]:
    """One that has closed, and whose account, or lead, a new one opens on; None and itself where it goes on there."""
    if not begins_anew(work.session, opportunity, kind):
        return None, opportunity
    on = find_subject(work.session, who.access, opportunity.account_id or opportunity.lead_id or 0)
    if on is None or not may_edit(who.access, on.holder_id) or (isinstance(on, Account) and not on.customer):
        return None, opportunity
    return opportunity, on


def _is_supplier(work: Work, who: Who, activity: Activity) -> None:
    account = work.session.get(Account, (who.workspace.id, activity.account_id or 0))
    if account is not None and not account.supplier and may_edit(who.access, account.holder_id):
        account.supplier = True


def _in_a_currency(value: Money | None, who: Who) -> Money | None:
    return value.or_in(who.currency) if value else None
