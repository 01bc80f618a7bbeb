"""The only wiring: `build` puts everything together; `App.run` polls, `App.serve` takes the webhook."""

import asyncio
import os
import signal
import socket
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import IO

import structlog
from telegram.error import Forbidden, InvalidToken, TelegramError

from bot.documents.made_documents import maker
from bot.running import single_instance
from bot.running.jobs import Do, Jobs
from bot.running.leader import Leader
from bot.running.patience import Patience
from bot.running.runner import Clock, Committed, Runner, TurnHandler
from bot.running.runner_shared import SharedRunner
from bot.running.runner_single import SingleRunner
from bot.running.transactions import Transactions
from bot.settings import Settings, SettingsError
from bot.sweeps.purge import purge
from bot.sweeps.ticks import Sweep, Ticks
from bot.telegram.answers import Answers
from bot.telegram.api import TelegramApi
from bot.telegram.limits import Limiter
from bot.telegram.marks import Marks
from bot.telegram.menu import publish_menu
from bot.telegram.receive import ALLOWED_UPDATES, Poller, Receiver
from bot.telegram.send import Sender
from bot.web.listen import make_listener, open_socket
from bot.web.site import make_site, secret_of, webhook_path
from crm.ids import IdMaker
from crm.store.database import Database
from crm.store.file_store import FileStore, open_file_store
from crm.store.inbox import OpenEntry
from crm.store.migrate import upgrade_once
from crm.store.nodes import next_node

log = structlog.get_logger(__name__)


