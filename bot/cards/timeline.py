"""What happened with a lead, newest first, a line each."""

import re
from collections.abc import Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

from bot.cards.reason import reason_shown
from bot.cards.stage import move_shown
from bot.chat import Day, Joined, Value, t
from crm.capture.draft import ActivityKind, Direction
from crm.models import Activity
from crm.rules.local_time import to_wall
from crm.store.value_of import value_of
from crm.usecases.change_status import read_status_text

_TEXT_LIMIT = 120
_LINK_AT_END = re.compile(r"https?://\S*$")
_WITH_DIRECTION = {ActivityKind.CALL, ActivityKind.EMAIL, ActivityKind.MESSAGE}


def activity_line(activity: Activity, zone: ZoneInfo, today: date, names: Mapping[int, str]) -> Value:
    """ "Fri 24 Apr 10:06 · Tom · Called, spoke: wants a demo".

    names: of everybody who is or was a member, by id; "" for the one who looks."""
    when = moment_shown(activity.happened_at, zone, today)
    value = value_of(activity)
    what = Joined((what_happened(activity), value), " ")
    by = names.get(activity.member_id)
    return Joined((when, by, Joined((what, _said(activity)), ": ")))


def moment_shown(at: datetime, zone: ZoneInfo, today: date) -> Day:
    """ "Fri 24 Apr 10:06"; "24 Apr 2024" of another year."""
    wall = to_wall(at, zone)
    is_near = wall.year == today.year
    return Day(wall.date(), wall.time() if is_near else None, year=not is_near)


def what_happened(activity: Activity) -> Value:
    """ "Called, no answer", "E-mail from them", "Status"."""
    kind: str = activity.kind.value
    if activity.kind in _WITH_DIRECTION:
        kind += "-in" if activity.direction is Direction.IN else "-out"
    outcome = t(f"timeline-{activity.outcome.value}") if activity.outcome else None
    return Joined((t(f"timeline-{kind}"), outcome), ", ")


def _said(activity: Activity) -> Value:
    if activity.kind is ActivityKind.STAGE:
        return move_shown(activity.text)
    if activity.kind is not ActivityKind.STATUS:
        return shortened(": ".join(part for part in (activity.subject, activity.text) if part))
    status, reason = read_status_text(activity.text)
    return Joined((t(f"status-{status.value}") if status else None, reason_shown(shortened(reason))), ": ")


def is_cut(activity: Activity) -> bool:
    """Whether the line does not say it all."""
    return activity.kind is ActivityKind.EMAIL or shortened(activity.text) != activity.text.strip()


def shortened(text: str) -> str:
    """On one line, cut at a length that leaves room for four more; never within a link."""
    line = " ".join(text.split())
    if len(line) <= _TEXT_LIMIT:
        return line
    kept = line[: _TEXT_LIMIT - 1]
    begun = _LINK_AT_END.search(kept)
    return (kept[: begun.start()] if begun and not line[len(kept)].isspace() else kept).rstrip() + "…"
