"""/leads: mine, the team's, a colleague's; not followed up, all, by status, by event."""

from dataclasses import dataclass, replace

from bot.callback import Tap, encode
from bot.cards.buttons import in_rows
from bot.cards.row_list import PAGE, page_buttons, read_page, row_list, shown_of, with_holder
from bot.chat import Bold, Button, Joined, Reply, Value, t
from bot.context import Context
from bot.room import Replies, Room
from crm.models import Status
from crm.store.fairs import fairs_of
from crm.store.lead_lists import COUNT_LIMIT, LeadFilter, LeadPage, page_of_leads
from crm.store.members import team

_MINE, _TEAM, _MEMBER, _EVENT = "m", "t", "p", "e"
_ALL, _OWED = "a", "o"
_STATUS = {
    "n": Status.NEW,
    "c": Status.CONTACTED,
    "q": Status.QUALIFIED,
    "d": Status.DISQUALIFIED,
    "v": Status.CONVERTED,
}
_CHOICES = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which list. whose: mine, the team's, a member's (id) or an event's (id). filter: all, owed, or a status."""

    whose: str = _MINE
    filter: str = _ALL
    page: int = 0
    id: int = 0

    @property
    def tap(self) -> Tap:
        return Tap("leads", self.id, 0, f"{self.whose}.{self.filter}.{self.page}")

    def data(self) -> str:
        return encode(self.tap.verb, self.id, arg=self.tap.arg)


def _read(tap: Tap) -> Wanted:
    """Anything forged becomes the plain list; what may be seen is not decided here."""
    whose, _, rest = tap.arg.partition(".")
    filter_, _, page = rest.partition(".")
    return Wanted(
        whose if whose in (_MINE, _TEAM, _MEMBER, _EVENT) else _MINE,
        filter_ if filter_ in (_ALL, _OWED, *_STATUS) else _ALL,
        read_page(page),
        tap.id if whose in (_MEMBER, _EVENT) else 0,
    )


def _on_command(ctx: Context) -> Replies:
    """One's own; the team's for those who lead others and hold none."""
    wanted = Wanted()
    if ctx.access.leads_others and not _page(ctx, wanted).leads:
        wanted = replace(wanted, whose=_TEAM)
    return [_list(ctx, wanted)]


def _on_leads(ctx: Context, tap: Tap) -> Replies:
    return [replace(_list(ctx, _read(tap)), edits=ctx.incoming.message_id)]


def _list(ctx: Context, wanted: Wanted) -> Reply:
    if not ctx.access.sees_team and wanted.whose in (_TEAM, _MEMBER):
        wanted = replace(wanted, whose=_MINE, id=0)
    page = _page(ctx, wanted)
    if not page.leads and wanted.page:
        wanted = replace(wanted, page=0)
        page = _page(ctx, wanted)
    names = {} if wanted.whose == _MINE else {m.id: m.name for m in team(ctx.work.session, ctx.access)}
    mixed = wanted.whose in (_TEAM, _EVENT)
    has_more = page.count > (wanted.page + 1) * PAGE
    turning = page_buttons(
        replace(wanted, page=wanted.page - 1).tap if wanted.page else None,
        replace(wanted, page=wanted.page + 1).tap if has_more else None,
    )
    return row_list(
        (Bold(_heading(ctx, wanted, names)), _count_line(page, wanted)),
        page.leads,
        here=wanted.tap,
        labels=[with_holder(lead, names) for lead in page.leads] if mixed else (),
        more=(turning, _whose_buttons(ctx, wanted), _filter_buttons(wanted)),
    )


def _page(ctx: Context, wanted: Wanted) -> LeadPage:
    mine = ctx.member.id if wanted.whose == _MINE else None
    which = LeadFilter(
        holder_id=wanted.id if wanted.whose == _MEMBER else mine,
        owed=wanted.filter == _OWED,
        status=_STATUS.get(wanted.filter),
        fair_id=wanted.id if wanted.whose == _EVENT else None,
    )
    return page_of_leads(ctx.work.session, ctx.access, which, limit=PAGE, offset=wanted.page * PAGE)


