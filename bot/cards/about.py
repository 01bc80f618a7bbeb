"""Which of several open opportunities an entry is about: nobody knows but the member, and one tap says it."""

from collections.abc import Sequence

from bot.callback import encode
from bot.cards.buttons import undo_button
from bot.cards.conversion import next_button, opportunity_line
from bot.cards.lead import title_line
from bot.chat import About, Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from crm.ids import to_base36
from crm.models import Activity, Contact, Opportunity
from crm.money import Money
from crm.store.blocks import Subject, find_subject
from crm.store.opportunities import open_opportunities
from crm.store.value_of import value_of

ABOUT = "entry-about"
NEW = "new"
"""As the opportunity of an ABOUT tap; else its id in base 36."""
INSTEAD = "quote-instead"
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


def changed_line(opportunity: Opportunity | None, before: Money | None) -> Value:
    """ "Amount: €12,400 → $20,000", where there was another."""
    if opportunity is None or before is None:
        return None
    return t("quote-amount-changed", old=before, new=value_of(opportunity))


def new_instead_button(quote: Activity) -> Button:
    """The quote was about another deal, which nobody has opened yet."""
    return Button(t("button-new-instead"), encode(INSTEAD, quote.id))


def placed_card(
    ctx: Context,
    subject: Subject,
    opportunity: Opportunity | None,
    *,
    logged: Value = None,
    before: Money | None = None,
    turn_id: int | None = None,
    edits: int | None,
) -> Reply:
    """It was said. opportunity: None where a new one cannot be opened by the member. logged: the quote, if it is said
    again. before: the amount that it had, if another. turn_id: the turn that Undo undoes, None for this one."""
    ctx.work.session.flush()
    ctx.shows(subject)
    undo = undo_button(turn_id or ctx.work.turn_id)
    return Reply(
        (
            Bold(title_line(subject)),
            logged,
            opportunity_line(ctx, opportunity) if opportunity else None,
            changed_line(opportunity, before),
        ),
        ((next_button(ctx, subject), undo),),
        about=(About(subject.__tablename__, subject.id, turn_id or ctx.work.turn_id),),
        edits=edits,
    )
