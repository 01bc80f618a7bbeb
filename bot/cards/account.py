"""The card of an account: which way the relation goes, its people, what is open, what comes next."""

from datetime import date

from bot.callback import encode
from bot.cards.face import Face, deals_line, first_few, state_line
from bot.cards.lead import country_buttons, reaches_line, short_name
from bot.cards.titles import with_role
from bot.chat import Bold, Button, Joined, T, t
from bot.context import Context
from crm.models import Account
from crm.store.accounts import leads_behind, people_of
from crm.store.leads import reaches_of
from crm.store.opportunities import open_opportunities

_REACHES = 2


def account_face(ctx: Context, account: Account, moved_from: date | None = None) -> Face:
    session, access = ctx.work.session, ctx.access
    people = people_of(session, access, account)
    deals = open_opportunities(session, access, account)
    leads = leads_behind(session, access, account)
    reaches = reaches_of(session, account)
    made_by = next((lead for lead in leads if lead.converted_at == account.created_at), None)
    came_from = t("account-was", name=short_name(made_by)) if made_by is not None else None
    facts = (
        relation_name(account),
        account.website or account.domain,
        reaches_line(reaches, ctx.language, limit=_REACHES),
        Joined((came_from, account.source), ", "),
    )
    return Face(
        (
            Bold(account.name),
            Joined(facts),
            first_few([with_role(short_name(contact), place.role) for contact, place in people]),
            deals_line(deals),
            state_line(ctx, account, moved_from),
        ),
        (
            (
                Button(t("button-people", count=len(people)), encode("people", account.id)),
                Button(t("button-deals", count=len(deals)), encode("deals-of", account.id)),
                *(
                    (Button(t("button-leads", count=len(leads)), encode("behind", account.id)),)
                    if leads
                    else ()
                ),
            ),
            country_buttons(reaches[:_REACHES]),
        ),
    )


def relation_name(account: Account) -> T:
    """Customer, supplier, or both."""
    if account.customer and account.supplier:
        return t("relation-both")
    return t("relation-supplier" if account.supplier else "relation-customer")