def _heading(ctx: Context, wanted: Wanted, names: dict[int, str]) -> Value:
    whose: Value
    match wanted.whose:
        case "m":
            whose = t("leads-mine")
        case "t":
            whose = t("leads-team")
        case "p":
            whose = names.get(wanted.id) or t("leads-team")
        case _:
            fairs = {fair.id: fair.name for fair in fairs_of(ctx.work.session, ctx.access)}
            whose = fairs.get(wanted.id) or t("leads-event")
    return Joined((whose, None if wanted.filter == _ALL else _filter_name(wanted.filter)))


def _filter_name(name: str) -> Value:
    if name == _ALL:
        return t("leads-all")
    return t("leads-owed") if name == _OWED else t(f"status-{_STATUS[name].value}")


def _count_line(page: LeadPage, wanted: Wanted) -> Value:
    if not page.leads:
        return t("leads-none-owed" if wanted.filter == _OWED else "leads-none")
    count: Value = t("list-many", count=page.count) if page.count == COUNT_LIMIT else page.count
    return Joined(
        (
            shown_of(wanted.page, len(page.leads), count),
            t("list-hot", count=page.hot) if page.hot else None,
        )
    )


def _whose_buttons(ctx: Context, wanted: Wanted) -> tuple[Button, ...]:
    """A rep of a private workspace has nobody else's to look at; colleagues one by one are for those who lead."""
    buttons = []
    if wanted.whose != _MINE:
        buttons.append(Button(t("leads-mine"), Wanted(_MINE, wanted.filter).data()))
    if wanted.whose != _TEAM and ctx.access.sees_team:
        buttons.append(Button(t("leads-team"), Wanted(_TEAM, wanted.filter).data()))
    if ctx.access.leads_others:
        buttons.append(Button(t("button-by-member"), _menu(_MEMBER, wanted)))
    buttons.append(Button(t("button-by-event"), _menu(_EVENT, wanted)))
    return tuple(buttons)


def _filter_buttons(wanted: Wanted) -> tuple[Button, ...]:
    others = [name for name in (_OWED, _ALL) if name != wanted.filter]
    buttons = [Button(_filter_name(n), replace(wanted, filter=n, page=0).data()) for n in others]
    return (*buttons, Button(t("button-by-status"), _menu("s", wanted)))


def _menu(which: str, wanted: Wanted) -> str:
    return encode("leads-by", wanted.id, arg=f"{which}.{wanted.whose}.{wanted.filter}")


def _on_leads_by(ctx: Context, tap: Tap) -> Replies:
    """What can be chosen: a member, an event, a status. The rest of the list's filter stays."""
    which, _, rest = tap.arg.partition(".")
    wanted = _read(replace(tap, verb="leads", arg=f"{rest}.0"))
    session, access = ctx.work.session, ctx.access
    choices: list[tuple[Value, Wanted]] = []
    match which:
        case "p" if access.leads_others:
            members = team(session, access)
            choices = [(m.name, replace(wanted, whose=_MEMBER, id=m.id)) for m in members]
        case "e":
            fairs = fairs_of(session, access, limit=_CHOICES)
            choices = [(f.name, replace(wanted, whose=_EVENT, id=f.id)) for f in fairs]
        case "s":
            choices = [(_filter_name(name), replace(wanted, filter=name)) for name in _STATUS]
    if not choices:
        line = t("leads-no-events" if which == _EVENT else "leads-none")
        return [Reply((line,), ((_back(wanted),),), edits=ctx.incoming.message_id)]
    buttons = [Button(label, choice.data()) for label, choice in choices]
    rows = in_rows(buttons)
    return [
        Reply((t("leads-choose"),), (*rows, (_back(wanted),)), edits=ctx.incoming.message_id),
    ]


def _back(wanted: Wanted) -> Button:
    return Button(t("button-back"), wanted.data())


ROOM = Room(commands={"leads": _on_command}, taps={"leads": _on_leads, "leads-by": _on_leads_by})
