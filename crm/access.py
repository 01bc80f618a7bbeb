"""Who is asking: every use case and every store function takes one of these."""

from dataclasses import dataclass
from enum import StrEnum


class Role(StrEnum):
    OWNER = "owner"
    MANAGER = "manager"
    REP = "rep"


class Visibility(StrEnum):
    """OPEN: a rep sees the team's leads. PRIVATE: a rep sees only their own."""

    OPEN = "open"
    PRIVATE = "private"


@dataclass(frozen=True, slots=True)
class Access:
    workspace_id: int
    member_id: int
    role: Role
    visibility: Visibility

    @property
    def leads_others(self) -> bool:
        """Owners and managers: see all, give leads away, invite, remove."""
        return self.role is not Role.REP

    @property
    def sees_team(self) -> bool:
        return self.leads_others or self.visibility is Visibility.OPEN
