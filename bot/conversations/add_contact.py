"""Adding a contact to an account or a deal: typed, shared from the phone, or one who is there already."""

from dataclasses import dataclass

from bot.callback import Tap, encode, id_in
from bot.cards.buttons import undo_button
from bot.cards.lead import short_name
from bot.cards.subject import subject_card
from bot.cards.titles import title_of, with_role
from bot.chat import Button, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Conversation, NotUnderstoodError
from bot.questions import start
from bot.reading import read_in_hand
from bot.room import Replies, Room
from crm.capture.draft import DraftLead
from crm.capture.read import read_lead
from crm.errors import NotYours, Refused
from crm.ids import to_base36
from crm.models import Account, Block, Contact, ContactRole, Opportunity
from crm.store.accounts import get_account, get_contact, get_with_people, people_of
from crm.store.blocks import rows_by_id
from crm.store.opportunities import contacts_of, get_opportunity
from crm.store.search.find import find_in
from crm.usecases.check_may_edit import check_may_edit
from crm.usecases.people_of_account import add_contact, link_contact
from crm.usecases.people_of_opportunity import join_opportunity

_MOST = 8
_NAME_WORDS = 4
_QUERY_LIMIT = 100


@dataclass(frozen=True, slots=True)
class ContactDraft:
    """where: the id of the account or opportunity, as text. who: as typed, or what a shared contact says."""

    where: str
    who: str | None = None


def _parse(ctx: Context, text: str) -> str:
    if not _is_somebody(read_lead(text, ctx.surroundings)):
        raise NotUnderstoodError("contact-nobody")
    return text


def _from_shared(ctx: Context) -> str:
    """A contact of the phone's address book, in words."""
    draft, _ = read_in_hand(ctx)
    return ", ".join(filter(None, (draft.name, *(phone.e164 for phone in draft.phones))))


def _finish(ctx: Context, draft: ContactDraft) -> Replies:
    where = get_with_people(ctx.work.session, ctx.access, int(draft.where))
    said = read_lead(draft.who or "", ctx.surroundings)
    account = where if isinstance(where, Account) else _account_of(ctx, where)
    if isinstance(where, Opportunity):
        check_may_edit(ctx.access, where)
    contact = add_contact(
        ctx.work,
        ctx.access,
        account,
        name=_name_in(said),
        title=said.title,
        emails=said.emails,
        phones=said.phones,
    )
    if isinstance(where, Opportunity):
        join_opportunity(ctx.work, ctx.access, where, contact)
    return [_added(ctx, contact, where)]


ADD = Conversation(
    name="add-contact",
    version=1,
    draft=ContactDraft,
    asks=(Ask("who", "ask-contact", _parse, optional=False, shared=_from_shared, asks_for_somebody=True),),
    finish=_finish,
)


def _on_add(ctx: Context, tap: Tap) -> Replies:
    """To a deal first those of its account who take no part yet; arg "new": somebody else."""
    where = get_with_people(ctx.work.session, ctx.access, tap.id)
    if isinstance(where, Account):
        return start(ctx, ADD, ContactDraft(str(where.id)))
    account = _account_of(ctx, where)
    check_may_edit(ctx.access, where)
    there = {contact.id for contact, _ in contacts_of(ctx.work.session, where)}
    others = [pair for pair in people_of(ctx.work.session, ctx.access, account) if pair[0].id not in there]
    if tap.arg == "new" or not others:
        return start(ctx, ADD, ContactDraft(str(where.id)))
    rows = [
        (Button(with_role(short_name(c), place.role), encode("join", where.id, arg=to_base36(c.id))),)
        for c, place in others[:_MOST]
    ]
    last = (
        Button(t("button-somebody-else"), encode("add-contact", where.id, arg="new")),
        Button(t("button-back"), encode("people", where.id)),
    )
    return [
        Reply(
            (t("join-who", deal=title_of(ctx.work.session, where)),),
            (*rows, last),
            edits=ctx.incoming.message_id,
        )
    ]


