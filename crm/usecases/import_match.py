"""Which rows of a file are there already: by our own id, by e-mail, phone or name, by account and name. Reads only."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import func, or_, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.exchange.rows import ReadRow
from crm.models import Account, AccountContact, Block, Lead, Opportunity, Posting, Reach, ReachKind
from crm.rules.email_domains import is_shared_mailbox
from crm.rules.folding import fold
from crm.rules.names import name_key, organisation_key
from crm.rules.similar import Identity, Strength, similarity
from crm.store.blocks import MODELS, Subject, visible
from crm.store.search.terms import address_key, person_keys, phone_key

_A_KEY = 20
"""So many rows behind one key are looked at: a switchboard's number may have a thousand."""


def find_known(
    session: Session, access: Access, block: Block, rows: Sequence[ReadRow]
) -> list[Subject | None]:
    """For each row what it is already, of what the member may see."""
    by_id = _by_id(session, access, block, rows)
    rest = [row for row in rows if row.id not in by_id]
    match block:
        case Block.ACCOUNT:
            found = _accounts(session, access, rest)
        case Block.OPPORTUNITY:
            found = _opportunities(session, access, rest)
        case _:
            found = _persons(session, access, block, rest)
    return [by_id.get(row.id or 0) or found.get(id(row)) for row in rows]


def same_in_file(block: Block, row: ReadRow) -> list[str]:
    """Keys of which one is enough for two rows of a file to be the same."""
    if row.id is not None:
        return [f"id:{row.id}"]
    if block is Block.ACCOUNT:
        return [f"o:{organisation_key(row.name or '')}"]
    if block is Block.OPPORTUNITY:
        where = row.whose_id or organisation_key(row.organisation or row.person or "")
        return [f"o:{where}|{fold(row.name or '')}"]
    name, organisation = name_key(row.name or ""), organisation_key(row.organisation or "")
    keys = [f"{email}|{name}" if is_shared_mailbox(email) else email.casefold() for email in row.emails]
    keys += [f"{phone.e164}|{name}" for phone in row.phones]
    return [*keys, f"n:{name}|{organisation}"] if " " in name and organisation else keys


def _keys(row: ReadRow) -> list[str]:
    """Terms of the search index by which a person is found."""
    keys = [address_key(email) for email in row.emails]
    keys += [phone_key(phone.e164) for phone in row.phones]
    return [*keys, *sorted(person_keys(row.name, row.organisation))]


def _identity_of(row: ReadRow) -> Identity:
    return Identity(row.name, row.organisation, tuple(row.emails), tuple(phone.e164 for phone in row.phones))


def _is_same(one: Identity, other: Identity) -> bool:
    similar = similarity(one, other)
    return similar is not None and similar.strength >= Strength.LIKELY


def accounts_by_key(session: Session, access: Access, names: Iterable[str]) -> dict[str, Account]:
    """Of several accounts of one key the oldest."""
    keys = {organisation_key(name) for name in names}
    query = visible(access, Block.ACCOUNT).where(Account.key.in_(keys)).order_by(Account.id.desc())
    return {account.key: account for account in session.scalars(query)} if keys else {}


def _by_id(session: Session, access: Access, block: Block, rows: Sequence[ReadRow]) -> dict[int, Subject]:
    ids = [row.id for row in rows if row.id is not None]
    if not ids:
        return {}
    kind = MODELS[block]
    return {row.id: row for row in session.scalars(visible(access, block).where(kind.id.in_(ids)))}


def _accounts(session: Session, access: Access, rows: Sequence[ReadRow]) -> dict[int, Subject]:
    known = accounts_by_key(session, access, [row.name or "" for row in rows])
    return {id(row): known[key] for row in rows if (key := organisation_key(row.name or "")) in known}


