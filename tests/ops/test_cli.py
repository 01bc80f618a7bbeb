"""The command line as whoever runs the bot meets it: one clear line and exit code 2 for what they can put right."""

import json
import os
import re
import signal
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from bot.simulator.running import Running, serve
from bot.simulator.world import World
from crm.access import Role
from crm.models import Member
from crm.store.database import Database
from tests.factories import add_lead, add_member, add_workspace

ROOT = Path(__file__).parents[2]
Handslag = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def world() -> World:
    return World()


@pytest.fixture
def telegram(world: World) -> Iterator[Running]:
    with serve(world) as running:
        yield running


@pytest.fixture
def environment(world: World, telegram: Running, tmp_path: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("HANDSLAG")}
    return kept | {
        "PYTHONPATH": str(ROOT),
        "TELEGRAM_API_URL": telegram.url,
        "TELEGRAM_BOT_TOKEN": world.token,
        "DATABASE_URL": f"sqlite:///{tmp_path}/handslag.db",
        "HANDSLAG_BACKUP_FOLDER": str(tmp_path / "backups"),
        "COLUMNS": "200",
    }


@pytest.fixture
def handslag(environment: dict[str, str], tmp_path: Path) -> Handslag:
    """handslag("backup", "x.gz", DATABASE_URL="…") -> what came of it."""

    def call(*arguments: str, stdin: str = "", **changed: str | None) -> subprocess.CompletedProcess[str]:
        merged = {**environment, **changed}
        return subprocess.run(
            [sys.executable, "-c", "from bot.cli import main; main()", *arguments],
            cwd=tmp_path,
            env={name: value for name, value in merged.items() if value is not None},
            input=stdin,
            capture_output=True,
            text=True,
            timeout=60,
        )

    return call


def complaint(done: subprocess.CompletedProcess[str]) -> str:
    """The one line on standard error."""
    assert done.returncode == 2, done.stdout + done.stderr
    lines = [line for line in done.stderr.splitlines() if line.startswith("handslag: ")]
    assert len(lines) == 1
    assert "Traceback" not in done.stderr
    return lines[0]


def test_a_missing_token_is_one_line(handslag: Handslag) -> None:
    assert complaint(handslag("run", TELEGRAM_BOT_TOKEN=None)) == "handslag: TELEGRAM_BOT_TOKEN is not set"


def test_a_wrong_setting_is_one_line(handslag: Handslag) -> None:
    assert "HANDSLAG_OWNERS" in complaint(handslag("run", HANDSLAG_OWNERS="anna"))


def test_a_refused_token_is_one_line_without_the_token(handslag: Handslag) -> None:
    wrong = "7000000001:another-token-that-nobody-knows"
    for command in ("run", "owner-link"):
        said = complaint(handslag(command, TELEGRAM_BOT_TOKEN=wrong))
        assert "refused" in said
        assert wrong not in said


def test_serving_without_an_address_is_one_line(handslag: Handslag) -> None:
    assert "HANDSLAG_WEBHOOK_URL is not set" in complaint(handslag("serve"))


@pytest.mark.parametrize("command", ["run", "migrate", "export leads", "backup b.gz", "restore b.gz"])
@pytest.mark.parametrize(
    "url",
    ["postgresql://nobody:secret@127.0.0.1:1/nothing", "mysql://localhost/x", "sqlite:////proc/no/x.db"],
)
def test_a_database_that_cannot_be_had_is_one_line(handslag: Handslag, command: str, url: str) -> None:
    assert "secret" not in complaint(handslag(*command.split(), DATABASE_URL=url))


def test_a_file_that_is_no_database_is_one_line(handslag: Handslag, tmp_path: Path) -> None:
    (tmp_path / "handslag.db").write_text(
        "a letter to my aunt, and long enough not to be taken for anything else" * 20
    )
    assert "database" in complaint(handslag("run"))


def test_a_locked_database_is_one_line(handslag: Handslag, tmp_path: Path) -> None:
    holder = sqlite3.connect(tmp_path / "handslag.db", isolation_level=None)
    holder.execute("CREATE TABLE x (y)")
    holder.execute("BEGIN EXCLUSIVE")
    assert "locked" in complaint(handslag("run"))
    holder.close()


