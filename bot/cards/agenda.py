"""The agenda: what is overdue, today's, this week's, and who is not followed up."""

from collections.abc import Sequence

from bot.callback import encode
from bot.cards.digest import OVERDUE_NAMES, deal_lines, held_line, item_line, overdue_line, owed_line
from bot.cards.lead import title_line
from bot.cards.phone import LINES, lines_taken, that_fit
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from crm.store.agenda import Agenda, AgendaItem

OVERDUE, TODAY, WEEK, OWED = "o", "t", "w", "n"
SECTIONS = (OVERDUE, TODAY, WEEK, OWED)
_TODAY_LINES = 2


def agenda_card(agenda: Agenda, language: str) -> Reply:
    """Six lines of a phone: what sums up comes before what names, and that before what is told besides."""
    first: list[Value] = [Bold(t("agenda-of", day=Day(agenda.day)))]
    if agenda.overdue_count:
        first.append(_overdue(agenda, language))
    owed: list[Value] = [owed_line(agenda)] if agenda.not_followed_up else []
    room = LINES - lines_taken([*first, *owed], language)
    today, lines_of_today = _today(agenda, language, room)
    besides: list[Value] = [held_line(agenda)] if agenda.at_fairs else []
    besides += deal_lines(agenda.attention)
    lines = [*first, *lines_of_today, *owed]
    lines += that_fit(besides, language, LINES - lines_taken(lines, language))
    if len(lines) == 1:
        lines.append(t("digest-nothing"))
    shown = [*today, *agenda.overdue]
    return Reply(
        lines=tuple(lines),
        buttons=(_start_buttons(agenda), _section_buttons(agenda), _mark_buttons(agenda)),
        about=(About("list", 0), *(About(item.subject.__tablename__, item.subject.id) for item in shown)),
    )


def _overdue(agenda: Agenda, language: str) -> Value:
    """As many names as one line of a phone holds, and one in any case."""
    most = OVERDUE_NAMES
    while most > 1 and lines_taken([overdue_line(agenda, most)], language) > 1:
        most -= 1
    return overdue_line(agenda, most)


def _today(agenda: Agenda, language: str, room: int) -> tuple[Sequence[AgendaItem], list[Value]]:
    """Those of today that are named, and the lines that name them and count the others."""
    for count in range(min(_TODAY_LINES, len(agenda.today)), 0, -1):
        items = agenda.today[:count]
        more = agenda.today_count - count
        lines = [item_line(item) for item in items]
        lines += [t("digest-more-today", count=more)] if more else []
        if lines_taken(lines, language) <= room:
            return items, lines
    return (), [t("digest-today", count=agenda.today_count)] if agenda.today_count else []


def item_label(item: AgendaItem, section: str) -> Value:
    """ "Fri 24 Apr 10:00 Lotte Prins, call" on a button; today's without the day."""
    if item.follow_up is None:
        return title_line(item.subject)
    day = None if section == TODAY else Day(item.follow_up.day)
    return Joined((day, item_line(item)), " ")


def section_name(section: str) -> Value:
    return t(
        {OVERDUE: "agenda-overdue", TODAY: "agenda-today", WEEK: "agenda-week"}.get(section, "leads-owed")
    )


def count_of(agenda: Agenda, section: str) -> int:
    return {
        OVERDUE: agenda.overdue_count,
        TODAY: agenda.today_count,
        WEEK: agenda.week_count,
        OWED: agenda.not_followed_up,
    }[section]


def _start_buttons(agenda: Agenda) -> tuple[Button, ...]:
    buttons = []
    if agenda.overdue_count or agenda.today_count or agenda.not_followed_up:
        buttons.append(Button(t("button-start"), encode("walk-start", arg="a")))
    if agenda.hot:
        buttons.append(Button(t("button-start-hot"), encode("walk-start", arg="h")))
    return tuple(buttons)


def _section_buttons(agenda: Agenda) -> tuple[Button, ...]:
    """Each section that holds something, as a list."""
    return tuple(
        Button(
            t("agenda-section", name=section_name(section), count=count),
            encode("agenda-list", arg=f"{section}.0"),
        )
        for section in SECTIONS
        if (count := count_of(agenda, section))
    )


def _mark_buttons(agenda: Agenda) -> tuple[Button, ...]:
    if not agenda.not_followed_up:
        return ()
    return (Button(t("button-mark-all"), encode("mark-mailed")),)
