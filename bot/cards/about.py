"""Which of several open opportunities an entry is about: nobody knows but the member, and one tap says it."""

from collections.abc import Sequence

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.conversion import next_button, opportunity_line
from bot.cards.lead import title_line
from bot.chat import About, Bold, Button, Joined, Reply, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import Activity, Contact, Opportunity
from crm.store.blocks import Subject, find_subject
from crm.store.opportunities import open_opportunities
from crm.usecases.convert_lead import value_of

ABOUT = "entry-about"
NEW = "new"
"""As the opportunity of an ABOUT tap; else its id in base 36."""
_MOST = 3

Rows = tuple[tuple[Button, ...], ...]


def about_rows(ctx: Context, entry: Activity) -> Rows:
    """Of a contact that takes part in several; none where the entry is about one already."""
    if entry.opportunity_id is not None or entry.contact_id is None:
        return ()
    contact = find_subject(ctx.work.session, ctx.access, entry.contact_id)
    several = (
        open_opportunities(ctx.work.session, ctx.access, contact) if isinstance(contact, Contact) else []
    )
    return choice_rows(entry, several) if len(several) > 1 else ()


def choice_rows(entry: Activity, several: Sequence[Opportunity]) -> Rows:
    return tuple(
        (
            Button(
                t("button-about", what=Joined((one.name, value_of(one)))),
                encode(ABOUT, entry.id, arg=to_base36(one.id)),
            ),
        )
        for one in several[:_MOST]
    )


def placed_card(
    ctx: Context, subject: Subject, opportunity: Opportunity | None, *, edits: int | None
) -> Reply:
    """It was said. opportunity: None where a new one cannot be opened by the member."""
    ctx.work.session.flush()
    ctx.shows(subject)
    undo = undo_button(ctx.work.turn_id)
    return Reply(
        (Bold(title_line(subject)), opportunity_line(ctx, opportunity) if opportunity else None),
        ((next_button(ctx, subject), undo),),
        about=(About(subject.__tablename__, subject.id, ctx.work.turn_id),),
        edits=edits,
    )
