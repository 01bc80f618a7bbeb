"""The agenda: what is overdue, today's, this week's, and who is not followed up."""

from bot.callback import encode
from bot.cards.digest import deal_lines, held_line, item_line, overdue_line, owed_line
from bot.cards.lead import title_line
from bot.chat import About, Bold, Button, Day, Joined, Reply, Value, t
from crm.store.agenda import Agenda, AgendaItem

OVERDUE, TODAY, WEEK, OWED = "o", "t", "w", "n"
SECTIONS = (OVERDUE, TODAY, WEEK, OWED)
_TODAY_LINES = 2
_LINES = 6


def agenda_card(agenda: Agenda) -> Reply:
    lines: list[Value] = [Bold(t("agenda-of", day=Day(agenda.day)))]
    if agenda.overdue_count:
        lines.append(overdue_line(agenda))
    today = agenda.today[:_TODAY_LINES]
    lines += [item_line(item) for item in today]
    if agenda.today_count > len(today):
        lines.append(t("digest-more-today", count=agenda.today_count - len(today)))
    if agenda.not_followed_up:
        lines.append(owed_line(agenda))
    if agenda.at_fairs and len(lines) < _LINES:
        lines.append(held_line(agenda))
    lines += deal_lines(agenda.attention)[: _LINES - len(lines)]
    if len(lines) == 1:
        lines.append(t("digest-nothing"))
    shown = [*today, *agenda.overdue]
    return Reply(
        lines=tuple(lines),
        buttons=(_start_buttons(agenda), _section_buttons(agenda), _mark_buttons(agenda)),
        about=(About("list", 0), *(About(item.subject.__tablename__, item.subject.id) for item in shown)),
    )


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
