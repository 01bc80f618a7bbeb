"""How rows of any block are named: a person and a deal with the organisation that they belong to."""

from collections.abc import Sequence

from bot.cards.lead import phone_shown
from bot.chat import Joined, Value, t
from crm.models import Account, Contact, ContactRole, Lead, Opportunity, Reach, ReachKind
from crm.store.accounts import organisations_of
from crm.store.block_lists import without_step
from crm.store.blocks import Subject
from crm.store.leads import first_reaches
from crm.store.value_of import value_of
from crm.store.work import Session


def title_of(session: Session, subject: Subject) -> Value:
    """ "🔥 Klaus Berger · Bosch Rexroth"."""
    return titles_of(session, [subject])[0]


def titles_of(session: Session, subjects: Sequence[Subject]) -> list[Value]:
    """In their order; a query a block, however many they are. Who has no name yet is told by their number or address."""
    organisations = organisations_of(session, subjects)
    nameless = [
        row
        for row in subjects
        if isinstance(row, Lead | Contact) and not (row.name or row.organisation or row.id in organisations)
    ]
    reaches = first_reaches(session, nameless)
    return [
        _by_reach(row, reaches[row.id]) if row.id in reaches else named(row, organisations.get(row.id))
        for row in subjects
    ]


def _by_reach(subject: Subject, reach: Reach) -> Value:
    shown = phone_shown(reach) if reach.kind is ReachKind.PHONE else reach.written
    return t("lead-hot", name=shown) if subject.hot else shown


def named(subject: Subject, organisation: str | None, separator: str = " · ") -> Value:
    """The title, where the caller has read the organisation that a contact or a deal belongs to (organisations_of)."""
    if isinstance(subject, Lead | Account) or organisation is None or organisation in (subject.name or ""):
        organisation = subject.organisation
    name: Value = Joined((subject.name, organisation), separator)
    shown = name if subject.name or organisation else t("lead-nameless")
    return t("lead-hot", name=shown) if subject.hot else shown


def labels_of(session: Session, subjects: Sequence[Subject]) -> list[Value]:
    """For buttons of a list: deals with their amount, and with a mark where no next step is planned."""
    forgotten = without_step(session, [row for row in subjects if isinstance(row, Opportunity)])
    return [
        _deal(row, title, forgotten) if isinstance(row, Opportunity) else title
        for row, title in zip(subjects, titles_of(session, subjects), strict=True)
    ]


def kinds_of(session: Session, subjects: Sequence[Subject]) -> list[Value]:
    """Where rows of several blocks stand beside each other: an account and a deal of it bear the same name."""
    labels: list[Value] = []
    for row, title in zip(subjects, titles_of(session, subjects), strict=True):
        if isinstance(row, Opportunity):
            title = Joined((title, value_of(row)))
        if isinstance(row, Account | Opportunity):
            title = t(f"find-{row.__tablename__}", name=title)
        labels.append(title)
    return labels


def with_role(name: Value, role: ContactRole) -> Value:
    """ "Klaus Berger (Decision maker)"; another role is not said."""
    if role is ContactRole.OTHER:
        return name
    return t("person-with-role", name=name, role=t(f"contact-role-{role.value}"))


def _deal(opportunity: Opportunity, title: Value, forgotten: set[int]) -> Value:
    label = Joined((title, value_of(opportunity)))
    return t("deal-forgotten", deal=label) if opportunity.id in forgotten else label
