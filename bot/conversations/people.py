"""The people of an account or a deal, and the accounts of a contact: each with a role, which one tap changes."""

from bot.callback import Tap, encode, id_in
from bot.cards.buttons import undo_button
from bot.cards.lead import short_name
from bot.cards.row_list import PAGE, page_buttons, read_page
from bot.cards.subject import subject_card
from bot.cards.titles import title_of, with_role
from bot.chat import About, Bold, Button, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import NotYours
from crm.ids import to_base36
from crm.models import Account, AccountContact, Contact, ContactRole, Opportunity, OpportunityContact
from crm.rules.visibility import may_edit
from crm.store.accounts import accounts_of, get_contact, get_with_people, people_of
from crm.store.opportunities import contacts_of
from crm.usecases.people_of_account import set_account_role, unlink_contact
from crm.usecases.people_of_opportunity import leave_opportunity, set_part_role
from crm.usecases.ties import part_in, place_at

Where = Account | Opportunity
"""Where a contact has a role."""

_PLACE = "place"


def _on_people(ctx: Context, tap: Tap) -> Replies:
    where = _where(ctx, tap.id)
    return [_people(ctx, where, read_page(tap.arg))]


def _people(
    ctx: Context, where: Where, page: int = 0, said: Value = None, undoes: int | None = None
) -> Reply:
    """said: what was just done. undoes: the turn that Undo undoes, None for no button."""
    session = ctx.work.session
    people: list[tuple[Contact, AccountContact]] | list[tuple[Contact, OpportunityContact]]
    people = (
        people_of(session, ctx.access, where) if isinstance(where, Account) else contacts_of(session, where)
    )
    shown = people[page * PAGE : (page + 1) * PAGE]
    rows = [
        (Button(with_role(short_name(contact), place.role), _place_data(contact, where)),)
        for contact, place in shown
    ]
    turning = page_buttons(
        Tap("people", where.id, 0, str(page - 1)) if page else None,
        Tap("people", where.id, 0, str(page + 1)) if len(people) > (page + 1) * PAGE else None,
    )
    undo = (undo_button(undoes),) if undoes else ()
    last = (
        Button(t("button-add-contact"), encode("add-contact", where.id)),
        *undo,
        Button(t("button-to-card"), encode("open", where.id)),
    )
    return Reply(
        (said, Bold(title_of(session, where)), t("people-how" if people else "people-none")),
        (*rows, turning, last),
        about=(About("list", 0), *(About(Contact.__tablename__, contact.id) for contact, _ in shown)),
        edits=ctx.incoming.message_id,
    )


def _on_places(ctx: Context, tap: Tap) -> Replies:
    """The accounts of a contact."""
    contact = get_contact(ctx.work.session, ctx.access, tap.id)
    places = accounts_of(ctx.work.session, ctx.access, contact)
    rows = [
        (Button(with_role(account.name, place.role), _place_data(contact, account)),)
        for account, place in places[:PAGE]
    ]
    last = (
        Button(t("button-link-account"), encode("link-account", contact.id)),
        Button(t("button-to-card"), encode("open", contact.id)),
    )
    said = t("people-how" if places else "places-none")
    about = (About(Contact.__tablename__, contact.id),)
    return [
        Reply((Bold(short_name(contact)), said), (*rows, last), about=about, edits=ctx.incoming.message_id)
    ]


def _on_place(ctx: Context, tap: Tap) -> Replies:
    contact, where = get_contact(ctx.work.session, ctx.access, tap.id), _where(ctx, id_in(tap.arg))
    return [_place(ctx, contact, where)]


def _place(ctx: Context, contact: Contact, where: Where, undoes: int | None = None) -> Reply:
    """The contact's card with the roles that they may have there. Raises NotYours where they have none."""
    ctx.work.session.flush()
    place = _row(ctx, contact, where)
    if place is None:
        raise NotYours
    at = to_base36(where.id)
    roles: list[Button] = []
    out: tuple[Button, ...] = ()
    if may_edit(ctx.access, where.holder_id):
        roles = [
            Button(
                t(f"contact-role-{role.value}"), encode("role", contact.id, place.rev, f"{at}~{role.value}")
            )
            for role in ContactRole
            if role is not place.role
        ]
        out = (Button(t("button-take-out"), encode("place-out", contact.id, place.rev, at)),)
    undo = (undo_button(undoes),) if undoes else ()
    rest = (
        *out,
        *undo,
        Button(t("button-to-card"), encode("open", contact.id)),
        Button(t("button-back"), encode("people", where.id)),
    )
    role = t(f"contact-role-{place.role.value}")
    return subject_card(
        ctx,
        contact,
        lead_in=t("role-at", where=title_of(ctx.work.session, where), role=role),
        buttons=(tuple(roles[:3]), tuple(roles[3:]), rest),
        edits=ctx.incoming.message_id,
    )


def _on_role(ctx: Context, tap: Tap) -> Replies:
    at, _, word = tap.arg.partition("~")
    contact, where = get_contact(ctx.work.session, ctx.access, tap.id), _where(ctx, id_in(at))
    place = _row(ctx, contact, where)
    if place is None or word not in list(ContactRole) or place.role is ContactRole(word):
        ctx.toast = t("passed")
        return []
    role = ContactRole(word)
    if isinstance(where, Account):
        set_account_role(ctx.work, ctx.access, where, contact, role, rev=tap.rev)
    else:
        set_part_role(ctx.work, ctx.access, where, contact, role, rev=tap.rev)
    return [_place(ctx, contact, where, undoes=ctx.work.turn_id)]


def _on_out(ctx: Context, tap: Tap) -> Replies:
    """They leave the account, or the deal; what happened with them stays."""
    contact, where = get_contact(ctx.work.session, ctx.access, tap.id), _where(ctx, id_in(tap.arg))
    if _row(ctx, contact, where) is None:
        ctx.toast = t("passed")
        return []
    if isinstance(where, Account):
        unlink_contact(ctx.work, ctx.access, where, contact, rev=tap.rev)
    else:
        leave_opportunity(ctx.work, ctx.access, where, contact, rev=tap.rev)
    said = t("taken-out", name=short_name(contact))
    return [_people(ctx, where, said=said, undoes=ctx.work.turn_id)]


def _row(ctx: Context, contact: Contact, where: Where) -> AccountContact | OpportunityContact | None:
    return (
        place_at(ctx.work, where, contact)
        if isinstance(where, Account)
        else part_in(ctx.work, where, contact)
    )


def _where(ctx: Context, id: int) -> Where:
    return get_with_people(ctx.work.session, ctx.access, id)


def _place_data(contact: Contact, where: Where) -> str:
    return encode(_PLACE, contact.id, arg=to_base36(where.id))


ROOM = Room(
    taps={
        "people": _on_people,
        "places": _on_places,
        _PLACE: _on_place,
        "role": _on_role,
        "place-out": _on_out,
    }
)
