"""The command line. Each command imports what it needs when it is called, so that --help is there at once."""

import sys
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from bot.settings import Settings

app = typer.Typer(
    name="handslag",
    help="The CRM a salesperson talks to: a Telegram bot that turns one message into a lead.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


class What(StrEnum):
    LEADS = "leads"
    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    OPPORTUNITIES = "opportunities"
    ACTIVITIES = "activities"
    FOLLOW_UPS = "follow-ups"
    FILES = "files"


class Format(StrEnum):
    JSONL = "jsonl"
    CSV = "csv"
    XLSX = "xlsx"
    VCF = "vcf"


@app.command()
def run() -> None:
    """Run the bot by long polling. The first start prints the link by which the owner comes in."""
    settings = _settings_of_a_server()
    from bot.running.start import run as run_bot

    run_bot(settings)


@app.command()
def serve() -> None:
    """Run the bot by webhook (HANDSLAG_WEBHOOK_URL), with /healthz and /readyz."""
    settings = _settings_of_a_server(webhook=True)
    from bot.running.start import serve as serve_bot

    serve_bot(settings)


@app.command()
def demo(
    port: Annotated[
        int, typer.Option(help="Where the chat page is; the next free one where it is taken.")
    ] = 8080,
) -> None:
    """Try the bot in the browser, with example leads, without a token."""
    from bot.demo import run as run_demo

    run_demo(port)


@app.command("owner-link")
def owner_link() -> None:
    """Print a new link that makes whoever opens it first an owner; earlier ones open nothing any more."""
    from bot.command_line.owner_link import make_link
    from bot.settings import load_settings

    make_link(load_settings())


@app.command()
def migrate() -> None:
    """Bring the database up to date (`run` and `serve` do so by themselves)."""
    from bot.settings import load_database_url
    from crm.store.database import Database
    from crm.store.migrate import upgrade_once

    database = Database(load_database_url())
    database.check()
    upgrade_once(database)
    database.close()
    typer.echo("handslag: the database is up to date")


@app.command()
def export(
    what: Annotated[What, typer.Argument()],
    form: Annotated[Format, typer.Option("--format")] = Format.JSONL,
) -> None:
    """Write all rows of a kind, of all workspaces, to standard output. vcf: leads and contacts only."""
    from bot.command_line.export_out import export_out

    export_out(what.value, form.value)


class ImportedBlock(StrEnum):
    LEADS = "leads"
    ACCOUNTS = "accounts"
    CONTACTS = "contacts"
    OPPORTUNITIES = "opportunities"


@app.command("import")
def import_(
    file: Annotated[Path | None, typer.Argument(help="CSV or .xlsx.")] = None,
    member: Annotated[str | None, typer.Option(help="For whom: name or Telegram number.")] = None,
    block: Annotated[
        ImportedBlock | None, typer.Option(help="What the rows are; else it is guessed.")
    ] = None,
    update: Annotated[bool, typer.Option("--update", help="Update rows that match, else skip them.")] = False,
    check: Annotated[bool, typer.Option("--check", help="Only say what would happen.")] = False,
    bad: Annotated[Path | None, typer.Option(help="Where to write rows that do not fit.")] = None,
    undo: Annotated[str | None, typer.Option(help="Take this import back, whole.")] = None,
) -> None:
    """Import a CSV or Excel file for a member, of any size, also while the bot runs."""
    from bot.command_line.import_in import Wanted, import_in, undo_in
    from bot.settings import SettingsError
    from crm.store.exporting.sheets import BLOCK_OF

    if undo is not None:
        undo_in(undo)
        return
    if file is None or member is None:
        raise SettingsError("handslag import FILE --member NAME, or --undo IMPORT")
    import_in(Wanted(file, member, BLOCK_OF[block.value] if block else None, update, check, bad))


@app.command()
def extract() -> None:
    """Read messages as JSON lines {"id","text","now","tz","region"}, write what is understood as JSON lines."""
    from bot.command_line.extract import extract_lines

    for line in extract_lines(sys.stdin):
        typer.echo(line)


@app.command()
def backup(file: Path) -> None:
    """Write everything into FILE, also while the bot runs. It restores into SQLite and PostgreSQL alike."""
    from bot.settings import load_database_url
    from crm.store.backup import backup as write_backup
    from crm.store.existing import existing

    with existing(load_database_url()) as database:
        rows = write_backup(database, file)
    typer.echo(f"handslag: {rows} rows written to {file}")


@app.command()
def restore(
    file: Path,
    force: Annotated[bool, typer.Option("--force", help="Throw away what is in the database now.")] = False,
) -> None:
    """Fill the database from a backup. The bot must not run meanwhile."""
    from bot.command_line.restoring import restore_from

    typer.echo(f"handslag: {restore_from(file, force=force)} rows restored")


@app.command()
def doctor(
    requeue: Annotated[bool, typer.Option("--requeue", help="Try again what was given up.")] = False,
) -> None:
    """Check the set-up, and list what was given up. Exit code 1 where something is wrong."""
    from rich.console import Console

    from bot.command_line.doctor import examine
    from bot.settings import load_settings

    if not examine(load_settings(), Console(), requeue=requeue):
        raise typer.Exit(1)


@app.command()
def bench(
    quick: Annotated[
        bool, typer.Option("--quick", help="Smaller sizes: some minutes, not half an hour.")
    ] = False,
    postgresql: Annotated[
        str | None, typer.Option(help="URL of an empty database, to measure there too.")
    ] = None,
) -> None:
    """Measure this machine: the bot against a bare echo, a thousand leads against a million."""
    from bot.bench.report import run as run_bench

    run_bench(quick=quick, postgresql=postgresql)


def _settings_of_a_server(*, webhook: bool = False) -> "Settings":
    """Before the bot is loaded, so that what is wrong with them is said at once."""
    from bot.logs import set_up_logs
    from bot.settings import SettingsError, load_settings

    settings = load_settings()
    if webhook and settings.handslag_webhook_url is None:
        raise SettingsError("HANDSLAG_WEBHOOK_URL is not set")
    set_up_logs(settings.handslag_log_level, as_json=settings.handslag_log_json)
    return settings


def main() -> None:
    """The entry point. What whoever runs it can put right is one line on standard error and exit code 2."""
    try:
        app()
    except BrokenPipeError:
        sys.stderr.close()  # whoever read our output has gone; nothing more to say
        sys.exit(1)
    except Exception as error:
        line = _one_line(error)
        if line is None:
            raise
        sys.stderr.write(f"handslag: {line}\n")
        sys.exit(2)


def _one_line(error: Exception) -> str | None:
    """None: a mistake of ours, whose traceback is wanted."""
    from bot.settings import SettingsError
    from crm.store.backup import BackupError
    from crm.store.database import DatabaseAwayError, is_away

    if isinstance(error, SettingsError | DatabaseAwayError | BackupError):
        return str(error)
    if is_away(error):
        return f"the database cannot be used: {str(getattr(error, 'orig', error)).strip().splitlines()[0]}"
    return None
