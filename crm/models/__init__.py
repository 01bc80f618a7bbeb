"""Every table, typed declarative. Importing this package fills Base.metadata."""

from crm.models.accounts import Account, AccountContact, Contact, ContactRole
from crm.models.activities import Activity
from crm.models.base import Base
from crm.models.blocks import Block, OnBlocks
from crm.models.fairs import Fair
from crm.models.fields import CustomField, CustomValue, Tag, Tagging
from crm.models.files import File
from crm.models.follow_ups import FollowUp, FollowUpState
from crm.models.imports import Import, ImportPiece, ImportState
from crm.models.jobs import Job, JobState
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
from crm.models.opportunities import (
    LostReason,
    Opportunity,
    OpportunityContact,
    Rate,
    Stage,
)
from crm.models.own_mail import OwnMail
from crm.models.search import Indexed, Posting, SharedPosting, Word, WordVariant
from crm.models.workspace import Invite, Member, Unasked, Workspace
from crm.rules.own_field import FieldKind
from crm.rules.stages import StageKind

__all__ = [
    "Account",
    "AccountContact",
    "Activity",
    "Base",
    "Block",
    "Change",
    "Chat",
    "Contact",
    "ContactRole",
    "CustomField",
    "CustomValue",
    "Dialogue",
    "Fair",
    "FieldKind",
    "File",
    "FollowUp",
    "FollowUpState",
    "Import",
    "ImportPiece",
    "ImportState",
    "Inbox",
    "InboxState",
    "Indexed",
    "Invite",
    "Job",
    "JobState",
    "Lane",
    "Lead",
    "Lease",
    "LostReason",
    "Member",
    "MessageLink",
    "Node",
    "OnBlocks",
    "Opportunity",
    "OpportunityContact",
    "Outbox",
    "OutboxKind",
    "OutboxState",
    "OwnMail",
    "Posting",
    "Rate",
    "Reach",
    "ReachKind",
    "SharedPosting",
    "Source",
    "Stage",
    "StageKind",
    "Status",
    "Tag",
    "Tagging",
    "Turn",
    "Unasked",
    "Word",
    "WordVariant",
    "Workspace",
]