def _on_join(ctx: Context, tap: Tap) -> Replies:
    """A contact of the account takes part in the deal, with the role that they have at the account."""
    where = get_opportunity(ctx.work.session, ctx.access, tap.id)
    contact = get_contact(ctx.work.session, ctx.access, id_in(tap.arg))
    roles = {
        c.id: place.role for c, place in people_of(ctx.work.session, ctx.access, _account_of(ctx, where))
    }
    if contact.id not in roles:
        raise NotYours
    join_opportunity(ctx.work, ctx.access, where, contact, roles[contact.id])
    return [_added(ctx, contact, where, edits=ctx.incoming.message_id)]


def _added(ctx: Context, contact: Contact, where: Account | Opportunity, edits: int | None = None) -> Reply:
    """With the way to the roles that they may have there."""
    ctx.work.session.flush()
    at = to_base36(where.id)
    undo = undo_button(ctx.work.turn_id)
    roles = Button(t("button-role"), encode("place", contact.id, arg=at))
    card = Button(t("button-to-card"), encode("open", contact.id))
    said = t("contact-added", where=title_of(ctx.work.session, where))
    back = Button(t("button-back"), encode("people", where.id))
    return subject_card(ctx, contact, lead_in=said, buttons=((roles, undo), (card, back)), edits=edits)


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """contact: its id as text."""

    contact: str
    query: str | None = None


def _finish_link(ctx: Context, draft: LinkDraft) -> Replies:
    """Accounts that the letters may mean, one tap each."""
    contact = get_contact(ctx.work.session, ctx.access, int(draft.contact))
    query = (draft.query or "")[:_QUERY_LIMIT]
    ids = find_in(
        ctx.work.session, ctx.access, Block.ACCOUNT, query, region=ctx.surroundings.region, limit=_MOST
    )
    found = rows_by_id(ctx.work.session, ctx.access, [(Block.ACCOUNT, id) for id in ids])
    rows = [(Button(short_name(row), encode("link", contact.id, arg=to_base36(row.id))),) for row in found]
    again = (
        Button(t("button-search-again"), encode("link-account", contact.id)),
        Button(t("button-to-card"), encode("open", contact.id)),
    )
    said: Value = t("link-which" if found else "link-none", query=query)
    return [Reply((said,), (*rows, again))]


LINK = Conversation(
    name="link-account",
    version=1,
    draft=LinkDraft,
    asks=(Ask("query", "ask-account", lambda ctx, text: text, optional=False),),
    finish=_finish_link,
)


def _on_link_account(ctx: Context, tap: Tap) -> Replies:
    contact = get_contact(ctx.work.session, ctx.access, tap.id)
    return start(ctx, LINK, LinkDraft(str(contact.id)))


def _on_link(ctx: Context, tap: Tap) -> Replies:
    contact = get_contact(ctx.work.session, ctx.access, tap.id)
    account = get_account(ctx.work.session, ctx.access, id_in(tap.arg))
    link_contact(ctx.work, ctx.access, account, contact, ContactRole.OTHER)
    return [_added(ctx, contact, account, edits=ctx.incoming.message_id)]


def _account_of(ctx: Context, opportunity: Opportunity) -> Account:
    """Raises Refused where the deal stands on a lead still: the account comes with the conversion."""
    if opportunity.account_id is None:
        raise Refused("deal-needs-account")
    return get_account(ctx.work.session, ctx.access, opportunity.account_id)


def _name_in(said: DraftLead) -> str | None:
    """A few words that are nothing else are a name ("Vogel"), too."""
    rest = said.note.strip().partition("\n")[0]
    left = rest if len(rest.split()) <= _NAME_WORDS else ""
    return said.name or left or (said.organisation if not (said.emails or said.phones) else None)


def _is_somebody(said: DraftLead) -> bool:
    return bool(_name_in(said) or said.emails or said.phones)


ROOM = Room(
    taps={"add-contact": _on_add, "join": _on_join, "link-account": _on_link_account, "link": _on_link},
    conversations=(ADD, LINK),
)
