"""An entry of the timeline in a few words: "Call, no answer logged"."""

from bot.chat import Joined, Value, t
from crm.capture.draft import ActivityKind, Direction
from crm.models import Activity
from crm.store.value_of import value_of


def said_of(activity: Activity) -> Value:
    value = value_of(activity)
    if activity.kind is ActivityKind.NOTE:
        return t("note-saved")
    parts: tuple[Value, ...] = (
        t(f"log-{activity.kind.value}"),
        value,
        t("log-in") if activity.direction is Direction.IN else None,
        t(f"log-{activity.outcome.value}") if activity.outcome else None,
    )
    return t("log-done", what=Joined(parts, ", "))
