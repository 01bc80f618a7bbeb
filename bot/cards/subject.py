"""The card of any row of a building block: what a reminder, an undo or a log leads back to."""

from bot.callback import encode
from bot.cards.lead import lead_card, next_step, title_line
from bot.chat import About, Bold, Button, Reply, Value, t
from bot.context import Context
from crm.models import Lead
from crm.store.blocks import Subject
from crm.store.leads import open_follow_ups


def subject_card(
    ctx: Context,
    subject: Subject,
    *,
    turn_id: int | None = None,
    lead_in: Value = None,
    buttons: tuple[tuple[Button, ...], ...] | None = None,
    edits: int | None = None,
) -> Reply:
    """turn_id: the turn that the card tells of; its Undo undoes that. lead_in: a line before it.

    buttons: instead of the usual ones. edits: the message to change, None for a new one.
    """
    if isinstance(subject, Lead):
        return lead_card(ctx, subject, turn_id=turn_id, lead_in=lead_in, buttons=buttons, edits=edits)
    ctx.work.session.flush()
    ctx.shows(subject)
    steps = open_follow_ups(ctx.work.session, subject)
    undo = (Button(t("button-undo"), encode("undo", turn_id)),) if turn_id else ()
    usual = (
        Button(t("button-note"), encode("note", subject.id)),
        Button(t("button-log"), encode("log", subject.id)),
        Button(t("button-when"), encode("when", subject.id)),
        *undo,
    )
    return Reply(
        (lead_in, Bold(title_line(subject)), t("lead-next", step=next_step(steps[0])) if steps else None),
        buttons if buttons is not None else (usual,),
        about=(About(subject.__tablename__, subject.id, turn_id),),
        edits=edits,
    )
