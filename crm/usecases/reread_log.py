"""An edited log or note: its entry and its follow-up follow the new words."""

from crm.capture.draft import LogDraft
from crm.models import Activity, Lead
from crm.rules.conversion import FORMAL_KINDS
from crm.store.blocks import Subject, find_subject
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.owing import plan_cadence, recompute
from crm.usecases.reprice_quote import reprice_quote
from crm.usecases.reread_step import follow_step


def reread_log(
    work: Work,
    who: Who,
    activity: Activity,
    turn_id: int,
    *,
    before: LogDraft | None,
    after: LogDraft | None,
    text: str,
) -> Subject | None:
    """before, after: what the old and the new words log, None for a mere note. turn_id: of the message, when it came.

    What was logged changes only while it is as the old words said. None, and nothing changed, where the entry is gone
    or not this member's, a mail, or has these words already.
    """
    subject = find_subject(work.session, who.access, activity.block_id)
    if subject is None or activity.deleted_at is not None or activity.member_id != who.member.id:
        return None
    if activity.text == text or activity.mail_id is not None:
        return None
    note_turn(work, who.access, "turn-edited", subject.id)
    if before is not None and after is not None:
        follow_step(work, who, subject, activity, turn_id, before, after, text=text)
        _follow_log(work, who, subject, activity, before, after)
    activity.text = text
    return subject


def _follow_log(
    work: Work, who: Who, subject: Subject, activity: Activity, before: LogDraft, after: LogDraft
) -> None:
    """A quote or contract stays one: what it did is taken back by Undo. Nor does anything become one by an edit."""
    was = (before.kind, before.direction, before.outcome)
    is_formal = bool({activity.kind, after.kind} & FORMAL_KINDS)
    if (activity.kind, activity.direction, activity.outcome) == was and not is_formal:
        activity.kind, activity.direction, activity.outcome = after.kind, after.direction, after.outcome
    if before.value != after.value and activity.kind in FORMAL_KINDS:
        reprice_quote(work, who, activity, after.value)
    elif before.value != after.value:
        activity.value_minor = after.value.minor if after.value else None
        activity.currency = after.value.currency if after.value else None
    if isinstance(subject, Lead) and subject.converted_at is None:
        recompute(work, subject)
        plan_cadence(work, subject)
