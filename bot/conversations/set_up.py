"""The set-up, asked of the owner once and skippable: zone, country, working hours, who sees what.

Nothing waits for it: until it is done, and for every step that is skipped, the defaults hold.
"""

from dataclasses import dataclass

from bot.callback import Tap
from bot.chat import Joined, Reply, t
from bot.context import Context
from bot.dialogue import Ask, Conversation
from bot.places import city_of, country_name
from bot.questions import start
from bot.room import Replies, Room
from bot.setting_steps import (
    country_choices,
    hours_choices,
    parse_country,
    parse_region,
    parse_working_hours,
    parse_zone,
    region_choices,
    visibility_choices,
    zone_choices,
)
from crm.access import Visibility
from crm.errors import Refused
from crm.rules.hours import hours_text, parse_hours
from crm.rules.public_holidays import known_regions
from crm.rules.visibility import may_set_workspace
from crm.usecases.change_settings import set_up


@dataclass(frozen=True, slots=True)
class SetUpDraft:
    """zone: an IANA name. country, region: codes. hours: "09:00–17:30". visibility: a Visibility's value."""

    zone: str | None = None
    country: str | None = None
    region: str | None = None
    hours: str | None = None
    visibility: str | None = None


def _on_command(ctx: Context) -> Replies:
    """Raises Refused("not-allowed") for anybody but the owner."""
    if not may_set_workspace(ctx.access):
        raise Refused("not-allowed")
    return start(ctx, SET_UP, SetUpDraft())


def _on_tap(ctx: Context, tap: Tap) -> Replies:
    return _on_command(ctx)


def _finish(ctx: Context, draft: SetUpDraft) -> Replies:
    set_up(
        ctx.work,
        ctx.who,
        zone=draft.zone,
        country=draft.country,
        region=draft.region,
        hours=parse_hours(draft.hours) if draft.hours else None,
        visibility=Visibility(draft.visibility) if draft.visibility else None,
    )
    workspace, language = ctx.workspace, ctx.language
    region = known_regions(workspace.country).get(workspace.region or "")
    country = country_name(workspace.country, language) if workspace.country else None
    place = Joined((city_of(workspace.zone, language), country, region))
    rules = Joined(
        (hours_text(workspace.work_start, workspace.work_end), t(f"visibility-{workspace.visibility.value}"))
    )
    return [Reply((t("set-up-done"), place, rules, t("set-up-next")))]


SET_UP = Conversation(
    name="set-up",
    version=1,
    draft=SetUpDraft,
    asks=(
        Ask("zone", "ask-zone", parse_zone, choices=lambda ctx, draft: zone_choices(ctx)),
        Ask(
            "country",
            "ask-country",
            parse_country,
            choices=lambda ctx, draft: country_choices(ctx, draft.zone or ctx.workspace.zone),
        ),
        Ask(
            "region",
            "ask-region",
            lambda ctx, text: parse_region(text, ctx.open.draft.country if ctx.open else None),
            when=lambda draft: bool(known_regions(draft.country)),
            choices=lambda ctx, draft: region_choices(draft.country),
        ),
        Ask("hours", "ask-hours", parse_working_hours, choices=lambda ctx, draft: hours_choices()),
        Ask("visibility", "ask-visibility", choices=lambda ctx, draft: visibility_choices()),
    ),
    finish=_finish,
)

ROOM = Room(commands={"setup": _on_command}, taps={"set-up": _on_tap}, conversations=(SET_UP,))
