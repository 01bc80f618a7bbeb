"""Who wrote a logged mail, they or we: it belongs to the turn that logged it, so that turn's Undo takes back both."""

from crm.access import Access
from crm.capture.draft import ActivityKind, Direction
from crm.errors import NotYours
from crm.models import Activity, FollowUp, Turn
from crm.store.blocks import subject_of
from crm.store.turns import turn_that_made
from crm.store.work import Work
from crm.usecases.judge_anew import judge_anew
from crm.usecases.log_mail import FRESH
from crm.usecases.own_mail import guess_anew
from crm.usecases.part_of_turn import part_of_turn


def set_mail_direction(
    work: Work, access: Access, mail_id: int, direction: Direction, sender: str | None
) -> tuple[Activity, Turn, tuple[FollowUp, ...]] | None:
    """mail_id: of an e-mail on a timeline, logged by the member. None where it was undone, or is so already.
    sender: its address, None where that is not known any more; where it was taken for the member's, it is not any longer.

    The mail, the turn that logged it, and what it settles now; what it had settled is open again. Raises NotYours.
    """
    mail = work.session.get(Activity, (access.workspace_id, mail_id))
    if mail is None or mail.kind is not ActivityKind.EMAIL or mail.member_id != access.member_id:
        raise NotYours
    if mail.deleted_at is not None or mail.direction is direction or mail.mail_id is None:
        return None
    subject = subject_of(work.session, access, mail)
    turn = turn_that_made(work, mail)
    if turn is None:
        raise NotYours
    with part_of_turn(work, turn):
        mail.direction = direction
        if sender is not None:
            guess_anew(work, access, sender, is_own=direction is Direction.OUT)
        is_fresh = mail.created_at - mail.happened_at < FRESH
        settled = judge_anew(work, access, subject, turn, mail, settles=is_fresh)
    return mail, turn, settled
