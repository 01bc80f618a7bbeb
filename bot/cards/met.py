"""Whom colleagues met of one's accounts, as far as it was kept for the digest."""

from collections.abc import Sequence
from datetime import date

from bot.callback import encode
from bot.cards.lead import title_line
from bot.chat import Button, Joined, Value, t
from crm.store.account_news import Met

MET = "met"
MET_NAMED = 3


def met_lines(met: Sequence[Met]) -> list[Value]:
    """ "Met at your accounts: Anna Roth · Bosch (Tom), 2 more"."""
    if not met:
        return []
    more = t("digest-more", count=len(met) - MET_NAMED) if len(met) > MET_NAMED else None
    return [t("digest-met", names=Joined((*(met_label(one) for one in met[:MET_NAMED]), more), ", "))]


def met_button(met: Sequence[Met], day: date) -> Button:
    """To all of them, in a message of its own: the digest stays. day: of the digest."""
    return Button(t("button-met", count=len(met)), encode(MET, arg=day.isoformat()))


def met_label(one: Met) -> Value:
    return t("list-of-member", lead=title_line(one.lead), member=one.colleague)
