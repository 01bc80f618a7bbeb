"""/currency: the currency of reports and pictures, and what others are worth in it: "/currency EUR", "/currency USD 0.92"."""

from decimal import Decimal, InvalidOperation

from bot.chat import Bold, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.errors import Refused
from crm.store.rates import rates_of
from crm.usecases.set_rates import is_currency, set_currency, set_rate

_SHOWN = 4


def _on_command(ctx: Context) -> Replies:
    words = ctx.said.upper().replace("=", " ").split()
    if not words:
        return [_shown(ctx)]
    if not is_currency(words[0]) or len(words) > 2:
        raise Refused("not-a-currency")
    if len(words) == 1:
        set_currency(ctx.work, ctx.access, ctx.workspace, words[0])
    else:
        set_rate(ctx.work, ctx.access, words[0], _worth(words[1]))
    ctx.work.session.flush()
    return [_shown(ctx)]


def _worth(text: str) -> Decimal:
    try:
        return Decimal(text.replace(",", "."))
    except InvalidOperation:
        raise Refused("rate-bounds") from None


def _shown(ctx: Context) -> Reply:
    rates = rates_of(ctx.work.session, ctx.workspace)
    lines: list[Value] = [
        t("rates-line", currency=currency, worth=worth, own=rates.own)
        for currency, worth in list(rates.of.items())[:_SHOWN]
    ]
    return Reply((Bold(t("rates-own", currency=rates.own)), *lines, t("rates-how")))


ROOM = Room(commands={"currency": _on_command})
