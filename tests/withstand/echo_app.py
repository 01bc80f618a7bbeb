"""The smallest bot on the real path: every text becomes a lead, and is said back. Run as a process of its own.

With --real the turns are those of the real bot.
"""

import json
import signal
import sys
import threading
from datetime import UTC, datetime

from sqlalchemy import text

from bot.app import Parts, Surroundings, build
from bot.chat import CallbackAnswer, Kind
from bot.logs import set_up_logs
from bot.parts import make_parts as parts_of_the_real_bot
from bot.settings import SettingsError, load_settings
from bot.telegram.convert import to_incoming
from crm.models import Inbox, Lead
from crm.store.database import Database, DatabaseAwayError, Session
from crm.store.outbox import enqueue

WORKSPACE_ID = 1
MEMBER_ID = 2
POISON = "poison"


class Echo:
    """One lead and one reply a text. A text that begins with POISON fails."""

    def __init__(self, around: Surroundings) -> None:
        self._around = around

    def handle(self, session: Session, entry: Inbox) -> list[CallbackAnswer]:
        incoming = to_incoming(json.loads(entry.payload), entry.bot_id, entry.received_at)
        if incoming is None or incoming.kind not in (Kind.TEXT, Kind.TAP):
            return []
        if incoming.text.startswith(POISON):
            raise RuntimeError(incoming.text)
        session.add(
            Lead(
                workspace_id=WORKSPACE_ID,
                id=self._around.ids(),
                holder_id=MEMBER_ID,
                note=incoming.text,
                created_at=entry.received_at,
            )
        )
        self._reply(session, entry, incoming.chat_id, incoming.text, "reply")
        return [CallbackAnswer(incoming.query_id)] if incoming.query_id else []

    def on_trouble(self, session: Session, entry: Inbox, parked: bool) -> None:
        chat_id = int(entry.lane[1:])
        self._reply(session, entry, chat_id, "parked" if parked else "not yet", f"trouble-{parked}")

    def on_blocked(self, session: Session, chat_id: int) -> None:
        """Nobody is told here."""

    def _reply(self, session: Session, entry: Inbox, chat_id: int, text: str, key: str) -> None:
        enqueue(
            session,
            id=self._around.ids(),
            bot_id=entry.bot_id,
            chat_id=chat_id,
            workspace_id=WORKSPACE_ID,
            idempotency_key=f"{entry.id}-{key}",
            body={"text": text.replace("<", "&lt;")},
            links=[],
            created_at=datetime.now(UTC),
        )


def make_parts(around: Surroundings) -> Parts:
    return Parts(Echo(around))


def fill_the_disk(database: Database, pages_left: int) -> None:
    """From now on the file may grow by that many pages only; SIGUSR1 takes the limit away."""

    def limit(pages: int) -> None:
        with database.begin() as session:
            session.execute(text(f"PRAGMA max_page_count = {pages}"))

    with database.begin() as session:
        now = int(session.execute(text("PRAGMA page_count")).scalar_one())
    limit(now + pages_left)
    signal.signal(signal.SIGUSR1, lambda *_: threading.Thread(target=limit, args=(1 << 30,)).start())


def main() -> int:
    """As cli.py does: one clear line and 2 where it cannot start."""
    try:
        settings = load_settings()
        set_up_logs(settings.handslag_log_level, as_json=True)
        app = build(settings, parts_of_the_real_bot if "--real" in sys.argv else make_parts)
        if sys.argv[1:2] == ["--pages-left"]:
            fill_the_disk(app.database, int(sys.argv[2]))
        app.run()
    except (SettingsError, DatabaseAwayError) as error:
        sys.stderr.write(f"handslag: {error}\n")
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())