def test_the_first_start_prints_the_link_by_which_the_owner_comes_in(
    environment: dict[str, str], world: World, tmp_path: Path
) -> None:
    olga = world.add_user("Olga")
    bot = subprocess.Popen(
        [sys.executable, "-c", "from bot.cli import main; main()", "run"],
        cwd=tmp_path,
        env=environment,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        assert bot.stdout is not None
        found = re.search(r"https://t\.me/\S+", bot.stdout.readline())
        assert found is not None
        olga.follows(found.group())
        olga.waits_for()
    finally:
        bot.send_signal(signal.SIGTERM)
    assert bot.wait(10) == 0
    database = Database(environment["DATABASE_URL"])
    with database.read() as session:
        assert session.scalars(select(Member.role)).all() == [Role.OWNER]
    database.close()


def test_a_new_owner_link_takes_back_the_last_one(handslag: Handslag, tmp_path: Path) -> None:
    first, second = (handslag("owner-link").stdout for _ in range(2))
    assert first.count("?start=") == second.count("?start=") == 1
    with sqlite3.connect(tmp_path / "handslag.db") as connection:
        assert connection.execute("SELECT uses_left FROM invite ORDER BY id").fetchall() == [(0,), (1,)]


def test_exporting_from_a_database_that_is_not_there_makes_none(handslag: Handslag, tmp_path: Path) -> None:
    assert "there is no database" in complaint(handslag("export", "leads"))
    assert not (tmp_path / "handslag.db").exists()


def test_leads_come_out_as_lines(handslag: Handslag, environment: dict[str, str]) -> None:
    handslag("migrate")
    database = Database(environment["DATABASE_URL"])
    with database.begin() as session:
        add_lead(session, add_member(session, add_workspace(session)), "Jürgen 🔥")
    database.close()
    assert json.loads(handslag("export", "leads").stdout)["name"] == "Jürgen 🔥"
    assert "Jürgen 🔥" in handslag("export", "leads", "--format", "csv").stdout


def test_messages_come_out_understood(handslag: Handslag) -> None:
    asked = {
        "id": "1",
        "text": "Klaus Berger, k@bosch.example",
        "now": "2026-03-10T09:00",
        "tz": "Europe/Amsterdam",
    }
    answered = json.loads(handslag("extract", stdin=json.dumps(asked) + "\n").stdout)
    assert answered["fields"]["emails"] == ["k@bosch.example"]


def test_a_backup_is_restored_from_the_command_line(handslag: Handslag, tmp_path: Path) -> None:
    handslag("owner-link")
    assert handslag("backup", "b.gz").returncode == 0
    assert "--force" in complaint(handslag("restore", "b.gz"))
    elsewhere = f"sqlite:///{tmp_path}/other.db"
    assert handslag("restore", "b.gz", DATABASE_URL=elsewhere).returncode == 0
    with sqlite3.connect(tmp_path / "other.db") as connection:
        assert connection.execute("SELECT count(*) FROM invite").fetchone() == (1,)


def test_restoring_under_a_running_bot_is_refused(
    handslag: Handslag, environment: dict[str, str], world: World, tmp_path: Path
) -> None:
    handslag("owner-link")
    handslag("backup", "b.gz")
    bot = subprocess.Popen(
        [sys.executable, "-c", "from bot.cli import main; main()", "run"], cwd=tmp_path, env=environment
    )
    try:
        world.wait_for(lambda: world.polls > 0, 30)
        assert "runs" in complaint(handslag("restore", "b.gz", "--force"))
        assert "runs" in complaint(handslag("run"))
    finally:
        bot.send_signal(signal.SIGTERM)
        bot.wait(10)


def test_help_names_every_command(handslag: Handslag) -> None:
    said = handslag("--help").stdout
    for (
        command
    ) in "run serve demo migrate extract export import backup restore doctor bench owner-link".split():
        assert command in said


def test_help_loads_none_of_the_libraries(handslag: Handslag) -> None:
    code = "import sys, bot.cli; print(*(sys.modules.keys() & {'telegram', 'sqlalchemy', 'pydantic', 'holidays'}))"
    loaded = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert loaded.stdout.strip() == ""


def test_the_demo_takes_the_next_port_and_ends_cleanly(environment: dict[str, str], tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        demo = subprocess.Popen(
            [sys.executable, "-c", "from bot.cli import main; main()", "demo", "--port", str(port)],
            cwd=tmp_path,
            env=environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        assert demo.stdout is not None
        line = demo.stdout.readline()
        demo.send_signal(signal.SIGINT)
        _, errors = demo.communicate(timeout=15)
    assert re.search(r"http://127\.0\.0\.1:\d+ ", line)
    assert f":{port} " not in line
    assert (demo.returncode, errors) == (0, "")
