"""/settings: what holds for oneself, and for the owner what holds for everybody."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, time, timedelta

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows
from bot.catalogue import LANGUAGES
from bot.chat import Button, Day, Joined, Reply, Value, t
from bot.context import Context
from bot.dialogue import Ask, Choice, Conversation, NotUnderstoodError
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
from crm.capture.read import read_due
from crm.errors import Refused
from crm.rules.cadence import CadenceError, parse_cadence
from crm.rules.conversion import Formal, Opens
from crm.rules.hours import hours_text, parse_clock, parse_hours
from crm.rules.public_holidays import known_regions
from crm.rules.visibility import may_set_workspace
from crm.usecases import change_settings as change

_AS_TEAM = ""
_SUNDAY = 6
_DIGEST_HOURS = (time(7, 30), time(8), time(8, 30), time(9))
_CADENCES = ("1, 3, 7", "1, 2, 5", "2, 5, 10")


@dataclass(frozen=True, slots=True)
class SettingDraft:
    """setting: a key of SETTINGS. value: as text; "" for none, or as the team."""

    setting: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class Setting:
    """parse: what was typed -> the value as text, None where only a choice answers. save: the value -> the row."""

    choices: Callable[[Context], tuple[Choice, ...]]
    parse: Callable[[Context, str], str] | None
    save: Callable[[Context, str], None]
    of_workspace: bool = False


def _on_command(ctx: Context) -> Replies:
    return [_overview(ctx)]


def _on_back(ctx: Context, tap: Tap) -> Replies:
    return [_overview(ctx, edits=ctx.incoming.message_id)]


def _on_setting(ctx: Context, tap: Tap) -> Replies:
    """Raises Refused("not-allowed") where it is the workspace's and the member no owner."""
    setting = SETTINGS.get(tap.arg)
    if setting is None:
        ctx.toast = t("passed")
        return []
    if setting.of_workspace and not may_set_workspace(ctx.access):
        raise Refused("not-allowed")
    return start(ctx, CHANGE, SettingDraft(tap.arg))


def _overview(ctx: Context, said: Value = None, *, edits: int | None = None) -> Reply:
    who, language = ctx.who, ctx.language
    calendar = who.calendar
    region = known_regions(who.country).get(calendar.region or "")
    country = country_name(who.country, language) if who.country else None
    away = ctx.member.away_until
    is_away = away is not None and away >= ctx.today
    hours = t("settings-hours", hours=hours_text(calendar.start, calendar.end))
    lines: tuple[Value, ...] = (
        said,
        Joined((t(f"language-{language}"), city_of(who.zone.key, language), country, region)),
        Joined((hours, t("settings-digest", clock=f"{who.digest_at:%H:%M}"))),
        t("settings-away", day=Day(away)) if is_away and away else None,
        *_team_lines(ctx),
    )
    names = [
        name
        for name, setting in SETTINGS.items()
        if (may_set_workspace(ctx.access) or not setting.of_workspace)
        and (name != "region" or known_regions(who.country))
    ]
    buttons = [Button(t(f"setting-{name}"), encode("setting", arg=name)) for name in names]
    buttons.append(Button(t("button-own-mail"), encode("mail-ours")))
    if may_set_workspace(ctx.access):
        buttons.append(Button(t("button-set-up"), encode("set-up")))
    rows = in_rows(buttons, 3)
    return Reply(lines, rows, edits=edits)


def _team_lines(ctx: Context) -> tuple[Value, ...]:
    if not may_set_workspace(ctx.access):
        return ()
    workspace = ctx.workspace
    cadence = t("settings-cadence", days=", ".join(workspace.cadence.split(",")))
    return (
        Joined((cadence, t(f"visibility-{workspace.visibility.value}"))),
        t("settings-formal", what=t(f"formal-{workspace.formal.value}")),
        t("settings-opens", when=t(f"opens-{workspace.opens.value}")),
    )


def _as_team(choices: tuple[Choice, ...]) -> tuple[Choice, ...]:
    return (*choices, Choice(t("setting-as-team"), _AS_TEAM))


def _parse_digest(ctx: Context, text: str) -> str:
    clock = parse_clock(text)
    if clock is None:
        raise NotUnderstoodError("not-a-clock")
    return clock.isoformat("minutes")


def _digest_choices(ctx: Context) -> tuple[Choice, ...]:
    hours = (clock.isoformat("minutes") for clock in _DIGEST_HOURS)
    return _as_team(tuple(Choice(hour, hour) for hour in hours))


def _parse_away(ctx: Context, text: str) -> str:
    due = read_due(text, ctx.surroundings)
    if due is None or due.day < ctx.today:
        raise NotUnderstoodError("not-a-day-ahead")
    return due.day.isoformat()


