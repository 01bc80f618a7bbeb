"""Who is probably the same person as somebody who is being captured: by address, number, or name and organisation."""

from dataclasses import replace

from sqlalchemy import bindparam, select
from sqlalchemy.orm import Session

from crm.access import Access
from crm.capture.draft import DraftLead
from crm.capture.phone_readings import number_among, readings
from crm.models import Block, Lead, ReachKind
from crm.models.search import Posting
from crm.rules.similar import Identity, Strength, or_from_there, similarity
from crm.store.leads import reaches_of, visible_leads
from crm.store.search.terms import address_key, person_keys, phone_key

_ALIKE = 20
_LEADS_WITH_KEYS = (
    select(Posting.entity_id)
    .where(
        Posting.workspace_id == bindparam("workspace"),
        Posting.block == Block.LEAD,
        Posting.term.in_(bindparam("keys", expanding=True)),
    )
    .order_by(Posting.entity_id.desc())
    .limit(_ALIKE)
)
"""Built once: every capture asks it."""
_OWN_LEADS_WITH_KEYS = _LEADS_WITH_KEYS.where(Posting.holder_id == bindparam("member"))


def find_similar(session: Session, access: Access, draft: DraftLead) -> list[int]:
    """Leads of who is probably that person: one, or several that are equally likely, the newest first.

    One statement where there is nobody.
    """
    identity = Identity(
        draft.name, draft.organisation, draft.emails, tuple(phone.e164 for phone in draft.phones)
    )
    keys = [address_key(email) for email in draft.emails]
    keys += [phone_key(number) for phone in draft.phones for number in readings(phone)]
    from_there = or_from_there(identity)
    for said in filter(None, (identity, from_there)):
        keys += sorted(person_keys(said.name, said.organisation))
    if not keys:
        return []
    asked = {"workspace": access.workspace_id, "member": access.member_id, "keys": keys}
    statement = _LEADS_WITH_KEYS if access.sees_team else _OWN_LEADS_WITH_KEYS
    ids = set(session.connection().execute(statement, asked).scalars())
    if not ids:
        return []
    alike: list[tuple[int, int]] = []
    for lead in session.scalars(visible_leads(access).where(Lead.id.in_(ids))):
        reaches = reaches_of(session, lead)
        other = Identity(
            lead.name,
            lead.organisation,
            tuple(r.value for r in reaches if r.kind is ReachKind.EMAIL),
            tuple(r.value for r in reaches if r.kind is ReachKind.PHONE),
        )
        phones = tuple(number_among(phone, other.phones) for phone in draft.phones)
        similar = similarity(replace(identity, phones=phones), other)
        if similar is None and from_there is not None:
            similar = similarity(replace(from_there, phones=phones), other)
        if similar is not None and similar.strength >= Strength.IF_ALONE:
            alike.append((int(similar.strength), lead.id))
    strongest = max((strength for strength, _ in alike), default=0)
    return sorted((lead_id for strength, lead_id in alike if strength == strongest), reverse=True)
