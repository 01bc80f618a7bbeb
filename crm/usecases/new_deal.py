"""An opportunity that a member opens by hand, on an account or with a contact of one."""

from crm.errors import Refused
from crm.models import Account, Contact, Opportunity
from crm.money import Money
from crm.store.accounts import accounts_of
from crm.store.members import Who
from crm.store.turns import note_turn
from crm.store.work import Work
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.open_opportunity import open_opportunity, take_part


def new_deal(work: Work, who: Who, on: Account | Contact, *, name: str, value: Money | None) -> Opportunity:
    """With a contact it is on their main account, and they take part in it with the role that they have there.

    Raises as `check_may_edit` of the account; Refused("deal-needs-account") for a contact who belongs to none.
    """
    if isinstance(on, Account):
        account, place = on, None
    else:
        places = accounts_of(work.session, who.access, on)
        if not places:
            raise Refused("deal-needs-account")
        account, place = places[0]
    check_may_edit(who.access, account)
    opportunity = open_opportunity(work, who, account, name=name, value=value)
    note_turn(work, who.access, "turn-opened", opportunity.id)
    if place is not None:
        take_part(work, opportunity, place.contact_id, place.role)
    return opportunity
