"""What the bot does, put together for bot/app.py: the turns, the sweeps, the menu."""

import json

from bot.app import Parts, Surroundings
from bot.chat import Incoming
from bot.daily_backup import DailyBackup
from bot.digests import make_digests
from bot.fair_ends import make_fair_ends
from bot.menu import make_menu
from bot.reminders import make_reminders
from bot.telegram.convert import to_incoming
from bot.ticks import Sweep
from bot.turn import TurnHandler
from crm.capture.read import warm_up
from crm.models import Inbox


def make_parts(around: Surroundings) -> Parts:
    warm_up()
    handler = TurnHandler(
        read=read_entry,
        clock=around.clock,
        ids=around.ids,
        owners=frozenset(around.settings.handslag_owners),
        bot_username=around.bot_name,
    )
    settings = around.settings
    backups = DailyBackup(around.database, settings.handslag_backup_folder, settings.handslag_backup_count)
    bot_id, ids = around.bot_id, around.ids
    sweeps: list[Sweep] = [
        make_reminders(bot_id, ids),
        make_digests(bot_id, ids),
        make_fair_ends(bot_id, ids),
        backups,
    ]
    return Parts(handler=handler, sweeps=sweeps, menu=make_menu())


def read_entry(entry: Inbox) -> Incoming | None:
    """The stored update. Raises UnreadableEntryError."""
    return to_incoming(json.loads(entry.payload), entry.bot_id, entry.received_at)
