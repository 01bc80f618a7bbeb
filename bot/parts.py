"""What the bot does, put together for bot/app.py: the turns, the sweeps, the menu."""

from bot.app import Parts, Surroundings
from bot.menu import make_menu
from bot.registry import REGISTRY
from bot.running.entries import read_entry
from bot.sweeps.daily_backup import DailyBackup
from bot.sweeps.digests import make_digests
from bot.sweeps.fair_ends import make_fair_ends
from bot.sweeps.reminders import make_reminders
from bot.sweeps.ticks import Sweep
from bot.turn import TurnHandler
from crm.capture.read import warm_up


def make_parts(around: Surroundings) -> Parts:
    warm_up()
    handler = TurnHandler(
        read=read_entry,
        clock=around.clock,
        ids=around.ids,
        owners=frozenset(around.settings.handslag_owners),
        bot_username=around.bot_name,
        stores_files=around.settings.handslag_files != "telegram",
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
    return Parts(handler=handler, sweeps=sweeps, menu=make_menu(), jobs=REGISTRY.jobs)
