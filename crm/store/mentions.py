"""Texts of others in which a person is named, or perhaps meant."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select
from sqlalchemy.orm import InstrumentedAttribute, Session

from crm.models import (
    Account,
    Activity,
    Contact,
    CustomValue,
    File,
    FollowUp,
    Lead,
    OnBlocks,
    Opportunity,
)
from crm.rules.folding import fold, phone_digits
from crm.rules.name_forms import loosely
from crm.rules.person_traces import Person
from crm.store.blocks import MODELS
from crm.store.forgotten import Forgotten

TEXTS: tuple[tuple[type[Any], str], ...] = (
    (Lead, "note"),
    (Account, "note"),
    (Contact, "note"),
    (Opportunity, "name"),
    (Opportunity, "lost_words"),
    (CustomValue, "value"),
    (Activity, "text"),
    (Activity, "subject"),
    (File, "name"),
    (FollowUp, "action"),
    (FollowUp, "reason"),
)
_PHONE_TAIL = 8
_ESCAPE = "\\"


@dataclass(frozen=True, slots=True)
class Mention:
    """A text of somebody else: a column of a row, and the id of the block that it stands on."""

    kind: type[Any]
    column: str
    row_id: int
    on: int
    text: str


def mentions_of(session: Session, gone: Forgotten, person: Person) -> tuple[list[Mention], list[Mention]]:
    """Certain ones, which an erasure blots; and those in which the surname stays.

    Reads through the texts of the workspace: slow (about a second for a million), and rare.
    """
    certain: list[Mention] = []
    perhaps: list[Mention] = []
    for kind, name in TEXTS:
        column: InstrumentedAttribute[str] = getattr(kind, name)
        query = select(kind.id, _place(kind), column).where(
            kind.workspace_id == gone.workspace_id,
            kind.id.not_in(gone.ids_of(kind)),
            or_(False, *_may_name(column, person)),
        )
        for row_id, on, text in session.execute(query):
            mention = Mention(kind, name, row_id, on, text)
            if person.is_named_in(text):
                certain.append(mention)
            if person.surname_stays_in(text):
                perhaps.append(mention)
    return certain, perhaps


def _place(kind: type[Any]) -> Any:
    if kind in MODELS.values():
        return kind.id
    if issubclass(kind, OnBlocks):
        return func.coalesce(kind.contact_id, kind.lead_id, kind.opportunity_id, kind.account_id)
    return kind.entity_id


def _may_name(column: Any, person: Person) -> Iterator[ColumnElement[bool]]:
    """What the database can say of it: accents, spaces and signs within may be anything."""
    patterns = [[*mailbox.split(".")] for email in person.emails if (mailbox := email.rpartition("@")[0])]
    patterns += [list(digits[-_PHONE_TAIL:]) for phone in person.phones if (digits := phone_digits(phone))]
    if person.surname:
        runs = loosely(person.surname)
        patterns += [runs] if runs else [[person.surname], [fold(person.surname)]]
    for pattern in {tuple(parts) for parts in patterns}:
        yield column.ilike(f"%{'%'.join(map(_escaped, pattern))}%", escape=_ESCAPE)


def _escaped(part: str) -> str:
    for sign in (_ESCAPE, "%", "_"):
        part = part.replace(sign, _ESCAPE + sign)
    return part
