"""The card of any row of a building block, and the buttons that all of them have."""

from dataclasses import replace
from datetime import date

from bot.callback import encode
from bot.cards.account import account_face
from bot.cards.buttons import undo_button
from bot.cards.contact import contact_face
from bot.cards.face import Face
from bot.cards.kept import kept_ways
from bot.cards.lead import lead_card
from bot.cards.opportunity import opportunity_face
from bot.chat import About, Button, Reply, Value, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import Account, Contact, Lead, Opportunity
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject


def subject_card(
    ctx: Context,
    subject: Subject,
    *,
    turn_id: int | None = None,
    lead_in: Value = None,
    moved_from: date | None = None,
    buttons: tuple[tuple[Button, ...], ...] | None = None,
    more: tuple[Button, ...] = (),
    edits: int | None = None,
) -> Reply:
    """turn_id: the turn that the card tells of; its Undo undoes that. lead_in: a line before it.

    moved_from: the day asked for, where the next step rings on another. buttons: instead of the usual ones; more: a row
    below the usual ones, else the ways on that the changed card had. edits: the message to change, None for a new one.
    """
    ctx.work.session.flush()
    if edits is not None and not more:
        more = kept_ways(ctx, subject)
    if isinstance(subject, Lead):
        card = lead_card(
            ctx,
            subject,
            turn_id=turn_id,
            lead_in=lead_in,
            moved_from=moved_from,
            buttons=buttons,
            edits=edits,
        )
        return replace(card, buttons=(*card.buttons, more)) if buttons is None and more else card
    ctx.shows(subject)
    face = _face(ctx, subject, moved_from)
    usual = (_usual_buttons(ctx, subject, turn_id), *face.rows, more)
    return Reply(
        (lead_in, *face.lines),
        buttons if buttons is not None else usual,
        about=(About(subject.__tablename__, subject.id, turn_id),),
        edits=edits,
    )


def _face(ctx: Context, subject: Account | Contact | Opportunity, moved_from: date | None) -> Face:
    match subject:
        case Account():
            return account_face(ctx, subject, moved_from)
        case Contact():
            return contact_face(ctx, subject, moved_from)
        case Opportunity():
            return opportunity_face(ctx, subject, moved_from)


def _usual_buttons(ctx: Context, subject: Subject, turn_id: int | None) -> tuple[Button, ...]:
    """Who may not edit it may take it over."""
    undo = (undo_button(turn_id),) if turn_id else ()
    first = Button(t("button-edit"), encode("edit", subject.id))
    if not may_edit(ctx.access, subject.holder_id):
        me = to_base36(ctx.member.id)
        first = Button(t("button-take-over"), encode("give-to", subject.id, subject.rev, me))
    return (
        first,
        *(Button(t(f"button-{verb}"), encode(verb, subject.id)) for verb in ("note", "log", "when")),
        *undo,
    )
