"""kill -9 while a file is imported, and while it is taken back: each row once, and others are answered meanwhile."""

from collections import Counter

from sqlalchemy import select

from bot.simulator.people import Person
from bot.simulator.world import World
from crm.access import Role
from crm.models import Lead, Reach
from crm.store.database import Database
from tests.factories import add_member, add_workspace
from tests.withstand.process import BotProcess, Launcher, end_the_lease

ROWS = 2500
_SECONDS = 60


def settle_in(database: Database, *people: Person) -> None:
    with database.begin() as session:
        workspace = add_workspace(session)
        for person in people:
            add_member(
                session, workspace, user_id=person.id, chat_id=person.id, name=person.name, role=Role.OWNER
            )


def standing(database: Database) -> Counter[str]:
    """The address of each lead that stands."""
    with database.read() as session:
        query = select(Reach.value).join(Lead, (Lead.id == Reach.lead_id)).where(Lead.deleted_at.is_(None))
        return Counter(session.scalars(query))


def restart(launcher: Launcher, database: Database) -> BotProcess:
    end_the_lease(database)
    return launcher.start_polling("--real")


def test_each_row_is_imported_once_and_taken_back_whole(
    launcher: Launcher, world: World, database: Database
) -> None:
    olga, tom = world.add_user("Olga"), world.add_user("Tom")
    settle_in(database, olga, tom)
    bot = launcher.start_polling("--real")
    addresses = [f"p{number}@firm{number}.example" for number in range(ROWS)]
    rows = "".join(f"Person {number},{address}\n" for number, address in enumerate(addresses))
    olga.sends_document(f"Name,Email\n{rows}".encode(), "leads.csv", "text/csv")
    olga.taps(olga.waits_for(f"{ROWS:,} rows", timeout=_SECONDS), "Check it")
    olga.taps(olga.waits_for(f"New leads: {ROWS:,}", timeout=_SECONDS), "Import")
    world.wait_for(lambda: 0 < len(standing(database)) < ROWS, _SECONDS)
    tom.says("Piet Bakker, Shell, piet@shell.example")
    tom.waits_for("Piet Bakker", timeout=_SECONDS)
    bot.kill()
    taken = len(standing(database))
    assert taken < ROWS, "it was killed too late to show anything"
    bot = restart(launcher, database)
    card = olga.waits_for(f"New leads: {ROWS:,}", timeout=_SECONDS)
    assert standing(database) == Counter([*addresses, "piet@shell.example"])
    olga.taps(card, "Undo")
    world.wait_for(lambda: len(standing(database)) < ROWS, _SECONDS)
    bot.kill()
    restart(launcher, database)
    olga.waits_for("Taken back", timeout=_SECONDS)
    assert standing(database) == Counter(["piet@shell.example"])
