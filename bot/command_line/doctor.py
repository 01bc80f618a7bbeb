"""`handslag doctor`: is the set-up sound, and what was given up? Never shows what anybody wrote."""

import shutil
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from bot.app import real_clock
from bot.command_line.stuck import imports_table, jobs_table, requeue_jobs, take_imports_on
from bot.running.runner import Clock
from bot.settings import Settings
from bot.telegram.check import ask_telegram
from crm.ids import IdMaker
from crm.models import Inbox, Outbox
from crm.store import health, inbox
from crm.store.database import Database, DatabaseAwayError
from crm.store.existing import must_exist
from crm.store.jobs import failed_jobs
from crm.store.migrate import is_current
from crm.store.nodes import next_node
from crm.store.stuck_imports import stuck_imports

_SKEW_SECONDS = 30
_FREE_BYTES = 500 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the report."""

    fine: bool
    what: str
    says: str


def examine(
    settings: Settings, console: Console, *, requeue: bool = False, clock: Clock = real_clock
) -> bool:
    """Prints what it finds; True where all is well. requeue: what was given up is tried again."""
    findings = [*_telegram(settings, clock), _disk(settings.handslag_backup_folder, "backups")]
    try:
        must_exist(settings.database_url)
        database = Database(settings.database_url)
        with closing(database):
            findings += _database(database)
            if findings[-1].fine:
                if requeue:
                    findings.append(_requeued(database, settings.bot_id, clock))
                findings += _left_lying(database, settings.bot_id, console)
    except DatabaseAwayError as error:
        findings.append(Finding(False, "database", str(error)))
    for finding in findings:
        mark = "[green]ok[/]" if finding.fine else "[red]wrong[/]"
        console.print(f"{mark:<16} {finding.what}: {escape(finding.says)}", highlight=False, soft_wrap=True)
    return all(finding.fine for finding in findings)


def _telegram(settings: Settings, clock: Clock) -> Iterator[Finding]:
    asked_at = clock()
    says = ask_telegram(settings)
    if says.bot_name is None:
        yield Finding(False, "token", says.problem or "Telegram cannot be reached")
        return
    yield Finding(True, "token", f"@{says.bot_name}")
    if says.at is None:
        yield Finding(True, "clock", "the server does not say its time")
        return
    answered_at = clock()
    middle = asked_at + (answered_at - asked_at) / 2
    off = (middle - says.at).total_seconds()
    fine = abs(off) <= _SKEW_SECONDS
    yield Finding(fine, "clock", "right" if fine else f"{off:+.0f} s off: reminders ring at wrong times")


def _disk(place: Path, purpose: str) -> Finding:
    folder = place.absolute()
    while not folder.is_dir():
        folder = folder.parent
    free = shutil.disk_usage(folder).free
    return Finding(free >= _FREE_BYTES, "disk", f"{free / 1e9:.1f} GB free for {purpose} ({place})")


def _database(database: Database) -> Iterator[Finding]:
    database.check()
    yield Finding(True, "database", f"{database.url.get_backend_name()}, can be written")
    if database.is_sqlite:
        yield _disk(Path(database.url.database or ""), "the database")
    current = is_current(database)
    says = "up to date" if current else "not up to date: `handslag migrate`, or start the bot"
    yield Finding(current, "migrations", says)


def _requeued(database: Database, bot_id: int, clock: Clock) -> Finding:
    with database.begin() as session:
        ids, now = IdMaker(next_node(session), clock), clock()
        entries, messages = health.requeue_all(session, bot_id)
        jobs = requeue_jobs(session, bot_id, now, ids)
        session.flush()
        imports = take_imports_on(session, bot_id, now, ids)
    says = f"{entries} parked entries, {messages} failed messages, {jobs} failed jobs, {imports} imports"
    return Finding(True, "requeued", says)


def _left_lying(database: Database, bot_id: int, console: Console) -> Iterator[Finding]:
    with database.read() as session:
        parked = inbox.parked(session, bot_id)
        failed = health.failed_messages(session, bot_id)
        open_entries, open_messages = health.waiting(session, bot_id)
        blocked = health.blocked_chats(session, bot_id)
        jobs, stuck = failed_jobs(session, bot_id), stuck_imports(session, bot_id)
    if parked:
        console.print(_parked_table(parked))
    if failed:
        console.print(_failed_table(failed))
    if jobs:
        console.print(jobs_table(jobs, _moment))
    if stuck:
        console.print(imports_table(stuck, _moment))
    yield _lying("inbox", f"{open_entries} waiting, {len(parked)} parked", len(parked))
    yield _lying("outbox", f"{open_messages} waiting, {len(failed)} failed", len(failed))
    yield _lying("jobs", f"{len(jobs)} failed", len(jobs))
    yield _lying(
        "imports",
        f"{len(stuck)} stand still, unless `handslag import` is at work" if stuck else "none stands still",
        len(stuck),
    )
    yield Finding(True, "chats", f"{blocked} blocked the bot (/team shows who)")


def _lying(what: str, says: str, count: int) -> Finding:
    return Finding(not count, what, f"{says}; `handslag doctor --requeue` tries again" if count else says)


def _parked_table(entries: list[Inbox]) -> Table:
    table = Table("entry", "came", "from", "tries", "error", title="Parked entries")
    for entry in entries:
        table.add_row(
            str(entry.id),
            _moment(entry.received_at),
            entry.source,
            str(entry.tries),
            escape(entry.error or ""),
        )
    return table


def _failed_table(messages: list[Outbox]) -> Table:
    table = Table("message", "made", "chat", "Telegram says", title="Failed messages")
    for row in messages:
        table.add_row(str(row.id), _moment(row.created_at), str(row.chat_id), escape(row.error or ""))
    return table


def _moment(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M} UTC"
