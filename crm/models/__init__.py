"""Every table, typed declarative. Importing this package fills Base.metadata."""

from crm.models.activities import Activity
from crm.models.base import Base
from crm.models.fairs import Fair
from crm.models.follow_ups import FollowUp, FollowUpState
from crm.models.journal import Change, Turn
from crm.models.leads import Lead, Reach, ReachKind, Status
from crm.models.messaging import (
    Chat,
    Dialogue,
    Inbox,
    InboxState,
    Lane,
    Lease,
    MessageLink,
    Node,
    Outbox,
    OutboxKind,
    OutboxState,
    Source,
)
from crm.models.search import IndexedLead, Posting, Word, WordVariant
from crm.models.workspace import Invite, Member, Unasked, Workspace

__all__ = [
    "Activity",
    "Base",
    "Change",
    "Chat",
    "Dialogue",
    "Fair",
    "FollowUp",
    "FollowUpState",
    "Inbox",
    "InboxState",
    "IndexedLead",
    "Invite",
    "Lane",
    "Lead",
    "Lease",
    "Member",
    "MessageLink",
    "Node",
    "Outbox",
    "OutboxKind",
    "OutboxState",
    "Posting",
    "Reach",
    "ReachKind",
    "Source",
    "Status",
    "Turn",
    "Unasked",
    "Word",
    "WordVariant",
    "Workspace",
]
