"""What a row of a file says of a lead, an account, a contact or an opportunity; and why it may not fit."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from zoneinfo import ZoneInfo

from crm.capture.draft import Phone
from crm.exchange.names import Target
from crm.exchange.values import Habits
from crm.models.blocks import Block
from crm.money import Money
from crm.rules.own_field import FieldKind


@dataclass(frozen=True, slots=True)
class OwnField:
    """A field that the workspace added. choices: as written."""

    id: int
    kind: FieldKind
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """How the rows of one file are read. targets: column number -> field. currency, region: where a cell names none."""

    block: Block
    head: Sequence[str]
    targets: Mapping[int, Target]
    habits: Habits
    region: str
    currency: str
    zone: ZoneInfo
    own: Mapping[int, OwnField] = field(default_factory=dict)


@dataclass(slots=True)
class ReadRow:
    """None, and empty, where the row says nothing.

    organisations, roles: a contact's, side by side, the main one first; of anything else one at most.
    persons: whom an opportunity is about. whose_id: the contact or lead that they are, where somebody found out.
    """

    id: int | None = None
    name: str | None = None
    title: str | None = None
    organisations: list[str] = field(default_factory=list)
    persons: list[str] = field(default_factory=list)
    emails: list[str] = field(default_factory=list)
    phones: list[Phone] = field(default_factory=list)
    website: str | None = None
    source: str | None = None
    value: Money | None = None
    note: str | None = None
    hot: bool | None = None
    customer: bool | None = None
    supplier: bool | None = None
    private: bool | None = None
    status: str | None = None
    reason: str | None = None
    roles: list[str] = field(default_factory=list)
    stage: str | None = None
    probability: int | None = None
    close_day: date | None = None
    lost_reason: str | None = None
    holder: str | None = None
    tags: list[str] = field(default_factory=list)
    created_at: datetime | None = None
    own: dict[int, str] = field(default_factory=dict)
    whose_id: int | None = None

    @property
    def organisation(self) -> str | None:
        return self.organisations[0] if self.organisations else None

    @property
    def person(self) -> str | None:
        """Whom an opportunity is about: as a name, else an address, says."""
        return next(iter([*self.persons, *self.emails]), None)


@dataclass(frozen=True, slots=True)
class Fault:
    """Why a row does not fit. column: the name of the column, None where it is about the whole row."""

    key: str
    column: str | None = None


class UnfitRowError(Exception):
    """The row cannot become anything as it is."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(", ".join(fault.key for fault in faults))
        self.faults = tuple(faults)
