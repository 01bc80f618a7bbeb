"""The card of a contact: who they are, how to reach them, where they belong, what is open with them."""

from datetime import date

from bot.callback import encode
from bot.cards.face import Face, deals_line, first_few, state_line
from bot.cards.lead import country_buttons, reaches_line, title_line
from bot.cards.titles import with_role
from bot.chat import Bold, Button, Day, Joined, t
from bot.context import Context
from crm.models import Contact
from crm.rules.local_time import local_day
from crm.store.accounts import accounts_of
from crm.store.conversion import leads_of_contact
from crm.store.leads import reaches_of
from crm.store.opportunities import open_opportunities

_REACHES = 3


def contact_face(ctx: Context, contact: Contact, moved_from: date | None = None) -> Face:
    session, access = ctx.work.session, ctx.access
    accounts = accounts_of(session, access, contact)
    deals = open_opportunities(session, access, contact)
    reaches = reaches_of(session, contact)
    hot = Button(
        t("button-not-hot" if contact.hot else "button-hot"),
        encode("hot", contact.id, arg="0" if contact.hot else "1"),
    )
    return Face(
        (
            Joined((Bold(title_line(contact)), contact.title)),
            reaches_line(reaches, ctx.language, limit=_REACHES),
            first_few([with_role(account.name, place.role) for account, place in accounts]),
            deals_line(deals),
            state_line(ctx, contact, moved_from),
        ),
        (
            (
                Button(t("button-accounts", count=len(accounts)), encode("places", contact.id)),
                Button(t("button-deals", count=len(deals)), encode("deals-of", contact.id)),
            ),
            (hot, Button(t("button-send-contact"), encode("send-contact", contact.id))),
            country_buttons(reaches),
            _was_lead(ctx, contact),
        ),
    )


def _was_lead(ctx: Context, contact: Contact) -> tuple[Button, ...]:
    """The lead that they were, the first of several; of an account, [Leads] shows all."""
    lead = next(iter(leads_of_contact(ctx.work.session, ctx.access, contact)), None)
    if lead is None:
        return ()
    day = Day(local_day(lead.created_at, ctx.zone))
    return (Button(t("button-was-lead", day=day), encode("open", lead.id)),)
