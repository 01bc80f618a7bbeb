"""The processes that are measured: the simulated Telegram, the bot, the bare echo."""

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

_RESIDENT = "VmRSS:"


class Telegram:
    """The other process; `ask` gives it an order and waits for what it says."""

    def __init__(self, process: "subprocess.Popen[str]") -> None:
        self._process = process
        said = self._read()
        self.url, self.token, self.people = str(said["url"]), str(said["token"]), list(said["people"])

    def ask(self, do: str, **arguments: Any) -> dict[str, Any]:
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps({"do": do, **arguments}) + "\n")
        self._process.stdin.flush()
        return self._read()

    def _read(self) -> dict[str, Any]:
        assert self._process.stdout is not None
        return dict(json.loads(self._process.stdout.readline()))


@contextmanager
def telegram() -> Iterator[Telegram]:
    process = subprocess.Popen(
        [sys.executable, "-m", "bot.bench.telegram_process"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Telegram(process)
    finally:
        process.kill()
        process.wait()


@contextmanager
def running(arguments: list[str], telegram: Telegram, **environment: str) -> Iterator["Bot"]:
    """A bot that polls already."""
    started = time.time()
    process = subprocess.Popen(
        [sys.executable, *arguments],
        env=os.environ | environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        yield Bot(process.pid, telegram.ask("poll")["at"] - started)
    finally:
        process.send_signal(signal.SIGTERM)
        try:
            process.wait(15)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()


@contextmanager
def handslag(telegram: Telegram, database_url: str) -> Iterator["Bot"]:
    """The bot as `handslag run` runs it; everybody in the simulated Telegram is an owner. Limits on sending lifted."""
    with running(
        ["-c", "from bot.cli import main; main()", "run"],
        telegram,
        TELEGRAM_API_URL=telegram.url,
        TELEGRAM_BOT_TOKEN=telegram.token,
        DATABASE_URL=database_url,
        HANDSLAG_OWNERS=",".join(map(str, telegram.people)),
        HANDSLAG_LIMITS="false",
        HANDSLAG_BACKUP_COUNT="0",
        HANDSLAG_LOG_LEVEL="ERROR",
    ) as bot:
        yield bot


class Bot:
    """start_seconds: from the start of the process to its first poll."""

    def __init__(self, pid: int, start_seconds: float) -> None:
        self._pid = pid
        self.start_seconds = start_seconds

    @property
    def resident_mb(self) -> float:
        return resident_mb(self._pid)


def resident_mb(pid: int | str) -> float:
    """Resident memory of that process, or of "self", now, in MB."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith(_RESIDENT):
            return int(line.split()[1]) / 1024
    raise ProcessLookupError(pid)
