"""Whose mail it is: found by the addresses of a mail, then by the domain of an organisation's own."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import Direction
from crm.mail.mail import Mail, Mailbox
from crm.models import Account, Block, Contact, Lead, Posting, Reach
from crm.rules.email_domains import own_domain
from crm.rules.folding import words
from crm.store.blocks import Subject, find_subject, main_account_id, visible
from crm.store.own_mail import Ours
from crm.store.plans import unindexed
from crm.store.search.terms import domain_key

_MOST = 20
_PEOPLE: dict[Block, type[Lead] | type[Contact]] = {Block.CONTACT: Contact, Block.LEAD: Lead}


@dataclass(frozen=True, slots=True)
class Correspondent:
    """direction: IN, their mail to us; None, among ourselves. by_domain: only the organisation is known by it, not the person."""

    subject: Subject
    direction: Direction | None
    by_domain: bool = False


def is_ours(mail: Mail, ours: Ours, member: str, team: Iterable[str]) -> bool:
    """Whether one of us wrote it: by the address or domain; by the name where those say nothing.

    member: the name of whoever passes it on, who may call themselves "Eva": that will do only until an address is known.
    Of colleagues it is too little at any time: a customer may be called so too.
    """
    sender = mail.sender.address
    if ours.holds(sender):
        return True
    if ours.domains and own_domain(sender):
        return False
    said, own = set(words(mail.sender.name)), set(words(member))
    if own and said >= own and (len(own) > 1 or not ours.mine):
        return True
    names = (set(words(name)) for name in team)
    return any(len(name) > 1 and said >= name for name in names)


def is_named_as(mail: Mail, member: str) -> bool:
    """The sender bears the member's whole name, of two words or more, and no other."""
    own = set(words(member))
    return len(own) > 1 and set(words(mail.sender.name)) == own


def outside(mail: Mail, ours: Ours) -> list[Mailbox]:
    """Those it went to who are not of us."""
    return [
        one for one in mail.recipients if one.address != mail.sender.address and not ours.holds(one.address)
    ]


def correspondents(
    session: Session, access: Access, mail: Mail, ours: Ours, *, is_ours: bool
) -> list[Correspondent]:
    """Those that the mail was exchanged with and that the member may see; several where it is not clear.

    The sender by address; else those it went to; else whoever stands for the sender's domain, or for the others'.
    is_ours: as the function says; but who is known by their address is not one of us by their name or domain.
    """
    sender = mail.sender.address
    theirs = own_domain(sender)
    others = [one.address for one in outside(mail, ours)]
    if sender not in ours.addresses and (found := _by_address(session, access, [sender])):
        return [Correspondent(subject, Direction.IN) for subject in found]
    if found := _by_address(session, access, others):
        return [Correspondent(row, _direction(session, row, None if is_ours else theirs)) for row in found]
    if not is_ours and theirs and (found := _by_domain(session, access, [theirs])):
        return [Correspondent(subject, Direction.IN, by_domain=True) for subject in found]
    domains = [domain for address in others if (domain := own_domain(address)) and domain != theirs]
    found = _by_domain(session, access, domains)
    return [Correspondent(subject, Direction.OUT, by_domain=True) for subject in found]


def is_known(session: Session, access: Access, address: str) -> bool:
    """Whether it is the address of somebody that the member may see."""
    return bool(_by_address(session, access, [address]))


def _direction(session: Session, subject: Lead | Contact | Account, theirs: str | None) -> Direction:
    """A colleague of somebody known wrote to them and to us: that is their mail."""
    if theirs is None:
        return Direction.OUT
    column = {Lead: Reach.lead_id, Contact: Reach.contact_id, Account: Reach.account_id}[type(subject)]
    values = session.scalars(
        select(Reach.value).where(
            Reach.workspace_id == subject.workspace_id, column == subject.id, Reach.deleted_at.is_(None)
        )
    )
    return Direction.IN if any(own_domain(value) == theirs for value in values) else Direction.OUT


def _by_address(session: Session, access: Access, addresses: Sequence[str]) -> list[Lead | Contact | Account]:
    if not addresses:
        return []
    rows = session.scalars(
        select(Reach)
        .where(
            Reach.workspace_id == access.workspace_id,
            Reach.value.in_(addresses[:_MOST]),
            Reach.deleted_at.is_(None),
        )
        .order_by(unindexed(Reach.id))
        .limit(_MOST)
    ).all()
    ids = [row.contact_id or row.lead_id or row.account_id or 0 for row in rows]
    return _as_they_are_now(session, access, [find_subject(session, access, id) for id in ids])


def _by_domain(session: Session, access: Access, domains: Sequence[str]) -> list[Lead | Contact | Account]:
    """An account stands for its domain; where there is none, the contacts and leads that have an address there."""
    if not domains:
        return []
    accounts = visible(access, Block.ACCOUNT).where(Account.domain.in_(domains[:_MOST]))
    found: list[Lead | Contact | Account] = list(
        session.scalars(accounts.order_by(unindexed(Account.id)).limit(_MOST))
    )
    if found:
        return found
    keys = [domain_key(domain) for domain in domains[:_MOST]]
    there = [row for block in _PEOPLE for row in session.scalars(_with_keys(access, block, keys))]
    return _as_they_are_now(session, access, there)


def _with_keys(access: Access, block: Block, keys: Sequence[str]) -> Select[Any]:
    """The newest first."""
    model = _PEOPLE[block]
    ids = select(Posting.entity_id).where(
        Posting.workspace_id == access.workspace_id, Posting.block == block, Posting.term.in_(keys)
    )
    return visible(access, block).where(model.id.in_(ids)).order_by(model.id.desc()).limit(_MOST)


def _as_they_are_now(
    session: Session, access: Access, found: Sequence[Subject | None]
) -> list[Lead | Contact | Account]:
    """Each once: what a lead became instead of it, and a person instead of the organisation that shares the address."""
    now: dict[int, Lead | Contact | Account] = {}
    for row in found:
        if isinstance(row, Lead) and row.converted_at is not None:
            row = find_subject(session, access, row.contact_id or row.account_id or 0)
        if isinstance(row, Lead | Contact | Account):
            now.setdefault(row.id, row)
    organisations = {main_account_id(session, row) for row in now.values() if isinstance(row, Contact)}
    return [row for row in now.values() if row.id not in organisations]