def _away_choices(ctx: Context) -> tuple[Choice, ...]:
    """Back on a Monday: this week, the next, the one after; or not away."""
    sunday = ctx.today + timedelta(days=_SUNDAY - ctx.today.weekday())
    days = [sunday + timedelta(weeks=week) for week in range(3)]
    return (*(Choice(Day(day), day.isoformat()) for day in days), Choice(t("setting-not-away"), ""))


def _parse_cadence(ctx: Context, text: str) -> str:
    try:
        return str(parse_cadence(text))
    except CadenceError as wrong:
        raise NotUnderstoodError(wrong.key) from None


def _save_hours(ctx: Context, value: str) -> None:
    change.set_own_hours(ctx.work, ctx.who, parse_hours(value) if value else None)


def _save_digest(ctx: Context, value: str) -> None:
    change.set_digest_hour(ctx.work, ctx.who, time.fromisoformat(value) if value else None)


def _save_away(ctx: Context, value: str) -> None:
    change.set_away(ctx.work, ctx.who, date.fromisoformat(value) if value else None)


SETTINGS: Mapping[str, Setting] = {
    "language": Setting(
        choices=lambda ctx: tuple(Choice(t(f"language-{code}"), code) for code in LANGUAGES),
        parse=None,
        save=lambda ctx, value: change.set_language(ctx.who, value),
    ),
    "zone": Setting(
        choices=lambda ctx: _as_team(zone_choices(ctx)),
        parse=parse_zone,
        save=lambda ctx, value: change.set_own_zone(ctx.work, ctx.who, value or None),
    ),
    "country": Setting(
        choices=lambda ctx: _as_team(country_choices(ctx, ctx.zone.key)),
        parse=parse_country,
        save=lambda ctx, value: change.set_own_country(ctx.work, ctx.who, value or None),
    ),
    "region": Setting(
        choices=lambda ctx: _as_team(region_choices(ctx.who.country)),
        parse=lambda ctx, text: parse_region(text, ctx.who.country),
        save=lambda ctx, value: change.set_own_region(ctx.work, ctx.who, value or None),
    ),
    "hours": Setting(
        choices=lambda ctx: _as_team(hours_choices()), parse=parse_working_hours, save=_save_hours
    ),
    "digest": Setting(choices=_digest_choices, parse=_parse_digest, save=_save_digest),
    "away": Setting(choices=_away_choices, parse=_parse_away, save=_save_away),
    "cadence": Setting(
        choices=lambda ctx: tuple(Choice(steps, steps) for steps in _CADENCES),
        parse=_parse_cadence,
        save=lambda ctx, value: change.set_cadence(ctx.work, ctx.access, ctx.who, parse_cadence(value)),
        of_workspace=True,
    ),
    "visibility": Setting(
        choices=lambda ctx: visibility_choices(),
        parse=None,
        save=lambda ctx, value: change.set_visibility(ctx.access, ctx.who, Visibility(value)),
        of_workspace=True,
    ),
    "formal": Setting(
        choices=lambda ctx: tuple(Choice(t(f"formal-{formal.value}"), formal.value) for formal in Formal),
        parse=None,
        save=lambda ctx, value: change.set_formal(ctx.access, ctx.who, Formal(value)),
        of_workspace=True,
    ),
    "opens": Setting(
        choices=lambda ctx: tuple(Choice(t(f"opens-{opens.value}"), opens.value) for opens in Opens),
        parse=None,
        save=lambda ctx, value: change.set_opens(ctx.access, ctx.who, Opens(value)),
        of_workspace=True,
    ),
}


def _parse(ctx: Context, text: str) -> str:
    assert ctx.open is not None
    parse = SETTINGS[ctx.open.draft.setting].parse
    if parse is None:
        raise NotUnderstoodError("setting-tap")
    return parse(ctx, text)


def _finish(ctx: Context, draft: SettingDraft) -> Replies:
    SETTINGS[draft.setting].save(ctx, draft.value or "")
    return [_overview(ctx, t("setting-saved"))]


CHANGE = Conversation(
    name="setting",
    version=1,
    draft=SettingDraft,
    asks=(
        Ask(
            "value",
            "ask-setting",
            _parse,
            optional=False,
            choices=lambda ctx, draft: SETTINGS[draft.setting].choices(ctx),
            args=lambda ctx, draft: {"question": t(f"ask-setting-{draft.setting}")},
        ),
    ),
    finish=_finish,
)

ROOM = Room(
    commands={"settings": _on_command},
    taps={"setting": _on_setting, "settings": _on_back},
    conversations=(CHANGE,),
)
