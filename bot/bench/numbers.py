"""Which rows a filled database has, and their ids, by the numbers of its leads."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from crm.ids import first_id_at

LEADS_A_MEMBER = 100
LEADS_A_FOLLOW_UP = 10
LEADS_A_DEAL = 10
AGE = timedelta(days=3)
_SPREAD = timedelta(days=360)
_FIRST_DEAL = 5
_KINDS = 4
"""So many ids a lead: its own, and those of what it became."""


@dataclass(frozen=True, slots=True)
class Numbers:
    """Leads from 1 to `leads`; they came in evenly over a year, the last one three days before `now`.

    Member after member gets one, so that each one's leads lie all over the table, as in life. A member's id is their number,
    their Telegram user and chat the same; a tenth of the leads of each has a follow-up, another tenth is a deal by now.
    """

    leads: int
    now: datetime

    @property
    def members(self) -> int:
        return max(1, self.leads // LEADS_A_MEMBER)

    def holder(self, number: int) -> int:
        return number % self.members + 1

    def place(self, number: int) -> int:
        """Which of its holder's leads it is."""
        return number // self.members

    def came_at(self, number: int) -> datetime:
        return self.now - AGE - _SPREAD * ((self.leads - number) / self.leads)

    def id(self, number: int, kind: int = 0) -> int:
        """kind: 0 for the lead and its rows, 1 to 3 for its account, contact and opportunity."""
        return first_id_at(self.came_at(number)) + number * _KINDS + kind

    def has_follow_up(self, number: int) -> bool:
        return self.place(number) % LEADS_A_FOLLOW_UP == 0

    def is_deal(self, number: int) -> bool:
        return self.place(number) % LEADS_A_DEAL == _FIRST_DEAL

    def follow_ups_of(self, member: int) -> Iterator[int]:
        """The ids of those of a member other than the first, the oldest first."""
        for place in range(0, LEADS_A_MEMBER, LEADS_A_FOLLOW_UP):
            yield self.id(place * self.members + member - 1)

    def deals_of(self, member: int) -> Iterator[int]:
        """The numbers of the leads that became one."""
        for place in range(_FIRST_DEAL, LEADS_A_MEMBER, LEADS_A_DEAL):
            yield place * self.members + member - 1
