"""The digest: what today holds, in six lines. Sent in the morning, and the answer to "who should I call today?"."""

from bot.callback import encode
from bot.cards.conversion import WAITING
from bot.cards.titles import named
from bot.chat import About, Button, Day, Joined, Reply, Value, t
from crm.store.agenda import Agenda, AgendaItem
from crm.store.attention import Attention

DIGEST_LINES = 6
OVERDUE_NAMES = 3


def digest_card(agenda: Agenda, *, asked: bool = False, room: int = DIGEST_LINES) -> Reply:
    """asked: the member wants to know, so that what the cadence holds back is shown too. It is silent unless said otherwise.

    room: lines, at least two; where they are few, what sums up comes before what names.
    """
    after: list[Value] = []
    if agenda.overdue_count:
        after.append(overdue_line(agenda))
    names_owed = bool(agenda.not_followed_up if asked else agenda.due_by_cadence)
    if names_owed:
        after.append(owed_line(agenda, due=None if asked else agenda.due_by_cadence))
    if asked and agenda.at_fairs:
        after.append(held_line(agenda))
    if agenda.without_next_step:
        after.append(t("digest-no-next-step", count=agenda.without_next_step))
    after += deal_lines(agenda.attention)[: max(0, room - 2 - len(after))]
    after = after[: room - (2 if agenda.today_count else 1)]
    today = _today_lines(agenda, room - 1 - len(after))
    if not today and not after:
        after = [
            t("digest-nothing-but-week" if agenda.week_count else "digest-nothing", count=agenda.week_count)
        ]
    shown = [*agenda.today[: len(today)], *agenda.overdue[:OVERDUE_NAMES]]
    return Reply(
        lines=(Day(agenda.day), *today, *after),
        buttons=(digest_buttons(agenda, names_owed=names_owed),),
        about=(About("list", 0), *(About(item.subject.__tablename__, item.subject.id) for item in shown)),
    )


def deal_lines(attention: Attention) -> list[Value]:
    """ "⚠️ 2 stale: Bosch, Philips", "3 opportunities without a next step", "1 quote waits", the most urgent first."""
    lines: list[Value] = []
    if attention.waiting:
        lines.append(t("digest-waiting", count=attention.waiting))
    if attention.stale:
        names = [named(deal, organisation) for deal, organisation in attention.stalest]
        more = attention.stale - len(names)
        shown: list[Value] = [*names, t("digest-more", count=more)] if more > 0 else [*names]
        lines.append(t("digest-stale", count=attention.stale, names=Joined(tuple(shown), ", ")))
    if attention.without_step > attention.stale:
        lines.append(t("digest-deals", count=attention.without_step))
    return lines


def digest_buttons(agenda: Agenda, *, names_owed: bool = True) -> tuple[Button, ...]:
    """[Start with 🔥][Agenda][Mark mailed…], as far as there is something to start with or to mark.

    names_owed: whether the digest says who is not followed up; what it does not say has no button either.
    """
    buttons = []
    if names_owed and agenda.hot:
        buttons.append(Button(t("button-start-hot"), encode("walk-start", arg="h")))
    elif agenda.today_count or agenda.overdue_count or agenda.not_followed_up:
        buttons.append(Button(t("button-start"), encode("walk-start", arg="a")))
    buttons.append(Button(t("button-agenda"), encode("agenda")))
    if names_owed and agenda.not_followed_up:
        buttons.append(Button(t("button-mark-mailed"), encode("mark-mailed")))
    if agenda.attention.waiting:
        buttons.append(Button(t("button-waiting"), encode(WAITING)))
    return tuple(buttons)


def overdue_line(agenda: Agenda, most: int = OVERDUE_NAMES) -> Value:
    """ "2 overdue: Jan Jansen · Philips, Ada Hale". most: names."""
    names: list[Value] = [named(item.subject, item.organisation) for item in agenda.overdue[:most]]
    more = agenda.overdue_count - len(names)
    if more > 0:
        names.append(t("digest-more", count=more))
    return t("digest-overdue", count=agenda.overdue_count, names=Joined(tuple(names), ", "))


def owed_line(agenda: Agenda, *, due: int | None = None) -> Value:
    """ "24 not followed up, 6 🔥 (Hannover Messe)". due: how many of them the cadence brings up today, said where it
    holds back others."""
    line: Value = t("digest-owed", count=agenda.not_followed_up, hot=agenda.hot)
    if agenda.fairs:
        line = t("digest-owed-at", owed=line, fairs=Joined(agenda.fairs[:2], ", "))
    if due is not None and due < agenda.not_followed_up:
        line = t("digest-owed-due", owed=line, due=due)
    return line


def held_line(agenda: Agenda) -> Value:
    """ "14 wait for the end of Interpack"."""
    return t("digest-held", count=agenda.at_fairs, fairs=Joined(agenda.running_fairs[:2], ", "))


def item_line(item: AgendaItem) -> Value:
    """ "10:00 Lotte Prins · Studio Prins, call"."""
    follow_up = item.follow_up
    what = Joined((named(item.subject, item.organisation), follow_up.action if follow_up else ""), ", ")
    clock = f"{follow_up.clock:%H:%M}" if follow_up and follow_up.clock else ""
    return Joined((clock, what), " ")


def _today_lines(agenda: Agenda, room: int) -> list[Value]:
    """At most `room` lines; the last one counts those that did not fit, or all where none did."""
    if agenda.today_count <= room:
        return [item_line(item) for item in agenda.today]
    lines = [item_line(item) for item in agenda.today[: room - 1]]
    if not lines:
        return [t("digest-today", count=agenda.today_count)]
    return [*lines, t("digest-more-today", count=agenda.today_count - len(lines))]
