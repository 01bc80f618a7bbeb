"""How SQLite, which keeps no statistics here, carries out what is read: whether it goes through a whole workspace."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Engine, event

_WHOLE = re.compile(
    r"SEARCH (reach|account|account_contact|contact|opportunity|activity|follow_up|file|change|turn|inbox)\b"
    r".*\((workspace_id|bot_id)=\?( AND closed_at.*)?\)"
)


class Plans(dict[str, list[str]]):
    """By statement."""

    def whole(self) -> dict[str, list[str]]:
        """Those that read all of a workspace, all that its team closed, or all that a bot ever got."""
        return {statement: plan for statement, plan in self.items() if any(map(_WHOLE.match, plan))}


@contextmanager
def watched() -> Iterator[Plans]:
    """Explains each SELECT that is carried out within."""
    plans = Plans()

    def explain(connection: Any, _: Any, statement: str, parameters: Any, *__: Any) -> None:
        if statement.startswith("SELECT"):
            raw = connection.connection.driver_connection
            plans[statement] = [row[3] for row in raw.execute(f"EXPLAIN QUERY PLAN {statement}", parameters)]

    event.listen(Engine, "after_cursor_execute", explain)
    try:
        yield plans
    finally:
        event.remove(Engine, "after_cursor_execute", explain)
