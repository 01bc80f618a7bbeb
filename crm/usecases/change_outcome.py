"""What a logged call really was. It belongs to the turn that logged the call, so that turn's Undo takes back both."""

from sqlalchemy import select

from crm.capture.draft import ActivityKind, Outcome
from crm.errors import NotYours
from crm.models import Activity, Turn
from crm.store.blocks import Subject, subject_of
from crm.store.members import Who
from crm.store.turns import activities_made, get_turn
from crm.store.work import Work
from crm.usecases.judge_anew import judge_anew
from crm.usecases.log_in_words import Logged
from crm.usecases.part_of_turn import part_of_turn


def change_outcome(work: Work, who: Who, turn_id: int, outcome: Outcome) -> tuple[Subject, Logged] | None:
    """turn_id: the turn that logged the call, the member's own. None where it was undone, or is so already.

    What the call had settled is open again, or settled after all, as the outcome has it. Raises NotYours.
    """
    turn = get_turn(work, who.access, turn_id)
    call = _call_of(work, who, turn)
    subject = subject_of(work.session, who.access, call)
    if turn.undone_by is not None or call.outcome is outcome:
        return None
    with part_of_turn(work, turn):
        call.outcome = outcome
        settled = judge_anew(work, who.access, subject, turn, call)
    return subject, Logged(call, settled)


def _call_of(work: Work, who: Who, turn: Turn) -> Activity:
    call = select(Activity).where(
        Activity.workspace_id == turn.workspace_id,
        Activity.id.in_(activities_made(turn.workspace_id, turn.id)),
        Activity.member_id == who.member.id,
        Activity.kind == ActivityKind.CALL,
    )
    found = work.session.scalars(call.limit(1)).first()
    if found is None:
        raise NotYours
    return found
