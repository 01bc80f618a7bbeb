"""All whom a digest told of as met at one's accounts, a page at a time."""

from dataclasses import replace
from datetime import date

from bot.callback import Tap
from bot.cards.met import MET, met_label
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list, shown_of
from bot.chat import Bold, t
from bot.context import Context
from bot.room import Replies, Room
from crm.store.account_news import met_in_digest


def _on_met(ctx: Context, tap: Tap) -> Replies:
    """arg: the day of the digest; with a page where the list itself was tapped, which then turns in place."""
    said, turns, number = tap.arg.partition(".")
    try:
        found = met_in_digest(ctx.work.session, ctx.who, date.fromisoformat(said))
    except ValueError:
        found = []
    if not found:
        ctx.toast = t("passed")
        return []
    page = min(read_page(number), (len(found) - 1) // PAGE)
    here = Tap(MET, arg=f"{said}.{page}")
    shown = found[page * PAGE : (page + 1) * PAGE]
    turning = page_buttons(
        replace(here, arg=f"{said}.{page - 1}") if page else None,
        replace(here, arg=f"{said}.{page + 1}") if len(found) > (page + 1) * PAGE else None,
    )
    return [
        row_list(
            (Bold(t("met-who")), shown_of(page, len(shown), len(found))),
            [one.lead for one in shown],
            labels=[met_label(one) for one in shown],
            here=here,
            more=(turning,),
            edits=ctx.incoming.message_id if turns else None,
        )
    ]


ROOM = Room(taps={MET: _on_met})
