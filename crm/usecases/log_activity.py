"""Something happened: a note, a call, an e-mail, a visit. It goes on the timeline, and on a lead may end what is owed."""

from datetime import date, datetime

from sqlalchemy import update

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction, Outcome
from crm.models import Activity, Contact, Lead, Opportunity, Status
from crm.money import Money
from crm.rules.owing import Effect, effect
from crm.store.blocks import Subject, places_of
from crm.store.opportunities import only_open
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import apply_activity, plan_cadence


def log_activity(
    work: Work,
    access: Access,
    subject: Subject,
    kind: ActivityKind,
    *,
    happened_at: datetime,
    direction: Direction | None = None,
    outcome: Outcome | None = None,
    text: str = "",
    value: Money | None = None,
    valid_until: date | None = None,
    title: str | None = None,
    mail_id: str | None = None,
    about: Opportunity | None = None,
    plans: bool = True,
) -> Activity:
    """happened_at: when it was written, aware. A new lead that was reached becomes "contacted".

    valid_until: of a quote. title, mail_id: subject and Message-ID of a mail. about: the opportunity that it is also
    about, where the subject is a person or an organisation; of a contact by default their one open opportunity.
    plans: whether to plan the cadence anew; False where the caller does it later in the turn.
    """
    places = places_of(work.session, subject)
    if about is None and isinstance(subject, Contact):
        about = only_open(work.session, access, subject)
    if about is not None:
        places |= {"opportunity_id": about.id}
    activity = Activity(
        workspace_id=access.workspace_id,
        id=work.ids(),
        **places,
        member_id=access.member_id,
        kind=kind,
        direction=direction,
        outcome=outcome,
        text=text,
        happened_at=happened_at,
        created_at=work.now,
        value_minor=value.minor if value else None,
        currency=value.currency if value else None,
        valid_until=valid_until,
        subject=title[:500] if title else None,
        mail_id=mail_id[:320] if mail_id else None,
    )
    work.session.add(activity)
    if isinstance(subject, Lead) and subject.converted_at is None:
        _keep_owing(work, subject, activity, plans=plans)
    if activity.opportunity_id is not None:
        _wake(work, activity)
    note_turn(work, access, f"turn-{kind.value}", subject.id)
    return activity


def _keep_owing(work: Work, lead: Lead, activity: Activity, *, plans: bool) -> None:
    does = effect(activity.kind, activity.direction, activity.outcome)
    apply_activity(work, lead, activity)
    if does is Effect.REACHED and lead.status is Status.NEW:
        lead.status = Status.CONTACTED
    if plans and does is not Effect.NOTHING:
        plan_cadence(work, lead)


def _wake(work: Work, activity: Activity) -> None:
    """An opportunity with something going on is not stale. Its rev stays: nobody's card of it is out of date."""
    work.session.execute(
        update(Opportunity)
        .where(
            Opportunity.workspace_id == activity.workspace_id,
            Opportunity.id == activity.opportunity_id,
            Opportunity.active_at < activity.happened_at,
        )
        .values(active_at=activity.happened_at)
    )
