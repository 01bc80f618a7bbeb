"""Small builders of rows, written through the models. Each adds, flushes and returns its row."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any, TypeVar

from sqlalchemy.orm import Session

from crm.access import Access, Role, Visibility
from crm.ids import IdMaker
from crm.models import Lead, Member, Reach, ReachKind, Workspace
from tests.clock import START, Clock

Row = TypeVar("Row")

next_id = IdMaker(node=1000, clock=Clock())
"""Ids in the order asked for, so later rows are newer."""


def add_workspace(
    session: Session, *, visibility: Visibility = Visibility.OPEN, created_at: datetime = START, **fields: Any
) -> Workspace:
    """An open workspace in Amsterdam, unless said otherwise."""
    fields = {"id": next_id(), "name": "Vos Pompen", "country": "NL"} | fields
    return _add(session, Workspace(visibility=visibility, created_at=created_at, **fields))


def add_member(
    session: Session,
    workspace: Workspace,
    *,
    role: Role = Role.REP,
    joined_at: datetime = START,
    **fields: Any,
) -> Member:
    """A rep who speaks English, with a Telegram user and private chat of the same number."""
    user_id = next_id()
    fields = {
        "id": next_id(),
        "user_id": user_id,
        "chat_id": user_id,
        "name": "Eva",
        "language": "en",
    } | fields
    return _add(session, Member(workspace_id=workspace.id, role=role, joined_at=joined_at, **fields))


def add_lead(
    session: Session,
    holder: Member,
    name: str | None = None,
    organisation: str | None = None,
    *,
    emails: Sequence[str] = (),
    phones: Sequence[str] = (),
    created_at: datetime = START,
    **fields: Any,
) -> Lead:
    """phones: E.164. The reaches can be read with `reaches_of`; the search index is not touched."""
    fields = {"id": next_id()} | fields
    lead = Lead(
        workspace_id=holder.workspace_id,
        holder_id=holder.id,
        name=name,
        organisation=organisation,
        created_at=created_at,
        **fields,
    )
    _add(session, lead)
    for email in emails:
        add_reach(session, lead, ReachKind.EMAIL, email.lower(), written=email)
    for phone in phones:
        add_reach(session, lead, ReachKind.PHONE, phone)
    return lead


def add_reach(session: Session, lead: Lead, kind: ReachKind, value: str, **fields: Any) -> Reach:
    fields = {"id": next_id(), "written": value} | fields
    return _add(
        session, Reach(workspace_id=lead.workspace_id, lead_id=lead.id, kind=kind, value=value, **fields)
    )


def reaches_of(session: Session, lead: Lead) -> list[Reach]:
    found = session.query(Reach).filter_by(workspace_id=lead.workspace_id, lead_id=lead.id)
    return list(found.order_by(Reach.id))


def access_of(member: Member, workspace: Workspace) -> Access:
    return Access(workspace.id, member.id, member.role, workspace.visibility)


def _add(session: Session, row: Row) -> Row:
    session.add(row)
    session.flush()
    return row
