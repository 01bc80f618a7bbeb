"""/forget: a person is removed from every table, index, inbox and outbox, for good."""

from collections.abc import Iterable
from itertools import islice
from typing import Any

from sqlalchemy import or_, select

from crm.access import Access
from crm.errors import NotYours, Refused
from crm.models import Contact, Lead, Reach
from crm.rules.folding import phone_digits
from crm.rules.visibility import may_edit
from crm.store.blocks import Subject, find_subject, is_visible
from crm.store.emptied import Emptied, emptied_by
from crm.store.erasing import erase
from crm.store.forgotten import forgotten_by, holders_of
from crm.store.gazetteer import forget_gazetteer
from crm.store.traces import Traces, traces_of
from crm.store.who_is_forgotten import person_of
from crm.store.work import Session, Work

_MOST_DELETED = 20


def get_forgettable(session: Session, access: Access, person_id: int) -> Lead | Contact:
    """Deleted ones too: undone is not forgotten. All that is the same person goes with them, so all of it must be theirs.

    Raises NotYours where the member may not see it, Refused("not-yours-to-forget") where a rep does not hold it.
    """
    key = (access.workspace_id, person_id)
    who: Lead | Contact | None = session.get(Lead, key) or session.get(Contact, key)
    if who is None or not is_visible(session, access, who):
        raise NotYours
    if not all(may_edit(access, holder_id) for holder_id in holders_of(session, who)):
        raise Refused("not-yours-to-forget")
    return who


def deleted_people(session: Session, access: Access, query: str) -> list[Lead | Contact]:
    """Leads and contacts that were undone, which no search finds: by part of the name, an e-mail address or a number."""
    said = query.strip()
    if not said:
        return []
    reached = [Reach.value == said.casefold()]
    if len(digits := phone_digits(said).lstrip("0")) >= 6:
        reached.append(Reach.value.endswith(digits))
    found: list[Lead | Contact] = []
    kinds: tuple[tuple[type[Any], Any], ...] = ((Lead, Reach.lead_id), (Contact, Reach.contact_id))
    for kind, column in kinds:
        by_reach = select(column).where(Reach.workspace_id == access.workspace_id, or_(*reached))
        deleted = select(kind).where(
            kind.workspace_id == access.workspace_id,
            kind.deleted_at.is_not(None),
            or_(kind.name.icontains(said, autoescape=True), kind.id.in_(by_reach)),
        )
        found += session.scalars(deleted.order_by(kind.id.desc()).limit(_MOST_DELETED))
    return [who for who in found if may_edit(access, who.holder_id)]


def apart(session: Session, people: Iterable[Lead | Contact]) -> list[Lead | Contact]:
    """Without those that go along with another of them: what a lead was until its conversion was undone, say."""
    found = {who.id: who for who in people}
    along = {id for who in found.values() for id in forgotten_by(session, who).all_ids if id != who.id}
    return [who for who in found.values() if who.id not in along]


def dry_run(session: Session, access: Access, who: Lead | Contact) -> Traces:
    """What would go. Raises as `get_forgettable`."""
    return traces_of(session, get_forgettable(session, access, who.id))


def that_may_mean(session: Session, access: Access, who: Lead | Contact, *, limit: int) -> list[Subject]:
    """In whose texts the surname alone stays, as far as the member may see them. Raises as `get_forgettable`."""
    found = dict.fromkeys(mention.on for mention in dry_run(session, access, who).perhaps)
    subjects = (find_subject(session, access, id) for id in found)
    return list(islice((subject for subject in subjects if subject is not None), limit))


def goes_along(access: Access, emptied: Iterable[Emptied]) -> list[Emptied]:
    """Emptied accounts that may go as well, if the member wants it: theirs to edit, and the person's alone."""
    return [one for one in emptied if one.may_go and may_edit(access, one.holder_id)]


def forget_person(work: Work, access: Access, person_id: int, *, with_accounts: bool = False) -> Traces:
    """person_id: of a lead or a contact. with_accounts: what `goes_along` says, too. Says what went. Not to be undone, and no
    turn is noted: nothing is left that could name them.

    Raises as `get_forgettable`.
    """
    who = get_forgettable(work.session, access, person_id)
    along = _accounts_along(work.session, access, who) if with_accounts else []
    traces = erase(work, who, accounts=along)
    forget_gazetteer(access.workspace_id)
    return traces


def _accounts_along(session: Session, access: Access, who: Lead | Contact) -> list[int]:
    gone = forgotten_by(session, who)
    emptied = emptied_by(session, gone, person_of(session, who, gone))
    return [one.id for one in goes_along(access, emptied)]