def _opportunities(session: Session, access: Access, rows: Sequence[ReadRow]) -> dict[int, Subject]:
    """By what they stand on and their name. A large account has thousands: the database looks for the names."""
    named = [row.organisation or row.person or "" for row in rows if row.whose_id is None]
    accounts = accounts_by_key(session, access, named)
    whose = [row.whose_id for row in rows if row.whose_id is not None]
    places = _accounts_of(session, access, whose)
    ids = {account.id for account in accounts.values()} | {id for some in places.values() for id in some}
    names = {row.name or "" for row in rows}
    query = visible(access, Block.OPPORTUNITY).where(
        or_(Opportunity.account_id.in_(ids), Opportunity.lead_id.in_(whose)),
        or_(
            Opportunity.name.in_(names),
            func.lower(Opportunity.name).in_({name.lower() for name in names}),
        ),
    )
    there: dict[tuple[int, str], Subject] = {}
    for each in session.scalars(query) if ids or whose else ():
        there |= {(on, fold(each.name)): each for on in (each.account_id, each.lead_id) if on is not None}
    found: dict[int, Subject] = {}
    for row in rows:
        account = accounts.get(organisation_key(row.organisation or row.person or ""))
        ons = [row.whose_id, *places[row.whose_id]] if row.whose_id else [account.id] if account else []
        known = next((there[on, key] for on in ons if (on, key := fold(row.name or "")) in there), None)
        if known is not None:
            found[id(row)] = known
    return found


def _accounts_of(session: Session, access: Access, contact_ids: Sequence[int]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = defaultdict(list)
    query = select(AccountContact.contact_id, AccountContact.account_id).where(
        AccountContact.workspace_id == access.workspace_id,
        AccountContact.contact_id.in_(contact_ids),
        AccountContact.deleted_at.is_(None),
    )
    for row in session.execute(query) if contact_ids else ():
        found[row.contact_id].append(row.account_id)
    return found


def _persons(session: Session, access: Access, block: Block, rows: Sequence[ReadRow]) -> dict[int, Subject]:
    ids_of = _postings(session, access, block, {key for row in rows for key in _keys(row)})
    ids = {id for some in ids_of.values() for id in some}
    people = _people(session, access, block, ids) if ids else {}
    found: dict[int, Subject] = {}
    for row in rows:
        identity = _identity_of(row)
        candidates = sorted({id for key in _keys(row) for id in ids_of.get(key, ())}, reverse=True)
        for candidate in candidates:
            if candidate in people and _is_same(identity, people[candidate][1]):
                found[id(row)] = people[candidate][0]
                break
    return found


def _postings(session: Session, access: Access, block: Block, keys: set[str]) -> dict[str, list[int]]:
    query = (
        select(Posting.term, Posting.entity_id)
        .where(Posting.workspace_id == access.workspace_id, Posting.term.in_(keys), Posting.block == block)
        .order_by(Posting.entity_id.desc())
    )
    found: dict[str, list[int]] = defaultdict(list)
    if keys:
        for term, entity_id in session.execute(query.execution_options(yield_per=1000)):
            if len(found[term]) < _A_KEY:
                found[term].append(entity_id)
    return found


def _people(
    session: Session, access: Access, block: Block, ids: set[int]
) -> dict[int, tuple[Subject, Identity]]:
    kind = MODELS[block]
    rows: list[Any] = list(session.scalars(visible(access, block).where(kind.id.in_(ids))))
    there = {row.id for row in rows}
    column = Reach.lead_id if block is Block.LEAD else Reach.contact_id
    ways: dict[int, list[Reach]] = defaultdict(list)
    reaches = select(Reach).where(
        Reach.workspace_id == access.workspace_id, column.in_(there), Reach.deleted_at.is_(None)
    )
    for reach in session.scalars(reaches):
        ways[reach.lead_id or reach.contact_id or 0].append(reach)
    organisations = {} if block is Block.LEAD else _organisations(session, access, there)
    return {row.id: (row, _identity(row, ways[row.id], organisations.get(row.id))) for row in rows}


def _identity(row: Any, ways: Sequence[Reach], organisation: str | None) -> Identity:
    return Identity(
        row.name,
        row.organisation if isinstance(row, Lead) else organisation,
        tuple(way.value for way in ways if way.kind is ReachKind.EMAIL),
        tuple(way.value for way in ways if way.kind is ReachKind.PHONE),
    )


def _organisations(session: Session, access: Access, contact_ids: set[int]) -> dict[int, str]:
    """Contact -> the name of their main account."""
    query = (
        select(AccountContact.contact_id, Account.name)
        .join(
            Account,
            (Account.workspace_id == AccountContact.workspace_id) & (Account.id == AccountContact.account_id),
        )
        .where(
            AccountContact.workspace_id == access.workspace_id,
            AccountContact.contact_id.in_(contact_ids),
            AccountContact.deleted_at.is_(None),
            Account.deleted_at.is_(None),
        )
        .order_by(AccountContact.id.desc())
    )
    return {row.contact_id: row.name for row in session.execute(query)}