def real_clock() -> datetime:
    return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What the turns are made with."""

    settings: Settings
    database: Database
    ids: IdMaker
    clock: Clock
    bot_id: int
    bot_name: str


@dataclass(frozen=True, slots=True)
class Parts:
    """What the bot does, apart from how it is run. menu: language ("" for all others) -> command -> description."""

    handler: TurnHandler
    sweeps: Sequence[Sweep] = ()
    menu: Mapping[str, Mapping[str, str]] | None = None
    jobs: Mapping[str, Do] = field(default_factory=dict)


MakeParts = Callable[[Surroundings], Parts]
Run = Callable[[], Awaitable[None]]


def build(settings: Settings, make_parts: MakeParts, clock: Clock = real_clock) -> "App":
    """Opens the database and brings it up to date. Raises SettingsError, DatabaseAwayError; each is one line."""
    files = _open_files(settings.handslag_files)
    database = Database(settings.database_url, pool_size=settings.handslag_workers + 4)
    lock = single_instance.hold(Path(database.url.database or "")) if database.is_sqlite else None
    database.check()
    upgrade_once(database)
    with database.begin() as session:
        ids = IdMaker(next_node(session), clock)
    return App(settings, make_parts, clock, database, ids, lock, files)


def _open_files(where: str) -> FileStore | None:
    try:
        return open_file_store(where)
    except (ValueError, OSError) as error:
        raise SettingsError(f"HANDSLAG_FILES {error}") from None


class App:
    """One process of the bot. Everything that runs in it is made in `_wire`."""

    def __init__(
        self,
        settings: Settings,
        make_parts: MakeParts,
        clock: Clock,
        database: Database,
        ids: IdMaker,
        lock: IO[str] | None,
        files: FileStore | None = None,
    ) -> None:
        self._settings = settings
        self._make_parts = make_parts
        self._clock = clock
        self.database = database
        self._ids = ids
        self._lock = lock
        self._files = files
        self._api = TelegramApi(settings.token, settings.telegram_api_url)
        self._transactions = Transactions(database, threads=settings.handslag_workers + 2)
        self._stop = asyncio.Event()
        self._ticks: Ticks | None = None
        self._loop: asyncio.AbstractEventLoop | None = None

    def run(self) -> None:
        """Long polling, until SIGTERM or SIGINT. Raises SettingsError for a token that Telegram refuses."""
        asyncio.run(self.live())

    def serve(self) -> None:
        """The webhook, until SIGTERM or SIGINT. Raises SettingsError as `run`, and where it cannot listen."""
        asyncio.run(self.live(open_socket(self._settings.handslag_host, self._settings.handslag_port)))

    def _wire(self, bot_name: str, polling: bool) -> "_Wired":
        settings, transactions, clock = self._settings, self._transactions, self._clock
        bot_id = settings.bot_id
        parts = self._make_parts(Surroundings(settings, self.database, self._ids, clock, bot_id, bot_name))
        answers = Answers(self._api)
        marks = Marks(transactions, bot_id, clock, parts.handler.on_blocked)
        limiter = Limiter(settings.limits if settings.handslag_limits else None)
        sender = Sender(
            self._api,
            transactions,
            marks,
            limiter,
            bot_id,
            alone=self.database.is_sqlite,
            files=self._files,
            make=maker(self.database),
        )

        def on_committed(committed: Committed) -> None:
            sender.wake()
            answers.give(committed.answers)

        runner: Runner
        if self.database.is_sqlite:
            runner = SingleRunner(transactions, parts.handler, bot_id, clock, on_committed)
        else:
            workers = settings.handslag_workers
            runner = SharedRunner(transactions, parts.handler, bot_id, clock, workers, on_committed)

        def on_swept(received: Sequence[OpenEntry]) -> None:
            runner.add(received)
            sender.wake()

        fetch = self._api.download
        jobs = Jobs(transactions, bot_id, clock, self._ids, fetch, parts.jobs, on_swept, self._files)
        receiver = Receiver(transactions, bot_id, clock, self._ids, answers, runner.add)
        ticks = self._ticks = Ticks(transactions, [*parts.sweeps, purge], clock, on_swept)
        menu = partial(publish_menu, self._api, parts.menu or {})
        arrival = Poller(self._api, receiver).run if polling else self._announce_webhook
        lead: Run = partial(_together, sender.run, ticks.run, jobs.run, arrival, menu)
        if not self.database.is_sqlite:  # there the lock on the file says already who leads
            name = f"{socket.gethostname()}:{os.getpid()}"
            lead = Leader(transactions, bot_id, name, clock, lead).run
        return _Wired(runner, lead, receiver, answers)

    async def live(self, web: socket.socket | None = None) -> None:
        """What `run` and `serve` do, on the event loop that runs already. web: where to take the webhook."""
        loop = self._loop = asyncio.get_running_loop()
        for number in (signal.SIGTERM, signal.SIGINT):
            loop.add_signal_handler(number, self.stop)
        try:
            bot_name = await _unless(self._stop, self._ask_name())
            if bot_name is not None:
                await self._work(self._wire(bot_name, polling=web is None), web)
        finally:
            await self._api.close()
            self._transactions.close()
            self.database.close()
            if self._lock:
                self._lock.close()
            log.info("stopped")

    def stop(self) -> None:
        """`live` ends within ten seconds."""
        self._stop.set()

    def look_now(self) -> None:
        """Sweeps without waiting for the next tick, since the clock was moved; from whichever thread."""
        if self._loop is not None and self._ticks is not None:
            asyncio.run_coroutine_threadsafe(self._ticks.tick(), self._loop)

    async def _work(self, wired: "_Wired", web: socket.socket | None) -> None:
        """Until told to stop; then the turns in hand are finished, what is on its way is sent, and that is it."""
        running = asyncio.create_task(keep(wired.runner.run))
        leading = asyncio.create_task(keep(wired.lead))
        listener = web and make_listener(
            make_site(self._settings.bot_id, self._secret(), wired.receiver.store, self._is_ready)
        )
        listening = listener and asyncio.create_task(listener.serve(sockets=[web]))  # type: ignore[list-item]
        log.info("started", bot=self._settings.bot_id)
        await self._stop.wait()
        log.info("stopping")
        if listener and listening:
            listener.should_exit = True
            await asyncio.wait([listening], timeout=2)
        wired.runner.stop()
        await asyncio.wait([running], timeout=4)
        leading.cancel()
        await asyncio.wait([leading], timeout=3)
        await wired.answers.finish()

    async def _ask_name(self) -> str:
        """The bot's user name. Waits for as long as Telegram cannot be reached."""
        patience = Patience(first=0.5)
        while True:
            try:
                return str((await self._api.call("getMe"))["username"])
            except (InvalidToken, Forbidden):
                raise SettingsError("TELEGRAM_BOT_TOKEN is refused by Telegram") from None
            except TelegramError as error:
                log.warning("Telegram cannot be reached", error=type(error).__name__)
                await patience.wait()

    async def _announce_webhook(self) -> None:
        url = self._settings.handslag_webhook_url
        if url is None:
            return
        arguments = {
            "url": url + webhook_path(self._settings.bot_id),
            "secret_token": self._secret(),
            "allowed_updates": ALLOWED_UPDATES,
        }
        patience = Patience(first=0.5)
        while True:
            try:
                await self._api.call("setWebhook", arguments)
                return
            except TelegramError as error:
                log.warning("the webhook could not be set", error=type(error).__name__)
                await patience.wait()

    def _secret(self) -> str:
        return self._settings.webhook_secret or secret_of(self._settings.token)

    async def _is_ready(self) -> bool:
        try:
            async with asyncio.timeout(3):
                await asyncio.to_thread(self.database.check)
        except Exception:
            return False
        return True


@dataclass(frozen=True, slots=True)
class _Wired:
    runner: Runner
    lead: Run
    receiver: Receiver
    answers: Answers


async def keep(run: Run) -> None:
    """Runs it again when it fails: a mistake in one part must not end the others, and is told in the log."""
    patience = Patience()
    while True:
        try:
            return await run()
        except Exception as error:
            log.error("a part of the bot failed and is started again", error=error)
            await patience.wait()


async def _together(*runs: Run) -> None:
    async with asyncio.TaskGroup() as tasks:
        for run in runs:
            tasks.create_task(keep(run))


async def _unless(stop: asyncio.Event, wanted: Awaitable[str]) -> str | None:
    """None: told to stop first."""
    asking, stopping = asyncio.ensure_future(wanted), asyncio.ensure_future(stop.wait())
    await asyncio.wait((asking, stopping), return_when=asyncio.FIRST_COMPLETED)
    stopping.cancel()
    if asking.done():
        return asking.result()
    asking.cancel()
    return None
