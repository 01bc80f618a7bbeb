"""/agenda: overdue, today, this week, not followed up; each a list; and all of the last marked as mailed."""

from dataclasses import replace

from bot.callback import Tap, encode
from bot.cards.agenda import (
    OVERDUE,
    OWED,
    SECTIONS,
    TODAY,
    WEEK,
    agenda_card,
    count_of,
    item_label,
    section_name,
)
from bot.cards.buttons import undo_button
from bot.cards.lead import short_name
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list, shown_of
from bot.chat import Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.models import Lead
from crm.rules.calendar import ONE_DAY
from crm.store.agenda import AgendaItem, agenda_of, planned_items, week_end
from crm.store.not_followed_up import leads_not_followed_up, settled_since
from crm.usecases.mark_mailed import mark_mailed

MARK_LIMIT = 500
"""So many are marked in one turn: a turn is one transaction, and everybody else waits for it."""
_NAMES = 3


def _on_command(ctx: Context) -> Replies:
    return [agenda_card(agenda_of(ctx.work.session, ctx.who, ctx.work.now), ctx.language)]


def _on_agenda(ctx: Context, tap: Tap) -> Replies:
    return [replace(reply, edits=ctx.incoming.message_id) for reply in _on_command(ctx)]


def _on_list(ctx: Context, tap: Tap) -> Replies:
    section, _, number = tap.arg.partition(".")
    if section not in SECTIONS:
        ctx.toast = t("passed")
        return []
    page = read_page(number)
    items = _items(ctx, section, page)
    if not items and page:
        page, items = 0, _items(ctx, section, 0)
    count = count_of(agenda_of(ctx.work.session, ctx.who, ctx.work.now), section)
    here = Tap("agenda-list", arg=f"{section}.{page}")
    turning = page_buttons(
        replace(here, arg=f"{section}.{page - 1}") if page else None,
        replace(here, arg=f"{section}.{page + 1}") if count > (page + 1) * PAGE else None,
    )
    shown = shown_of(page, len(items), count) if items else t("agenda-nothing-here")
    return [
        row_list(
            (Bold(section_name(section)), shown),
            [item.subject for item in items],
            labels=[item_label(item, section) for item in items],
            here=here,
            more=(turning, (_agenda_button(),)),
            edits=ctx.incoming.message_id,
        )
    ]


def _items(ctx: Context, section: str, page: int) -> list[AgendaItem]:
    session, who, today = ctx.work.session, ctx.who, ctx.today
    if section == OWED:
        leads = leads_not_followed_up(session, who, today, limit=PAGE, offset=page * PAGE)
        return [AgendaItem(lead) for lead in leads]
    first, last = {
        OVERDUE: (None, today - ONE_DAY),
        TODAY: (today, today),
        WEEK: (today + ONE_DAY, week_end(today)),
    }[section]
    return planned_items(session, who, first, last, limit=PAGE, offset=page * PAGE)


def _on_mark_mailed(ctx: Context, tap: Tap) -> Replies:
    """Says how many before anything happens. The button counts only who is there now."""
    leads = leads_not_followed_up(ctx.work.session, ctx.who, ctx.today, limit=MARK_LIMIT)
    if not leads:
        return [Reply((t("leads-none-owed"),), ((_agenda_button(),),), edits=ctx.incoming.message_id)]
    hot = sum(lead.hot for lead in leads)
    yes = Button(
        t("button-mark-yes", count=len(leads)), encode("mark-all", ctx.work.turn_id, arg=str(len(leads)))
    )
    no = Button(t("button-cancel"), encode("agenda"))
    return [
        Reply(
            (t("mark-confirm", count=len(leads), hot=hot), Joined(_names(leads), ", ")),
            ((yes, no),),
            edits=ctx.incoming.message_id,
        )
    ]


def _names(leads: list[Lead]) -> tuple[Value, ...]:
    names: list[Value] = [short_name(lead) for lead in leads[:_NAMES]]
    if len(leads) > _NAMES:
        names.append(t("digest-more", count=len(leads) - _NAMES))
    return tuple(names)


def _on_mark_all(ctx: Context, tap: Tap) -> Replies:
    """tap.id: the turn that asked; whoever came in since is not among those that were counted. arg: how many those were."""
    leads = leads_not_followed_up(ctx.work.session, ctx.who, ctx.today, limit=MARK_LIMIT, before_id=tap.id)
    if not leads:
        ctx.toast = t("passed")
        return []
    lines = (t("marked", count=len(leads)), _left_out(ctx, tap, len(leads)))
    mark_mailed(ctx.work, ctx.access, leads, happened_at=ctx.work.now)
    undo = undo_button(ctx.work.turn_id)
    return [Reply(lines, ((undo, _agenda_button()),), edits=ctx.incoming.message_id)]


def _left_out(ctx: Context, tap: Tap, marked: int) -> Value:
    """Who was counted when it was asked, and does not wait any more; by name where that is known of all of them."""
    asked = int(tap.arg) if tap.arg in map(str, range(MARK_LIMIT + 1)) else 0
    count = asked - marked
    if count <= 0:
        return None
    settled = settled_since(ctx.work.session, ctx.who, ctx.today, tap.id, limit=count + 1)
    if len(settled) != count:
        return t("mark-left-out", count=count, asked=asked)
    return t("mark-left-out-named", count=count, asked=asked, names=Joined(_names(settled), ", "))


def _agenda_button() -> Button:
    return Button(t("button-agenda"), encode("agenda"))


ROOM = Room(
    commands={"agenda": _on_command},
    taps={
        "agenda": _on_agenda,
        "agenda-list": _on_list,
        "mark-mailed": _on_mark_mailed,
        "mark-all": _on_mark_all,
    },
)
