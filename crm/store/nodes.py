"""A number for each start of a process, so that ids which two of them make at the same moment differ."""

from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.orm import Session

from crm.ids import NODES
from crm.models import Node
from crm.store.inbox import is_postgresql


def next_node(session: Session) -> int:
    """Counted up for each start, from 0 to NODES - 1 and round again."""
    insert = postgresql.insert if is_postgresql(session) else sqlite.insert
    statement = insert(Node).values(id=1, starts=1)
    statement = statement.on_conflict_do_update(index_elements=[Node.id], set_={"starts": Node.starts + 1})
    return int(session.execute(statement.returning(Node.starts)).scalar_one()) % NODES
