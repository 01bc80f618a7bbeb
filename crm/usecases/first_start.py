"""The first start: a workspace, and the link by which its owner comes in."""

from collections.abc import Callable
from datetime import datetime

from sqlalchemy import select
from sqlalchemy.orm import Session

from crm.models import Node
from crm.usecases.come_in import first_workspace, make_owner_link, make_workspace

FIRST_NAME = "Handslag"


def first_start(session: Session, ids: Callable[[], int], now: datetime) -> str | None:
    """Makes the first workspace; the token of its owner's link. None: there is a workspace already.

    Of several processes that start at the same moment one does it: each takes the lock of the one row of `node` first.
    """
    session.execute(select(Node.id).with_for_update())
    if first_workspace(session) is not None:
        return None
    return make_owner_link(session, ids, now, make_workspace(session, ids, now, FIRST_NAME))


def new_owner_link(session: Session, ids: Callable[[], int], now: datetime) -> str:
    """The token of a new owner's link into the first workspace, which is made where there is none."""
    token = first_start(session, ids, now)
    if token is None:
        workspace = first_workspace(session)
        assert workspace is not None
        token = make_owner_link(session, ids, now, workspace)
    return token
